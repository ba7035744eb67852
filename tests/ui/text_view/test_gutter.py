# SPDX-License-Identifier: MIT
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.domain import Span
from annotator.ui.text_view.coder_lanes import lane_marks
from annotator.ui.text_view.gutter import Gutter
from annotator.ui.text_view.view import ArticleView

TEXT = "First line here\nSecond line here\nNothing here\n" + "More of it\n" * 60


def gutter_of(qtbot: QtBot) -> tuple[ArticleView, Gutter]:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    with qtbot.waitExposed(view):
        view.show()
    gutter = Gutter(view, view)
    gutter.set_letters(["A", "B", "C"])
    view.show_article(TEXT, lane_marks([[Span.of(0, 25)], [], [Span.of(18, 30)]]))
    view.grab()
    return view, gutter


def test_each_line_names_its_lanes(qtbot: QtBot) -> None:
    view, gutter = gutter_of(qtbot)
    rows = gutter.rows()
    assert [row.lanes for row in rows] == [(0,), (0, 2)]
    assert rows[0].top < rows[1].top
    before = rows[0].top
    view.verticalScrollBar().setValue(10)
    view.grab()
    assert gutter.rows()[0].top == before - 10


def test_room_grows_with_the_letters(qtbot: QtBot) -> None:
    _, gutter = gutter_of(qtbot)
    narrow = gutter.wanted_width
    gutter.set_letters("ABCDEFGHIJ")
    assert gutter.wanted_width > 2 * narrow
    assert gutter.sizeHint().width() == gutter.wanted_width
    assert not gutter.grab().isNull()


def test_the_wheel_scrolls_the_text(qtbot: QtBot) -> None:
    view, gutter = gutter_of(qtbot)
    QApplication.sendEvent(
        gutter,
        QWheelEvent(
            QPointF(2, 2), QPointF(2, 2), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip
    assert view.verticalScrollBar().value() > 0
