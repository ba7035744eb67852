# SPDX-License-Identifier: MIT
"""Laws that every measure of the catalogue keeps, whatever the project; gamma, which is drawn, keeps its own."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest
from agreement.made import CODERS, CODES, codings, projects, units
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import DocumentCodings, Question, Rule
from annotator.agreement.by_name import IntervalMethod, measured
from annotator.agreement.catalogue import MEASURES, Family

QUICK = settings(deadline=None, max_examples=40)
DRAWN = {Family.GAMMA}
ORDERED = {Family.SEMEVAL}
"""The first coder is the reference, so these are not the same the other way round."""
OF_WHOLE_DOCUMENTS = {Family.UNITIZING_2004}
"""Its chances depend on how long the document is."""
BY_SPAN = {Family.SPANS, Family.SEMEVAL}
"""Spans that overlap stay as many as they are."""

Told = dict[tuple[str, str | None, object], tuple[object, object, int]]


def names(*, without: Collection[Family]) -> list[str]:
    return [each.name for each in MEASURES if each.family not in (*without, *DRAWN)]


def told(
    documents: Sequence[DocumentCodings],
    *,
    without: Collection[Family] = (),
    coders: Sequence[str] = CODERS,
    codes: Sequence[str] = CODES,
    unit: str = "character",
    rule: Rule = Rule.TOUCHED,
) -> Told:
    """What is said of everything: value, status and n, by measure, code and threshold."""
    question = Question(coders=tuple(coders), codes=tuple(codes), unit=unit, rule=rule)
    results = measured(documents, question, names=names(without=without), method=IntervalMethod.NONE)
    found: Told = {
        (each.measure, each.code, each.settings.get("threshold")): (_rounded(each.value), each.status, each.n)
        for each in results
    }
    assert len(found) == len(results)
    return found


def _rounded(value: float | None) -> object:
    return None if value is None else pytest.approx(value, abs=1e-11)


rules = st.sampled_from(list(Rule))


@QUICK
@given(documents=projects(), unit=units, rule=rules, data=st.data())
def test_no_order_of_coders_codes_and_documents_matters(
    documents: list[DocumentCodings], unit: str, rule: Rule, data: st.DataObject
) -> None:
    before = told(documents, without=ORDERED, unit=unit, rule=rule)
    after = told(
        data.draw(st.permutations(documents)),
        without=ORDERED,
        coders=data.draw(st.permutations(CODERS)),
        codes=data.draw(st.permutations(CODES)),
        unit=unit,
        rule=rule,
    )
    assert after == before


@QUICK
@given(documents=projects(), unit=units, rule=rules)
def test_spans_of_one_coder_and_code_that_overlap_count_as_their_union(
    documents: list[DocumentCodings], unit: str, rule: Rule
) -> None:
    # Overlaps that an excluded region cuts out leave two spans that touch.
    whole = [replace(each, excluded=()) for each in documents]
    unioned = [replace(each, spans={key: union(spans) for key, spans in each.spans.items()}) for each in whole]
    assert told(unioned, without=BY_SPAN, unit=unit, rule=rule) == told(whole, without=BY_SPAN, unit=unit, rule=rule)


@QUICK
@given(documents=projects(), unit=units)
def test_exact_repetitions_by_one_coder_count_once(documents: list[DocumentCodings], unit: str) -> None:
    repeated = [replace(each, spans={key: [*spans, *spans] for key, spans in each.spans.items()}) for each in documents]
    assert told(repeated, unit=unit) == told(documents, unit=unit)


@QUICK
@given(first=codings(name="first"), second=codings(name="second"))
def test_a_document_split_where_no_span_lies_is_measured_as_before(
    first: DocumentCodings, second: DocumentCodings
) -> None:
    second = replace(second, finished=first.finished, codes_known=first.codes_known)
    whole = told([glued(first, second)], without=OF_WHOLE_DOCUMENTS)
    assert told([first, second], without=OF_WHOLE_DOCUMENTS) == whole


@QUICK
@given(documents=projects(everyone=True), unit=units, rule=rules)
def test_coders_who_did_the_same_agree_fully_or_there_is_no_value(
    documents: list[DocumentCodings], unit: str, rule: Rule
) -> None:
    alike = [
        replace(each, spans={(coder, code): each.spans["A", code] for coder in CODERS for code in CODES})
        for each in documents
    ]
    for (measure, _, _), (value, _, _) in told(alike, without=ORDERED, unit=unit, rule=rule).items():
        if measure != "cu_coverage":
            assert value in (None, 1.0)


def union(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what overlaps; what only touches stays apart."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def glued(first: DocumentCodings, second: DocumentCodings) -> DocumentCodings:
    """Put the second document behind the first, with everything in it."""

    def moved(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(start + first.length, end + first.length) for start, end in spans]

    return replace(
        first,
        length=first.length + second.length,
        spans={key: [*spans, *moved(second.spans[key])] for key, spans in first.spans.items()},
        excluded=[*first.excluded, *moved(second.excluded)],
        units=None,
    )
