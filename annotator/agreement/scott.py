# SPDX-License-Identifier: MIT
"""Scott's pi for two coders (Scott 1955, "Reliability of Content Analysis: The Case of Nominal Scale Coding").

    pi = (p_o - p_e) / (1 - p_e),   p_e = sum_k p_k^2,   p_k the mean of the two coders' shares of k

over the units valued by both. For one code on n units, of which the first coder codes a, the second
b, both c, the same is, in whole numbers up to the last division,

    pi = 1 - 2 n (a + b - 2 c) / [(a + b) (2 n - a - b)]

The denominator is zero exactly where both coded nothing or both coded everything. Fleiss' kappa of
two coders who value the same units is the same number. Values from -1 to 1, without a unit.
"""

from annotator.agreement.coefficient import Needs, PairCoefficient, quotient
from annotator.agreement.fleiss import fleiss_of_matrix
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.result import Status
from annotator.agreement.standard_error import Estimate
from annotator.agreement.sums import PairSums, Values


def scott_of_pair(pair: PairSums) -> Values:
    """Scott's pi of one code. Whole up to 10**9 units, where int64 products end."""
    coded = pair.first + pair.second
    chance = coded * (2 * pair.units - coded)
    return 1 - quotient(2 * pair.units * (coded - 2 * pair.both), chance, exists=chance > 0)


def scott_of_matrix(matrix: ReliabilityMatrix) -> Estimate | Status:
    """Scott's pi of a reliability matrix; ValueError unless it has exactly two coders."""
    if matrix.values.shape[1] != 2:
        raise ValueError("Scott's pi is a coefficient of two coders")
    return fleiss_of_matrix(matrix.pairable())


SCOTT_PI = PairCoefficient("scott_pi", Needs.VARIATION, scott_of_pair)
