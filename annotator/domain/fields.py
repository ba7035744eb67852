# SPDX-License-Identifier: MIT
"""The kinds of entity that a change may write, and what each of their fields may hold.

A field that was never written has its default. The empty string means "not set". Three families of
fields are open: ``attribute.NAME`` of an annotation, ``alias.NAME`` and ``metadata.NAME`` of a document.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

from annotator.domain.canonical import LARGEST_INTEGER, Json
from annotator.domain.codebook import AttributeKind, Pattern
from annotator.domain.decisions import DecisionReason, DecisionSource, Verdict
from annotator.domain.identifiers import is_hash, is_uuid
from annotator.domain.metadata import MetadataKind
from annotator.domain.model import CONTEXT_LENGTH, Certainty, CompletionState, RegionState
from annotator.domain.team import AliasOf, MessageKind, RoundPurpose

Check = Callable[[Json], bool]

LONGEST_NAME = 300
LONGEST_TEXT = 100_000
LONGEST_ADDRESS = 2_000
ATTRIBUTE_PREFIX = "attribute."
ALIAS_PREFIX = "alias."
METADATA_PREFIX = "metadata."
LONGEST_ATTRIBUTE_NAME = LONGEST_NAME - len(ATTRIBUTE_PREFIX)
LONGEST_METADATA_NAME = LONGEST_NAME - len(METADATA_PREFIX)


def _text_up_to(length: int) -> Check:
    # A NUL would end the text for SQLite's functions and for every reader of an export.
    return lambda value: isinstance(value, str) and len(value) <= length and "\0" not in value


def _one_of(allowed: type[StrEnum]) -> Check:
    words = frozenset(member.value for member in allowed)
    return lambda value: isinstance(value, str) and value in words


def _is_count(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_INTEGER


def _is_flag(value: Json) -> bool:
    return isinstance(value, bool)


def _is_hash_or_empty(value: Json) -> bool:
    return value == "" or is_hash(value)


def _is_timestamp_or_empty(value: Json) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return value == "" or (value.endswith("Z") and datetime.fromisoformat(value).tzinfo is not None)
    except ValueError:
        return False


def _is_uuid_list(value: Json) -> bool:
    return isinstance(value, list) and all(is_uuid(item) for item in value)


def _is_text_list(value: Json) -> bool:
    return isinstance(value, list) and all(_TEXT(item) for item in value)


def _is_colour(value: Json) -> bool:
    return (
        isinstance(value, str)
        and len(value) == 7
        and value[0] == "#"
        and all(digit in "0123456789ABCDEFabcdef" for digit in value[1:])
    )


_PARTS_OF_SPAN = frozenset({"start", "end", "quote", "before", "after"})


def _is_span(value: Json) -> bool:
    if not isinstance(value, dict) or value.keys() != _PARTS_OF_SPAN:
        return False
    start, end = value["start"], value["end"]
    quote, before, after = value["quote"], value["before"], value["after"]
    if type(start) is not int or type(end) is not int:  # a bool is no place, though it is an int to Python
        return False
    if not (isinstance(quote, str) and isinstance(before, str) and isinstance(after, str)):
        return False
    return (
        0 <= start < end
        and len(quote) == end - start
        and len(before) <= CONTEXT_LENGTH
        and len(after) <= CONTEXT_LENGTH
    )


def _is_span_list(value: Json) -> bool:
    return isinstance(value, list) and all(_is_span(item) for item in value)


def _is_uuid_or_empty(value: Json) -> bool:
    return value == "" or is_uuid(value)


def _is_attribute_list(value: Json) -> bool:
    return isinstance(value, list) and all(_is_attribute(item) for item in value)


def _is_attribute(value: Json) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"name", "label", "kind", "choices"}
        and _ATTRIBUTE_NAME(value["name"])
        and _NAME(value["label"])
        and value["kind"] in tuple(kind.value for kind in AttributeKind)
        and _is_text_list(value["choices"])
    )


_NAME = _text_up_to(LONGEST_NAME)
_ATTRIBUTE_NAME = _text_up_to(LONGEST_ATTRIBUTE_NAME)
_TEXT = _text_up_to(LONGEST_TEXT)

FIELDS: Mapping[str, Mapping[str, tuple[Check, Json]]] = {
    "project": {"name": (_NAME, ""), "lead": (is_uuid, ""), "created": (_is_timestamp_or_empty, "")},
    "coder": {"name": (_NAME, ""), "machine_made": (_is_flag, False)},
    "code": {
        "name": (_NAME, ""),
        "short_name": (_NAME, ""),
        "shortcut": (_text_up_to(1), ""),
        "definition": (_TEXT, ""),
        "counts": (_TEXT, ""),
        "does_not": (_TEXT, ""),
        "examples": (_is_text_list, []),
        "colour": (_is_colour, "#5C6672"),
        "colour_dark": (_is_colour, "#9AA6B4"),
        "pattern": (_one_of(Pattern), Pattern.SOLID.value),
        "category": (_NAME, ""),
        "attributes": (_is_attribute_list, []),
        "position": (_is_count, 0),
        "retired": (_is_flag, False),
    },
    "document": {
        "name": (_NAME, ""),
        "text_sha256": (is_hash, ""),
        "length": (_is_count, 0),
        "title": (_TEXT, ""),
        "outlet": (_NAME, ""),
        "author": (_NAME, ""),
        "date": (_NAME, ""),
        "url": (_text_up_to(LONGEST_ADDRESS), ""),
        "duplicate_group": (_is_uuid_or_empty, ""),
        "raw_sha256": (_is_hash_or_empty, ""),
        "encoding": (_NAME, ""),
        "position": (_is_count, 0),
    },
    "metadata_field": {
        "name": (_text_up_to(LONGEST_METADATA_NAME), ""),
        "label": (_NAME, ""),
        "kind": (_one_of(MetadataKind), MetadataKind.TEXT.value),
        "choices": (_is_text_list, []),
        "position": (_is_count, 0),
    },
    "annotation": {
        "document": (is_uuid, ""),
        "coder": (is_uuid, ""),
        "code": (is_uuid, ""),
        "round": (_NAME, ""),
        "span": (_is_span, {}),
        "memo": (_TEXT, ""),
        "certainty": (_one_of(Certainty), ""),
        "ask_lead": (_is_flag, False),
        "codebook_revision": (_is_hash_or_empty, ""),
    },
    "region": {
        "document": (is_uuid, ""),
        "coder": (is_uuid, ""),
        "span": (_is_span, {}),
        "memo": (_TEXT, ""),
        "certainty": (_one_of(Certainty), ""),
        "state": (_one_of(RegionState), RegionState.PROPOSED.value),
    },
    "completion": {
        "coder": (is_uuid, ""),
        "document": (is_uuid, ""),
        "round": (_NAME, ""),
        "state": (_one_of(CompletionState), CompletionState.NOT_STARTED.value),
        "reason": (_TEXT, ""),
        "reopened_at": (_is_timestamp_or_empty, ""),
        "codebook_revision": (_is_hash_or_empty, ""),
        "codes": (_is_uuid_list, []),
    },
    "round": {
        "name": (_NAME, ""),
        "purpose": (_one_of(RoundPurpose), RoundPurpose.MAIN.value),
        "position": (_is_count, 0),
        "coders_needed": (_is_count, 2),
        "released": (_is_flag, False),
    },
    "assignment": {
        "coder": (is_uuid, ""),
        "document": (is_uuid, ""),
        "round": (_NAME, ""),
        "assigned": (_is_flag, False),
    },
    "alias": {
        "of": (_one_of(AliasOf), ""),
        "source": (is_uuid, ""),
        "target": (_is_uuid_or_empty, ""),
    },
    "carried_over": {
        "annotation": (is_uuid, ""),
        "document": (is_uuid, ""),
        "span": (_is_span, {}),
        "score": (_is_count, 0),
    },
    "decision": {
        "document": (is_uuid, ""),
        "round": (_NAME, ""),
        "code": (is_uuid, ""),
        "members": (_is_uuid_list, []),
        "basis": (is_hash, ""),
        "verdict": (_one_of(Verdict), ""),
        "taken": (_is_uuid_or_empty, ""),
        "result": (is_uuid, ""),
        "spans": (_is_span_list, []),
        "reason": (_one_of(DecisionReason), ""),
        "note": (_TEXT, ""),
        "certainty": (_one_of(Certainty), ""),
        "judge": (is_uuid, ""),
        "judged": (_is_timestamp_or_empty, ""),
        "blind": (_is_flag, False),
        "source": (_one_of(DecisionSource), DecisionSource.PERSON.value),
        "parameters": (_TEXT, ""),
        "codebook_revision": (_is_hash_or_empty, ""),
    },
    "grouping": {
        "document": (is_uuid, ""),
        "round": (_NAME, ""),
        "code": (is_uuid, ""),
        "members": (_is_uuid_list, []),
    },
    "message": {
        "author": (is_uuid, ""),
        "annotation": (is_uuid, ""),
        "document": (is_uuid, ""),
        "kind": (_one_of(MessageKind), MessageKind.MEMO.value),
        "text": (_TEXT, ""),
        "written": (_is_timestamp_or_empty, ""),
    },
}

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "project": ("name", "lead"),
    "coder": ("name",),
    "code": ("name", "short_name"),
    "document": ("name", "text_sha256", "length"),
    "metadata_field": ("name", "kind"),
    "annotation": ("document", "coder", "code", "round", "span"),
    "region": ("document", "coder", "span", "state"),
    "completion": ("coder", "document", "round", "state"),
    "round": ("name",),
    "assignment": ("coder", "document", "round", "assigned"),
    "alias": ("of", "source", "target"),
    "carried_over": ("annotation", "document", "span"),
    "decision": ("document", "round", "code", "members", "basis", "verdict", "result", "judge"),
    "grouping": ("document", "round", "code", "members"),
    "message": ("author", "annotation", "document", "text"),
}
"""The fields without which an entity cannot be shown; its first change writes them."""

IDENTITY: Mapping[str, tuple[str, ...]] = {
    "document": ("text_sha256", "length"),
    "annotation": ("document", "coder"),
    "region": ("document", "coder"),
    "completion": ("coder", "document", "round"),
    "round": ("name",),
    "assignment": ("coder", "document", "round"),
    "alias": ("of", "source"),
    "carried_over": ("annotation", "document"),
    "decision": ("document", "round", "code"),
    "grouping": ("document", "round", "code"),
    "message": ("author", "annotation", "document"),
}
"""The fields that never change once written: they say what the entity is.

