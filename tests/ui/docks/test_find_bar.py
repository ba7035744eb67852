# SPDX-License-Identifier: MIT
"""Finding words in the stored text; the hit is selected and can be coded."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver, read_elsewhere

from annotator.ui.docks.find_bar import occurrences


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [("a b\u00a0c A", "a", [(0, 1), (6, 7)]), ("b\u00a0c", "b c", [(0, 3)]), ("x", " ", []), ("🙂ab", "AB", [(1, 3)]),
     ("a.b", ".", [(1, 2)])],
)  # fmt: skip
def test_occurrences(text: str, sought: str, found: list[tuple[int, int]]) -> None:
    assert [(span.start, span.end) for span in occurrences(text, sought)] == found


def test_find_select_code(driver: Driver) -> None:
    driver.key("f", ctrl=True)
    bar = driver.page.find_bar
    driver.bot.waitUntil(bar.field.hasFocus)
    QTest.keyClicks(bar.field, "every key")
    assert bar.words == "1 found"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.words == "1 of 1"
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert driver.view.hasFocus()
    driver.key("1")
    driver.saved()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["quote"] == "every key"


def test_nothing_found_is_said(driver: Driver) -> None:
    driver.key("f", ctrl=True)
    QTest.keyClicks(driver.page.find_bar.field, "nowhere")
    assert driver.page.find_bar.words == "Not found"
    driver.page.find_bar.step(1)
