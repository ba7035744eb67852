# SPDX-License-Identifier: MIT
import csv

import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import DecisionReason, UsageError, Verdict
from annotator.merging.adjudication_rules import MergeRule
from annotator.store import queries


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 7), (8, 14), (22, 24), (26, 30))
    made.code(BEN, (0, 7), (8, 12))
    made.finish(ANNA, BEN)
    operations.pre_merge(project, judge=MARA.id, rule=MergeRule(2))
    made.decide(made.entries()[1], Verdict.TAKEN, taken=BEN.id, reason=DecisionReason.BOUNDARY_ONLY, note="a, b")
    operations.reject(project, judge=MARA.id, ref=made.entries()[2].ref)
    return made


def written(study, folder, name, **how):
    operations.export_consensus(study.project, directory=folder, **how)
    with (folder / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_consensus_says_where_it_comes_from(study, tmp_path):
    rows = written(study, tmp_path / "out", "consensus.csv")
    assert [(row["quote"], row["provenance"], row["state"], row["votes"], row["voters"]) for row in rows] == [
        ("Beijing", "unanimous", "accepted", "2", "2"),
        ("trus", "adjudicated", "accepted", "1", "2"),
        ("so i", "unresolved", "incomplete", "1", "2"),
    ]
    assert rows[1]["judge"] == "Mara"
    assert rows[1]["note"] == "a, b"
    assert rows[0]["rule"] == '{"at_least":2,"boundary":"exact"}'
    assert len(rows[1]["annotations"].split(" ")) == 2


def test_every_decision_is_listed_with_its_state(study, tmp_path):
    rows = written(study, tmp_path, "decisions.csv")
    found = {(row["verdict"], row["state"], row["source"], row["spans"]) for row in rows}
    assert found == {
        ("taken", "accepted", "rule", "[[0, 7]]"),
        ("taken", "accepted", "person", "[[8, 12]]"),
        ("rejected", "rejected", "person", "[]"),
    }


def test_no_coder_is_named_but_in_the_accuracy(study, tmp_path):
    study.decide(study.entries()[3], Verdict.REJECTED)
    rows = written(study, tmp_path, "accuracy.csv")
    anna = next(row for row in rows if (row["coder"], row["code"]) == ("Anna", "trust"))
    assert (anna["documents"], anna["characters_marked"], anna["characters_standing"]) == ("1", "19", "11")
    assert float(anna["character_precision"]) == pytest.approx(11 / 19)
    assert anna["character_recall"] == "1.0"
    assert next(row for row in rows if row["code"] == "mistrust")["character_f1"] == ""
    for name in ("consensus.csv", "decisions.csv"):
        words = (tmp_path / name).read_text(encoding="utf-8")
        assert not any(each in words for each in ("Anna", "Ben", ANNA.id, BEN.id))
    operations.begin_blind(study.project, judge=MARA.id)
    assert written(study, tmp_path, "accuracy.csv") == []


def test_the_same_project_gives_the_same_bytes(study, tmp_path):
    for folder in ("one", "two"):
        operations.export_consensus(study.project, directory=tmp_path / folder)
    for name in ("consensus.csv", "decisions.csv", "accuracy.csv"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_rounds_are_chosen(study, tmp_path):
    operations.add_round(study.project, author=MARA.id, name="retest")
    assert written(study, tmp_path, "consensus.csv", round_names=["retest"]) == []
    assert len(written(study, tmp_path, "consensus.csv", round_names=["main"])) == 3
    with pytest.raises(UsageError):
        operations.export_consensus(study.project, directory=tmp_path, round_names=["nowhere"])


def test_it_is_part_of_the_export_once_anything_is_decided(study, tmp_path):
    names = [path.name for path in operations.export_csv(study.project, directory=tmp_path / "all").files]
    assert names[-3:] == ["consensus.csv", "decisions.csv", "accuracy.csv"]
    for entry in study.entries():
        if entry.decision:
            operations.withdraw_decision(study.project, judge=MARA.id, decision=entry.decision.id)
    names = [path.name for path in operations.export_csv(study.project, directory=tmp_path / "all").files]
    assert "consensus.csv" not in names


def test_the_history_knows_that_it_was_written(study, tmp_path):
    operations.export_consensus(study.project, directory=tmp_path)
    (_, _, detail) = queries.events(study.project.live, "export")[-1]
    assert detail["files"] == ["consensus.csv", "decisions.csv", "accuracy.csv"]
