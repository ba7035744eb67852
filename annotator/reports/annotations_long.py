# SPDX-License-Identifier: MIT
"""``annotations_long.csv``: one row per annotation with everything needed to place, check and count it."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from annotator.domain.codebook import Codebook
from annotator.domain.identifiers import CoderId, DocumentId
from annotator.domain.model import Annotation, Coder, Completion, CompletionState, Document

FILE_NAME = "annotations_long.csv"
OFFSET_UNIT = "unicode-codepoint"
ATTRIBUTE_PREFIX = "attribute_"

COLUMN_DESCRIPTIONS: Mapping[str, str] = MappingProxyType({
    "annotation_id": "identity of the annotation (UUID), the same in every copy of the project",
    "document_id": "identity of the article (UUID), derived from its text: the same in every project that holds it",
    "document": "name of the file that the article came in",
    "title": "title as the article gives it; empty where none is known",
    "outlet": "outlet as the article gives it; empty where none is known",
    "author": "author of the article; empty where none is known",
    "date": "date of the article (ISO 8601, possibly only year or month); empty where none is known",
    "text_sha256": "SHA-256 of the UTF-8 of the exact text that the positions count in",
    "coder_id": "identity of the coder (UUID)",
    "coder": "name of the coder",
    "coder_original": "name under which it was made, where the lead declared two identities one person; else empty",
    "coder_machine_made": "true where a program made the coder's annotations, else false",
    "round": "coding round, main unless stated otherwise",
    "code_id": "identity of the code (UUID)",
    "code": "short name of the code, the word used in files",
    "code_name": "name of the code as the codebook shows it",
    "code_original": "short name of the code as it was applied, where the lead mapped it to another; else empty",
    "start": "first character of the passage, counted from 0",
    "end": "position after the last character of the passage: end - start is its length",
    "offset_unit": "what start and end count: Unicode code points (not bytes, not UTF-16)",
    "quote": "the passage itself: text[start:end]",
    "before": "up to 32 characters of the text before the passage",
    "after": "up to 32 characters of the text after the passage",
    "certainty": "high, medium or low; empty where the coder did not say",
    "memo": "the coder's note on this annotation",
    "ask_lead": "true where the coder asks the lead about it, else false",
    "attributes": "all attributes that are set, as one JSON object with their names",
    "codebook_revision": "SHA-256 that names the codebook under which the annotation was made",
    "completion_state": "how far the coder is with the article: only finished ones count for agreement",
})  # fmt: skip
"""The columns in order, in words. One column per attribute follows ``attributes``."""

LongRow = tuple[str | int | bool, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What the table is made of. ``annotations_of`` is asked for one document at a time, in the order of the rows."""

    codebook: Codebook
    coders: Iterable[Coder]
    documents: Iterable[Document]
    completions: Iterable[Completion]
    annotations_of: Callable[[DocumentId], Iterable[Annotation]]


def attribute_columns(codebook: Codebook) -> dict[str, str]:
    """Give the column of each attribute name of the codebook, in codebook order.

    Other characters than letters and digits become ``_``; names that differ only so, or only in
    case, are numbered, because readers fold them.
    """
    found: dict[str, str] = {}
    taken = {name.casefold() for name in COLUMN_DESCRIPTIONS}
    names = dict.fromkeys(attribute.name for code in codebook.codes for attribute in code.attributes)
    for name in names:
        column = base = ATTRIBUTE_PREFIX + re.sub(r"\W+", "_", name)
        number = 2
        while column.casefold() in taken:
            column, number = f"{base}_{number}", number + 1
        taken.add(column.casefold())
        found[name] = column
    return found


def long_columns(codebook: Codebook) -> tuple[str, ...]:
    """Give the names of all columns, in order."""
    columns = list(COLUMN_DESCRIPTIONS)
    place = columns.index("attributes") + 1
    return (*columns[:place], *attribute_columns(codebook).values(), *columns[place:])


def long_rows(source: Source) -> Iterator[LongRow]:
    """Give the rows by document position, start, end, coder, code and id, one document in memory at a time."""
    table = _Table(source)
    for document in sorted(source.documents, key=lambda each: (each.position, each.id)):
        for annotation in sorted(source.annotations_of(document.id), key=table.order):
            yield table.row(document, annotation)


class _Table:
    """Lookups made once for all rows."""

    def __init__(self, source: Source) -> None:
        self._coders = {coder.id: coder for coder in source.coders}
        self._codes = {code.id: code for code in source.codebook.codes}
        self._attributes = tuple(attribute_columns(source.codebook))
        self._states = {(each.coder, each.document, each.round): each.state for each in source.completions}

    def order(self, annotation: Annotation) -> tuple[int, int, str, str, int, str, str]:
        """Give what the rows of one document are sorted by."""
        code = self._codes.get(annotation.code)
        return (
            annotation.span.start,
            annotation.span.end,
            self._name(annotation.coder),
            annotation.coder,
            code.position if code else len(self._codes),
            annotation.code,
            annotation.id,
        )

    def row(self, document: Document, annotation: Annotation) -> LongRow:
        """Give one row, in the order of :func:`long_columns`."""
        return (
            annotation.id,
            *_of_document(document),
            *self._of_coder(annotation),
            annotation.round,
            *self._of_code(annotation),
            *_of_passage(annotation),
            annotation.certainty.value,
            annotation.memo,
            annotation.ask_lead,
            _as_json(annotation.attributes),
            *(annotation.attributes.get(name, "") for name in self._attributes),
            annotation.codebook_revision,
            self._state(annotation).value,
        )

    def _of_coder(self, annotation: Annotation) -> Sequence[str | bool]:
        coder = self._coders.get(annotation.coder)
        return (
            annotation.coder,
            self._name(annotation.coder),
            (self._name(annotation.original_coder) or annotation.original_coder),
            coder.machine_made if coder else False,
        )

    def _of_code(self, annotation: Annotation) -> Sequence[str]:
        code, original = self._codes.get(annotation.code), self._codes.get(annotation.original_code)
        return (
            annotation.code,
            code.short_name if code else "",
            code.name if code else "",
            original.short_name if original else annotation.original_code,
        )

    def _name(self, coder: CoderId) -> str:
        known = self._coders.get(coder)
        return known.name if known else ""

    def _state(self, annotation: Annotation) -> CompletionState:
        """Give the recorded state; without a record, an annotation itself says that coding has begun."""
        key = (annotation.coder, annotation.document, annotation.round)
        return self._states.get(key, CompletionState.IN_PROGRESS)


def _of_document(document: Document) -> Sequence[str]:
    return (
        document.id,
        document.name,
        document.title,
        document.outlet,
        document.author,
        document.date,
        document.text_sha256,
    )


def _of_passage(annotation: Annotation) -> Sequence[str | int]:
    return (
        int(annotation.span.start),
        int(annotation.span.end),
        OFFSET_UNIT,
        annotation.quote,
        annotation.before,
        annotation.after,
    )


def _as_json(attributes: Mapping[str, str]) -> str:
    return json.dumps(dict(attributes), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
