# SPDX-License-Identifier: MIT
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Span
from annotator.ui.text_view.buckets import Buckets, SortKey
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.paragraphs import Paragraphs

TEXT = "abcd\nefg\n\nhijkl\nmn"


def key(mark: Mark) -> SortKey:
    return (mark.span.start, -mark.span.length, 0, mark.id)


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)).map(
    lambda pair: Span.of(pair[0], min(len(TEXT), pair[0] + pair[1]))
)
MARKS = st.lists(SPANS, max_size=12).map(lambda spans: [Mark(f"m{n}", span, "c") for n, span in enumerate(spans)])


def expected(marks: list[Mark]) -> list[list[Mark]]:
    paragraphs = Paragraphs(TEXT)
    return [
        sorted((mark for mark in marks if number in paragraphs.of(mark.span)), key=key)
        for number in range(len(paragraphs))
    ]


def held(buckets: Buckets) -> list[list[Mark]]:
    return [list(buckets.marks(number)) for number in range(len(buckets.paragraphs))]


@given(MARKS)
def test_all_at_once_and_one_by_one_give_the_same(marks: list[Mark]) -> None:
    at_once = Buckets(Paragraphs(TEXT), sorted(marks, key=key), key=key)
    one_by_one = Buckets(Paragraphs(TEXT), [], key=key)
    for mark in marks:
        one_by_one.add(mark)
    assert held(at_once) == held(one_by_one) == expected(marks)


@given(MARKS, st.data())
def test_what_is_taken_out_is_gone_and_nothing_else(marks: list[Mark], data: st.DataObject) -> None:
    buckets = Buckets(Paragraphs(TEXT), sorted(marks, key=key), key=key)
    gone = data.draw(st.sets(st.sampled_from(range(len(marks)))) if marks else st.just(set()))
    for number in gone:
        touched = buckets.remove(marks[number])
        assert touched == buckets.paragraphs.of(marks[number].span)
    assert held(buckets) == expected([mark for number, mark in enumerate(marks) if number not in gone])


@given(MARKS)
def test_carried_marks_are_those_that_begin_above(marks: list[Mark]) -> None:
    buckets = Buckets(Paragraphs(TEXT), sorted(marks, key=key), key=key)
    for number in range(len(buckets.paragraphs)):
        start = buckets.paragraphs.start(number)
        above = [mark for mark in buckets.marks(number) if mark.span.start < start]
        assert buckets.carried(number) == above
        assert buckets.is_entered(number) == bool(above)
