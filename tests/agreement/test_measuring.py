# SPDX-License-Identifier: MIT
from dataclasses import dataclass, replace

import pytest
from agreement.made import CODERS, CODES, Spans, by_measure, chosen_coders, codings, document, projects, units
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import DocumentCodings, Result, Status
from annotator.agreement.measuring import COEFFICIENTS, measure, pairwise, sweep, usage

BOTH_KNOW = {"A": frozenset({"trust"}), "B": frozenset({"trust"}), "C": frozenset({"trust"})}


@dataclass(frozen=True)
class Second:
    """What B did with the second article (200 characters), and what follows for n and the values."""

    finished: str = "AB"
    spans: Spans | None = None
    codes_known: dict[str, frozenset[str]] | None = None
    excluded: tuple[tuple[int, int], ...] = ()
    units: tuple[tuple[int, int], ...] = ((0, 100), (100, 200))

    def document(self) -> DocumentCodings:
        spans = {("A", "trust"): [(0, 40)], **(self.spans or {})}
        return document(
            spans,
            name="second",
            length=200,
            finished=self.finished,
            codes_known=self.codes_known,
            excluded=self.excluded,
            units=self.units,
        )


DONE = Second(spans={("B", "trust"): [(0, 40)]})
ABSENT = Second(finished="A")
IN_PROGRESS = replace(DONE, finished="A")
FINISHED_EMPTY = Second()
CODE_CAME_LATER = replace(DONE, codes_known={**BOTH_KNOW, "B": frozenset()})
EXCLUDED = replace(DONE, excluded=((100, 150),))
SENTENCE_EXCLUDED = replace(DONE, excluded=((100, 200),))

FIRST = document(
    {("A", "trust"): [(0, 50)], ("B", "trust"): [(0, 50)], ("C", "trust"): [(0, 50)]},
    name="first",
    finished="ABC",
    units=[(0, 100), (100, 200), (200, 300)],
)


@pytest.mark.parametrize(
    ("second", "characters", "sentences", "percent", "documents"),
    [
        pytest.param(DONE, 500, 5, 1.0, ("first", "second"), id="finished"),
        pytest.param(ABSENT, 300, 3, 1.0, ("first",), id="absent"),
        pytest.param(IN_PROGRESS, 300, 3, 1.0, ("first",), id="in progress"),
        pytest.param(FINISHED_EMPTY, 500, 5, 460 / 500, ("first", "second"), id="finished empty"),
        pytest.param(CODE_CAME_LATER, 300, 3, 1.0, ("first",), id="code newer than revision"),
        pytest.param(EXCLUDED, 450, 5, 1.0, ("first", "second"), id="excluded"),
        pytest.param(SENTENCE_EXCLUDED, 400, 4, 1.0, ("first", "second"), id="sentence excluded"),
    ],
)
def test_what_counts_of_a_pair(
    second: Second, characters: int, sentences: int, percent: float, documents: tuple[str, ...]
) -> None:
    found = by_measure([FIRST, second.document()])
    assert {result.n for result in found.values()} == {characters}
    assert {result.documents for result in found.values()} == {documents}
    assert found["percent"].value == pytest.approx(percent)
    assert {each.n for each in by_measure([FIRST, second.document()], unit="sentence").values()} == {sentences}


@pytest.mark.parametrize(
    ("second", "values", "coded"),
    [
        pytest.param(replace(DONE, finished="ABC"), 1500, 230, id="finished"),
        pytest.param(replace(ABSENT, finished="AC"), 1300, 190, id="absent"),
        pytest.param(replace(IN_PROGRESS, finished="AC"), 1300, 190, id="in progress"),
        pytest.param(replace(FINISHED_EMPTY, finished="ABC"), 1500, 190, id="finished empty"),
        pytest.param(replace(CODE_CAME_LATER, finished="ABC"), 1300, 190, id="code newer than revision"),
        pytest.param(replace(EXCLUDED, finished="ABC"), 1350, 230, id="excluded"),
    ],
)
def test_what_one_of_three_did_not_do_is_missing_and_the_article_stays(second: Second, values: int, coded: int) -> None:
    """C finished the second article and found nothing in it."""
    swept = sweep([FIRST, second.document()], coders="ABC", codes=["trust"], unit="character")
    (used,) = usage(swept)
    assert used.n == (450 if second.excluded else 500)
    assert sum(coder.units for coder in used.coders) == values
    assert sum(coder.coded for coder in used.coders) == coded
    assert used.prevalence == pytest.approx(coded / values)


