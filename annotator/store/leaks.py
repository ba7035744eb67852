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

_DIGITS = (8, 4, 4, 4, 12)
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_WIDE = b"\x00-\x00"
"""What every UUID in UTF-16 holds, either way round, and next to nothing else does."""
_LIKE_A_HASH = re.compile(r"[0-9a-f-]+")
SHORTEST_NAME = 4


def leaks(path: Path, *, identities: Collection[str], words: Collection[str]) -> Iterator[str]:
    """Give each identity (a UUID) and each word that occurs in a file.

    Words of fewer than four characters, and those that could be a piece of a hash, are not looked for:
    they occur in any file.
    """
    wanted = [word for word in words if len(word) >= SHORTEST_NAME and not _LIKE_A_HASH.fullmatch(word)]
    known = frozenset(identities)
    for part in (path.read_bytes(), b"\n".join(_values(path))):
        for encoding in _ENCODINGS:
            if encoding == "utf-8" or _WIDE in part:
                found = {match.decode(encoding) for match in _uuids(encoding).findall(part)}
                yield from sorted(known & found)
            yield from (word for word in wanted if word.encode(encoding) in part)


def _uuids(encoding: str) -> re.Pattern[bytes]:
    """Give what finds UUIDs in a text of this encoding among any other bytes."""
    before, after = {"utf-8": (b"", b""), "utf-16-le": (b"", rb"\x00"), "utf-16-be": (rb"\x00", b"")}[encoding]
    groups = [b"(?:%b[0-9a-f]%b){%d}" % (before, after, number) for number in _DIGITS]
    return re.compile((before + b"-" + after).join(groups))


def _values(path: Path) -> Iterator[bytes]:
    """Go through every text in every table of a file, and through the words of its schema."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as reader:
        tables = [row[0] for row in reader.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in ("sqlite_schema", *tables):
            for row in reader.execute(f'SELECT * FROM "{table}"'):
                yield from (str(cell).encode() for cell in row if isinstance(cell, str))
