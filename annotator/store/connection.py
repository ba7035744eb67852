# SPDX-License-Identifier: MIT
"""The one maker of connections to a live project file, and what the errors of SQLite mean to a user."""

import sqlite3
import sys
from pathlib import Path

from annotator.domain import KnownError, LockedOrDamaged, NotSaved

NOT_SAVED = "Not saved."
"""How every sentence begins that says that a change did not reach the disk."""
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises: SQLite's errors, and Python's where one quotes bytes that are no UTF-8."""
_BUSY_SECONDS = 0.2


def connect(path: Path) -> sqlite3.Connection:
    """Open a project file for writing and take its lock; the calling thread owns the connection.

    Durability: a rollback journal with ``synchronous=EXTRA``, so that what COMMIT acknowledged is on
    the disk and mailing the bare file of an idle program loses nothing (a write-ahead log would).
    Raises LockedOrDamaged where another program holds the file or SQLite cannot read it.
    """
    try:
        connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_SECONDS, cached_statements=256)
    except sqlite3.Error as error:
        raise LockedOrDamaged(_sentence(error), where=path.name) from error
    try:
        _settle(connection)
    except UNREADABLE as error:
        connection.close()
        raise LockedOrDamaged(_sentence(error), where=path.name) from error
    return connection


def _settle(connection: sqlite3.Connection) -> None:
    for pragma in (
        "locking_mode = EXCLUSIVE",  # before the first read, else it binds too late
        "journal_mode = TRUNCATE",
        "synchronous = EXTRA",
        "recursive_triggers = ON",  # without it REPLACE would slip past the guards of the journal
        "foreign_keys = ON",
        "cell_size_check = ON",
        "secure_delete = ON",
        "mmap_size = 0",
        "trusted_schema = OFF",
        "temp_store = MEMORY",
        "cache_size = -65536",  # 64 MB: a merge fits, so that its pages are written once
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON").fetchall()
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("COMMIT")


def close(connection: sqlite3.Connection) -> None:
    """Close so that exactly one file is left: the journal goes with the mode DELETE."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlite3.Error:
        # The disk refuses; what was saved is saved, and the journal that stays behind is empty.
        connection.close()
        return
    connection.close()


def is_disk_trouble(error: sqlite3.Error) -> bool:
    """Whether an error says that the disk or the file failed, not that our statement was wrong."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(
        error, sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.InterfaceError | sqlite3.DataError
    )


def not_saved(error: sqlite3.Error, *, where: str) -> KnownError:
    """Say in a sentence that a change did not reach the disk, and why."""
    words = str(error).lower()
    if "full" in words:
        why = "The disk is full; make room and try again."
    elif "readonly" in words or "read-only" in words:
        why = "The file cannot be written: it is read-only, or another program has replaced it."
    elif "malformed" in words or "not a database" in words:
        return LockedOrDamaged("The project file is damaged; nothing was written. Open a backup.", where=where)
    else:
        why = f"The disk reports: {error}."
    return NotSaved(f"{NOT_SAVED} {why}", where=where)


def _sentence(error: sqlite3.Error | UnicodeDecodeError) -> str:
    words = str(error).lower()
    if "locked" in words or "busy" in words:
        return "The project is open elsewhere. Close it there first; nothing was changed."
    if "readonly" in words or "read-only" in words:
        return "The project cannot be written: the file or its folder is read-only."
    if "unable to open" in words:
        return "The project cannot be opened: the file or its folder cannot be read and written by you."
    return "The project file is damaged and was not opened; nothing was changed."
