# SPDX-License-Identifier: MIT
"""The figures from before the first decision are kept by the window itself, once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import Driver
from ui.judging.conftest import judged, judging

from annotator import operations
from annotator.operations import KeptFigures
from annotator.ui.pages.adjudicate import AdjudicatePage

__all__ = ["judged", "judging"]


def decided(driver: Driver, page: AdjudicatePage, *, number: int) -> None:
    for key in ("u", Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget() or page, key)
    driver.bot.waitUntil(lambda: page.desk.queue.progress.decided == number)


def figures(driver: Driver) -> tuple[KeptFigures, ...]:
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
    project = operations.open_project(driver.close())
    found = operations.kept_figures(project)
    operations.close_project(project)
    return found


def test_the_first_decision_keeps_them_and_the_second_does_not(judging: tuple[Driver, AdjudicatePage]) -> None:
    driver, page = judging
    said: list[str] = []
    page.said.connect(said.append)
    driver.bot.waitUntil(page.queue.list.hasFocus)
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
    decided(driver, page, number=1)
    driver.bot.waitUntil(lambda: any("kept as they were" in each for each in said), timeout=20_000)
    decided(driver, page, number=2)
    [kept] = figures(driver)
    assert kept.name == "Before judging, round “main”"
    assert {each["measure"] for each in kept.results} >= {"percent", "krippendorff_alpha_nominal"}


def test_looking_keeps_nothing(judging: tuple[Driver, AdjudicatePage]) -> None:
    driver, _ = judging
    assert figures(driver) == ()
