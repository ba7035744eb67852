# SPDX-License-Identifier: MIT
"""What is said of the unitizing alpha of 2004: values, laws, and the reasons where there is no value."""

import dataclasses

import pytest
from agreement import naive_unitizing
from agreement.made import CODES, chosen_coders, document, projects
from agreement.made_draws import DRAWING, ends_by_repeating
from hypothesis import given, settings

from annotator.agreement import DocumentCodings, Result, Status
from annotator.agreement.question import Question
from annotator.agreement.unitizing_2004_results import unitizing_2004_results


def measured(
    documents: list[DocumentCodings], *, coders: str = "AB", codes: tuple[str, ...] = CODES
) -> dict[str | None, Result]:
    question = Question(coders=tuple(coders), codes=codes)
    return {result.code: result for result in unitizing_2004_results(documents, question)}


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_every_number_equals_naive_loops(documents: list[DocumentCodings], coders: list[str]) -> None:
    for code, result in measured(documents, coders="".join(coders)).items():
        codes = CODES if code is None else (code,)
        names, texts = naive_unitizing.texts(documents, coders=coders, codes=codes)
        assert (result.documents, result.n) == (names, sum(text.length for text in texts))
        exact = naive_unitizing.alpha_2004(texts, codes=codes) if result.n > 1 else None
        if result.value is None:
            whole = all(all(_whole(text, own, codes) for own in text.units) for text in texts)
            assert exact is None or whole
        else:
            assert exact is not None
            assert result.value == pytest.approx(float(exact), abs=1e-9, rel=1e-9)


def _whole(text: naive_unitizing.Text, own: list[naive_unitizing.Unit], codes: tuple[str, ...]) -> bool:
    return all(unit[:2] == (0, text.length) for unit in own) and len(own) <= len(codes)


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_no_order_matters(documents: list[DocumentCodings], coders: list[str]) -> None:
    found = measured(documents, coders="".join(coders))
    turned = measured(documents[::-1], coders="".join(coders[::-1]), codes=CODES[::-1])
    for code, result in found.items():
        assert turned[code].value == (None if result.value is None else pytest.approx(result.value, rel=1e-12))


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
    assert all(result.value in (None, 1) for result in measured(same, coders="ABCD").values())


def test_dkpro_gives_zero_where_nothing_was_observed_nor_expected_here_there_is_no_value() -> None:
    silent = measured([document({})])
    assert {result.status for result in silent.values()} == {Status.NO_VARIATION}
    assert silent["trust"].reason == "undefined (no variation: nobody used this code in the one shared article)"
    single = {(coder, "trust"): [(0, 1), (1, 2), (2, 3)] for coder in "AB"}
    found = measured([document(single, length=3)])["trust"]
    assert found.status is Status.NO_VARIATION
    assert found.reason == (
        "undefined (no variation: the annotations of this code fill the one shared article as wholes, "
        "or leave nothing that could differ by chance)"
    )


def test_everyone_marked_every_document_as_a_whole() -> None:
    spans = {(coder, "trust"): [(0, 300)] for coder in "AB"}
    found = measured([document(spans), document(spans, name="d2")])
    assert found["trust"].status is Status.NO_VARIATION
    assert found[None].status is Status.NO_VARIATION


def test_cuts_in_a_text_that_is_coded_throughout_do_vary() -> None:
    spans = {("A", "trust"): [(0, 100), (100, 300)], ("B", "trust"): [(0, 110), (110, 300)]}
    value = measured([document(spans)])["trust"].value
    assert value is not None
    assert value < 1


def test_a_document_without_the_code_weighs_nothing() -> None:
    spans = {("A", "trust"): [(10, 50)], ("B", "trust"): [(12, 60)]}
    alone = measured([document(spans)])
    both = measured([document(spans), document({}, name="d2", length=9000)])
    assert both["trust"].value == alone["trust"].value
    assert both["trust"].n == 9300


def test_settings_name_the_year_and_how_documents_are_joined() -> None:
    found = measured([document({})])
    assert found["trust"].settings["year"] == 2004
    assert "added over documents" in str(found[None].settings["documents"])
    assert [result.measure for result in found.values()] == ["u_alpha_2004_code", "u_alpha_2004_code", "u_alpha_2004"]


def test_intervals_are_those_of_documents_handed_over_again() -> None:
    documents = [
        document({("A", "trust"): [(0, 50)], ("B", "trust"): [(20, 60)], ("A", "mistrust"): [(60, 90)]}),
        document({("A", "trust"): [(5, 9)], ("B", "mistrust"): [(5, 9)]}, name="d2", length=40),
        document({("A", "mistrust"): [(5, 90)], ("B", "mistrust"): [(7, 80)]}, name="d3", length=120),
        document({(coder, code): [(9, 30)] for coder, code in zip("AB", CODES, strict=True)}, name="d4", length=50),
    ]
    question = Question(coders=("A", "B"), codes=CODES)
    expected = ends_by_repeating(documents, lambda each: unitizing_2004_results(each, question))
    found = {}
    for result in unitizing_2004_results(documents, question, drawing=DRAWING):
        if result.interval is not None and (result.measure, result.code) in expected:
            found[result.measure, result.code] = (result.interval.low, result.interval.high)
            assert found[result.measure, result.code] == pytest.approx(expected[result.measure, result.code], abs=1e-12)
    assert len(found) >= 3
    assert found.keys() == expected.keys()
