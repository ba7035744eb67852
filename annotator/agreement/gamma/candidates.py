# SPDX-License-Identifier: MIT
"""Every unitary alignment that a best alignment can hold (Mathet, Widlöcher and Métivier 2015).

A unitary alignment takes at most one unit of each of the m coders. With k units it costs, in units
of delta_empty and with C = m(m-1)/2 pairs of coders,

    cost = (sum of d over its pairs of units + C - k(k-1)/2) / C

so a unit alone costs 1. Two bounds leave out what no best alignment needs, and nothing else:

* taking a unit u out must not pay: sum of d(u, v) over the others is at most C + k - 1;
* taking all apart must not pay: cost is at most k.

Pairs alone tell nothing for m > 2: two units with d above 2 may well meet in a larger one.

Tuples grow coder by coder. While growing, the size in the bounds is the largest still possible.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from math import comb

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.gamma.continuum import Booleans, Continuum, Integers, Numbers
from annotator.agreement.gamma.dissimilarity import (
    MOST_PAIRS,
    ROUNDING,
    Dissimilarity,
    TooManyCandidates,
    near_pairs,
    places_in_runs,
)

MOST_CANDIDATES = 2_000_000
BLOCK = 200_000
"""How many tuples are tried at once: what bounds the memory beside the tuples themselves."""


@dataclass(frozen=True, slots=True)
class Tuples:
    """``members`` has a row per tuple, a column per coder: the unit's index or -1 for none.

    ``sums`` is shaped alike: what each unit's dissimilarities to the others add up to.
    """

    members: NDArray[np.int32]
    sums: Numbers

    @classmethod
    def none(cls, team: int) -> "Tuples":
        """Give no tuples, for so many coders."""
        return cls(np.empty((0, team), dtype=np.int32), np.empty((0, team)))

    def __len__(self) -> int:
        return len(self.members)

    @property
    def sizes(self) -> Integers:
        """The number of units in each tuple."""
        return np.asarray((self.members >= 0).sum(axis=1))

    def kept(self, chosen: Booleans | Integers) -> "Tuples":
        """Keep some."""
        return Tuples(self.members[chosen], self.sums[chosen])

    def moved(self, by: int) -> "Tuples":
        """Name the units by their index in a larger continuum."""
        return Tuples(np.where(self.members >= 0, self.members + np.int32(by), np.int32(-1)), self.sums)

    @property
    def costs(self) -> Numbers:
        """The cost of each tuple."""
        sizes, pairs = self.sizes, comb(self.members.shape[1], 2)
        return np.asarray((self.sums.sum(axis=1) / 2 + pairs - pairs_among(sizes)) / pairs)

    def within(self, *, growth: int) -> Booleans:
        """Say which tuples keep the bounds when up to ``growth`` more units may come."""
        pairs = comb(self.members.shape[1], 2)
        sizes = self.sizes + growth
        removable = self.sums.max(axis=1) <= pairs + sizes - 1 + ROUNDING
        together = self.sums.sum(axis=1) / 2 <= (sizes - 1) * pairs + pairs_among(sizes) + ROUNDING
        return np.asarray(removable & together)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """For unit ``u`` and coder ``c``: ``units[first[u, c] : first[u, c] + counts[u, c]]`` lie near."""

    units: Integers
    first: Integers
    counts: Integers


def candidates(units: Continuum, *, dissimilarity: Dissimilarity) -> Tuples:
    """Give all candidates of two units or more; TooManyCandidates where there are too many."""
    neighbours = find_neighbours(units, dissimilarity=dissimilarity)
    alone = np.arange(len(units), dtype=np.int32)
    tuples = Tuples.none(units.team)
    for coder in range(units.team):
        own = alone[units.coders == coder]
        members = np.full((len(own), units.team), -1, dtype=np.int32)
        members[:, coder] = own
        starting = Tuples(members, np.zeros(members.shape))
        grown = extended(tuples, units=units, coder=coder, neighbours=neighbours, dissimilarity=dissimilarity)
        tuples = joined([tuples, grown, starting])
        tuples = tuples.kept(tuples.within(growth=units.team - 1 - coder))
        if len(tuples) > MOST_CANDIDATES:
            raise TooManyCandidates
    return tuples.kept(tuples.sizes >= 2)


def find_neighbours(units: Continuum, *, dissimilarity: Dissimilarity) -> Neighbours:
    """Sort the near units of each unit by their coders; only coders who come later are listed."""
    pairs = near_pairs(units, dissimilarity=dissimilarity, most=comb(units.team, 2) + units.team - 1)
    cells = pairs.first * units.team + units.coders[pairs.second]
    order = np.argsort(cells, kind="stable")
    counts = np.bincount(cells, minlength=len(units) * units.team)
    first = np.cumsum(counts) - counts
    shape = (len(units), units.team)
    return Neighbours(pairs.second[order], first.reshape(shape), counts.reshape(shape))


def extended(
    tuples: Tuples, *, units: Continuum, coder: int, neighbours: Neighbours, dissimilarity: Dissimilarity
) -> Tuples:
    """Add a unit of this coder to each tuple in every way that keeps the bounds, counted first."""
    counts = np.where(tuples.members >= 0, neighbours.counts[tuples.members, coder], MOST_PAIRS)
    # The member with the fewest near units of this coder: all members must be near.
    narrowest = np.argmin(counts, axis=1)
    each = np.arange(len(tuples))
    anchors, counts = tuples.members[each, narrowest], counts[each, narrowest]
    if counts.sum() > MOST_PAIRS:
        raise TooManyCandidates
    found = [Tuples.none(units.team)]
    total = 0
    for block in blocks(counts):
        rows = np.repeat(each[block], counts[block])
        places = neighbours.first[anchors[block], coder]
        new = neighbours.units[np.repeat(places, counts[block]) + places_in_runs(counts[block])]
        larger = with_unit(tuples.kept(rows), new=new, units=units, coder=coder, dissimilarity=dissimilarity)
        larger = larger.kept(larger.within(growth=units.team - 1 - coder))
        total += len(larger)
        if total > MOST_CANDIDATES:
            raise TooManyCandidates
        found.append(larger)
    return joined(found)


def with_unit(tuples: Tuples, *, new: Integers, units: Continuum, coder: int, dissimilarity: Dissimilarity) -> Tuples:
    """Add one unit to each tuple and bring the sums up to date; the arrays are the caller's to give."""
    grown = replace(tuples, members=tuples.members.copy(), sums=tuples.sums.copy())
    grown.members[:, coder] = new
    for earlier in range(coder):
        there = np.flatnonzero(tuples.members[:, earlier] >= 0)
        d = dissimilarity.combined(units, tuples.members[there, earlier].astype(np.int64), new[there])
        grown.sums[there, earlier] += d
        grown.sums[there, coder] += d
    return grown


def blocks(counts: Integers) -> list[slice]:
    """Cut the tuples into blocks of about BLOCK extensions each; a tuple is never cut."""
    if not len(counts):
        return []
    numbers = np.cumsum(counts) // BLOCK
    edges = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), len(counts)]
    return [slice(first, last) for first, last in pairwise(edges)]


def joined(parts: list[Tuples]) -> Tuples:
    """Put tuples together."""
    return Tuples(np.concatenate([part.members for part in parts]), np.concatenate([part.sums for part in parts]))


def pairs_among(sizes: Integers) -> Integers:
    """Count the pairs among so many, elementwise."""
    return sizes * (sizes - 1) // 2
