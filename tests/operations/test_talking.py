# SPDX-License-Identifier: MIT
"""Questions to the lead come, are answered and travel back; everybody's words stand under their own name."""

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, HOUR, MARA

from annotator import operations
from annotator.domain import AnnotationId, MessageId, MessageKind, Refused, Span
from annotator.operations.outcome import Touched
from annotator.store import clock, journal, verification

UNKNOWN = "01900000-0000-7000-8000-0000000000ff"


@pytest.fixture
def coded(project, documents, codes):
    """Anna asks about one passage; Ben has coded another and asks nothing."""
    found = {}
    for coder, start, end in ((ANNA, 0, 7), (BEN, 8, 14)):
        operations.add_coder(project, author=MARA.id, coder=coder)
        details = operations.Details(memo="Is this one?", ask_lead=True) if coder is ANNA else operations.NO_DETAILS
        found[coder] = operations.annotate(
            project, coder=coder.id, document=documents["plain.txt"].id, code=codes["trust"], span=Span.of(start, end),
            details=details,
        ).value.id  # fmt: skip
    return found


def words(project, annotation):
    return [(each.name, each.message.kind.value, each.message.text) for each in operations.remarks(
        project, annotation=annotation
    )]  # fmt: skip


def test_a_question_is_open_until_the_lead_answers(project, coded):
    [question] = operations.questions(project)
    assert (question.coder, question.is_open, question.annotation.memo) == (ANNA, True, "Is this one?")
    assert question.document.name == "plain.txt"
    assert question.asked.endswith("Z")
    made = operations.answer(project, author=MARA.id, annotation=coded[ANNA], text="Yes.\nSee “counts”.")
    assert made.touched.annotations == {coded[ANNA]}
    [question] = operations.questions(project)
    assert not question.is_open
    assert [each.message.text for each in question.remarks] == ["Yes.\nSee “counts”."]


def test_asking_anew_opens_the_question_and_a_question_taken_back_stays_listed(project, coded):
    operations.answer(project, author=MARA.id, annotation=coded[ANNA], text="Yes.")
    operations.describe(project, coder=ANNA.id, annotation=coded[ANNA], ask_lead=False)
    [question] = operations.questions(project)
    assert not question.is_open
    operations.describe(project, coder=ANNA.id, annotation=coded[ANNA], ask_lead=True)
    [question] = operations.questions(project)
    assert question.is_open


def test_an_answer_is_wanted_while_the_newest_word_is_the_coder_s(project, coded):
    def is_wanted():
        question = operations.question_on(project, annotation=coded[ANNA])
        assert question in operations.questions(project)
        return question.waits_for_lead

    assert is_wanted()
    operations.say(project, author=BEN.id, annotation=coded[ANNA], text="So do I.")
    assert is_wanted()
    operations.answer(project, author=MARA.id, annotation=coded[ANNA], text="Yes.")
    assert not is_wanted()
    operations.say(project, author=ANNA.id, annotation=coded[ANNA], text="Always?")
    assert is_wanted()
    operations.answer(project, author=MARA.id, annotation=coded[ANNA], text="Always.")
    assert not is_wanted()
    operations.describe(project, coder=ANNA.id, annotation=coded[ANNA], ask_lead=False)
    assert operations.question_on(project, annotation=coded[ANNA]) is None
    assert not operations.questions(project)[0].waits_for_lead
    assert operations.question_on(project, annotation=coded[BEN]) is None
    assert operations.question_on(project, annotation=AnnotationId(UNKNOWN)) is None


def test_a_remark_is_one_s_own_under_whichever_identity(project, coded):
    operations.say(project, author=BEN.id, annotation=coded[ANNA], text="Hm")
    operations.same_person(project, author=MARA.id, source=BEN.id, target=ANNA.id)
    [remark] = operations.remarks(project, annotation=coded[ANNA])
    assert [remark.is_by(each.id) for each in (ANNA, BEN, MARA)] == [True, True, False]


def test_an_answer_deleted_opens_the_question_again_and_undo_closes_it(project, coded):
    made = operations.answer(project, author=MARA.id, annotation=coded[ANNA], text="Yes.").value
    operations.delete_message(project, author=MARA.id, message=made.id)
    assert operations.questions(project)[0].is_open
    assert operations.undo(project, coder=MARA.id).value == "deleting a message"
    assert not operations.questions(project)[0].is_open
    operations.undo(project, coder=MARA.id)
    assert words(project, coded[ANNA]) == []


def test_several_people_talk_in_order_under_their_names(project, coded):
    for author, text in ((BEN, "I took it for trust."), (ANNA, "So did I."), (MARA, "Good.")):
        operations.say(project, author=author.id, annotation=coded[ANNA], text=text)
    assert words(project, coded[ANNA]) == [
        ("Ben", "memo", "I took it for trust."), ("Anna", "memo", "So did I."), ("Mara", "memo", "Good."),
    ]  # fmt: skip
    assert words(project, coded[BEN]) == []


