# SPDX-License-Identifier: MIT
"""The passages on which coders differ, as plain data: what lies behind a figure, and how to choose among it.

Nothing here needs numpy. How passages are found and what the kinds mean is said in ``differences``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """How coders differ on a passage."""

    MISSED = "missed"
    BOUNDARY = "boundary"
    OTHER_CODE = "other_code"


class KindCounts(NamedTuple):
    """A count for each kind; all counts of one unit, which the field that holds them says."""

    missed: int = 0
    boundary: int = 0
    other_code: int = 0

    @property
    def total(self) -> int:
        """All kinds together."""
        return self.missed + self.boundary + self.other_code

    def of(self, kind: Kind) -> int:
        """Give the count of one kind."""
        return {Kind.MISSED: self.missed, Kind.BOUNDARY: self.boundary, Kind.OTHER_CODE: self.other_code}[kind]

    def share(self, kind: Kind) -> float | None:
        """Give the share of one kind of all; None where there is nothing to share."""
        return self.of(kind) / self.total if self.total else None


class PairDifference(NamedTuple):
    """How two coders differ on a passage: of which kind, and on how many characters."""

    first: str
    second: str
    kind: Kind
    characters: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage on which coders who give values for a code do not agree.

    ``start`` and ``end`` are code points of the stored text, half-open, and so are ``spans``:
    (coder, start, end) of everyone who ``marked`` part of it; ``unmarked`` gave a value and marked
    nothing here. ``other_codes`` are (coder, code, characters): what the unmarked put there instead,
    where one who marked did not. ``characters`` counts characters times pairs of coders that differ,
    ``pairs`` the same pair by pair. Excluded text is not counted.
    """

    document: str
    code: str
    kind: Kind
    start: int
    end: int
    marked: tuple[str, ...]
    unmarked: tuple[str, ...]
    spans: tuple[tuple[str, int, int], ...]
    other_codes: tuple[tuple[str, str, int], ...]
    characters: KindCounts
    pairs: tuple[PairDifference, ...]

    @property
    def disagreement(self) -> int:
        """Characters times pairs of coders that differ on them."""
        return self.characters.total

    def between(self, one: str, two: str) -> PairDifference | None:
        """Say how two coders differ here, in either order; None where they do not."""
        asked = {one, two}
        return next((pair for pair in self.pairs if {pair.first, pair.second} == asked), None)


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The observed disagreement of a code taken apart.

    ``passages`` counts differing passages, ``agreed`` those on which all who give values agree.
    ``characters`` counts characters times pairs of coders; its total is the sum of r(m - r)
    over all characters, m values of which r say "coded": the pairs that differ, on which every
    coefficient of the code rests.
    """

    code: str
    passages: KindCounts
    agreed: int
    characters: KindCounts


@dataclass(frozen=True, slots=True)
class Differences:
    """All passages of all codes, by code and then in the order of the text, and their sums by code."""

    passages: tuple[Difference, ...]
    by_code: Mapping[str, Decomposition]


def passages_behind(
    passages: Iterable[Difference],
    *,
    code: str | None = None,
    kind: Kind | None = None,
    coders: tuple[str, str] | None = None,
    document: str | None = None,
    longest_first: bool = True,
) -> list[Difference]:
    """Choose the passages behind a cell of a table; None chooses all.

    With two ``coders`` only passages on which these two differ are given, and kind and length are
    those of their difference. Longest means most disagreeing characters; ties, and all where it is
    not asked for, keep the order given.
    """
    found = []
    for passage in passages:
        if code not in (None, passage.code) or document not in (None, passage.document):
            continue
        pair = passage.between(*coders) if coders else None
        if coders and pair is None:
            continue
        if kind not in (None, pair.kind if pair else passage.kind):
            continue
        found.append((pair.characters if pair else passage.disagreement, passage))
    if longest_first:
        found.sort(key=lambda each: -each[0])
    return [passage for _, passage in found]
