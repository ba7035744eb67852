# SPDX-License-Identifier: MIT
"""What a coder's file changed without being the coder's to change: put back, let hold, or left out."""

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, HOUR, MARA, TEXTS, tables
from operations.test_merging import annotate, other_project

from annotator import operations
from annotator.domain import AliasOf, Coder, CoderId, Refused
from annotator.domain.team import alias_id, assignment_id, round_id
from annotator.merging.questions import KEEP, LEAVE_OUT, SAME, TAKE, QuestionKind
from annotator.store import clock, queries, verification


@pytest.fixture
def study(project, documents, codes):
    """A project in which Ben has coded a passage, and Mara has assigned it."""
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    operations.add_coder(project, author=MARA.id, coder=BEN)
    operations.assign(project, author=MARA.id, coders=[BEN.id], documents=[documents["plain.txt"].id])
    annotate(project, BEN, documents["plain.txt"], codes["trust"], 0, 7)
    return project


@pytest.fixture
def meddled(study, documents, codes, sent):
    """A file in which Anna did everything that is not hers, beside a passage of her own."""
    theirs, text = sent(), documents["plain.txt"].id
    [bens] = queries.annotations(study.live)
    with theirs.action(author=ANNA.id, verb="meddle") as action:
        action.write("project", study.project_id, {"lead": ANNA.id})
        action.write("code", codes["trust"], {"definition": "Otherwise.", "retired": True})
        action.write("round", round_id("main"), {"name": "main", "released": True})
        taken_away = {"coder": BEN.id, "document": text, "round": "main", "assigned": False}
        action.write("assignment", assignment_id(BEN.id, text, "main"), taken_away)
        mapping = {"of": "coder", "source": BEN.id, "target": ANNA.id}
        action.write("alias", alias_id(AliasOf.CODER, BEN.id), mapping)
        action.write("annotation", bens.id, {"deleted": True})
        action.write("coder", BEN.id, {"name": "Nobody"})
    annotate(theirs, ANNA, documents["plain.txt"], codes["mistrust"], 8, 14)
    return closed(theirs)


def question_of(study, path):
    [question] = operations.preview_merge(study, paths=[path]).questions
    assert question.kind is QuestionKind.AUTHORITY
    return question


def test_nothing_is_merged_before_the_lead_has_said_what_holds(study, meddled):
    before = tables(study)
    with pytest.raises(Refused, match="not Anna's to write"):
        operations.merge(study, author=MARA.id, paths=[meddled])
    assert tables(study) == before


def test_what_was_not_hers_is_put_back_and_her_own_work_stays(study, meddled):
    before = tables(study)
    question = question_of(study, meddled)
    operations.merge(study, author=MARA.id, paths=[meddled], answers={question.id: KEEP})
    after = tables(study)
    for table in ("project", "code", "round", "assignment", "alias", "coder", "conflict"):
        assert after[table] == before[table], table
    assert set(before["annotation"]) < set(after["annotation"])
    assert len(after["annotation"]) == 2
    assert list(verification.faults(study)) == []
    again = operations.merge(study, author=MARA.id, paths=[meddled], answers={question.id: KEEP}).value
    assert again.added_changes == 0, "the same command again is no mistake"


def test_putting_back_can_be_undone_and_brought_back(study, codes, sent):
    theirs, before = sent(), tables(study)
    with theirs.action(author=ANNA.id, verb="meddle") as action:
        action.write("code", codes["trust"], {"definition": "Otherwise.", "retired": True})
    path = closed(theirs)
    operations.merge(study, author=MARA.id, paths=[path], answers={question_of(study, path).id: KEEP})
    operations.undo(study, coder=MARA.id)
    assert queries.codebook(study.live).by_id(codes["trust"]).definition == "Otherwise."
    operations.redo(study, coder=MARA.id)
    assert tables(study)["code"] == before["code"]
    operations.withdraw_merge(study, author=MARA.id)
    assert tables(study) == before


