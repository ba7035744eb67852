# SPDX-License-Identifier: MIT
"""The shapes in which programs write a text with its labels, each object of JSON turned into the same values.

Known are doccano (``label`` or ``labels`` as lists; ``entities`` as objects with start_offset,
end_offset, label), spaCy and Prodigy (``spans`` or ``entities`` with start, end, label; ``ents``),
and tasks of Label Studio (``data.text``, ``annotations[].result[].value``). Positions stay as given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.exchange.codings.corpus_json import LARGEST_POSITION, listed
from annotator.exchange.codings.foreign_positions import OffsetUnit
from annotator.exchange.json_objects import Fault

_LABEL_LISTS = ("label", "labels", "entities", "spans", "ents")
_STARTS, _ENDS, _CODES = ("start", "start_offset", "begin"), ("end", "end_offset"), ("label", "code", "type")
_QUOTES = ("quote", "text")
_NAMES = ("document", "name", "file", "filename", "title")
_TEXT_FIELDS = ("text", "content", "document", "article")


@dataclass(frozen=True, slots=True)
class Label:
    """One label as given; ``quote`` and ``coder`` are "" where the file has none."""

    start: int
    end: int
    code: str
    quote: str = ""
    coder: str = ""
    identity: str = ""


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text and its labels. ``other`` counts what else is there and is not taken; ``unit`` is what the file states."""

    text: str
    labels: Sequence[Label]
    name: str
    coder: str
    where: str
    other: int = 0
    unit: OffsetUnit | None = None
    text_sha256: str = ""


def labelled_text(value: Mapping[str, object], *, name: str, where: str) -> LabelledText:
    """Take one object; raises Fault for one without a text, or with labels that are none."""
    meta = value.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    data = value.get("data")
    if isinstance(data, dict):
        return _task(value, data, name, where)
    text = value.get("text")
    if not isinstance(text, str):
        raise Fault('The line has no text under "text"')
    labels = [_label(each) for field in _LABEL_LISTS if field in value for each in listed(value[field], field)]
    unit = meta.get("offset_unit")
    return LabelledText(
        text=text,
        labels=[each for each in labels if each],
        name=_first_text(meta, _NAMES) or _first_text(value, _NAMES) or name,
        coder=_first_text(meta, ("coder", "annotator")) or _first_text(value, ("coder", "annotator", "_annotator_id")),
        where=where,
        other=labels.count(None) + len(listed(value.get("relations"), "relations")),
        unit=OffsetUnit(unit) if unit in tuple(OffsetUnit) else None,
        text_sha256=_first_text(meta, ("text_sha256",)),
    )


def _label(value: object) -> Label | None:
    """Take one label; None for a label of the whole text."""
    if isinstance(value, str):
        return None
    if isinstance(value, list):
        if len(value) < 3 or not isinstance(value[2], str) or not value[2].strip():
            raise Fault("A label is not a start, an end and a name")
        return Label(_position(value[0]), _position(value[1]), value[2])
    if isinstance(value, dict):
        code = _first_text(value, _CODES)
        if not code.strip():
            raise Fault("A label has no name")
        start, end = _first(value, _STARTS), _first(value, _ENDS)
        return Label(
            _position(start),
            _position(end),
            code,
            quote=_first_text(value, _QUOTES),
            coder=_first_text(value, ("coder", "annotator")),
            identity=_first_text(value, ("id",)),
        )
    raise Fault("A label is neither a list nor an object")


def _task(value: Mapping[str, object], data: Mapping[str, object], name: str, where: str) -> LabelledText:
    """Take one task of Label Studio; completions by several people are several coders'."""
    text = _first_text(data, _TEXT_FIELDS)
    if not text:
        raise Fault('The task has no text under "data"')
    labels: list[Label] = []
    other = 0
    for annotation in listed(value.get("annotations", value.get("completions")), "annotations"):
        if not isinstance(annotation, dict):
            raise Fault("An annotation of the task must be an object")
        coder = _person(annotation.get("completed_by"))
        for result in listed(annotation.get("result"), "result"):
            found = _result(result, coder)
            labels.extend(found)
            other += not found
    return LabelledText(text, labels, _first_text(data, _NAMES[1:]) or name, "", where, other)


def _result(result: object, coder: str) -> list[Label]:
    value = result.get("value") if isinstance(result, dict) else None
    if not isinstance(value, dict) or "start" not in value or "end" not in value:
        return []
    names = value.get("labels", value.get("hypertextlabels"))
    quote = _first_text(value, ("text",))
    return [
        Label(_position(value["start"]), _position(value["end"]), name, quote=quote, coder=coder)
        for name in listed(names, "labels")
        if isinstance(name, str) and name.strip()
    ]


def _person(value: object) -> str:
    if isinstance(value, dict):
        return _first_text(value, ("email", "username", "first_name")) or _person(value.get("id"))
    return "" if value is None or isinstance(value, (list, bool, float)) else str(value)


def _position(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST_POSITION:
        raise Fault("The start or the end of a label is no whole number")
    return value


def _first(value: Mapping[str, object], names: Sequence[str]) -> object:
    return next((value[name] for name in names if name in value), None)


def _first_text(value: Mapping[str, object], names: Sequence[str]) -> str:
    return next((word for name in names if isinstance(word := value.get(name), str) and word), "")
