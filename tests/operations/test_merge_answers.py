# SPDX-License-Identifier: MIT
"""Answers to a merge: written as changes, undone like any other, taken back with the merge."""

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, MARA, TEXTS
from operations.test_merging import annotate, other_project, spans

from annotator import operations
from annotator.domain import Coder, CoderId, CompletionState, Refused, UsageError
from annotator.merging.preview import Recognised
from annotator.merging.questions import CARRY_OVER, LEAVE, SAME, QuestionKind
from annotator.store import journal, queries, team_queries, verification

SECOND_KIM = Coder(CoderId("01900000-0000-7000-8000-0000000000f2"), "kim")
FIRST_KIM = Coder(CoderId("01900000-0000-7000-8000-0000000000f1"), "Kim")
NAME = "plain.txt"


@pytest.fixture
def two_kims(project, documents, codes, sent):
    paths = []
    for kim, name in ((FIRST_KIM, "one.annotator"), (SECOND_KIM, "two.annotator")):
        theirs = sent(kim, name)
        annotate(theirs, kim, documents[NAME], codes["trust"], 0, 7, memo=name)
        paths.append(closed(theirs))
    return paths


def people(project):
    return {each.coder for each in operations.annotations(project)}


def test_two_people_declared_one_count_as_one_and_an_undo_parts_them(project, two_kims):
    [question] = operations.preview_merge(project, paths=two_kims).questions
    operations.merge(project, author=MARA.id, paths=two_kims, answers={question.id: SAME})
    assert len(people(project)) == 1
    assert len(list(operations.annotations(project))) == 2, "nothing is dropped"
    assert operations.undo(project, coder=MARA.id).value == "the answers to a merge"
    assert people(project) == {FIRST_KIM.id, SECOND_KIM.id}
    operations.redo(project, coder=MARA.id)
    assert len(people(project)) == 1
    assert list(verification.faults(project)) == []


def test_what_was_answered_is_not_asked_again_and_merging_again_adds_nothing(project, two_kims):
    [question] = operations.preview_merge(project, paths=two_kims).questions
    operations.merge(project, author=MARA.id, paths=two_kims, answers={question.id: SAME})
    digest = operations.info(project).journal_digest
    preview = operations.preview_merge(project, paths=two_kims[::-1])
    assert (preview.questions, preview.new_changes) == ((), 0)
    assert operations.merge(project, author=MARA.id, paths=two_kims[::-1]).value.added_changes == 0
    assert operations.info(project).journal_digest == digest


def test_without_an_answer_a_merge_adds_no_change_of_its_own(project, two_kims):
    operations.merge(project, author=MARA.id, paths=two_kims)
    assert team_queries.aliases(project.live) == ()
    assert not [each for each in journal.all_changes(project.live) if each.verb == "answer merge"]


def test_taking_a_merge_back_takes_its_answers_back_and_leaves_nothing_to_undo(project, two_kims):
    before = operations.overview(project).undo
    [question] = operations.preview_merge(project, paths=two_kims).questions
    merged = operations.merge(project, author=MARA.id, paths=two_kims, answers={question.id: SAME}).value
    operations.withdraw_merge(project, author=MARA.id, number=merged.number)
    assert (people(project), team_queries.aliases(project.live)) == (set(), ())
    assert operations.overview(project).undo == before
    assert [each.is_withdrawn for each in operations.merges(project)] == [True]
    with pytest.raises(Refused, match="Nothing was merged"):
        operations.withdraw_merge(project, author=MARA.id, number=merged.number)
    assert list(verification.faults(project)) == []


def test_answers_to_what_was_not_asked_or_not_offered_are_refused_and_nothing_is_written(project, two_kims):
    [question] = operations.preview_merge(project, paths=two_kims).questions
    digest = operations.info(project).journal_digest
    for answers, said in (({"person:no": SAME}, "do not ask"), ({question.id: "perhaps"}, "choose from: same, apart")):
        with pytest.raises(UsageError, match=said):
            operations.merge(project, author=MARA.id, paths=two_kims, answers=answers)
    assert operations.info(project).journal_digest == digest


def test_trust_and_Trust_are_one_only_where_the_lead_says_so(project, documents, codes, sent):
    theirs = sent()
    other = "01900000-0000-7000-8000-0000000000c9"
    with theirs.action(author=ANNA.id, verb="add code") as action:
        action.write("code", other, {"name": "Trust", "short_name": "Trust"})
    annotate(theirs, ANNA, documents[NAME], other, 0, 7)
    path = closed(theirs)
    [question] = operations.preview_merge(project, paths=[path]).questions
    assert (question.detail.source, question.detail.target, question.detail.annotations) == (other, codes["trust"], 1)
    operations.merge(project, author=MARA.id, paths=[path], answers={question.id: SAME})
    [made] = operations.annotations(project)
    assert made.code == codes["trust"]
    operations.undo(project, coder=MARA.id)
    assert [each.code for each in operations.annotations(project)] == [other]


def test_the_chosen_definition_holds_and_the_other_stays_in_the_history(project, codes, sent):
    theirs = sent(MARA)
    for copy, words in ((project, "relies on"), (theirs, "counts on")):
        with copy.action(author=MARA.id, verb="change code") as action:
            action.write("code", codes["trust"], {"definition": words})
    path = closed(theirs)
    [question] = operations.preview_merge(project, paths=[path]).questions
    here = next(each for each in question.detail.versions if each.source == "here")
    operations.merge(project, author=MARA.id, paths=[path], answers={question.id: here.id})
    assert queries.codebook(project.live).by_id(codes["trust"]).definition == "relies on"
    assert queries.conflicts(project.live) == []
    assert operations.preview_merge(project, paths=[path]).questions == ()