def test_own_words_are_changed_and_deleted_and_nobody_else_s(project, coded):
    made = operations.say(project, author=BEN.id, annotation=coded[ANNA], text="Hm").value
    changed = operations.change_message(project, author=BEN.id, message=made.id, text="Hm?").value
    assert (changed.text, changed.written) == ("Hm?", made.written)
    assert operations.change_message(project, author=BEN.id, message=made.id, text="Hm?").verb == ""
    for verb in (
        lambda: operations.change_message(project, author=ANNA.id, message=made.id, text="x"),
        lambda: operations.delete_message(project, author=MARA.id, message=made.id),
    ):
        with pytest.raises(Refused, match="another person's"):
            verb()
    assert operations.delete_message(project, author=BEN.id, message=made.id).value == 1
    with pytest.raises(Refused, match="no longer there"):
        operations.delete_message(project, author=BEN.id, message=made.id)
    assert words(project, coded[ANNA]) == []
    assert list(verification.faults(project)) == []


def test_undo_of_words_touches_their_passage_alone(project, coded):
    made = operations.say(project, author=BEN.id, annotation=coded[ANNA], text="Hm").value
    operations.change_message(project, author=BEN.id, message=made.id, text="Hm?")
    undone = operations.undo(project, coder=BEN.id)
    assert undone.touched == Touched(documents=frozenset([made.document]), annotations=frozenset([coded[ANNA]]))
    assert words(project, coded[ANNA]) == [("Ben", "memo", "Hm")]


def test_refusals(project, coded):
    before = len(journal.ids(project.live))
    for verb, why in (
        (lambda: operations.answer(project, author=ANNA.id, annotation=coded[ANNA], text="x"), "Only the lead"),
        (lambda: operations.answer(project, author=MARA.id, annotation=coded[BEN], text="x"), "Nobody asks"),
        (lambda: operations.answer(project, author=MARA.id, annotation=AnnotationId(UNKNOWN), text="x"), "no longer"),
        (lambda: operations.say(project, author=MARA.id, annotation=AnnotationId("'; --"), text="x"), "no longer"),
        (lambda: operations.say(project, author=MARA.id, annotation=coded[ANNA], text=" \n"), "nothing written"),
        (lambda: operations.say(project, author=MARA.id, annotation=coded[ANNA], text="a\0b"), "NUL"),
        (lambda: operations.say(project, author=MARA.id, annotation=coded[ANNA], text="\ud83d"), "half of a character"),
        (lambda: operations.say(project, author=MARA.id, annotation=coded[ANNA], text="x" * 100_001), "at most"),
        (lambda: operations.change_message(project, author=MARA.id, message=MessageId(UNKNOWN), text="x"), "no longer"),
    ):
        with pytest.raises(Refused, match=why):
            verb()
    assert len(journal.ids(project.live)) == before


def test_a_remark_outlives_its_annotation_unseen(project, coded):
    operations.say(project, author=MARA.id, annotation=coded[ANNA], text="x")
    operations.delete(project, coder=ANNA.id, annotations=[coded[ANNA]])
    assert operations.questions(project) == ()
    assert operations.messages_for(project, coder=ANNA.id) == ()
    operations.undo(project, coder=ANNA.id)
    assert len(operations.messages_for(project, coder=ANNA.id)) == 1


def test_what_travels_to_a_coder_is_the_lead_s_and_their_own(project, coded):
    for author, annotation, text in (
        (MARA, coded[ANNA], "lead to Anna"), (ANNA, coded[ANNA], "Anna"), (BEN, coded[ANNA], "Ben on Anna"),
        (MARA, coded[BEN], "lead to Ben"), (ANNA, coded[BEN], "Anna on Ben"),
    ):  # fmt: skip
        operations.say(project, author=author.id, annotation=annotation, text=text)
    assert {each.text for each in operations.messages_for(project, coder=ANNA.id)} == {"lead to Anna", "Anna"}
    assert {each.text for each in operations.messages_for(project, coder=BEN.id)} == {"lead to Ben"}


@pytest.mark.parametrize("ahead_by", [3 * HOUR, 24 * HOUR, 1000 * HOUR])
def test_a_coder_whose_clock_runs_ahead_is_answered(project, coded, sent, documents, codes, monkeypatch, ahead_by):
    theirs = sent(ANNA)
    real = clock.wall_milliseconds
    with monkeypatch.context() as ahead:
        ahead.setattr(clock, "wall_milliseconds", lambda: real() + ahead_by)
        asked = operations.annotate(
            theirs, coder=ANNA.id, document=documents["rare.txt"].id, code=codes["trust"], span=Span.of(4, 8),
            details=operations.Details(ask_lead=True),
        ).value.id  # fmt: skip
        operations.say(theirs, author=ANNA.id, annotation=asked, text="What is this?")
    operations.merge(project, author=MARA.id, paths=[closed(theirs)])
    operations.answer(project, author=MARA.id, annotation=asked, text="Trust.")
    found = {each.annotation.id: each for each in operations.questions(project)}
    assert not found[asked].is_open
    assert [each.message.kind for each in found[asked].remarks] == [MessageKind.MEMO, MessageKind.ANSWER]
    assert operations.questions(project)[0].annotation.id == coded[ANNA], "open ones stand first"
    with monkeypatch.context() as ahead:
        ahead.setattr(clock, "wall_milliseconds", lambda: real() + ahead_by)
        theirs = operations.open_project(theirs.path)
        operations.describe(theirs, coder=ANNA.id, annotation=asked, ask_lead=False)
        operations.describe(theirs, coder=ANNA.id, annotation=asked, ask_lead=True)
    operations.merge(project, author=MARA.id, paths=[closed(theirs)])
    assert operations.questions(project)[0].is_open, "asked anew"
