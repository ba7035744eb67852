# SPDX-License-Identifier: MIT
"""Whether what is in the file is what was written: structure, hashes, quotes, projection equal to the fold."""

import sqlite3
from collections.abc import Iterator

from annotator.domain import KnownError
from annotator.merging import resolve
from annotator.store import journal
from annotator.store.project_file import ProjectFile
from annotator.store.projection import Lengths
from annotator.store.rows import Row, conflicts_of, row_of
from annotator.store.schema import PROJECTION
from annotator.text.quotation import digest


def faults(file: ProjectFile) -> Iterator[str]:
    """Give one sentence per fault; nothing where all is well. Reads every text and every change."""
    try:
        yield from _structure(file.live)
        yield from _text_faults(file.live)
        yield from _change_faults(file.live)
        yield from _projection_faults(file)
    except sqlite3.DatabaseError as error:
        yield f"SQLite cannot read the file to its end: {error}."
    except (ValueError, TypeError):
        yield "The file holds values that cannot be read."


def _structure(live: sqlite3.Connection) -> Iterator[str]:
    for (line,) in live.execute("PRAGMA integrity_check(20)").fetchall():
        if line != "ok":
            yield f"Structure: {line}."
    for row in live.execute("PRAGMA foreign_key_check").fetchall():
        yield f"Structure: a row of {row[0]} refers to one of {row[2]} that is not there."


def _text_faults(live: sqlite3.Connection) -> Iterator[str]:
    """Check every text against its hash, one at a time."""
    hashes = [row[0] for row in live.execute("SELECT sha256 FROM text ORDER BY sha256")]
    for sha256 in hashes:
        body = live.execute("SELECT body FROM text WHERE sha256 = ?", (sha256,)).fetchone()[0]
        if digest(body) != sha256:
            yield f"Text {sha256[:12]} is not the one that was stored."


def _change_faults(live: sqlite3.Connection) -> Iterator[str]:
    """Check the bytes of every change against its identity."""
    for change in journal.all_changes(live):
        if change.expected_id != change.id:
            yield f"Change {change.id[:12]} is not the one that was written."


def _projection_faults(file: ProjectFile) -> Iterator[str]:
    expected = dict.fromkeys(PROJECTION, 0)
    documents = Lengths(file.live, file.texts)
    for entity, changes in journal.visible_by_entity(file.live):
        try:
            resolved = resolve(changes)
            row = row_of(entity, resolved)
            if row is not None:
                documents.require_standing(row)
        except KnownError as error:
            yield f"What {entity} is cannot be told: {error.sentence}"
            continue
        except (ValueError, TypeError, KeyError):
            yield f"What {entity} is cannot be told from its changes."
            continue
        if row is not None:
            expected[row.table] += 1
            yield from _row_faults(file.live, row)
        for conflict in conflicts_of(entity, resolved):
            expected["conflict"] += 1
            if file.live.execute(
                "SELECT count(*) FROM conflict WHERE entity = ? AND field = ? AND change = ? AND shown = ?", conflict
            ).fetchone() != (1,):
                yield f"Conflict of {entity} in {conflict[1]} is not in its table."
    for table, number in expected.items():
        found = file.live.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        if found != number:
            yield f"Table {table} holds {found} rows, the journal gives {number}."


def _row_faults(live: sqlite3.Connection, row: Row) -> Iterator[str]:
    columns = ", ".join(row.cells)
    found = live.execute(f"SELECT {columns} FROM {row.table} WHERE id = ?", (row.cells["id"],)).fetchone()
    if found is None:
        yield f"The {row.table} {row.cells['id']} is in the journal but not in its table."
    elif found != tuple(row.cells.values()):
        differing = [name for name, cell in zip(row.cells, found, strict=True) if row.cells[name] != cell]
        yield f"The {row.table} {row.cells['id']} differs from the journal in {', '.join(differing)}."
