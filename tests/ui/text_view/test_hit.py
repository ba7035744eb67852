# SPDX-License-Identifier: MIT
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF

from annotator.ui.text_view import ArticleView, Mark
from annotator.ui.text_view.hit import block_at, character_at, following, lane_at, marks_at

Show = Callable[[str, Sequence[Mark]], ArticleView]
Point = Callable[[ArticleView, int], QPoint]


def test_every_character_is_found_under_its_own_place(show: Show, point: Point, mixed_text: str) -> None:
    view = show(mixed_text, [])
    for position in (0, 15, mixed_text.index("\U0001f600"), mixed_text.index("\u4e2d"), len(mixed_text) - 3):
        assert character_at(view.scene, view.visible, QPointF(point(view, position))) == position


def test_the_right_half_of_the_last_character_still_is_that_character(show: Show, point: Point) -> None:
    view = show("MM\nMM", [])
    left, right = point(view, 0).x() - 2, point(view, 1).x() - 2
    nearly = QPointF(right + (right - left) - 2, point(view, 1).y())
    assert character_at(view.scene, view.visible, nearly) == 1


def test_beside_a_line_and_in_the_strip_there_is_no_character(show: Show, point: Point) -> None:
    view = show("one two\n\nthree", [])
    spot = QPointF(point(view, 2))
    line = view.visible[0].block.layout().lineAt(0)
    assert character_at(view.scene, view.visible, spot + QPointF(400, 0)) is None
    below = QPointF(spot.x(), view.visible[0].origin.y() + line.height() + 4)
    assert character_at(view.scene, view.visible, below) is None
    assert character_at(view.scene, view.visible, QPointF(spot.x(), 600)) is None


def test_a_lane_is_hit_in_the_strip_and_only_where_it_is(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("one two three", [mark("a", 0, 13), mark("b", 4, 7)])
    (shapes,) = view.scene.shapes(view.visible[0], top=0, bottom=99)
    origin = view.visible[0].origin
    for bar, mark_id in shapes.hits:
        assert lane_at(view.scene, view.visible, origin + bar.center()) == mark_id
    wide, narrow = (bar for bar, _ in shapes.hits)
    assert lane_at(view.scene, view.visible, origin + QPointF(wide.left() + 2, narrow.center().y())) == ""
    assert lane_at(view.scene, view.visible, QPointF(10, 9_999)) == ""


def test_at_the_end_of_a_mark_the_caret_still_finds_it(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("one two", [mark("a", 0, 3)])
    assert [found.id for found in marks_at(view.scene, 3)] == ["a"]
    assert marks_at(view.scene, 5) == ()
    assert marks_at(view.scene, 0) != ()


def test_cycling_goes_round_both_ways(mark: Callable[..., Mark]) -> None:
    three = [mark("a", 0, 1), mark("b", 0, 2), mark("c", 0, 3)]
    assert [following(three, now, +1) for now in ("", "a", "b", "c")] == ["a", "b", "c", "a"]
    assert following(three, "a", -1) == "c"
    assert following([], "a", 1) == ""


def test_block_at_knows_the_strip_below_the_last_line(show: Show) -> None:
    view = show("one\ntwo", [])
    first = view.visible[0]
    assert block_at(view.visible, first.bottom - 1) == first
    assert block_at(view.visible, first.bottom) == view.visible[1]
