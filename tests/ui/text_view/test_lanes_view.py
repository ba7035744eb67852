# SPDX-License-Identifier: MIT
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.domain import CodePoint, Span
from annotator.ui.text_view.coder_lanes import lane_marks, lane_styles
from annotator.ui.text_view.lanes_view import LanesView
from annotator.ui.text_view.scene import Tint
from annotator.ui.text_view.view import ArticleView
from annotator.ui.theme.tokens import LIGHT

TEXT = "Words that two of them marked.\n" + "And more of it, line by line.\n" * 80


class Heard(QWidget):
    """Stands for the page around the text."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: object) -> None:
        self.keys.append(event.key())  # type: ignore[attr-defined]  # a key event


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[LanesView]:
    around = Heard()
    qtbot.addWidget(around)
    around.resize(700, 400)
    made = LanesView(around)
    made.resize(700, 400)
    made.set_styles(lane_styles(calm=LIGHT.border, colour="#DC5A0E", is_strong=False), LIGHT)
    with qtbot.waitExposed(around):
        around.show()
    made.show_article(TEXT, lane_marks([[Span.of(0, 10)], [Span.of(6, 16)]]))
    made.grab()
    made.setFocus()
    yield made
    around.close()


def test_keys_of_judging_go_to_the_page(view: LanesView) -> None:
    for key in ("u", "1", Qt.Key.Key_Return, "]", "["):
        QTest.keyClick(view, key)
    assert view.parentWidget().keys == [
        Qt.Key.Key_U, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketLeft,
    ]  # fmt: skip
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.current_span() == Span.of(0, 1)


def test_a_click_tells_the_piece_and_selects_nothing(
    view: LanesView, point: Callable[[ArticleView, int], QPoint]
) -> None:
    told: list[str] = []
    view.picked.connect(told.append)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, 12))
    assert told == ["1 10"]
    assert view.selected_mark == ""
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, 60))
    assert told == ["1 10"]


def test_tints_lie_below_the_words(view: LanesView, point: Callable[[ArticleView, int], QPoint]) -> None:
    place = point(view, 20)
    view.show_tints([Tint(Span.of(18, 28), "#DC5A0E", 0.5)])
    after = view.viewport().grab().toImage().pixelColor(place + QPoint(0, -6))
    assert after != QColor(LIGHT.page)


def test_far_words_come_into_sight_high_up(view: LanesView) -> None:
    far = len(TEXT) - 400
    view.reveal_high(Span.of(far, far + 20))
    cursor = view.textCursor()
    cursor.setPosition(far)
    assert 0 <= view.cursorRect(cursor).top() < view.viewport().height() // 2
    value = view.verticalScrollBar().value()
    view.reveal_high(Span.of(far + 30, far + 40))
    assert view.verticalScrollBar().value() == value
    assert view.caret() == CodePoint(0)
