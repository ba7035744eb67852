# SPDX-License-Identifier: MIT
"""Fields of the project's own: added, renamed, reordered, removed, and put right before they are stored."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.article_tables import articles_page, settled
from ui.conftest import Driver

from annotator.ui.articles.fields_panel import FieldsPanel
from annotator.ui.articles.side import FIELDS
from annotator.ui.pages.articles import ArticlesPage

Key = Qt.Key


@pytest.fixture
def page(driver: Driver) -> ArticlesPage:
    made = articles_page(driver)
    made.side.turn_to(FIELDS)
    return made


def add(driver: Driver, panel: FieldsPanel, name: str) -> None:
    driver.click(panel.new)
    assert panel.name.hasFocus()
    QTest.keyClicks(panel.name, name)
    QTest.keyClick(panel.name, Key.Key_Return)
    settled(driver)


def test_a_field_is_added_renamed_moved_and_removed(driver: Driver, page: ArticlesPage) -> None:
    panel = page.side.fields
    assert panel._empty.isVisible()
    add(driver, panel, "country")
    add(driver, panel, "section")
    assert [line.title for line in panel.list.rows.lines] == ["country", "section"]
    assert page.words.headings()[6:8] == ["country", "section"]
    assert panel.list.key == "section"
    QTest.keyClicks(panel.label, "Part of the paper")
    driver.click(panel.save)
    settled(driver)
    assert page.words.headings()[7] == "Part of the paper"
    assert panel.list.rows.lines[1].note == "Text. In files: section"
    driver.click(panel.up)
    settled(driver)
    assert [line.key for line in panel.list.rows.lines] == ["section", "country"]
    assert not panel.up.isEnabled()
    driver.click(panel.remove)
    settled(driver)
    assert [line.key for line in panel.list.rows.lines] == ["country"]
    driver.key("z", at=page.table, ctrl=True)
    settled(driver)
    assert len(panel.list.rows.lines) == 2


def test_faults_are_said_below_the_field(driver: Driver, page: ArticlesPage) -> None:
    panel = page.side.fields
    QTest.keyClicks(panel.name, "Outlet")
    assert panel.form.note("name").text == "Every article has the field “Outlet” already; choose another name."
    assert not panel.save.isEnabled()
    panel.name.setText("country")
    panel.kind.setCurrentIndex(3)
    panel.kind.activated.emit(3)
    assert panel.form.note("choices").is_error
    panel.choices.setFocus()
    QTest.keyClicks(panel.choices, "Turkey")
    assert panel.save.isEnabled()
    driver.click(panel.save)
    settled(driver)
    assert panel.list.rows.lines[0].note == "Choice from a list: Turkey. In files: country" or (
        panel.list.rows.lines[0].note == "Choice from a list: Turkey"
    )
    assert panel.name.isReadOnly()
    assert not panel.save.isEnabled(), "nothing is new"
