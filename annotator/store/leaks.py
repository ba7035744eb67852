# SPDX-License-Identifier: MIT
"""Looking through the bytes of a finished file for what must not be in it.

The bytes are read as they lie on the disk, free pages and all, and once more value by value, since
SQLite spreads a long value over pages.
"""

import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path

_MIDDLES = {
    "utf-8": re.compile(rb"-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-"),
    "utf-16-le": re.compile(rb"-\x00(?:[0-9a-f]\x00){4}-\x00(?:[0-9a-f]\x00){4}-\x00(?:[0-9a-f]\x00){4}-"),
    "utf-16-be": re.compile(rb"-(?:\x00[0-9a-f]){4}\x00-(?:\x00[0-9a-f]){4}\x00-(?:\x00[0-9a-f]){4}\x00-"),
}
"""The middle of a UUID in each encoding, from its first hyphen to its last: quickly found in many bytes."""
_BEFORE, _AFTER = 8, 12
_LIKE_A_HASH = re.compile(r"[0-9a-f-]+")
SHORTEST_NAME = 4


def leaks(path: Path, *, identities: Collection[str], words: Collection[str]) -> Iterator[str]:
    """Give each identity (a UUID) and each word that occurs in a file.

    Words of fewer than four characters, and those that could be a piece of a hash, are not looked for:
    they occur in any file.
    """
    wanted = [word for word in words if len(word) >= SHORTEST_NAME and not _LIKE_A_HASH.fullmatch(word)]
    known = frozenset(identities)
    raw = path.read_bytes()
    for part, encoding in (*((raw, each) for each in _MIDDLES), (b"\n".join(_values(path)), "utf-8")):
        yield from sorted(known.intersection(_uuids(part, encoding)))
        yield from (word for word in wanted if word.encode(encoding) in part)


def _uuids(part: bytes, encoding: str) -> set[str]:
    """Give what may be a UUID among any other bytes."""
    width = len("-".encode(encoding))
    shift = 1 if encoding == "utf-16-be" else 0  # there the zero stands before its character
    places = ((found.start() - shift, found.end() + (width - 1 - shift)) for found in _MIDDLES[encoding].finditer(part))
    several = {part[max(0, start - _BEFORE * width) : end + _AFTER * width] for start, end in places}
    return {each.decode(encoding, "replace") for each in several}


def _values(path: Path) -> Iterator[bytes]:
    """Go through every text in every table of a file, and through the words of its schema."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as reader:
        tables = [row[0] for row in reader.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in ("sqlite_schema", *tables):
            for row in reader.execute(f'SELECT * FROM "{table}"'):
                yield from (str(cell).encode() for cell in row if isinstance(cell, str))
