# SPDX-License-Identifier: MIT
"""Weighted kappa for two coders and categories on a scale (Cohen 1968, "Weighted Kappa", eq. 6).

    kappa_w = 1 - D_o / D_e,   D_o = sum_ij w_ij p_ij,   D_e = sum_ij w_ij p_i. p_.j

over the units valued by both, with disagreement weights between the ranks i and j of the two
categories: linear |i - j|, quadratic (i - j)^2, the same in both sums, so that their scale drops out.
A category that nobody used still holds its place on the scale.

The standard error is the linearisation over units of Fleiss, Cohen and Everitt (1969): a unit put
into i and j moves kappa_w by

    [(D_e - w_ij) - (1 - kappa_w) (2 D_e - sum_l w_il p_.l - sum_l w_lj p_l.)] / D_e - kappa_w

Values up to 1, without a unit.
"""

import numpy as np

from annotator.agreement.gwet import Weights
from annotator.agreement.matrix import Integers, ReliabilityMatrix, Values, mean_comparisons
from annotator.agreement.result import Status
from annotator.agreement.standard_error import Estimate


def weighted_kappa_of_matrix(matrix: ReliabilityMatrix, *, weights: Weights) -> Estimate | Status:
    """Weighted kappa of a reliability matrix; ValueError unless it has exactly two coders.

    ``not_for_these_values`` where the categories have no ranks.
    """
    if matrix.values.shape[1] != 2:
        raise ValueError("weighted kappa is a coefficient of two coders")
    both, ranks = matrix.pairable(), matrix.ranks()
    if not both.units:
        return Status.NO_UNITS
    if ranks is None:
        return Status.NOT_FOR_THESE_VALUES
    if both.units == 1:
        return Status.ONE_UNIT
    if np.count_nonzero(both.category_totals()) < 2:
        return Status.NO_VARIATION
    first, second = both.values.T
    of_first, of_second = (np.bincount(column, both.weights, len(ranks)) / both.units for column in (first, second))
    occurring = np.flatnonzero(both.category_totals())

    def apart(one: Integers, other: Integers) -> Values:
        return weights.disagreement(ranks[one] - ranks[other])

    by_first, by_second = (mean_comparisons(apart, among=occurring, shares=each) for each in (of_second, of_first))
    each = apart(first, second)
    observed, expected = float(both.weights @ each) / both.units, float(of_first @ by_first)
    value = 1 - observed / expected
    moved = expected - each - (1 - value) * (2 * expected - by_first[first] - by_second[second])
    return Estimate(value=value, parts=moved / expected - value, weights=both.weights)
