# SPDX-License-Identifier: MIT
"""Cohen's kappa for two coders (Cohen 1960, "A Coefficient of Agreement for Nominal Scales", eq. 1).

    kappa = (p_o - p_e) / (1 - p_e),   p_e = sum_k p_1k p_2k

over the units valued by both, each coder with own marginals. For one code on n units, of which the
first coder codes a, the second b, both c, the same is, in whole numbers up to the last division,

    kappa = 2 (n c - a b) / [a (n - b) + b (n - a)]

so a coder who was silent (b = c = 0) gives exactly 0. The denominator is zero exactly where both
coded nothing or both coded everything. The standard error is Conger's for two coders. Values from -1
to 1, without a unit.
"""

from dataclasses import replace

import numpy as np

from annotator.agreement.coefficient import Needs, PairCoefficient, quotient
from annotator.agreement.conger import conger_of_matrix
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.result import Status
from annotator.agreement.standard_error import Estimate
from annotator.agreement.sums import PairSums, Values


def cohen_of_pair(pair: PairSums) -> Values:
    """Cohen's kappa of one code. Whole up to 3 * 10**9 units, where int64 products end."""
    chance = pair.first * (pair.units - pair.second) + pair.second * (pair.units - pair.first)
    above = 2 * (pair.units * pair.both - pair.first * pair.second)
    return quotient(above, chance, exists=chance > 0)


def cohen_of_matrix(matrix: ReliabilityMatrix) -> Estimate | Status:
    """Cohen's kappa of a reliability matrix; ValueError unless it has exactly two coders."""
    if matrix.values.shape[1] != 2:
        raise ValueError("Cohen's kappa is a coefficient of two coders")
    both = matrix.pairable()
    found = conger_of_matrix(both)
    if isinstance(found, Status):
        return found
    # The value again in whole numbers, so that a silent coder gives exactly 0.
    kinds = len(matrix.categories)
    first, second = (np.bincount(column, both.weights, kinds) for column in both.values.T)
    agreed = int(np.sum(both.weights[both.values[:, 0] == both.values[:, 1]]))
    by_chance = int(np.dot(first, second))
    return replace(found, value=(both.units * agreed - by_chance) / (both.units**2 - by_chance))


COHEN_KAPPA = PairCoefficient("cohen_kappa", Needs.VARIATION, cohen_of_pair)
