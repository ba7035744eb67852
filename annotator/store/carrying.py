# SPDX-License-Identifier: MIT
"""Annotations where they are shown: on the text they were carried over to, else on their own.

An annotation that was carried over is shown once, in the place that was found for it, with its own
coder, code and memo; the original stays as it was on its own text. It counts where it is shown.
"""

import sqlite3
from dataclasses import replace

from annotator.domain import Annotation, AnnotationId, DocumentId, Span
from annotator.store import queries


def shown_annotations(live: sqlite3.Connection, document: DocumentId) -> list[Annotation]:
    """Give the annotations that are shown on a document, by start and id."""
    elsewhere = {AnnotationId(row[0]) for row in live.execute(_ELSEWHERE, (document,))}
    shown = [each for each in queries.annotations(live, document) if each.id not in elsewhere]
    for annotation, start, end, quote, before, after in live.execute(_HERE, (document,)).fetchall():
        original = queries.annotation(live, annotation)
        if original is not None:
            shown.append(
                replace(original, document=document, span=Span.of(start, end), quote=quote, before=before, after=after)
            )
    return sorted(shown, key=lambda each: (each.span.start, each.id))


def carried_from(live: sqlite3.Connection) -> dict[DocumentId, DocumentId]:
    """Give, for each text of which annotations are shown on another, that other one; it is not compared itself."""
    rows = live.execute(
        "SELECT DISTINCT annotation.document, carried_over.document FROM carried_over "
        "JOIN annotation ON annotation.id = carried_over.annotation "
        "JOIN document ON document.id = carried_over.document ORDER BY 1, 2"
    )
    return {DocumentId(source): DocumentId(target) for source, target in rows}


_HERE = "SELECT annotation, start, end, quote, before, after FROM carried_over WHERE document = ?"
_ELSEWHERE = (
    "SELECT carried_over.annotation FROM carried_over JOIN annotation ON annotation.id = carried_over.annotation "
    "JOIN document ON document.id = carried_over.document WHERE annotation.document = ?"
)
