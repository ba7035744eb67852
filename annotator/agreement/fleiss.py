# SPDX-License-Identifier: MIT
"""Fleiss' kappa for two or more coders.

Fleiss 1971, "Measuring Nominal Scale Agreement Among Many Raters", eq. 1 to 6; with missing values in
the form of Gwet (2014, Handbook of Inter-Rater Reliability).

    kappa = (p_a - p_e) / (1 - p_e),   p_e = sum_k pi_k^2,   pi_k = (1/n) * sum_u r_uk / r_u

p_a is the percent (items) over units with two values or more. In a matrix pi_k takes in units with
one value as well. For one code pi is taken over the same documents as everything else in its row,
those in which at least two coders give values, so that one n holds for all. With the two values
"coded" (share p) and "not coded" p_e = p^2 + (1 - p)^2, hence kappa = 1 - (1 - p_a) / [2 p (1 - p)].

What a unit adds to p_e (see :mod:`annotator.agreement.standard_error`) is

    c_u = 2 [sum_k (r_uk / r_u) pi_k - p_e]

Fleiss' own example (30 patients, 6 psychiatrists) gives .430. Values up to 1, without a unit.
"""

import numpy as np

from annotator.agreement.coefficient import Coefficient, Needs, has_variation, quotient
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.result import Status
from annotator.agreement.standard_error import Estimate, chance_corrected
from annotator.agreement.sums import Sums, Values


def fleiss_of_sums(sums: Sums) -> Values:
    """Fleiss' kappa of one code, NaN where everyone or no one coded everything."""
    apart = sums.units * (sums.units - sums.agreement)
    chance = 2 * sums.share * (sums.units - sums.share)
    return 1 - quotient(apart, chance, exists=has_variation(sums))


def fleiss_of_matrix(matrix: ReliabilityMatrix) -> Estimate | Status:
    """Fleiss' kappa of a reliability matrix."""
    pairable = matrix.pairable()
    if pairable.units < 2:
        return Status.ONE_UNIT if pairable.units else Status.NO_UNITS
    valued = matrix.with_values(1)
    if np.count_nonzero(valued.category_totals()) < 2:
        return Status.NO_VARIATION
    shares = valued.category_shares()
    chance = float(shares @ shares)
    parts = 2 * (valued.mean_of_values(shares) - chance)
    return chance_corrected(valued, shares=pairable.agreeing_share(), chance=chance, chance_parts=parts)


FLEISS_KAPPA = Coefficient("fleiss_kappa", Needs.VARIATION, fleiss_of_sums)
