# SPDX-License-Identifier: MIT
"""``annotator plan``: the worked examples, shares of a project, and numbers that mean nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

Call = Callable[..., Answer]


def test_worked_examples_without_a_project(call: Call) -> None:
    for share, units in (("0.25", [81, 139]), (".05", [330, 560]), (".02", [803, 1363])):
        answer = call("plan", "--prevalence", share, "--json").json
        (row,) = answer["codes"]
        assert [need["units"] for need in row["needs"]] == units
        assert (row["code"], row["expected"], row["have"]) == (None, True, 0)
    assert call("plan", "--prevalence", ".25", "--alpha", ".8", "--json").json["codes"][0]["needs"] == [
        {"minimum_alpha": 0.8, "units": 139, "documents": None}
    ]


def test_a_table_for_people(call: Call) -> None:
    answer = call("plan", "--prevalence", ".02")
    assert (answer.code, answer.err) == (0, "")
    assert "1,363" in answer.out
    assert "alpha 0.667" in answer.out


def test_shares_of_a_project(coded: Path, call: Call) -> None:
    answer = call("plan", coded, "--json").json
    assert (answer["unit"], answer["documents"]) == ("sentence", 3)
    assert answer["units_per_document"] > 1
    rows = {row["code"]: row for row in answer["codes"]}
    assert set(rows) == {"trust", "mistrust", "speculation", "expert_quote"}
    for row in rows.values():
        assert 0 < row["prevalence"] < 1
        assert row["have"] > 0
        assert row["needs"][0]["documents"] >= 1
    words = call("plan", coded).out
    assert all(code in words for code in rows)


def test_what_nobody_measured_is_asked_for(project: Path, call: Call) -> None:
    answer = call("plan", project)
    assert (answer.code, answer.err) == (0, "")
    assert "trust: set an expected share" in answer.out
    assert "None" not in answer.out
    assert "1,363 (" in call("plan", project, "--prevalence", ".02").out
    by_character = call("plan", project, "--prevalence", ".02", "--unit", "character").out
    assert "Characters of one article are not independent" in by_character


def test_neither_project_nor_share_is_wrong_usage(call: Call) -> None:
    answer = call("plan", "--json")
    assert (answer.code, "--prevalence" in answer.error["error"]) == (2, True)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--prevalence", "5"), ("--prevalence", "nan"), ("--prevalence", "0"), ("--prevalence", "1e-320"),
        ("--prevalence", ".1", "--alpha", "1"), ("--prevalence", ".1", "--confidence", "95"),
        ("--prevalence", ".1", "--coders", "1"), ("--prevalence", "x"), ("--unit", "syllable"),
    ],
)  # fmt: skip
def test_numbers_that_mean_nothing(wrong: tuple[str, ...], call: Call) -> None:
    assert call("plan", *wrong).code == 2
