# SPDX-License-Identifier: MIT
"""The fold: the only writer of the projection tables.

What an entity's row holds depends on the set of its changes alone, so the tables can be dropped
and built again from the journal at any time, with the same result.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from operator import itemgetter
from types import MappingProxyType

from annotator.domain import Change, Json, Refused
from annotator.merging import Resolved, resolve
from annotator.merging.wholeness import stands
from annotator.store import journal
from annotator.store.rows import Cell, Row, conflicts_of, row_of
from annotator.store.schema import PROJECTION
from annotator.store.texts import Texts

State = tuple[str, Resolved, Row | None]
"""An entity, what it is, and its row (None: it is deleted)."""
NONE_NEW: Mapping[str, list[Change]] = MappingProxyType({})
_MOST_AT_ONCE = 20_000
"""So many entities are held in memory while all are folded anew."""
_MOST = "annotation"
"""The kind of most things: worth preparing."""
_PLACED = ("annotation", "region", "carried_over")
_LATER = ("annotation", "region", "carried_over", "decision")
"""The kinds that are checked against a document's text, so documents are folded before them."""


class Prepared:
    """The rows of things that one change makes whole, worked out before the fold, while others are still reading.

    The fold takes such a row where that change is all there is of the thing.
    """

    def __init__(self) -> None:
        self._states: dict[str, State] = {}

    def take(self, states: Mapping[str, Resolved]) -> None:
        """Work out the rows of these entities, as far as one change made all of them."""
        for entity, resolved in states.items():
            if resolved.is_single and resolved.kind == _MOST:
                self._states[entity] = entity, resolved, row_of(entity, resolved)

    def state(self, entity: str, changes: list[Change]) -> State:
        """Give what an entity is that has these changes and no others."""
        known = self._states.get(entity) if len(changes) == 1 else None
        if known is not None and changes[0] in next(iter(known[1].heads.values())):
            return known
        return _state(entity, changes)


def _state(entity: str, changes: list[Change]) -> State:
    resolved = resolve(changes)
    return entity, resolved, row_of(entity, resolved)


def fold(
    connection: sqlite3.Connection,
    texts: Texts,
    entities: Iterable[str],
    *,
    new: Mapping[str, list[Change]] = NONE_NEW,
    prepared: Prepared | None = None,
) -> None:
    """Bring the rows of these entities up to date with the journal.

    ``new`` are entities that have no rows yet, with all their changes: they need not be looked for.
    Raises Refused where a passage's quote does not stand at its place, or an entity cannot be shown.
    """
    state = (prepared or Prepared()).state
    states = [state(entity, changes) for entity, changes in new.items()]
    for entity in dict.fromkeys(entities):
        changes = journal.changes_of(connection, entity)
        if changes:
            states.append(_state(entity, changes))
        _forget(connection, entity, PROJECTION if not changes else (states[-1][1].kind, "conflict"))
    _write(connection, Lengths(connection, texts), states)


def _forget(connection: sqlite3.Connection, entity: str, tables: Iterable[str]) -> None:
    """Take away the rows of an entity."""
    for table in tables:
        key = "entity" if table == "conflict" else "id"
        connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (entity,))


def rebuild(connection: sqlite3.Connection, texts: Texts) -> None:
    """Empty every projection table and fold the whole journal anew."""
    for table in PROJECTION:
        connection.execute(f"DELETE FROM {table}")
    documents = Lengths(connection, texts)
    for later in (False, True):
        waiting: list[State] = []
        for entity, changes in journal.visible_by_entity(connection):
            resolved = resolve(changes)
            if (resolved.kind in _LATER) is later:
                waiting.append((entity, resolved, row_of(entity, resolved)))
            if len(waiting) == _MOST_AT_ONCE:
                _write(connection, documents, waiting)
                waiting = []
        _write(connection, documents, waiting)


class Lengths:
    """Checks passages against the texts of their documents while a fold runs."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts
        self._document, self._latest = "", ""

    def require_standing(self, row: Row) -> None:
        """Raise Refused unless the row's text is there and, for a passage, its quote stands at its place."""
        if row.table == "document":
            if self._texts.length(str(row.cells["text_sha256"])) != row.cells["length"]:
                raise Refused("A document's length is not that of its text.", where=str(row.cells["name"]))
        elif row.table in _LATER:
            body = self._body(str(row.cells["document"]))
            for passage in _passages(row):
                if body is not None and not stands(body, passage):
                    raise Refused(
                        f"A passage does not stand at its place, characters {passage['start']} to {passage['end']}.",
                        where=str(row.cells["id"]),
                    )

    def _body(self, document: str) -> str | None:
        if document == self._document:
            return self._latest
        found = self._connection.execute("SELECT text_sha256 FROM document WHERE id = ?", (document,)).fetchone()
        if found is None:
            return None
        self._document, self._latest = document, self._texts.body(found[0])
        return self._latest


def _passages(row: Row) -> list[Mapping[str, Json]]:
    """Give the passages of a row, each with its quote: one, or those of a decision."""
    return json.loads(str(row.cells["spans"])) if row.table == "decision" else [row.cells]


def _write(connection: sqlite3.Connection, documents: Lengths, states: Iterable[State]) -> None:
    """Add the rows of entities that have none: documents first, then what is checked against them.

    Article by article, so that each text is read once, and as they lie in the table, so that SQLite fills one page
    after the other.
    """
    groups: dict[tuple[bool, str, str], list[State]] = {}
    for state in states:
        kind, document = state[1].kind, str(state[1].values.get("document", ""))
        groups.setdefault((kind in _LATER, kind, document), []).append(state)
    for group in sorted(groups):
        _write_rows(connection, documents, group[1], groups[group])


def _write_rows(connection: sqlite3.Connection, documents: Lengths, kind: str, states: Iterable[State]) -> None:
    rows: list[Mapping[str, Cell]] = []
    conflicts: list[tuple[str, str, str, int]] = []
    for entity, resolved, row in states:
        if row is not None:
            documents.require_standing(row)
            rows.append(row.cells)
        conflicts += conflicts_of(entity, resolved)
    if rows:
        rows.sort(key=itemgetter("start", "id") if kind in _PLACED else itemgetter("id"))
        marks = ", ".join("?" * len(rows[0]))
        insert = f"INSERT INTO {kind} ({', '.join(rows[0])}) VALUES ({marks})"
        connection.executemany(insert, (tuple(cells.values()) for cells in rows))
    if conflicts:
        connection.executemany("INSERT INTO conflict VALUES (?, ?, ?, ?)", conflicts)
