# SPDX-License-Identifier: MIT
import json

import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Span, Verdict
from annotator.domain.fields import fault
from annotator.merging.decision_matching import ClusterState
from annotator.operations.decisions import decisions_of
from annotator.store import team_queries


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 7), (15, 21))
    made.code(BEN, (0, 6))
    made.finish(ANNA, BEN)
    first, second = made.entries()
    made.decide(first, Verdict.TAKEN, taken=BEN.id, note="Without the full stop.")
    made.decide(second, Verdict.REJECTED)
    return made


def release(study, released=True):
    operations.change_round(study.project, author=MARA.id, name="main", released=released)


def own(study, coder):
    return [
        (each.verdict.value, each.spans, each.was_followed)
        for each in operations.own_decisions(study.project, coder=coder.id)
    ]


def hand(study, coder):
    """Write the extracts as a hand-out does."""
    with study.project.action(author=MARA.id, verb="hand out") as action:
        for identity, fields in operations.released_fields(study.project, coder=coder.id):
            action.write("decision", identity, fields)


def test_nothing_before_the_round_is_released(study):
    assert own(study, ANNA) == []
    assert operations.released_fields(study.project, coder=ANNA.id) == []


def test_how_own_passages_were_decided(study):
    release(study)
    assert own(study, ANNA) == [("taken", (Span.of(0, 6),), False), ("rejected", (), False)]
    assert own(study, BEN) == [("taken", (Span.of(0, 6),), True)]


def test_an_extract_names_nobody_else_and_nothing_of_theirs(study):
    release(study)
    others = [
        each for version in study.entries()[0].versions if version.coder == BEN.id for each in version.annotations
    ]
    for _, fields in operations.released_fields(study.project, coder=ANNA.id):
        words = json.dumps(fields)
        assert all(each.id not in words for each in decisions_of(study.project)[study.document])
        assert BEN.id not in words
        assert "Ben" not in words
        assert all(each not in words for each in others)
        assert [fault("decision", name, value) for name, value in fields.items()] == [""] * len(fields)
    (fields,) = [fields for _, fields in operations.released_fields(study.project, coder=BEN.id)]
    assert fields["taken"] == BEN.id


def test_extracts_are_no_decisions(study):
    release(study)
    queue, decided = study.queue(), decisions_of(study.project)
    hand(study, ANNA)
    hand(study, BEN)
    assert len(team_queries.decisions(study.project.live)) == 5
    assert study.queue() == queue
    assert decisions_of(study.project) == decided
    assert operations.released_fields(study.project, coder=ANNA.id) != []
    assert [each.state for each in study.entries()] == [ClusterState.ACCEPTED, ClusterState.REJECTED]
    assert own(study, BEN) == [("taken", (Span.of(0, 6),), True)]


def test_in_a_coders_file_the_extracts_are_read(study):
    release(study)
    expected = own(study, ANNA)
    hand(study, ANNA)
    with study.project.action(author=MARA.id, verb="withdraw decision") as action:
        for each in decisions_of(study.project)[study.document]:
            action.write("decision", each.id, {"deleted": True})
    with study.project.transaction():
        study.project.set_handed_out()
    assert own(study, ANNA) == expected
