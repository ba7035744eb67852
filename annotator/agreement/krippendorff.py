# SPDX-License-Identifier: MIT
"""Krippendorff's alpha, for two or more coders, any metric, and with missing values.

Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", sections A to C; 2004, Content
Analysis, 2nd ed., ch. 11.

    alpha = 1 - D_o / D_e

Only units with two values or more enter. A unit with r_u values adds each ordered pair of its values
to the coincidences o_ck with weight 1 / (r_u - 1). With N values in all, n_k of them in category k,
and squared distances d_ck between values (see :mod:`annotator.agreement.metrics`),

    D_o = sum_ck o_ck d_ck / N,   D_e = sum_ck n_c n_k d_ck / [N (N - 1)]

For one code with n1 of the N values "coded", and o the coincidences of unequal values,

    alpha = 1 - (N - 1) o / [2 n1 (N - n1)]

By hand: 300 characters, A codes 50 of them, B is silent: N = 600, n1 = 50, o = 100, alpha = -.08909.
The standard error is that of the uncorrected alpha' = 1 - D_o / D', D' = D_e (N - 1) / N, by
linearisation over the units with two values or more (see :mod:`annotator.agreement.standard_error`).
With r the mean of r_u, D_u and E_u the sums over the values of unit u of their mean distance to the
unit's other values and to all values, t_u = r_u / r - 1,

    x_u = 1 - [D_u / r - (1 - 1/N) D_o t_u] / D' - 2 (1 - alpha') [r_u / r - E_u / (r D')]

Derived here; the factor 1 - 1/N is what the irrCAC package has, to whose figures this is equal. Without
missing values and with the nominal metric it is the standard error of Fleiss' kappa. The ordinal
distances depend on the values themselves, for which this does not account: no error is given there.
Values up to 1, without a unit.
"""

import numpy as np

from annotator.agreement.coefficient import Coefficient, Needs, has_variation, quotient
from annotator.agreement.matrix import Comparison, ReliabilityMatrix, mean_comparisons
from annotator.agreement.metrics import Metric, squared_distance
from annotator.agreement.result import Status
from annotator.agreement.standard_error import Estimate
from annotator.agreement.sums import Sums, Values


def alpha_of_sums(sums: Sums) -> Values:
    """Nominal alpha of one code, NaN where all values are equal."""
    observed = (sums.values - 1) * sums.disagreement
    # In float64: the product of two counts may leave int64 in very long resamples.
    expected = 2.0 * sums.coded * (sums.values - sums.coded)
    return 1 - quotient(observed, expected, exists=has_variation(sums))


def alpha_of_matrix(matrix: ReliabilityMatrix, *, metric: Metric = Metric.NOMINAL) -> Estimate | Status:
    """Alpha of a reliability matrix; ``not_for_these_values`` where its values are not of the metric's kind."""
    distance = squared_distance(metric, matrix=matrix)
    if distance is None:
        return Status.NOT_FOR_THESE_VALUES if matrix.pairable().units else Status.NO_UNITS
    found = alpha_by(matrix, distance=distance)
    if metric is Metric.ORDINAL and isinstance(found, Estimate):
        # The distances themselves are taken from the values, which the parts leave out.
        return Estimate(found.value)
    return found


def alpha_by(matrix: ReliabilityMatrix, *, distance: Comparison) -> Estimate | Status:
    """Alpha of a reliability matrix with any squared distance of its categories, by index.

    The distance is symmetric, 0 between equal categories, and serves arrays of any shape.
    """
    pairable = matrix.pairable()
    if pairable.units < 2:
        return Status.ONE_UNIT if pairable.units else Status.NO_UNITS
    if np.count_nonzero(pairable.category_totals()) < 2:
        return Status.NO_VARIATION
    values, weights = pairable.values_per_unit, pairable.weights
    number, units = int(weights @ values), pairable.units
    within = values * pairable.mean_of_pairs(distance)
    expected = expected_distances(pairable, distance=distance)
    by_chance = float(expected @ pairable.category_totals()) / number
    if by_chance == 0:
        return Status.NO_VARIATION
    observed = float(weights @ within) / number
    mean = number / units
    uncorrected = 1 - observed / by_chance
    longer = values / mean - 1
    parts = (
        1
        - (within / mean - (1 - 1 / number) * observed * longer) / by_chance
        - 2 * (1 - uncorrected) * (values / mean) * (1 - pairable.mean_of_values(expected) / by_chance)
        - uncorrected
    )
    return Estimate(value=1 - (number - 1) / number * observed / by_chance, parts=parts, weights=weights)


def expected_distances(pairable: ReliabilityMatrix, *, distance: Comparison) -> Values:
    """Give for each category that occurs the mean distance to all values given, 0 for the others."""
    totals = pairable.category_totals()
    return mean_comparisons(distance, among=np.flatnonzero(totals), shares=totals / totals.sum())


KRIPPENDORFF_ALPHA_NOMINAL = Coefficient("krippendorff_alpha_nominal", Needs.VARIATION, alpha_of_sums)
