# SPDX-License-Identifier: MIT
from itertools import combinations
from typing import Any

import pytest
from agreement.made import CODES, chosen_coders, document, projects
from agreement.test_span_f1 import FIXTURES, closed, documents_of, question_of
from hypothesis import given, settings

from annotator.agreement import DocumentCodings, Question, Result, Status, matching
from annotator.agreement.semeval import Counts, Matches, Scheme, semeval_results

EXPECTATIONS = [
    (name, expect)
    for name, content in sorted(FIXTURES.items())
    for expect in content["expect"]
    if expect["measure"].startswith("semeval_")
]
PARTS = ("correct", "incorrect", "partial", "missed", "spurious", "precision", "recall", "f1")


def by_measure(
    documents: list[DocumentCodings], *, coders: str = "AB", codes: tuple[str, ...] = CODES
) -> dict[str, Result]:
    return {each.measure: each for each in semeval_results(documents, Question(coders=tuple(coders), codes=codes))}


def test_no_expectation_drops_out() -> None:
    assert len(EXPECTATIONS) == 8
    assert all(set(PARTS) <= expect.keys() for _, expect in EXPECTATIONS)


@pytest.mark.parametrize(("name", "expect"), EXPECTATIONS)
def test_fixture(name: str, expect: dict[str, Any]) -> None:
    content = FIXTURES[name]["input"]
    found = {each.measure: each for each in semeval_results(documents_of(content), question_of(content))}
    for part in PARTS:
        result = found[f"{expect['measure']}:{part}"]
        assert result.value == pytest.approx(expect[part], rel=0, abs=1e-12)
        assert result.code is None


def naive(documents: list[DocumentCodings], *, coders: list[str], scheme: Scheme) -> Counts:
    """Match one by one, as the rule is told."""
    tally = dict.fromkeys(("correct", "incorrect", "partial", "missed", "spurious"), 0)
    for one, two in combinations(coders, 2):
        for each in documents:
            first, second = spans_of(each, one, partner=two), spans_of(each, two, partner=one)
            for reference, other in match(first, second):
                place, code = reference[:2] == other[:2], reference[2] == other[2]
                correct = {
                    Scheme.STRICT: place and code,
                    Scheme.EXACT: place,
                    Scheme.PARTIAL: place,
                    Scheme.ENT_TYPE: code,
                }
                if correct[scheme]:
                    tally["correct"] += 1
                else:
                    tally["partial" if scheme is Scheme.PARTIAL else "incorrect"] += 1
                first.remove(reference)
                second.remove(other)
            tally["missed"] += len(first)
            tally["spurious"] += len(second)
    return Counts(**tally)


def spans_of(each: DocumentCodings, coder: str, *, partner: str) -> list[tuple[int, int, str]]:
    found = []
    for code in CODES:
        if each.gives_value(coder, code=code) and each.gives_value(partner, code=code):
            found += [(start, end, code) for start, end in closed(each, coder=coder, code=code)]
    return sorted(found)


def match(first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]) -> list[Any]:
    left, right, found = list(first), list(second), []
    for sharing in range(3):
        for one in list(left):
            for two in list(right):
                same, place = one == two, one[:2] == two[:2]
                overlap = one[0] < two[1] and two[0] < one[1]
                if (same, place, overlap)[sharing]:
                    found.append((one, two))
                    left.remove(one)
                    right.remove(two)
                    break
    return found


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_every_count_equals_matching_one_by_one(documents: list[DocumentCodings], coders: list[str]) -> None:
    results = by_measure(documents, coders="".join(coders))
    for scheme in Scheme:
        counts = naive(documents, coders=coders, scheme=scheme)
        for part in PARTS[:5]:
            found = results[f"semeval_{scheme}:{part}"]
            assert found.value == (getattr(counts, part) if found.documents else None)
        for part, value in counts.shares.items():
            found = results[f"semeval_{scheme}:{part}"]
            assert found.value == value
            assert found.reason.startswith("undefined (") is (value is None)


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_the_order_of_documents_and_codes_changes_nothing(documents: list[DocumentCodings], coders: list[str]) -> None:
    one = by_measure(documents, coders="".join(coders))
    two = by_measure(documents[::-1], coders="".join(coders), codes=CODES[::-1])
    assert {name: each.value for name, each in one.items()} == {name: each.value for name, each in two.items()}


def test_equal_spans_of_equal_code_are_matched_before_equal_spans_of_another() -> None:
    documents = [document({("A", "mistrust"): [(0, 5)], ("A", "trust"): [(0, 5)], ("B", "trust"): [(0, 5)]})]
    found = by_measure(documents)
    assert [found[f"semeval_strict:{part}"].value for part in PARTS[:5]] == [1, 0, 0, 1, 0]


def test_equal_spans_of_another_code_are_matched_before_spans_that_merely_overlap() -> None:
    documents = [document({("A", "trust"): [(0, 9), (3, 9)], ("B", "mistrust"): [(3, 9)]})]
    found = by_measure(documents)
    assert [found[f"semeval_exact:{part}"].value for part in PARTS[:5]] == [1, 0, 0, 1, 0]


def test_the_reference_is_the_coder_asked_for_first() -> None:
    documents = [document({("A", "trust"): [(0, 5), (10, 15)], ("B", "trust"): [(0, 5)]})]
    assert by_measure(documents, coders="AB")["semeval_strict:recall"].value == 0.5
    assert by_measure(documents, coders="BA")["semeval_strict:precision"].value == 0.5


def test_a_silent_second_coder_leaves_precision_undefined_and_f1_zero() -> None:
    found = by_measure([document({("A", "trust"): [(0, 5)]})])
    assert (found["semeval_strict:recall"].value, found["semeval_strict:f1"].value) == (0, 0)
    assert found["semeval_strict:precision"].status is Status.NO_UNITS
    assert "marked nothing" in found["semeval_strict:precision"].reason
    assert "the first coder" in by_measure([document({("B", "trust"): [(0, 5)]})])["semeval_exact:recall"].reason


def test_nobody_marked_anything() -> None:
    found = by_measure([document({})])
    assert found["semeval_partial:correct"].value == 0
    assert found["semeval_partial:f1"].status is Status.NO_VARIATION
    assert by_measure([])["semeval_partial:correct"].status is Status.NO_SHARED_DOCUMENTS


def test_of_more_than_two_coders_the_counts_are_added() -> None:
    documents = [document({(coder, "trust"): [(0, 5)] for coder in "ABC"}, finished="ABC")]
    result = by_measure(documents, coders="ABC")["semeval_strict:correct"]
    assert result.value == 3
    assert result.settings["pooled"] == "counts of all pairs of coders added"


def test_self_overlap_counted_twice() -> None:
    documents = [document({("A", "trust"): [(0, 10), (0, 10), (5, 15)], ("B", "trust"): [(0, 10)]})]
    found = by_measure(documents)
    assert (found["semeval_strict:correct"].value, found["semeval_strict:missed"].value) == (1, 1)


def test_spans_piled_up_without_end_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MOST_PAIRS", 8)
    piled = [(start, 50) for start in range(3)]
    found = by_measure([document({("A", "trust"): piled, ("B", "trust"): piled})])
    assert len(found) == 32
    assert {each.status for each in found.values()} == {Status.TOO_LARGE}
    assert "9 pairs of overlapping spans" in found["semeval_strict:f1"].reason


def test_matches_add() -> None:
    assert Matches(same=1, missed=2) + Matches(same_place=3, same_code=4, overlapping=5, spurious=6) == Matches(
        1, 3, 4, 5, 2, 6
    )