def test_a_deletion_that_was_put_back_is_not_done_again_by_an_undo(study, meddled):
    before = tables(study)
    operations.merge(study, author=MARA.id, paths=[meddled], answers={question_of(study, meddled).id: KEEP})
    with pytest.raises(Refused, match="nothing was undone"):
        operations.undo(study, coder=MARA.id)
    operations.withdraw_merge(study, author=MARA.id)
    assert tables(study) == before


def test_the_lead_may_let_it_hold_or_leave_the_file_out(study, meddled, codes):
    before = tables(study)
    question = question_of(study, meddled)
    operations.merge(study, author=MARA.id, paths=[meddled], answers={question.id: LEAVE_OUT})
    assert tables(study) == before
    operations.merge(study, author=MARA.id, paths=[meddled], answers={question.id: TAKE})
    assert queries.codebook(study.live).by_id(codes["trust"]).retired
    assert [each.coder for each in queries.annotations(study.live)] == [ANNA.id]


def test_what_the_lead_wrote_upon_it_stands(study, meddled, codes):
    question = question_of(study, meddled)
    operations.merge(study, author=MARA.id, paths=[meddled], answers={question.id: TAKE})
    operations.withdraw_merge(study, author=MARA.id)
    assert not queries.codebook(study.live).by_id(codes["trust"]).retired
    assert question_of(study, meddled) == question, "what was taken back is asked about again"


def test_a_project_begun_apart_changes_nothing_of_a_code_that_the_lead_worded(study, codes, tmp_path):
    with study.action(author=MARA.id, verb="change code") as action:
        action.write("code", codes["trust"], {"definition": "Ours.", "retired": True, "colour": "#123456"})
    before = tables(study)["code"]
    path = closed(other_project(tmp_path, ANNA, TEXTS))
    [question] = operations.preview_merge(study, paths=[path]).questions
    assert (question.kind, question.required) == (QuestionKind.DEFINITION, True)
    with pytest.raises(Refused, match="definition"):
        operations.merge(study, author=MARA.id, paths=[path])
    operations.merge(study, author=MARA.id, paths=[path], answers={question.id: question.default})
    assert tables(study)["code"] == before
    assert tables(study)["conflict"] == []


def test_a_clock_that_is_far_ahead_is_told(study, documents, codes, sent, monkeypatch):
    theirs, real = sent(), clock.wall_milliseconds
    with monkeypatch.context() as ahead:
        ahead.setattr(clock, "wall_milliseconds", lambda: real() + 25 * HOUR)
        annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    [plan] = operations.preview_merge(study, paths=[closed(theirs)]).files
    assert any("clock that is more than a day ahead" in note for note in plan.notes)


def test_only_the_lead_says_that_two_people_are_one(study, documents, codes, tmp_path):
    twin = Coder(CoderId("01900000-0000-7000-8000-0000000000dd"), "Ben")
    path = closed(other_project(tmp_path, twin, TEXTS))
    [question] = operations.preview_merge(study, paths=[path]).questions
    before = tables(study)
    with pytest.raises(Refused, match="Only the lead"):
        operations.merge(study, author=BEN.id, paths=[path], answers={question.id: SAME})
    assert tables(study) == before
    operations.merge(study, author=MARA.id, paths=[path], answers={question.id: SAME})
    assert len(tables(study)["alias"]) == 1


def test_changes_in_the_name_of_the_lead_that_the_lead_does_not_know_are_told(study, codes, tmp_path):
    [made] = operations.hand_out(study, author=MARA.id, directory=tmp_path, coders=[BEN.id]).value
    assert operations.preview_merge(study, paths=[made.path]).warnings == ()
    theirs = operations.open_project(made.path)
    with theirs.action(author=MARA.id, verb="change code") as action:
        action.write("code", codes["trust"], {"definition": "Forged."})
    preview = operations.preview_merge(study, paths=[closed(theirs)])
    assert [each for each in preview.warnings if "1 change in the name of the lead" in each]
