# SPDX-License-Identifier: MIT
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from annotator.domain import CodePoint
from annotator.ui.text_view import ArticleView, Mark, ReadingPage
from annotator.ui.text_view.caret_list import CaretList

Show = Callable[[str, Sequence[Mark]], ArticleView]
TEXT = "The minister <b>trusts</b> her staff.\n" * 30


@pytest.fixture
def view(show: Show, mark: Callable[..., Mark]) -> ArticleView:
    marks = [mark("a", 4, 26), mark("b", 4, 26, "quote", own=False, coder="Trial coder 2"), mark("c", 13, 20)]
    return show(TEXT, marks)


def opened(view: ArticleView, position: int = 15) -> CaretList:
    view.set_caret(CodePoint(position))
    QTest.keyClick(view, Qt.Key.Key_Return)
    return view.window().findChildren(CaretList)[-1]


def rows(made: CaretList) -> QAbstractItemModel:
    return made.findChild(QListView).model()


def test_each_row_speaks_code_length_coder_and_quote(view: ArticleView) -> None:
    model = rows(opened(view))
    words = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert words[0].startswith("Trust, 7 characters: ")
    assert "Expert quote, 22 characters, Trial coder 2: minister <b>trusts" in words[2]


def test_it_lies_below_the_line_and_its_lanes(view: ArticleView) -> None:
    made = opened(view)
    line = view.viewport().mapTo(view.window(), view.cursorRect().bottomLeft())
    assert made.geometry().top() >= line.y() + view.scene.metrics.room
    assert view.window().rect().contains(made.geometry())


def test_it_lies_above_where_there_is_no_room_below(
    view: ArticleView, page: ReadingPage, mark: Callable[..., Mark]
) -> None:
    last, _ = TEXT.rfind("The minister", 0, view.seen_range()[1] - 40), None
    view.change_marks(added=[mark("x", last, last + 20), mark("y", last + 2, last + 9)])
    made = opened(view, last + 4)
    line = view.viewport().mapTo(view.window(), view.cursorRect().topLeft())
    assert made.geometry().bottom() < line.y()


def test_it_goes_when_the_focus_goes(view: ArticleView, page: ReadingPage) -> None:
    made = opened(view)
    assert made.isVisible()
    page.margin.setFocus()
    assert not view.window().findChildren(CaretList) or not made.isVisible()


def test_a_click_takes_a_row(view: ArticleView) -> None:
    taken: list[str] = []
    view.picked.connect(taken.append)
    made = opened(view)
    rows_view = made.findChild(QListView)
    spot = rows_view.visualRect(rows_view.model().index(1, 0)).center()
    QTest.mouseClick(rows_view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert taken == ["a"]
    assert QApplication.focusWidget() is view


def test_it_is_painted(view: ArticleView) -> None:
    made = opened(view)
    picture = made.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(picture.height())}
    assert "#009265" in colours
    assert "#0f509f" in colours
