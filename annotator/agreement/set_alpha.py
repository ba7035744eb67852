# SPDX-License-Identifier: MIT
"""Krippendorff's alpha over sets of codes: the value of a unit is all that a coder put on it, or nothing.

Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C, with a distance between
sets in place of the squared difference (Artstein and Poesio 2008, section 4.4, where MASI is used):

    alpha = 1 - D_o / D_e,   D_o = (sum of o_ck d_ck) / N,   D_e = (sum of n_c n_k d_ck) / [N (N - 1)]

A unit with r values adds each ordered pair of its values to the coincidences o_ck with weight
1 / (r - 1); n_c of the N values are the set c. The distances are those of ``sets``. Neither sum holds
a term across documents, so that per document the observed sum of each distance and the n_c suffice.

    set percent = mean over units of the share of coder pairs with equal sets

    mean item Dice = mean over units of the mean over coder pairs of 2 |A & B| / (|A| + |B|)

where two empty sets have a Dice of 1. All values are at most 1, without a unit.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import cast

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Axis
from annotator.agreement.coefficient import quotient
from annotator.agreement.layers import added, common_cuts, coverage, homes_of
from annotator.agreement.matrix import MISSING, ReliabilityMatrix
from annotator.agreement.result import Status
from annotator.agreement.sets import Distance, Sets
from annotator.agreement.sums import Additive, Integers, Values
from annotator.agreement.sweep import Placed

_WORD = 16
"""How many codes are looked up in one table of bits."""
MOST_SETS = 10_000
"""So many distinct sets are compared each with each; beyond, what is expected by chance takes too long."""
MOST_CELLS = 20_000_000
"""So many totals, documents times sets, are held: 160 MB."""


@dataclass(frozen=True, slots=True)
class SetNumbers(Additive):
    """What the measures need, by document; only units with two values or more count.

    ``units``; ``values``; ``coded`` the values that are not the empty set; ``totals`` values by set
    (last axis the sets, of length 0 where there are too many to hold); ``agreement`` the share of
    agreeing pairs added over units; ``disagreement`` coincidences times distance (last axis as
    ``Distance``).
    """

    units: Integers
    values: Integers
    coded: Integers
    totals: Integers
    agreement: Values
    disagreement: Values


def alpha_of(numbers: SetNumbers, *, sets: Sets, distance: Distance) -> Values:
    """Give alpha for each element of the numbers' common shape; NaN where all values are equal."""
    varied = (numbers.totals > 0).sum(axis=-1) > 1
    observed = (numbers.values - 1) * numbers.disagreement[..., distance.place]
    return np.asarray(1 - quotient(observed, sets.expected(numbers.totals, distance=distance), exists=varied))


def percent_of(numbers: SetNumbers) -> Values:
    """Give the share of agreeing pairs per unit; NaN where there is no unit."""
    return quotient(numbers.agreement, numbers.units, exists=numbers.units > 0)


def sets_on_axis(layers: Sequence[Placed], *, axis: Axis, gives: NDArray[np.bool_]) -> tuple[Sets, SetNumbers]:
    """Find the sets on an axis of units; ``layers`` are the codes' runs of units.

    ``gives`` has a line per document and a column per coder; in a document that is to count, two
    coders or more give values.
    """
    cuts = common_cuts(layers, bounds=axis.bounds)
    sets, worn = sets_worn(layers, coders=gives.shape[1], cuts=cuts)
    homes = homes_of(cuts, bounds=axis.bounds)
    return sets, numbers_of(worn, weights=np.diff(cuts), homes=homes, gives=gives, sets=sets)