The name of a field of articles is none of them: its identity holds whatever the name's case, which may change.
"""


DEFAULTS: Mapping[str, Mapping[str, Json]] = {
    kind: {name: value for name, (_, value) in fields.items()} for kind, fields in FIELDS.items()
}
"""What the fields of each kind hold before anything was written to them."""


def default(kind: str, field: str) -> Json:
    """Give what a field holds before anything was written to it; KeyError for a kind we do not know."""
    if field == "deleted" or field.startswith(ALIAS_PREFIX):
        return False
    if field.startswith((ATTRIBUTE_PREFIX, METADATA_PREFIX)):
        return ""
    return DEFAULTS[kind][field]


def fault(kind: str, field: str, value: Json) -> str:
    """Say what is wrong with a value for a field, or give the empty string where nothing is."""
    known = FIELDS.get(kind, {}).get(field)
    if known is not None and known[0](value):
        return ""
    if kind not in FIELDS:
        return f"an unknown kind of entity {kind[:40]!r}"
    check = known[0] if known is not None else _open_check(kind, field)
    if check is None:
        return f"an unknown field {field[:40]!r} of {kind}"
    return "" if check(value) else f"a value that {kind}.{field[:40]} cannot hold"


_OPEN_FAMILIES: Mapping[str, Mapping[str, Check]] = {
    "annotation": {ATTRIBUTE_PREFIX: _TEXT},
    "document": {ALIAS_PREFIX: _is_flag, METADATA_PREFIX: _TEXT},
}


def _open_check(kind: str, field: str) -> Check | None:
    """Give what a field that has no entry of its own may hold, None where there is no such field."""
    if field == "deleted":
        return _is_flag
    if len(field) > LONGEST_NAME:
        return None
    return next((check for prefix, check in _OPEN_FAMILIES.get(kind, {}).items() if field.startswith(prefix)), None)
