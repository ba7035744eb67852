# SPDX-License-Identifier: MIT
"""The journal: rows of changes, only ever added."""

import hashlib
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from annotator.domain import ActionId, Change, ChangeId, LockedOrDamaged

_COLUMNS = "id, replica, seq, time, author, action, verb, entity, payload, prev"
_ENTITIES_AT_ONCE = 500
_VISIBLE = "AND id NOT IN (SELECT change FROM withdrawn)"
_INSERT = f"INSERT INTO change ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"


def insert(connection: sqlite3.Connection, change: Change) -> bool:
    """Append one change; False where the same change is already there.

    Raises LockedOrDamaged where another change bears its id: the id is the hash of the bytes, so one of them lies.
    """
    cursor = connection.execute(_INSERT, as_row(change))
    if cursor.rowcount == 1:
        return True
    known = connection.execute(f"SELECT {_COLUMNS} FROM change WHERE id = ?", (change.id,)).fetchone()
    if from_row(known) != change:
        raise LockedOrDamaged("Two different changes bear one identity; nothing was written.", where=change.id[:12])
    return False


def insert_many(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Append changes of which none is there yet."""
    connection.executemany(_INSERT, map(as_row, changes))


def insert_at(connection: sqlite3.Connection, placed: Iterable[tuple[int, Change]]) -> None:
    """Append changes at the places that they have in another file's journal; raises where one is taken."""
    connection.executemany(
        f"INSERT INTO change (arrival, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((arrival, *as_row(change)) for arrival, change in placed),
    )


as_row: Callable[[Change], tuple[str | int, ...]] = attrgetter(
    "id", "replica", "seq", "time", "author", "action", "verb", "entity", "payload_json", "prev_json"
)
"""Give a change in the order of the table's columns."""


def from_row(row: tuple[str, str, int, str, str, str, str, str, str, str]) -> Change:
    """Read a change from the table's columns."""
    change, replica, seq, time, author, action, verb, entity, payload, prev = row
    return Change(ChangeId(change), replica, seq, time, author, ActionId(action), verb, entity, payload, prev)


def changes_of(connection: sqlite3.Connection, entity: str) -> list[Change]:
    """Give the changes made to an entity that were not withdrawn, in order of arrival."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM change WHERE entity = ? {_VISIBLE} ORDER BY arrival", (entity,))
    return [from_row(row) for row in rows]


def changes_by_entity(connection: sqlite3.Connection, entities: Sequence[str]) -> Iterator[tuple[str, list[Change]]]:
    """Give for each of these entities its changes as :func:`changes_of` does, asking for many of them at once."""
    for start in range(0, len(entities), _ENTITIES_AT_ONCE):
        several = entities[start : start + _ENTITIES_AT_ONCE]
        found: dict[str, list[Change]] = {entity: [] for entity in several}
        marks = ", ".join("?" * len(several))
        for row in connection.execute(
            f"SELECT {_COLUMNS} FROM change WHERE entity IN ({marks}) {_VISIBLE} ORDER BY arrival", several
        ):
            change = from_row(row)
            found[change.entity].append(change)
        yield from found.items()


def all_changes_of(connection: sqlite3.Connection, entity: str) -> list[Change]:
    """Give the changes made to an entity, withdrawn ones too, in order of arrival."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM change WHERE entity = ? ORDER BY arrival", (entity,))
    return [from_row(row) for row in rows]