def sets_worn(layers: Sequence[Placed], *, coders: int, cuts: Integers) -> tuple[Sets, Integers]:
    """Give the distinct sets and, a row per coder, the index of the set on each segment."""
    worn = np.zeros((coders, len(cuts) - 1), dtype=np.int64)
    words = []
    for begun in range(0, len(layers), _WORD):
        word = np.zeros_like(worn)
        for bit, layer in enumerate(layers[begun : begun + _WORD]):
            word |= coverage(layer, coders=coders, cuts=cuts).astype(np.int64) << bit
        words.append(word)
        worn = ranked(worn * (1 << _WORD) + word)
    kinds = int(worn.max(initial=-1)) + 1
    example = np.zeros(kinds, dtype=np.int64)
    example[worn.ravel()] = np.arange(worn.size)
    members = [words[code // _WORD].ravel()[example] >> code % _WORD & 1 for code in range(len(layers))]
    return Sets(np.array(members, dtype=bool).reshape(len(layers), kinds).T), worn


def ranked(numbers: Integers) -> Integers:
    """Give each element the number of its value; the distinct values are numbered from 0 in their order."""
    if numbers.max(initial=0) >= 1 << 22:
        return np.unique(numbers, return_inverse=True)[1].reshape(numbers.shape)
    occurs = np.bincount(numbers.ravel()) > 0
    return np.asarray((np.cumsum(occurs) - 1)[numbers])


def numbers_of(
    worn: Integers, *, weights: Integers, homes: Integers, gives: NDArray[np.bool_], sets: Sets
) -> SetNumbers:
    """Add up by document; ``worn`` has a row per coder and a column for each ``weights`` equal units."""
    documents, sharing = len(gives), gives.sum(axis=1)
    units = added(np.where(sharing[homes] >= 2, weights, 0), homes=homes, documents=documents).astype(np.int64)
    counted = gives & (sharing >= 2)[:, np.newaxis]
    coded = np.zeros(documents)
    for own, given in zip(worn, counted.T, strict=True):
        used = given[homes] & ~sets.empty[own]
        coded += added(np.where(used, weights, 0), homes=homes, documents=documents)
    disagreement = np.zeros((len(Distance), documents))
    for first, second in combinations(range(len(worn)), 2):
        both = (gives[:, first] & gives[:, second])[homes]
        unlike = np.flatnonzero(both & (worn[first] != worn[second]))
        for place, apart in enumerate(sets.between(worn[first, unlike], worn[second, unlike])):
            disagreement[place] += added(apart * weights[unlike], homes=homes[unlike], documents=documents)
    disagreement *= 2 / np.maximum(sharing - 1, 1)
    return SetNumbers(
        units=units,
        values=units * sharing,
        coded=coded.astype(np.int64),
        totals=totals_of(worn, weights=weights, homes=homes, counted=counted, kinds=len(sets)),
        agreement=units - disagreement[Distance.NOMINAL.place] / np.maximum(sharing, 1),
        disagreement=disagreement.T,
    )


def totals_of(
    worn: Integers, *, weights: Integers, homes: Integers, counted: NDArray[np.bool_], kinds: int
) -> Integers:
    """Count the values by document and set; nothing where there are too many to hold or to compare."""
    documents = len(counted)
    if kinds > MOST_SETS or documents * kinds > MOST_CELLS:
        return np.zeros((documents, 0), dtype=np.int64)
    totals = np.zeros(documents * kinds)
    for own, given in zip(worn, counted.T, strict=True):
        totals += added(np.where(given[homes], weights, 0), homes=homes * kinds + own, documents=documents * kinds)
    return totals.astype(np.int64).reshape(documents, kinds)


def numbers_of_matrix(matrix: ReliabilityMatrix) -> tuple[Sets, SetNumbers]:
    """Take a matrix whose categories are sets; rows with as many values stand in one document each."""
    # Where every value is missing there is no set to point at.
    sets = Sets.of([cast("Collection[str]", category) for category in matrix.categories] or [()])
    patterns, homes = np.unique(matrix.values != MISSING, axis=0, return_inverse=True)
    numbers = numbers_of(
        np.maximum(matrix.values, 0).T, weights=matrix.weights, homes=homes.ravel(), gives=patterns, sets=sets
    )
    return sets, numbers


def set_alpha_of_matrix(matrix: ReliabilityMatrix, *, distance: Distance) -> float | Status:
    """Alpha of a reliability matrix whose categories are sets."""
    sets, numbers = numbers_of_matrix(matrix)
    pooled = numbers.pooled()
    status = lacking_for_alpha(pooled, sets=sets)
    return float(alpha_of(pooled, sets=sets, distance=distance)) if status is Status.OK else status


def lacking_for_alpha(pooled: SetNumbers, *, sets: Sets) -> Status:
    """Say from exact counts whether alpha exists (``ok``), or what it lacks."""
    if pooled.units < 2:
        return Status.ONE_UNIT if pooled.units else Status.NO_UNITS
    if len(sets) > len(pooled.totals):
        return Status.TOO_LARGE
    return Status.OK if np.count_nonzero(pooled.totals) > 1 else Status.NO_VARIATION


def dice_item_mean_of_matrix(matrix: ReliabilityMatrix) -> float | Status:
    """Mean item Dice of a reliability matrix whose categories are sets."""
    pairable = matrix.pairable()
    if not pairable.units:
        return Status.NO_UNITS
    members = Sets.of([cast("Collection[str]", category) for category in matrix.categories]).members
    sizes = members.sum(axis=1)
    found = np.zeros(len(pairable.values))
    for one, two in combinations(pairable.values.T, 2):
        common = (members[one] & members[two]).sum(axis=1)
        together = sizes[one] + sizes[two]
        dice = np.where(together == 0, 1.0, 2 * common / np.maximum(together, 1))
        found += np.where((one != MISSING) & (two != MISSING), dice, 0)
    values = pairable.values_per_unit
    return float(np.sum(pairable.weights * found * 2 / (values * (values - 1))) / pairable.units)