def test_a_code_that_came_after_every_finish_is_said() -> None:
    newer = replace(CODE_CAME_LATER, codes_known={"A": frozenset({"trust"}), "B": frozenset({"mistrust"})})
    for result in by_measure([newer.document()]).values():
        assert (result.value, result.status, result.n) == (None, Status.CODE_NOT_IN_REVISION, 0)
        assert result.documents == ()


def test_an_article_left_out_for_its_codebook_is_counted_in_the_remark() -> None:
    found = by_measure([FIRST, CODE_CAME_LATER.document()])["krippendorff_alpha_nominal"]
    assert (found.value, found.status) == (1.0, Status.OK)
    assert found.reason == "one more was finished before this code stood in the codebook"


def test_no_shared_article_leaves_everything_undefined() -> None:
    alone = [document({}, name="one", finished="A"), document({}, name="two", finished="B")]
    found = by_measure(alone)
    assert "cohen_kappa" in found
    for result in found.values():
        assert (result.value, result.status, result.n) == (None, Status.NO_SHARED_DOCUMENTS, 0)
        assert result.reason == "undefined (no shared articles: none of the 2 articles was finished by both coders)"


def test_nothing_left_after_exclusion_leaves_everything_undefined() -> None:
    found = by_measure([document({("A", "trust"): [(0, 20)]}, excluded=[(0, 300)])])
    assert {(result.value, result.status) for result in found.values()} == {(None, Status.NO_UNITS)}


def test_one_sentence_has_a_percent_and_no_coefficient() -> None:
    one = document({("A", "trust"): [(0, 20)]}, units=[(0, 300)])
    found = by_measure([one], unit="sentence")
    assert found["percent"].value == 0.0
    assert found["positive_specific_agreement"].value == 0.0
    for name in ("cohen_kappa", "fleiss_kappa", "krippendorff_alpha_nominal"):
        assert (found[name].value, found[name].status) == (None, Status.ONE_UNIT)


def test_a_touched_sentence_is_coded_whole() -> None:
    spans = {("A", "trust"): [(99, 101)], ("B", "trust"): [(150, 160)]}
    found = by_measure([document(spans, units=[(0, 100), (100, 200), (200, 300)])], unit="sentence")
    assert found["percent"].value == pytest.approx(2 / 3)
    assert found["percent"].unit == "sentence"


def test_measures_stand_in_their_order_for_each_code() -> None:
    found = measure([document({})], coders="AB", codes=["mistrust", "trust"], unit="character")
    names = [each.name for each in COEFFICIENTS]
    assert [(result.code, result.measure) for result in found] == [
        (code, name) for code in ("mistrust", "trust") for name in names
    ]


def test_cohen_is_for_two_who_take_part() -> None:
    two, three = document({}, finished="AB"), document({}, finished="ABC")
    assert "cohen_kappa" not in by_measure([three], coders="ABC")
    assert by_measure([two], coders="ABC")["cohen_kappa"].coders == ("A", "B")
    assert by_measure([three], coders="AC")["cohen_kappa"].coders == ("A", "C")


def test_a_chosen_coder_who_finished_nothing_is_not_named_as_measured() -> None:
    assert by_measure([document({}, finished="AC")], coders="CBA")["percent"].coders == ("C", "A")


def test_pairs_have_their_own_articles() -> None:
    documents = [
        document({("A", "trust"): [(0, 10)]}, name="one", finished="AB"),
        document({("C", "trust"): [(0, 10)]}, name="two", finished="BC"),
    ]
    swept = sweep(documents, coders="ABC", codes=["trust"], unit="character")
    percents = {result.coders: result for result in pairwise(swept) if result.measure == "percent"}
    assert {pair: result.documents for pair, result in percents.items()} == {
        ("A", "B"): ("one",),
        ("A", "C"): (),
        ("B", "C"): ("two",),
    }
    assert percents["A", "C"].status is Status.NO_SHARED_DOCUMENTS


