# SPDX-License-Identifier: MIT
"""One value for several articles: typed, judged, set at once and undone at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.article_tables import articles_page, settled, stored, with_fields
from ui.conftest import Driver

from annotator.domain import Coder
from annotator.ui.pages.articles import ArticlesPage

Key = Qt.Key


@pytest.fixture
def driver(open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder) -> Driver:
    return open_window(with_fields(make_project(lead=me), me))


def choose_field(page: ArticlesPage, name: str) -> None:
    field = page.side.values.field
    field.setCurrentIndex(field.findData(name))
    field.activated.emit(field.currentIndex())


def test_all_selected_articles_get_it_in_one_step(driver: Driver) -> None:
    page = articles_page(driver)
    panel = page.side.values
    assert panel.said.text().startswith("“")
    driver.key("a", at=page.table, ctrl=True)
    assert panel.said.text() == "2 articles are selected."
    assert not panel.set.isEnabled()
    panel.typed.setFocus()
    QTest.keyClicks(panel.typed, "Arab News")
    assert panel.set.text() == "Set Outlet of 2 articles"
    QTest.keyClick(panel.typed, Key.Key_Return)
    settled(driver)
    assert [row.document.outlet for row in page.rows.rows] == ["Arab News", "Arab News"]
    driver.click(panel.clear)
    settled(driver)
    assert not panel.clear.isEnabled()
    driver.key("z", at=page.table, ctrl=True)
    settled(driver)
    assert {each["outlet"] for each in stored(driver.close()).values()} == {"Arab News"}


def test_each_kind_of_field_has_its_control_and_its_faults(driver: Driver) -> None:
    page = articles_page(driver)
    panel = page.side.values
    choose_field(page, "page")
    QTest.keyClicks(panel.typed, "ten")
    assert panel.form.note("value").is_error
    assert not panel.set.isEnabled()
    choose_field(page, "date")
    assert panel.form.note("value").is_error
    choose_field(page, "country")
    assert [panel.chosen.itemText(at) for at in range(panel.chosen.count())] == ["not set", "Turkey", "Norway"]
    QTest.keyClick(panel.chosen, Key.Key_End)
    assert panel.set.text() == "Set Country of 1 article"
    driver.click(panel.set)
    settled(driver)
    assert page.rows.row(0).document.metadata == {"country": "Norway"}
    page.table.clearSelection()
    assert panel.said.text().startswith("Select one article or several")
    assert not panel.set.isEnabled()
