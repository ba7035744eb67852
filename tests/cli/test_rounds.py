# SPDX-License-Identifier: MIT
"""``annotator rounds``: the list, one more, one otherwise, the one in which this file is coded."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

Call = Callable[..., Answer]


def test_every_project_has_one(project: Path, call: Call) -> None:
    assert call("rounds", project, "--json").json == [
        {"round": "main", "purpose": "main", "coders_needed": 2, "released": False, "active": True}
    ]
    assert call("rounds", project).out == "* main: main, 2 coders for each article\n"


def test_a_round_is_added_made_active_and_changed(project: Path, call: Call) -> None:
    added = call("rounds", project, "--add", "pilot", "--purpose", "training", "--active", "pilot", "--as", "Mara")
    assert (added.code, added.err) == (0, "")
    assert added.out.splitlines()[1] == "* pilot: training, 2 coders for each article"
    changed = call("rounds", project, "--change", "pilot", "--coders", 1, "--release", "--as", "Mara")
    assert changed.out.splitlines()[1] == "* pilot: training, 1 coder for each article; coders may see the decisions"
    (_, pilot) = call("rounds", project, "--active", "main", "--json").json
    assert (pilot["released"], pilot["active"]) == (True, False)
    assert call("rounds", project, "--change", "pilot", "--no-release", "--as", "Mara").code == 0


@pytest.mark.parametrize(
    ("asked", "code", "words"),
    [
        (("--add", "a", "--change", "b", "--as", "Mara"), 2, "not both"),
        (("--purpose", "training", "--as", "Mara"), 2, "--add NAME or --change NAME"),
        (("--release",), 2, "--add NAME or --change NAME"),
        (("--add", "main", "--as", "Mara"), 1, "already a round"),
        (("--add", "x", "--coders", 0, "--as", "Mara"), 2, "1 to 1000 coders"),
        (("--add", "x"), 2, "--as NAME"),
        (("--add", "x", "--as", "Nobody"), 1, "Only the lead"),
        (("--change", "x", "--as", "Mara"), 2, "There is no round"),
        (("--active", "x"), 2, "There is no round"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is(
    project: Path, call: Call, asked: tuple[object, ...], code: int, words: str
) -> None:
    before = call("info", project, "--json").json["journal_digest"]
    # The lead's name is known here from making the project: nobody is named on purpose.
    (Path("home") / "config" / "settings.json").unlink()
    answer = call("rounds", project, *asked)
    assert (answer.code, answer.out) == (code, "")
    assert words in answer.err
    assert call("info", project, "--json").json["journal_digest"] == before
