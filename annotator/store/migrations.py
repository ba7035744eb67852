# SPDX-License-Identifier: MIT
"""The numbered steps that make a new, empty file into a project. The only importer of sqlite_utils.

sqlite_utils imports pandas and numpy when they are installed; both are kept out while it loads, so
that a new project costs a tenth of a second and not half of one.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.store.schema import APPLICATION_ID, FORMAT, STATEMENTS

_HEAVY = ("pandas", "numpy")


@contextmanager
def _kept_out() -> Iterator[None]:
    absent = [name for name in _HEAVY if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]  # None makes the import fail, as documented
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


with _kept_out():
    from sqlite_utils import Database, Migrations

migrations = Migrations("annotator")


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in a new, empty file and mark it as ours."""
    migrations.apply(wrapped(connection))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def wrapped(connection: sqlite3.Connection) -> Database:
    """Wrap our connection for the migrations; nothing else may be done through the wrapper."""
    return Database(connection, execute_plugins=False, recursive_triggers=True)


@migrations(name="001_first_format")
def _first_format(database: Database) -> None:
    """Make the tables, guards and views of the present format: older files are upgraded into a new one."""
    for statement in STATEMENTS:
        database.conn.execute(statement)
