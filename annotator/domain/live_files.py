# SPDX-License-Identifier: MIT
"""Which files are open as projects in this process, known by identity and not by name.

It stands on the lowest floor because everything that opens a file must ask: where any other code
opens and closes a project that SQLite has open, the system drops SQLite's lock, and another program
may then write into the same file (POSIX).
"""

from dataclasses import dataclass
from pathlib import Path

_LIVE: set["Identity"] = set()


@dataclass(frozen=True, slots=True)
class Identity:
    """What the operating system knows a file by."""

    device: int
    inode: int


def identity(path: Path) -> Identity:
    """Give the identity of a file by ``stat`` alone, which leaves SQLite's locks untouched."""
    found = path.stat()
    return Identity(found.st_dev, found.st_ino)


def mark_live(path: Path) -> Identity:
    """Note that SQLite has this file open here; gives what to unmark, whatever happens to its name meanwhile."""
    known = identity(path)
    _LIVE.add(known)
    return known


def mark_closed(known: Identity) -> None:
    """Note that SQLite has closed the file."""
    _LIVE.discard(known)


def is_live_identity(known: Identity) -> bool:
    """Whether this process has the file of this identity open as a project."""
    return known in _LIVE


def is_live(path: Path) -> bool:
    """Whether this process has the file open as a project; what cannot be looked at is not."""
    try:
        return identity(path) in _LIVE
    except (OSError, ValueError):
        return False
