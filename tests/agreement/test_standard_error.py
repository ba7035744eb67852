# SPDX-License-Identifier: MIT
"""Standard errors against the slope of the coefficient, by weighing one unit a little heavier."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from agreement.matrices import QUADRATIC_TABLE, declared

from annotator.agreement import Status
from annotator.agreement.brennan_prediger import brennan_prediger_of_matrix
from annotator.agreement.cohen import cohen_of_matrix
from annotator.agreement.conger import conger_of_matrix
from annotator.agreement.fleiss import fleiss_of_matrix
from annotator.agreement.gwet import Weights, ac2_of_matrix
from annotator.agreement.krippendorff import alpha_of_matrix
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.metrics import Metric
from annotator.agreement.scott import scott_of_matrix
from annotator.agreement.standard_error import Estimate, chance_corrected, trivial
from annotator.agreement.weighted_kappa import weighted_kappa_of_matrix

HEAVY = 10**7

TWO_CODERS: list[Callable[[ReliabilityMatrix], Estimate | Status]] = [
    cohen_of_matrix,
    scott_of_matrix,
    partial(weighted_kappa_of_matrix, weights=Weights.LINEAR),
    partial(weighted_kappa_of_matrix, weights=Weights.QUADRATIC),
]
ANY_NUMBER: list[Callable[[ReliabilityMatrix], Estimate | Status]] = [
    fleiss_of_matrix,
    conger_of_matrix,
    brennan_prediger_of_matrix,
    *(partial(ac2_of_matrix, weights=weights) for weights in Weights),
    *(partial(alpha_of_matrix, metric=metric) for metric in Metric if metric is not Metric.ORDINAL),
]


def estimate(formula: Callable[[ReliabilityMatrix], Estimate | Status], matrix: ReliabilityMatrix) -> Estimate:
    found = formula(matrix)
    assert isinstance(found, Estimate)
    return found


def check_slopes(formula: Callable[[ReliabilityMatrix], Estimate | Status], rows: list[list[int]]) -> None:
    """Every row stands for so many units that one more hardly counts, yet more than rounding does."""
    weights = [HEAVY] * len(rows)
    whole = estimate(formula, declared(rows, weights=weights))
    for place, part in enumerate(whole.parts):
        heavier = [weight + HEAVY // 1000 * (place == row) for row, weight in enumerate(weights)]
        lighter = [weight - HEAVY // 1000 * (place == row) for row, weight in enumerate(weights)]
        high, low = (estimate(formula, declared(rows, weights=each)).value for each in (heavier, lighter))
        assert (high - low) / 0.002 * len(rows) == pytest.approx(part, abs=1e-4)


@pytest.mark.parametrize("formula", TWO_CODERS + ANY_NUMBER)
def test_the_parts_are_slopes_of_two_coders(formula: Callable[[ReliabilityMatrix], Estimate | Status]) -> None:
    check_slopes(formula, [row for row, _weight in QUADRATIC_TABLE])


@pytest.mark.parametrize("formula", ANY_NUMBER)
def test_the_parts_are_slopes_of_four_coders(formula: Callable[[ReliabilityMatrix], Estimate | Status]) -> None:
    check_slopes(formula, [[1, 1, 2, 1], [2, 2, 2, 2], [3, 3, 3, 5], [4, 4, 1, 4], [5, 4, 5, 5], [1, 2, 3, 4]])


@pytest.mark.parametrize("formula", [conger_of_matrix, fleiss_of_matrix, alpha_of_matrix])
def test_the_parts_add_up_to_nothing_where_no_value_is_missing(
    formula: Callable[[ReliabilityMatrix], Estimate | Status],
) -> None:
    found = estimate(formula, declared([[1, 2, 1], [2, 2, 3], [5, 5, 5]], weights=[3, 1, 2]))
    assert float(found.weights @ found.parts) == pytest.approx(0, abs=1e-12)


def test_error_and_interval_by_hand() -> None:
    """Parts -1, 0 and 1 of 1, 2 and 1 units: SE^2 = 2 / (4 * 3); t of 3 degrees of freedom is 3.182."""
    found = Estimate(0.4, parts=np.array([-1.0, 0.0, 1.0]), weights=np.array([1, 2, 1]))
    error = (2 / 12) ** 0.5
    assert found.standard_error() == pytest.approx(error)
    interval = found.interval(0.95)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((0.4 - 3.18245 * error, 1.0), abs=1e-5)
    assert (interval.method, interval.resamples) == ("gwet_standard_error", None)


def test_agreement_without_fail_has_an_interval_of_no_length() -> None:
    interval = estimate(fleiss_of_matrix, declared([[1, 1], [2, 2]])).interval(0.95)
    assert interval is not None
    assert (interval.low, interval.high) == (1.0, 1.0)


def test_no_error_without_parts_or_with_one_unit() -> None:
    assert Estimate(0.5).standard_error() is None
    assert Estimate(0.5).interval(0.95) is None
    assert Estimate(0.5, parts=np.zeros(1), weights=np.ones(1, dtype=np.int64)).interval(0.95) is None


def test_a_coefficient_from_its_parts() -> None:
    """Of three units two have two values: p_a = 1/2, p_e = 1/4."""
    matrix = declared([[1, 1], [1, 2], [1, None]])
    found = chance_corrected(matrix, shares=np.array([1.0, 0.0]), chance=0.25, chance_parts=0.0)
    assert found.value == pytest.approx(1 / 3)
    moved = np.array([3 / 2 * (1 - 0.25), 3 / 2 * (0 - 0.25), 0]) / 0.75
    assert found.parts == pytest.approx(moved - 1 / 3)


def test_what_is_trivial() -> None:
    assert trivial(declared([[1, 1], [1, None]])) is not None
    assert trivial(declared([[1, 1], [2, None]])) is None
