# SPDX-License-Identifier: MIT
"""Published and exactly computed values: the whole folder of fixtures, every measure that exists here."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotator.agreement import DocumentCodings, Result
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.matrix_measuring import measure_matrix
from annotator.agreement.measuring import results, sweep, usage

FOLDER = Path(__file__).parent / "fixtures"

MATRIX_MEASURES = {
    "percent_items": "percent_items",
    "percent_pairable": "percent_pairable",
    "cohen_kappa": "cohen_kappa",
    "fleiss_kappa": "fleiss_kappa",
    "krippendorff_alpha_nominal": "krippendorff_alpha_nominal",
    # Of sets, compared as equal or not.
    "alpha_nominal": "krippendorff_alpha_nominal",
}

CHARACTER_MEASURES = {
    "char_percent": "percent",
    "char_cohen_kappa": "cohen_kappa",
    "char_fleiss_kappa": "fleiss_kappa",
    "char_krippendorff_alpha_nominal": "krippendorff_alpha_nominal",
    "char_positive_specific_agreement": "positive_specific_agreement",
}

TESTED = {
    "percent_items": 29,
    "percent_pairable": 30,
    "cohen_kappa": 21,
    "fleiss_kappa": 29,
    "krippendorff_alpha_nominal": 29,
    "alpha_nominal": 1,
    "char_percent": 12,
    "char_cohen_kappa": 8,
    "char_fleiss_kappa": 12,
    "char_krippendorff_alpha_nominal": 12,
    "char_positive_specific_agreement": 12,
    "chars_coded_by_each": 12,
    "n_units_characters": 3,
}
"""How many expectations there are of each measure, so that none drops out unseen."""


@dataclass(frozen=True)
class Expectation:
    fixture: str
    content: dict[str, Any]
    expect: dict[str, Any]

    @property
    def measure(self) -> str:
        return str(self.expect["measure"])

    def __str__(self) -> str:
        return f"{self.fixture}-{self.measure}-{self.expect.get('code', '')}"


def expectations() -> Iterator[Expectation]:
    for path in sorted(FOLDER.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        for expect in content["expect"]:
            if expect["measure"] in TESTED:
                yield Expectation(path.stem, content, expect)


EXPECTATIONS = list(expectations())
OF_MATRICES = [each for each in EXPECTATIONS if each.measure in MATRIX_MEASURES]
OF_CHARACTERS = [each for each in EXPECTATIONS if each.measure in CHARACTER_MEASURES]


def test_no_expectation_drops_out() -> None:
    assert Counter(each.measure for each in EXPECTATIONS) == TESTED
    assert len(EXPECTATIONS) == 210
    assert sum("published" in each.expect for each in EXPECTATIONS) == 45
    assert sum(each.expect.get("status") == "undefined" for each in EXPECTATIONS) == 16


@pytest.mark.parametrize("expectation", OF_MATRICES, ids=str)
def test_matrix(expectation: Expectation) -> None:
    matrix = matrix_of(expectation.content)
    coders = tuple(f"coder {number}" for number in range(matrix.values.shape[1]))
    found = {result.measure: result for result in measure_matrix(matrix, coders=coders)}
    compare(found[MATRIX_MEASURES[expectation.measure]], expectation)


@pytest.mark.parametrize("expectation", OF_CHARACTERS, ids=str)
def test_characters(expectation: Expectation) -> None:
    content = expectation.content["input"]
    swept = sweep(documents_of(content), coders=content["coders"], codes=content["codes"], unit="character")
    name, code = CHARACTER_MEASURES[expectation.measure], expectation.expect["code"]
    (found,) = (result for result in results(swept) if (result.measure, result.code) == (name, code))
    compare(found, expectation)


@pytest.mark.parametrize(
    "expectation", [each for each in EXPECTATIONS if each.measure == "chars_coded_by_each"], ids=str
)
def test_characters_coded_by_each(expectation: Expectation) -> None:
    content = expectation.content["input"]
    swept = sweep(documents_of(content), coders=content["coders"], codes=content["codes"], unit="character")
    (found,) = (used for used in usage(swept) if used.code == expectation.expect["code"])
    assert [coder.coded for coder in found.coders] == expectation.expect["exact"]


@pytest.mark.parametrize(
    "expectation", [each for each in EXPECTATIONS if each.measure == "n_units_characters"], ids=str
)
def test_number_of_characters(expectation: Expectation) -> None:
    content = expectation.content["input"]
    swept = sweep(documents_of(content), coders=content["coders"], codes=content["codes"], unit="character")
    assert {result.n for result in results(swept)} == {expectation.expect["exact"]}


def compare(found: Result, expectation: Expectation) -> None:
    exact = expectation.expect["exact"]
    if exact is None:
        assert expectation.expect["status"] == "undefined"
        assert found.value is None
        assert found.reason.startswith("undefined (")
        return
    assert found.value == pytest.approx(exact, rel=0, abs=expectation.expect["tol"])
    if "published" in expectation.expect:
        published = expectation.expect["published"]
        assert found.value == pytest.approx(published, rel=0, abs=expectation.expect["published_tol"])


def matrix_of(content: dict[str, Any]) -> ReliabilityMatrix:
    rows = [
        [frozenset(value) if isinstance(value, list) else value for value in row] for row in content["input"]["values"]
    ]
    return ReliabilityMatrix.of(rows, weights=content["input"]["counts"])


def documents_of(content: dict[str, Any]) -> list[DocumentCodings]:
    """Shift every document to begin at 0; all coders finished all documents."""
    documents = []
    for document in content["documents"]:
        begin = document["begin"]
        spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for home, coder, start, end, code in content["spans"]:
            if home == document["id"]:
                spans.setdefault((coder, code), []).append((start - begin, end - begin))
        excluded = [(start - begin, end - begin) for home, start, end in content["excluded"] if home == document["id"]]
        documents.append(
            DocumentCodings(
                document=document["id"],
                length=document["end"] - begin,
                finished=frozenset(content["coders"]),
                spans=spans,
                excluded=excluded,
            )
        )
    return documents
