# SPDX-License-Identifier: MIT
"""What is said of the 2016 family: values, laws, and the reasons where there is no value."""

import dataclasses

import pytest
from agreement import naive_unitizing
from agreement.made import CODES, chosen_coders, document, projects
from agreement.made_draws import DRAWING, ends_by_repeating
from agreement.made_units import end_to_end
from hypothesis import given, settings

from annotator.agreement import DocumentCodings, Result, Status
from annotator.agreement.question import Question
from annotator.agreement.unitizing_2016_results import unitizing_2016_results


def measured(
    documents: list[DocumentCodings], *, coders: str = "AB", codes: tuple[str, ...] = CODES
) -> dict[tuple[str, str | None], Result]:
    question = Question(coders=tuple(coders), codes=codes)
    return {(result.measure, result.code): result for result in unitizing_2016_results(documents, question)}


def values(found: dict[tuple[str, str | None], Result]) -> dict[tuple[str, str | None], float | None]:
    return {key: result.value for key, result in found.items()}


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_every_number_equals_naive_loops(documents: list[DocumentCodings], coders: list[str]) -> None:
    found = measured(documents, coders="".join(coders))
    for code in CODES:
        names, texts = naive_unitizing.texts(documents, coders=coders, codes=[code])
        result = found["u_alpha_2016", code]
        assert result.documents == names
        assert result.n == sum(text.length for text in texts)
        exact = naive_unitizing.family(texts, codes=[code])["|u"] if result.n > 1 else None
        assert result.value == (None if exact is None else pytest.approx(float(exact), abs=1e-11))
    names, texts = naive_unitizing.texts(documents, coders=coders, codes=CODES)
    together = {key: result for key, result in found.items() if key[0] != "u_alpha_2016"}
    overlaps = naive_unitizing.overlap(texts)
    if overlaps and found["u", None].n > 1:
        assert {result.status for result in together.values()} == {Status.OVERLAPPING_UNITS}
        assert all(f"{overlaps} annotations" in result.reason for result in together.values())
        return
    n = sum(text.length for text in texts)
    exact_values = naive_unitizing.family(texts, codes=CODES) if n > 1 and any(map(_used, texts)) else {}
    for (measure, code), result in together.items():
        assert (result.documents, result.n) == (names, n)
        exact = exact_values.get(measure if code is None else f"{measure} {code}")
        assert result.value == (None if exact is None else pytest.approx(float(exact), abs=1e-11))


def _used(text: naive_unitizing.Text) -> bool:
    return any(text.units)


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_no_order_matters(documents: list[DocumentCodings], coders: list[str]) -> None:
    found = values(measured(documents, coders="".join(coders)))
    turned = values(measured(documents[::-1], coders="".join(coders[::-1]), codes=CODES[::-1]))
    assert turned == {key: None if value is None else pytest.approx(value, abs=1e-12) for key, value in found.items()}


@settings(deadline=None)
@given(documents=projects())
def test_repetitions_of_one_coder_count_once(documents: list[DocumentCodings]) -> None:
    doubled = [
        dataclasses.replace(each, spans={key: [*spans, *spans] for key, spans in each.spans.items()})
        for each in documents
    ]
    assert measured(doubled, coders="ABCD") == measured(documents, coders="ABCD")


@settings(deadline=None)
@given(documents=projects())
def test_identical_coders_agree_fully_or_there_is_no_value(documents: list[DocumentCodings]) -> None:
    same = [
        dataclasses.replace(each, spans={(coder, code): each.spans["A", code] for coder in "ABCD" for code in CODES})
        for each in documents
    ]
    for (measure, _), result in measured(same, coders="ABCD").items():
        assert measure == "cu_coverage" or result.value is None or result.value == pytest.approx(1, abs=1e-12)


@settings(deadline=None)
@given(documents=projects(everyone=True).filter(bool))
def test_splitting_a_document_where_nothing_lies_changes_nothing(documents: list[DocumentCodings]) -> None:
    whole = values(measured([end_to_end(documents)], coders="ABCD"))
    for key, value in values(measured(documents, coders="ABCD")).items():
        assert whole[key] == (None if value is None else pytest.approx(value, abs=1e-12))


