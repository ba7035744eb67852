# SPDX-License-Identifier: MIT
"""``annotator adjudicate``."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

from annotator import operations
from annotator.domain import CoderId, DecisionReason, Verdict

Call = Callable[..., Answer]


def test_shows_what_is_left(coded: Path, call: Call) -> None:
    answer = call("adjudicate", coded)
    assert (answer.code, answer.err) == (0, "")
    assert "0 of" in answer.out
    assert "incomplete" not in answer.out
    assert "disagreement" in answer.out


def test_json_has_every_cluster(coded: Path, call: Call) -> None:
    answer = call("adjudicate", coded, "--json").json
    assert answer["progress"]["total"] == len(answer["clusters"]) > 0
    assert {each["state"] for each in answer["clusters"]} <= {"agreed", "differs", "incomplete"}
    disagreement = [each["disagreement"] for each in answer["documents"]]
    assert disagreement == sorted(disagreement, reverse=True)
    first = answer["clusters"][0]
    assert set(first["versions"]) | set(first["unmarked"]) == {"Trial 1", "Trial 2"}


def test_a_rule_first_dry_then_for_good(coded: Path, call: Call) -> None:
    rule = ("--rule", 2, "--boundary", "intersection", "--as", "Mara")
    dry = call("adjudicate", coded, *rule, "--dry-run", "--json").json
    assert dry["rule"]["decided"] > 0
    assert dry["progress"]["decided"] == 0
    done = call("adjudicate", coded, *rule, "--json").json
    assert done["rule"]["decided"] == dry["rule"]["decided"] == done["progress"]["by_rule"]
    again = call("adjudicate", coded, *rule, "--json").json
    assert again["rule"]["decided"] == 0
    anew = call("adjudicate", coded, *rule, "--again", "--json").json
    assert (anew["rule"]["decided"], anew["rule"]["kept"]) == (0, dry["rule"]["decided"])
    said = call("adjudicate", coded, *rule, "--again")
    assert "left to a person" in said.out
    assert "of this rule would come out the same and stay as they are" in said.out


def test_says_whom_the_judge_followed_unless_names_are_hidden(coded: Path, call: Call) -> None:
    project = operations.open_project(coded)
    lead = operations.overview(project).lead
    entry = operations.adjudication(project).entries[0]
    reason = DecisionReason.CODEBOOK_GAP
    judgement = operations.Judgement(Verdict.TAKEN, taken=entry.versions[0].coder, reason=reason)
    operations.decide(project, judge=lead, ref=entry.ref, judgement=judgement)
    operations.close_project(project)
    said, answer = call("adjudicate", coded).out, call("adjudicate", coded, "--json").json
    assert "was followed in 1 of 1 decision of a person." in said
    assert "codebook_gap: 1" in said
    assert [each["decisions"] for each in answer["followed"]] == [1, 1]
    assert answer["reasons"][0]["count"] == 1
    project = operations.open_project(coded)
    operations.begin_blind(project, judge=lead)
    operations.close_project(project)
    assert "followed in" not in call("adjudicate", coded).out


def test_only_the_lead_applies_a_rule(coded: Path, call: Call) -> None:
    answer = call("adjudicate", coded, "--rule", 2, "--as", "Trial 1")
    assert answer.code == 1
    assert "lead" in answer.err


@pytest.mark.parametrize("options", [("--dry-run",), ("--boundary", "union"), ("--again",), ("--rule", 0)])
def test_wrong_usage(coded: Path, call: Call, options: tuple[object, ...]) -> None:
    assert call("adjudicate", coded, *options).code == 2


def test_an_unknown_round_is_wrong_usage(coded: Path, call: Call) -> None:
    assert call("adjudicate", coded, "--round", "nowhere").code == 2


def test_names_are_hidden_while_judging_is_blind(coded: Path, call: Call) -> None:
    project = operations.open_project(coded)
    operations.begin_blind(project, judge=CoderId("01900000-0000-7000-8000-00000000000a"), seed=1)
    operations.close_project(project)
    said, answer = call("adjudicate", coded), call("adjudicate", coded, "--json")
    assert "names are hidden" in said.out
    assert "Trial" not in said.out + answer.out
    assert set(answer.json["clusters"][0]["versions"]) <= {"A", "B"}
