# SPDX-License-Identifier: MIT
"""The fold: the only writer of the projection tables.

What an entity's row holds depends on the set of its changes alone, so the tables can be dropped
and built again from the journal at any time, with the same result.
"""

import sqlite3
from collections.abc import Iterable

from annotator.domain import Refused
from annotator.merging import Resolved, resolve
from annotator.store import journal
from annotator.store.rows import Row, conflicts_of, row_of
from annotator.store.schema import PROJECTION
from annotator.store.texts import Texts

_LATER = ("annotation", "region")
"""The kinds that are checked against a document's text, so documents are folded before them."""


def fold(connection: sqlite3.Connection, texts: Texts, entities: Iterable[str]) -> None:
    """Bring the rows of these entities up to date with the journal.

    Raises Refused where a passage's quote does not stand at its place, or an entity cannot be shown.
    """
    states: list[tuple[str, Resolved]] = []
    for entity in dict.fromkeys(entities):
        changes = journal.changes_of(connection, entity)
        if changes:
            states.append((entity, resolve(changes)))
        else:
            _forget(connection, entity)
    _fold_states(connection, texts, states)


def _forget(connection: sqlite3.Connection, entity: str) -> None:
    """Take away the rows of an entity of which every change was withdrawn."""
    for table in PROJECTION:
        key = "entity" if table == "conflict" else "id"
        connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (entity,))


def _fold_states(connection: sqlite3.Connection, texts: Texts, states: Iterable[tuple[str, Resolved]]) -> None:
    documents = Lengths(connection, texts)
    for entity, resolved in sorted(states, key=_fold_order):
        _replace(connection, documents, entity, resolved)


def rebuild(connection: sqlite3.Connection, texts: Texts) -> None:
    """Empty every projection table and fold the whole journal anew."""
    for table in PROJECTION:
        connection.execute(f"DELETE FROM {table}")
    documents = Lengths(connection, texts)
    for later in (False, True):
        for entity, changes in journal.visible_by_entity(connection):
            resolved = resolve(changes)
            if (resolved.kind in _LATER) is later:
                _replace(connection, documents, entity, resolved)


class Lengths:
    """Checks passages against the texts of their documents while a fold runs."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts

    def require_standing(self, row: Row) -> None:
        """Raise Refused unless the row's text is there and, for a passage, its quote stands at its place."""
        if row.table == "document":
            if len(self._texts.body(str(row.cells["text_sha256"]))) != row.cells["length"]:
                raise Refused("A document's length is not that of its text.", where=str(row.cells["name"]))
        elif row.table in _LATER:
            body = self._body(str(row.cells["document"]))
            if body is not None and not _stands(body, row):
                raise Refused(
                    f"A passage does not stand at its place, characters {row.cells['start']} to {row.cells['end']}.",
                    where=str(row.cells["id"]),
                )

    def _body(self, document: str) -> str | None:
        found = self._connection.execute("SELECT text_sha256 FROM document WHERE id = ?", (document,)).fetchone()
        return None if found is None else self._texts.body(found[0])


def _stands(body: str, row: Row) -> bool:
    start, end = int(row.cells["start"]), int(row.cells["end"])
    before, after = str(row.cells["before"]), str(row.cells["after"])
    return (
        body[start:end] == row.cells["quote"]
        and body[max(0, start - len(before)) : start] == before
        and body[end : end + len(after)] == after
    )


def _fold_order(state: tuple[str, Resolved]) -> tuple[bool, str]:
    entity, resolved = state
    return resolved.kind in _LATER, str(resolved.values.get("document", "")) + entity


def _replace(connection: sqlite3.Connection, documents: Lengths, entity: str, resolved: Resolved) -> None:
    row = row_of(entity, resolved)
    if row is not None:
        documents.require_standing(row)
    connection.execute(f"DELETE FROM {resolved.kind} WHERE id = ?", (entity,))
    if row is not None:
        columns = ", ".join(row.cells)
        marks = ", ".join("?" * len(row.cells))
        connection.execute(f"INSERT INTO {row.table} ({columns}) VALUES ({marks})", tuple(row.cells.values()))
    connection.execute("DELETE FROM conflict WHERE entity = ?", (entity,))
    connection.executemany("INSERT INTO conflict VALUES (?, ?, ?, ?)", conflicts_of(entity, resolved))
