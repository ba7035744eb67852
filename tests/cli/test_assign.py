# SPDX-License-Identifier: MIT
"""``annotator assign``: by name, by rule, from a table."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]
FIRST, SECOND, _ = (path.name for path in ARTICLES)


@pytest.fixture
def team(project: Path, call: Call) -> Path:
    assert call("people", project, "--add", "Anna", "--add", "Ben", "--add", "Cara", "--as", "Mara").code == 0
    return project


def digest(call: Call, project: Path) -> str:
    return str(call("info", project, "--json").json["journal_digest"])


def test_by_name_and_back(team: Path, call: Call) -> None:
    made = call("assign", team, "--coder", "Anna", "--coder", "Ben", "--document", FIRST, "--as", "Mara")
    assert (made.code, made.err) == (0, "")
    assert made.out.splitlines() == [
        "Round main: 2 assignments, 2 new.",
        "  Anna: 1 article",
        "  Ben: 1 article",
        "1 article with two coders or more, on which agreement can be measured.",
    ]
    gone = call("assign", team, "--coder", "Ben", "--document", FIRST, "--remove", "--as", "Mara")
    assert gone.out == "Round main: 1 assignment, 1 taken away.\n"
    again = call("assign", team, "--coder", "Anna", "--document", FIRST, "--as", "Mara", "--json").json
    assert (again["changed"], again["loads"], again["overlap"]) == (0, {"Anna": 1}, [])


def test_by_rule_the_same_seed_gives_the_same(team: Path, call: Call) -> None:
    before = digest(call, team)
    asked = ("assign", team, "--rule", "--each", 1, "--everybody", "1", "--seed", 5, "--as", "Mara", "--json")
    planned = call(*asked, "--dry-run").json
    assert digest(call, team) == before
    made = call(*asked).json
    assert made == planned | {"dry_run": False}
    assert (made["seed"], len(made["assignments"]), len(made["overlap"])) == (5, 5, 1)
    sample = call("sample", team, "--documents", 1, "--seed", 5, "--json").json
    assert made["overlap"] == [each["document"] for each in sample["documents"]]
    assert sorted(made["loads"]) == ["Anna", "Ben", "Cara"], "the lead and programs get none unasked"
    assert call(*asked).json["changed"] == 0


def test_by_rule_for_some_and_in_percent(team: Path, call: Call) -> None:
    some = ("--coder", "Anna", "--coder", "Ben", "--document", FIRST, "--document", SECOND)
    answer = call("assign", team, "--rule", "--each", 1, "--everybody", "50%", *some, "--as", "Mara", "--dry-run")
    assert "Round main: 3 assignments, 3 would be new." in answer.out
    assert "Drawn with seed 1." in answer.out


def test_from_a_table(team: Path, call: Call, tmp_path: Path) -> None:
    call("rounds", team, "--add", "retest", "--as", "Mara")
    (tmp_path / "who.csv").write_text(f"document,coder\n{FIRST},Anna\n{SECOND},Ben\n", encoding="utf-8")
    made = call("assign", team, "--from", "who.csv", "--round", "retest", "--as", "Mara", "--json").json
    assert (made["round"], made["changed"]) == ("retest", 2)
    assert [each["coder"] for each in made["assignments"]] == ["Anna", "Ben"]
    (tmp_path / "who.csv").write_text(f"document,coder\n{FIRST},Anna\n{SECOND},Nobody\n", encoding="utf-8")
    before = digest(call, team)
    answer = call("assign", team, "--from", "who.csv", "--as", "Mara", "--json")
    assert (answer.code, answer.error["where"]) == (1, "who.csv, line 3")
    assert digest(call, team) == before


@pytest.mark.parametrize(
    ("asked", "code", "words"),
    [
        ((), 2, "Say who codes what"),
        (("--coder", "Anna"), 2, "Say who codes what"),
        (("--coder", "Anna", "--document", "no.txt"), 2, "no article"),
        (("--coder", "Nobody", "--document", FIRST), 2, "no coder"),
        (("--rule", "--remove"), 2, "--remove goes with"),
        (("--rule", "--from", "x.csv"), 2, "--from FILE says"),
        (("--from", "x.csv", "--seed", 1), 2, "go with --rule"),
        (("--from", "x.csv"), 1, "no such file"),
        (("--rule", "--everybody", "many"), 2, "a number of articles or a percentage"),
        (("--rule", "--everybody", "-1"), 2, "a number of articles or a percentage"),
        (("--rule", "--everybody", "9"), 2, "cannot go to everybody"),
        (("--rule", "--each", "9"), 2, "1 to 3 coders"),
        (("--rule", "--round", "nowhere"), 2, "There is no round"),
        (("--coder", "Ben", "--document", FIRST, "--remove"), 1, "everybody codes everything"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is(
    team: Path, call: Call, asked: tuple[object, ...], code: int, words: str
) -> None:
    before = digest(call, team)
    answer = call("assign", team, *asked, "--as", "Mara")
    assert (answer.code, answer.out) == (code, "")
    assert words in answer.err
    assert digest(call, team) == before


def test_only_the_lead_assigns(team: Path, call: Call) -> None:
    answer = call("assign", team, "--coder", "Anna", "--document", FIRST, "--as", "Anna")
    assert (answer.code, "Only the lead" in answer.err) == (1, True)
