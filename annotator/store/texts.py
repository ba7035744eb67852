# SPDX-License-Identifier: MIT
"""The stored texts, found by the SHA-256 of their UTF-8. They are only ever added."""

import sqlite3
from collections import OrderedDict

from annotator.domain import LockedOrDamaged, Refused
from annotator.text.quotation import digest

_KEPT = 8


class Texts:
    """Reads and adds texts; keeps the last few in memory, for one article is asked for many times."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._recent: OrderedDict[str, str] = OrderedDict()

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

    def add(self, body: str) -> str:
        """Store a text if it is not there yet; gives its SHA-256. Raises Refused for what cannot be stored."""
        if "\x00" in body:
            raise Refused("The text holds a NUL character, so it is not a text.")
        sha256 = digest(body)
        self._connection.execute(
            "INSERT INTO text (sha256, body) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING", (sha256, body)
        )
        self._keep(sha256, body)
        return sha256

    def forget(self) -> None:
        """Drop what is kept in memory: after a rollback it may not be in the file."""
        self._recent.clear()

    def _keep(self, sha256: str, body: str) -> None:
        self._recent[sha256] = body
        while len(self._recent) > _KEPT:
            self._recent.popitem(last=False)
