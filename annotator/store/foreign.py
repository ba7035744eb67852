# SPDX-License-Identifier: MIT
"""Rows of a SQLite database of another program: its plain tables, read under the guard, as plain values.

The file is copied alone into a private folder and opened there read-only within limits. In place of an
exact schema, each table that is asked for must be an ordinary one with these columns, none of them
computed; no view, trigger or virtual table of the file ever runs.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from annotator.domain import LockedOrDamaged, Refused
from annotator.domain.live_files import is_live
from annotator.store import connection
from annotator.store.limited_reading import harden, limited_reader, only_reading

Cell: TypeAlias = "str | int | float | bytes | None"
Rows: TypeAlias = "list[tuple[Cell, ...]]"

MOST_ROWS = 5_000_000
LARGEST_BYTES = 4_000_000_000
_MAGIC = b"SQLite format 3\0"


def read_tables(path: Path, *, wanted: Mapping[str, Sequence[str]]) -> dict[str, Rows]:
    """Read these columns of these tables, names in any case, rows in the order of the file.

    Raises Refused where the file is no such database, LockedOrDamaged where it is damaged, too large or
    not closed by its program.
    """
    _require_closed_file(path)
    with tempfile.TemporaryDirectory(prefix="annotator-") as private:
        copy = Path(private) / "foreign.sqlite"
        try:
            shutil.copyfile(path, copy)
        except OSError as error:
            raise Refused(f"The file cannot be read: {error.strerror}.", where=path.name) from error
        with limited_reader(copy, path.name) as reader:
            try:
                harden(reader)
                for table, columns in wanted.items():
                    _require_plain(reader, table, columns, name=path.name)
                reader.set_authorizer(only_reading)
                return {table: _rows(reader, table, columns, path.name) for table, columns in wanted.items()}
            except (*connection.UNREADABLE, UnicodeDecodeError) as error:
                raise LockedOrDamaged(
                    "The file is damaged or too large to be read; nothing in it was used.", where=path.name
                ) from error


def _require_closed_file(path: Path) -> None:
    if is_live(path):
        raise Refused("This is a project that is open here; nothing was taken from it.", where=path.name)
    try:
        if not path.is_file():
            raise Refused("There is no such file, so nothing was read: check its name and folder.", where=path.name)
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
        size = path.stat().st_size
        beside = [each for each in ("-wal", "-journal") if _has_words(path.with_name(path.name + each))]
    except OSError as error:
        raise Refused(f"The file cannot be read: {error.strerror}.", where=path.name) from error
    if magic != _MAGIC:
        raise Refused("This is no SQLite database; nothing was taken from it.", where=path.name)
    if size > LARGEST_BYTES:
        raise Refused(f"The file is larger than {LARGEST_BYTES // 1_000_000} MB; nothing was read.", where=path.name)
    if beside:
        raise LockedOrDamaged(
            f"Beside the file lies {path.name}{beside[0]}: its program has it open or was cut off; close it there and "
            "try again, nothing was read.",
            where=path.name,
        )


def _has_words(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _require_plain(reader: sqlite3.Connection, table: str, columns: Sequence[str], *, name: str) -> None:
    """Raise Refused unless this is an ordinary table that stores each of the columns itself."""
    found = reader.execute(
        "SELECT name, rootpage, sql FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE", (table,)
    ).fetchall()
    if len(found) != 1 or not found[0][1] or "VIRTUAL" in str(found[0][2]).upper().split("(")[0]:
        raise Refused(
            f"The database has no table {table}, so it is none of the kind that was expected; nothing was taken from "
            "it (a project of this program is merged, not imported).",
            where=name,
        )
    stored = {str(row[1]).casefold() for row in reader.execute(f'PRAGMA table_xinfo("{table}")') if row[6] == 0}
    missing = [column for column in columns if column.casefold() not in stored]
    if missing:
        raise Refused(
            f"The table {table} has no column {missing[0]}: another version of the program made this file; nothing "
            "was taken from it.",
            where=name,
        )


def _rows(reader: sqlite3.Connection, table: str, columns: Sequence[str], name: str) -> Rows:
    named = ", ".join(f'"{column}"' for column in columns)
    found = reader.execute(f'SELECT {named} FROM "{table}" NOT INDEXED').fetchmany(MOST_ROWS + 1)
    if len(found) > MOST_ROWS:
        raise Refused(f"The table {table} has more than {MOST_ROWS:,} rows; nothing was read.", where=name)
    return found
