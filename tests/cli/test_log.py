# SPDX-License-Identifier: MIT
"""``annotator log``: readable, filtered, as JSON, as a table; nothing from a file steers the terminal."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

Call = Callable[..., Answer]


def test_newest_first_with_names_and_passages(coded: Path, call: Call) -> None:
    answer = call("log", coded)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert "Mara took in" in lines[0]
    assert "annotations of Trial 2" in lines[0]
    assert "Mara began the project" in lines[-1]


def test_limit_and_filters(coded: Path, call: Call) -> None:
    assert len(call("log", coded, "--limit", 1).out.splitlines()) == 1
    assert call("log", coded, "--verb", "create project", "--person", "Mara").out.count("\n") == 1
    assert "Nothing of that kind" in call("log", coded, "--text", "no such words").out
    assert "Nothing of that kind" in call("log", coded, "--until", "2020-01-01").out
    assert call("log", coded, "--code", "trust", "--since", "2020-01-01").out.count("took in") == 2


def test_json_and_table_tell_the_same(coded: Path, call: Call, tmp_path: Path) -> None:
    told = call("log", coded, "--json", "--limit", 100).json
    target = tmp_path / "history.csv"
    assert call("log", coded, "--output", target).code == 0
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["what"] for row in rows] == [each["what"] for each in told][::-1]
    assert all(each["time"].endswith("Z") for each in told)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--person", "nobody"),
        ("--document", "none.txt"),
        ("--code", "\x1b[31m"),
        ("--since", "soon"),
        ("--limit", "0"),
    ],
)
def test_what_is_no_filter_is_one_sentence(coded: Path, call: Call, wrong: tuple[str, str]) -> None:
    answer = call("log", coded, *wrong)
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 1
    assert "\x1b" not in answer.err
