# SPDX-License-Identifier: MIT
import math

import pytest
from agreement.matrices import LIKERT, QUADRATIC_TABLE, Rows, declared, tables, value_of
from hypothesis import given

from annotator.agreement import Status
from annotator.agreement.cohen import cohen_of_matrix
from annotator.agreement.gwet import Weights
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.standard_error import Estimate
from annotator.agreement.weighted_kappa import weighted_kappa_of_matrix

SKIN = ReliabilityMatrix.of([[1, 2], [1, 3], [2, 2], [3, 2], [3, 3]], weights=[4, 1, 8, 1, 5])
"""A printout of SAS: kappa with asymptotic error .1380, linearly weighted .1457 and from .1845 to .7558."""
AGRESTI = (
    [[1, 1], [1, 2], [1, 3], [2, 1], [2, 2], [2, 3], [3, 2], [3, 3], [4, 2], [4, 3], [4, 4]],
    [22, 2, 2, 5, 7, 14, 2, 36, 1, 17, 10],
)
"""Two pathologists and four stages of carcinoma (Agresti 1992)."""


def asymptotic(found: Estimate | Status, *, units: int) -> float:
    """The error with n instead of n - 1 below."""
    assert isinstance(found, Estimate)
    error = found.standard_error()
    assert error is not None
    return error * math.sqrt((units - 1) / units)


def test_published_errors() -> None:
    linear = weighted_kappa_of_matrix(SKIN, weights=Weights.LINEAR)
    assert value_of(linear) == pytest.approx((0.1845 + 0.7558) / 2, abs=1e-4)
    assert asymptotic(linear, units=19) == pytest.approx(0.1457, abs=5e-5)
    assert asymptotic(cohen_of_matrix(SKIN), units=19) == pytest.approx(0.1380, abs=5e-5)
    agresti = ReliabilityMatrix.of(AGRESTI[0], weights=AGRESTI[1])
    assert asymptotic(cohen_of_matrix(agresti), units=118) == pytest.approx(0.057, abs=5e-4)


def test_agrestis_table_with_empty_corners_as_printed_not_as_another_program_scales_it() -> None:
    """The largest disagreement seen is smaller than the largest possible; scaling by each gives .5136."""
    matrix = ReliabilityMatrix.of(AGRESTI[0], weights=AGRESTI[1])
    assert value_of(weighted_kappa_of_matrix(matrix, weights=Weights.QUADRATIC)) == pytest.approx(0.7838, abs=5e-5)


def test_likert_table_with_empty_corners() -> None:
    rows, weights = zip(*QUADRATIC_TABLE, strict=True)
    found = weighted_kappa_of_matrix(declared(list(rows), weights=weights), weights=Weights.QUADRATIC)
    assert value_of(found) == pytest.approx(0.8432, abs=5e-5)


@given(rows=tables(coders=(2, 2), least=1))
def test_identity_weights_give_cohens_kappa(rows: Rows) -> None:
    weighted, cohen = (
        weighted_kappa_of_matrix(declared(rows), weights=Weights.IDENTITY),
        cohen_of_matrix(declared(rows)),
    )
    if isinstance(cohen, Status) or isinstance(weighted, Status):
        assert weighted is cohen
    else:
        assert weighted.value == pytest.approx(cohen.value, abs=1e-12)
        assert weighted.standard_error() == pytest.approx(cohen.standard_error(), abs=1e-12)


@given(rows=tables(coders=(2, 2), least=2, missing=False))
def test_a_turned_scale_changes_nothing(rows: Rows) -> None:
    turned = [[6 - value for value in row] for row in rows]
    for weights in Weights:
        first = weighted_kappa_of_matrix(declared(rows), weights=weights)
        second = weighted_kappa_of_matrix(declared(turned), weights=weights)
        if isinstance(first, Status):
            assert second is first
        else:
            assert value_of(second) == pytest.approx(first.value, abs=1e-12)


@pytest.mark.parametrize("weights", Weights)
def test_one_silent_coder_of_the_scale(weights: Weights) -> None:
    """One coder always says 3: chance explains everything."""
    rows = [[value, 3] for value in LIKERT]
    assert value_of(weighted_kappa_of_matrix(declared(rows), weights=weights)) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("weights", Weights)
def test_without_variation_or_with_too_little(weights: Weights) -> None:
    assert weighted_kappa_of_matrix(declared([[2, 2], [2, 2]]), weights=weights) is Status.NO_VARIATION
    assert weighted_kappa_of_matrix(declared([[1, 2], [1, None]]), weights=weights) is Status.ONE_UNIT
    assert weighted_kappa_of_matrix(declared([[1, None]]), weights=weights) is Status.NO_UNITS
    words = ReliabilityMatrix.of([["a", "b"], ["b", "b"]])
    assert weighted_kappa_of_matrix(words, weights=Weights.LINEAR) is Status.NOT_FOR_THESE_VALUES
    with pytest.raises(ValueError, match="a coefficient of two coders"):
        weighted_kappa_of_matrix(declared([[1, 1, 2]]), weights=weights)