def test_overlapping_units_of_different_codes_leave_only_the_codes_by_themselves() -> None:
    spans = {("A", "trust"): [(0, 50)], ("A", "mistrust"): [(40, 60)], ("B", "trust"): [(0, 40)]}
    found = measured([document(spans)])
    assert found["u_alpha_2016", "trust"].value is not None
    for key in [("u", None), ("|u", None), ("cu", None), ("cu_coverage", None), ("(k)u", "trust")]:
        assert found[key].status is Status.OVERLAPPING_UNITS
        assert found[key].reason == (
            "undefined (overlapping units: 2 annotations of different codes by the same coder overlap, "
            "and this measure takes one code at a time; see u_alpha_2016 of each code)"
        )


def test_nobody_used_the_code_and_everyone_everywhere() -> None:
    silent = measured([document({})])
    assert {result.status for result in silent.values()} == {Status.NO_VARIATION}
    assert silent["u_alpha_2016", "trust"].reason == (
        "undefined (no variation: nobody used this code in the one shared article)"
    )
    full = measured([document({(coder, "trust"): [(0, 300)] for coder in "AB"})])
    assert full["u_alpha_2016", "trust"].reason == (
        "undefined (no variation: everyone put this code on all 300 characters of the one shared article)"
    )
    assert full["u", None].status is Status.NO_VARIATION
    assert full["|u", None].status is Status.NO_VARIATION
    assert full["cu", None].status is Status.NO_VARIATION
    assert full["cu_coverage", None].value == 1


def test_every_character_coded_but_with_two_codes() -> None:
    spans = {("A", "trust"): [(0, 300)], ("B", "trust"): [(0, 100)], ("B", "mistrust"): [(100, 300)]}
    found = measured([document(spans)])
    assert found["u", None].value is not None
    assert "everyone put some code on all 300 characters" in found["|u", None].reason


def test_annotations_that_never_meet() -> None:
    found = measured([document({("A", "trust"): [(0, 50)], ("B", "trust"): [(60, 70)]})])
    assert found["cu_coverage", None].value == 0
    assert found["cu", None].reason == "undefined (no units: no annotation meets one of another coder)"
    assert found["(k)u", "mistrust"].status is Status.NO_UNITS


def test_one_meeting_of_two_among_five_coders_gives_no_expectation() -> None:
    spans = {("A", "trust"): [(0, 50)], ("B", "mistrust"): [(0, 50)]}
    found = measured([document(spans, finished="ABCDE")], coders="ABCDE")
    assert found["cu", None].status is Status.NOT_FOR_THESE_VALUES
    assert found["(k)u", "trust"].status is Status.NOT_FOR_THESE_VALUES
    assert found["cu", None].reason.startswith("undefined (too few annotations meet")


def test_contested_measures_are_labelled() -> None:
    found = measured([document({("A", "trust"): [(0, 50)]})])
    labelled = {key for key, result in found.items() if "contested" in result.settings}
    assert labelled == {("cu", None), ("(k)u", "trust"), ("(k)u", "mistrust")}
    assert {result.settings["year"] for result in found.values()} == {2016}
    assert {result.unit for result in found.values()} == {"character"}


def test_intervals_are_those_of_documents_handed_over_again() -> None:
    documents = [
        document({("A", "trust"): [(0, 50)], ("B", "trust"): [(20, 60)], ("A", "mistrust"): [(60, 90)]}),
        document({("A", "trust"): [(5, 9)], ("B", "mistrust"): [(5, 9)]}, name="d2", length=40),
        document({("A", "mistrust"): [(5, 90)], ("B", "mistrust"): [(7, 80)]}, name="d3", length=120),
        document({(coder, code): [(9, 30)] for coder, code in zip("AB", CODES, strict=True)}, name="d4", length=50),
    ]
    question = Question(coders=("A", "B"), codes=CODES)
    expected = ends_by_repeating(documents, lambda each: unitizing_2016_results(each, question))
    found = {}
    for result in unitizing_2016_results(documents, question, drawing=DRAWING):
        if result.interval is not None and (result.measure, result.code) in expected:
            found[result.measure, result.code] = (result.interval.low, result.interval.high)
            assert found[result.measure, result.code] == pytest.approx(expected[result.measure, result.code], abs=1e-12)
    assert len(found) >= 3
    assert found.keys() == expected.keys()
