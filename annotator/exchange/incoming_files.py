# SPDX-License-Identifier: MIT
"""Files that others made, opened only if they are what they should be: one regular, readable file of sane size."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.domain.errors import Refused
from annotator.domain.live_files import Identity, is_live_identity


def shown_name(path: Path) -> str:
    """Give the name of a file as it can be stored: bytes that are no UTF-8 become U+FFFD."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@contextmanager
def opened(path: Path, *, maximum_bytes: int) -> Iterator[BinaryIO]:
    """Open a file for reading; raises Refused (one sentence, with the name) for what cannot be one.

    A pipe or device is refused before it is opened: opening might wait for ever.
    """
    name = shown_name(path)
    try:
        _refuse_irregular(path, name, maximum_bytes)
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise Refused(_unreadable(error), where=name) from error
    with file:
        try:
            yield file
        except OSError as error:
            raise Refused(_unreadable(error), where=name) from error


def _refuse_irregular(path: Path, name: str, maximum_bytes: int) -> None:
    found = path.stat()
    if is_live_identity(Identity(found.st_dev, found.st_ino)):
        raise Refused(
            "This is a project that is open here, not a file to take in; nothing was taken from it.", where=name
        )
    if stat.S_ISDIR(found.st_mode):
        raise Refused("This is a folder, not a file; nothing was taken from it: name the files in it.", where=name)
    if not stat.S_ISREG(found.st_mode):
        raise Refused("This is a pipe or a device, not a file; nothing was read: save it as a file first.", where=name)
    if found.st_size > maximum_bytes:
        raise Refused(
            f"The file is larger than {maximum_bytes // 1_000_000} MB; nothing was taken from it: split it first.",
            where=name,
        )


def _unreadable(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file, so nothing was read: check its name and folder."
    reason = error.strerror if isinstance(error, OSError) else None
    return f"The file cannot be read ({reason or 'not a file name'}); nothing was taken from it: check that it may be."
