# SPDX-License-Identifier: MIT
from itertools import combinations

import numpy as np
import pytest
from agreement.made import stretches
from hypothesis import given, settings, strategies

from annotator.agreement.matching import TooManyPairs, likeness, matched, maximum_matching, overlapping

Spans = list[tuple[int, int]]

few = stretches(14, most=6).map(sorted)
thresholds = strategies.sampled_from([1e-9, 0.25, 0.5, 0.75, 1.0])


def rows(spans: Spans) -> np.ndarray:  # type: ignore[type-arg]  # of whole numbers, as everywhere in the package
    return np.array(spans, dtype=np.int64).reshape(-1, 2)


def iou(one: tuple[int, int], two: tuple[int, int]) -> float:
    first, second = set(range(*one)), set(range(*two))
    return len(first & second) / len(first | second)


def most_by_trying(pairs: list[tuple[int, int]]) -> int:
    """The size of the greatest choice in which no index occurs twice, by trying every choice."""
    for size in range(len(pairs), 0, -1):
        for choice in combinations(pairs, size):
            if len({one for one, _ in choice}) == size == len({two for _, two in choice}):
                return size
    return 0


def naive_most(first: Spans, second: Spans, *, threshold: float, used: frozenset[int] = frozenset()) -> int:
    """Try for the first span every partner and none, then the same with what is left."""
    if not first:
        return 0
    best = naive_most(first[1:], second, threshold=threshold, used=used)
    for index, other in enumerate(second):
        if index not in used and iou(first[0], other) >= threshold:
            best = max(best, 1 + naive_most(first[1:], second, threshold=threshold, used=used | {index}))
    return best


@given(first=few, second=few)
def test_candidates_are_all_pairs_that_share_a_position_each_once(first: Spans, second: Spans) -> None:
    pairs = overlapping(rows(first), rows(second))
    meeting = [
        [one, two] for one in range(len(first)) for two in range(len(second)) if iou(first[one], second[two]) > 0
    ]
    assert pairs.tolist() == meeting
    expected = [iou(first[one], second[two]) for one, two in meeting]
    assert likeness(rows(first), rows(second), pairs=pairs).tolist() == expected


@settings(deadline=None)
@given(first=few, second=few, threshold=thresholds)
def test_no_assignment_matches_more(first: Spans, second: Spans, threshold: float) -> None:
    found = matched(rows(first), rows(second), threshold=threshold).tolist()
    assert len({one for one, _ in found}) == len(found) == len({two for _, two in found})
    assert all(iou(first[one], second[two]) >= threshold for one, two in found)
    assert len(found) == naive_most(first, second, threshold=threshold)
    assert len(found) == len(matched(rows(second), rows(first), threshold=threshold))


@given(pairs=strategies.lists(strategies.tuples(strategies.integers(0, 5), strategies.integers(0, 5)), max_size=9))
def test_the_matching_of_any_pairs_is_the_greatest(pairs: list[tuple[int, int]]) -> None:
    distinct = list(dict.fromkeys(pairs))
    found = [(one, two) for one, two in maximum_matching(rows(distinct)).tolist()]
    assert set(found) <= set(distinct)
    assert len({one for one, _ in found}) == len(found) == len({two for _, two in found})
    assert len(found) == most_by_trying(distinct)


def test_touching_spans_do_not_meet() -> None:
    assert overlapping(rows([(0, 5)]), rows([(5, 9)])).tolist() == []


def test_equal_spans_answer_each_other_before_merely_overlapping_ones() -> None:
    first, second = rows([(0, 10), (1, 9)]), rows([(0, 9), (1, 9)])
    assert matched(first, second, threshold=1e-9).tolist() == [[0, 0], [1, 1]]


def test_what_is_most_alike_gives_way_to_a_greater_number() -> None:
    first, second = rows([(0, 10), (9, 20)]), rows([(0, 9), (1, 11)])
    # The first span is most like the first of the other, which leaves the second for the second.
    assert matched(first, second, threshold=1e-9).tolist() == [[0, 0], [1, 1]]
    # The long span is like both; the short one of the other coder meets only it.
    first, second = rows([(0, 10), (4, 12)]), rows([(0, 3), (0, 12)])
    assert matched(first, second, threshold=1e-9).tolist() == [[0, 0], [1, 1]]


@pytest.mark.parametrize("length", [1, 2, 501])
def test_a_long_chain_is_rematched_from_end_to_end(length: int) -> None:
    # Each first may take the second of the same number or the one before; the odd one out comes last.
    pairs = [(place, place - 1) for place in range(1, length)] + [(place, place) for place in range(length)]
    assert len(maximum_matching(rows(pairs[: length - 1] + pairs[length - 1 :]))) == length


def test_many_spans_over_few_cost_one_search_that_fails() -> None:
    pairs = [(one, two) for one in range(3000) for two in range(3)]
    assert len(maximum_matching(rows(pairs))) == 3


def test_none_matches_none() -> None:
    assert matched(rows([]), rows([(0, 1)]), threshold=0.5).tolist() == []
    assert matched(rows([(0, 1)]), rows([]), threshold=0.5).tolist() == []


def test_spans_piled_up_without_end_are_refused_before_memory_is_taken() -> None:
    piled = rows([(start, 10_000) for start in range(5_000)])
    with pytest.raises(TooManyPairs, match="25,000,000 pairs"):
        matched(piled, piled, threshold=0.5)
