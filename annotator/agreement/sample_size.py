# SPDX-License-Identifier: MIT
"""How many units must be coded twice before a coefficient can be trusted to lie above a threshold.

**Krippendorff** ("Content Analysis", after Bloch & Kraemer 1989, "2 x 2 kappa coefficients"): for one code
that stands on a share p of the units, a least acceptable alpha a and m coders,

    n = m z^2 [ (1 + a)(3 - a) / (4 p (1 - p)(1 - a)) - a ]

with z the one-sided quantile of the normal distribution at the wanted confidence (1.645 at 95 %),
rounded up. Worked examples, two coders at 95 %: p = .25 needs 139 units for a = .800 and 81 for .667;
p = .05 needs 560 and 330; p = .02 needs 1,363 and 803. The rarer a code, the more units.

**Riffe and Lacy** (Lacy & Riffe 1996, "Sampling error and selecting intercoder reliability samples for
nominal content categories"): from a population of N units with the expected percent agreement P,
Q = 1 - P, and the wanted standard error S,

    n = [(N - 1) S^2 + P Q N] / [(N - 1) S^2 + P Q]

rounded up; N = 1,000, P = .90, S = .03 give 92. Both count units that are drawn independently of
each other; units of one document are not, so a number of units on few documents is too good.
"""

import math
from collections.abc import Callable
from statistics import NormalDist

LARGEST = 10**15
"""No text holds more units; a number above it comes of a share or threshold that cannot be meant."""


def units_needed(prevalence: float, *, minimum_alpha: float, confidence: float = 0.95, coders: int = 2) -> int:
    """Give the number of units that so many coders must all code (Krippendorff).

    ``prevalence`` is the share of units with the code, above 0 and below 1; ``minimum_alpha`` lies from
    0 to below 1, ``confidence`` above .5 and below 1, ``coders`` are two or more. ValueError otherwise.
    """
    _require(prevalence, "a prevalence (above 0 and below 1)", lambda share: 0 < share < 1)
    _require(minimum_alpha, "a minimum alpha (from 0 to below 1)", lambda alpha: 0 <= alpha < 1)
    _require(confidence, "a confidence (above .5 and below 1)", lambda share: 0.5 < share < 1)
    _require_whole(coders, "a number of coders (2 or more)", least=2)
    spread = 4 * prevalence * (1 - prevalence) * (1 - minimum_alpha)
    if spread == 0:
        raise ValueError(f"a prevalence of {prevalence} is too near to 0 or 1")
    z = NormalDist().inv_cdf(confidence)
    return _rounded_up(coders * z**2 * ((1 + minimum_alpha) * (3 - minimum_alpha) / spread - minimum_alpha))


def units_for_percent(population: int, *, expected_agreement: float, standard_error: float) -> int:
    """Give the number of units out of a population that bound the error of percent agreement (Riffe & Lacy).

    ``expected_agreement`` is the share expected to agree, above 0 and below 1; ``standard_error`` is a
    share too, above 0 and below 1. ValueError otherwise, and for a population without a unit.
    """
    _require_whole(population, "a population (1 or more)", least=1)
    _require(expected_agreement, "an expected agreement (above 0 and below 1)", lambda share: 0 < share < 1)
    _require(standard_error, "a standard error (above 0 and below 1)", lambda share: 0 < share < 1)
    error = (population - 1) * standard_error**2
    variance = expected_agreement * (1 - expected_agreement)
    return _rounded_up((error + variance * population) / (error + variance))


def documents_needed(units: int, *, units_per_document: float) -> int:
    """Give the number of documents that hold so many units, where one holds ``units_per_document`` on average.

    ValueError for fewer than one unit and for a mean that is not above 0.
    """
    _require_whole(units, "a number of units (1 or more)", least=1)
    _require(units_per_document, "a number of units per document (above 0)", lambda mean: mean > 0)
    return _rounded_up(units / units_per_document)


def _require(value: float, what: str, holds: Callable[[float], bool]) -> None:
    """Raise ValueError for what is no finite number within its bounds."""
    if isinstance(value, bool) or not math.isfinite(value) or not holds(value):
        raise ValueError(f"{value} is not {what}")


def _require_whole(value: int, what: str, *, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= LARGEST:
        raise ValueError(f"{value} is not {what}")


def _rounded_up(number: float) -> int:
    if number > LARGEST:
        raise ValueError(f"{number:.0e} units or documents are more than there can be")
    return math.ceil(number)
