# SPDX-License-Identifier: MIT
"""Observed agreement, in its two definitions; they differ only where values are missing.

``percent_items`` is what is printed as "percent" everywhere: the mean over units of the share of
coder pairs that agree (Fleiss 1971, eq. 2 and 3; Gwet 2014, p_a with missing values):

    (1/n') * sum over units with r_u >= 2 of  sum_k r_uk (r_uk - 1) / [r_u (r_u - 1)]

``percent_pairable`` is Krippendorff's 1 - D_o, the same mean with each unit weighted by its number
of values r_u. For example C of Krippendorff's "Computing Krippendorff's Alpha-Reliability" (2011)
they are .818 and .800. Both are shares of 1, without a unit.
"""

import numpy as np

from annotator.agreement.coefficient import Coefficient, Needs, quotient
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.result import Status
from annotator.agreement.standard_error import Estimate
from annotator.agreement.sums import Sums, Values


def percent_of_sums(sums: Sums) -> Values:
    """Percent (items) of a code: agreeing pairs per unit, averaged over units."""
    return quotient(sums.agreement, sums.units, exists=sums.units > 0)


def percent_pairable_of_sums(sums: Sums) -> Values:
    """Percent (pairable values) of a code: the share of values' coincidences that are equal, 1 - D_o."""
    return quotient(sums.values - sums.disagreement, sums.values, exists=sums.values > 0)


def percent_items_of_matrix(matrix: ReliabilityMatrix) -> Estimate | Status:
    """Percent (items) of a reliability matrix; units with fewer than two values do not count."""
    pairable = matrix.pairable()
    if not pairable.units:
        return Status.NO_UNITS
    return Estimate(float(np.sum(pairable.weights * pairable.agreeing_share()) / pairable.units))


def percent_pairable_of_matrix(matrix: ReliabilityMatrix) -> Estimate | Status:
    """Percent (pairable values) of a reliability matrix: units weighted by their values."""
    pairable = matrix.pairable()
    if not pairable.units:
        return Status.NO_UNITS
    values = pairable.weights * pairable.values_per_unit
    return Estimate(float(np.sum(values * pairable.agreeing_share()) / np.sum(values)))


PERCENT = Coefficient("percent", Needs.UNITS, percent_of_sums)
PERCENT_PAIRABLE = Coefficient("percent_pairable", Needs.UNITS, percent_pairable_of_sums)
