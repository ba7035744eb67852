# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.matrices import QUADRATIC_TABLE, Rows, declared, tables, value_of
from hypothesis import given

from annotator.agreement import Status
from annotator.agreement.gwet import Weights, ac1_of_matrix, ac1_of_sums, ac2_of_matrix, weight_factor
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.standard_error import Estimate
from annotator.agreement.sums import PairSums


def test_ac1_of_a_table_of_two() -> None:
    """80, 7, 8 and 5 units: percent .85, share of "coded" .125, AC1 .808, while alpha is .318."""
    matrix = ReliabilityMatrix.of([[1, 1], [1, 2], [2, 1], [2, 2]], weights=[80, 7, 8, 5])
    assert value_of(ac1_of_matrix(matrix)) == pytest.approx(0.808, abs=5e-4)
    pair = PairSums(*(np.array(number) for number in (100, 12, 13, 5)))
    assert float(ac1_of_sums(pair.as_sums())) == pytest.approx(value_of(ac1_of_matrix(matrix)))


def test_published_quadratic_ac2_with_its_interval() -> None:
    """Gwet 2014, two abstractors of pregnancies: .940, from .905 to .976."""
    scale = ("ectopic", "abnormal", "normal")
    rows = [[scale[one], scale[two]] for one, two in ((0, 0), (1, 1), (1, 2), (2, 1), (2, 2))]
    matrix = declared(rows, weights=[13, 20, 7, 4, 56], categories=scale)
    found = ac2_of_matrix(matrix, weights=Weights.QUADRATIC)
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(0.940, abs=5e-4)
    interval = found.interval(0.95)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((0.905, 0.976), abs=5.1e-4)


def test_published_quadratic_ac2_of_a_scale_of_five() -> None:
    rows, weights = zip(*QUADRATIC_TABLE, strict=True)
    found = ac2_of_matrix(declared(list(rows), weights=weights), weights=Weights.QUADRATIC)
    assert value_of(found) == pytest.approx(0.87005, abs=5e-6)


@given(rows=tables(least=1))
def test_identity_weights_give_ac1(rows: Rows) -> None:
    first, second = ac1_of_matrix(declared(rows)), ac2_of_matrix(declared(rows), weights=Weights.IDENTITY)
    if isinstance(first, Status):
        assert second is first
    else:
        assert value_of(second) == first.value


@pytest.mark.parametrize("weights", [Weights.LINEAR, Weights.QUADRATIC])
def test_of_two_categories_every_weight_is_the_same(weights: Weights) -> None:
    matrix = declared([[1, 1], [1, 2], [2, 2], [2, None]], categories=(1, 2))
    assert value_of(ac2_of_matrix(matrix, weights=weights)) == pytest.approx(value_of(ac1_of_matrix(matrix)))


@pytest.mark.parametrize("q", [2, 3, 5, 12])
def test_the_sum_of_weights_is_that_of_the_spelled_out_table(q: int) -> None:
    places = np.arange(q)
    apart = np.abs(places[:, np.newaxis] - places) / (q - 1)
    assert weight_factor(q, weights=Weights.IDENTITY) == pytest.approx(1 / (q - 1))
    assert weight_factor(q, weights=Weights.LINEAR) == pytest.approx((1 - apart).sum() / (q * (q - 1)))
    assert weight_factor(q, weights=Weights.QUADRATIC) == pytest.approx((1 - apart**2).sum() / (q * (q - 1)))


def test_a_codebook_of_any_size_needs_no_table_of_weights() -> None:
    matrix = ReliabilityMatrix.of([[1, 2], [2, 2]], category_count=10**9)
    found = ac2_of_matrix(matrix, weights=Weights.QUADRATIC)
    assert isinstance(found, Estimate)
    # Two neighbours of so many ranks agree but for one step in 10^9; p_e nears 5/6 (1 - (1/4)^2 - (3/4)^2).
    assert found.value == pytest.approx(1)
    assert weight_factor(10**9, weights=Weights.QUADRATIC) == pytest.approx(5 / 6)
    assert weight_factor(10**9, weights=Weights.LINEAR) == pytest.approx(2 / 3)


def test_without_variation_it_is_trivially_one() -> None:
    for weights in Weights:
        found = ac2_of_matrix(declared([[3, 3], [3, 3]]), weights=weights)
        assert isinstance(found, Estimate)
        assert (found.value, found.trivial) == (1.0, True)


def test_weights_want_a_scale() -> None:
    matrix = ReliabilityMatrix.of([["a", "b"], ["b", "b"]])
    assert ac2_of_matrix(matrix, weights=Weights.LINEAR) is Status.NOT_FOR_THESE_VALUES
    assert ac2_of_matrix(ReliabilityMatrix.of([["a", None]]), weights=Weights.LINEAR) is Status.NO_UNITS
