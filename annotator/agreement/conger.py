# SPDX-License-Identifier: MIT
"""Conger's kappa, Cohen's for two or more coders, each with own marginals.

Conger 1980, "Integration and Generalization of Kappas for Multiple Raters"; Hubert 1977; with missing
values in the form of Gwet (2014).

    kappa = (p_a - p_e) / (1 - p_e),   p_e = sum_k [(sum_g p_gk)^2 - sum_g p_gk^2] / [m (m - 1)]

p_gk is the share of category k among the values that coder g gave, p_a the percent (items). p_e is
the mean over pairs of coders of sum_k p_ik p_jk, which is the same as sum_k (mean_k^2 - s_k^2 / m)
with the sample variance s_k^2 of p_gk over coders; for two coders it is Cohen's. A coder without any
value is no coder here. For one code, p_g being the share that coder g coded and P the sum of them,

    1 - p_e = 2 [P (m - P) - sum_g p_g (1 - p_g)] / [m (m - 1)]

The standard error is the linearisation over units (see :mod:`annotator.agreement.standard_error`):
with d_ugk whether coder g put unit u into k, n_g the values of coder g among n units,

    c_u = sum_gk 2 (sum_h p_hk - p_gk) / [m (m - 1)]  (n / n_g) (d_ugk - p_gk [g valued u])

derived here; it gives what the irrCAC package gives. Values up to 1, without a unit.
"""

import numpy as np

from annotator.agreement.coefficient import CoderCoefficient, Needs, has_variation, quotient
from annotator.agreement.matrix import MISSING, Integers, ReliabilityMatrix, Values
from annotator.agreement.result import Status
from annotator.agreement.standard_error import Estimate, chance_corrected
from annotator.agreement.sums import CoderSums, Sums


def conger_of_sums(sums: Sums, each: CoderSums) -> Values:
    """Conger's kappa of one code, NaN where everyone or no one coded everything."""
    taking_part = each.values > 0
    coders = taking_part.sum(axis=-1)
    units = np.asarray(sums.units, dtype=np.float64)
    # Shares of all units: whole numbers where no value is missing, so that a silent coder's zero is exact.
    all_units = units[..., np.newaxis]
    share = np.where(taking_part, each.coded * (all_units / np.maximum(each.values, 1)), 0.0)
    together = share.sum(axis=-1)
    apart = together * (coders * units - together) - (share * (all_units - share)).sum(axis=-1)
    exists = has_variation(sums) & (coders >= 2)
    observed = (units - sums.agreement) * coders * (coders - 1)
    return 1 - quotient(observed * units, 2 * apart, exists=exists)


def conger_of_matrix(matrix: ReliabilityMatrix) -> Estimate | Status:
    """Conger's kappa of a reliability matrix."""
    pairable = matrix.pairable()
    if pairable.units < 2:
        return Status.ONE_UNIT if pairable.units else Status.NO_UNITS
    valued = matrix.with_values(1)
    if np.count_nonzero(valued.category_totals()) < 2:
        return Status.NO_VARIATION
    columns = [column for column in valued.values.T if np.any(column != MISSING)]
    totals = np.array([totals_of(column, matrix=valued) for column in columns])
    shares = totals / totals.sum(axis=1)[:, np.newaxis]
    together = shares.sum(axis=0)
    pairs = len(columns) * (len(columns) - 1)
    parts = np.zeros(len(valued.values))
    for column, share, given in zip(columns, shares, totals.sum(axis=1), strict=True):
        slope = 2 * (together - share) / pairs * (valued.units / given)
        present = column != MISSING
        parts[present] += slope[column[present]] - slope @ share
    chance = float(together @ together - np.sum(shares**2)) / pairs
    return chance_corrected(valued, shares=pairable.agreeing_share(), chance=chance, chance_parts=parts)


def totals_of(column: Integers, *, matrix: ReliabilityMatrix) -> Values:
    """Give how many units one coder put into each category."""
    present = column != MISSING
    return np.bincount(column[present], matrix.weights[present], len(matrix.categories)).astype(np.float64)


CONGER_KAPPA = CoderCoefficient("conger_kappa", Needs.VARIATION, conger_of_sums)
