# SPDX-License-Identifier: MIT
"""Krippendorff's alpha with the nominal metric, for two or more coders.

Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", sections A to C; 2004, Content
Analysis, 2nd ed., ch. 11.

    alpha = 1 - D_o / D_e

Only units with two values or more enter. A unit with r_u values adds each ordered pair of its values
to the coincidences with weight 1 / (r_u - 1). With N values in all, n_k of them in category k,

    D_o = (sum of coincidences of unequal values) / N,   D_e = (N^2 - sum_k n_k^2) / [N (N - 1)]

For one code with n1 of the N values "coded", and o the coincidences of unequal values,

    alpha = 1 - (N - 1) o / [2 n1 (N - n1)]

By hand: 300 characters, A codes 50 of them, B is silent: N = 600, n1 = 50, o = 100, alpha = -.08909.
Values up to 1, without a unit.
"""

import numpy as np

from annotator.agreement.coefficient import Coefficient, Needs, has_variation, quotient
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.result import Status
from annotator.agreement.sums import Sums, Values


def alpha_of_sums(sums: Sums) -> Values:
    """Nominal alpha of one code, NaN where all values are equal."""
    observed = (sums.values - 1) * sums.disagreement
    # In float64: the product of two counts may leave int64 in very long resamples.
    expected = 2.0 * sums.coded * (sums.values - sums.coded)
    return 1 - quotient(observed, expected, exists=has_variation(sums))


def alpha_of_matrix(matrix: ReliabilityMatrix) -> float | Status:
    """Nominal alpha of a reliability matrix."""
    pairable = matrix.pairable()
    if pairable.units < 2:
        return Status.ONE_UNIT if pairable.units else Status.NO_UNITS
    totals = [int(total) for total in pairable.category_totals()]
    number = sum(totals)
    expected = number**2 - sum(total**2 for total in totals)
    if expected == 0:
        return Status.NO_VARIATION
    values = pairable.values_per_unit
    unequal = (values**2 - (pairable.counts() ** 2).sum(axis=1)) / (values - 1)
    return 1 - (number - 1) * float(np.sum(pairable.weights * unequal)) / expected


KRIPPENDORFF_ALPHA_NOMINAL = Coefficient("krippendorff_alpha_nominal", Needs.VARIATION, alpha_of_sums)
