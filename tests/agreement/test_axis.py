# SPDX-License-Identifier: MIT
from collections.abc import Sequence

import numpy as np
import pytest
from agreement.made import document, stretches
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.axis import Axis, Gaps, joined

Pairs = Sequence[tuple[int, int]]


def array(spans: Pairs) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    return np.array(spans, dtype=np.int64).reshape(-1, 2)


def placed(axis: Axis, spans: Pairs) -> list[list[int]]:
    return [list(run) for run in axis.place(axis.close(array(spans))).tolist()]


@settings(deadline=None)
@given(regions=stretches(30, most=5), position=st.integers(0, 30))
def test_text_closes_up_over_excluded_regions(regions: list[tuple[int, int]], position: int) -> None:
    gone = {place for start, end in regions for place in range(start, end)}
    left_before = sum(place not in gone for place in range(position))
    assert Gaps.of(array(regions)).close(np.array([position])).tolist() == [left_before]


def test_characters_of_several_documents_lie_end_to_end() -> None:
    documents = [
        document({}, name="one", length=100, excluded=[(0, 10), (5, 20)]),
        document({}, name="two", length=50),
        document({}, name="three", length=30, excluded=[(0, 30)]),
    ]
    axis = Axis.of(documents, unit="character")
    assert axis.sizes.tolist() == [80, 50, 0]
    assert axis.bounds.tolist() == [0, 80, 130, 130]
    assert placed(axis, [(0, 10), (15, 25), (100, 101), (150, 160)]) == [[0, 0], [0, 5], [80, 81], [130, 130]]


def test_a_sentence_is_coded_where_a_span_touches_it() -> None:
    axis = Axis.of([document({}, length=30, units=[(0, 10), (11, 20), (20, 30)])], unit="sentence")
    assert axis.sizes.tolist() == [3]
    whole, edge, gap, last = placed(axis, [(0, 30), (9, 12), (10, 11), (29, 30)])
    assert (whole, edge, last) == ([0, 3], [0, 2], [2, 3])
    assert gap[0] >= gap[1]


def test_what_is_excluded_touches_no_sentence() -> None:
    given_document = document({}, length=30, units=[(0, 10), (10, 20), (20, 30)], excluded=[(8, 12), (20, 30)])
    axis = Axis.of([given_document], unit="sentence")
    assert axis.sizes.tolist() == [2]
    inside, crossing, beyond = placed(axis, [(8, 12), (7, 11), (25, 30)])
    assert inside[0] >= inside[1]
    assert crossing == [0, 1]
    assert beyond[0] >= beyond[1]


def test_sentences_of_a_document_stay_its_own() -> None:
    documents = [
        document({}, name="one", length=10, units=[(0, 10)]),
        document({}, name="two", length=10, units=[]),
        document({}, name="three", length=10, units=[(0, 5), (5, 10)]),
    ]
    assert Axis.of(documents, unit="sentence").bounds.tolist() == [0, 1, 1, 3]


@pytest.mark.parametrize("span", [(-1, 5), (5, 5), (6, 5), (95, 101)])
def test_a_span_outside_its_document_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=r"not a span of its document: \["):
        joined([[(0, 1)], [span]], offsets=np.array([0, 100]), lengths=np.array([100, 100]))


def test_sentences_may_not_overlap() -> None:
    with pytest.raises(ValueError, match="the sentence bounds overlap or are out of order"):
        Axis.of([document({}, units=[(0, 10), (9, 20)])], unit="sentence")


def test_sentences_must_be_there_when_asked_for() -> None:
    with pytest.raises(ValueError, match="document d1 comes without its sentence bounds"):
        Axis.of([document({})], unit="sentence")


def test_no_document_gives_an_empty_axis() -> None:
    assert Axis.of([], unit="character").bounds.tolist() == [0]
    assert Axis.of([], unit="sentence").bounds.tolist() == [0]
