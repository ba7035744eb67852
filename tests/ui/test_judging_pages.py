# SPDX-License-Identifier: MIT
"""From a figure to its passage on Compare, and back to the figures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver
from ui.judging.conftest import judged

from annotator.ui.pages.agreement import AgreementPage
from annotator.ui.pages.compare import ComparePage

__all__ = ["judged"]


def test_a_passage_behind_a_figure_opens_on_compare_and_esc_leads_back(
    open_window: Callable[[Path], Driver], judged: Path
) -> None:
    driver = open_window(judged)
    driver.key("7", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, AgreementPage)
    driver.bot.waitUntil(lambda: page.measured is not None)
    passages = page.pane.passages
    driver.bot.waitUntil(lambda: passages.model.rowCount() == 3)
    passages.take_focus()
    QTest.keyClick(passages.list, Qt.Key.Key_Down)
    line = passages.model.line(1)
    driver.click(passages.compare)
    there = driver.window.stack.currentWidget()
    assert isinstance(there, ComparePage)
    driver.bot.waitUntil(lambda: there.shown is not None and there.shown.entry is there.entry)
    assert there.entry.start < line.end
    assert line.start < there.entry.end
    assert there.queue.wish.code == page.selection.code
    assert there.way_back.words.text.startswith("2 of 3.")
    QTest.keyClick(there.queue.list, Qt.Key.Key_Escape)
    assert driver.window.stack.currentWidget() is page
    driver.bot.waitUntil(passages.list.hasFocus)
