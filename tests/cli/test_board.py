# SPDX-License-Identifier: MIT
"""``annotator board``: how far everybody is."""

from collections.abc import Callable
from pathlib import Path

from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]
FIRST, SECOND, THIRD = (path.name for path in ARTICLES)


def test_a_board_for_people(coded: Path, call: Call) -> None:
    call("people", coded, "--add", "Anna", "--as", "Mara")
    call("assign", coded, "--coder", "Anna", "--coder", "Trial 1", "--document", FIRST, "--as", "Mara")
    lines = call("board", coded).out.splitlines()
    assert lines[0].split() == ["article", "Anna", "Trial", "1", "Trial", "2"]
    assert lines[1].startswith(FIRST)
    assert "not started" in lines[1]
    assert "finished (" in lines[1]
    assert ", not assigned" in lines[1]
    assert "3 of 1" in lines[4]
    assert lines[-1] == "Round main: 1 article with two coders or more; 3 of 3 finished by 2 coders."


def test_a_board_for_programs(coded: Path, call: Call) -> None:
    answer = call("board", coded, "--json").json
    assert (answer["round"], answer["has_assignments"], answer["coders_needed"]) == ("main", False, 2)
    assert [each["coder"] for each in answer["coders"]] == ["Trial 1", "Trial 2"]
    assert [each["document"] for each in answer["documents"]] == [FIRST, SECOND, THIRD]
    for row in answer["documents"]:
        assert row["overlap"]
        assert {each["state"] for each in row["coders"]} == {"finished"}
        assert row["annotations"] == sum(each["annotations"] for each in row["coders"])
    assert "everybody codes every article" in call("board", coded).out


def test_a_round_that_is_none(project: Path, call: Call) -> None:
    answer = call("board", project, "--round", "x", "--json")
    assert (answer.code, "There is no round" in answer.error["error"]) == (2, True)
