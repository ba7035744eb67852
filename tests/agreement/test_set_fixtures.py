# SPDX-License-Identifier: MIT
"""Exactly computed values of set-valued agreement: every fixture that holds one."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.agreement import DocumentCodings, Status
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.question import Question
from annotator.agreement.set_alpha import dice_item_mean_of_matrix, set_alpha_of_matrix
from annotator.agreement.set_results import set_results
from annotator.agreement.sets import Distance

FOLDER = Path(__file__).parent / "fixtures"

OF_MATRICES: dict[str, Callable[[ReliabilityMatrix], float | Status]] = {
    "alpha_masi": lambda matrix: set_alpha_of_matrix(matrix, distance=Distance.MASI),
    "alpha_jaccard": lambda matrix: set_alpha_of_matrix(matrix, distance=Distance.JACCARD),
    "alpha_nominal": lambda matrix: set_alpha_of_matrix(matrix, distance=Distance.NOMINAL),
    "alpha_masi_dkpro_variant": lambda matrix: set_alpha_of_matrix(matrix, distance=Distance.MASI_DKPRO),
    "dice_item_mean": dice_item_mean_of_matrix,
}

TESTED = {
    **dict.fromkeys(OF_MATRICES, 1),
    **dict.fromkeys(("char_alpha_set_nominal", "char_alpha_masi", "char_alpha_jaccard", "char_set_percent"), 3),
}
"""How many expectations there are of each measure, so that none drops out unseen."""

CONTENTS = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))]
EXPECTATIONS = [
    (content, expect) for content in CONTENTS for expect in content["expect"] if expect["measure"] in TESTED
]


def test_no_expectation_drops_out() -> None:
    assert Counter(expect["measure"] for _, expect in EXPECTATIONS) == TESTED


@pytest.mark.parametrize(
    ("content", "expect"),
    EXPECTATIONS,
    ids=[f"{content['id']}-{expect['measure']}" for content, expect in EXPECTATIONS],
)
def test_value(content: dict[str, Any], expect: dict[str, Any]) -> None:
    if expect["measure"] in OF_MATRICES:
        rows = [[frozenset(value) for value in row] for row in content["input"]["values"]]
        found: object = OF_MATRICES[expect["measure"]](ReliabilityMatrix.of(rows))
    else:
        given = content["input"]
        question = Question(coders=tuple(given["coders"]), codes=tuple(given["codes"]))
        name = expect["measure"].removeprefix("char_")
        (found,) = (each.value for each in set_results(documents_of(given), question) if each.measure == name)
    assert found == pytest.approx(expect["exact"], rel=0, abs=expect["tol"])


def documents_of(given: dict[str, Any]) -> list[DocumentCodings]:
    """All coders finished all documents; every one begins at 0 here."""
    documents = []
    for document in given["documents"]:
        spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for home, coder, start, end, code in given["spans"]:
            if home == document["id"]:
                spans.setdefault((coder, code), []).append((start, end))
        excluded = [(start, end) for home, start, end in given["excluded"] if home == document["id"]]
        documents.append(
            DocumentCodings(
                document=document["id"],
                length=document["end"],
                finished=frozenset(given["coders"]),
                spans=spans,
                excluded=excluded,
            )
        )
    return documents
