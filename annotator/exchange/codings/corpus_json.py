# SPDX-License-Identifier: MIT
"""The values of a corpus as JSON objects and back. What is not set is left out; the order of fields is fixed.

Reading raises Fault (the beginning of a sentence) for a value of the wrong kind, whatever it is.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from annotator.domain.canonical import Json
from annotator.domain.codebook import Code, Codebook, code_as_json, code_from_json
from annotator.domain.identifiers import CodeId, CoderId, DocumentId, RegionId, is_uuid
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.domain.model import (
    MAIN_ROUND,
    Annotation,
    Certainty,
    Coder,
    Completion,
    CompletionState,
    Document,
    Region,
    RegionState,
)
from annotator.domain.span import Span
from annotator.domain.team import Round, RoundPurpose
from annotator.exchange.json_objects import Fault

LARGEST_POSITION = 2**53
MOST_CODERS = 1000
_Word = TypeVar("_Word", bound=StrEnum)
_DOCUMENT_WORDS = ("title", "outlet", "author", "date", "url", "raw_sha256", "encoding", "duplicate_group")

JsonObject = dict[str, Json]


def json_line(value: Mapping[str, Json]) -> bytes:
    """Give an object as one line of UTF-8 with its line end."""
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"


def json_document(value: Mapping[str, Json]) -> bytes:
    """Give an object as UTF-8 that people can read, two spaces deeper at each level."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def coder_as_json(coder: Coder) -> JsonObject:
    """Give a coder."""
    return _set({
        "id": coder.id, "name": coder.name, "machine_made": coder.machine_made, "counts_as": coder.counts_as,
    })  # fmt: skip


def coder_from_json(value: object) -> Coder:
    """Build a coder."""
    given = Given(value, "A coder")
    return Coder(
        CoderId(given.uuid("id")),
        given.text("name"),
        given.yes("machine_made"),
        CoderId(given.uuid("counts_as", needed=False)),
    )


def code_with_mapping(code: Code) -> JsonObject:
    """Give a code as the codebook has it, and what it counts as where it was mapped."""
    return {**code_as_json(code), **_set({"counts_as": code.counts_as})}


def codebook_from_json(value: object) -> Codebook:
    """Build a codebook of a list of codes; two codes of one identity are a fault."""
    codes: dict[str, Code] = {}
    for each in listed(value, "codebook"):
        given = Given(each, "A code")
        identity = given.uuid("id")
        try:
            code = code_from_json({**_CODE_DEFAULTS, "name": given.text("name"), **given.fields})
        except (KeyError, TypeError, ValueError) as error:
            raise Fault(f"The code {given.text('name')[:40]!a} is not described as a code is") from error
        if identity in codes:
            raise Fault(f"The code {identity} is in the codebook twice")
        codes[identity] = replace(code, counts_as=CodeId(given.uuid("counts_as", needed=False)))
    return Codebook(tuple(codes.values()))


_CODE_DEFAULTS: Mapping[str, Json] = code_as_json(Code(CodeId(""), "", ""))


def field_as_json(field: MetadataField) -> JsonObject:
    """Give a field of the articles."""
    return {
        "name": field.name,
        "label": field.label,
        "kind": field.kind.value,
        "choices": list(field.choices),
        "position": field.position,
    }


def field_from_json(value: object) -> MetadataField:
    """Build a field of the articles."""
    given = Given(value, "A field")
    return MetadataField(
        given.text("name"),
        given.text("label", needed=False),
        given.word("kind", MetadataKind, MetadataKind.TEXT),
        given.texts("choices"),
        given.number("position", needed=False),
    )


def round_as_json(each: Round) -> JsonObject:
    """Give what a round is for."""
    return {
        "name": each.name,
        "purpose": each.purpose.value,
        "position": each.position,
        "coders_needed": each.coders_needed,
        "released": each.released,
    }


def round_from_json(value: object) -> Round:
    """Build a round."""
    given = Given(value, "A round")
    needed = given.number("coders_needed", needed=False) or _AS_MADE.coders_needed
    if not 1 <= needed <= MOST_CODERS:
        raise Fault(f"A round needs 1 to {MOST_CODERS} coders")
    return Round(
        given.text("name"),
        given.word("purpose", RoundPurpose, RoundPurpose.MAIN),
        given.number("position", needed=False),
        needed,
        given.yes("released"),
    )


_AS_MADE = Round("")


def document_as_json(document: Document) -> JsonObject:
    """Give a document without its text."""
    words: JsonObject = {name: getattr(document, name) for name in _DOCUMENT_WORDS}
    return _set({
        "id": document.id,
        "name": document.name,
        "text_sha256": document.text_sha256,
        "length": document.length,
        **words,
        "other_names": list(document.other_names),
        "metadata": dict(sorted(document.metadata.items())),
    })  # fmt: skip


def document_from_json(given: "Given") -> Document:
    """Build a document; that its identity and its hash are those of a text is for the caller to see to."""
    document = Document(
        id=DocumentId(given.text("id", needed=False)),
        name=given.text("name", needed=False) or given.text("title", needed=False),
        text_sha256=given.text("text_sha256", needed=False),
        length=given.number("length", needed=False),
        other_names=given.texts("other_names"),
        metadata=given.words("metadata"),
    )
    words: Mapping[str, Any] = {name: given.text(name, needed=False) for name in _DOCUMENT_WORDS}
    return replace(document, **words)


