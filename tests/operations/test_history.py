# SPDX-License-Identifier: MIT
"""Undo and redo reach every verb, survive restarts, and never undo what somebody else has said since."""

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Certainty, Refused, RegionState, Span
from annotator.store import clock, queries, verification


def everything(project):
    return (
        tuple(operations.annotations(project)),
        queries.regions(project.live),
        queries.completions(project.live),
        queries.documents(project.live),
        queries.coders(project.live),
    )


def annotate(project, document, code, start=0, end=7, coder=MARA, **details):
    return operations.annotate(
        project, coder=coder.id, document=document.id, code=code, span=Span.of(start, end),
        details=operations.Details(**details),
    ).value  # fmt: skip


VERBS = {
    "annotate": lambda p, d, c, a, r: annotate(p, d, c["mistrust"], 8, 14, memo="x"),
    "recode": lambda p, d, c, a, r: operations.recode(p, coder=MARA.id, annotation=a.id, code=c["mistrust"]),
    "resize": lambda p, d, c, a, r: operations.resize(p, coder=MARA.id, annotation=a.id, span=Span.of(2, 9)),
    "describe": lambda p, d, c, a, r: operations.describe(
        p, coder=MARA.id, annotation=a.id, memo="new", certainty=Certainty.LOW, ask_lead=True
    ),
    "delete": lambda p, d, c, a, r: operations.delete(p, coder=MARA.id, annotations=[a.id]),
    "propose region": lambda p, d, c, a, r: operations.propose_region(
        p, coder=MARA.id, document=d.id, span=Span.of(9, 12)
    ),
    "resize region": lambda p, d, c, a, r: operations.resize_region(p, coder=MARA.id, region=r.id, span=Span.of(1, 4)),
    "delete region": lambda p, d, c, a, r: operations.delete_region(p, coder=MARA.id, region=r.id),
    "settle region": lambda p, d, c, a, r: operations.settle_region(
        p, author=MARA.id, region=r.id, state=RegionState.ACCEPTED
    ),
    "finish": lambda p, d, c, a, r: operations.finish(p, coder=MARA.id, document=d.id),
}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_undone_and_done_again_even_after_a_restart(project, documents, codes, verb):
    document = documents["plain.txt"]
    own = annotate(project, document, codes["trust"])
    region = operations.propose_region(project, coder=MARA.id, document=document.id, span=Span.of(0, 3)).value
    before = everything(project)
    VERBS[verb](project, document, codes, own, region)
    after = everything(project)
    assert after != before
    project = operations.open_project(closed(project))
    for _ in range(2):
        label = operations.overview(project).undo
        assert operations.undo(project, coder=MARA.id).value == label
        assert everything(project) == before
        assert operations.overview(project).redo == label
        assert operations.redo(project, coder=MARA.id).value == label
        assert everything(project) == after
    assert list(verification.faults(project)) == []
    operations.close_project(project)


def test_reopening_is_undone(project, documents):
    document = documents["plain.txt"]
    operations.finish(project, coder=MARA.id, document=document.id)
    before = everything(project)
    operations.reopen(project, coder=MARA.id, document=document.id)
    operations.undo(project, coder=MARA.id)
    assert everything(project) == before


def test_importing_texts_is_undone_until_somebody_needs_them(project, documents, codes):
    assert operations.overview(project).undo == "importing articles"
    operations.undo(project, coder=MARA.id)
    assert queries.documents(project.live) == ()
    operations.redo(project, coder=MARA.id)
    assert len(queries.documents(project.live)) == 2
    annotate(project, documents["plain.txt"], codes["trust"], coder=ANNA)
    with pytest.raises(Refused, match="needs this document"):
        operations.undo(project, coder=MARA.id)


def test_undoing_a_description_leaves_the_passage(project, documents, codes):
    made = annotate(project, documents["plain.txt"], codes["trust"])
    operations.describe(project, coder=MARA.id, annotation=made.id, memo="x")
    operations.undo(project, coder=MARA.id)
    assert queries.annotation(project.live, made.id) == made


