# SPDX-License-Identifier: MIT
import json
import statistics
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from agreement.made import CODES, chosen_coders, document, projects
from agreement.test_matching import naive_most
from hypothesis import given, settings

from annotator.agreement import DocumentCodings, Question, Result, Status, matching
from annotator.agreement.bootstrap import Drawing, counts_drawn
from annotator.agreement.continua import Continua
from annotator.agreement.span_f1 import (
    ANY_OVERLAP,
    BY_IOU,
    EXACT,
    THRESHOLDS,
    counts_by_code,
    f1_of_pairs,
    mean_over_pairs,
    span_f1_results,
    together,
)

FIXTURES = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in Path(__file__).parent.glob("fixtures/f1_*.json")
}
EXPECTATIONS = [
    (name, expect)
    for name, content in sorted(FIXTURES.items())
    for expect in content["expect"]
    if expect["measure"] in {EXACT, BY_IOU}
]


def documents_of(content: dict[str, Any]) -> list[DocumentCodings]:
    """Everyone finished everything."""
    found = []
    for each in content["documents"]:
        spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for home, coder, start, end, code in content["spans"]:
            if home == each["id"]:
                spans.setdefault((coder, code), []).append((start, end))
        coders = frozenset(content["coders"])
        found.append(DocumentCodings(document=each["id"], length=each["end"], finished=coders, spans=spans))
    return found


def question_of(content: dict[str, Any]) -> Question:
    codes = dict.fromkeys(span[4] for span in content["spans"])
    return Question(coders=tuple(content["coders"]), codes=tuple(codes))


def chosen(results: list[Result], *, code: str | None, threshold: float | None) -> Result:
    (found,) = (each for each in results if (each.code, each.settings.get("threshold")) == (code, threshold))
    return found


def asked(
    documents: list[DocumentCodings], *, code: str | None = "trust", threshold: float | None = None, coders: str = "AB"
) -> Result:
    results = span_f1_results(documents, Question(coders=tuple(coders), codes=CODES))
    return chosen(results, code=code, threshold=threshold)


def test_no_expectation_drops_out() -> None:
    assert Counter(name for name, _ in EXPECTATIONS) == {
        "f1_bratiaa_example_dev": 9,
        "f1_semeval_a": 3,
        "f1_semeval_b": 3,
    }
    assert sum("sd_population" in expect for _, expect in EXPECTATIONS) == 5
    assert sum("pairs" in expect for _, expect in EXPECTATIONS) == 1
    assert sum("published" in expect for _, expect in EXPECTATIONS) == 9


@pytest.mark.parametrize(("name", "expect"), EXPECTATIONS)
def test_fixture(name: str, expect: dict[str, Any]) -> None:
    content = FIXTURES[name]["input"]
    documents = [each for each in documents_of(content) if each.document == expect.get("document", each.document)]
    found = chosen(
        span_f1_results(documents, question_of(content)), code=expect.get("code"), threshold=expect.get("threshold")
    )
    assert found.measure == expect["measure"]
    assert found.value == pytest.approx(expect["exact"], rel=0, abs=expect["tol"])
    if "published" in expect:
        assert found.value == pytest.approx(expect["published"], rel=0, abs=expect["published_tol"])
    if "sd_population" in expect:
        assert found.settings["sd_population"] == pytest.approx(expect["sd_population"], rel=0, abs=expect["tol"])
    pairs: Any = found.settings["pairs"]
    for pair, value in expect.get("pairs", {}).items():
        (of_pair,) = (each["value"] for each in pairs if "-".join(each["coders"]) == pair)
        assert of_pair == pytest.approx(value, rel=0, abs=expect["tol"])


def naive(
    documents: list[DocumentCodings], *, coders: tuple[str, ...], codes: tuple[str, ...], threshold: float | None
) -> Any:
    """F1 of every pair of coders by spelling out the closed text and trying all assignments."""
    values = []
    for one, two in combinations(coders, 2):
        agreed = spans = 0
        for each in documents:
            for code in codes:
                if each.gives_value(one, code=code) and each.gives_value(two, code=code):
                    first, second = (closed(each, coder=coder, code=code) for coder in (one, two))
                    spans += len(first) + len(second)
                    same = len(set(first) & set(second))
                    agreed += same if threshold is None else naive_most(first, second, threshold=threshold)
        if spans:
            values.append(2 * agreed / spans)
    return (statistics.mean(values), statistics.pstdev(values)) if values else None


