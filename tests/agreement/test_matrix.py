# SPDX-License-Identifier: MIT
import pytest

from annotator.agreement.matrix import ReliabilityMatrix


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
