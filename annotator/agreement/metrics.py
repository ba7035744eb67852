# SPDX-License-Identifier: MIT
"""Krippendorff's squared distances between values (Krippendorff 2011, section "Metric differences").

    nominal    [c != k]
    ordinal    (sum over g from c to k of n_g - (n_c + n_k) / 2)^2, g by rank, both ends included
    interval   (c - k)^2
    ratio      ((c - k) / (c + k))^2, and 0 where c + k = 0

n_g is how often value g was given to units with two values or more. With v_c the middle of the n_c
places that value c takes when all values given stand in a row, the ordinal distance is (v_c - v_k)^2.
"""

from enum import StrEnum

import numpy as np

from annotator.agreement.matrix import Comparison, Integers, ReliabilityMatrix, Values

_TINY = np.finfo(np.float64).tiny
_HUGE = np.finfo(np.float64).max / 4


class Metric(StrEnum):
    """What the values are: names, ranks, numbers on a scale, or numbers counted from a true zero."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


def squared_distance(metric: Metric, *, matrix: ReliabilityMatrix) -> Comparison | None:
    """Give the squared distance of two categories of the matrix; None where its values are not of the metric's kind.

    Interval distances are of places between the smallest and the largest value, ratio distances of the
    values divided by the largest: no alpha can tell, no number overflows, and years or times far from
    zero lose nothing.
    """
    if metric is Metric.NOMINAL:
        return np.not_equal
    if metric is Metric.ORDINAL:
        ranks = matrix.ranks()
        return None if ranks is None else difference_of(middles(ranks, totals=matrix.pairable().category_totals()))
    numbers = matrix.numbers()
    if numbers is None or (metric is Metric.RATIO and np.any(numbers < 0)):
        return None
    if metric is Metric.INTERVAL:
        return difference_of(between_extremes(numbers))
    return ratio_of(numbers / max(float(numbers.max(initial=0)), _TINY))


def between_extremes(numbers: Values) -> Values:
    """Give the place of each number between the smallest, 0, and the largest, 1; all 0 where they are one."""
    # The difference of very large numbers may be too large for a number.
    scale = 0.5 if np.abs(numbers).max(initial=0) > _HUGE else 1.0
    above = numbers * scale - numbers.min(initial=np.inf) * scale
    return np.asarray(above / max(float(above.max(initial=0)), _TINY))


def difference_of(positions: Values) -> Comparison:
    """Give the squared difference of the categories' positions."""
    return lambda first, second: (positions[first] - positions[second]) ** 2


def ratio_of(positions: Values) -> Comparison:
    """Give the squared difference of the categories' positions relative to their sum."""

    def compare(first: Integers, second: Integers) -> Values:
        apart, together = positions[first] - positions[second], positions[first] + positions[second]
        return np.asarray(np.divide(apart, together, out=np.zeros(np.shape(apart)), where=together > 0) ** 2)

    return compare


def middles(ranks: Integers, *, totals: Integers) -> Values:
    """Give the middle of each category's places, as a share of all, when all values stand in a row by rank."""
    order = np.argsort(ranks)
    found = np.empty(len(ranks))
    found[order] = np.cumsum(totals[order]) - totals[order] / 2
    return np.asarray(found / max(int(totals.sum()), 1))
