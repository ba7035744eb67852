# SPDX-License-Identifier: MIT
"""Whether the changes of one file, in order of arrival, make whole things that stand in their texts.

A writer has the beginning of a thing before it changes it, so in every file the beginning comes
first: it writes all that the thing cannot be shown without. What a thing is of (its document, its
coder, its text) never changes afterwards, and every passage has its quote at its place.
"""

from collections.abc import Iterable, Mapping, Sequence

from annotator.domain import Change, Json
from annotator.domain.derived import is_own_identity
from annotator.domain.fields import IDENTITY, REQUIRED


def beginnings(changes: Iterable[Change], texts: Mapping[str, str]) -> dict[str, Change]:
    """Give the first change of each entity; raises ValueError with the fault where a thing is not whole."""
    found: dict[str, Change] = {}
    bodies: dict[str, str] = {}
    for change in changes:
        kind, written = str(change.payload["kind"]), written_by(change)
        first = found.setdefault(change.entity, change)
        if first is change:
            _require_whole(kind, written)
        elif not is_same_thing(first, change):
            raise ValueError("it makes one thing into another")
        if not is_own_identity(kind, change.entity, written):
            raise ValueError(f"it names a {kind} otherwise than by what it is")
        if kind == "document":
            _require_own_text(change.entity, written, texts, bodies)
        for span in _passages(written):
            _require_standing(span, bodies, str(written_by(first)["document"]))
    return found


def written_by(change: Change) -> Mapping[str, Json]:
    """Give the fields that a change writes."""
    written = change.payload["set"]
    if not isinstance(written, dict):
        raise TypeError("a payload sets an object of fields")
    return written


def is_same_thing(first: Change, other: Change) -> bool:
    """Whether another change writes to the same kind of thing, and to nothing of what the thing is of."""
    kind = first.payload["kind"]
    if other.payload["kind"] != kind:
        return False
    known, written = written_by(first), written_by(other)
    return all(written[name] == known.get(name) for name in IDENTITY.get(str(kind), ()) if name in written)


def _passages(written: Mapping[str, Json]) -> Sequence[Mapping[str, Json]]:
    """Give the passages that a change writes, each with its quote: one, or those of a decision."""
    span, spans = written.get("span"), written.get("spans")
    passages = [span] if isinstance(span, dict) else []
    if isinstance(spans, list):
        passages += [each for each in spans if isinstance(each, dict)]
    return passages


def _require_whole(kind: str, written: Mapping[str, Json]) -> None:
    if not all(map(written.__contains__, REQUIRED[kind])):
        missing = [name for name in REQUIRED[kind] if name not in written]
        raise ValueError(f"it begins a {kind} without {', '.join(missing)}")


def _require_own_text(
    entity: str, written: Mapping[str, Json], texts: Mapping[str, str], bodies: dict[str, str]
) -> None:
    if "text_sha256" not in written:
        return
    sha256 = str(written["text_sha256"])
    if sha256 not in texts:
        raise ValueError("its document has no text")
    if len(texts[sha256]) != written.get("length", len(texts[sha256])):
        raise ValueError("its document's length is not that of its text")
    bodies[entity] = texts[sha256]


def _require_standing(span: Mapping[str, Json], bodies: Mapping[str, str], document: str) -> None:
    body = bodies.get(document)
    if body is None:
        raise ValueError("its passage is of an article that is not in the file")
    if not stands(body, span):
        raise ValueError(f"its passage does not stand at its place, characters {span['start']} to {span['end']}")


def stands(body: str, span: Mapping[str, Json]) -> bool:
    """Whether quote and context are, code point for code point, what the text has at the span."""
    start, end, before, after = span["start"], span["end"], span["before"], span["after"]
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(before, str) and isinstance(after, str)):
        return False
    return (
        body[start:end] == span["quote"]
        and body[max(0, start - len(before)) : start] == before
        and body[end : end + len(after)] == after
    )
