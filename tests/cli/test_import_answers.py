# SPDX-License-Identifier: MIT
"""What the import says: a table of the preview, the report, and both as JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]
WORDS = [f"word{number}" for number in range(300)]
FRENCH = "L'été dernier, le président a déclaré qu'il n'était pas très confiant là-bas. «Voilà», dit-il. " * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text("First title\n\n" + " ".join(WORDS), encoding="utf-8")
    (made / "b.txt").write_text("Second title\n\n" + " ".join(WORDS[30:]), encoding="utf-8")
    (made / "c.csv").write_text("text,title,desk\nA row.,Row,Politics\n,Empty,\n", encoding="utf-8")
    (made / "d.txt").write_bytes(ARTICLES[0].read_bytes())
    (made / "e.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return made


def test_a_dry_run_prints_a_table_and_writes_nothing(project: Path, folder: Path, call: Call) -> None:
    before = call("info", project, "--json").json["journal_digest"]
    answer = call("import", project, folder, "--dry-run")
    assert answer.code == 0
    assert call("info", project, "--json").json["journal_digest"] == before
    lines = answer.out.splitlines()
    assert lines[1].split()[:2] == ["new", "text"]
    assert any("near-identical" in line and "% of the word 5-grams" in line for line in lines)
    assert any(line.startswith("there") and "(as " in line for line in lines)
    assert any(line.startswith("refused") and "e.png" in line for line in lines)
    assert "c.csv: 2 rows; text = text, title = title" in lines
    assert "1 x A row without a text was left out. (c.csv, line 3)" in lines
    assert lines[-1] == "3 new, 1 already there, 1 refused. Nothing was written."


def test_the_report_names_what_was_not_new(project: Path, folder: Path, call: Call) -> None:
    answer = call("import", project, folder, "--near-duplicates", "group", "--as", "Mara")
    assert answer.code == 0
    assert "Already there: d.txt" in answer.out
    assert "Near-identical: b.txt holds" in answer.out
    assert "Near-identical articles were put into groups." in answer.out
    assert "New fields of articles: desk" in answer.out
    assert answer.out.endswith("Took in 3 articles.\n")


def test_json_has_every_row(project: Path, folder: Path, call: Call) -> None:
    read = call("import", project, folder, "--dry-run", "--json").json
    assert [row["verdict"] for row in read["articles"]] == ["new", "new", "new", "already there", "refused"]
    assert read["report"] is None
    row = read["articles"][1]
    assert row["near"][0]["name"] == "a.txt"
    assert row["near"][0]["containment"] == pytest.approx(1, abs=0.02)
    assert read["tables"][0]["roles"] == {"text": "text", "title": "title"}
    done = call("import", project, folder, "--json", "--as", "Mara").json
    assert done["report"]["added"] == len(done["report"]["documents"]) == 3
    names = {row["name"] for row in call("info", project, "--json").json["documents"]}
    assert {"a.txt", "b.txt", "c.csv/row 2"} <= names


def test_guesses_are_shown_as_guesses(project: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_bytes(FRENCH.encode("cp1252"))
    answer = call("import", project, tmp_path / "fr.txt", "--guess", "--dry-run")
    assert "cp1252?" in answer.out
    assert "the encoding is a guess; likeliest: cp1252" in answer.out
    answer = call("import", project, tmp_path / "fr.txt", "--guess", "--as", "Mara")
    assert "1 article read in an encoding that is only a guess." in answer.out


def test_no_name_steers_the_terminal(project: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.txt").write_text("\x1b[2J cleared?", encoding="utf-8")
    for options in (["--dry-run"], ["--as", "Mara"], ["--json", "--as", "Mara"]):
        answer = call("import", project, tmp_path / "a\x1b[31m.txt", *options)
        assert answer.code == 0
        assert "\x1b" not in answer.out
    assert json.loads(answer.out)["articles"][0]["name"]
