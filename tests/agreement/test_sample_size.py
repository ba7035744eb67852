# SPDX-License-Identifier: MIT
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.sample_size import documents_needed, units_for_percent, units_needed

shares = st.floats(1e-6, 0.5)
alphas = st.floats(0, 0.99)


@pytest.mark.parametrize(
    ("prevalence", "minimum_alpha", "units"),
    [(0.25, 0.8, 139), (0.25, 0.667, 81), (0.05, 0.8, 560), (0.05, 0.667, 330), (0.02, 0.8, 1363), (0.02, 0.667, 803)],
)
def test_worked_examples(prevalence: float, minimum_alpha: float, units: int) -> None:
    assert units_needed(prevalence, minimum_alpha=minimum_alpha) == units
    assert units_needed(1 - prevalence, minimum_alpha=minimum_alpha) == units


def test_percent_agreement_of_a_population() -> None:
    assert units_for_percent(1000, expected_agreement=0.9, standard_error=0.03) == 92
    assert units_for_percent(1, expected_agreement=0.9, standard_error=0.03) == 1


@pytest.mark.parametrize(
    ("confidence", "z"), [(0.9, 1.2815515655446004), (0.95, 1.6448536269514722), (0.99, 2.3263478740)]
)
def test_confidence_is_one_sided(confidence: float, z: float) -> None:
    exact = 2 * z**2 * (1.8 * 2.2 / (4 * 0.25 * 0.75 * 0.2) - 0.8)
    assert units_needed(0.25, minimum_alpha=0.8, confidence=confidence) == math.ceil(exact)


@given(shares, alphas, st.integers(2, 20))
def test_each_coder_adds_as_much(prevalence: float, minimum_alpha: float, coders: int) -> None:
    one = units_needed(prevalence, minimum_alpha=minimum_alpha, coders=2) / 2
    assert units_needed(prevalence, minimum_alpha=minimum_alpha, coders=coders) == pytest.approx(
        coders * one, abs=coders
    )


@given(shares, shares, alphas, alphas)
def test_rarer_codes_and_higher_thresholds_never_need_less(p: float, q: float, a: float, b: float) -> None:
    rare, common, low, high = min(p, q), max(p, q), min(a, b), max(a, b)
    assert units_needed(rare, minimum_alpha=low) >= units_needed(common, minimum_alpha=low)
    assert units_needed(common, minimum_alpha=high) >= units_needed(common, minimum_alpha=low)


@given(st.integers(1, 10**6), st.floats(0.01, 0.99), st.floats(0.001, 0.5))
def test_a_population_is_never_exceeded(population: int, agreement: float, error: float) -> None:
    assert 1 <= units_for_percent(population, expected_agreement=agreement, standard_error=error) <= population


def test_documents() -> None:
    assert documents_needed(560, units_per_document=41.5) == 14
    assert documents_needed(560, units_per_document=560) == 1
    assert documents_needed(3, units_per_document=0.5) == 6


@pytest.mark.parametrize("prevalence", [0, 1, -0.1, 1.1, float("nan"), float("inf"), True, 5e-324, 1e-300])
def test_shares_that_mean_nothing(prevalence: float) -> None:
    with pytest.raises(ValueError, match=r"prevalence|more than"):
        units_needed(prevalence, minimum_alpha=0.8)


@pytest.mark.parametrize("alpha", [1, -0.1, 1.5, float("nan"), float("-inf"), 80])
def test_thresholds_that_mean_nothing(alpha: float) -> None:
    with pytest.raises(ValueError, match="alpha"):
        units_needed(0.25, minimum_alpha=alpha)


@pytest.mark.parametrize("confidence", [0.5, 1, 95, 0, -1, float("nan")])
def test_confidences_that_mean_nothing(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        units_needed(0.25, minimum_alpha=0.8, confidence=confidence)


@pytest.mark.parametrize("coders", [1, 0, -2, True, 2.0, 10**400])
def test_numbers_of_coders_that_mean_nothing(coders: int) -> None:
    with pytest.raises(ValueError, match="number of coders"):
        units_needed(0.25, minimum_alpha=0.8, coders=coders)


def test_populations_and_documents_that_mean_nothing() -> None:
    for population in (0, -1, 10**400):
        with pytest.raises(ValueError, match="population"):
            units_for_percent(population, expected_agreement=0.9, standard_error=0.03)
    for agreement, error in ((0, 0.1), (1, 0.1), (0.9, 0), (0.9, 1), (0.9, float("nan"))):
        with pytest.raises(ValueError, match=r"expected agreement|standard error"):
            units_for_percent(10, expected_agreement=agreement, standard_error=error)
    for units, mean in ((0, 10.0), (-1, 10.0), (10, 0.0), (10, float("nan")), (10, -1.0), (10, 1e-300)):
        with pytest.raises(ValueError, match="units"):
            documents_needed(units, units_per_document=mean)
