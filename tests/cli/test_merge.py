# SPDX-License-Identifier: MIT
"""``annotator merge``: look first, then all or nothing; the same file again changes nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import CODINGS, Answer

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
