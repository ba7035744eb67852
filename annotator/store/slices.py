# SPDX-License-Identifier: MIT
"""The full check of an open project in slices short enough to let a save slip in between.

Structure table by table, then every text against its hash, then every change against its identity.
"""

import sqlite3
from dataclasses import dataclass

from annotator.store import connection, journal, schema
from annotator.store.project_file import ProjectFile
from annotator.text.quotation import digest

_CHANGES_PER_SLICE = 500
_CHARACTERS_PER_SLICE = 1_000_000


@dataclass(frozen=True, slots=True)
class CheckProgress:
    """How far a check is. ``fault`` is a sentence, empty while all is well; a fault ends the check."""

    tables: int = 0
    text: str = ""
    texts_done: bool = False
    arrival: int = 0
    done: bool = False
    fault: str = ""


def check_slice(file: ProjectFile, progress: CheckProgress) -> CheckProgress:
    """Check the next slice; gives where the following one begins."""
    if progress.done:
        return progress
    try:
        return _next_slice(file, progress)
    except sqlite3.Error as error:
        if not connection.is_disk_trouble(error):
            raise
        return _fault(progress, f"It cannot be read to its end ({error}).")
    except (ValueError, TypeError):
        return _fault(progress, "It holds values that cannot be read.")


def _next_slice(file: ProjectFile, progress: CheckProgress) -> CheckProgress:
    tables = _tables()
    if progress.tables < len(tables):
        return _structure(file, progress, tables[progress.tables])
    if not progress.texts_done:
        return _texts(file, progress)
    return _changes(file, progress)


def _tables() -> list[str]:
    return [statement.split()[2] for statement in schema.TABLES]


def _fault(progress: CheckProgress, sentence: str) -> CheckProgress:
    return CheckProgress(progress.tables, progress.text, progress.texts_done, progress.arrival, True, sentence)


def _structure(file: ProjectFile, progress: CheckProgress, table: str) -> CheckProgress:
    found = file.live.execute(f"PRAGMA quick_check({table})").fetchall()
    if found != [("ok",)]:
        return _fault(progress, f"The table of {table}s is damaged: {found[0][0]}.")
    return CheckProgress(tables=progress.tables + 1)


def _texts(file: ProjectFile, progress: CheckProgress) -> CheckProgress:
    reached, read = progress.text, 0
    while read < _CHARACTERS_PER_SLICE:
        row = file.live.execute(
            "SELECT sha256, body FROM text WHERE sha256 > ? ORDER BY sha256 LIMIT 1", (reached,)
        ).fetchone()
        if row is None:
            return CheckProgress(progress.tables, reached, True)
        if digest(row[1]) != row[0]:
            return _fault(progress, f"Text {row[0][:12]} is not the one that was stored.")
        reached, read = row[0], read + len(row[1])
    return CheckProgress(progress.tables, reached)


def _changes(file: ProjectFile, progress: CheckProgress) -> CheckProgress:
    reached = progress.arrival
    rows = journal.changes_after(file.live, reached, most=_CHANGES_PER_SLICE)
    for arrival, change in rows:
        if change.expected_id != change.id:
            return _fault(progress, f"Change {change.id[:12]} is not the one that was written.")
        reached = arrival
    return CheckProgress(progress.tables, progress.text, True, reached, done=len(rows) < _CHANGES_PER_SLICE)
