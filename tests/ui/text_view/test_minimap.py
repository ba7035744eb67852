# SPDX-License-Identifier: MIT
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.text_view import ArticleView, Mark, MarkKind, ReadingPage
from annotator.ui.text_view.minimap import MOST_MARKS, thinned

Show = Callable[[str, Sequence[Mark]], ArticleView]


def test_each_code_has_a_column_and_each_mark_its_height(
    show: Show, page: ReadingPage, mark: Callable[..., Mark], prose: str, qtbot: QtBot
) -> None:
    half = len(prose) // 2
    marks = [mark("a", 0, half), mark("b", half, len(prose), "quote"), mark("out", 0, 9, "", kind=MarkKind.REGION)]
    show(prose, marks)
    qtbot.waitUntil(lambda: len(page.minimap.bars) == 2)
    (trust,), (quote,) = page.minimap.bars["#009265"], page.minimap.bars["#0F509F"]
    assert trust.left() < quote.left()
    assert abs(trust.bottom() - quote.top()) <= 1
    assert abs(quote.bottom() - page.minimap.height()) <= 1


def test_many_changes_are_gathered_once(show: Show, page: ReadingPage, mark: Callable[..., Mark], qtbot: QtBot) -> None:
    view = show("one two three", [])
    qtbot.waitUntil(lambda: not page.minimap._timer.isActive())
    for number in range(5):
        view.change_marks(added=[mark(f"m{number}", number, number + 3)])
    assert page.minimap.bars == {}
    qtbot.waitUntil(lambda: len(page.minimap.bars.get("#009265", ())) == 5)


def test_at_most_a_thousand_marks_are_taken_evenly(mark: Callable[..., Mark]) -> None:
    marks = [mark(str(number), number, number + 1) for number in range(2_500)]
    taken = thinned(marks)
    assert len(taken) <= MOST_MARKS
    assert [taken[0].id, taken[1].id, taken[-1].id] == ["0", "3", "2499"]
    assert thinned(marks[:1_000]) == marks[:1_000]


def test_a_click_scrolls_there_and_a_drag_goes_on(show: Show, page: ReadingPage, prose: str) -> None:
    text = "\n\n".join([prose] * 20)
    view = show(text, [])
    spot = QPoint(14, round(page.minimap.height() * 0.5))
    QTest.mousePress(page.minimap, Qt.MouseButton.LeftButton, pos=spot)
    view.viewport().grab()
    first, last = view.seen_range()
    assert first < len(text) // 2 < last
    QTest.mouseMove(page.minimap, QPoint(14, page.minimap.height() - 1))
    view.viewport().grab()
    assert view.seen_range()[1] >= len(text) - 5


def test_the_part_in_sight_is_framed(show: Show, page: ReadingPage, prose: str) -> None:
    view = show("\n\n".join([prose] * 20), [])
    top = page.minimap.window_rect().top()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.viewport().grab()
    page.minimap.grab()
    assert page.minimap.window_rect().top() > top
    assert page.minimap.window_rect().bottom() <= page.minimap.height()


def test_it_takes_no_focus(page: ReadingPage) -> None:
    assert page.minimap.focusPolicy() is Qt.FocusPolicy.NoFocus
