# SPDX-License-Identifier: MIT
from annotator.domain import Annotation, AnnotationId, CodeId, CoderId, DocumentId, Span
from annotator.operations import EVERYTHING, NOTHING, Outcome, Touched


def made(identity, document):
    return Annotation(AnnotationId(identity), DocumentId(document), CoderId("c"), CodeId("k"), Span.of(0, 1), "x")


def test_passages_name_themselves_and_their_documents():
    touched = Touched.passages(made(identity, document) for identity, document in (("1", "a"), ("2", "a"), ("3", "b")))
    assert touched.annotations == {"1", "2", "3"}
    assert touched.documents == {"a", "b"}
    assert not touched.everything


def test_an_outcome_says_nothing_was_touched_unless_told():
    assert Outcome(5).touched == NOTHING
    assert Touched() == NOTHING
    assert EVERYTHING.everything
    assert EVERYTHING.codebook
    assert EVERYTHING.coders
