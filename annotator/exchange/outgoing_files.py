# SPDX-License-Identifier: MIT
"""Files that we write: whole or not at all, never a half one under the real name."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.domain.errors import NotSaved, Refused
from annotator.domain.live_files import is_live

FLUSHES_FOLDERS = os.name != "nt"
"""Windows has no such call and needs none."""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Write NAME.part beside the file, flush it to the disk and put it in the place of NAME at the end.

    Where anything fails, the partial file is removed and an older file of that name stays as it was;
    what the disk refuses is raised as NotSaved. Raises Refused for a project that is open here.
    """
    if is_live(path):
        raise Refused(
            "This is a project that is open here; it is not written over. Choose another name.", where=path.name
        )
    partial = path.with_name(f"{path.name}.part")
    try:
        partial.unlink(missing_ok=True)
        with partial.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
        _flush_folder(path.parent)
    except OSError as error:
        _remove(partial)
        raise NotSaved(
            f"The file could not be written ({error.strerror or 'no reason given'}); what was there before is as it "
            "was: check the folder and the room on the disk.",
            where=path.name,
        ) from error
    except BaseException:
        _remove(partial)
        raise


def _remove(partial: Path) -> None:
    if partial.is_file():
        partial.unlink()


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable."""
    if not FLUSHES_FOLDERS:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
