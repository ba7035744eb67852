# SPDX-License-Identifier: MIT
"""The panel of articles in the window: states, filter, going to another."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver


def title(driver: Driver) -> str:
    return driver.page.top.title.text


def test_the_first_article_is_open(driver: Driver) -> None:
    panel = driver.page.articles
    assert panel._finished.text() == "0 of 2 finished"
    assert panel.list.currentIndex().row() == 0
    assert title(driver) == "The first line is a title"


def test_a_row_leads_to_its_article(driver: Driver) -> None:
    panel = driver.page.articles
    box = panel.list.visualRect(panel.list.model().index(1, 0))
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    driver.bot.waitUntil(lambda: title(driver) == "A second article")


def test_keys_go_to_the_next_and_back(driver: Driver) -> None:
    driver.key(Qt.Key.Key_PageDown, ctrl=True)
    driver.bot.waitUntil(lambda: title(driver) == "A second article")
    assert driver.page.articles.list.currentIndex().row() == 1
    driver.key(Qt.Key.Key_PageUp, ctrl=True)
    driver.bot.waitUntil(lambda: title(driver) == "The first line is a title")


def test_the_filter_narrows_and_says_when_nothing_fits(driver: Driver) -> None:
    panel = driver.page.articles
    QTest.keyClicks(panel._filter, "second")
    assert panel.list.model().rowCount() == 1
    QTest.keyClicks(panel._filter, "zzz")
    assert panel._empty.isVisible()
    assert panel._empty.text() == "No article contains “secondzzz”."
    panel._filter.clear()
    assert panel.list.currentIndex().row() == 0


def test_coding_starts_an_article(driver: Driver) -> None:
    driver.code("The council", "1")
    row = driver.page.articles.list.model().index(0, 0)
    driver.bot.waitUntil(lambda: "In progress" in row.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Evidence of trust 1" in row.data(Qt.ItemDataRole.AccessibleTextRole)
