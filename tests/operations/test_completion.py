# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import ANNA, MARA

from annotator import operations
from annotator.domain import CompletionState, Refused
from annotator.store import queries


def test_finishing_keeps_the_codebook_it_was_done_under(project, documents):
    document = documents["plain.txt"].id
    made = operations.finish(project, coder=ANNA.id, document=document)
    book = queries.codebook(project.live)
    assert made.value.state is CompletionState.FINISHED
    assert made.value.codebook_revision == book.revision
    assert set(made.value.codes) == {code.id for code in book.codes}
    assert made.touched.documents == {document}
    again = operations.finish(project, coder=ANNA.id, document=document)
    assert (again.value, again.verb) == (made.value, "")


def test_reopening_says_when_and_gives_no_value_any_more(project, documents):
    document = documents["plain.txt"].id
    with pytest.raises(Refused, match="not finished"):
        operations.reopen(project, coder=ANNA.id, document=document)
    operations.finish(project, coder=ANNA.id, document=document)
    made = operations.reopen(project, coder=ANNA.id, document=document).value
    assert made.state is CompletionState.IN_PROGRESS
    assert made.reopened_at.endswith("Z")
    assert operations.finish(project, coder=ANNA.id, document=document).value.state is CompletionState.FINISHED


def test_each_coder_is_as_far_as_they_are(project, documents):
    document = documents["plain.txt"].id
    operations.finish(project, coder=ANNA.id, document=document)
    operations.finish(project, coder=MARA.id, document=document)
    operations.reopen(project, coder=MARA.id, document=document)
    states = {each.coder: each.state for each in queries.completions(project.live, document)}
    assert states == {ANNA.id: CompletionState.FINISHED, MARA.id: CompletionState.IN_PROGRESS}
    with pytest.raises(Refused, match="not in the project"):
        operations.finish(project, coder=ANNA.id, document="x")


def test_articles_finished_are_counted_by_round_and_person(project, documents):
    one, two = (each.id for each in list(documents.values())[:2])
    operations.add_round(project, author=MARA.id, name="second")
    for document in (one, two):
        operations.finish(project, coder=MARA.id, document=document)
    operations.finish(project, coder=ANNA.id, document=one)
    operations.set_active_round(project, name="second")
    operations.finish(project, coder=ANNA.id, document=two)
    operations.finish(project, coder=MARA.id, document=two)
    operations.reopen(project, coder=MARA.id, document=two)
    assert operations.articles_finished(project) == {"main": {MARA.id: 2, ANNA.id: 1}, "second": {ANNA.id: 1}}
