# SPDX-License-Identifier: MIT
"""Sets of codes over documents: against naive expansion, laws, and the reasons where there is no value."""

import dataclasses

import pytest
from agreement import naive_sets
from agreement.made import CODES, chosen_coders, document, projects, units
from agreement.made_draws import DRAWING, ends_by_repeating
from agreement.made_units import end_to_end
from hypothesis import given, settings, strategies

from annotator.agreement import DocumentCodings, Result, Status
from annotator.agreement.question import Question, Rule
from annotator.agreement.set_results import set_results

DEFINITIONS = {
    "alpha_set_nominal": naive_sets.nominal,
    "alpha_jaccard": naive_sets.jaccard,
    "alpha_masi": naive_sets.masi,
}


def measured(documents: list[DocumentCodings], *, coders: str = "AB", unit: str = "character") -> dict[str, Result]:
    question = Question(coders=tuple(coders), codes=CODES, unit=unit)
    return {result.measure: result for result in set_results(documents, question)}


def values(documents: list[DocumentCodings], question: Question) -> dict[str, object]:
    return {result.measure: result.value for result in set_results(documents, question)}


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders, unit=units, rule=strategies.sampled_from(Rule))
def test_every_number_equals_naive_expansion(
    documents: list[DocumentCodings], coders: list[str], unit: str, rule: Rule
) -> None:
    question = Question(coders=tuple(coders), codes=CODES, unit=unit, rule=rule)
    half = rule is Rule.HALF and unit not in ("character", "document")
    spelled_out = naive_sets.units(documents, coders=coders, codes=CODES, unit=unit, half=half)
    names = tuple(naive_sets.counting(documents, coders=coders, codes=CODES))
    expected = {name: naive_sets.alpha(spelled_out, distance) for name, distance in DEFINITIONS.items()}
    expected["set_percent"] = naive_sets.percent(spelled_out)
    for result in set_results(documents, question):
        assert (result.code, result.unit, result.n, result.documents) == (None, unit, len(spelled_out), names)
        value = expected[result.measure]
        assert result.value == (None if value is None else pytest.approx(float(value), abs=1e-12))
        assert result.reason.startswith("undefined (") is (result.value is None)


@settings(deadline=None)
@given(documents=projects(), order=strategies.randoms(), unit=units)
def test_no_order_matters(documents: list[DocumentCodings], order: object, unit: str) -> None:
    question = Question(coders=tuple("ABCD"), codes=CODES, unit=unit)
    turned = Question(coders=tuple("DBCA"), codes=CODES[::-1], unit=unit)
    found = values(documents, question)
    assert values(documents[::-1], turned) == pytest.approx(found)


@settings(deadline=None)
@given(documents=projects())
def test_repeated_and_overlapping_spans_of_one_coder_count_once(documents: list[DocumentCodings]) -> None:
    doubled = [
        dataclasses.replace(each, spans={key: [*spans, *spans] for key, spans in each.spans.items()})
        for each in documents
    ]
    question = Question(coders=tuple("ABCD"), codes=CODES)
    assert values(doubled, question) == values(documents, question)


@settings(deadline=None)
@given(documents=projects())
def test_identical_coders_agree_fully_or_not_at_all_defined(documents: list[DocumentCodings]) -> None:
    same = [
        dataclasses.replace(each, spans={(coder, code): each.spans["A", code] for coder in "ABCD" for code in CODES})
        for each in documents
    ]
    question = Question(coders=tuple("ABCD"), codes=CODES)
    for result in set_results(same, question):
        assert result.value is None or result.value == pytest.approx(1, abs=1e-12)


@settings(deadline=None)
@given(documents=projects(everyone=True).filter(bool))
def test_splitting_a_document_where_nothing_lies_changes_nothing(documents: list[DocumentCodings]) -> None:
    question = Question(coders=tuple("ABCD"), codes=CODES)
    whole = values([end_to_end(documents)], question)
    for measure, value in values(documents, question).items():
        assert whole[measure] == (None if value is None else pytest.approx(value, abs=1e-12))


