# SPDX-License-Identifier: MIT
"""What a reader or a writer has to say about a file: each kind of thing once, with its number and its first places.

A reader never passes over anything in silence, and a writer names by number what its format cannot
carry. The same finding a thousand times is one line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

MOST_PLACES = 20


class FindingKind(StrEnum):
    """How much a finding matters, in the order in which a report lists them."""

    DROPPED = "dropped"
    """Something of the file is not taken, or something of the project is not written."""
    MISMATCH = "mismatch"
    """A quote does not stand at its place."""
    GUESSED = "guessed"
    """The file did not say, and something was assumed."""
    NOTED = "noted"
    """Taken as it is; worth knowing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of thing that was found: a sentence, how often, and where first (at most 20 places)."""

    kind: FindingKind
    sentence: str
    count: int
    places: tuple[str, ...] = ()


class Findings:
    """Gathers findings in the order in which their sentences first came up."""

    def __init__(self) -> None:
        self._counts: dict[tuple[FindingKind, str], int] = {}
        self._places: dict[tuple[FindingKind, str], list[str]] = {}

    def add(self, kind: FindingKind, sentence: str, *, place: str = "", count: int = 1) -> None:
        """Count one more of a kind of thing; ``sentence`` is the same for all of them, ``place`` says where."""
        key = (kind, sentence)
        self._counts[key] = self._counts.get(key, 0) + count
        places = self._places.setdefault(key, [])
        if place and len(places) < MOST_PLACES:
            places.append(place)

    def __iter__(self) -> Iterator[Finding]:
        """Give the findings, the weightiest kind first."""
        order = list(FindingKind)
        for kind, sentence in sorted(self._counts, key=lambda key: order.index(key[0])):
            yield Finding(kind, sentence, self._counts[kind, sentence], tuple(self._places[kind, sentence]))

    @property
    def counts(self) -> Mapping[FindingKind, int]:
        """How many things of each kind there are in all; a kind of which there is none is absent."""
        found: dict[FindingKind, int] = {}
        for (kind, _), number in self._counts.items():
            found[kind] = found.get(kind, 0) + number
        return found
