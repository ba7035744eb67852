# SPDX-License-Identifier: MIT
import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Verdict
from annotator.merging.blinding import blinded
from annotator.store import journal, queries


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 7), (8, 14))
    made.code(BEN, (0, 6), (8, 12))
    made.finish(ANNA, BEN)
    return made


def test_blind_begins_and_is_lifted_and_both_are_kept(study):
    project = study.project
    before = journal.ids(project.live)
    assert operations.blind_seed(project) is None
    drawn = operations.begin_blind(project, judge=MARA.id).value
    assert operations.blind_seed(project) == drawn
    assert operations.blind_seed(project, round_name="training") is None
    operations.lift_blind(project, judge=MARA.id)
    operations.lift_blind(project, judge=MARA.id)
    assert operations.blind_seed(project) is None
    operations.begin_blind(project, judge=MARA.id, seed=7)
    assert operations.blind_seed(project) == 7
    assert [detail for _, _, detail in queries.events(project.live, "blind lifted")] == [
        {"round": "main", "judge": MARA.id}
    ]
    assert journal.ids(project.live) == before, "a local matter"


def test_decisions_know_whether_they_were_blind(study):
    operations.begin_blind(study.project, judge=MARA.id, seed=7)
    assert study.decide(study.entries()[0]).blind
    operations.lift_blind(study.project, judge=MARA.id)
    assert not study.decide(study.entries()[1]).blind


def test_a_blind_queue_can_be_judged(study):
    hidden = blinded(study.queue(), seed=operations.begin_blind(study.project, judge=MARA.id).value)
    assert "Anna" not in repr(hidden)
    assert "Ben" not in repr(hidden)
    lane = hidden.article(study.document).lanes[0]
    made = study.decide(hidden.entries[0], Verdict.TAKEN, taken=lane.coder)
    assert made.taken == lane.coder
