# SPDX-License-Identifier: MIT
"""The options of the command, by what they leave in the files."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

from annotator.cli.export_options import DUPLICATES, STATES
from annotator.counting.duplicates import Duplicates
from annotator.domain import CompletionState

Call = Callable[..., Answer]


def test_words_are_those_of_the_program() -> None:
    assert tuple(Duplicates) == DUPLICATES
    assert tuple(CompletionState) == STATES


def exported(call: Call, project: Path, folder: Path, *options: str) -> list[dict[str, str]]:
    answer = call("export", project, "--format", "csv", "--output", folder, "--table", "annotations_long", *options)
    assert (answer.code, answer.err) == (0, "")
    assert [path.name for path in folder.iterdir()] == ["annotations_long.csv"]
    with (folder / "annotations_long.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_filters_and_duplicates(coded: Path, call: Call, tmp_path: Path) -> None:
    every = exported(call, coded, tmp_path / "all")
    trust = exported(call, coded, tmp_path / "trust", "--code", "trust")
    assert trust == [row for row in every if row["code"] == "trust"]
    coder = every[0]["coder"]
    own = exported(call, coded, tmp_path / "own", "--coder", coder)
    assert own == [row for row in every if row["coder"] == coder]
    once = exported(call, coded, tmp_path / "once", "--duplicates", "document")
    assert len(once) == len({(row["document_id"], row["coder"], row["code"]) for row in every})


def test_private_options(coded: Path, call: Call, tmp_path: Path) -> None:
    every = exported(call, coded, tmp_path / "all")
    assert "memo" not in exported(call, coded, tmp_path / "plain", "--without-memos")[0]
    hidden = exported(call, coded, tmp_path / "hidden", "--pseudonyms")
    assert len(hidden) == len(every)
    assert not {row["coder"] for row in hidden} & {row["coder"] for row in every}


def test_json_lists_files_and_findings(coded: Path, call: Call, tmp_path: Path) -> None:
    answer = call("export", coded, "--format", "stats", "--format", "dta", "--output", tmp_path / "out", "--json")
    names = [Path(each["path"]).name for each in answer.json["files"]]
    assert {"README.txt", "articles.csv", "articles.dta"} <= set(names)
    assert isinstance(answer.json["findings"], list)


@pytest.mark.parametrize("options", [("--table", "nothing"), ("--same", "nonesuch"), ("--code", "nothing")])
def test_what_does_not_exist_is_wrong_usage(coded: Path, call: Call, tmp_path: Path, options: tuple[str, ...]) -> None:
    answer = call("export", coded, "--format", "stats", "--output", tmp_path / "out", *options)
    assert answer.code == 2
    assert not (tmp_path / "out").exists()


def test_duplicates_are_refused_where_nothing_would_leave_them_out(coded: Path, call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    answer = call("export", coded, "--format", "events", "--duplicates", "document", "--output", folder)
    assert answer.code == 2
    assert "not of events" in answer.err
    assert not folder.exists()
    assert call("export", coded, "--format", "events", "--duplicates", "all", "--output", folder).code == 0
