# SPDX-License-Identifier: MIT
"""Krippendorff's own bootstrap of alpha: pairs of values are drawn, not documents or units.

Krippendorff, "Algorithm for bootstrapping a distribution of alpha" (2006 and later versions). For
every unit with m values, each of its m (m - 1) / 2 pairs is replaced by one drawn, all with the same
chance, from all pairs observed within units; with d the squared distance of the drawn pair,

    alpha_b = max(-1, 1 - sum 2 d / [N D_e (m - 1)])

D_e, the expected disagreement, stays that of the data. All pairs of units of the same m are drawn
together: one multinomial draw over the different distances for each m, and for a single code, where a
pair is equal or not, one binomial draw. The interval narrows with the number of units, however much
they depend on each other; where units are characters it must not be read as the interval.
"""

from collections.abc import Callable

import numpy as np

from annotator.agreement.bootstrap import interval_of
from annotator.agreement.krippendorff import expected_distances
from annotator.agreement.matrix import Comparison, Integers, ReliabilityMatrix, Values
from annotator.agreement.result import Interval
from annotator.agreement.sums import CodeNumbers

METHOD = "krippendorff_bootstrap"
BESIDE = (
    "values are missing: this interval takes all pairs of values as equally likely, alpha gives those of units with "
    "fewer values more weight, so it may lie beside alpha"
)
"""What to know of the interval where units have different numbers of values."""
_CELLS = 1_000_000
"""How many counts of drawn distances are held at once: 8 MB."""

Drawer = Callable[[np.random.Generator, int, int], Values]
"""Draws so many pairs, so many times over; gives the sum of their squared distances each time."""


def resampled_alphas(pairs: Integers, *, draw: Drawer, disagreement: float, resamples: int, seed: int) -> Values:
    """Resample alpha; ``pairs`` holds, by the number m of values of a unit, how many pairs such units have.

    ``disagreement`` is N D_e.
    """
    generator = np.random.default_rng(seed)
    total = np.zeros(resamples)
    for m in np.flatnonzero(pairs):
        total += 2 * draw(generator, int(pairs[m]), resamples) / (m - 1)
    return np.maximum(1 - total / disagreement, -1.0)


def alphas_of_matrix(matrix: ReliabilityMatrix, *, distance: Comparison, resamples: int, seed: int) -> Values:
    """Resample alpha of a matrix in which it is defined, with a squared distance of its categories."""
    pairable = matrix.pairable()
    number = int(pairable.weights @ pairable.values_per_unit)
    expected = float(expected_distances(pairable, distance=distance) @ pairable.category_totals()) / number
    distances, often = observed_distances(pairable, distance=distance)
    shares = often / often.sum()

    def draw(generator: np.random.Generator, pairs: int, times: int) -> Values:
        lines = max(1, _CELLS // len(shares))
        drawn = [
            generator.multinomial(pairs, shares, size=min(lines, times - begun)) @ distances
            for begun in range(0, times, lines)
        ]
        return np.concatenate(drawn)

    return resampled_alphas(
        pairs_by_values(pairable.values_per_unit, units=pairable.weights),
        draw=draw,
        disagreement=number * expected * number / (number - 1),
        resamples=resamples,
        seed=seed,
    )


def alphas_of_code(numbers: CodeNumbers, *, resamples: int, seed: int) -> Values:
    """Resample alpha of one code over the documents that count, where it is defined.

    Documents may have different numbers of coders; units are taken from the histogram.
    """
    sums = numbers.per_document().pooled()
    counts = numbers.counts
    coders = numbers.gives[counts].sum(axis=1)
    histogram = numbers.histogram[counts]
    pairs = pairs_by_values(coders, units=histogram.sum(axis=1))
    r = np.arange(histogram.shape[1])
    unequal = int((histogram * r * np.maximum(coders[:, np.newaxis] - r, 0)).sum())
    share = unequal / int(pairs.sum())
    number, coded = float(sums.values), float(sums.coded)

    def draw(generator: np.random.Generator, pairs: int, times: int) -> Values:
        return generator.binomial(pairs, share, size=times).astype(np.float64)

    return resampled_alphas(
        pairs,
        draw=draw,
        disagreement=2 * coded * (number - coded) / (number - 1),
        resamples=resamples,
        seed=seed,
    )


def pairs_by_values(values: Integers, *, units: Integers) -> Integers:
    """Give, by the number m of values of a unit, the pairs within all such units together."""
    found = np.zeros(int(values.max(initial=0)) + 1, dtype=np.int64)
    np.add.at(found, values, units * (values * (values - 1) // 2))
    return found


def observed_distances(pairable: ReliabilityMatrix, *, distance: Comparison) -> tuple[Values, Integers]:
    """Give the different squared distances within units, and in how many pairs each occurs."""
    found, often = [], []
    for rows, first, second in pairable.pairs():
        found.append(np.asarray(distance(first, second), dtype=np.float64))
        often.append(pairable.weights[rows])
    distances, places = np.unique(np.concatenate(found), return_inverse=True)
    counts = np.zeros(len(distances), dtype=np.int64)
    np.add.at(counts, places, np.concatenate(often))
    return distances, counts


def bootstrap_interval(alphas: Values, *, level: float) -> Interval | None:
    """Give the percentile interval of resampled alphas."""
    return interval_of(alphas, level=level, method=METHOD)[0]
