# SPDX-License-Identifier: MIT
"""Disagreement on codes alone, over the best alignment (Mathet 2017): what gamma-cat and gamma-k rest on.

Over the pairs of units that are aligned with each other, each of a unitary alignment of k units,

    weight = max(0, 1 - p) / (k - 1),   p = ((|start_x - start_y| + |end_x - end_y|) / (length_x + length_y))^2
    disorder = sum of weight [code_x != code_y] / sum of weight

for gamma-cat; for gamma-k over those pairs in which at least one unit has the code. Units that stand
alone are left out. Sums are added over documents before they are divided, as many documents hold no
pair of a given code. Shares between 0 and 1.
"""

from itertools import combinations

import numpy as np

from annotator.agreement.gamma.alignment import Alignment
from annotator.agreement.gamma.continuum import Numbers
from annotator.agreement.gamma.dissimilarity import categorical, positional


def code_sums(alignment: Alignment, *, kinds: int) -> Numbers:
    """Give two rows, disagreeing and whole weight; a column per code and a last one for all pairs."""
    sums = np.zeros((2, kinds + 1))
    units, together = alignment.units, alignment.together.astype(np.int64)
    shared = 1 / ((together >= 0).sum(axis=1) - 1)
    for one, two in combinations(range(units.team), 2):
        pairs = (together[:, one] >= 0) & (together[:, two] >= 0)
        first, second = together[pairs, one], together[pairs, two]
        weight = np.maximum(0, 1 - positional(units, first, second)) * shared[pairs]
        differ = categorical(units, first, second)
        for row, values in enumerate((weight * differ, weight)):
            sums[row, -1] += values.sum()
            sums[row, :-1] += np.bincount(units.kinds[first], weights=values, minlength=kinds)
            # A pair of two codes stands under both, a pair of one code once.
            sums[row, :-1] += np.bincount(units.kinds[second], weights=values * differ, minlength=kinds)
    return sums


def disorders_of(sums: Numbers) -> Numbers:
    """Divide the disagreeing by the whole weight; nan where there is none."""
    weight = sums[..., 1, :]
    return np.asarray(np.divide(sums[..., 0, :], weight, out=np.full(weight.shape, np.nan), where=weight > 0))
