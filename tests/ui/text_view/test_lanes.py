# SPDX-License-Identifier: MIT
"""The laws of lanes, over texts of many short paragraphs so that spans cross them often."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import Span
from annotator.ui.text_view import lanes as lanes_module
from annotator.ui.text_view.lanes import assigned
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.model import ArticleModel

TEXT = "abcdefgh\n" * 12
RANKS = {"a": 0, "b": 1}

SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)).map(
    lambda pair: Span.of(pair[0], min(len(TEXT), pair[0] + pair[1]))
)
MARKS = st.lists(st.tuples(SPANS, st.sampled_from("ab")), max_size=25).map(
    lambda pairs: [Mark(f"m{number:02}", span, code) for number, (span, code) in enumerate(pairs)]
)


def order(mark: Mark) -> tuple[int, int, int, str]:
    return (mark.span.start, -mark.span.length, RANKS[mark.code], mark.id)


def swept(marks: list[Mark]) -> dict[str, int]:
    """Give the lanes of one greedy sweep over the whole text: the oracle, in quadratic time."""
    lanes: dict[str, int] = {}
    ordered = sorted(marks, key=order)
    for index, mark in enumerate(ordered):
        taken = {lanes[other.id] for other in ordered[:index] if other.span.end > mark.span.start}
        lanes[mark.id] = next(lane for lane in range(len(ordered)) if lane not in taken)
    return lanes


def lanes_of(model: ArticleModel) -> dict[str, int]:
    """Give every mark's lane, having asked from the last paragraph up; check that paragraphs agree."""
    found: dict[str, int] = {}
    for paragraph in reversed(range(len(model.paragraphs))):
        for mark_id, lane in model.lanes.of(paragraph).items():
            assert found.setdefault(mark_id, lane) == lane, "a span keeps its lane across paragraphs"
    return found


@given(MARKS)
def test_spans_that_overlap_never_share_a_lane(marks: list[Mark]) -> None:
    lanes = lanes_of(ArticleModel(TEXT, marks, ranks=RANKS))
    for one, other in combinations(marks, 2):
        assert not one.span.overlaps(other.span) or lanes[one.id] != lanes[other.id]


@given(MARKS)
def test_lanes_made_paragraph_by_paragraph_are_those_of_one_sweep(marks: list[Mark]) -> None:
    assert lanes_of(ArticleModel(TEXT, marks, ranks=RANKS)) == swept(marks)


@given(MARKS.filter(bool), st.data())
def test_removing_a_span_moves_none_left_of_it(marks: list[Mark], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(marks))
    before = lanes_of(ArticleModel(TEXT, marks, ranks=RANKS))
    after = lanes_of(ArticleModel(TEXT, [mark for mark in marks if mark is not gone], ranks=RANKS))
    assert all(after[mark.id] == before[mark.id] for mark in marks if order(mark) < order(gone))


@given(MARKS, st.lists(st.tuples(st.booleans(), st.integers(0, 30), SPANS, st.integers(0, 11)), max_size=12))
@settings(max_examples=200)
def test_changes_lead_to_the_lanes_of_a_fresh_start(
    marks: list[Mark], steps: list[tuple[bool, int, Span, int]]
) -> None:
    model = ArticleModel(TEXT, marks, ranks=RANKS)
    known = {mark.id: mark for mark in marks}
    for adds, number, span, shown in steps:
        model.lanes.of(shown)
        mark_id = f"m{number:02}"
        if adds:
            known[mark_id] = Mark(mark_id, span, "ab"[number % 2])
            model.change(added=[known[mark_id]])
        else:
            known.pop(mark_id, None)
            model.change(removed=[mark_id])
        model.lanes.of(shown)
    assert lanes_of(model) == swept(list(known.values()))


@given(MARKS, SPANS)
def test_a_change_says_all_paragraphs_that_look_different(marks: list[Mark], span: Span) -> None:
    model = ArticleModel(TEXT, marks, ranks=RANKS)
    before = [dict(model.lanes.of(number)) for number in range(len(model.paragraphs))]
    told = {number for each in model.change(added=[Mark("new", span, "a")]).ranges for number in each}
    for number in range(len(model.paragraphs)):
        assert number in told or dict(model.lanes.of(number)) == before[number]


def test_a_change_in_one_paragraph_costs_one_paragraph() -> None:
    text = "a line of words\n" * 500
    marks = [Mark(f"m{number}", Span.of(number * 16, number * 16 + 6), "a") for number in range(500)]
    model = ArticleModel(text, marks, ranks=RANKS)
    for number in range(500):
        model.lanes.of(number)
    made = model.lanes.laned
    assert model.change(added=[Mark("new", Span.of(16 * 250 + 2, 16 * 250 + 9), "b")]).ranges == (range(250, 251),)
    assert model.lanes.laned - made == 1


def test_a_change_that_pushes_carried_spans_is_followed_until_they_agree() -> None:
    text = "a line of words\n" * 10
    long = Mark("long", Span.of(20, 60), "a")
    model = ArticleModel(text, [long], ranks=RANKS)
    for number in range(10):
        model.lanes.of(number)
    assert model.lanes.of(2)["long"] == 0
    assert model.change(added=[Mark("new", Span.of(16, 24), "a")]).ranges == (range(1, 4),)
    assert model.lanes.of(3)["long"] == 1


def test_a_document_long_span_is_followed_only_so_far_at_once() -> None:
    text = "a line of words\n" * 3_000
    model = ArticleModel(text, [], ranks=RANKS)
    model.lanes.of(2_500)
    made = model.lanes.laned
    model.change(added=[Mark("whole", Span.of(0, len(text)), "a")])
    assert model.lanes.laned - made <= lanes_module.EAGER_PARAGRAPHS
    assert model.lanes.of(2_500) == {"whole": 0}


def test_depth_is_the_number_of_lanes_needed() -> None:
    marks = [Mark(f"m{number}", Span.of(number, 8), "a") for number in range(5)]
    model = ArticleModel(TEXT, marks, ranks=RANKS)
    assert model.lanes.depth(0) == 5
    assert model.lanes.depth(1) == 0


def test_the_longer_then_the_earlier_code_then_the_id_comes_first() -> None:
    marks = [
        Mark("z", Span.of(0, 5), "a"),
        Mark("y", Span.of(0, 5), "b"),
        Mark("x", Span.of(0, 5), "b"),
        Mark("w", Span.of(0, 8), "b"),
    ]
    assert ArticleModel(TEXT, marks, ranks=RANKS).lanes.of(0) == {"w": 0, "z": 1, "x": 2, "y": 3}


def test_carried_lanes_with_holes_between_are_filled() -> None:
    marks = [Mark("carried", Span.of(0, 20), "a"), Mark("next", Span.of(10, 12), "a")]
    assert assigned(marks, {"carried": 2}) == {"carried": 2, "next": 0}


def test_a_fixed_lane_is_kept_whatever_is_free() -> None:
    marks = [Mark("low", Span.of(0, 4), "a", lane=2), Mark("free", Span.of(0, 4), "a")]
    assert assigned(marks, {}) == {"low": 2, "free": 0}
    assert assigned([Mark("low", Span.of(0, 4), "a", lane=1)], {"low": 0}) == {"low": 1}
