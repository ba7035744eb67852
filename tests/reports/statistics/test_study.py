# SPDX-License-Identifier: MIT
"""Excluded regions against sets of characters."""

from hypothesis import given
from hypothesis import strategies as st
from reports.statistics.made_study import Made, made_studies, spans

from annotator.domain import CompletionState
from annotator.reports.statistics.study import Excluded, Place, union_length

PAIRS = st.lists(spans().map(lambda span: (int(span.start), int(span.end))), max_size=5)


@given(PAIRS, spans())
def test_what_is_left_of_a_span_is_what_no_region_covers(pairs, span) -> None:
    covered = {place for start, end in pairs for place in range(start, end)}
    excluded = Excluded.of(pairs)
    assert excluded.length == union_length(pairs) == len(covered)
    assert excluded.left_of(span.start, span.end) == len(set(range(span.start, span.end)) - covered)
    assert excluded.close(span.start) == len(set(range(span.start)) - covered)
    assert Excluded.of(pairs[::-1]) == excluded


@given(made_studies())
def test_a_study_says_who_gives_a_value_and_what_counts(made: Made) -> None:
    for document in made.study.documents:
        assert made.study.excluded(document.id).length == len(made.excluded[document.id])
        counted = {each.id for each in made.study.counted(document.id)}
        assert counted == {each.id for each in made.annotations if each.document == document.id} - made.study.left_out
        for coder in made.study.coders:
            place = Place(document, "main")
            for code in made.study.codes:
                expected = made.silence_counts(coder.id, document.id, "main", code.id)
                assert made.study.gives_value(coder.id, place, code.id) == expected
            if made.completion(coder.id, document.id, "main") is None:
                assert made.study.completion(coder.id, place).state is CompletionState.NOT_STARTED
