# SPDX-License-Identifier: MIT
"""Brennan and Prediger's kappa: chance is one in q, the number of categories of the codebook.

Brennan and Prediger 1981, "Coefficient Kappa: Some Uses, Misuses, and Alternatives", eq. 8; the same
as Bennett, Alpert and Goldstein's S (1954) and Randolph's free-marginal kappa (2005).

    kappa = (p_a - 1/q) / (1 - 1/q)

p_a is the percent (items). For one code q is 2, hence kappa = 2 p_a - 1. It stays defined where
everyone says the same: it is 1 then, trivially. The standard error is that of p_a. Values from
-1 / (q - 1) to 1, without a unit.
"""

from annotator.agreement.coefficient import Coefficient, Needs, quotient
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.result import Status
from annotator.agreement.standard_error import Estimate, chance_corrected, trivial
from annotator.agreement.sums import Sums, Values


def brennan_prediger_of_sums(sums: Sums) -> Values:
    """Brennan and Prediger's kappa of one code."""
    return quotient(2 * sums.agreement - sums.units, sums.units, exists=sums.units > 0)


def brennan_prediger_of_matrix(matrix: ReliabilityMatrix) -> Estimate | Status:
    """Brennan and Prediger's kappa of a reliability matrix, q from its codebook."""
    pairable, valued = matrix.pairable(), matrix.with_values(1)
    if not pairable.units:
        return Status.NO_UNITS
    trivially = trivial(valued)
    if trivially is not None:
        return trivially
    return chance_corrected(valued, shares=pairable.agreeing_share(), chance=1 / matrix.q, chance_parts=0.0)


BRENNAN_PREDIGER = Coefficient("brennan_prediger", Needs.UNITS, brennan_prediger_of_sums)
