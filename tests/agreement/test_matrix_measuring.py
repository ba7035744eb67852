# SPDX-License-Identifier: MIT
import pytest

from annotator.agreement import Status
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.matrix_measuring import measure_matrix


def test_every_coefficient_of_two_coders_in_order() -> None:
    matrix = ReliabilityMatrix.of([["a", "a"], ["a", "b"], ["b", None]])
    found = measure_matrix(matrix, coders=("A", "B"), documents=("d1",), unit="document")
    assert [result.measure for result in found] == [
        "percent_items",
        "percent_pairable",
        "cohen_kappa",
        "fleiss_kappa",
        "krippendorff_alpha_nominal",
    ]
    assert {(result.code, result.unit, result.coders, result.documents, result.n) for result in found} == {
        (None, "document", ("A", "B"), ("d1",), 2)
    }


def test_cohen_is_left_out_for_three() -> None:
    found = measure_matrix(ReliabilityMatrix.of([["a", "a", "b"], ["b", "b", "b"]]), coders=("A", "B", "C"))
    assert "cohen_kappa" not in {result.measure for result in found}


def test_nothing_shared_is_said_for_every_coefficient() -> None:
    found = measure_matrix(ReliabilityMatrix.of([["a", None], [None, "b"]]), coders=("A", "B"))
    assert {(result.value, result.status, result.reason) for result in found} == {
        (None, Status.NO_UNITS, "undefined (nothing shared: none of 2 units has values of two coders)")
    }


def test_one_unit_has_a_percent_only() -> None:
    found = measure_matrix(ReliabilityMatrix.of([["a", "b"], [None, "b"]]), coders=("A", "B"))
    assert [result.value for result in found] == [0.0, 0.0, None, None, None]
    assert {result.reason for result in found[2:]} == {
        "undefined (one unit: of 2 units only one has values of two coders)"
    }


def test_no_variation_is_never_a_number() -> None:
    found = measure_matrix(ReliabilityMatrix.of([["a", "a"]], weights=[10]), coders=("A", "B"))
    assert [result.value for result in found] == [1.0, 1.0, None, None, None]
    assert {result.reason for result in found[2:]} == {"undefined (no variation: all values of 10 units are the same)"}


def test_every_column_has_a_name() -> None:
    with pytest.raises(ValueError, match="1 names for 2 coders"):
        measure_matrix(ReliabilityMatrix.of([["a", "a"]]), coders=("A",))
