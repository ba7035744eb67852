# SPDX-License-Identifier: MIT
"""Published and exactly computed values of unitizing alpha, both families: every fixture that holds one."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from annotator.agreement import DocumentCodings, Result
from annotator.agreement.question import Question
from annotator.agreement.unitizing_2004_results import unitizing_2004_results
from annotator.agreement.unitizing_2016_results import unitizing_2016_results

FOLDER = Path(__file__).parent / "fixtures"

TESTED = {
    "u": 6,
    "|u": 6,
    "cu": 6,
    "cu_coverage": 6,
    "(k)u": 17,
    "u_alpha_2004_code": 10,
    "u_alpha_2004": 4,
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
    ids=[f"{content['id']}-{expect['measure']}-{expect['code']}" for content, expect in EXPECTATIONS],
)
def test_value(content: dict[str, Any], expect: dict[str, Any]) -> None:
    """Also the contested values, of which ours are one of the variants, and labelled so."""
    (found,) = (
        each
        for each in results_of(content["input"])
        if (each.measure, each.code) == (expect["measure"], expect.get("code"))
    )
    assert found.value == pytest.approx(expect["exact"], rel=0, abs=expect["tol"])
    if "published" in expect:
        assert found.value == pytest.approx(expect["published"], rel=0, abs=expect["published_tol"])
    if str(expect.get("status", "")).startswith("contested"):
        assert found.settings["variant"] == "squared pairwise covers"
        assert "contested" in found.settings


def results_of(given: dict[str, Any]) -> list[Result]:
    """All coders finished all documents; every one begins at 0 here."""
    (document,) = given["documents"]
    begin = document["begin"]
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for _, coder, start, end, code in given["spans"]:
        spans.setdefault((coder, code), []).append((start - begin, end - begin))
    codings = DocumentCodings(
        document=document["id"],
        length=document["end"] - begin,
        finished=frozenset(given["coders"]),
        spans=spans,
    )
    question = Question(coders=tuple(given["coders"]), codes=tuple(sorted({code for _, code in spans})))
    return unitizing_2016_results([codings], question) + unitizing_2004_results([codings], question)