@pytest.fixture
def prefixed(project, tmp_path, codes):
    """Anna's copy of the article begins with a line more; she marked two passages there and finished it."""
    theirs = other_project(tmp_path, ANNA, {NAME: "[Updated] " + TEXTS[NAME]})
    [document] = queries.documents(theirs.live)
    annotate(theirs, ANNA, document, codes["trust"], 10, 17, memo="trust Beijing")
    annotate(theirs, ANNA, document, codes["trust"], 25, 31)
    operations.finish(theirs, coder=ANNA.id, document=document.id)
    return closed(theirs), document


def test_a_prefix_added_to_the_text_carries_over_by_words_and_leaves_the_original(project, documents, prefixed):
    path, theirs = prefixed
    preview = operations.preview_merge(project, paths=[path])
    [question] = preview.questions
    [match] = preview.files[0].documents
    assert (match.recognised, match.near, match.sure, match.asked) == (Recognised.NEARLY, documents[NAME].id, 2, 0)
    with pytest.raises(Refused, match=r"An answer is missing: “plain\.txt” is nearly the same text"):
        operations.merge(project, author=MARA.id, paths=[path])
    operations.merge(project, author=MARA.id, paths=[path], answers={question.id: CARRY_OVER})
    shown = operations.article(project, document=documents[NAME].id)
    assert [(each.span.start, each.span.end, each.quote) for each in shown.annotations] == [
        (0, 7, "Beijing"), (15, 21, "Moscow"),
    ]  # fmt: skip
    assert [each.coder for each in shown.annotations] == [ANNA.id] * 2
    assert [(each.coder, each.state) for each in shown.completions] == [(ANNA.id, CompletionState.FINISHED)]
    assert operations.article(project, document=theirs.id).annotations == ()
    original = queries.annotation(project.live, shown.annotations[0].id)
    assert (original.document, original.span.start) == (theirs.id, 10)
    assert list(verification.faults(project)) == []


def test_what_is_carried_over_counts_where_it_is_shown_and_only_there(project, documents, codes, prefixed):
    path, theirs = prefixed
    annotate(project, MARA, documents[NAME], codes["trust"], 0, 7)
    operations.finish(project, coder=MARA.id, document=documents[NAME].id)
    operations.merge(project, author=MARA.id, paths=[path], reanchor=True)
    gathered = operations.gather(project)
    codings = {each.document: each for each in gathered.codings}
    assert theirs.id not in codings
    assert codings[documents[NAME].id].spans == {
        (MARA.id, codes["trust"]): [(0, 7)], (ANNA.id, codes["trust"]): [(0, 7), (15, 21)],
    }  # fmt: skip
    assert codings[documents[NAME].id].finished == {MARA.id, ANNA.id}
    counted = {(row.document.id, row.coder.id): row.annotations for row in operations.info(project).rows}
    assert counted == {(documents[NAME].id, MARA.id): 1, (documents[NAME].id, ANNA.id): 2}


def test_undo_puts_carried_passages_back_on_their_own_text(project, documents, prefixed):
    path, theirs = prefixed
    operations.merge(project, author=MARA.id, paths=[path], reanchor=True)
    operations.undo(project, coder=MARA.id)
    assert operations.article(project, document=documents[NAME].id).annotations == ()
    assert [each.span.start for each in operations.article(project, document=theirs.id).annotations] == [10, 25]
    assert list(verification.faults(project)) == []


def test_left_apart_nearly_the_same_texts_are_two_articles(project, documents, prefixed):
    path, _ = prefixed
    [question] = operations.preview_merge(project, paths=[path]).questions
    operations.merge(project, author=MARA.id, paths=[path], answers={question.id: LEAVE})
    assert spans(project) == [(10, 17), (25, 31)]
    assert team_queries.carried_over(project.live) == ()
    assert operations.preview_merge(project, paths=[path]).questions == ()


def test_a_quote_that_stands_twice_is_asked_and_goes_where_the_lead_says(project, tmp_path, codes):
    name, here = "long.txt", "Moscow trusts. Beijing doubts that. And so Moscow trusts nobody, they say, today."
    (tmp_path / name).write_text(here)
    operations.import_texts(project, author=MARA.id, paths=[tmp_path / name])
    theirs = other_project(tmp_path, ANNA, {name: here.replace("Moscow trusts. ", "")})
    [document] = queries.documents(theirs.live)
    annotate(theirs, ANNA, document, codes["trust"], 28, 41)
    path = closed(theirs)
    whether, where = operations.preview_merge(project, paths=[path]).questions
    assert where.kind is QuestionKind.PLACE
    assert [(each.start, each.end) for each in where.detail.places] == [(43, 56), (0, 13)], "the best context first"
    answers = {whether.id: CARRY_OVER, where.id: "43-56"}
    operations.merge(project, author=MARA.id, paths=[path], answers=answers)
    [shown] = operations.annotations(project)
    assert (shown.quote, shown.span.start) == ("Moscow trusts", 43)