def test_spans_are_counted_distinct_and_after_exclusion() -> None:
    spans = {("A", "trust"): [(0, 10), (0, 10), (5, 15), (100, 110), (95, 105)], ("B", "trust"): [(100, 110)]}
    swept = sweep([document(spans, excluded=[(100, 120)])], coders="AB", codes=["trust"], unit="character")
    (used,) = usage(swept)
    assert [(coder.coder, coder.spans, coder.coded, coder.units) for coder in used.coders] == [
        ("A", 3, 20, 280),
        ("B", 0, 0, 280),
    ]


def test_usage_without_units_has_no_prevalence() -> None:
    (used,) = usage(sweep([], coders="AB", codes=["trust"], unit="character"))
    assert (used.n, used.prevalence) == (0, None)
    assert [coder.units for coder in used.coders] == [0, 0]


@pytest.mark.parametrize(
    ("documents", "coders", "codes", "what"),
    [
        ([FIRST, FIRST], "AB", ["trust"], "document"),
        ([FIRST], "AA", ["trust"], "coder"),
        ([FIRST], "AB", ["trust", "trust"], "code"),
    ],
)
def test_nothing_may_be_given_twice(documents: list[DocumentCodings], coders: str, codes: list[str], what: str) -> None:
    with pytest.raises(ValueError, match=f"a {what} is given twice"):
        measure(documents, coders=coders, codes=codes, unit="character")


def told(found: list[Result]) -> dict[tuple[str, str | None], tuple[object, ...]]:
    """What must not change when only the order of things does."""
    return {
        (each.measure, each.code): (
            each.n,
            frozenset(each.coders),
            frozenset(each.documents),
            each.status,
            each.reason,
            None if each.value is None else pytest.approx(each.value, abs=1e-12),
        )
        for each in found
    }


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders, unit=units, data=st.data())
def test_the_order_of_coders_documents_and_codes_changes_nothing(
    documents: list[DocumentCodings], coders: list[str], unit: str, data: st.DataObject
) -> None:
    before = told(measure(documents, coders=coders, codes=CODES, unit=unit))
    shuffled = data.draw(st.permutations(documents))
    others, codes = data.draw(st.permutations(coders)), data.draw(st.permutations(CODES))
    assert told(measure(shuffled, coders=others, codes=codes, unit=unit)) == before


@settings(deadline=None)
@given(first=codings(name="first"), second=codings(name="second"))
def test_an_article_split_where_no_span_lies_changes_no_number(first: DocumentCodings, second: DocumentCodings) -> None:
    second = replace(second, finished=first.finished, codes_known=first.codes_known)
    whole = measure([glued(first, second)], coders=CODERS, codes=CODES, unit="character")
    parts = measure([first, second], coders=CODERS, codes=CODES, unit="character")
    for one, two in zip(whole, parts, strict=True):
        assert (one.measure, one.code, one.coders, one.n) == (two.measure, two.code, two.coders, two.n)
        assert one.status is two.status
        assert one.value == (None if two.value is None else pytest.approx(two.value, abs=1e-12))


def glued(first: DocumentCodings, second: DocumentCodings) -> DocumentCodings:
    """Put the second article behind the first, with everything in it."""
    moved = {
        key: [(start + first.length, end + first.length) for start, end in spans] for key, spans in second.spans.items()
    }
    regions = [(start + first.length, end + first.length) for start, end in second.excluded]
    return replace(
        first,
        length=first.length + second.length,
        spans={key: [*spans, *moved[key]] for key, spans in first.spans.items()},
        excluded=[*first.excluded, *regions],
    )


@settings(deadline=None)
@given(documents=projects(everyone=True), unit=units)
def test_coders_who_did_the_same_agree_fully(documents: list[DocumentCodings], unit: str) -> None:
    alike = [
        replace(each, spans={(coder, code): each.spans["A", code] for coder in CODERS for code in CODES})
        for each in documents
    ]
    for result in measure(alike, coders=CODERS, codes=CODES, unit=unit):
        assert result.value in (None, 1.0)
