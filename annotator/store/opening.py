# SPDX-License-Identifier: MIT
"""Making, opening and closing a project file, in the order that keeps it safe."""

import getpass
import json
import os
import socket
import sqlite3
from pathlib import Path

from annotator.domain import (
    MAIN_ROUND,
    FileId,
    LockedOrDamaged,
    NotSaved,
    ProjectId,
    Refused,
    canonical_json,
    live_files,
    new_uuid,
)
from annotator.store import clock, connection, header, schema
from annotator.store.project_file import ProjectFile
from annotator.store.side_files import OpenRecord, set_aside_strangers


def create(path: Path, *, data_folder: Path) -> ProjectFile:
    """Make a new, empty project file and open it; never writes over anything.

    Raises Refused where something of that name is there, or the folder cannot be written.
    """
    # Loaded here: only a new file needs it, and it brings sqlite_utils along.
    from annotator.store.migrations import create as create_tables

    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
    except FileExistsError as error:
        raise Refused("There is already something of this name; choose another.", where=str(path)) from error
    except OSError as error:
        raise Refused(f"The file cannot be made here: {error.strerror}.", where=str(path)) from error
    try:
        fresh = connection.connect(path)
        try:
            create_tables(fresh)
            _fill_state(fresh, ProjectId(new_uuid()), FileId(new_uuid()))
        finally:
            connection.close(fresh)
        return open_file(path, data_folder=data_folder)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _fill_state(fresh: sqlite3.Connection, project: ProjectId, file: FileId) -> None:
    fresh.execute("BEGIN IMMEDIATE")
    fresh.execute(
        "INSERT INTO file_state VALUES (1, ?, ?, 1, ?, '', '[]', '', ?, 'lead')",
        (project, file, clock.EARLIEST, MAIN_ROUND),
    )
    fresh.execute("COMMIT")


def open_file(path: Path, *, data_folder: Path) -> ProjectFile:
    """Open a project for coding; the calling thread owns it.

    The order: header, strange side files set aside, open record, connection and lock, exact schema,
    mark of use. A file of an older format is upgraded first, its old self kept as a backup. Raises
    Refused or LockedOrDamaged with one sentence; the file is then untouched.
    """
    file_format = header.require_project_header(path)
    record = OpenRecord(data_folder, path)
    set_aside_strangers(path, record)
    record.write()
    live = _connected(path)
    if file_format < schema.FORMAT:
        live = _upgraded(live, path, file_format=file_format, record=record, data_folder=data_folder)
    try:
        schema.require_exact_schema(live, name=path.name)
        opened = ProjectFile(path, live)
        opened.record = record
        _mark_in_use(opened)
    except (*connection.UNREADABLE, ValueError, TypeError) as error:
        live.close()
        record.remove()
        raise LockedOrDamaged("The project file is damaged and was not opened.", where=path.name) from error
    except BaseException:
        live.close()
        record.remove()
        raise
    opened.identity = live_files.mark_live(path)
    return opened


def _connected(path: Path) -> sqlite3.Connection:
    try:
        return connection.connect(path)
    except LockedOrDamaged as error:
        raise LockedOrDamaged(error.sentence + _holder(path), where=error.where) from error


def _upgraded(
    old: sqlite3.Connection, path: Path, *, file_format: int, record: OpenRecord, data_folder: Path
) -> sqlite3.Connection:
    """Upgrade a file that is connected and connect to what bears its name then."""
    # Loaded here: few files need it, and it brings sqlite_utils along.
    from annotator.store.upgrading import upgrade

    try:
        upgrade(old, path, file_format=file_format, backups=data_folder / "backups")
    except BaseException:
        record.remove()
        raise
    record.write()
    return _connected(path)


def _mark_in_use(opened: ProjectFile) -> None:
    try:
        with opened.transaction():
            opened.live.execute("UPDATE file_state SET clean = 0, holder = ?", (_holder_note(),))
    except NotSaved as error:
        why = error.sentence.removeprefix(connection.NOT_SAVED).strip()
        raise LockedOrDamaged(f"The project was not opened. {why} Nothing was changed.", where=error.where) from error


def close_file(opened: ProjectFile) -> None:
    """Close cleanly: one file is left, marked clean, and the open record goes."""
    try:
        with opened.transaction():
            opened.live.execute("UPDATE file_state SET clean = 1, holder = ''")
    except (NotSaved, LockedOrDamaged):
        # What was saved is saved; the file stays marked as in use, so the next opening checks it whole.
        connection.close(opened.live)
    else:
        connection.close(opened.live)
        if opened.record is not None:
            opened.record.remove()
    if opened.identity is not None:
        live_files.mark_closed(opened.identity)


def _holder_note() -> str:
    since = clock.as_iso(clock.spell(clock.wall_milliseconds(), 0))
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = ""
    return canonical_json({"name": name, "host": socket.gethostname(), "since": since})


def _holder(path: Path) -> str:
    """Say who has the file open, read past the lock; the empty string where that cannot be told."""
    try:
        reader = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:
        return ""
    try:
        note = json.loads(reader.execute("SELECT holder FROM file_state").fetchone()[0])
        return f" It is held by {note['name']} on {note['host']} since {note['since']}."
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        return ""
    finally:
        reader.close()