def closed(each: DocumentCodings, *, coder: str, code: str) -> list[tuple[int, int]]:
    cut = {place for start, end in each.excluded for place in range(start, end)}
    moved = [place - len([gone for gone in cut if gone < place]) for place in range(each.length + 1)]
    spans = {(moved[start], moved[end]) for start, end in each.spans.get((coder, code), ())}
    return sorted(span for span in spans if span[0] < span[1])


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_every_value_equals_trying_all_assignments(documents: list[DocumentCodings], coders: list[str]) -> None:
    for result in span_f1_results(documents, Question(coders=tuple(coders), codes=CODES)):
        threshold: Any = result.settings.get("threshold")
        codes = CODES if result.code is None else (result.code,)
        expected = naive(documents, coders=tuple(coders), codes=codes, threshold=threshold)
        if expected is None:
            assert result.reason.startswith("undefined (")
        else:
            assert (result.value, result.settings["sd_population"]) == pytest.approx(expected, abs=1e-12)


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_the_order_of_coders_codes_and_documents_changes_nothing(
    documents: list[DocumentCodings], coders: list[str]
) -> None:
    one = span_f1_results(documents, Question(coders=tuple(coders), codes=CODES))
    two = span_f1_results(documents[::-1], Question(coders=tuple(coders[::-1]), codes=CODES[::-1]))
    for result in one:
        other = chosen(two, code=result.code, threshold=result.settings.get("threshold"))  # type: ignore[arg-type]  # a number or None
        assert other.value == (None if result.value is None else pytest.approx(result.value, abs=1e-12))
        assert (other.status, other.n) == (result.status, result.n)


@settings(deadline=None)
@given(documents=projects(everyone=True))
def test_identical_coders_give_one_or_undefined(documents: list[DocumentCodings]) -> None:
    spans = [{(coder, code): each.spans["A", code] for coder in "AB" for code in CODES} for each in documents]
    alike = [document(one, name=each.document, length=each.length) for one, each in zip(spans, documents, strict=True)]
    for result in span_f1_results(alike, Question(coders=("A", "B"), codes=CODES)):
        assert result.value in (None, 1.0)


def test_a_looser_threshold_never_gives_less() -> None:
    documents = [
        document({("A", "trust"): [(0, 10), (20, 30), (40, 50)], ("B", "trust"): [(0, 10), (24, 34), (42, 51)]})
    ]
    values = [asked(documents, threshold=threshold).value for threshold in (None, 0.75, 0.5, ANY_OVERLAP)]
    assert values == pytest.approx([1 / 3, 1 / 3, 2 / 3, 1])


def test_self_overlap_counted_twice() -> None:
    # Not unioned here: two spans of one coder are two, of which one can be matched.
    overlapping = [document({("A", "trust"): [(0, 10), (5, 15)], ("B", "trust"): [(0, 15)]})]
    assert asked(overlapping, threshold=0.5).value == pytest.approx(2 / 3)
    # Exact repetitions are one.
    repeated = [document({("A", "trust"): [(0, 10), (0, 10)], ("B", "trust"): [(0, 10)]})]
    assert asked(repeated).value == 1


def test_excluded_text_left_in() -> None:
    documents = [
        document({("A", "trust"): [(0, 10), (30, 35)], ("B", "trust"): [(0, 14)]}, excluded=[(10, 20), (28, 40)])
    ]
    result = asked(documents)
    assert result.value == 1
    assert result.settings["pairs"] == [{"coders": ["A", "B"], "first": 1, "second": 1, "agreed": 1, "value": 1.0}]


def test_unfinished_documents_read_as_silence() -> None:
    spans = {("A", "trust"): [(0, 10)], ("B", "trust"): [(0, 10)]}
    documents = [document(spans, name="d1"), document({("A", "trust"): [(50, 60)]}, name="d2", finished="A")]
    assert asked(documents).value == 1
    assert asked(documents).documents == ("d1",)


def test_a_silent_coder_gives_zero() -> None:
    result = asked([document({("A", "trust"): [(0, 10)]})])
    assert (result.value, result.status) == (0, Status.OK)


def test_a_code_that_nobody_used_is_undefined_in_words() -> None:
    result = asked([document({})])
    assert result.value is None
    assert result.reason == "undefined (no variation: nobody used this code in the one shared article)"


def test_a_pair_without_spans_is_left_out_and_counted() -> None:
    result = asked([document({("A", "trust"): [(0, 10)]}, finished="ABC")], coders="ABC")
    assert result.value == 0
    assert result.settings["pairs_left_out"] == 1
    assert result.reason == "1 of 3 pairs of coders left out: no span on either side"


