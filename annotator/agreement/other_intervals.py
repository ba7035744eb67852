# SPDX-License-Identifier: MIT
"""The other intervals of coefficients of one code: Krippendorff's bootstrap and Gwet's standard error.

Both treat units as drawn one by one. Krippendorff's is of alpha only. Gwet's wants units that stand
for themselves, so it is given for tokens and larger, never for characters.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from annotator.agreement.krippendorff_bootstrap import BESIDE, alphas_of_code, bootstrap_interval
from annotator.agreement.matrix import MISSING, ReliabilityMatrix
from annotator.agreement.matrix_measuring import measure_matrix
from annotator.agreement.question import CHARACTER, Question
from annotator.agreement.result import Interval, Result
from annotator.agreement.sums import CodeNumbers
from annotator.agreement.swept import Swept

ALPHA = "krippendorff_alpha_nominal"
WITH_ERROR = ("fleiss_kappa", "brennan_prediger", "gwet_ac1", ALPHA)
"""The coefficients that have Gwet's interval: all coders stand alike in them, so counts of units suffice."""


def with_krippendorff(results: Sequence[Result], swept: Swept, question: Question) -> list[Result]:
    """Put Krippendorff's own bootstrap on every alpha; the others stay without an interval."""
    return [_drawn(result, swept, question) if result.measure == ALPHA else result for result in results]


def with_gwet(results: Sequence[Result], swept: Swept, question: Question) -> list[Result]:
    """Put the interval of Gwet's standard error on every coefficient that has one."""
    if swept.unit == CHARACTER:
        return list(results)
    found = {code: _gwet_intervals(numbers, level=question.level) for code, numbers in swept.codes.items()}
    return [
        replace(result, interval=found[result.code].get(result.measure))
        if result.value is not None and result.code is not None
        else result
        for result in results
    ]


def _drawn(result: Result, swept: Swept, question: Question) -> Result:
    if result.value is None or result.code is None or not question.resamples:
        return result
    numbers = swept.codes[result.code]
    alphas = alphas_of_code(numbers, resamples=question.resamples, seed=question.seed)
    interval = bootstrap_interval(alphas, level=question.level)
    coders = numbers.gives[numbers.counts].sum(axis=1)
    reason = "; ".join(filter(None, (result.reason, BESIDE if np.ptp(coders) else "")))
    return replace(result, interval=interval, reason=reason, settings={**result.settings, "seed": question.seed})


def _gwet_intervals(numbers: CodeNumbers, *, level: float) -> dict[str, Interval]:
    from annotator.agreement.matrix_measuring import Intervals

    matrix = matrix_of(numbers)
    coders = tuple(str(place) for place in range(matrix.values.shape[1]))
    measured = measure_matrix(matrix, coders=coders, measures=WITH_ERROR, intervals=Intervals(level=level))
    return {result.measure: result.interval for result in measured if result.interval is not None}


def matrix_of(numbers: CodeNumbers) -> ReliabilityMatrix:
    """Give one code as a matrix of counted rows: so many values, so many of them "coded".

    Who of the coders it was is not kept: the matrix serves what treats all coders alike.
    """
    coders = numbers.gives[numbers.counts].sum(axis=1)
    histogram = numbers.histogram[numbers.counts]
    most = numbers.gives.shape[1]
    rows, weights = [], []
    for m in np.unique(coders).tolist():
        for r, units in enumerate(histogram[coders == m].sum(axis=0).tolist()):
            if units:
                rows.append([1] * r + [0] * (m - r) + [MISSING] * (most - m))
                weights.append(units)
    return ReliabilityMatrix(
        categories=(0, 1),
        values=np.array(rows, dtype=np.int64).reshape(-1, most),
        weights=np.array(weights, dtype=np.int64),
    )