def beginning_of(connection: sqlite3.Connection, entity: str) -> Change | None:
    """Give the first change of an entity, withdrawn or not, or None where it is unknown."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM change WHERE entity = ? ORDER BY arrival LIMIT 1", (entity,)
    ).fetchone()
    return None if row is None else from_row(row)


def known_among(connection: sqlite3.Connection, entities: Sequence[str]) -> set[str]:
    """Give those of these entities that a change was ever made to."""
    found: set[str] = set()
    for start in range(0, len(entities), _ENTITIES_AT_ONCE):
        several = entities[start : start + _ENTITIES_AT_ONCE]
        marks = ", ".join("?" * len(several))
        rows = connection.execute(f"SELECT DISTINCT entity FROM change WHERE entity IN ({marks})", several)
        found.update(row[0] for row in rows)
    return found


def entities(connection: sqlite3.Connection) -> set[str]:
    """Give every entity that a change was ever made to."""
    return {row[0] for row in connection.execute("SELECT DISTINCT entity FROM change")}


def written_to(connection: sqlite3.Connection, changes: Iterable[str]) -> list[str]:
    """Give the entities of changes, each once, in the order of their identities."""
    rows = (connection.execute("SELECT entity FROM change WHERE id = ?", (each,)).fetchone() for each in changes)
    return sorted({row[0] for row in rows if row is not None})


def names_of_coders(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Give (coder, name) for every name that was ever written, withdrawn or not."""
    rows = connection.execute(f'SELECT {_COLUMNS} FROM change WHERE payload LIKE \'{{"kind":"coder",%\'').fetchall()
    for change in map(from_row, rows):
        written = change.payload["set"]
        if isinstance(written, dict) and "name" in written:
            yield change.entity, str(written["name"])


def payloads_by(connection: sqlite3.Connection, authors: Collection[str]) -> list[str]:
    """Give the payloads of all changes that these people made, as they are spelled."""
    marks = ", ".join("?" * len(authors))
    rows = connection.execute(f"SELECT payload FROM change WHERE author IN ({marks})", tuple(authors))
    return [row[0] for row in rows]


def identities(connection: sqlite3.Connection) -> set[str]:
    """Give every entity that a change was ever made to, and everybody who ever made one."""
    return {row[0] for row in connection.execute("SELECT entity FROM change UNION SELECT author FROM change")}


def numbers_of_changes(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the changes of each entity that were not withdrawn."""
    return dict(connection.execute(f"SELECT entity, count(*) FROM change WHERE true {_VISIBLE} GROUP BY entity"))


def changes_in(connection: sqlite3.Connection, action: str) -> list[Change]:
    """Give the changes of one user action, in order of arrival."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM change WHERE action = ? ORDER BY arrival", (action,))
    return [from_row(row) for row in rows]


def first_changes_in(connection: sqlite3.Connection, action: str, *, most: int) -> list[Change]:
    """Give at most so many of the changes of one user action, in order of arrival."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM change WHERE action = ? ORDER BY arrival LIMIT ?", (action, most)
    )
    return [from_row(row) for row in rows]


def all_changes(connection: sqlite3.Connection) -> Iterator[Change]:
    """Stream the whole journal in order of arrival."""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM change ORDER BY arrival"):
        yield from_row(row)


def changes_after(connection: sqlite3.Connection, arrival: int, *, most: int) -> list[tuple[int, Change]]:
    """Give at most so many changes that arrived after this place, each with its own place."""
    rows = connection.execute(
        f"SELECT arrival, {_COLUMNS} FROM change WHERE arrival > ? ORDER BY arrival LIMIT ?", (arrival, most)
    )
    return [(row[0], from_row(row[1:])) for row in rows]


def visible_by_entity(connection: sqlite3.Connection) -> Iterator[tuple[str, list[Change]]]:
    """Stream the changes that were not withdrawn, grouped by entity."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM change WHERE true {_VISIBLE} ORDER BY entity, arrival")
    for entity, group in groupby((from_row(row) for row in rows), key=lambda change: change.entity):
        yield entity, list(group)


def ids(connection: sqlite3.Connection) -> set[str]:
    """Give the ids of all changes."""
    return {row[0] for row in connection.execute("SELECT id FROM change")}


def digest(ids_of_changes: Iterable[str]) -> str:
    """SHA-256 over the sorted ids, one a line: equal for equal sets of changes."""
    return hashlib.sha256("".join(f"{each}\n" for each in sorted(ids_of_changes)).encode()).hexdigest()
