# SPDX-License-Identifier: MIT
from typing import Any

import numpy as np
import pytest

from annotator.agreement.matrix import ReliabilityMatrix, mean_comparisons


def test_categories_stand_in_the_order_named_then_met() -> None:
    matrix = ReliabilityMatrix.of([["b", "c"], [None, "a"]], categories=["a", "never"])
    assert matrix.categories == ("a", "never", "b", "c")
    assert matrix.values.tolist() == [[2, 3], [-1, 0]]


def test_counts_leave_missing_values_out() -> None:
    matrix = ReliabilityMatrix.of([["a", "b", "a"], [None, "b", None]], weights=[2, 5])
    assert matrix.counts().tolist() == [[2, 1], [0, 1]]
    assert matrix.values_per_unit.tolist() == [3, 1]
    assert matrix.units == 7
    assert matrix.category_totals().tolist() == [4, 7]


def test_pairable_units_have_two_values() -> None:
    matrix = ReliabilityMatrix.of([["a", "b"], [None, "b"], [None, None]], weights=[2, 5, 1])
    assert matrix.pairable().units == 2
    assert matrix.with_values(1).units == 7


def test_agreeing_share_is_of_pairs() -> None:
    matrix = ReliabilityMatrix.of([["a", "a", "b"], ["a", "a", "a"], ["a", "b", None]])
    assert matrix.agreeing_share() == pytest.approx([1 / 3, 1, 0])


def test_sets_are_values_like_others() -> None:
    matrix = ReliabilityMatrix.of([[frozenset(), frozenset("a")], [frozenset("a"), frozenset()]])
    assert matrix.values.tolist() == [[0, 1], [1, 0]]


def test_category_shares_are_means_over_units() -> None:
    matrix = ReliabilityMatrix.of([["a", "b", "b"], ["a", None, None]], weights=[1, 3])
    assert matrix.category_shares() == pytest.approx([(1 / 3 + 3) / 4, (2 / 3) / 4])
    assert matrix.mean_of_values(np.array([3.0, 6.0])) == pytest.approx([5, 3])


def test_pairs_of_values_whoever_gave_them() -> None:
    matrix = ReliabilityMatrix.of([[None, "a", "b"], ["a", "b", "b"], [None, None, "a"]])
    found = [
        (int(row), {int(one), int(two)})
        for rows, *both in matrix.pairs()
        for row, one, two in zip(rows, *both, strict=True)
    ]
    assert sorted(found, key=str) == [(0, {0, 1}), (1, {0, 1}), (1, {0, 1}), (1, {1})]


def test_rows_that_stand_for_no_unit_drop_out() -> None:
    matrix = ReliabilityMatrix.of([["a", "b"], ["a", "a"]], weights=[0, 2])
    assert matrix.pairable().values.tolist() == [[0, 0]]


def test_the_codebook_may_have_more_categories_but_not_fewer() -> None:
    rows = [["a", "b"], ["c", "c"]]
    assert ReliabilityMatrix.of(rows).q == 3
    assert ReliabilityMatrix.of(rows, category_count=7).pairable().q == 7
    with pytest.raises(ValueError, match="2 categories are declared and 3 occur"):
        ReliabilityMatrix.of(rows, category_count=2)


def test_ranks_of_numbers_go_by_size() -> None:
    assert ranks_of([[10, 2.5], [7, 2.5]]) == [2, 0, 1]


def test_ranks_of_words_go_by_the_order_in_which_they_were_named() -> None:
    assert ranks_of([["high", "low"]], categories=["low", "middle", "high"]) == [0, 1, 2]
    assert ranks_of([["high", "low"]]) is None
    assert ranks_of([["high", "other"]], categories=["low", "high"]) is None


def test_ranks_where_the_codebook_has_more_categories_than_are_known() -> None:
    assert ranks_of([[2, 5]], category_count=5) == [0, 3]
    assert ranks_of([[0, 5]], category_count=5) is None
    assert ranks_of([[0, 2.5]], category_count=5) is None
    assert ranks_of([["a", "b"]], category_count=5) is None


def test_an_empty_matrix_has_no_units() -> None:
    matrix = ReliabilityMatrix.of([])
    assert (matrix.units, matrix.pairable().units, matrix.category_totals().tolist()) == (0, 0, [])


def test_mean_comparisons_with_what_occurs() -> None:
    found = mean_comparisons(np.not_equal, among=np.array([0, 2]), shares=np.array([0.25, 0.0, 0.75]))
    assert found.tolist() == [0.75, 0.0, 0.25]


def ranks_of(rows: list[list[Any]], **named: Any) -> list[int] | None:
    found = ReliabilityMatrix.of(rows, **named).ranks()
    return None if found is None else found.tolist()
