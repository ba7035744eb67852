# SPDX-License-Identifier: MIT
"""Distances between two sets of codes: 0 where they are equal, 1 where they share nothing.

With i = |A & B|, u = |A | B| and J = i / u:

* nominal: 0 if A = B, else 1
* Jaccard: 1 - J (Jaccard 1901)
* MASI: 1 - J M, where M is 1 if A = B, 2/3 if one lies inside the other, 1/3 if they otherwise
  overlap, 0 if they share nothing (Passonneau 2006, "Measuring Agreement on Set-valued Items (MASI)
  for Semantic and Pragmatic Annotation"; exact thirds)
* MASI as DKPro Statistics reckons it: (1 - J) (1 - M), where the empty set lies inside any other; not
  the published one, for comparison only

Two empty sets are equal: distance 0. An empty set and any other share nothing: distance 1 (in DKPro's
MASI 1/3).
Distances are shares of 1, without a unit.
"""

from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.sums import Integers, Values

_CELLS = 1_000_000
"""How many distances are held at once."""


class Distance(StrEnum):
    """The distances by name, in the order in which they stand in arrays."""

    NOMINAL = "nominal"
    JACCARD = "jaccard"
    MASI = "masi"
    MASI_DKPRO = "masi_dkpro"

    @property
    def place(self) -> int:
        """Where this distance stands in arrays."""
        return tuple(Distance).index(self)


@dataclass(frozen=True, slots=True)
class Sets:
    """Distinct sets: a row for each, a column for each member that any of them may have."""

    members: NDArray[np.bool_]

    @classmethod
    def of(cls, sets: Sequence[Collection[Hashable]]) -> "Sets":
        """Take sets of anything."""
        columns = {member: place for place, member in enumerate(dict.fromkeys(each for own in sets for each in own))}
        members = np.zeros((len(sets), len(columns)), dtype=bool)
        for row, own in enumerate(sets):
            members[row, [columns[member] for member in own]] = True
        return cls(members)

    def __len__(self) -> int:
        return len(self.members)

    @property
    def empty(self) -> NDArray[np.bool_]:
        """Which set is the empty one."""
        return np.asarray(~self.members.any(axis=1))

    def between(self, first: Integers, second: Integers) -> Values:
        """Give all distances between sets by index, element by element: a row for each distance."""
        keys, places = np.unique(first * len(self) + second, return_inverse=True)
        one, two = np.divmod(keys, max(len(self), 1))
        sizes = self.members.sum(axis=1)
        common = np.zeros(len(keys), dtype=np.int64)
        for column in self.members.T:
            common += column[one] & column[two]
        found = [distances(common, sizes[one], sizes[two], distance=distance) for distance in Distance]
        return np.stack(found)[:, places.ravel()]

    def rows(self, distance: Distance) -> Iterator[tuple[slice, Values]]:
        """Go through the square of the distances between all sets, some rows at a time."""
        sizes = self.members.sum(axis=1)
        # Whole numbers up to the number of codes: exact in float64, which multiplies fastest.
        members = self.members.astype(np.float64)
        step = max(1, _CELLS // max(len(self), 1))
        for begun in range(0, len(self), step):
            part = slice(begun, begun + step)
            common = np.rint(members[part] @ members.T).astype(np.int64)
            yield part, distances(common, sizes[part, np.newaxis], sizes, distance=distance)

    def expected(self, totals: NDArray[np.int64] | Values, *, distance: Distance) -> Values:
        """Add n_c n_k times the distance of c and k over all ordered pairs of sets.

        The last axis of ``totals`` is the sets; the others stay.
        """
        weights = np.asarray(totals, dtype=np.float64)
        found = np.zeros(weights.shape[:-1])
        for part, square in self.rows(distance):
            found += ((weights[..., part] @ square) * weights).sum(axis=-1)
        return found


def distances(common: Integers, first: Integers, second: Integers, *, distance: Distance) -> Values:
    """Give the distance from the number of common members and the sizes of both sets, element by element."""
    either = first + second - common
    equal = common == either
    if distance is Distance.NOMINAL:
        return np.where(equal, 0.0, 1.0)
    unlike = (either - common) / np.maximum(either, 1)
    if distance is Distance.JACCARD:
        return np.asarray(unlike)
    inside = (common == first) | (common == second)
    if distance is Distance.MASI_DKPRO:
        apart = np.select([equal, inside, common == 0], [0, 1, 3], default=2)
        return np.asarray(unlike * apart / 3)
    thirds = np.select([equal, common == 0, inside], [3, 0, 2], default=1)
    # Two empty sets are equal, so that nothing is left of 3 thirds.
    return np.where(equal, 0.0, 1 - common * thirds / (3 * np.maximum(either, 1)))
