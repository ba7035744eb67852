# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.made import by_measure, document
from agreement.matrices import value_of

from annotator.agreement import Status
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.percent import (
    percent_items_of_matrix,
    percent_of_sums,
    percent_pairable_of_matrix,
    percent_pairable_of_sums,
)
from annotator.agreement.sums import PairSums
from annotator.agreement.swept import sweep

BY_CODER: list[list[int | None]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
EXAMPLE_C = list(zip(*BY_CODER, strict=True))
"""Krippendorff 2011, section C: twelve units, four coders, values missing."""


def test_the_two_definitions_differ_where_values_are_missing() -> None:
    matrix = ReliabilityMatrix.of(EXAMPLE_C)
    assert value_of(percent_items_of_matrix(matrix)) == pytest.approx(0.818, abs=0.0005)
    assert value_of(percent_pairable_of_matrix(matrix)) == pytest.approx(0.800, abs=0.0005)


def test_no_unit_with_two_values_is_said() -> None:
    matrix = ReliabilityMatrix.of([["a", None], [None, "b"]])
    assert percent_items_of_matrix(matrix) is Status.NO_UNITS
    assert percent_pairable_of_matrix(matrix) is Status.NO_UNITS


def test_percent_of_a_code_is_the_share_of_agreeing_characters() -> None:
    found = by_measure([document({("A", "trust"): [(10, 60)], ("B", "trust"): [(40, 80)]})])["percent"]
    assert found.value == pytest.approx((300 - 30 - 20) / 300)


def test_percent_of_an_unused_code_is_full_and_says_that_this_is_trivial() -> None:
    found = by_measure([document({})])["percent"]
    assert (found.value, found.status) == (1.0, Status.OK)
    assert found.reason == "trivially: nobody used this code in the one shared article"


def test_sums_of_many_resamples_are_taken_element_by_element() -> None:
    none = np.zeros(2, dtype=np.int64)
    sums = PairSums(units=np.array([4, 0]), first=np.array([1, 0]), second=none, both=none).as_sums()
    found = percent_of_sums(sums)
    assert found[0] == 0.75
    assert np.isnan(found[1])


def test_pairable_values_of_a_code_weigh_units_by_their_coders() -> None:
    """Ten units of three coders of whom one says yes, ten of two who agree: (3 * 1/3 + 2 * 1) / 5 against 2/3."""
    three = document({("A", "trust"): [(0, 10)]}, name="one", length=10, finished="ABC")
    two = document({}, name="two", length=10, finished="AB")
    numbers = sweep([three, two], coders="ABC", codes=["trust"], unit="character").codes["trust"]
    sums = numbers.per_document().pooled()
    assert float(percent_pairable_of_sums(sums)) == pytest.approx(3 / 5)
    assert float(percent_of_sums(sums)) == pytest.approx(2 / 3)
