# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.matrices import value_of

from annotator.agreement import Status
from annotator.agreement.brennan_prediger import brennan_prediger_of_matrix, brennan_prediger_of_sums
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.standard_error import Estimate
from annotator.agreement.sums import PairSums


def test_bennetts_s_of_a_table_of_two() -> None:
    """80, 7, 8 and 5 units: percent .85, S .70."""
    matrix = ReliabilityMatrix.of([[1, 1], [1, 2], [2, 1], [2, 2]], weights=[80, 7, 8, 5])
    assert value_of(brennan_prediger_of_matrix(matrix)) == pytest.approx(0.7)
    pair = PairSums(*(np.array(number) for number in (100, 87, 88, 80)))
    assert float(brennan_prediger_of_sums(pair.as_sums())) == pytest.approx(0.7)


def test_the_codebook_says_how_many_categories_there_are() -> None:
    rows, weights = [[1, 1], [1, 2]], [3, 1]
    assert value_of(brennan_prediger_of_matrix(ReliabilityMatrix.of(rows, weights=weights))) == pytest.approx(0.5)
    of_five = ReliabilityMatrix.of(rows, weights=weights, category_count=5)
    assert value_of(brennan_prediger_of_matrix(of_five)) == pytest.approx((0.75 - 0.2) / 0.8)


def test_its_standard_error_is_that_of_percent() -> None:
    """Of 4 units 3 agree: the variance of the mean is (3/4) (1/4) / 3, divided by 1 - 1/2."""
    found = brennan_prediger_of_matrix(ReliabilityMatrix.of([[1, 1], [1, 2]], weights=[3, 1]))
    assert isinstance(found, Estimate)
    assert found.standard_error() == pytest.approx((0.75 * 0.25 / 3) ** 0.5 / 0.5)


def test_without_variation_it_is_trivially_one() -> None:
    found = brennan_prediger_of_matrix(ReliabilityMatrix.of([["a", "a"], ["a", "a"]]))
    assert isinstance(found, Estimate)
    assert (found.value, found.trivial, found.standard_error()) == (1.0, True, None)


def test_nothing_shared() -> None:
    assert brennan_prediger_of_matrix(ReliabilityMatrix.of([["a", None]])) is Status.NO_UNITS
