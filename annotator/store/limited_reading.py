# SPDX-License-Identifier: MIT
"""A connection to a database that somebody else made: read-only, within limits of size, depth and time.

It may still run what the file's own schema says, so a reader must know that schema before it reads a
table, and then set :func:`only_reading` as the authorizer.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.domain import LockedOrDamaged

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 64,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 4,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
_SECONDS = 5.0
_BYTES_PER_SECOND = 20_000_000


@contextmanager
def limited_reader(copy: Path, name: str) -> Iterator[sqlite3.Connection]:
    """Open a private copy of a foreign file; raises LockedOrDamaged, with ``name``, where it cannot be opened."""
    try:
        reader = sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise LockedOrDamaged("The file cannot be opened.", where=name) from error
    try:
        for limit, value in _LIMITS.items():
            reader.setlimit(limit, value)
        deadline = time.monotonic() + _SECONDS + copy.stat().st_size / _BYTES_PER_SECOND
        reader.set_progress_handler(lambda: int(time.monotonic() > deadline), 10_000)
        yield reader
    finally:
        reader.close()


def harden(reader: sqlite3.Connection) -> None:
    """Set what SQLite itself offers against hostile files; raises sqlite3.Error for a file that is none."""
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
        reader.execute(f"PRAGMA {pragma}")


def only_reading(
    action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None
) -> int:
    """Allow to select, to read, to check the file and to count; nothing else."""
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first == "integrity_check":
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and second in ("count", "length"):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
