# SPDX-License-Identifier: MIT
import pytest
from operations.conftest import closed
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA, tables

from annotator import operations
from annotator.domain import Refused, Span, UsageError, Verdict
from annotator.store import journal


@pytest.fixture
def study(project, documents, codes):
    return Study(project, documents, codes)


def test_nothing_is_there_to_be_judged(study):
    queue = study.queue()
    assert (queue.entries, queue.progress.total, queue.articles_decided) == ((), 0, 0)
    assert all(article.is_waiting for article in queue.articles)


def test_only_who_finished_takes_part(study):
    study.code(ANNA, (0, 7))
    study.code(BEN, (8, 14))
    assert study.states() == []
    study.finish(ANNA)
    assert [(entry.start, entry.state.value) for entry in study.entries()] == [(0, "waiting")]
    study.finish(BEN)
    assert study.states() == ["incomplete", "incomplete"]
    study.reopen(ANNA)
    assert study.states() == ["waiting"]


def test_finished_without_a_passage_is_decided(study):
    study.finish(ANNA, BEN)
    queue = study.queue()
    assert queue.article(study.document).is_decided
    assert (queue.articles_decided, len(queue.articles)) == (1, 2)


def test_lanes_name_the_coders_and_memos_come_along(study):
    (made,) = study.code(ANNA, (0, 7))
    operations.describe(study.project, coder=ANNA.id, annotation=made.id, memo="Not sure.")
    study.code(BEN, (0, 7))
    study.finish(ANNA, BEN)
    queue = study.queue()
    assert [lane.label for lane in queue.article(study.document).lanes] == ["Anna", "Ben"]
    assert [version.memos for version in queue.entries[0].versions] == [("Not sure.",), ()]
    assert queue.name_of(ANNA.id) == "Anna"


def test_a_round_says_how_many_must_have_finished_but_no_more_than_are_assigned(study):
    study.code(ANNA, (0, 7))
    study.finish(ANNA)
    assert study.queue().article(study.document).needed == 2
    operations.assign(study.project, author=MARA.id, coders=[ANNA.id], documents=[study.document])
    assert study.states() == ["agreed"]
    operations.assign(study.project, author=MARA.id, coders=[BEN.id], documents=[study.document])
    assert study.states() == ["waiting"]
    operations.change_round(study.project, author=MARA.id, name="main", coders_needed=1)
    assert study.states() == ["agreed"]


def test_the_worst_article_comes_first(study):
    study.code(ANNA, (0, 7))
    study.code(BEN, (0, 6))
    study.finish(ANNA, BEN)
    operations.annotate(
        study.project, coder=ANNA.id, document=study.other, code=study.codes["trust"], span=Span.of(0, 12)
    )
    study.finish(ANNA, BEN, document=study.other)
    queue = study.queue()
    assert [article.document.id for article in queue.articles] == [study.other, study.document]
    assert [entry.document for entry in queue.entries] == [study.other, study.document]
    values = queue.articles[1].document.length * len(queue.codes)
    assert queue.articles[1].disagreement == pytest.approx(1 / values), "one character of one code"


def test_codes_and_articles_can_be_chosen(study):
    study.code(ANNA, (0, 7))
    study.code(BEN, (0, 7), code="mistrust")
    study.finish(ANNA, BEN)
    assert [entry.has_conflict for entry in study.entries()] == [True, True]
    (only,) = study.entries(codes=["trust"])
    assert (only.code, only.conflicts[0].code) == (study.codes["trust"], study.codes["mistrust"])
    assert study.entries(documents=[study.other]) == []
    with pytest.raises(UsageError):
        study.queue(codes=["truth"])
    with pytest.raises(UsageError):
        study.queue(round_name="nowhere")
    with pytest.raises(Refused):
        study.queue(documents=[MARA.id])


