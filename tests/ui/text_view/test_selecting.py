# SPDX-License-Identifier: MIT
"""Real presses and real drags on the shown view."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.domain import CodePoint, Span
from annotator.text.boundaries import Unit
from annotator.ui.text_view import ArticleView, Mark

Show = Callable[[str, Sequence[Mark]], ArticleView]
Point = Callable[[ArticleView, int], QPoint]
TEXT = "The minister trusts her staff. They do not know why.\n\nNobody asked them."
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def words(view: ArticleView) -> str:
    span = view.current_span()
    return view.scene.model.text[span.start : span.end] if span else ""


def drag(view: ArticleView, start: QPoint, end: QPoint) -> None:
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(12, 0))
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize(
    ("unit", "selected"),
    [
        (Unit.CHARACTER, "inister trust"),
        (Unit.WORD, "minister trusts"),
        (Unit.SENTENCE, "The minister trusts her staff."),
        (Unit.PARAGRAPH, "The minister trusts her staff. They do not know why."),
    ],
)
@pytest.mark.parametrize("backwards", [False, True])
def test_a_drag_snaps_to_the_unit_that_is_set(
    show: Show, point: Point, unit: Unit, selected: str, backwards: bool
) -> None:
    view = show(TEXT, [])
    view.set_anchoring(unit)
    ends = [point(view, TEXT.index("inister")), point(view, TEXT.index("s her"))]
    drag(view, *(reversed(ends) if backwards else ends))
    assert words(view) == selected
    span = view.current_span()
    assert span is not None
    assert view.caret() == (span.start if backwards else span.end)


def test_a_drag_over_white_space_leaves_it_out(show: Show, point: Point) -> None:
    view = show(TEXT, [])
    drag(view, point(view, 3), point(view, 13))
    assert words(view) == "minister"


def test_a_drag_never_cuts_a_family(show: Show, point: Point, mixed_text: str) -> None:
    view = show(mixed_text, [])
    start = mixed_text.index("family")
    drag(view, point(view, start), point(view, mixed_text.index("\u200d") + 1))
    assert words(view) in ("family", "family \U0001f468\u200d\U0001f469\u200d\U0001f467")


def test_a_drag_in_hebrew_selects_what_lies_between(show: Show, point: Point, mixed_text: str) -> None:
    view = show(mixed_text, [])
    view.set_anchoring(Unit.WORD)
    start = mixed_text.index("\u05e9\u05dc\u05d5\u05dd")
    drag(view, point(view, start + 1), point(view, start + 6))
    assert words(view) == mixed_text[start : start + 9]


def test_a_new_press_inside_the_selection_begins_anew(show: Show, point: Point) -> None:
    view = show(TEXT, [])
    view.select_span(Span.of(0, 30))
    drag(view, point(view, 13), point(view, 19))
    assert words(view) == "trusts"


def test_shift_and_a_click_extend(show: Show, point: Point) -> None:
    view = show(TEXT, [])
    view.set_anchoring(Unit.WORD)
    view.set_caret(CodePoint(4))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, SHIFT, point(view, 15))
    assert words(view) == "minister trusts"


@pytest.mark.parametrize(
    ("unit", "selected"),
    [(Unit.CHARACTER, "trusts"), (Unit.SENTENCE, "The minister trusts her staff.")],
)
def test_a_double_click_takes_the_word_or_the_unit(show: Show, point: Point, unit: Unit, selected: str) -> None:
    view = show(TEXT, [])
    view.set_anchoring(unit)
    spot = point(view, TEXT.index("usts"))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert words(view) == selected


def test_a_third_click_takes_the_paragraph_without_its_break(show: Show, point: Point) -> None:
    view = show(TEXT, [])
    spot = point(view, 5)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert words(view) == TEXT.split("\n", maxsplit=1)[0]


def test_a_double_click_in_an_empty_article_is_nothing(show: Show) -> None:
    view = show("", [])
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert view.current_span() is None


def test_words_are_taken_by_keys_one_after_the_other(show: Show) -> None:
    view = show(TEXT, [])
    view.set_caret(CodePoint(4))
    taken = []
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, CONTROL | SHIFT)
        taken.append(words(view))
    assert taken == ["minister", "minister trusts", "minister trusts her"]
    QTest.keyClick(view, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert words(view).strip() == "minister trusts"


def test_chinese_words_are_single_signs_by_keys(show: Show, mixed_text: str) -> None:
    view = show(mixed_text, [])
    view.set_caret(CodePoint(mixed_text.index("\u4e2d")))
    QTest.keyClick(view, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert words(view) == "\u4e2d"
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right, CONTROL)
    assert view.caret() > mixed_text.index("\u4e2d")


def test_paragraphs_and_sentences_are_taken_by_keys(show: Show) -> None:
    view = show(TEXT, [])
    QTest.keyClick(view, Qt.Key.Key_F4, SHIFT)
    assert words(view) == "The minister trusts her staff."
    QTest.keyClick(view, Qt.Key.Key_F4, SHIFT)
    assert words(view) == "The minister trusts her staff. They do not know why."
    QTest.keyClick(view, Qt.Key.Key_F4, SHIFT | CONTROL)
    assert words(view).rstrip() == "The minister trusts her staff."
    view.set_caret(CodePoint(0))
    QTest.keyClick(view, Qt.Key.Key_Down, CONTROL | SHIFT)
    assert words(view) == TEXT.split("\n", maxsplit=1)[0]
    view.set_caret(CodePoint(len(TEXT)))
    QTest.keyClick(view, Qt.Key.Key_Up, CONTROL | SHIFT)
    assert words(view) == "Nobody asked them."


def test_single_characters_are_taken_by_graphemes(show: Show, mixed_text: str) -> None:
    view = show(mixed_text, [])
    start = mixed_text.index("\U0001f468")
    view.set_caret(CodePoint(start))
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert words(view) == "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    view.extend(Unit.CHARACTER, -1)
    assert words(view) == ""


def test_selection_and_caret_are_told_once_each(show: Show, point: Point) -> None:
    view = show(TEXT, [])
    view.set_anchoring(Unit.WORD)
    spans: list[object] = []
    carets: list[int] = []
    view.selection_changed.connect(spans.append)
    view.caret_moved.connect(carets.append)
    drag(view, point(view, 13), point(view, 18))
    assert spans[-1] == Span.of(13, 19)
    assert all(span is None or (span.start, span.end) in {(13, 19), (4, 19)} for span in spans), "only whole words"
    assert len(spans) == len(set(spans))
    view.drop_selection()
    assert (spans[-1], carets[-1]) == (None, 19)


def test_move_caret_goes_to_the_next_word(show: Show) -> None:
    view = show(TEXT, [])
    QTest.keyClick(view, Qt.Key.Key_Right, CONTROL)
    assert view.caret() == 4
    QTest.keyClick(view, Qt.Key.Key_Left, CONTROL)
    assert view.caret() == 0
    assert view.anchoring is Unit.CHARACTER
