# SPDX-License-Identifier: MIT
"""What row of which table an entity is: pure functions from its resolved state."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from annotator.domain import Json, Refused, canonical_json
from annotator.domain.derived import is_own_identity
from annotator.domain.fields import ALIAS_PREFIX, ATTRIBUTE_PREFIX, DEFAULTS, FIELDS, METADATA_PREFIX, REQUIRED
from annotator.merging import DELETED, Resolved

Cell = str | int

_FIELDS_OF_ANNOTATION = FIELDS["annotation"].keys()
_FIELDS_OF_DOCUMENT = FIELDS["document"].keys()
_PLACE = ("start", "end", "quote", "before", "after")
QUIET_FIELDS: Mapping[str, frozenset[str]] = {
    "document": frozenset({"name", "position", "raw_sha256", "encoding"}),
    "annotation": frozenset({"codebook_revision"}),
    "completion": frozenset({"codebook_revision", "codes"}),
}
"""Fields in which a difference between two writers is no conflict that anyone need settle."""


class Row(NamedTuple):
    """A row of a projection table: its table and its cells by column, in one order for all rows of a table."""

    table: str
    cells: Mapping[str, Cell]


def row_of(entity: str, resolved: Resolved) -> Row | None:
    """Give the row that an entity is, or None where it is deleted.

    Raises Refused where a field that it cannot be shown without was never written, or its identity
    is not the one that its fields give.
    """
    if resolved.deleted:
        return None
    if resolved.kind not in FIELDS:
        raise Refused(f"It holds an unknown kind of entity, {resolved.kind[:40]!r}.", where=entity)
    written = resolved.values
    if not all(map(written.__contains__, REQUIRED[resolved.kind])):
        missing = [name for name in REQUIRED[resolved.kind] if name not in written]
        raise Refused(f"It holds a {resolved.kind} without {', '.join(missing)}.", where=entity)
    defaults = DEFAULTS[resolved.kind]
    values = {**defaults, **written}
    if len(values) > len(defaults):  # a field of an open family, or a delete that was taken back
        values = {name: values[name] for name in defaults}
    if not is_own_identity(resolved.kind, entity, values):
        raise Refused(f"It holds a {resolved.kind} whose identity is not the one that its fields give.", where=entity)
    return Row(resolved.kind, _MAKERS[resolved.kind](entity, values, resolved))


def conflicts_of(entity: str, resolved: Resolved) -> list[tuple[str, str, str, int]]:
    """List (entity, field, change, shown) for each field whose heads differ, and for deletes that were outlived."""
    if resolved.is_single and not resolved.outlived:
        return []
    found: list[tuple[str, str, str, int]] = []
    quiet = QUIET_FIELDS.get(resolved.kind, frozenset())
    several = sorted(name for name, heads in resolved.heads.items() if len(heads) > 1)
    for name in several:
        if name in quiet or name.startswith(ALIAS_PREFIX) or name == DELETED:
            continue
        heads = resolved.heads[name]
        if len({_spelled_value(head.payload, name) for head in heads}) > 1:
            found += [(entity, name, head.id, int(head is heads[-1])) for head in heads]
    found += [(entity, DELETED, change.id, 0) for change in resolved.outlived]
    return found


def _spelled_value(payload: Mapping[str, Json], name: str) -> str:
    written = payload["set"]
    if not isinstance(written, dict):
        raise TypeError("a payload sets an object of fields")
    return canonical_json(written[name])


def _cells(entity: str, values: Mapping[str, Json]) -> dict[str, Cell]:
    others = {name: _cell(value) for name, value in values.items() if type(value) is not str}
    return {"id": entity, **values, **others}  # type: ignore[dict-item]  # every value that is no str was replaced


def _cell(value: Json) -> Cell:
    if isinstance(value, bool):
        return int(value)
    return value if isinstance(value, str | int) else canonical_json(value)


def _plain(entity: str, values: Mapping[str, Json], _resolved: Resolved) -> dict[str, Cell]:
    return _cells(entity, values)


def _document(entity: str, values: Mapping[str, Json], resolved: Resolved) -> dict[str, Cell]:
    if resolved.is_single and resolved.values.keys() <= _FIELDS_OF_DOCUMENT:  # as it was taken in
        return {**_cells(entity, values), "other_names": "[]", "metadata": "{}"}
    names = {name.removeprefix(ALIAS_PREFIX) for name, on in resolved.values.items() if name.startswith(ALIAS_PREFIX)
             and on is True}  # fmt: skip
    for head in resolved.heads["name"]:
        written = head.payload["set"]
        if isinstance(written, dict):
            names.add(str(written["name"]))
    names.discard(str(values["name"]))
    further = {"other_names": canonical_json(sorted(names)), "metadata": _what_is_set(resolved, METADATA_PREFIX)}
    return _cells(entity, values) | further


def _what_is_set(resolved: Resolved, prefix: str) -> str:
    """Spell what an open family of fields holds: a JSON object without what is empty."""
    found: dict[str, Json] = {
        name.removeprefix(prefix): value
        for name, value in resolved.values.items()
        if name.startswith(prefix) and value != ""
    }
    return canonical_json(found) if found else "{}"


def _placed(entity: str, values: dict[str, Json]) -> dict[str, Cell]:
    span = values.pop("span")
    if not isinstance(span, dict):
        raise TypeError("a span is an object")
    cells = _cells(entity, values)
    for name in _PLACE:
        cells[name] = span[name]
    return cells


def _annotation(entity: str, values: dict[str, Json], resolved: Resolved) -> dict[str, Cell]:
    # Column by column: a merge makes some hundred thousand of these, and going through their names takes half as long
    # again.
    span, plain = values["span"], resolved.values.keys() <= _FIELDS_OF_ANNOTATION
    if not isinstance(span, dict):
        raise TypeError("a span is an object")
    return {
        "id": entity,
        "document": values["document"],
        "coder": values["coder"],
        "code": values["code"],
        "round": values["round"],
        "memo": values["memo"],
        "certainty": values["certainty"],
        "ask_lead": int(values["ask_lead"] is True),
        "codebook_revision": values["codebook_revision"],
        "start": span["start"],
        "end": span["end"],
        "quote": span["quote"],
        "before": span["before"],
        "after": span["after"],
        "attributes": "{}" if plain else _what_is_set(resolved, ATTRIBUTE_PREFIX),
    }


def _passage(entity: str, values: dict[str, Json], _resolved: Resolved) -> dict[str, Cell]:
    return _placed(entity, values)


_MAKERS: Mapping[str, Callable[[str, dict[str, Json], Resolved], dict[str, Cell]]] = {
    "project": _plain,
    "coder": _plain,
    "code": _plain,
    "document": _document,
    "metadata_field": _plain,
    "annotation": _annotation,
    "region": _passage,
    "completion": _plain,
    "round": _plain,
    "assignment": _plain,
    "alias": _plain,
    "carried_over": _passage,
    "decision": _plain,
    "grouping": _plain,
    "message": _plain,
}
