# SPDX-License-Identifier: MIT
"""The stored texts, found by the SHA-256 of their UTF-8. They are only ever added."""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator

from annotator.domain import LockedOrDamaged, Refused
from annotator.text.quotation import digest

_KEPT = 8
_READ_AT_ONCE = 100


class Texts:
    """Reads and adds texts; keeps the last few in memory, for one article is asked for many times."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._recent: OrderedDict[str, str] = OrderedDict()
        self._lengths: dict[str, int] = {}

    def body(self, sha256: str) -> str:
        """Give a text, verified against its hash; raises LockedOrDamaged where it is not what it was, or missing."""
        if sha256 in self._recent:
            self._recent.move_to_end(sha256)
            return self._recent[sha256]
        row = self._connection.execute("SELECT body FROM text WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise LockedOrDamaged("A text of this project is missing.", where=sha256[:12])
        body = str(row[0])
        if digest(body) != sha256:
            raise LockedOrDamaged("A text of this project is not what was stored; open a backup.", where=sha256[:12])
        self._keep(sha256, body)
        return body

    def length(self, sha256: str) -> int:
        """Give the length of a text in code points; of one that was added here it is known without reading it back."""
        known = self._lengths.get(sha256)
        return len(self.body(sha256)) if known is None else known

    def all_bodies(self) -> Iterator[tuple[str, str]]:
        """Give every text with its SHA-256, unverified, a hundred read at a time; for looking through, not for use."""
        cursor = self._connection.execute("SELECT sha256, body FROM text")
        while several := cursor.fetchmany(_READ_AT_ONCE):
            yield from several

    def add(self, body: str) -> str:
        """Store a text if it is not there yet; gives its SHA-256. Raises Refused for what cannot be stored."""
        (sha256,) = self.add_all([body])
        self._keep(sha256, body)
        return sha256

    def add_all(self, bodies: Iterable[str]) -> list[str]:
        """Store texts as :meth:`add` does, many at once; gives their SHA-256 in the same order."""
        added: list[str] = []
        self._connection.executemany(
            "INSERT INTO text (sha256, body) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING", self._hashed(bodies, added)
        )
        return added

    def _hashed(self, bodies: Iterable[str], added: list[str]) -> Iterator[tuple[str, str]]:
        for body in bodies:
            if "\x00" in body:
                raise Refused("The text holds a NUL character, so it is not a text.")
            sha256 = digest(body)
            added.append(sha256)
            self._lengths[sha256] = len(body)
            yield sha256, body

    def forget(self) -> None:
        """Drop what is kept in memory: after a rollback it may not be in the file."""
        self._recent.clear()
        self._lengths.clear()

    def _keep(self, sha256: str, body: str) -> None:
        self._recent[sha256] = body
        while len(self._recent) > _KEPT:
            self._recent.popitem(last=False)