def test_a_judge_who_has_coded_is_flagged(study):
    study.code(ANNA, (0, 7))
    study.code(MARA, (0, 6))
    study.finish(ANNA, MARA)
    study.decide(study.entries()[0])
    assert study.entries()[0].judge_coded
    study.reopen(MARA)
    study.finish(BEN)
    assert not study.entries()[0].judge_coded


def test_when_annotations_move_the_decision_is_kept_and_shown_beside_them(study):
    first, second = study.code(ANNA, (0, 7), (8, 14))
    study.code(BEN, (0, 6))
    study.finish(ANNA, BEN)
    made = study.decide(study.entries()[0])
    study.reopen(ANNA)
    operations.delete(study.project, coder=ANNA.id, annotations=[first.id])
    (new,) = study.code(ANNA, (2, 9))
    study.finish(ANNA)
    (entry,) = [each for each in study.entries() if each.decision is not None]
    assert (entry.state.value, entry.decision) == ("to_review", made)
    assert (set(entry.appeared), entry.gone) == ({new.id, second.id}, (first.id,))
    again = study.decide(entry, Verdict.INTERSECTION)
    assert again.id == made.id
    assert [each.state.value for each in study.entries()] == ["accepted"]


def test_merging_the_same_files_again_leaves_decisions_byte_equal(study, project, sent):
    theirs = sent(ANNA)
    for start, end in ((0, 7), (15, 21)):
        operations.annotate(
            theirs, coder=ANNA.id, document=study.document, code=study.codes["trust"], span=Span.of(start, end)
        )
    operations.finish(theirs, coder=ANNA.id, document=study.document)
    file = closed(theirs)
    study.code(BEN, (0, 6))
    study.finish(BEN)
    operations.merge(project, author=MARA.id, paths=[file])
    study.decide(study.entries()[0], note="Both will do.")
    study.decide(study.entries()[1], Verdict.REJECTED)
    before, queue, digest = tables(project), study.queue(), journal.digest(journal.ids(project.live))
    assert [entry.state.value for entry in study.entries()] == ["accepted", "rejected"]
    operations.merge(project, author=MARA.id, paths=[file])
    assert tables(project) == before
    assert journal.digest(journal.ids(project.live)) == digest
    assert study.queue() == queue


def test_a_newer_file_changes_no_decision_and_shows_what_is_new(study, project, sent):
    theirs = sent(ANNA)
    operations.annotate(theirs, coder=ANNA.id, document=study.document, code=study.codes["trust"], span=Span.of(0, 7))
    operations.finish(theirs, coder=ANNA.id, document=study.document)
    study.code(BEN, (0, 6), (22, 30))
    study.finish(BEN)
    operations.merge(
        project, author=MARA.id, paths=[operations.send_copy(theirs, path=theirs.path.parent / "1.annotator")]
    )
    for entry in study.entries():
        study.decide(entry)
    before = tables(project)["decision"]
    operations.reopen(theirs, coder=ANNA.id, document=study.document)
    operations.annotate(theirs, coder=ANNA.id, document=study.document, code=study.codes["trust"], span=Span.of(4, 9))
    operations.finish(theirs, coder=ANNA.id, document=study.document)
    operations.merge(project, author=MARA.id, paths=[closed(theirs)])
    assert tables(project)["decision"] == before
    assert study.states() == ["to_review", "accepted"]


def figures(study):
    """What agreement says, but for the name of the state that it was measured on."""
    return [
        (each.measure, each.code, each.value, each.status, each.n)
        for each in operations.measure_agreement(study.project).results
    ]


def test_agreement_never_reads_a_decision(study):
    study.code(ANNA, (0, 7))
    study.code(BEN, (0, 6))
    study.finish(ANNA, BEN)
    before = figures(study)
    study.decide(study.entries()[0], Verdict.TAKEN, taken=ANNA.id)
    asked = set()

    def look(action, table, *_):
        asked.add(table)
        return 0

    study.project.live.set_authorizer(look)
    after = figures(study)
    study.project.live.set_authorizer(None)
    assert after == before
    assert "annotation" in asked
    assert not asked & {"decision", "grouping", "v_decisions"}
