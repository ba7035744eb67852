# SPDX-License-Identifier: MIT
"""Verified copies, made by SQLite itself from the live connection between two transactions."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from annotator.domain import FileId, LockedOrDamaged, NotSaved, Refused, new_uuid
from annotator.store import journal, projection, schema
from annotator.store.project_file import ProjectFile
from annotator.store.texts import Texts


def back_up(file: ProjectFile, *, folder: Path, reason: str) -> Path:
    """Make a verified backup under ``folder/PROJECT/FILE``; gives its path.

    Raises NotSaved where it cannot be written or does not hold what the project holds; no half copy
    is ever called a backup.
    """
    return back_up_file(file.live, home=folder / file.project_id / file.file_id, reason=reason)


def back_up_file(live: sqlite3.Connection, *, home: Path, reason: str, file_format: int = schema.FORMAT) -> Path:
    """Make a verified backup of a file of any format in its own folder of backups; raises as :func:`back_up` does."""
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSaved(f"No backup could be made: {error.strerror}.", where=str(home)) from error
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    changes = len(journal.ids(live))
    target = home / f"{stamp}-{re.sub(r'[^a-z0-9]+', '-', reason.lower())}-{changes}.annotator"
    _copy(live, target, file_format=file_format)
    return target


def write_copy(file: ProjectFile, target: Path) -> Path:
    """Write a verified copy with a file identity of its own; never over anything."""
    if os.path.lexists(target):
        raise Refused("There is already something of this name; choose another.", where=str(target))
    _copy(file.live, target, new_identity=True)
    return target


def _copy(
    live: sqlite3.Connection, target: Path, *, new_identity: bool = False, file_format: int = schema.FORMAT
) -> None:
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        live.execute("VACUUM INTO ?", (str(part),))
        _verify(part, journal.digest(journal.ids(live)), new_identity=new_identity, file_format=file_format)
        sync(part)
        os.replace(part, target)
        sync(target.parent)
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise NotSaved(f"The copy could not be written: {error}.", where=str(target)) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _verify(part: Path, digest: str, *, new_identity: bool, file_format: int) -> None:
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise LockedOrDamaged("The copy is not sound, so it was thrown away.", where=part.name)
        schema.require_exact_schema(copy, name=part.name, file_format=file_format)
        if journal.digest(journal.ids(copy)) != digest:
            raise LockedOrDamaged("The copy does not hold what the project holds; it was thrown away.", where=part.name)
        copy.execute("UPDATE file_state SET clean = 1, holder = ''")
        if new_identity:
            copy.execute("UPDATE file_state SET file = ?", (FileId(new_uuid()),))
            if copy.execute("SELECT count(*) FROM withdrawn").fetchone()[0]:
                copy.execute("DELETE FROM withdrawn")  # what is hidden here is hidden here only
                projection.rebuild(copy, Texts(copy))


def sync(path: Path) -> None:
    """Bring a file or, where the system can, a folder's entries to the disk: SQLite does not sync this copy."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
