# SPDX-License-Identifier: MIT
"""Passages made up for tests."""

from annotator.domain import (
    Annotation,
    AnnotationId,
    Certainty,
    Code,
    CodeId,
    CodePoint,
    Coder,
    CoderId,
    Document,
    DocumentId,
    Span,
)
from annotator.operations import RetrievedPassage

CODE = Code(CodeId("code"), name="Trust", short_name="trust")
CODER = Coder(CoderId("ana"), "Ana")


def passage(
    number: int = 0, *, quote: str = "the words", start: int = 0, before: str = "before ", after: str = " after",
    memo: str = "", date: str = "2026-03-03", document: str = "document",
) -> RetrievedPassage:  # fmt: skip
    """Make a passage; different numbers are different annotations."""
    article = Document(
        DocumentId(document), "a.txt", "0" * 64, 1000, title="A title", outlet="Times", date=date
    )  # fmt: skip
    span = Span(CodePoint(start), CodePoint(start + len(quote)))
    annotation = Annotation(
        id=AnnotationId(f"annotation {number}"), document=article.id, coder=CODER.id, code=CODE.id, span=span,
        quote=quote, before="", after="", round="main", certainty=Certainty.HIGH, memo=memo,
        attributes={"holder": "both"}, codebook_revision=1,
    )  # fmt: skip
    return RetrievedPassage(annotation, article, CODE, CODER, before, after)
