# SPDX-License-Identifier: MIT
from dataclasses import replace

from annotator.domain import Span
from annotator.ui.text_view.brackets import Reach, joined, parted, rows
from annotator.ui.text_view.marks import Mark


def reach(mark_id: str, lane: int, top: float, bottom: float, middle: float | None = None, start: int = 0) -> Reach:
    return Reach(Mark(mark_id, Span.of(start, start + 1), "c"), lane, top, bottom, middle)


def test_the_parts_of_a_mark_in_several_blocks_are_one_bracket() -> None:
    (one,) = joined([reach("a", 0, 10, 20, 15), reach("a", 0, 30, 60)])
    assert (one.top, one.bottom, one.middle) == (10, 60, 15)


def test_brackets_that_share_a_line_meet_in_its_middle() -> None:
    upper, lower = parted([reach("a", 0, 0, 40), reach("b", 0, 30, 70)])
    assert (upper.bottom, lower.top) == (34, 36)


def test_brackets_of_other_lanes_and_of_none_are_left_alone() -> None:
    found = [reach("a", 0, 0, 40), reach("b", 1, 30, 70), reach("c", -1, 0, 0), reach("d", -1, 0, 0)]
    assert parted(found) == found


def test_what_one_made_oneself_stands_first_in_its_line() -> None:
    theirs = [reach(name, lane, 0, 9, 5) for lane, name in enumerate("abc")]
    theirs = [each._replace(mark=replace(each.mark, own=False)) for each in theirs]
    (line,) = rows([*theirs, reach("mine", 3, 0, 9, 5)], {})
    assert [mark.id for mark in line.marks] == ["mine", "a", "b", "c"]


def test_labels_are_gathered_by_line_and_ordered_by_lane() -> None:
    found = [reach("b", 1, 0, 9, 5), reach("a", 0, 0, 9, 5), reach("above", 0, -9, 9), reach("c", 0, 10, 19, 15)]
    first, second, third = rows(found, {15: 2, 25: 1})
    assert [mark.id for mark in first.marks] == ["a", "b"]
    assert (second.middle, [mark.id for mark in second.marks], second.hidden) == (15, ["c"], 2)
    assert (third.marks, third.hidden) == ((), 1)
