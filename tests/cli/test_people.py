# SPDX-License-Identifier: MIT
"""``annotator people``: who is in a project, who joins, who is called otherwise."""

from collections.abc import Callable
from pathlib import Path

from cli.conftest import Answer

Call = Callable[..., Answer]


def test_people_are_added_listed_and_renamed(project: Path, call: Call) -> None:
    assert call("people", project).out == "Mara (lead, active)\n"
    added = call("people", project, "--add", "Anna", "--add", "Ben", "--as", "Mara")
    assert (added.code, added.out) == (0, "Anna\nBen\nMara (lead, active)\n")
    renamed = call("people", project, "--rename", "Ben", "Benedikt", "--as", "Mara", "--json").json
    assert [each["coder"] for each in renamed] == ["Anna", "Benedikt", "Mara"]
    assert [each["lead"] for each in renamed] == [False, False, True]
    assert len({each["id"] for each in renamed}) == 3


def test_who_was_added_acts_under_the_identity_that_the_lead_drew(project: Path, call: Call) -> None:
    (anna, _) = call("people", project, "--add", "Anna", "--as", "Mara", "--json").json
    call("people", project, "--add", "Ben", "--as", "Mara")
    answer = call("people", project, "--add", "Cara", "--as", "Anna")
    assert (answer.code, "Only the lead" in answer.err) == (1, True)
    assert anna["id"] in {each["id"] for each in call("people", project, "--json").json}


def test_what_cannot_be_is_told(project: Path, call: Call) -> None:
    assert call("people", project, "--add", "mara", "--as", "Mara").code == 1
    assert call("people", project, "--rename", "Nobody", "X", "--as", "Mara").code == 2
    assert call("people", project, "--add", "default", "--as", "Mara").code == 2
    assert call("people", project).out == "Mara (lead, active)\n"
