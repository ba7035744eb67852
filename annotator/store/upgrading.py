# SPDX-License-Identifier: MIT
"""A project of an older format becomes one of the present format, under its own name.

The order keeps it safe: while the old file is held open, a verified backup of it is made; the backup is
read as if it came from elsewhere, every text and every change against its hash; a new file is made
beside the old one, takes in the journal in its order of arrival and what only this copy knows, and is
checked whole; only then, synced, does it take the old one's name. A crash at any moment leaves the old
file or the new one under the name, and the backup.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from annotator.domain import MAIN_ROUND, LockedOrDamaged, NotSaved, Refused
from annotator.domain.identifiers import is_uuid
from annotator.store import backup, connection, guard, journal, projection, schema, verification
from annotator.store.guard import ForeignProject
from annotator.store.migrations import create
from annotator.store.project_file import ProjectFile

PART = ".upgrading"
"""What stands after the name of the new file until it takes the old one's."""

_STATE = "project, file, clean, clock, active_coder, shown, active_round, mode"
_STATE_BY_FORMAT = {1: f"project, file, clean, clock, active_coder, shown, '{MAIN_ROUND}', 'lead'", 2: _STATE}
"""What a file of each older format says of itself, in the order of the present columns."""

_LOCAL = {
    "event": "number, time, kind, detail",
    "action_here": "number, author, action, verb, undoes",
    "withdrawn": "change",
    "reading": "coder, document, furthest",
}
"""The tables that only this copy has, with their columns; ``file_state`` apart."""

_IN_ALL = ("text", "change", "project", "coder", "code", "document", "annotation", "region", "completion", *_LOCAL)
_OF_TEAMS = ("round", "assignment", "alias", "carried_over", "decision", "grouping", "message")
_COUNTED_BY_FORMAT = {1: _IN_ALL, 2: (*_IN_ALL, *_OF_TEAMS)}


def upgrade(old: sqlite3.Connection, path: Path, *, file_format: int, backups: Path) -> None:
    """Put a file of the present format in the place of the one at ``path``; closes ``old``, which holds it open.

    Raises Refused, LockedOrDamaged or NotSaved with one sentence; the old file is then untouched.
    """
    part = path.with_name(path.name + PART)
    try:
        try:
            schema.require_exact_schema(old, name=path.name, file_format=file_format)
            kept = _backed_up(old, path, file_format=file_format, backups=backups)
            _make(part, old, guard.read_project(kept), file_format=file_format, like=path)
        finally:
            connection.close(old)
        backup.sync(part)
        os.replace(part, path)
        backup.sync(path.parent)
    except (sqlite3.Error, OSError) as error:
        _remove(part)
        raise NotSaved(
            f"The project was not brought to the present format, so it was not opened: {error}. Nothing was changed.",
            where=str(path),
        ) from error
    except BaseException:
        _remove(part)
        raise


def _backed_up(old: sqlite3.Connection, path: Path, *, file_format: int, backups: Path) -> Path:
    """Keep a verified backup, under the identities that the file says it has."""
    project, file = old.execute("SELECT project, file FROM file_state").fetchone() or ("", "")
    if not (is_uuid(project) and is_uuid(file)):
        raise Refused("The file does not say which project it is of.", where=path.name)
    return backup.back_up_file(old, home=backups / project / file, reason="before upgrade", file_format=file_format)


def _make(part: Path, old: sqlite3.Connection, brought: ForeignProject, *, file_format: int, like: Path) -> None:
    """Make the new file beside the old one and see that it holds all of it."""
    _remove(part)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
    shutil.copymode(like, part)
    fresh = connection.connect(part)
    try:
        create(fresh)
        fresh.execute("BEGIN IMMEDIATE")
        _take_in(fresh, old, brought, file_format=file_format)
        file = ProjectFile(part, fresh)
        projection.rebuild(fresh, file.texts)
        fresh.execute("COMMIT")
        _verify(file, old, tables=_COUNTED_BY_FORMAT[file_format], name=like.name)
    finally:
        connection.close(fresh)


def _take_in(fresh: sqlite3.Connection, old: sqlite3.Connection, brought: ForeignProject, *, file_format: int) -> None:
    """Write texts, journal and local tables; changes keep their places, for records of merges name them."""
    state = old.execute(f"SELECT {_STATE_BY_FORMAT[file_format]} FROM file_state").fetchone()
    fresh.execute(f"INSERT INTO file_state (one, holder, {_STATE}) VALUES (1, '', ?, ?, ?, ?, ?, ?, ?, ?)", state)
    fresh.executemany("INSERT INTO text (sha256, body) VALUES (?, ?)", brought.texts.items())
    places = dict(old.execute("SELECT id, arrival FROM change"))
    journal.insert_at(fresh, ((places[change.id], change) for change in brought.changes))
    for table, columns in _LOCAL.items():
        marks = ", ".join("?" * len(columns.split(", ")))
        rows = old.execute(f"SELECT {columns} FROM {table}")
        fresh.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def _verify(file: ProjectFile, old: sqlite3.Connection, *, tables: Iterable[str], name: str) -> None:
    """Raise LockedOrDamaged unless the new file is sound and holds what the old one held.

    Conflicts are not counted: they follow from the journal, and what is a conflict is for each format to say.
    """
    fault = next(verification.faults(file), "")
    arrivals = "SELECT arrival, id FROM change ORDER BY arrival"
    if not fault and list(file.live.execute(arrivals)) != list(old.execute(arrivals)):
        fault = "Its journal did not come over whole."
    for table in () if fault else tables:
        before, after = (each.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for each in (old, file.live))
        if before != after:
            fault = f"Its table {table} holds {before} rows, its journal gives {after}."
            break
    if fault:
        raise LockedOrDamaged(
            f"The project cannot be brought to the present format. {fault} Nothing was changed; open a backup.",
            where=name,
        )


def _remove(part: Path) -> None:
    """Take away what an upgrade that was broken off left behind."""
    for each in (part, part.with_name(part.name + "-journal")):
        with suppress(FileNotFoundError):
            each.unlink()
