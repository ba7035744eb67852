# SPDX-License-Identifier: MIT
"""Published and exactly computed values: the whole folder of fixtures, every measure that exists here."""

import json
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from annotator.agreement import DocumentCodings, Interval, Result
from annotator.agreement.brennan_prediger import BRENNAN_PREDIGER
from annotator.agreement.coefficient import AnyCoefficient, PairCoefficient
from annotator.agreement.cohen import COHEN_KAPPA
from annotator.agreement.conger import CONGER_KAPPA
from annotator.agreement.fleiss import FLEISS_KAPPA
from annotator.agreement.gwet import GWET_AC1
from annotator.agreement.krippendorff import KRIPPENDORFF_ALPHA_NOMINAL
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.matrix_measuring import MATRIX_MEASURES, measure_matrix
from annotator.agreement.measuring import results, sweep, usage
from annotator.agreement.percent import PERCENT
from annotator.agreement.scott import SCOTT_PI
from annotator.agreement.specific import POSITIVE_SPECIFIC_AGREEMENT

FOLDER = Path(__file__).parent / "fixtures"

OF_CODES: dict[str, AnyCoefficient] = {
    "char_percent": PERCENT,
    "char_cohen_kappa": COHEN_KAPPA,
    "char_scott_pi": SCOTT_PI,
    "char_fleiss_kappa": FLEISS_KAPPA,
    "char_conger_kappa": CONGER_KAPPA,
    "char_brennan_prediger": BRENNAN_PREDIGER,
    "char_gwet_ac1": GWET_AC1,
    "char_krippendorff_alpha_nominal": KRIPPENDORFF_ALPHA_NOMINAL,
    "char_positive_specific_agreement": POSITIVE_SPECIFIC_AGREEMENT,
}

MATRICES = {
    "percent_items": 29,
    "percent_pairable": 30,
    "cohen_kappa": 21,
    "cohen_kappa_linear": 8,
    "cohen_kappa_quadratic": 8,
    "scott_pi": 21,
    "fleiss_kappa": 29,
    "fleiss_kappa:se_gwet": 25,
    "fleiss_kappa:ci95_gwet": 25,
    "conger_kappa": 25,
    "conger_kappa:se_gwet": 25,
    "conger_kappa:ci95_gwet": 25,
    "brennan_prediger": 29,
    "brennan_prediger:se_gwet": 25,
    "brennan_prediger:ci95_gwet": 25,
    "gwet_ac1": 29,
    "gwet_ac1:se_gwet": 25,
    "gwet_ac1:ci95_gwet": 25,
    "krippendorff_alpha_nominal": 29,
    "krippendorff_alpha_nominal:se_gwet": 25,
    "krippendorff_alpha_nominal:ci95_gwet": 25,
    "krippendorff_alpha_ordinal": 14,
    "krippendorff_alpha_interval": 14,
    "krippendorff_alpha_ratio": 14,
    # Of sets, compared as equal or not.
    "alpha_nominal": 1,
}
CHARACTERS = {
    "char_percent": 12,
    "char_cohen_kappa": 8,
    "char_scott_pi": 8,
    "char_fleiss_kappa": 12,
    "char_conger_kappa": 12,
    "char_brennan_prediger": 12,
    "char_gwet_ac1": 12,
    "char_krippendorff_alpha_nominal": 12,
    "char_positive_specific_agreement": 12,
    "chars_coded_by_each": 12,
    "n_units_characters": 3,
}
OF_SETS = {
    "alpha_masi": 1,
    "alpha_jaccard": 1,
    "dice_item_mean": 1,
    "alpha_masi_dkpro_variant": 1,
    "char_alpha_set_nominal": 3,
    "char_alpha_masi": 3,
    "char_alpha_jaccard": 3,
    "char_set_percent": 3,
}
"""How many expectations there are of each measure, so that none drops out unseen; sets are tested elsewhere."""


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


def expectations(kind: str) -> Iterator[Expectation]:
    for path in sorted(FOLDER.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["kind"] == kind:
            yield from (Expectation(path.stem, content, expect) for expect in content["expect"])


EXPECTATIONS = [*expectations("reliability_matrix"), *expectations("character_level")]


def those(measures: Container[str]) -> list[Expectation]:
    return [each for each in EXPECTATIONS if each.measure in measures]


def test_no_expectation_drops_out() -> None:
    assert Counter(each.measure for each in EXPECTATIONS) == {**MATRICES, **CHARACTERS, **OF_SETS}
    assert len({each.fixture for each in EXPECTATIONS}) == 33
    assert len(EXPECTATIONS) == 682
    assert sum("published" in each.expect for each in EXPECTATIONS) == 78
    assert sum(each.expect.get("status") == "undefined" for each in EXPECTATIONS) == 25


@pytest.mark.parametrize("expectation", those(MATRICES), ids=str)
def test_matrix(expectation: Expectation) -> None:
    matrix = matrix_of(expectation.content)
    coders = tuple(f"coder {number}" for number in range(matrix.values.shape[1]))
    measure = {"alpha_nominal": "krippendorff_alpha_nominal"}.get(expectation.measure, expectation.measure)
    asked = measure.removesuffix(":ci95_gwet")
    assert asked in MATRIX_MEASURES
    (found,) = measure_matrix(matrix, coders=coders, measures=[asked])
    if measure == asked:
        compare(found, expectation)
    else:
        compare_ends(found.interval, expectation)


@pytest.mark.parametrize("expectation", those(OF_CODES), ids=str)
def test_characters(expectation: Expectation) -> None:
    content = expectation.content["input"]
    swept = sweep(documents_of(content), coders=content["coders"], codes=content["codes"], unit="character")
    coefficient, code = OF_CODES[expectation.measure], expectation.expect["code"]
    value = coefficient.value(swept.codes[code].code_sums().pooled())
    if expectation.expect["exact"] is None:
        assert expectation.expect["status"] == "undefined"
        assert np.isnan(value)
    else:
        assert value == pytest.approx(expectation.expect["exact"], rel=0, abs=expectation.expect["tol"])
    for found in results(swept):
        if (found.measure, found.code) == (coefficient.name, code):
            compare(found, expectation)


def test_what_is_of_two_coders_is_expected_of_two_only() -> None:
    of_two = {name for name, coefficient in OF_CODES.items() if isinstance(coefficient, PairCoefficient)}
    assert {len(each.content["input"]["coders"]) for each in those(of_two)} == {2}


@pytest.mark.parametrize("expectation", those(["chars_coded_by_each"]), ids=str)
def test_characters_coded_by_each(expectation: Expectation) -> None:
    content = expectation.content["input"]
    swept = sweep(documents_of(content), coders=content["coders"], codes=content["codes"], unit="character")
    (found,) = (used for used in usage(swept) if used.code == expectation.expect["code"])
    assert [coder.coded for coder in found.coders] == expectation.expect["exact"]


@pytest.mark.parametrize("expectation", those(["n_units_characters"]), ids=str)
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


def compare_ends(found: Interval | None, expectation: Expectation) -> None:
    assert found is not None
    assert (found.method, found.resamples) == ("gwet_standard_error", None)
    ends = pytest.approx(expectation.expect["exact"], rel=0, abs=expectation.expect["tol"])
    assert [found.low, found.high] == ends


def matrix_of(content: dict[str, Any]) -> ReliabilityMatrix:
    rows = [
        [frozenset(value) if isinstance(value, list) else value for value in row] for row in content["input"]["values"]
    ]
    return ReliabilityMatrix.of(rows, weights=content["input"]["counts"], category_count=content["q_categories"] or 0)


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
