# SPDX-License-Identifier: MIT
"""A folder, a ZIP or one file, read in the same way: names with ``/`` between folders, and the bytes of each."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from zipfile import is_zipfile

from annotator.domain.errors import Refused
from annotator.exchange.containers import MAXIMUM_MEMBER_BYTES, MAXIMUM_MEMBERS, Container, opened_container
from annotator.exchange.incoming_files import opened, shown_name

MAXIMUM_DEPTH = 10
"""How many folders deep a folder is looked through."""


class IncomingMembers(Protocol):
    """What :func:`opened_members` gives."""

    @property
    def members(self) -> tuple[str, ...]:
        """The names of the files, sorted."""

    def read(self, member: str, *, maximum_bytes: int = MAXIMUM_MEMBER_BYTES) -> bytes:
        """Read one file; raises Refused for one that is larger, damaged or not there."""


class _Folder:
    """Files under a folder, or one file. Links are passed over: they may lead anywhere."""

    def __init__(self, files: dict[str, Path]) -> None:
        self._files = files

    @property
    def members(self) -> tuple[str, ...]:
        return tuple(sorted(self._files))

    def read(self, member: str, *, maximum_bytes: int = MAXIMUM_MEMBER_BYTES) -> bytes:
        if member not in self._files:
            raise Refused(f"There is no file {member[:80]!a} in the folder; nothing was taken from it.")
        with opened(self._files[member], maximum_bytes=maximum_bytes) as file:
            return file.read(maximum_bytes + 1)


@contextmanager
def opened_members(path: Path) -> Iterator[IncomingMembers]:
    """Open a folder, a ZIP (known by its content) or one file; raises Refused, one sentence, for anything else."""
    if path.is_dir():
        yield _Folder(_files_of(path))
    elif _is_zip(path):
        with opened_container(path) as container:
            yield _plain(container)
    else:
        with opened(path, maximum_bytes=MAXIMUM_MEMBER_BYTES):
            yield _Folder({shown_name(path): path})


def without_common_folder(members: tuple[str, ...]) -> str:
    """Give the folder, with its ``/``, in which all members lie, as in a ZIP of one folder; "" where there is none."""
    folders = {member.partition("/")[0] for member in members}
    if len(folders) == 1 and all("/" in member for member in members):
        return f"{folders.pop()}/"
    return ""


def _plain(container: Container) -> IncomingMembers:
    return container


def _is_zip(path: Path) -> bool:
    with opened(path, maximum_bytes=2**40) as file:
        return file.read(2) == b"PK" and is_zipfile(path)


def _files_of(folder: Path) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for place, folders, names in os.walk(folder, followlinks=False):
        here = Path(place)
        depth = len(here.relative_to(folder).parts)
        folders[:] = sorted(each for each in folders if depth < MAXIMUM_DEPTH and not each.startswith("."))
        for name in names:
            file = here / name
            if not name.startswith(".") and file.is_file() and not file.is_symlink():
                files["/".join((*here.relative_to(folder).parts, shown_name(file)))] = file
        if len(files) > MAXIMUM_MEMBERS:
            raise Refused(
                f"There are more than {MAXIMUM_MEMBERS:,} files in this folder; nothing was taken from it: "
                "name a folder that holds the annotations alone.",
                where=shown_name(folder),
            )
    return files