def test_a_new_action_ends_what_could_be_done_again(project, documents, codes):
    annotate(project, documents["plain.txt"], codes["trust"])
    operations.undo(project, coder=MARA.id)
    annotate(project, documents["plain.txt"], codes["trust"], 8, 14)
    with pytest.raises(Refused, match="nothing to redo"):
        operations.redo(project, coder=MARA.id)
    assert queries.conflicts(project.live) == []


def test_each_person_has_a_stack_of_their_own(project, documents, codes):
    mine = annotate(project, documents["plain.txt"], codes["trust"])
    hers = annotate(project, documents["plain.txt"], codes["trust"], coder=ANNA)
    operations.undo(project, coder=MARA.id)
    assert [each.id for each in operations.annotations(project)] == [hers.id]
    operations.undo(project, coder=ANNA.id)
    with pytest.raises(Refused, match="nothing to undo"):
        operations.undo(project, coder=ANNA.id)
    with pytest.raises(Refused, match="nothing to undo"):
        operations.undo(project, coder=BEN.id)
    assert mine


def test_what_somebody_has_settled_since_is_not_undone(project, documents):
    region = operations.propose_region(
        project, coder=ANNA.id, document=documents["plain.txt"].id, span=Span.of(0, 3)
    ).value
    operations.settle_region(project, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    before = everything(project)
    with pytest.raises(Refused, match="Mara has changed the same thing since"):
        operations.undo(project, coder=ANNA.id)
    assert everything(project) == before


def two_computers(project, sent):
    """Mara at two computers, each with the other's first passage."""
    return project, sent(MARA, "second.annotator")


def bring(target, source, name):
    path = operations.send_copy(source, path=source.path.with_name(name))
    operations.merge(target, author=MARA.id, paths=[path])


def test_what_was_deleted_elsewhere_does_not_rise_by_an_undo_here(project, documents, codes, sent):
    made = annotate(project, documents["plain.txt"], codes["trust"])
    operations.describe(project, coder=MARA.id, annotation=made.id, memo="x")
    _, second = two_computers(project, sent)
    operations.delete(second, coder=MARA.id, annotations=[made.id])
    bring(project, second, "a.annotator")
    with pytest.raises(Refused, match="changed the same thing since"):
        operations.undo(project, coder=MARA.id)
    assert list(operations.annotations(project)) == []


def test_what_was_added_elsewhere_is_not_taken_away_with_its_beginning(project, documents, codes, sent):
    made = annotate(project, documents["plain.txt"], codes["trust"])
    _, second = two_computers(project, sent)
    operations.describe(second, coder=MARA.id, annotation=made.id, memo="a long thought")
    bring(project, second, "a.annotator")
    with pytest.raises(Refused, match="changed the same thing since"):
        operations.undo(project, coder=MARA.id)
    assert queries.annotation(project.live, made.id).memo == "a long thought"


def test_an_article_finished_elsewhere_is_not_moved_by_an_undo_here(project, documents, codes, sent):
    document = documents["plain.txt"]
    annotate(project, document, codes["trust"])
    annotate(project, document, codes["trust"], 8, 14)
    _, second = two_computers(project, sent)
    operations.finish(second, coder=MARA.id, document=document.id)
    bring(project, second, "a.annotator")
    with pytest.raises(Refused, match="finished this article"):
        operations.undo(project, coder=MARA.id)
    assert len(list(operations.annotations(project))) == 2


def test_an_undo_knows_what_was_there_before_though_a_clock_ran_days_ahead(project, documents, sent, monkeypatch):
    """The finish was written by a clock two days ahead, so the reopening after it bears an earlier time."""
    document = documents["plain.txt"].id
    second = sent(MARA, "ahead.annotator")
    now = clock.wall_milliseconds()
    with monkeypatch.context() as patch:
        patch.setattr(clock, "wall_milliseconds", lambda: now + 2 * clock.LARGEST_SKEW_MILLISECONDS)
        operations.finish(second, coder=MARA.id, document=document)
    bring(project, second, "a.annotator")
    operations.reopen(project, coder=MARA.id, document=document)
    before = everything(project)
    operations.finish(project, coder=MARA.id, document=document)
    operations.undo(project, coder=MARA.id)
    assert everything(project) == before
