# SPDX-License-Identifier: MIT
"""``annotator hand-out``: a file for each coder, never over another, and refused in a coder's file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import CODINGS, Answer

Call = Callable[..., Answer]


@pytest.fixture
def team(project: Path, call: Call) -> Path:
    """A project of Mara's with the work of two coders."""
    for name, coding in zip(("Jonas", "Ines"), CODINGS, strict=False):
        assert call("annotations", "import", project, coding, "--coder", name, "--as", "Mara").code == 0
    return project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "coders"
    made.mkdir()
    return made


def test_every_coder_gets_a_file(team: Path, folder: Path, call: Call) -> None:
    answer = call("hand-out", team, "--output", folder, "--as", "Mara")
    assert (answer.code, answer.err) == (0, "")
    assert sorted(path.name.split(" - ")[1] for path in folder.iterdir()) == ["Ines.annotator", "Jonas.annotator"]
    assert "for Jonas, 3 articles" in answer.out


def test_json_says_what_went_where(team: Path, folder: Path, call: Call) -> None:
    [made] = call("hand-out", team, "--output", folder, "--coder", "Jonas", "--json", "--as", "Mara").json
    assert set(made) == {"coder", "id", "path", "documents", "annotations", "notes"}
    assert (made["coder"], made["documents"], made["notes"]) == ("Jonas", 3, [])
    theirs = call("info", made["path"], "--json").json
    assert (theirs["annotations"], list(theirs["by_coder"])) == (made["annotations"], ["Jonas"])


def test_it_comes_back_unchanged_with_nothing_new(team: Path, folder: Path, call: Call) -> None:
    [made] = call("hand-out", team, "--output", folder, "--coder", "Jonas", "--json", "--as", "Mara").json
    assert call("merge", team, made["path"], "--json", "--as", "Mara").json["added_changes"] == 0


def test_a_file_is_not_written_over(team: Path, folder: Path, call: Call) -> None:
    first = ("hand-out", team, "--output", folder, "--as", "Mara")
    assert call(*first).code == 0
    answer = call(*first)
    assert answer.code == 1
    assert "already a file of this name" in answer.err
    assert call(*first, "--replace").code == 0


def test_only_the_lead_and_only_known_coders(team: Path, folder: Path, call: Call) -> None:
    assert "Only the lead" in call("hand-out", team, "--output", folder, "--as", "Jonas").err
    answer = call("hand-out", team, "--output", folder, "--coder", "Nobody", "--as", "Mara")
    assert answer.code == 2
    assert list(folder.iterdir()) == []


def test_a_coders_file_refuses_the_leads_commands(team: Path, folder: Path, call: Call) -> None:
    [made] = call("hand-out", team, "--output", folder, "--coder", "Jonas", "--json", "--as", "Mara").json
    theirs = made["path"]
    (folder / "more.txt").write_text("An article more.\n")
    for command in (
        ("import", theirs, folder / "more.txt"),
        ("agreement", theirs),
        ("hand-out", theirs, "--output", folder),
    ):
        answer = call(*command)
        assert answer.code == 1, command
        assert "for the lead of the project" in answer.err
    answer = call("merge", theirs, team)
    assert "the lead's project and not a file made for you" in answer.err + answer.out


def test_a_coder_need_not_be_named_in_the_own_file(team: Path, folder: Path, call: Call) -> None:
    [made] = call("hand-out", team, "--output", folder, "--coder", "Jonas", "--json", "--as", "Mara").json
    assert call("annotations", "import", made["path"], CODINGS[0], "--coder", "Jonas").code == 0
    answer = call("annotations", "import", made["path"], CODINGS[0], "--coder", "Ines")
    assert (answer.code, "made for Jonas" in answer.err) == (1, True)
