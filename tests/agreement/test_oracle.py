# SPDX-License-Identifier: MIT
"""The sweep against the slow and obvious way, on random projects."""

from fractions import Fraction
from itertools import combinations

import pytest
from agreement import naive
from agreement.made import CODES, chosen_coders, projects, units
from hypothesis import example, given, settings, strategies

from annotator.agreement import DocumentCodings, Rule, Status
from annotator.agreement.measuring import pairwise, results, sweep, usage

TOLERANCE = 1e-12


def expected(found: list[naive.Unit], *, coders: tuple[str, ...]) -> dict[str, Fraction | None]:
    values = {
        "percent": naive.percent(found),
        "percent_pairable": naive.percent_pairable(found),
        "fleiss_kappa": naive.fleiss_kappa(found),
        "conger_kappa": naive.conger_kappa(found),
        "brennan_prediger": naive.brennan_prediger(found),
        "gwet_ac1": naive.gwet_ac1(found),
        "krippendorff_alpha_nominal": naive.krippendorff_alpha_nominal(found),
        "positive_specific_agreement": naive.positive_specific_agreement(found),
    }
    if len(coders) == 2:
        values["cohen_kappa"] = naive.cohen_kappa(found, coders=(coders[0], coders[1]))
        values["scott_pi"] = naive.scott_pi(found, coders=(coders[0], coders[1]))
    return values


def present(documents: list[DocumentCodings], *, coders: list[str]) -> tuple[str, ...]:
    shared = [document for document in documents if len(document.finished & set(coders)) >= 2]
    return tuple(coder for coder in coders if not shared or any(coder in document.finished for document in shared))


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders, unit=units)
@example(documents=[], coders=["A", "B"], unit="sentence")
def test_every_number_equals_naive_expansion(documents: list[DocumentCodings], coders: list[str], unit: str) -> None:
    swept = sweep(documents, coders=coders, codes=CODES, unit=unit)
    assert swept.coders == present(documents, coders=coders)
    for code in CODES:
        found = naive.units(documents, coders=swept.coders, code=code, unit=unit)
        values = expected(found, coders=swept.coders)
        measured = [result for result in results(swept) if result.code == code]
        assert {result.measure for result in measured} == values.keys()
        names = tuple(each.document for each in naive.counting(documents, coders=swept.coders, code=code))
        for result in measured:
            assert (result.n, result.documents, result.coders) == (len(found), names, swept.coders)
            assert result.value == _close_to(values[result.measure])


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders, unit=strategies.sampled_from(["sentence", "document"]))
def test_coded_by_half_equals_naive_expansion(documents: list[DocumentCodings], coders: list[str], unit: str) -> None:
    swept = sweep(documents, coders=coders, codes=CODES, unit=unit, rule=Rule.HALF)
    for code in CODES:
        found = naive.units(documents, coders=swept.coders, code=code, unit=unit, half=True)
        values = expected(found, coders=swept.coders)
        for result in results(swept):
            if result.code == code and result.measure in values:
                assert result.n == len(found)
                assert result.value == _close_to(values[result.measure])
                assert result.settings["rule"] == "half"


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders, unit=units)
def test_every_pair_equals_naive_expansion(documents: list[DocumentCodings], coders: list[str], unit: str) -> None:
    swept = sweep(documents, coders=coders, codes=CODES, unit=unit)
    found = pairwise(swept)
    assert [result.coders for result in found if result.measure == "percent" and result.code == CODES[0]] == list(
        combinations(swept.coders, 2)
    )
    for result in found:
        assert result.code is not None
        spelled_out = naive.units(documents, coders=result.coders, code=result.code, unit=unit)
        assert result.n == len(spelled_out)
        assert result.value == _close_to(expected(spelled_out, coders=result.coders)[result.measure])


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders, unit=units)
def test_usage_equals_naive_expansion(documents: list[DocumentCodings], coders: list[str], unit: str) -> None:
    swept = sweep(documents, coders=coders, codes=CODES, unit=unit)
    for used in usage(swept):
        found = naive.units(documents, coders=swept.coders, code=used.code, unit=unit)
        values = [value for each in found for value in each.values()]
        assert used.n == len(found)
        assert used.prevalence == _close_to(Fraction(sum(values), len(values)) if values else None)
        for coder in used.coders:
            assert coder.coded == naive.coded_by(found, coder=coder.coder)
            assert coder.units == sum(coder.coder in each for each in found)


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders, unit=units)
def test_a_missing_value_always_has_a_reason(documents: list[DocumentCodings], coders: list[str], unit: str) -> None:
    swept = sweep(documents, coders=coders, codes=CODES, unit=unit)
    for result in results(swept) + pairwise(swept):
        assert (result.value is None) is (result.status is not Status.OK)
        assert result.reason.startswith("undefined (") is (result.value is None)
        if result.value is not None:
            assert -1 - TOLERANCE <= result.value <= 1 + TOLERANCE


def _close_to(value: Fraction | None) -> object:
    return None if value is None else pytest.approx(float(value), abs=TOLERANCE)
