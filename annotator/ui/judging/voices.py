# SPDX-License-Identifier: MIT
"""The coders of one article as they are told: a letter each, in the order of the lanes, and a name unless blind."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain import CoderId
from annotator.merging.adjudication_queue import ArticleState, Entry, Queue, Version
from annotator.merging.blinding import lane_letter
from annotator.ui import words


@dataclass(frozen=True, slots=True)
class Voice:
    """One coder: the place of the lane from 0, its letter, the name (empty where names are hidden)."""

    coder: CoderId
    place: int
    letter: str
    name: str

    @property
    def words(self) -> str:
        """Letter and name."""
        return f"{self.letter} {self.name}".strip()


class Voices:
    """All coders of one article who finished it."""

    def __init__(self, queue: Queue, article: ArticleState) -> None:
        names = {coder.id: words.coder_name(coder) if coder.name else "" for coder in queue.coders}
        self.all = tuple(
            Voice(lane.coder, place, lane_letter(place), names.get(lane.coder, ""))
            for place, lane in enumerate(article.lanes)
        )
        self._of = {voice.coder: voice for voice in self.all}

    def letter(self, coder: CoderId) -> str:
        """Give a coder's letter; a question mark for one who has not finished this article."""
        voice = self._of.get(coder)
        return voice.letter if voice is not None else "?"

    def letters(self, coders: Iterable[CoderId]) -> str:
        """Say several: ``A, B and C``."""
        return words.listed(sorted(self.letter(coder) for coder in coders))

    def spoken(self, coder: CoderId) -> str:
        """Give letter and name."""
        voice = self._of.get(coder)
        return voice.words if voice is not None else "?"

    def at(self, place: int) -> Voice | None:
        """Give the coder of a lane."""
        return self.all[place] if 0 <= place < len(self.all) else None


def grouped(entry: Entry) -> list[tuple[Version, ...]]:
    """Bring together who marked the very same, in the order of the lanes."""
    found: dict[tuple[object, ...], list[Version]] = {}
    for version in entry.versions:
        found.setdefault(version.spans, []).append(version)
    return [tuple(versions) for versions in found.values()]
