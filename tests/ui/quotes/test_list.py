# SPDX-License-Identifier: MIT
"""The list with a hundred thousand rows: keys, wheel, scroll bar, and a row higher than the view."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.quotes.values import passage

from annotator.operations import QuoteOrder
from annotator.ui.quotes.list import QuoteList
from annotator.ui.quotes.model import PAGE, QuoteModel
from annotator.ui.theme.current import Theme

ROWS = 100_000


@pytest.fixture
def quotes(theme: Theme, qtbot: QtBot) -> QuoteList:
    model = QuoteModel()
    made = QuoteList(theme, model)
    model.setParent(made)
    qtbot.addWidget(made)
    read: list[int] = []
    model.wanted.connect(read.append)

    def answer() -> None:
        while read:
            number = read.pop(0)
            words = ("word " * (20 + number % 7)).strip()
            model.take(number, tuple(passage(number * PAGE + each, quote=words) for each in range(PAGE)))

    made.answer = answer  # type: ignore[attr-defined]  # for the tests below
    made.resize(900, 600)
    made.show()
    model.begin(QuoteOrder.ARTICLE)
    model.grow(ROWS, ["document"] * (ROWS // PAGE))
    settle(made)
    made.go_to(0)
    made.setFocus()
    return made


def settle(quotes: QuoteList) -> None:
    for _ in range(4):
        QApplication.processEvents()
        quotes.grab()
        quotes.answer()  # type: ignore[attr-defined]  # see the fixture


def current(quotes: QuoteList) -> int:
    return quotes.currentIndex().row()


def in_view(quotes: QuoteList) -> bool:
    box = quotes.visualRect(quotes.currentIndex())
    return box.top() >= 0 and box.bottom() <= quotes.viewport().height()


def test_keys_go_along_the_rows_and_keep_them_in_view(quotes: QuoteList) -> None:
    for _ in range(30):
        QTest.keyClick(quotes, Qt.Key.Key_Down)
        settle(quotes)
        assert in_view(quotes)
    assert current(quotes) == 30
    QTest.keyClick(quotes, Qt.Key.Key_PageDown)
    settle(quotes)
    assert current(quotes) > 31
    QTest.keyClick(quotes, Qt.Key.Key_End)
    settle(quotes)
    assert current(quotes) == ROWS - 1
    assert in_view(quotes), "also where the row's words came after it was gone to"
    assert quotes.verticalScrollBar().value() == quotes.verticalScrollBar().maximum()
    QTest.keyClick(quotes, Qt.Key.Key_Up)
    assert current(quotes) == ROWS - 2
    QTest.keyClick(quotes, Qt.Key.Key_Home)
    settle(quotes)
    assert (current(quotes), quotes.verticalScrollBar().value()) == (0, 0)


def test_the_scroll_bar_leads_anywhere(quotes: QuoteList) -> None:
    bar = quotes.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle(quotes)
    row = quotes.indexAt(QPoint(100, 10)).row()
    assert abs(row - ROWS // 2) < 20


def test_the_wheel_scrolls_by_pixels_and_stops_at_the_ends(quotes: QuoteList) -> None:
    def wheel(delta: int) -> None:
        event = QWheelEvent(
            QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(quotes.viewport(), event)

    first = quotes.visualRect(quotes.quotes.index(0)).top()
    wheel(-40)
    assert quotes.visualRect(quotes.quotes.index(0)).top() == first - 40
    wheel(4000)
    assert quotes.verticalScrollBar().value() == 0


def test_a_click_chooses_a_double_click_and_enter_open_and_a_key_copies(quotes: QuoteList) -> None:
    opened: list[int] = []
    copied: list[bool] = []
    quotes.entered_row.connect(opened.append)
    quotes.copy_asked.connect(lambda: copied.append(True))
    place = quotes.visualRect(quotes.quotes.index(2)).center()
    QTest.mouseClick(quotes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert current(quotes) == 2
    QTest.mouseDClick(quotes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(quotes, Qt.Key.Key_Return)
    QTest.keyClick(quotes, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert opened == [2, 2]
    assert copied == [True]
    QTest.keyClick(quotes, Qt.Key.Key_C)
    assert current(quotes) == 2, "letters search nothing"


def test_a_row_higher_than_the_view_is_scrolled_through_first(theme: Theme, qtbot: QtBot) -> None:
    model = QuoteModel()
    made = QuoteList(theme, model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    model.begin(QuoteOrder.ARTICLE)
    model.grow(3, [""])
    model.take(0, (passage(0), passage(1, quote="very long words " * 150), passage(2)))
    made.go_to(1)
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert current(made) == 1
    for _ in range(12):
        QTest.keyClick(made, Qt.Key.Key_Down)
    assert current(made) == 2
    QTest.keyClick(made, Qt.Key.Key_Up)
    assert current(made) == 1
