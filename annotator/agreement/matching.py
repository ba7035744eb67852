# SPDX-License-Identifier: MIT
"""Which span of one coder answers which span of another: one-to-one, and as many as can be.

Two spans are candidates where they share a position. How alike they are is measured by

    IoU = characters of both / characters of either

(Jaccard 1912), 1 for equal spans. Among the candidates a matching of greatest cardinality is found
by augmenting paths (Berge 1957; Kuhn 1955), starting from the pairs that are most alike. Candidates
come from overlaps only, so on real text, where few spans meet, the time is near that of sorting.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Integers
from annotator.agreement.sums import Values

MOST_PAIRS = 1_000_000
"""How many candidates are looked at; real codings have about as many as spans."""


class TooManyPairs(ValueError):
    """So many spans of two coders lie over each other that they cannot be matched one to one."""

    def __init__(self, number: int) -> None:
        super().__init__(f"{number:,} pairs of overlapping spans of two coders, more than {MOST_PAIRS:,}")


def overlapping(first: Integers, second: Integers) -> Integers:
    """Give the index pairs of all spans that share a position, in the order of first, second.

    Both lists of half-open spans are sorted by start; spans of a list may overlap each other. Raises
    TooManyPairs instead of giving more than MOST_PAIRS.
    """
    starts, others = first[:, 0], second[:, 0]
    # Of two spans that meet, one holds the start of the other; equal starts are counted here, not below.
    later = np.searchsorted(others, starts, side="left"), np.searchsorted(others, first[:, 1], side="left")
    earlier = np.searchsorted(starts, others, side="right"), np.searchsorted(starts, second[:, 1], side="left")
    number = sum(int(np.maximum(upper - lower, 0).sum()) for lower, upper in (later, earlier))
    if number > MOST_PAIRS:
        raise TooManyPairs(number)
    pairs = np.concatenate((_ranges(*later), _ranges(*earlier)[:, ::-1]))
    return np.asarray(pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))])


def likeness(first: Integers, second: Integers, *, pairs: Integers) -> Values:
    """Give the IoU of each pair of overlapping spans."""
    one, two = first[pairs[:, 0]], second[pairs[:, 1]]
    both = np.minimum(one[:, 1], two[:, 1]) - np.maximum(one[:, 0], two[:, 0])
    either = (one[:, 1] - one[:, 0]) + (two[:, 1] - two[:, 0]) - both
    return np.asarray(both / either)


def matched(first: Integers, second: Integers, *, threshold: float) -> Integers:
    """Match spans with an IoU of ``threshold`` or more; index pairs in the order of first, second.

    Both lists are sorted by start. A threshold just above 0 asks for any overlap.
    """
    pairs = overlapping(first, second)
    return matched_among(pairs, alike=likeness(first, second, pairs=pairs), threshold=threshold)


def matched_among(pairs: Integers, *, alike: Values, threshold: float) -> Integers:
    """Match among candidates of known likeness; index pairs in the order of first, second."""
    enough = alike >= threshold
    pairs, alike = pairs[enough], alike[enough]
    found = maximum_matching(pairs[np.argsort(-alike, kind="stable")])
    return np.asarray(found[np.lexsort((found[:, 1], found[:, 0]))])


def maximum_matching(pairs: Integers) -> Integers:
    """Choose as many index pairs as possible so that no index occurs twice on its side.

    Pairs that stand earlier are tried first; they are given up only for a greater number.
    """
    if not len(pairs):
        return pairs
    single = (np.bincount(pairs[:, 0])[pairs[:, 0]] == 1) & (np.bincount(pairs[:, 1])[pairs[:, 1]] == 1)
    contested = pairs[~single].tolist()
    chosen = np.array(list(_Matching(contested).pairs()), dtype=np.int64).reshape(-1, 2)
    return np.concatenate((pairs[single], chosen))


class _Matching:
    """A matching under way: who is matched with whom, and which seconds lead nowhere."""

    def __init__(self, pairs: list[list[int]]) -> None:
        self._neighbours: dict[int, list[int]] = {}
        self._of_first: dict[int, int] = {}
        self._of_second: dict[int, int] = {}
        # No augmenting path ever passes what a search without success has seen, so it is not seen again.
        self._dead: set[int] = set()
        for one, two in pairs:
            self._neighbours.setdefault(one, []).append(two)
            if one not in self._of_first and two not in self._of_second:
                self._of_first[one], self._of_second[two] = two, one

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Match whoever can still be matched and give the pairs."""
        for one in self._neighbours:
            if one not in self._of_first:
                self._augment(one)
        yield from self._of_first.items()

    def _augment(self, start: int) -> None:
        """Search breadth first for a free second and rematch along the way to it."""
        reached_from: dict[int, int] = {}
        frontier = [start]
        for one in frontier:
            for two in self._neighbours[one]:
                if two in reached_from or two in self._dead:
                    continue
                reached_from[two] = one
                if two not in self._of_second:
                    self._rematch(two, reached_from=reached_from)
                    return
                frontier.append(self._of_second[two])
        self._dead.update(reached_from)

    def _rematch(self, free: int, *, reached_from: dict[int, int]) -> None:
        """Give every first on the path the second by which it was left."""
        two: int | None = free
        while two is not None:
            one = reached_from[two]
            before = self._of_first.get(one)
            self._of_first[one], self._of_second[two] = two, one
            two = before


def _ranges(lower: NDArray[np.intp], upper: NDArray[np.intp]) -> Integers:
    """Spell out ranges of indices: pairs of the range's own index and a member of it."""
    counts = np.maximum(upper - lower, 0)
    owners = np.repeat(np.arange(len(counts)), counts)
    shifts = np.repeat(lower - (np.cumsum(counts) - counts), counts)
    return np.column_stack((owners, np.arange(len(owners)) + shifts)).astype(np.int64)
