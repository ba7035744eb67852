# SPDX-License-Identifier: MIT
"""Values of the domain for tests of lists and panels, without a project file."""

from collections.abc import Sequence

from ui.conftest import TEXT

from annotator import operations
from annotator.domain import (
    Annotation,
    AnnotationId,
    Code,
    CodePoint,
    Coder,
    CoderId,
    CompletionState,
    Document,
    Region,
    RegionId,
    Span,
    document_id,
    new_uuid,
)
from annotator.operations import DocumentSummary
from annotator.text.quotation import digest
from annotator.ui.models.open_article import Entry, OpenArticle

ME = Coder(CoderId("0190aaaa-0000-7000-8000-000000000001"), "Mara Lindqvist")
OTHER = Coder(CoderId("0190aaaa-0000-7000-8000-000000000002"), "Trial coder 1", machine_made=True)
CODEBOOK = operations.default_codebook()
TRUST, MISTRUST, SPECULATION, QUOTE = CODEBOOK.codes
DOCUMENT = Document(
    document_id(digest(TEXT)), "one.txt", digest(TEXT), len(TEXT), title="The first line is a title", outlet="Post"
)


def code_of(code: str) -> Code | None:
    return CODEBOOK.by_id(code)


def annotation(start: int, end: int, *, coder: Coder = ME, code: Code = TRUST, **more: object) -> Annotation:
    return Annotation(
        AnnotationId(new_uuid()), DOCUMENT.id, coder.id, code.id, Span.of(start, end), TEXT[start:end], **more
    )


def region(start: int, end: int, *, coder: Coder = ME, **more: object) -> Region:
    return Region(RegionId(new_uuid()), DOCUMENT.id, coder.id, Span.of(start, end), TEXT[start:end], **more)


def article(entries: Sequence[Entry]) -> OpenArticle:
    made = OpenArticle(DOCUMENT, TEXT, ME.id, {ME.id: ME, OTHER.id: OTHER})
    made.replace(entries)
    return made


def summary(
    state: CompletionState = CompletionState.IN_PROGRESS,
    *,
    document: Document = DOCUMENT,
    furthest: int = 50,
    trust: int = 2,
) -> DocumentSummary:
    counts = {TRUST.id: trust} if trust else {}
    return DocumentSummary(document, state, "", counts, (), CodePoint(furthest))
