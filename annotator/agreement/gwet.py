# SPDX-License-Identifier: MIT
"""Gwet's AC1, and AC2 for categories on a scale.

Gwet 2008, "Computing inter-rater reliability and its variance in the presence of high agreement",
eq. 5 to 7; with weights and missing values Gwet 2014, Handbook of Inter-Rater Reliability, ch. 3.

    AC = (p_a - p_e) / (1 - p_e)
    p_a = (1/n') sum over units with r_u >= 2 of  sum_k r_uk (sum_l w_kl r_ul - 1) / [r_u (r_u - 1)]
    p_e = [sum_kl w_kl / (q (q - 1))]  sum_k pi_k (1 - pi_k),   pi_k = (1/n) sum_u r_uk / r_u

with q categories of the codebook and agreement weights w between the ranks i and j of two of them:

    identity   [i = j]
    linear     1 - |i - j| / (q - 1)
    quadratic  1 - ((i - j) / (q - 1))^2

Identity gives AC1. For one code of share p, p_e = 2 p (1 - p). p_e is at most 1/2 for AC1, so it
stays defined where everyone says the same: it is 1 then, trivially. What a unit adds to p_e is

    c_u = 2 {[sum_kl w_kl / (q (q - 1))] [1 - sum_k (r_uk / r_u) pi_k] - p_e}

Values up to 1, without a unit.
"""

from enum import StrEnum

import numpy as np

from annotator.agreement.coefficient import Coefficient, Needs, quotient
from annotator.agreement.matrix import Comparison, Integers, ReliabilityMatrix, Values
from annotator.agreement.result import Status
from annotator.agreement.standard_error import Estimate, chance_corrected, trivial
from annotator.agreement.sums import Sums


class Weights(StrEnum):
    """How much two categories agree, by their distance on the scale."""

    IDENTITY = "identity"
    LINEAR = "linear"
    QUADRATIC = "quadratic"

    def disagreement(self, steps: Integers) -> Values:
        """Give the disagreement of ranks so many steps apart: steps, squared steps, or whether there are any."""
        match self:
            case Weights.IDENTITY:
                return np.asarray(steps != 0, dtype=np.float64)
            case Weights.LINEAR:
                return np.abs(steps).astype(np.float64)
            case Weights.QUADRATIC:
                return steps.astype(np.float64) ** 2


def ac1_of_sums(sums: Sums) -> Values:
    """Gwet's AC1 of one code; in float64, as the square of a count of characters may leave int64."""
    units = np.asarray(sums.units, dtype=np.float64)
    chance = 2 * sums.share * (units - sums.share)
    return quotient(units * sums.agreement - chance, units * units - chance, exists=units > 0)


def ac1_of_matrix(matrix: ReliabilityMatrix) -> Estimate | Status:
    """Gwet's AC1 of a reliability matrix, q from its codebook."""
    return ac2_of_matrix(matrix, weights=Weights.IDENTITY)


def ac2_of_matrix(matrix: ReliabilityMatrix, *, weights: Weights) -> Estimate | Status:
    """Gwet's AC2 of a reliability matrix; ``not_for_these_values`` where weights need ranks and there are none."""
    pairable, valued = matrix.pairable(), matrix.with_values(1)
    if not pairable.units:
        return Status.NO_UNITS
    ranks = np.arange(len(matrix.categories)) if weights is Weights.IDENTITY else matrix.ranks()
    if ranks is None:
        return Status.NOT_FOR_THESE_VALUES
    trivially = trivial(valued)
    if trivially is not None:
        return trivially
    agree = agreement_of_ranks(ranks, q=matrix.q, weights=weights)
    shares = valued.category_shares()
    factor = weight_factor(matrix.q, weights=weights)
    chance = factor * (1 - float(shares @ shares))
    return chance_corrected(
        valued,
        shares=pairable.mean_of_pairs(agree),
        chance=chance,
        chance_parts=2 * (factor * (1 - valued.mean_of_values(shares)) - chance),
    )


def agreement_of_ranks(ranks: Integers, *, q: int, weights: Weights) -> Comparison:
    """Give the agreement weight of two categories, from 0 to 1."""
    largest = float(weights.disagreement(np.array(q - 1)))
    return lambda first, second: 1 - weights.disagreement(ranks[first] - ranks[second]) / largest


def weight_factor(q: int, *, weights: Weights) -> float:
    """Give sum_kl w_kl / [q (q - 1)] over all q categories, at least two; summed up in closed form."""
    match weights:
        case Weights.IDENTITY:
            return 1 / (q - 1)
        case Weights.LINEAR:
            return (2 * q - 1) / (3 * (q - 1))
        case Weights.QUADRATIC:
            return q * (5 * q - 7) / (6 * (q - 1) ** 2)


GWET_AC1 = Coefficient("gwet_ac1", Needs.UNITS, ac1_of_sums)