def annotation_as_json(annotation: Annotation, *, coder: str, code: str, created: str) -> JsonObject:
    """Give an annotation without its document, its coder and code by name too.

    The words before and after it find its place again in a text that was changed since.
    """
    return {
        "id": annotation.id,
        "coder": coder,
        "coder_id": annotation.coder,
        "code": code,
        "code_id": annotation.code,
        "start": annotation.span.start,
        "end": annotation.span.end,
        "quote": annotation.quote,
        **_set({
            "before": annotation.before,
            "after": annotation.after,
            "attributes": dict(sorted(annotation.attributes.items())),
            "memo": annotation.memo,
            "certainty": annotation.certainty.value,
            "ask_lead": annotation.ask_lead,
            "round": "" if annotation.round == MAIN_ROUND else annotation.round,
            "codebook_revision": annotation.codebook_revision,
            "original_coder": annotation.original_coder,
            "original_code": annotation.original_code,
            "created": created,
        }),
    }  # fmt: skip


def region_as_json(region: Region) -> JsonObject:
    """Give an excluded region without its document."""
    return {
        "id": region.id,
        "coder": region.coder,
        "start": region.span.start,
        "end": region.span.end,
        "quote": region.quote,
        **_set({"memo": region.memo, "certainty": region.certainty.value}),
        "state": region.state.value,
    }


def region_from_json(value: object, document: DocumentId) -> Region:
    """Build an excluded region; context is the caller's."""
    given = Given(value, "A region")
    return Region(
        id=RegionId(given.uuid("id")),
        document=document,
        coder=CoderId(given.uuid("coder")),
        span=given.span(),
        quote=given.text("quote"),
        memo=given.text("memo", needed=False),
        certainty=given.word("certainty", Certainty, Certainty.NOT_SET),
        state=given.word("state", RegionState, RegionState.PROPOSED),
    )


def completion_as_json(completion: Completion) -> JsonObject:
    """Give how far a coder is, without the document."""
    return {
        "coder": completion.coder,
        "round": completion.round,
        "state": completion.state.value,
        **_set({
            "reason": completion.reason,
            "reopened_at": completion.reopened_at,
            "codebook_revision": completion.codebook_revision,
            "codes": list(completion.codes),
        }),
    }  # fmt: skip


def completion_from_json(value: object, document: DocumentId) -> Completion:
    """Build how far a coder is."""
    given = Given(value, "A completion")
    return Completion(
        coder=CoderId(given.uuid("coder")),
        document=document,
        round=given.text("round", needed=False) or MAIN_ROUND,
        state=given.word("state", CompletionState, CompletionState.NOT_STARTED),
        reason=given.text("reason", needed=False),
        reopened_at=given.text("reopened_at", needed=False),
        codebook_revision=given.text("codebook_revision", needed=False),
        codes=tuple(CodeId(code) for code in given.texts("codes")),
    )


def listed(value: object, name: str) -> Sequence[object]:
    """Give a list, none for None; raises Fault for anything else."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise Fault(f'The field "{name}" must be a list')
    return value


class Given:
    """A JSON object of unknown content, asked field by field; raises Fault with the name of the field."""

    def __init__(self, value: object, what: str) -> None:
        if not isinstance(value, dict):
            raise Fault(f"{what} must be an object")
        self.fields: JsonObject = value
        self._what = what

    def text(self, name: str, *, needed: bool = True) -> str:
        """Give a text, "" for one that is absent and not needed."""
        value = self.fields.get(name)
        if value is None and not needed:
            return ""
        if not isinstance(value, str) or (needed and not value):
            raise Fault(f'{self._what} needs a text as its "{name}"')
        return value

    def uuid(self, name: str, *, needed: bool = True) -> str:
        """Give an identity as we write it."""
        value = self.text(name, needed=needed)
        if value and not is_uuid(value):
            raise Fault(f'{self._what} has no UUID as its "{name}"')
        return value

    def yes(self, name: str) -> bool:
        """Give true or false; absent is false."""
        value = self.fields.get(name, False)
        if not isinstance(value, bool):
            raise Fault(f'The field "{name}" must be true or false')
        return value

    def number(self, name: str, *, needed: bool = True) -> int:
        """Give a whole number that a position can be; absent and not needed is 0."""
        value = self.fields.get(name)
        if value is None and not needed:
            return 0
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST_POSITION:
            raise Fault(f'{self._what} needs a whole number as its "{name}"')
        return value

    def span(self) -> Span:
        """Give start and end as a span."""
        start, end = self.number("start"), self.number("end")
        if not 0 <= start < end:
            raise Fault(f"The span from {start} to {end} is empty or begins before the text")
        return Span.of(start, end)

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts."""
        values = listed(self.fields.get(name), name)
        found = tuple(value for value in values if isinstance(value, str))
        if len(found) < len(values):
            raise Fault(f'The field "{name}" must be a list of texts')
        return found

    def words(self, name: str) -> Mapping[str, str]:
        """Give an object of texts; what is empty counts as not set."""
        value = self.fields.get(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise Fault(f'The field "{name}" must be an object')
        found = {key: word for key, word in value.items() if isinstance(word, str)}
        if len(found) < len(value) or not all(key.strip() for key in value):
            raise Fault(f'The field "{name}" must have texts under names')
        return {key: word for key, word in found.items() if word}

    def word(self, name: str, kind: type[_Word], absent: _Word) -> _Word:
        """Give one of the words of a kind."""
        value = self.text(name, needed=False)
        if not value:
            return absent
        try:
            return kind(value)
        except ValueError as error:
            raise Fault(f"The {name} {value[:40]!a} is none of {', '.join(filter(None, kind))}") from error


def _set(fields: Mapping[str, Json]) -> JsonObject:
    return {name: value for name, value in fields.items() if value not in ("", False, [], {}, None)}


def as_json_list(values: Iterable[JsonObject]) -> list[Json]:
    """Give objects as a list that canonical JSON types take."""
    return list(values)
