# SPDX-License-Identifier: MIT
import pytest
from agreement.made import by_measure, document
from agreement.matrices import value_of
from agreement.test_percent import EXAMPLE_C

from annotator.agreement import Status
from annotator.agreement.krippendorff import alpha_of_matrix
from annotator.agreement.matrix import ReliabilityMatrix


def test_one_silent_coder_by_hand() -> None:
    """300 characters, A codes 50, B is silent: 1 - 599 * 100 / (2 * 50 * 550)."""
    found = by_measure([document({("A", "trust"): [(10, 60)]})])["krippendorff_alpha_nominal"]
    assert found.value == pytest.approx(-0.08909, abs=5e-6)
    assert found.value == pytest.approx(1 - 599 * 100 / (2 * 50 * 550), rel=1e-12)


def test_published_example_with_missing_values() -> None:
    assert value_of(alpha_of_matrix(ReliabilityMatrix.of(EXAMPLE_C))) == pytest.approx(0.743, abs=0.0005)


def test_documents_of_different_numbers_of_coders_are_pooled() -> None:
    """One unit of 10 by three coders (2 say yes), one of 10 by two (1 says yes)."""
    three = document({(coder, "trust"): [(0, 10)] for coder in "AB"}, name="one", length=10, finished="ABC")
    two = document({("A", "trust"): [(0, 10)]}, name="two", length=10, finished="AB")
    found = by_measure([three, two], coders="ABC")["krippendorff_alpha_nominal"]
    number, coded, apart = 50, 30, 10 * 2 * 2 * 1 / 2 + 10 * 2 * 1 * 1
    assert found.value == pytest.approx(1 - (number - 1) * apart / (2 * coded * (number - coded)))


def test_matrix_without_variation_or_with_too_little() -> None:
    assert alpha_of_matrix(ReliabilityMatrix.of([["a", "a"], ["a", "a"], ["b", None]])) is Status.NO_VARIATION
    assert alpha_of_matrix(ReliabilityMatrix.of([["a", "b"], ["a", None]])) is Status.ONE_UNIT
    assert alpha_of_matrix(ReliabilityMatrix.of([[None, "a"]])) is Status.NO_UNITS
