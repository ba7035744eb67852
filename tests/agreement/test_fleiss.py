# SPDX-License-Identifier: MIT
import pytest
from agreement.made import by_measure, document
from agreement.matrices import value_of

from annotator.agreement import Status
from annotator.agreement.fleiss import fleiss_of_matrix
from annotator.agreement.matrix import ReliabilityMatrix


def test_one_silent_coder_by_hand() -> None:
    """p = 25/300, p_a = 250/300: 1 - (50/300) / (2 * 1/12 * 11/12) = -1/11."""
    found = by_measure([document({("A", "trust"): [(10, 60)]})])["fleiss_kappa"]
    assert found.value == pytest.approx(-1 / 11)


def test_three_coders_by_hand() -> None:
    """Lengths 50 coded by none, 30 by one, 15 by two, 5 by all three: p = 75/300, p_a = 70/100."""
    spans = {("A", "trust"): [(0, 50)], ("B", "trust"): [(30, 50)], ("C", "trust"): [(45, 50)]}
    found = by_measure([document(spans, length=100, finished="ABC")], coders="ABC")
    assert found["percent"].value == pytest.approx(0.7)
    assert found["fleiss_kappa"].value == pytest.approx(1 - 0.3 / (2 * 0.25 * 0.75))


def test_units_with_one_value_enter_the_shares_of_a_matrix() -> None:
    """p_a = 1/2 over two units, shares a 2.5/4 and b 1.5/4 would differ without the single values."""
    matrix = ReliabilityMatrix.of([["a", "a"], ["a", "b"], ["a", None], [None, "b"]])
    chance = (2.5 / 4) ** 2 + (1.5 / 4) ** 2
    assert value_of(fleiss_of_matrix(matrix)) == pytest.approx((0.5 - chance) / (1 - chance))


def test_matrix_without_variation_or_with_too_little() -> None:
    assert fleiss_of_matrix(ReliabilityMatrix.of([["a", "a"], ["a", "a"]])) is Status.NO_VARIATION
    assert fleiss_of_matrix(ReliabilityMatrix.of([["a", "b"], ["a", None]])) is Status.ONE_UNIT
    assert fleiss_of_matrix(ReliabilityMatrix.of([["a", None], [None, "a"]])) is Status.NO_UNITS
