# SPDX-License-Identifier: MIT
"""The middle of the page: rows lead to cards, answers change states and sums."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver
from ui.merging.values import ALARM, PREVIEW

from annotator.merging.questions import LEAVE_OUT
from annotator.operations import MergeResult
from annotator.ui.merging.answer_book import AnswerBook
from annotator.ui.merging.preview_pane import PreviewPane
from annotator.ui.theme.current import Theme


def test_rows_lead_to_cards_and_answers_to_sums(driver: Driver, theme: Theme) -> None:
    book = AnswerBook()
    pane = PreviewPane(theme, driver.window.session, book)
    driver.bot.addWidget(pane)
    pane.resize(1200, 800)
    with driver.bot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    book.take(PREVIEW.questions)
    pane.show_preview(PREVIEW)
    assert pane.title.text() == "Merge 4 files"
    assert pane.table.currentIndex().row() == 0, "the file whose answer is missing is chosen"
    assert pane.total.startswith("3 files: 40 annotations are new")
    QTest.keyClick(pane.table, Qt.Key.Key_Down)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    driver.bot.waitUntil(pane.cards[1].dots["apart"].hasFocus)
    pane.enter_missing()
    driver.bot.waitUntil(pane.cards[0].dots["take"].hasFocus)
    book.choose(ALARM.id, LEAVE_OUT)
    pane.show_answers()
    assert pane.total.startswith("2 files: 38 annotations are new")
    assert pane.cards[0].dots[LEAVE_OUT].isChecked()
    pane.show_result(MergeResult(PREVIEW, 3, None))
    assert pane.result.isVisible()
    assert pane.cards == []
    pane.show_nothing()
    assert pane.result.isHidden()
