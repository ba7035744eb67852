# SPDX-License-Identifier: MIT
"""``annotator annotations import``: all rows or none, refused by line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import ARTICLES, CODINGS, Answer

Call = Callable[..., Answer]

ROW: dict[str, Any] = {
    "document": ARTICLES[0].name,
    "code": "trust",
    "start": 0,
    "end": 9,
    "quote": "Two banks",
    "attributes": {"holder": "both", "target": ""},
    "memo": "",
    "certainty": "high",
}


@pytest.fixture
def take(project: Path, call: Call, tmp_path: Path) -> Callable[..., Answer]:
    """Import these rows as Jonas's."""

    def taken(*rows: dict[str, Any] | str, options: tuple[str, ...] = ()) -> Answer:
        path = tmp_path / "rows.jsonl"
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return call("annotations", "import", project, path, "--coder", "Jonas", *options, "--as", "Mara")

    return taken


@pytest.fixture
def counts(project: Path, call: Call) -> Callable[[], Any]:
    return lambda: call("info", project, "--json").json


def test_whole_coding_comes_in(coded: Path, call: Call) -> None:
    info = call("info", coded, "--json").json
    rows = [json.loads(line) for path in CODINGS for line in path.read_text(encoding="utf-8").splitlines()]
    assert info["annotations"] == sum(row["code"] != "exclude" for row in rows)
    assert info["regions"]["proposed"] == sum(row["code"] == "exclude" for row in rows)
    assert {(each["coder"], each["state"]) for each in info["completions"]} == {
        ("Trial 1", "finished"),
        ("Trial 2", "finished"),
    }
    assert [each["machine_made"] for each in info["coders"] if each["name"].startswith("Trial")] == [True, True]


@pytest.mark.parametrize("word", ["trust", "TRUST", "Evidence of trust"])
def test_code_by_short_name_or_name(word: str, take: Callable[..., Answer], counts: Callable[[], Any]) -> None:
    assert take({**ROW, "code": word}).code == 0
    assert counts()["by_code"] == {"trust": 1}


def test_code_by_identity(take: Callable[..., Answer], counts: Callable[[], Any]) -> None:
    identity = next(code["id"] for code in counts()["codes"] if code["short_name"] == "mistrust")
    assert take({**ROW, "code": identity}).code == 0
    assert counts()["by_code"] == {"mistrust": 1}


def test_document_by_hash(take: Callable[..., Answer], counts: Callable[[], Any]) -> None:
    assert take({**ROW, "document": counts()["documents"][0]["sha256"]}).code == 0
    assert counts()["by_document"] == {ARTICLES[0].name: 1}


def test_finished_is_said_and_kept(take: Callable[..., Answer], counts: Callable[[], Any]) -> None:
    answer = take(ROW, options=("--finished",))
    assert "1 article marked as finished" in answer.out
    assert [each["state"] for each in counts()["completions"]] == ["finished"]


def test_without_finished_it_is_in_progress(take: Callable[..., Answer], counts: Callable[[], Any]) -> None:
    take(ROW)
    assert [each["state"] for each in counts()["completions"]] == ["in_progress"]


def test_same_file_twice_adds_nothing(take: Callable[..., Answer], counts: Callable[[], Any]) -> None:
    take(ROW)
    before = counts()["journal_digest"]
    answer = take(ROW)
    assert answer.code == 0
    assert "1 row already there" in answer.out
    assert counts()["annotations"] == 1
    assert counts()["journal_digest"] == before


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({**ROW, "start": 1, "end": 10}, id="quote elsewhere"),
        pytest.param({**ROW, "end": 10**9}, id="behind the end"),
        pytest.param({**ROW, "start": 9, "end": 9, "quote": ""}, id="empty span"),
        pytest.param({**ROW, "start": -9, "end": 0}, id="before the start"),
        pytest.param({**ROW, "code": "trusst"}, id="unknown code"),
        pytest.param({**ROW, "document": "nowhere.txt"}, id="unknown document"),
        pytest.param({**ROW, "attributes": {"mood": "good"}}, id="unknown attribute"),
        pytest.param({**ROW, "attributes": {"holder": "mars"}}, id="unknown choice"),
        pytest.param({**ROW, "certainty": "very"}, id="unknown certainty"),
        pytest.param({key: value for key, value in ROW.items() if key != "quote"}, id="no quote"),
        pytest.param("{not json", id="not JSON"),
        pytest.param("[1, 2]", id="no object"),
    ],
)
def test_bad_row_is_refused_by_line_and_nothing_is_written(
    row: dict[str, Any] | str, take: Callable[..., Answer], counts: Callable[[], Any]
) -> None:
    before = counts()["journal_digest"]
    answer = take(ROW, row)
    assert answer.code == 1
    assert answer.out == ""
    assert "line 2" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert counts()["journal_digest"] == before


def test_coder_must_be_named(project: Path, call: Call) -> None:
    answer = call("annotations", "import", project, CODINGS[0], "--as", "Mara")
    assert answer.code == 2
    assert "--coder" in answer.err


def test_file_that_is_not_there(project: Path, call: Call, tmp_path: Path) -> None:
    answer = call("annotations", "import", project, tmp_path / "no.jsonl", "--coder", "Jonas", "--as", "Mara")
    assert answer.code == 1
    assert "no.jsonl" in answer.err
