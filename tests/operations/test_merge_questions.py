# SPDX-License-Identifier: MIT
"""What a preview tells of files: who sent them, how their texts were recognised, what was refused."""

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, MARA, TEXTS
from operations.test_merging import annotate, other_project

from annotator import operations
from annotator.domain import Refused
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.merging.preview import DifferenceKind, Recognised
from annotator.merging.questions import KEEP, LEAVE_OUT, TAKE, QuestionKind
from annotator.operations.checking import Weight
from annotator.store import metadata_queries, queries


def test_a_file_is_told_by_who_codes_in_it(project, documents, codes, sent):
    theirs = sent()
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    [plan] = operations.preview_merge(project, paths=[closed(theirs)]).files
    assert plan.sender == "Anna"
    assert len(plan.digest) == 64
    assert {each.recognised for each in plan.documents} == {Recognised.SAME_TEXT}


def test_texts_are_recognised_by_what_they_are(project, tmp_path):
    texts = {"renamed.txt": TEXTS["plain.txt"], "new.txt": "Nothing of the kind was ever printed here before."}
    [plan] = operations.preview_merge(project, paths=[closed(other_project(tmp_path, ANNA, texts))]).files
    found = {each.recognised: (each.name, each.other_names) for each in plan.documents}
    assert found[Recognised.NEW] == ("new.txt", ())
    name, others = found[Recognised.OTHER_NAME]
    assert {name, *others} == {"plain.txt", "renamed.txt"}


def test_a_code_that_comes_is_told(project, sent):
    theirs = sent()
    with theirs.action(author=ANNA.id, verb="add code") as action:
        action.write("code", "01900000-0000-7000-8000-0000000000c9", {"name": "Fear", "short_name": "fear"})
    [plan] = operations.preview_merge(project, paths=[closed(theirs)]).files
    assert [(each.kind, each.name) for each in plan.codebook] == [(DifferenceKind.ADDED, "Fear")]


def test_a_refused_file_is_a_question_that_only_the_lead_answers(project, documents, codes, sent, tmp_path):
    theirs = sent(BEN, "ben.annotator")
    annotate(theirs, BEN, documents["plain.txt"], codes["trust"], 0, 7)
    broken = tmp_path / "broken.annotator"
    broken.write_text("x")
    paths = [closed(theirs), broken]
    preview = operations.preview_merge(project, paths=paths)
    [question] = preview.questions
    assert (question.kind, question.required, question.files) == (QuestionKind.REFUSED, True, ("broken.annotator",))
    assert preview.unanswered({}) == (question,)
    result = operations.merge(project, author=MARA.id, paths=paths, answers={question.id: LEAVE_OUT}).value
    assert [each.name for each in result.preview.files] == ["ben.annotator"]


def test_nothing_is_asked_of_files_that_bring_nothing(project, documents, codes, sent):
    theirs = sent()
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    path = closed(theirs)
    operations.merge(project, author=MARA.id, paths=[path])
    preview = operations.preview_merge(project, paths=[path])
    assert (preview.questions, preview.warnings, preview.new_changes, preview.review_again) == ((), (), 0, 0)


@pytest.mark.parametrize(("answer", "outlet", "kind"), [(KEEP, "Post", "text"), (TAKE, "Times", "number")])
def test_a_project_begun_apart_does_not_redescribe_articles_unasked(project, tmp_path, answer, outlet, kind):
    theirs = other_project(tmp_path, ANNA, {"plain.txt": TEXTS["plain.txt"]})
    for each, lead, words in ((project, MARA, ("Post", "text", "5")), (theirs, ANNA, ("Times", "number", "7"))):
        field = MetadataField("desk", "", MetadataKind(words[1]))
        operations.define_metadata_field(each, author=lead.id, field=field)
        article = next(one for one in queries.documents(each.live) if one.name == "plain.txt")
        operations.set_metadata(
            each, author=lead.id, document=article.id, values={"outlet": words[0], "desk": words[2]}
        )
    paths = [closed(theirs)]
    questions = operations.preview_merge(project, paths=paths).questions
    assert {each.kind for each in questions if each.required} == {QuestionKind.AUTHORITY}
    assert any("outlet “Post” here, “Times” there" in each.explanation for each in questions)
    with pytest.raises(Refused):
        operations.merge(project, author=MARA.id, paths=paths)
    answers = {each.id: answer for each in questions if each.required}
    operations.merge(project, author=MARA.id, paths=paths, answers=answers)
    article = next(one for one in queries.documents(project.live) if one.id == article.id)
    assert (article.outlet, article.metadata["desk"]) == (outlet, "5" if answer == KEEP else "7")
    assert [each.kind for each in metadata_queries.metadata_fields(project.live)] == [MetadataKind(kind)]
    assert {each.weight for each in operations.check(project)} <= {Weight.REMARK}
