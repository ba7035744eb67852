# SPDX-License-Identifier: MIT
"""Texts cut into word 5-grams beside whoever reads them: a thread, for what cuts lets other threads run meanwhile."""

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.text.word_grams import Grams

_WAITING_CHARACTERS = 300_000
"""So much text is cut at once, and below it no thread is begun."""


class GramCutter:
    """Takes texts by name and gives their grams. A text is held only until it is cut; close what is not asked."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._waiting: dict[str, str] = {}
        self._characters = 0
        self._pool: ThreadPoolExecutor | None = None
        self._cut: list[Future[dict[str, Grams]]] = []

    def add(self, name: str, text: str) -> None:
        """Take in a text; one whose name was given before is passed over."""
        if name in self._seen:
            return
        self._seen.add(name)
        self._waiting[name] = text
        self._characters += len(text)
        if self._characters >= _WAITING_CHARACTERS:
            self._pool = self._pool or ThreadPoolExecutor(max_workers=1)
            self._cut.append(self._pool.submit(_grams_of, self._waiting))
            self._waiting, self._characters = {}, 0

    def grams(self) -> "dict[str, Grams]":
        """Wait until all texts are cut, and give the grams of each by its name."""
        found = _grams_of(self._waiting)
        for several in self._cut:
            found |= several.result()
        self.close()
        return found

    def close(self) -> None:
        """End the thread; what it has not begun with is not cut."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
        self._waiting, self._cut = {}, []


def _grams_of(texts: dict[str, str]) -> "dict[str, Grams]":
    if not texts:
        return {}
    from annotator.text.word_grams import word_grams  # it brings numpy

    return dict(zip(texts, word_grams(list(texts.values())), strict=True))
