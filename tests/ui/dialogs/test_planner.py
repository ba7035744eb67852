# SPDX-License-Identifier: MIT
"""The planner: what each code needs, expected shares, the way to the draw."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from ui.conftest import Driver

from annotator.domain import Coder
from annotator.ui.dialogs.planner import PlannerDialog
from annotator.ui.dialogs.sample import SampleDialog


@pytest.fixture
def planner(driver: Driver) -> Iterator[PlannerDialog]:
    dialog = PlannerDialog(driver.window._theme, driver.window.session, driver.window)
    dialog.open()
    driver.bot.waitUntil(lambda: dialog.plan is not None)
    yield dialog
    dialog.close()


def words(dialog: PlannerDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_without_figures_it_asks_for_an_expected_share(planner: PlannerDialog, driver: Driver) -> None:
    assert planner.plan.unit == "sentence"
    assert any(text.startswith("Set an expected share") for text in words(planner))
    planner.share.setFocus()
    QTest.keyClicks(planner.share, "25")
    QTest.keyClick(planner.share, Qt.Key.Key_Tab)
    driver.bot.waitUntil(lambda: planner.plan.rows[0].is_expected)
    said = words(planner)
    assert "25.0 % expected" in said
    assert any(text.startswith("81,") for text in said), "the worked example of the note"
    assert any(text.startswith("139,") for text in said)


def test_more_coders_need_more(planner: PlannerDialog, driver: Driver) -> None:
    planner.share.setText("25")
    planner._ask()
    driver.bot.waitUntil(lambda: bool(planner.plan.rows[0].needs))
    two = planner.plan.rows[0].needs[0].units
    planner.coders.setFocus()
    QTest.keyClick(planner.coders, Qt.Key.Key_Down)
    driver.bot.waitUntil(lambda: planner.plan.coders == 3 and bool(planner.plan.rows[0].needs))
    assert planner.plan.rows[0].needs[0].units > two


def test_it_leads_to_the_draw(planner: PlannerDialog, driver: Driver) -> None:
    driver.click(planner.draw)
    sample = planner.findChild(SampleDialog)
    assert sample is not None
    assert sample.number.text() == "2", "never more than there are"
    sample.close()


def test_it_opens_from_the_page(
    open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder
) -> None:
    driver = open_window(make_project(lead=me))
    driver.window.act("page_agreement")
    page = driver.window.stack.currentWidget()
    driver.click(page.plan)
    dialog = page.findChild(PlannerDialog)
    driver.bot.waitUntil(lambda: dialog.plan is not None)
    driver.click(dialog.close_it)