def test_nobody_used_a_code() -> None:
    found = measured([document({})])
    words = "no variation: nobody used any of these codes in the one shared article"
    assert found["alpha_masi"].status is Status.NO_VARIATION
    assert found["alpha_masi"].reason == f"undefined ({words})"
    assert found["set_percent"].value == 1
    assert found["set_percent"].reason == "trivially: nobody used any of these codes in the one shared article"


def test_everyone_put_the_same_codes_everywhere() -> None:
    spans = {(coder, code): [(0, 300)] for coder in "AB" for code in CODES}
    found = measured([document(spans), document(spans, name="d2")])
    assert found["alpha_jaccard"].status is Status.NO_VARIATION
    assert found["alpha_jaccard"].reason == (
        "undefined (no variation: everyone put the same codes on all 600 characters of the 2 shared articles)"
    )


def test_no_shared_document_one_unit_and_no_unit() -> None:
    assert measured([document({}, finished="A")])["alpha_masi"].status is Status.NO_SHARED_DOCUMENTS
    assert measured([])["set_percent"].status is Status.NO_SHARED_DOCUMENTS
    assert measured([document({("A", "trust"): [(0, 1)]}, length=1)])["alpha_masi"].status is Status.ONE_UNIT
    assert measured([document({}, length=0)])["set_percent"].status is Status.NO_UNITS


def test_documents_without_all_the_codes_are_left_out_and_counted() -> None:
    every, one = frozenset(CODES), frozenset(CODES[:1])
    spans = {("A", "trust"): [(0, 10)], ("B", "mistrust"): [(5, 9)]}
    early = document(spans, name="d2", codes_known={"A": every, "B": one})
    found = measured([document(spans), early])["alpha_masi"]
    assert found.documents == ("d1",)
    assert found.n == 300
    assert found.reason == "one more shared article left out: one of these codes came after they were finished"
    alone = measured([early])["alpha_masi"]
    assert alone.status is Status.CODE_NOT_IN_REVISION
    assert alone.reason.startswith("undefined (code not in revision: in none of the one shared article")


@pytest.mark.parametrize("limit", ["MOST_SETS", "MOST_CELLS"])
def test_too_many_sets(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"annotator.agreement.set_alpha.{limit}", 1)
    found = measured([document({("A", "trust"): [(0, 10)]})])
    assert found["alpha_masi"].status is Status.TOO_LARGE
    assert found["alpha_masi"].reason == (
        "undefined (too large: 2 different sets of codes in the one shared article are too many to compare)"
    )
    assert found["set_percent"].reason == ""
    assert found["set_percent"].value == pytest.approx(290 / 300)


def test_settings_say_what_fixed_the_number() -> None:
    found = measured([document({}, units=[(0, 300)])], unit="sentence")
    assert found["alpha_masi"].settings["distance"] == "masi"
    assert found["alpha_masi"].settings["rule"] == "touched"
    assert "distance" not in found["set_percent"].settings


DRAWN = [
    document({("A", "trust"): [(0, 50)], ("B", "trust"): [(20, 60)], ("B", "mistrust"): [(30, 70)]}),
    document({("A", "trust"): [(5, 9)], ("B", "trust"): [(5, 9)]}, name="d2", length=40),
    document({("A", "mistrust"): [(5, 90)], ("B", "mistrust"): [(7, 80)]}, name="d3", length=120),
]


def test_intervals_are_those_of_documents_handed_over_again() -> None:
    question = Question(coders=("A", "B"), codes=CODES)
    expected = ends_by_repeating(DRAWN, lambda documents: set_results(documents, question))
    assert len(expected) == 4
    for result in set_results(DRAWN, question, drawing=DRAWING):
        assert result.interval is not None
        ends = (result.interval.low, result.interval.high)
        assert ends == pytest.approx(expected[result.measure, result.code], abs=1e-12)
        assert result.settings["interval_status"] == "ok"


def test_too_many_sets_to_resample_leave_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.agreement.set_results.MOST_RESAMPLED", 2)
    question = Question(coders=("A", "B"), codes=CODES)
    for result in set_results(DRAWN, question, drawing=DRAWING):
        assert result.value is not None
        assert result.interval is None
        assert result.settings["interval_status"] == "no_interval_too_large"
