# SPDX-License-Identifier: MIT
"""Pieces of lanes against a count of each character."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Pattern, Span
from annotator.ui.text_view.coder_lanes import Shared, lane_marks, lane_styles

LENGTH = 24


@st.composite
def lane(draw: st.DrawFn) -> list[Span]:
    cuts = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return [Span.of(start, end) for start, end in pairs]


@given(st.lists(lane(), min_size=1, max_size=5))
def test_every_character_has_the_look_of_how_many_marked_it(lanes: list[list[Span]]) -> None:
    marks = lane_marks(lanes)
    for place in range(len(lanes)):
        for position in range(LENGTH):
            marked = [any(span.start <= position < span.end for span in spans) for spans in lanes]
            here = [m for m in marks if m.lane == place and m.span.start <= position < m.span.end]
            assert len(here) == marked[place]
            if here:
                number = sum(marked)
                wanted = Shared.SOME
                if number == 1:
                    wanted = Shared.ONE
                elif number == len(lanes):
                    wanted = Shared.ALL
                assert here[0].code == wanted


@given(st.lists(lane(), min_size=1, max_size=5))
def test_only_true_ends_open_and_close(lanes: list[list[Span]]) -> None:
    marks = lane_marks(lanes)
    for place, spans in enumerate(lanes):
        own = [mark for mark in marks if mark.lane == place]
        assert [mark.span.start for mark in own if mark.opens] == [span.start for span in spans]
        assert [mark.span.end for mark in own if mark.closes] == [span.end for span in spans]
    assert len({mark.id for mark in marks}) == len(marks)


def test_one_coder_alone_agrees_with_nobody() -> None:
    (only,) = lane_marks([[Span.of(2, 5)]], names=["A Novak"])
    assert only.code == Shared.ONE
    assert only.coder == "A Novak"
    assert not only.own


def test_looks_differ_without_colour() -> None:
    looks = {style.code: style for style in lane_styles(calm="#FFFFFF", colour="#FFFFFF", is_strong=True)}
    assert looks[Shared.ALL].pattern is Pattern.DOUBLE
    assert looks[Shared.SOME].is_hatched
    assert looks[Shared.ONE].pattern is Pattern.SOLID
    assert not looks[Shared.ONE].is_hatched
