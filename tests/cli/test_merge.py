# SPDX-License-Identifier: MIT
"""``annotator merge``: look first, then all or nothing; the same file again changes nothing."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, CODINGS, Answer

from annotator import operations
from annotator.domain import Code, CodeId

Call = Callable[..., Answer]


@pytest.fixture
def copies(project: Path, call: Call, tmp_path: Path) -> tuple[Path, Path]:
    """The same project in two files; in each another coder has been at work."""
    other = tmp_path / "other.annotator"
    shutil.copy(project, other)
    for path, name, coding in ((project, "Jonas", CODINGS[0]), (other, "Ines", CODINGS[1])):
        answer = call("annotations", "import", path, coding, "--coder", name, "--finished", "--as", name)
        assert answer.code == 0, answer.err
    return project, other


def test_dry_run_tells_and_writes_nothing(copies: tuple[Path, Path], call: Call) -> None:
    mine, other = copies
    before = call("info", mine, "--json").json["journal_digest"]
    answer = call("merge", mine, other, "--dry-run")
    assert (answer.code, answer.err) == (0, "")
    assert "Nothing was written" in answer.out
    assert "Ines" in answer.out
    assert call("info", mine, "--json").json["journal_digest"] == before


def test_dry_run_in_json_counts_what_the_merge_adds(copies: tuple[Path, Path], call: Call) -> None:
    mine, other = copies
    preview = call("merge", mine, other, "--dry-run", "--json").json
    merged = call("merge", mine, other, "--json", "--as", "Mara").json
    assert preview["dry_run"] is True
    assert preview["added_changes"] == 0
    assert merged["added_changes"] == preview["new_changes"] > 0
    assert Path(merged["backup"]).is_file()


def test_merge_brings_everybody_together(copies: tuple[Path, Path], call: Call) -> None:
    mine, other = copies
    before = [call("info", path, "--json").json["annotations"] for path in copies]
    assert call("merge", mine, other, "--as", "Mara").code == 0
    after = call("info", mine, "--json").json
    assert after["annotations"] == sum(before)
    assert {"Jonas", "Ines"} <= set(after["by_coder"])


def test_codebooks_that_differ_are_told_per_file(copies: tuple[Path, Path], call: Call) -> None:
    mine, other = copies
    assert "Codebook: the same codes in all files." in call("merge", mine, other, "--dry-run").out
    added = {mine: [("Doubt", "doubt")], other: [("DOUBT", "again"), ("Hope", "hope")]}
    for path, definition in ((mine, "Relies on."), (other, "Believes in.")):
        project = operations.open_project(path)
        lead, first = operations.overview(project).lead, operations.overview(project).codebook.codes[0]
        operations.change_code(project, author=lead, code=replace(first, definition=definition))
        for name, short in added[path]:
            operations.add_code(project, author=lead, code=Code(CodeId(""), name, short))
        operations.close_project(project)
    told = call("merge", mine, other, "--dry-run").out
    assert "  codebook: “Hope” is new" in told
    assert "  codebook: “DOUBT” may be “Doubt” here, which is asked" in told
    assert f"“{first.name}” is defined in two ways; which holds is asked" in told
    assert "the same codes" not in told


def test_both_ways_give_one_digest(copies: tuple[Path, Path], call: Call, tmp_path: Path) -> None:
    mine, other = copies
    mine_before = tmp_path / "mine-before.annotator"
    shutil.copy(mine, mine_before)
    call("merge", mine, other, "--as", "Mara")
    call("merge", other, mine_before, "--as", "Mara")
    digests = {call("info", path, "--json").json["journal_digest"] for path in copies}
    assert len(digests) == 1


def test_again_adds_nothing(copies: tuple[Path, Path], call: Call) -> None:
    mine, other = copies
    call("merge", mine, other, "--as", "Mara")
    digest = call("info", mine, "--json").json["journal_digest"]
    answer = call("merge", mine, other, "--as", "Mara")
    assert answer.code == 0
    assert "Nothing new" in answer.out
    assert call("info", mine, "--json").json["journal_digest"] == digest


def test_one_bad_file_refuses_all(copies: tuple[Path, Path], call: Call, tmp_path: Path) -> None:
    mine, other = copies
    before = call("info", mine, "--json").json["journal_digest"]
    bad = tmp_path / "bad.annotator"
    bad.write_bytes(other.read_bytes()[: other.stat().st_size // 2])
    answer = call("merge", mine, other, bad, "--as", "Mara")
    assert answer.code in (1, 3)
    assert "bad.annotator" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert call("info", mine, "--json").json["journal_digest"] == before


def test_dry_run_reports_the_bad_file_and_the_good_one(copies: tuple[Path, Path], call: Call, tmp_path: Path) -> None:
    mine, other = copies
    bad = tmp_path / "bad.annotator"
    bad.write_text("no database", encoding="utf-8")
    answer = call("merge", mine, other, bad, "--dry-run", "--json")
    assert answer.code == 1
    assert [each["name"] for each in answer.json["refused"]] == ["bad.annotator"]
    assert [each["name"] for each in answer.json["files"]] == ["other.annotator"]


def test_sender_s_file_is_not_touched(copies: tuple[Path, Path], call: Call) -> None:
    mine, other = copies
    before = other.read_bytes(), other.stat().st_mtime_ns, sorted(other.parent.iterdir())
    call("merge", mine, other, "--as", "Mara")
    after = other.read_bytes(), other.stat().st_mtime_ns, sorted(other.parent.iterdir())
    assert before == after


def test_project_into_itself_is_refused(project: Path, call: Call) -> None:
    assert call("merge", project, project, "--as", "Mara").code == 1


def test_one_bad_file_is_left_out_where_the_lead_says_so(copies: tuple[Path, Path], call: Call, tmp_path: Path) -> None:
    mine, other = copies
    bad = tmp_path / "bad.annotator"
    bad.write_text("no database", encoding="utf-8")
    answer = call("merge", mine, other, bad, "--skip-refused", "--json", "--as", "Mara")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json["added_changes"] > 0
    assert [each["name"] for each in answer.json["refused"]] == ["bad.annotator"]


@pytest.fixture
def prefixed(project: Path, call: Call, tmp_path: Path) -> tuple[Path, Path]:
    """A project, and one that somebody began apart with a line added to one of its articles, coded."""
    theirs = tmp_path / "theirs.annotator"
    article = ARTICLES[0]
    body = article.read_text(encoding="utf-8")
    (tmp_path / article.name).write_text("[Updated] " + body, encoding="utf-8")
    (tmp_path / "coding.jsonl").write_text(
        json.dumps({"document": article.name, "code": "trust", "start": 110, "end": 150, "quote": body[100:140]})
        + "\n",
        encoding="utf-8",
    )
    assert call("new", theirs, "--as", "Ines").code == 0
    assert call("import", theirs, tmp_path / article.name, "--as", "Ines").code == 0
    answer = call("annotations", "import", theirs, tmp_path / "coding.jsonl", "--coder", "Ines", "--as", "Ines")
    assert answer.code == 0, answer.err
    return project, theirs


def test_nearly_the_same_text_refuses_until_it_is_answered(prefixed: tuple[Path, Path], call: Call) -> None:
    mine, theirs = prefixed
    before = call("info", mine, "--json").json["journal_digest"]
    answer = call("merge", mine, theirs, "--as", "Mara")
    assert answer.code == 1
    assert "An answer is missing" in answer.err
    assert "nearly the same text" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert call("info", mine, "--json").json["journal_digest"] == before
    told = call("merge", mine, theirs, "--dry-run")
    assert told.code == 0
    assert "Question that must be answered: " in told.out
    assert call("merge", mine, theirs, "--reanchor", "--as", "Mara").code == 0


def test_what_a_dry_run_writes_is_filled_in_and_read(prefixed: tuple[Path, Path], call: Call, tmp_path: Path) -> None:
    mine, theirs = prefixed
    asked = call("merge", mine, theirs, "--dry-run", "--json").json
    [question] = asked["questions"]
    assert (question["kind"], question["required"], question["answer"]) == ("reanchor", True, "")
    file = tmp_path / "answers.json"
    question["answer"] = "perhaps"
    file.write_text(json.dumps(asked), encoding="utf-8")
    assert call("merge", mine, theirs, "--answers", file, "--as", "Mara").code == 2
    question["answer"] = "carry_over"
    file.write_text(json.dumps(asked), encoding="utf-8")
    answer = call("merge", mine, theirs, "--answers", file, "--as", "Mara")
    assert (answer.code, answer.err) == (0, "")
    assert call("info", mine, "--json").json["annotations"] == 1


@pytest.mark.parametrize(("text", "code"), [("no json", 2), ('{"answers": {"person:x:y": "same"}}', 2), (None, 1)])
def test_answers_that_do_not_fit_are_refused(
    copies: tuple[Path, Path], call: Call, tmp_path: Path, text: str | None, code: int
) -> None:
    mine, other = copies
    file = tmp_path / "answers.json"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    before = call("info", mine, "--json").json["journal_digest"]
    answer = call("merge", mine, other, "--answers", file, "--as", "Mara")
    assert (answer.code, len(answer.err.splitlines())) == (code, 1)
    assert call("info", mine, "--json").json["journal_digest"] == before


def test_answers_in_another_encoding_are_refused(copies: tuple[Path, Path], call: Call, tmp_path: Path) -> None:
    mine, other = copies
    (tmp_path / "answers.json").write_bytes(b"\xff\xfe{")
    answer = call("merge", mine, other, "--answers", tmp_path / "answers.json", "--as", "Mara")
    assert answer.code == 1
    assert "not UTF-8" in answer.err
