# SPDX-License-Identifier: MIT
"""Rounds, and coding in the one in which a file is coded."""

import pytest
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import CompletionState, Refused, Round, RoundPurpose, Span, UsageError
from annotator.store import queries, verification

SPAN = Span.of(0, 7)


def names(project):
    return [each.name for each in operations.rounds(project)]


def code(project, documents, codes, *, coder=ANNA, span=SPAN, name="plain.txt"):
    return operations.annotate(
        project, coder=coder.id, document=documents[name].id, code=codes["trust"], span=span
    ).value


@pytest.fixture
def retest(project):
    operations.add_round(project, author=MARA.id, name="retest", purpose=RoundPurpose.RETEST)
    return operations.set_active_round(project, name="retest").value


def test_every_project_has_the_round_main(project):
    assert operations.rounds(project) == (Round("main"),)
    assert operations.overview(project).round == "main"


def test_rounds_stand_in_the_order_in_which_they_were_added(project):
    made = operations.add_round(project, author=MARA.id, name="zero", purpose=RoundPurpose.TRAINING, coders_needed=3)
    assert made.value == Round("zero", RoundPurpose.TRAINING, 1, 3)
    assert made.touched.everything
    operations.add_round(project, author=MARA.id, name="alpha")
    assert names(project) == ["main", "zero", "alpha"]
    assert list(verification.faults(project)) == []


def test_a_round_in_which_somebody_only_worked_is_one_too(project, documents, tmp_path, codes):
    code(project, documents, codes)
    with project.transaction():
        project.set_active_round("elsewhere")
    code(project, documents, codes)
    assert [(each.name, each.purpose) for each in operations.rounds(project)] == [
        ("main", RoundPurpose.MAIN), ("elsewhere", RoundPurpose.MAIN),
    ]  # fmt: skip
    operations.change_round(project, author=MARA.id, name="elsewhere", purpose=RoundPurpose.TRAINING)
    assert operations.round_named(project, name="elsewhere") == Round("elsewhere", RoundPurpose.TRAINING, 1)


def test_a_round_is_changed_and_the_change_undone(project):
    made = operations.change_round(project, author=MARA.id, name="main", coders_needed=3, released=True)
    assert made.value == Round("main", coders_needed=3, released=True)
    same = operations.change_round(project, author=MARA.id, name="main", coders_needed=3, released=True)
    assert (same.value, same.verb) == (made.value, "")
    assert operations.undo(project, coder=MARA.id).value == "changing a round"
    assert operations.rounds(project) == (Round("main"),)
    operations.redo(project, coder=MARA.id)
    assert operations.rounds(project) == (made.value,)


def test_adding_a_round_is_undone_until_somebody_works_in_it(project, retest, documents, codes):
    operations.undo(project, coder=MARA.id)
    assert names(project) == ["main"]
    operations.redo(project, coder=MARA.id)
    code(project, documents, codes)
    with pytest.raises(Refused, match="needs this round"):
        operations.undo(project, coder=MARA.id)
    assert names(project) == ["main", "retest"]


@pytest.mark.parametrize("name", ["", " x", "x ", "a\nb", "x" * 301, "a\0b", "\ud800"])
def test_a_name_that_is_none_is_refused(project, name):
    with pytest.raises(Refused, match="1 to 300"):
        operations.add_round(project, author=MARA.id, name=name)
    assert names(project) == ["main"]


@pytest.mark.parametrize("name", ["main", "MAIN"])
def test_a_name_that_is_there_is_refused_whatever_its_case(project, name):
    with pytest.raises(Refused, match="already a round"):
        operations.add_round(project, author=MARA.id, name=name)


@pytest.mark.parametrize("number", [0, -1, 1001])
def test_a_number_of_coders_that_is_none_is_refused(project, number):
    with pytest.raises(UsageError, match="1 to 1000"):
        operations.add_round(project, author=MARA.id, name="x", coders_needed=number)
    with pytest.raises(UsageError, match="1 to 1000"):
        operations.change_round(project, author=MARA.id, name="main", coders_needed=number)
    assert operations.rounds(project) == (Round("main"),)


def test_only_the_lead_makes_rounds(project):
    with pytest.raises(Refused, match="Only the lead"):
        operations.add_round(project, author=ANNA.id, name="mine")
    with pytest.raises(Refused, match="Only the lead"):
        operations.change_round(project, author=ANNA.id, name="main", released=True)


def test_an_unknown_round_is_told_with_those_there_are(project):
    for verb in (operations.round_named, operations.set_active_round):
        with pytest.raises(UsageError, match=r"no round “x”. The rounds are: main"):
            verb(project, name="x")
    with pytest.raises(UsageError, match="no round"):
        operations.change_round(project, author=MARA.id, name="x", released=True)


def test_the_active_round_is_a_matter_of_this_copy_alone(project, retest, sent):
    before = operations.info(project).journal_digest
    operations.set_active_round(project, name="main")
    operations.set_active_round(project, name="retest")
    assert operations.info(project).journal_digest == before
    operations.close_project(project)
    again = operations.open_project(project.path)
    assert operations.overview(again).round == "retest"
    operations.close_project(again)


