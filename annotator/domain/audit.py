# SPDX-License-Identifier: MIT
"""The history of a project as people read it: one entry for each thing that somebody did."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.identifiers import ActionId, AnnotationId, CodeId, CoderId, DocumentId
from annotator.domain.span import Span

_NOBODY, _NO_ACTION, _NO_DOCUMENT = CoderId(""), ActionId(""), DocumentId("")
_NO_ANNOTATION, _NO_CODE = AnnotationId(""), CodeId("")


class HistoryMark(StrEnum):
    """Whether what an entry tells of still stands."""

    STANDS = ""
    UNDONE = "undone"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One user action, or one local record (a merge, an export): who, when, what, on which passage.

    ``key`` orders entries by time and is the place to read on from. ``time`` is ISO-8601 in UTC.
    ``sentence`` begins with the verb ("coded “…” as trust in “Article”"), after the person's name.
    ``action`` is empty and ``event`` a number for a local record. ``title``, ``code``, ``quote`` and
    ``span`` are those of the passage it is about, or of the first of several, as they were then;
    ``changes`` counts what it wrote.
    """

    key: str
    time: str
    person: CoderId = _NOBODY
    person_name: str = ""
    verb: str = ""
    sentence: str = ""
    mark: HistoryMark = HistoryMark.STANDS
    action: ActionId = _NO_ACTION
    event: int = 0
    document: DocumentId = _NO_DOCUMENT
    title: str = ""
    annotation: AnnotationId = _NO_ANNOTATION
    code: CodeId = _NO_CODE
    code_name: str = ""
    quote: str = ""
    span: Span | None = None
    changes: int = 0
