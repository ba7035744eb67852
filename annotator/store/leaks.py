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
_WITH_ZEROS = re.compile(rb"\x00[^\x00]\x00[^\x00]\x00")
"""Stands in every word of four characters up to U+00FF in UTF-16, whichever byte comes first."""
_LAST_WITH_ZERO = "\xff"
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
    wide = _perhaps_wide(raw, longest=max(map(len, wanted), default=0))
    for part, encoding in (*((raw, each) for each in _MIDDLES), (b"\n".join(_values(path)), "utf-8")):
        yield from sorted(known.intersection(_uuids(part, encoding)))
        yield from _occurring(wanted, part, wide, encoding)


def _occurring(words: Collection[str], part: bytes, wide: bytes, encoding: str) -> Iterator[str]:
    """Give the words that occur; ``wide`` are the pieces of it in which words with zeros between may."""
    have_zeros = [word for word in words if encoding != "utf-8" and max(word) <= _LAST_WITH_ZERO]
    others = [word for word in words if word not in have_zeros]
    # One look for all of them at once, and only where it finds something, which of them it is.
    if others and re.search(b"|".join(re.escape(word.encode(encoding)) for word in others), part):
        yield from (word for word in others if word.encode(encoding) in part)
    yield from (word for word in have_zeros if word.encode(encoding) in wide)


def _perhaps_wide(raw: bytes, *, longest: int) -> bytes:
    """Give the pieces of a file in which a word of so many characters up to U+00FF may stand in UTF-16.

    Every second byte of such a word is zero, which is rare in any file, so looking there is quick. Between the
    pieces stands what is in no such word.
    """
    margin = 2 * longest
    pieces: list[tuple[int, int]] = []
    for found in _WITH_ZEROS.finditer(raw):
        start, end = max(0, found.start() - margin), found.end() + margin
        if pieces and start <= pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return b"\xff\xff".join(raw[start:end] for start, end in pieces)


def _uuids(part: bytes, encoding: str) -> set[str]:
    """Give what may be a UUID among any other bytes."""
    width = len("-".encode(encoding))
    shift = 1 if encoding == "utf-16-be" else 0  # there the zero stands before its character
    places = ((found.start() - shift, found.end() + (width - 1 - shift)) for found in _MIDDLES[encoding].finditer(part))
    several = {part[max(0, start - _BEFORE * width) : end + _AFTER * width] for start, end in places}
    return {each.decode(encoding, "replace") for each in several}


def _values(path: Path) -> set[bytes]:
    """Give every text in every table of a file, and the words of its schema, each once."""
    found: set[bytes] = set()
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as reader:
        tables = [row[0] for row in reader.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        reader.text_factory = bytes  # as they lie in the file: nothing is decoded to be encoded again
        for table in ("sqlite_schema", *tables):
            for row in reader.execute(f'SELECT * FROM "{table}"'):
                found.update(cell for cell in row if type(cell) is bytes)
    return found