def test_the_same_passage_is_coded_in_each_round(project, documents, codes, retest):
    made = code(project, documents, codes)
    assert made.round == "retest"
    with pytest.raises(Refused, match="already coded exactly"):
        code(project, documents, codes)
    operations.set_active_round(project, name="main")
    assert code(project, documents, codes).round == "main"
    for each in ("main", "retest"):
        shown = operations.article(project, document=made.document, round_name=each)
        assert [one.round for one in shown.annotations] == [each]
        assert [one.round for one in shown.completions] == [each]
    assert operations.info(project).annotations == 2


def test_what_is_shown_is_the_active_round(project, documents, codes, retest):
    operations.set_active_coder(project, coder=ANNA)
    made = code(project, documents, codes)
    operations.finish(project, coder=ANNA.id, document=made.document)
    (row,) = [each for each in operations.overview(project).documents if each.document.id == made.document]
    assert (row.state, row.counts, row.finished_by) == (CompletionState.FINISHED, {made.code: 1}, (ANNA.id,))
    operations.set_active_round(project, name="main")
    overview = operations.overview(project)
    (row,) = [each for each in overview.documents if each.document.id == made.document]
    assert (row.state, row.counts, row.finished_by) == (CompletionState.NOT_STARTED, {}, ())
    assert operations.article(project, document=made.document).annotations == ()
    assert overview.annotations == 1


def test_finishing_in_one_round_leaves_the_other_open(project, documents, codes, retest):
    document = documents["plain.txt"].id
    made = code(project, documents, codes)
    assert operations.finish(project, coder=ANNA.id, document=document).value.round == "retest"
    with pytest.raises(Refused, match="finished this article"):
        code(project, documents, codes, span=Span.of(8, 14))
    operations.set_active_round(project, name="main")
    code(project, documents, codes)
    with pytest.raises(Refused, match="finished this article"):
        operations.recode(project, coder=ANNA.id, annotation=made.id, code=codes["mistrust"])
    with pytest.raises(Refused, match="not finished"):
        operations.reopen(project, coder=ANNA.id, document=document)
    operations.set_active_round(project, name="retest")
    assert operations.reopen(project, coder=ANNA.id, document=document).value.round == "retest"
    operations.recode(project, coder=ANNA.id, annotation=made.id, code=codes["mistrust"])
    states = {each.round: each.state for each in queries.completions(project.live)}
    assert states == {"main": CompletionState.IN_PROGRESS, "retest": CompletionState.IN_PROGRESS}


def test_a_region_begins_the_article_in_the_active_round(project, documents, retest):
    document = documents["plain.txt"].id
    operations.propose_region(project, coder=BEN.id, document=document, span=SPAN)
    (begun,) = queries.completions(project.live)
    assert (begun.coder, begun.round) == (BEN.id, "retest")
    operations.undo(project, coder=BEN.id)
    assert queries.completions(project.live) == ()


def test_an_undo_stays_in_the_round_of_what_was_done(project, documents, codes, retest):
    made = code(project, documents, codes)
    operations.describe(project, coder=ANNA.id, annotation=made.id, memo="m")
    operations.set_active_round(project, name="main")
    operations.undo(project, coder=ANNA.id)
    assert queries.annotation(project.live, made.id).memo == ""
    operations.finish(project, coder=ANNA.id, document=made.document)
    operations.undo(project, coder=ANNA.id)
    operations.undo(project, coder=ANNA.id)
    assert queries.annotation(project.live, made.id) is None
    assert queries.completion(project.live, ANNA.id, made.document, "retest") is None


def test_counts_are_of_a_round_or_of_all(project, documents, codes, retest):
    for name in ("retest", "main"):
        operations.set_active_round(project, name=name)
        code(project, documents, codes)
    code(project, documents, codes, span=Span.of(8, 14))
    found = {each: sum(queries.counts(project.live, round_name=each).values()) for each in ("main", "retest", None)}
    assert found == {"main": 2, "retest": 1, None: 3}
    assert sum(queries.counts(project.live, (ANNA.id,), round_name="main").values()) == 2
    assert queries.counts(project.live, (BEN.id,), round_name="main") == {}
    plan = project.live.execute(
        "EXPLAIN QUERY PLAN SELECT coder, code, document, count(*) FROM annotation WHERE coder = ? AND round = ? "
        "GROUP BY coder, code, document",
        ("", ""),
    ).fetchall()
    assert [row[3] for row in plan] == ["SEARCH annotation USING COVERING INDEX annotation_count (coder=?)"]


def test_agreement_is_of_the_main_round_unless_asked(project, documents, codes, retest):
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
        code(project, documents, codes, coder=coder)
        operations.finish(project, coder=coder.id, document=documents["plain.txt"].id)
    with pytest.raises(UsageError, match=r"Nobody worked in a round called “main”. The rounds are: retest"):
        operations.measure_agreement(project, choice=operations.AgreementChoice(resamples=0))
    choice = operations.AgreementChoice(resamples=0, round="retest")
    assert [each.name for each in operations.measure_agreement(project, choice=choice).shared] == ["plain.txt"]
