# SPDX-License-Identifier: MIT
"""Which files lie in what the user named: folders are gone through, ZIPs opened; nothing of it is read yet.

Names sort as people count: "article 2" before "article 10". Hidden files are passed over, links are not
followed, and each of both is counted; a pipe or a device is never opened.
"""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.errors import KnownError, Refused
from annotator.exchange.findings import FindingKind, Findings
from annotator.exchange.incoming_files import shown_name

MOST_FILES = 200_000
DEEPEST_FOLDERS = 100
LONGEST_NAME = 290

HIDDEN = "Hidden files and folders were passed over."
LINKS = "Links were not followed."
SPECIAL = "Pipes, devices and other things that are no files were passed over."

_DIGITS = re.compile(r"([0-9]+)")
_END = (1, 0, "")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_LITTER = frozenset({"__macosx", "thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to take articles from. ``name`` is its path within what was named, with "/" and no control characters.

    ``is_named`` says that the user named this very file.
    """

    path: Path
    name: str
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class UnreadFolder:
    """A file or folder that could not be gone through, with the reason."""

    name: str
    error: KnownError


def find_files(paths: Sequence[Path], *, findings: Findings) -> Iterator[FoundFile | UnreadFolder]:
    """Give the files named and those in the folders named, in the order of the paths, within a folder sorted.

    Raises Refused for more than 200,000 files.
    """
    count = 0
    for path in paths:
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError):
            is_folder = False
        before = count
        for found in _in_folder(path, "", 1, findings) if is_folder else [FoundFile(path, shown_name(path), True)]:
            count += 1
            if count > MOST_FILES:
                raise Refused(f"There are more than {MOST_FILES:,} files; nothing was written: take them in parts.")
            yield found
        if count == before:
            yield UnreadFolder(shown_name(path), Refused("There is no file in this folder; nothing was taken from it."))


def natural_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Give what to sort a path by: folder by folder, numbers by their value, letters without case."""
    key = []
    for piece in name.split("/"):
        for place, part in enumerate(_DIGITS.split(piece)):
            key.append(_number_key(part) if place % 2 else (1, 0, part.casefold()))
        key.append(_END)
    return tuple(key), name


def _number_key(digits: str) -> tuple[int, int, str]:
    """Order numbers of any length by their value."""
    value = digits.lstrip("0")
    return 0, len(value), value


def is_passed_over(name: str) -> bool:
    """Whether the last part of a path is the name of a hidden file or of what systems leave behind in folders."""
    last = name.rstrip("/").rsplit("/", 1)[-1]
    return last.startswith((".", "~$")) or any(part.casefold() in _LITTER for part in name.split("/"))


def storable_name(name: str) -> str:
    """Give a name that can be stored and shown: no control characters, at most 290 characters, the last ones."""
    if len(name) <= LONGEST_NAME and name.isascii() and name.isprintable():
        return name
    clean = _CONTROL.sub("\ufffd", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    return clean if len(clean) <= LONGEST_NAME else "…" + clean[1 - LONGEST_NAME :]


def _in_folder(folder: Path, above: str, depth: int, findings: Findings) -> Iterator[FoundFile | UnreadFolder]:
    shown = above.rstrip("/") or shown_name(folder)
    if depth > DEEPEST_FOLDERS:
        yield UnreadFolder(shown, Refused(f"Folders lie more than {DEEPEST_FOLDERS} deep; nothing was read there."))
        return
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: natural_key(entry.name))
    except OSError as error:
        yield UnreadFolder(shown, Refused(f"The folder cannot be read ({error.strerror}); nothing was read there."))
        return
    for entry in found:
        name = storable_name(above + entry.name)
        kind = _kind_of(entry, name, findings)
        if kind == stat.S_IFDIR:
            yield from _in_folder(Path(entry.path), f"{name}/", depth + 1, findings)
        elif kind == stat.S_IFREG:
            yield FoundFile(Path(entry.path), name)


def _kind_of(entry: os.DirEntry[str], name: str, findings: Findings) -> int:
    """Give whether an entry is a file or a folder to look into; 0, and a finding, for anything else."""
    if is_passed_over(entry.name):
        findings.add(FindingKind.NOTED, HIDDEN, place=name)
        return 0
    with suppress(OSError):
        if entry.is_symlink():
            findings.add(FindingKind.NOTED, LINKS, place=name)
            return 0
        if entry.is_dir(follow_symlinks=False):
            return stat.S_IFDIR
        if entry.is_file(follow_symlinks=False):
            return stat.S_IFREG
    findings.add(FindingKind.NOTED, SPECIAL, place=name)
    return 0
