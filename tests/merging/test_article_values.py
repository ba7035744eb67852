# SPDX-License-Identifier: MIT
import pytest
from merging.test_authority import BEN, LEAD, TeamBook
from merging.test_plan import HERE, THERE

from annotator.merging.article_values import told_otherwise
from annotator.merging.plan import IncomingFile, take_in
from annotator.merging.questions import AuthorityDetail, Question, QuestionKind

TEXT = {"name": "a.txt", "text_sha256": "0" * 64, "length": 9}


@pytest.fixture
def here():
    book = TeamBook()
    book.by(LEAD, "project", HERE, {"name": "Study", "lead": LEAD})
    book.by(LEAD, "metadata_field", "kind", {"name": "kind", "kind": "choice", "choices": ["news", "comment"]})
    book.by(LEAD, "document", "text", {**TEXT, "title": "A", "outlet": "Post", "metadata.kind": "news"})
    return book


def asked(here, *several, author=BEN, project=THERE, before=()):
    there = TeamBook()
    for _ in range(len(here.changes)):  # later than all that is here
        there.by(author, "coder", author, {"name": author})
    for each in several:
        there.by(author, *each)
    moves = take_in(IncomingFile("ben.annotator", project, there.changes, digest="5" * 64), here.union())
    return list(told_otherwise([moves], HERE, asked=before, name_of=str.title))


def test_other_values_and_another_definition_are_asked_with_both_in_words(here):
    [question] = asked(
        here,
        ("metadata_field", "kind", {"name": "kind", "kind": "number", "choices": []}),
        (
            "document",
            "text",
            {**TEXT, "title": "A", "outlet": "Times", "metadata.kind": "5", "url": "https://x.example"},
        ),
    )
    assert (question.kind, question.required, question.default) == (QuestionKind.AUTHORITY, True, "keep")
    assert question.title == "ben.annotator says otherwise of 1 article and 1 field of articles"
    assert question.explanation == (
        "By Ben: the field “kind”: choices “news, comment” here, “” there, kind “choice” here, “number” there; "
        "“A”: kind “news” here, “5” there, outlet “Post” here, “Times” there."
    )
    assert len(question.detail.changes) == 2


def test_the_lead_of_both_is_asked_too(here):
    assert len(asked(here, ("document", "text", {**TEXT, "outlet": "Times"}), author=LEAD)) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {**TEXT, "outlet": "Post"},
        {**TEXT, "author": "Ada", "metadata.desk": "world"},
        {**TEXT, "name": "b.txt", "position": 7},
    ],
)
def test_what_only_adds_or_says_the_same_is_taken(here, fields):
    assert not asked(here, ("document", "text", fields))


def test_copies_of_this_project_and_what_is_asked_already_are_left_to_others(here):
    fields = {**TEXT, "outlet": "Times"}
    assert not asked(here, ("document", "text", fields), project=HERE)
    [question] = asked(here, ("document", "text", fields))
    detail = AuthorityDetail(BEN, "Ben", {}, question.detail.changes)
    settled = Question(
        id="x", kind=QuestionKind.AUTHORITY, files=(), title="", explanation="", choices=(), detail=detail
    )
    assert not asked(here, ("document", "text", fields), before=[settled])
