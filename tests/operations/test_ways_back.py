# SPDX-License-Identifier: MIT
"""Older steps are undone and brought back where nothing has touched them since, and never anybody else's."""

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import ActionId, CompletionState, Refused, RegionState, Span
from annotator.operations import Way
from annotator.operations.ways_back import turns
from annotator.store import journal, queries, verification


@pytest.fixture
def coded(project, documents, codes):
    """Two passages of Anna's; the lead has written about the second."""
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
    text = documents["plain.txt"].id
    return [
        operations.annotate(project, coder=ANNA.id, document=text, code=codes["trust"], span=Span.of(*span)).value.id
        for span in ((0, 7), (8, 14))
    ]


def action_of(project, annotation, verb="annotate"):
    return next(each.action for each in journal.changes_of(project.live, annotation) if each.verb == verb)


def entry_of(project, action):
    return next(each for each in operations.whole_history(project) if each.action == action)


def living(project):
    return [each.id for each in operations.annotations(project)]


def test_an_older_step_is_undone_and_brought_back(project, coded, documents):
    first = action_of(project, coded[0])
    assert operations.way_back(project, coder=ANNA.id, entry=entry_of(project, first)).way is Way.UNDO
    assert operations.undo_action(project, coder=ANNA.id, action=first).value == "coding a passage"
    assert living(project) == [coded[1]]
    [completion] = queries.completions(project.live, documents["plain.txt"].id)
    assert completion.state is CompletionState.IN_PROGRESS, "what came later stands on the article being begun"
    assert operations.way_back(project, coder=ANNA.id, entry=entry_of(project, first)).way is Way.BRING_BACK
    with pytest.raises(Refused, match="undone already"):
        operations.undo_action(project, coder=ANNA.id, action=first)
    operations.bring_back(project, coder=ANNA.id, action=first)
    assert sorted(living(project)) == sorted(coded)
    with pytest.raises(Refused, match="stands"):
        operations.bring_back(project, coder=ANNA.id, action=first)
    assert list(verification.faults(project)) == []


def test_a_refused_undo_does_not_block_the_steps_before_it(project, coded, sent, documents, codes):
    """Somebody has changed what the latest step wrote; the one before it is reached from the history."""
    region = operations.propose_region(
        project, coder=ANNA.id, document=documents["plain.txt"].id, span=Span.of(20, 25)
    ).value  # fmt: skip
    operations.settle_region(project, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    with pytest.raises(Refused, match="Mara has changed"):
        operations.undo(project, coder=ANNA.id)
    operations.undo_action(project, coder=ANNA.id, action=action_of(project, coded[1]))
    assert living(project) == [coded[0]]


def test_ctrl_z_goes_on_with_what_is_left(project, coded):
    operations.undo_action(project, coder=ANNA.id, action=action_of(project, coded[0]))
    assert operations.overview(project).redo == ""
    operations.undo(project, coder=ANNA.id)
    assert living(project) == []
    operations.redo(project, coder=ANNA.id)
    assert living(project) == [coded[1]]
    operations.bring_back(project, coder=ANNA.id, action=action_of(project, coded[0]))
    operations.undo(project, coder=ANNA.id)
    assert living(project) == [coded[1]]


def test_what_was_touched_since_stays(project, coded, codes):
    operations.describe(project, coder=ANNA.id, annotation=coded[0], memo="mine")
    created = action_of(project, coded[0])
    with pytest.raises(Refused, match="changed the same thing since"):
        operations.undo_action(project, coder=ANNA.id, action=created)
    reason = operations.way_back(project, coder=ANNA.id, entry=entry_of(project, created)).reason
    assert "changed the same thing since" in reason
    operations.recode(project, coder=ANNA.id, annotation=coded[0], code=codes["mistrust"])
    operations.undo_action(project, coder=ANNA.id, action=action_of(project, coded[0], "describe"))
    assert operations.annotation(project, annotation=coded[0]).memo == ""


def test_nobody_undoes_another_person_s_step(project, coded):
    created = action_of(project, coded[0])
    for verb in (operations.undo_action, operations.bring_back):
        with pytest.raises(Refused, match="another person's"):
            verb(project, coder=BEN.id, action=created)
        with pytest.raises(Refused, match="not in the history"):
            verb(project, coder=ANNA.id, action=ActionId("'; --"))
    operations.undo(project, coder=ANNA.id)
    undone = next(operations.whole_history(project)).action
    with pytest.raises(Refused, match="itself an undo"):
        operations.undo_action(project, coder=ANNA.id, action=undone)


def test_a_step_in_a_finished_article_stays(project, coded, documents):
    operations.finish(project, coder=ANNA.id, document=documents["plain.txt"].id)
    with pytest.raises(Refused, match="finished this article"):
        operations.undo_action(project, coder=ANNA.id, action=action_of(project, coded[1]))


def test_a_step_of_another_copy_is_undone_here_by_who_made_it(project, documents, codes, sent):
    theirs = sent(ANNA)
    made = operations.annotate(
        theirs, coder=ANNA.id, document=documents["plain.txt"].id, code=codes["trust"], span=Span.of(0, 7)
    ).value.id  # fmt: skip
    operations.merge(project, author=MARA.id, paths=[closed(theirs)])
    operations.undo_action(project, coder=ANNA.id, action=action_of(project, made))
    assert living(project) == []


def test_a_begun_article_alone_is_no_step_of_its_own(project, coded):
    [entry] = [each for each in operations.whole_history(project) if each.verb == "create project"]
    assert operations.way_back(project, coder=MARA.id, entry=entry).reason == "A step of this kind is not undone."


def test_turns_end_even_where_undos_go_round():
    class Undoing:
        def __init__(self, action, undoes):
            self.action, self.payload = action, {"undoes": undoes}

    assert turns([], "a") == ("a",)
    assert turns([Undoing("b", "a"), Undoing("c", "b")], "a") == ("a", "b", "c")
    assert turns([Undoing("b", "a"), Undoing("a", "b")], "a") == ("a", "b")
