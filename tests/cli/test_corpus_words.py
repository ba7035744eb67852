# SPDX-License-Identifier: MIT
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

Call = Callable[..., Answer]


@pytest.fixture
def corpus(coded: Path, call: Call, tmp_path: Path) -> Path:
    call("export", coded, "--format", "jsonl", "--output", tmp_path / "out")
    (found,) = (tmp_path / "out").iterdir()
    return found


@pytest.fixture
def empty(call: Call, tmp_path: Path) -> Path:
    path = tmp_path / "empty.annotator"
    assert call("new", path, "--as", "Mara").code == 0
    return path


def take(call: Call, project: Path, file: Path, *options: str | Path) -> Answer:
    return call("annotations", "import", project, file, *options, "--as", "Mara")


def test_a_dry_run_says_what_would_come_and_writes_nothing(call: Call, empty: Path, corpus: Path) -> None:
    answer = take(call, empty, corpus, "--dry-run")
    assert answer.code == 0
    for words in ("new article", "Coder Trial 1: new", "Code Evidence of trust: trust (by identity)",
                  "annotations are new", "Nothing was written"):  # fmt: skip
        assert words in answer.out
    assert call("info", empty, "--json").json["annotations"] == 0


def test_an_import_says_what_came_and_the_second_time_nothing(
    call: Call, empty: Path, coded: Path, corpus: Path
) -> None:
    assert "Took in" in take(call, empty, corpus).out
    assert call("info", empty, "--json").json["annotations"] == call("info", coded, "--json").json["annotations"]
    again = take(call, empty, corpus, "--json").json
    assert (again["added"], again["updated"], again["written"]) == (0, 0, True)
    assert again["already_there"] > 0


def test_what_is_misplaced_can_be_filled_in_and_given_back(
    call: Call, empty: Path, corpus: Path, tmp_path: Path
) -> None:
    lines = corpus.read_text(encoding="utf-8").splitlines()
    article = json.loads(lines[1])
    right = article["annotations"][0]["start"]
    article["annotations"][0]["start"] += 1
    article["annotations"][0]["end"] += 1
    corpus.write_text("\n".join([lines[0], json.dumps(article), *lines[2:]]) + "\n", encoding="utf-8")
    refused = take(call, empty, corpus)
    assert refused.code == 1
    assert "line 2" in refused.err
    shown = take(call, empty, corpus, "--dry-run", "--json").json
    assert "Not where the file says" in take(call, empty, corpus, "--dry-run").out
    place = next(each for each in shown["misplaced"][0]["places"] if each["start"] == right)
    shown["misplaced"][0]["answer"] = {"start": place["start"], "end": place["end"]}
    (tmp_path / "answers.json").write_text(json.dumps(shown), encoding="utf-8")
    taken = take(call, empty, corpus, "--answers", tmp_path / "answers.json", "--json").json
    assert (taken["moved"], taken["left_out"]) == (1, [])


def test_codes_and_coders_are_mapped(call: Call, empty: Path, corpus: Path) -> None:
    answer = take(call, empty, corpus, "--coder", "Trial 1=Zoe", "--code", "speculation=trust", "--json").json
    assert {each["here"] for each in answer["coders"]} >= {"Zoe", "Trial 2"}
    assert next(each for each in answer["codes"] if each["name"] == "Speculation")["here"] == "trust"


@pytest.mark.parametrize(
    "options", [("--coder", "a", "--coder", "b"), ("--code", "x"), ("--code", "=y"), ("--code", "x=y")]
)
def test_choices_that_say_nothing_are_refused(call: Call, empty: Path, corpus: Path, options: tuple[str, ...]) -> None:
    assert take(call, empty, corpus, *options).code == 2
