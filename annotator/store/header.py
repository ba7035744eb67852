# SPDX-License-Identifier: MIT
"""What the first hundred bytes of a file say, read before SQLite sees it."""

import os
import stat
from pathlib import Path

from annotator.domain import LockedOrDamaged, Refused
from annotator.domain.live_files import is_live
from annotator.store.schema import APPLICATION_ID, FORMAT

_MAGIC = b"SQLite format 3\x00"
LARGEST_PROJECT = 8 * 1024**3


def require_project_header(path: Path) -> int:
    """Refuse what cannot be a project of ours, and give its format; opens the file, so never call it on a live one.

    Raises Refused for what is missing, no regular file, no SQLite file, made by another program, of a
    newer format, or in write-ahead mode; LockedOrDamaged for a file cut short.
    """
    try:
        found = os.lstat(path)
    except OSError as error:
        raise Refused("There is no such file.", where=str(path)) from error
    if stat.S_ISDIR(found.st_mode):
        raise Refused("This is a folder; a project is a file.", where=str(path))
    if stat.S_ISLNK(found.st_mode):
        raise Refused("This is a link; name the file that it leads to.", where=str(path))
    if not stat.S_ISREG(found.st_mode):
        raise Refused("This is no ordinary file.", where=str(path))
    if is_live(path):
        raise Refused("The project is already open here.", where=str(path))
    if found.st_size > LARGEST_PROJECT:
        raise Refused("The file is larger than any project may be.", where=str(path))
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError as error:
        raise Refused("The file cannot be read by you.", where=str(path)) from error
    file_format = _judge(head, str(path))
    if not _was_interrupted(path):
        _require_whole(head, found.st_size, str(path))
    return file_format


def _was_interrupted(path: Path) -> bool:
    """Whether a journal lies beside the file: then its length is right only after SQLite has rolled back."""
    journal = path.with_name(path.name + "-journal")
    return journal.is_file() and journal.stat().st_size > 0


def _judge(head: bytes, where: str) -> int:
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise Refused("This is no project of this program.", where=where)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise Refused("This file was made by another program.", where=where)
    file_format = int.from_bytes(head[60:64], "big")
    if file_format > FORMAT:
        raise Refused(
            f"This project has format {file_format}; this version reads format {FORMAT}. Install a newer version.",
            where=where,
        )
    if file_format < 1:
        raise Refused("This project has no format number, so it was not opened.", where=where)
    if head[18] != 1 or head[19] != 1:
        raise Refused(
            "Another tool has changed how this file is kept (write-ahead mode); its last changes may lie elsewhere. "
            "Ask its sender for a copy made by this program.",
            where=where,
        )
    return file_format


def _require_whole(head: bytes, size: int, where: str) -> None:
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages = int.from_bytes(head[28:32], "big")
    if page_size * pages > size:
        raise LockedOrDamaged(
            f"The file ends in the middle: {size:,} of {page_size * pages:,} bytes arrived. Ask for it again.",
            where=where,
        )
