# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import ANNA

from annotator import operations
from annotator.domain import CompletionState, Refused, Span
from annotator.operations import passages
from annotator.store import queries


def test_a_passage_holds_its_words_and_up_to_32_code_points_of_context():
    text = "👍" * 40 + "word" + "語" * 40
    made = passages.passage(text, Span.of(40, 44))
    assert made == {"start": 40, "end": 44, "quote": "word", "before": "👍" * 32, "after": "語" * 32}
    assert passages.passage("ab", Span.of(0, 2))["before"] == ""
    with pytest.raises(Refused, match="beyond the text of 2 characters"):
        passages.passage("ab", Span.of(0, 3))


def test_the_first_passage_begins_the_article_and_no_later_one(project, documents):
    document = documents["plain.txt"].id
    assert passages.state_of(project, ANNA.id, document) is CompletionState.NOT_STARTED
    for _ in range(2):
        with project.action(author=ANNA.id, verb="annotate") as action:
            passages.begin(project, action, ANNA.id, document, round_name="main")
        assert passages.state_of(project, ANNA.id, document) is CompletionState.IN_PROGRESS
    assert len(action.changes) == 0


def test_a_code_must_be_there_and_not_retired(project, codes):
    with project.action(author=ANNA.id, verb="retire code") as action:
        action.write("code", codes["trust"], {"retired": True})
    book = queries.codebook(project.live)
    with pytest.raises(Refused, match="retired"):
        passages.usable_code(book, codes["trust"])
    with pytest.raises(Refused, match="not in the codebook"):
        passages.usable_code(book, "x")
    assert passages.usable_code(book, codes["mistrust"]).id == codes["mistrust"]


@pytest.mark.parametrize("memo", ["m" * 100_001, "half \ud83d"])
def test_a_memo_that_cannot_be_stored_is_said(memo):
    with pytest.raises(Refused):
        passages.checked_memo(memo)
    assert passages.checked_memo("whole 👍 \u2028") == "whole 👍 \u2028"


def test_a_document_that_is_not_there_is_said(project, documents):
    with pytest.raises(Refused, match="not in the project"):
        passages.text_of(project, "x")
    assert passages.text_of(project, documents["plain.txt"].id).startswith("Beijing")
    assert operations.info(project).documents
