# SPDX-License-Identifier: MIT
"""``annotator sample``: a list that anybody draws again."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]


def test_the_same_seed_draws_the_same_articles(project: Path, call: Call) -> None:
    answer = call("sample", project, "--documents", 2, "--seed", 7, "--json").json
    assert answer == call("sample", project, "--documents", 2, "--seed", 7, "--json").json
    assert (answer["seed"], answer["by"]) == (7, None)
    names = [each["document"] for each in answer["documents"]]
    assert set(names) < {path.name for path in ARTICLES}
    assert names == [each["document"] for each in call("sample", project, "--documents", 3, "--seed", 7, "--json").json[
        "documents"
    ]][:2]  # fmt: skip


def test_a_list_for_people_and_a_table(project: Path, call: Call, tmp_path: Path) -> None:
    answer = call("sample", project, "--documents", 3, "--by", "month", "--output", tmp_path / "sample.csv")
    assert (answer.code, answer.err) == (0, "")
    assert "3 articles drawn with seed 1." in answer.out
    assert "not given: " in answer.out
    with (tmp_path / "sample.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["document"] for row in rows} == {path.name for path in ARTICLES}
    assert all(row["document"] in answer.out for row in rows)


def test_strata_in_json(project: Path, call: Call) -> None:
    answer = call("sample", project, "--documents", 3, "--by", "outlet", "--near-identical", "one", "--json").json
    assert sum(each["drawn"] for each in answer["strata"]) == 3
    assert all(each["stratum"] for each in answer["documents"])


@pytest.mark.parametrize(
    "wrong",
    [("--documents", "0"), ("--documents", "4"), ("--documents", "x"), (), ("--documents", "2", "--by", "weather")],
)
def test_what_cannot_be_drawn(project: Path, wrong: tuple[str, ...], call: Call) -> None:
    answer = call("sample", project, *wrong)
    assert (answer.code, answer.out) == (2, "")


def test_a_file_that_cannot_be_written(project: Path, call: Call, tmp_path: Path) -> None:
    answer = call("sample", project, "--documents", 1, "--output", tmp_path / "missing" / "sample.csv", "--json")
    assert answer.code == 3
    assert answer.error["where"] == "sample.csv"
