# SPDX-License-Identifier: MIT
"""What has to stand beside values of gamma: their parameters, what was drawn, what was aligned."""

from collections.abc import Iterable

from annotator.agreement.catalogue import Family, measure_named
from annotator.agreement.result import Result
from annotator.reports.number_words import coefficient, count

SMALLEST = 0.001
"""The least error that three decimals tell from none."""


def is_of_gamma(result: Result) -> bool:
    """Say whether a value belongs to the gamma family, or comes along with it."""
    measure = measure_named(result.measure)
    return measure is not None and measure.family is Family.GAMMA


def error_of(result: Result) -> str:
    """Give the Monte-Carlo standard error of a value in words; empty where none belongs to it."""
    error = result.settings.get("monte_carlo_error")
    if not isinstance(error, float):
        return ""
    return f"< {coefficient(SMALLEST)}" if error < SMALLEST else coefficient(error)


def gamma_notes(results: Iterable[Result]) -> tuple[str, ...]:
    """Say how the gamma among some results came about, in sentences; none where there is no value of it."""
    gamma = next((each for each in results if each.measure == "gamma" and each.value is not None), None)
    if gamma is None:
        return ()
    asked = gamma.settings
    drawn = count(int(str(asked.get("samples", 0))), "random coding")
    notes = [
        f"Gamma: α = {_number(asked['alpha'])} weighs positions, β = {_number(asked['beta'])} codes, and a passage "
        f"that stays alone costs Δ∅ = {_number(asked['empty'])}. Expected disorder is the mean of {drawn} "
        f"({asked['sampler']}; seed {asked['seed']}); the Monte-Carlo standard error that this leaves in gamma is "
        f"{error_of(gamma)}.",
        _alignment(gamma),
    ]
    if "several_documents" in asked:
        notes.append(
            "Passages of different articles cannot be aligned: the disorders of the articles are added up, those "
            "observed and those expected, before one is divided by the other. No publication defines gamma for "
            "several articles."
        )
    return tuple(notes)


def _alignment(gamma: Result) -> str:
    if not gamma.settings["exact"]:
        pairs = count(int(str(gamma.settings["pairs"])), "pair")
        return f"Too much would have to be aligned at once: these are means of pairwise gammas, over {pairs} of coders."
    several = gamma.settings["best_alignment"] == "one of several"
    other = "; others are as good, and gamma-cat and gamma-k may differ on them" if several else ""
    return f"The passages of all coders were aligned together, and the best alignment was found{other}."


def _number(value: object) -> str:
    return f"{float(str(value)):g}"
