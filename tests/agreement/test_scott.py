# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.matrices import Rows, declared, tables, value_of
from hypothesis import given

from annotator.agreement import Status
from annotator.agreement.fleiss import fleiss_of_matrix
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.scott import scott_of_matrix, scott_of_pair
from annotator.agreement.sums import PairSums


def test_binary_code_by_hand() -> None:
    """100 units, 30 and 50 coded, 20 by both: p_o = .6, p = .4, p_e = .52."""
    pair = PairSums(*(np.array(number) for number in (100, 30, 50, 20)))
    assert float(scott_of_pair(pair)) == pytest.approx((0.6 - 0.52) / 0.48)


def test_pi_pools_the_marginals_that_kappa_keeps_apart() -> None:
    """Two coders who never agree and split the categories: p_e = 1/2, pi = -1."""
    matrix = ReliabilityMatrix.of([["a", "b"]], weights=[10])
    assert value_of(scott_of_matrix(matrix)) == pytest.approx(-1)


@given(rows=tables(coders=(2, 2), least=2, missing=False))
def test_without_missing_values_it_is_fleiss_kappa_of_two(rows: Rows) -> None:
    scott, fleiss = scott_of_matrix(declared(rows)), fleiss_of_matrix(declared(rows))
    if isinstance(fleiss, Status):
        assert scott is fleiss
    else:
        assert value_of(scott) == fleiss.value


def test_values_of_one_coder_alone_do_not_count() -> None:
    with_gap = ReliabilityMatrix.of([["a", "a"], ["b", "b"], ["a", "b"], ["c", None]])
    without = ReliabilityMatrix.of([["a", "a"], ["b", "b"], ["a", "b"]])
    assert value_of(scott_of_matrix(with_gap)) == value_of(scott_of_matrix(without))


def test_matrix_without_variation_or_with_too_little() -> None:
    assert scott_of_matrix(ReliabilityMatrix.of([["a", "a"], ["a", "a"]])) is Status.NO_VARIATION
    assert scott_of_matrix(ReliabilityMatrix.of([["a", "b"], ["a", None]])) is Status.ONE_UNIT
    assert scott_of_matrix(ReliabilityMatrix.of([["a", None]])) is Status.NO_UNITS


def test_matrix_of_three_coders_is_refused() -> None:
    with pytest.raises(ValueError, match="a coefficient of two coders"):
        scott_of_matrix(ReliabilityMatrix.of([["a", "a", "b"]]))
