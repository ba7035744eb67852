# SPDX-License-Identifier: MIT
"""Picking, cycling, stepping and resizing, by real keys and a real mouse on the shown view."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain import CodePoint, Span
from annotator.text.boundaries import Edge, Unit
from annotator.ui.text_view import ArticleView, Mark, MarkKind
from annotator.ui.text_view.handles import handle_bars

Show = Callable[[str, Sequence[Mark]], ArticleView]
Point = Callable[[ArticleView, int], QPoint]
Make = Callable[..., Mark]
TEXT = "The minister trusts her staff and says so. They do not know why.\n\nNobody asked them."
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class Heard:
    """What a view said, in order."""

    def __init__(self, view: ArticleView) -> None:
        self.picked: list[str] = []
        self.resized: list[tuple[str, Span]] = []
        self.notices: list[str] = []
        self.lists: list[tuple[str, ...]] = []
        view.picked.connect(self.picked.append)
        view.resized.connect(lambda mark_id, span: self.resized.append((mark_id, span)))
        view.notice.connect(self.notices.append)
        view.list_asked.connect(self.lists.append)


def click(view: ArticleView, spot: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def handle(view: ArticleView, edge: Edge) -> QPoint:
    mark = view.scene.selected_mark
    assert mark is not None
    return handle_bars(view.scene, view.visible, mark.span)[edge].center().toPoint()


def drag(view: ArticleView, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(3, 0))
    QTest.mouseMove(viewport, end)
    if release:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


@pytest.fixture
def three(mark: Make) -> list[Mark]:
    return [mark("sentence", 0, 42, "quote"), mark("clause", 4, 29, "trust"), mark("word", 13, 19, "mistrust")]


def test_a_click_takes_the_smallest_and_again_the_next(show: Show, point: Point, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    for _ in range(4):
        click(view, point(view, 15))
    assert heard.picked == ["word", "clause", "sentence", "word"]


def test_a_click_elsewhere_in_the_same_marks_takes_the_smallest_there(
    show: Show, point: Point, three: list[Mark]
) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    click(view, point(view, 15))
    click(view, point(view, 26))
    assert heard.picked == ["word", "clause"]


def test_a_click_on_a_lane_takes_that_very_mark(show: Show, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    (shapes,) = view.scene.shapes(view.visible[0], top=0, bottom=99)
    spot = next(bar.center() for bar, mark_id in shapes.hits if mark_id == "sentence") + view.visible[0].origin
    click(view, spot.toPoint())
    assert heard.picked == ["sentence"]


def test_a_click_on_plain_text_lets_go_and_changes_nothing(show: Show, point: Point, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    click(view, point(view, 15))
    click(view, point(view, 50))
    assert heard.picked == ["word", ""]
    assert view.selected_mark == ""
    assert len(view.scene.model) == 3
    assert view.current_span() is None


def test_a_selection_of_text_lets_go_of_the_mark(show: Show, point: Point, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    click(view, point(view, 15))
    drag(view, point(view, 50), point(view, 60))
    assert heard.picked == ["word", ""]
    assert view.current_span() is not None


def test_a_mark_may_be_selected_from_outside_while_text_is(show: Show, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    view.select_span(Span.of(4, 12))
    view.select_mark("word")
    assert (view.selected_mark, view.current_span(), heard.picked) == ("word", Span.of(4, 12), [])
    view.select_mark("nobody")
    assert view.selected_mark == "word"


def test_alt_and_arrows_go_round_the_marks_at_the_caret(show: Show, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    view.set_caret(CodePoint(15))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(view, key, ALT)
    assert heard.picked == ["word", "clause", "sentence", "clause"]


def test_brackets_step_through_all_marks_and_stop(show: Show, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    for _ in range(4):
        QTest.keyClicks(view, "]")
    assert heard.picked == ["sentence", "clause", "word"]
    assert view.caret() == 13
    QTest.keyClicks(view, "[")
    assert view.selected_mark == "clause"


def test_stepping_brings_the_mark_into_sight(show: Show, mark: Make, prose: str) -> None:
    text = "\n\n".join([prose] * 20)
    view = show(text, [mark("far", len(text) - 60, len(text) - 20)])
    QTest.keyClicks(view, "]")
    view.viewport().grab()
    first, last = view.seen_range()
    assert first < len(text) - 60 < last


def test_home_shows_the_very_top(show: Show, prose: str) -> None:
    view = show("\n\n".join([prose] * 4), [])
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.verticalScrollBar().value() > 0
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == 0
    assert view.verticalScrollBar().value() == 0


def test_enter_on_one_mark_takes_it_and_on_none_goes_on(show: Show, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    view.set_caret(CodePoint(6))
    view.change_marks(removed=["sentence"])
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert (heard.picked, heard.lists) == (["clause"], [])
    view.set_caret(CodePoint(60))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.picked == ["clause"]


def test_enter_on_several_opens_a_list(show: Show, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    view.set_caret(CodePoint(15))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.lists == [("word", "clause", "sentence")]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert view.scene.hovered == "clause"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert heard.picked == ["clause"]
    assert QApplication.focusWidget() is view
    assert view.caret() == 15


def test_escape_leaves_the_list_the_selection_then_the_mark(show: Show, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    view.set_caret(CodePoint(15))
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view
    assert (view.caret(), heard.picked) == (15, [])
    view.select_span(Span.of(4, 12))
    view.select_mark("word")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert (view.current_span(), view.caret(), view.selected_mark) == (None, 12, "word")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_mark == ""
    assert not view.back_out()


def test_a_drawn_end_is_a_preview_until_it_is_let_go(show: Show, point: Point, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    click(view, point(view, 26))
    assert view.selected_mark == "clause"
    view.viewport().grab()
    drag(view, handle(view, Edge.END), point(view, 38), release=False)
    assert view.scene.preview == Span.of(4, 38)
    assert view.scene.model.mark("clause") == three[1]
    assert heard.resized == []
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, 38))
    assert heard.resized == [("clause", Span.of(4, 38))]
    assert view.scene.preview is None
    assert view.current_span() is None


def test_a_drawn_end_snaps_to_the_unit_and_moves_no_neighbour(show: Show, point: Point, mark: Make) -> None:
    view = show(TEXT, [mark("a", 4, 19), mark("b", 4, 19, "quote")])
    heard = Heard(view)
    view.resized.connect(lambda mark_id, span: view.change_marks(added=[mark(mark_id, span.start, span.end)]))
    view.set_anchoring(Unit.WORD)
    view.select_mark("a")
    view.viewport().grab()
    drag(view, handle(view, Edge.START), point(view, 1))
    assert heard.resized == [("a", Span.of(0, 19))]
    assert view.scene.model.mark("b") == mark("b", 4, 19, "quote")
    assert view.selected_mark == "a"


def test_escape_gives_a_drag_up(show: Show, point: Point, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    view.select_mark("clause")
    view.viewport().grab()
    drag(view, handle(view, Edge.END), point(view, 38), release=False)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.scene.preview is None
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, 38))
    assert heard.resized == []
    assert view.selected_mark == "clause"


def test_a_press_on_a_handle_alone_is_a_click(show: Show, point: Point, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    view.select_mark("clause")
    view.viewport().grab()
    click(view, handle(view, Edge.END) - QPoint(4, 0))
    assert heard.resized == []


def test_an_end_that_would_make_a_twin_stays_and_says_so(show: Show, point: Point, mark: Make) -> None:
    view = show(TEXT, [mark("a", 4, 12), mark("b", 4, 19)])
    heard = Heard(view)
    view.select_mark("b")
    view.set_anchoring(Unit.WORD)
    QTest.keyClick(view, Qt.Key.Key_Left, ALT)
    assert heard.resized == []
    assert heard.notices == ["These words already carry Trust, so the end stays where it was."]


def test_both_ends_move_by_keys_in_the_unit_that_is_set(show: Show, three: list[Mark]) -> None:
    view = show(TEXT, three)
    heard = Heard(view)
    view.select_mark("clause")
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    QTest.keyClick(view, Qt.Key.Key_Left, ALT | SHIFT)
    view.set_anchoring(Unit.WORD)
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    QTest.keyClick(view, Qt.Key.Key_Right, ALT | SHIFT)
    view.nudge(Edge.END, Unit.SENTENCE, +1)
    assert [span for _, span in heard.resized] == [
        Span.of(4, 30), Span.of(3, 29), Span.of(4, 33), Span.of(13, 29), Span.of(4, 42),
    ]  # fmt: skip


def test_what_is_not_one_s_own_has_no_handles_and_does_not_move(show: Show, mark: Make) -> None:
    view = show(TEXT, [mark("theirs", 4, 12, own=False, coder="Trial coder 2")])
    heard = Heard(view)
    view.select_mark("theirs")
    view.nudge(Edge.END, Unit.WORD, +1)
    assert view._handle_under(QPointF(0, 0)) is None
    assert heard.resized == []


def test_a_changed_mark_stays_selected_and_a_removed_one_does_not(show: Show, mark: Make, three: list[Mark]) -> None:
    view = show(TEXT, three)
    view.select_mark("word")
    view.change_marks(removed=["word"], added=[mark("word", 13, 29, "mistrust")])
    assert view.selected_mark == "word"
    view.change_marks(removed=["word"])
    assert view.selected_mark == ""


def test_a_change_below_a_drag_ends_it(show: Show, point: Point, mark: Make, three: list[Mark]) -> None:
    view = show(TEXT, three)
    view.select_mark("clause")
    view.viewport().grab()
    drag(view, handle(view, Edge.END), point(view, 38), release=False)
    view.change_marks(added=[mark("clause", 4, 19)])
    assert view.scene.preview is None
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, 38))


def test_pointing_at_a_lane_tints_it_and_leaving_does_not(show: Show, point: Point, three: list[Mark]) -> None:
    view = show(TEXT, three)
    (shapes,) = view.scene.shapes(view.visible[0], top=0, bottom=99)
    spot = next(bar.center() for bar, mark_id in shapes.hits if mark_id == "word") + view.visible[0].origin
    QTest.mouseMove(view.viewport(), spot.toPoint())
    assert view.scene.hovered == "word"
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.viewport(), point(view, 25))
    assert view.scene.hovered == ""
    assert view.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


def test_pointing_at_a_handle_says_that_it_can_be_drawn(show: Show, three: list[Mark]) -> None:
    view = show(TEXT, three)
    view.select_mark("clause")
    view.viewport().grab()
    QTest.mouseMove(view.viewport(), handle(view, Edge.START))
    assert view.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    assert view._raised is Edge.START


def test_an_excluded_region_is_picked_and_resized_like_a_code(show: Show, point: Point, mark: Make) -> None:
    view = show(TEXT, [mark("out", 43, 64, "", kind=MarkKind.REGION)])
    heard = Heard(view)
    click(view, point(view, 50))
    view.set_anchoring(Unit.WORD)
    view.nudge(Edge.START, Unit.WORD, +1)
    assert heard.picked == ["out"]
    assert heard.resized == [("out", Span.of(48, 64))]


def test_marks_in_astral_hebrew_and_chinese_text_are_picked(
    show: Show, point: Point, mark: Make, mixed_text: str
) -> None:
    places = [mixed_text.index(word) for word in ("\U0001f600", "\u05e2\u05d5\u05dc\u05dd", "\u4ed6\u4eec")]
    view = show(mixed_text, [mark(f"m{place}", place, place + 2) for place in places])
    heard = Heard(view)
    for place in places:
        click(view, point(view, place) - QPoint(4 if mixed_text[place] == "\u05e2" else 0, 0))
    assert heard.picked == [f"m{place}" for place in places]


def test_digits_and_function_keys_go_on_to_the_window(qtbot: QtBot) -> None:
    reached: list[int] = []

    class Window(QWidget):
        def keyPressEvent(self, event: object) -> None:
            reached.append(event.key())

    window, view = Window(), ArticleView()
    QVBoxLayout(window).addWidget(view)
    qtbot.addWidget(window)
    window.show()
    view.show_article(TEXT, [])
    view.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_F6, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert reached == [Qt.Key.Key_1, Qt.Key.Key_F6, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Return]


def test_reveal_does_not_move_what_is_in_sight(show: Show, prose: str) -> None:
    view = show("\n\n".join([prose] * 20), [])
    before = view.verticalScrollBar().value()
    view.reveal(Span.of(10, 20))
    assert view.verticalScrollBar().value() == before
    view.reveal(Span.of(9_000, 9_010))
    assert view.verticalScrollBar().value() > before


def test_an_article_opens_at_the_caret_it_is_given(show: Show, prose: str, page: QWidget) -> None:
    text = "\n\n".join([prose] * 20)
    view = show("", [])
    view.show_article(text, [], caret=CodePoint(8_000))
    view.viewport().grab()
    first, last = view.seen_range()
    assert view.caret() == 8_000
    assert first < 8_000 < last
    view.show_article("short", [], caret=CodePoint(3))
    assert view.caret() == 3
