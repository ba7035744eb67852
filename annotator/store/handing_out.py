# SPDX-License-Identifier: MIT
"""Writing a coder's file: a new, empty project that is given chosen changes and their texts, and nothing else.

Nothing is ever taken out of a copy: what was deleted from a SQLite file can still be read in it.
"""

import os
import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import Change, CoderId, FileId, LockedOrDamaged, NotSaved, ProjectId, new_uuid
from annotator.store import clock, connection, guard, journal, projection
from annotator.store.texts import Texts

_UNFINISHED = re.compile(r"\.annotator-[0-9a-z_-]{8,36}(\.part)?")
_SECONDS_AT_WORK = 3600.0


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a coder's file: whose it is, in which round it opens, changes in order, texts."""

    project: ProjectId
    coder: CoderId
    round: str
    changes: Sequence[Change]
    texts: Sequence[str]


def write_coder_file(contents: Contents, part: Path) -> None:
    """Write a coder's file under a name that is still free, look at it as its receiver will, and sync it.

    Raises NotSaved where the disk does not take it, LockedOrDamaged where it is not what was to be written.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".annotator-", dir=part.parent) as private:
            draft = Path(private) / "draft.annotator"
            draft.touch(mode=0o600)
            with closing(connection.connect(draft)) as fresh:
                _fill(fresh, contents)
                fresh.execute("VACUUM INTO ?", (str(part),))
        _require_what_was_chosen(part, contents)
        _sync(part)
    except (sqlite3.Error, OSError) as error:
        part.unlink(missing_ok=True)
        raise NotSaved(f"The coder's file could not be written: {error}.", where=part.parent.name) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Take away what hand-outs that were cut off an hour ago or earlier have left: unfinished files of coders."""
    for each in folder.glob(".annotator-*"):
        if not _UNFINISHED.fullmatch(each.name) or each.is_symlink():
            continue
        with suppress(OSError):
            if time.time() - each.stat().st_mtime > _SECONDS_AT_WORK:
                shutil.rmtree(each) if each.is_dir() else each.unlink()


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name; raises NotSaved where the disk does not take it."""
    try:
        os.replace(part, target)
        _sync(target.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise NotSaved(f"The coder's file could not be written: {error}.", where=str(target)) from error


def _fill(fresh: sqlite3.Connection, contents: Contents) -> None:
    from annotator.store.migrations import create  # only a new file needs it, and it brings sqlite_utils along

    create(fresh)
    latest = max((change.time for change in contents.changes), default=clock.EARLIEST)
    fresh.execute("BEGIN IMMEDIATE")
    fresh.execute(
        "INSERT INTO file_state VALUES (1, ?, ?, 1, ?, ?, '[]', '', ?, 'coder')",
        (contents.project, FileId(new_uuid()), latest, contents.coder, contents.round),
    )
    texts = Texts(fresh)
    for body in contents.texts:
        texts.add(body)
    journal.insert_many(fresh, contents.changes)
    projection.fold(fresh, texts, (), new=dict(journal.visible_by_entity(fresh)))
    fresh.execute("COMMIT")


def _require_what_was_chosen(part: Path, contents: Contents) -> None:
    read = guard.read_project(part)
    chosen = sorted(change.id for change in contents.changes)
    if sorted(change.id for change in read.changes) != chosen or len(read.texts) != len(set(contents.texts)):
        raise LockedOrDamaged("The coder's file does not hold what was chosen, so it was thrown away.", where=part.name)


def _sync(path: Path) -> None:
    """Bring a file or, where the system can, a folder's entries to the disk."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