def test_spans_of_different_codes_never_match() -> None:
    documents = [document({("A", "trust"): [(0, 10)], ("B", "mistrust"): [(0, 10)]})]
    assert asked(documents, code=None, threshold=ANY_OVERLAP).value == 0


def test_a_code_that_came_later_counts_only_where_both_had_it() -> None:
    known = {"A": frozenset(CODES), "B": frozenset({"trust"})}
    documents = [
        document({("A", "mistrust"): [(0, 9)], ("A", "trust"): [(0, 9)], ("B", "trust"): [(0, 9)]}, codes_known=known)
    ]
    assert asked(documents, code="mistrust").status is Status.CODE_NOT_IN_REVISION
    assert asked(documents, code=None).value == 1


def test_resampled_documents_are_sums_of_their_counts() -> None:
    documents = [
        document({("A", "trust"): [(0, 10)], ("B", "trust"): [(0, 10)]}, name="d1"),
        document({("A", "trust"): [(0, 10)], ("B", "trust"): [(3, 10)]}, name="d2"),
    ]
    counts = counts_by_code(Continua.of(documents, coders="AB", codes=CODES))["trust"]
    draws = np.array([[2, 0], [1, 1], [0, 2]])
    values = mean_over_pairs(f1_of_pairs(draws @ counts.first, draws @ counts.second, draws @ counts.agreed[None]))
    assert values.tolist() == [1, 0.5, 0]
    assert mean_over_pairs(np.array([[np.nan, np.nan], [np.nan, 0.5]])).tolist() == pytest.approx(
        [np.nan, 0.5], nan_ok=True
    )


def test_counts_of_codes_add_and_no_codes_count_nothing() -> None:
    documents = [document({("A", "trust"): [(0, 10)], ("B", "mistrust"): [(0, 10)]})]
    counts = counts_by_code(Continua.of(documents, coders="AB", codes=CODES))
    everything = together(counts.values(), like=counts["trust"])
    assert (everything.first.tolist(), everything.second.tolist()) == ([[1]], [[1]])
    nothing = together([], like=counts["trust"])
    assert (nothing.first.tolist(), nothing.agreed[0.5].tolist(), nothing.shared.tolist()) == ([[0]], [[0]], [[False]])
    assert span_f1_results(documents, Question(coders=("A", "B"), codes=()))[0].status is Status.CODE_NOT_IN_REVISION


def test_every_code_has_a_row_for_each_criterion_and_all_together_come_last() -> None:
    results = span_f1_results([document({("A", "trust"): [(0, 10)]})], Question(coders=("A", "B"), codes=("trust",)))
    rows = [(each.code, each.measure, each.settings.get("threshold")) for each in results]
    criteria = [(EXACT, None), *((BY_IOU, threshold) for threshold in THRESHOLDS)]
    assert rows == [(code, *criterion) for code in ("trust", None) for criterion in criteria]


def test_spans_piled_up_without_end_are_told_and_exact_ones_still_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MOST_PAIRS", 8)
    piled = [(start, 50) for start in range(3)]
    documents = [document({("A", "trust"): piled, ("B", "trust"): piled, ("A", "mistrust"): [(0, 2)]})]
    for code in ("trust", None):
        result = asked(documents, code=code, threshold=0.5)
        assert (result.status, result.value) == (Status.TOO_LARGE, None)
        assert result.reason.startswith("undefined (too large: ")
    assert asked(documents, code="trust").value == 1
    assert asked(documents, code="mistrust", threshold=0.5).value == 0


def test_a_span_outside_its_document_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span of its document"):
        asked([document({("A", "trust"): [(0, 400)]})])


def test_the_interval_is_that_of_documents_drawn_by_hand() -> None:
    def made(place: int, copy: int = 0) -> DocumentCodings:
        spans = {("A", "trust"): [(0, 9), (20, 25)], ("B", "trust"): [(0, 9)] if place % 2 else [(1, 9), (20, 25)]}
        return document(spans, name=f"{place} {copy}")

    documents = [made(place) for place in range(4)]
    asked = Question(coders=("A", "B"), codes=("trust",), resamples=60)
    found = span_f1_results(documents, asked, drawing=Drawing.of(asked))[0]
    [counts] = counts_drawn(4, resamples=60, seed=asked.seed)
    by_hand = [
        span_f1_results([made(place, copy) for place in range(4) for copy in range(int(line[place]))], asked)[0].value
        for line in counts
    ]
    low, high = np.quantile(np.array(by_hand, dtype=float), [0.025, 0.975])
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == (pytest.approx(low), pytest.approx(high))
    assert found.settings["clusters"] == 4
    assert span_f1_results(documents, asked)[0].interval is None
