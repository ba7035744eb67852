# SPDX-License-Identifier: MIT
"""Gamma: observed disorder against that of random continua (Mathet, Widlöcher and Métivier 2015).

    gamma = 1 - observed / expected

Observed is the disorder of the best alignment, expected the mean disorder of the best alignments of
random continua. Of several documents both are the means over documents (so each document weighs the
same): alignments cannot cross them, and no publication defines gamma for more than one continuum.
gamma-cat and gamma-k are the same with the disorders of :mod:`.categorical`. At most 1; 0 is chance.

Samples are drawn until the 95 % interval of the expected disorder is narrow enough: after the first
ones n = ceil((1.96 CV / precision)^2) in all, CV the deviation of the samples' disorders over their mean.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from annotator.agreement.gamma.alignment import Alignment, align, is_tied
from annotator.agreement.gamma.categorical import code_sums, disorders_of
from annotator.agreement.gamma.continuum import Continuum, Numbers
from annotator.agreement.gamma.dissimilarity import Dissimilarity
from annotator.agreement.gamma.sampler import Sampler
from annotator.agreement.question import GammaParameters

MOST_SAMPLES = 10_000


class Cancelled(Exception):
    """The asker no longer wants the answer."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One value of the family: ``observed`` and ``expected`` disorder, None where there is none.

    ``error`` is the standard error of the value that comes from drawing only so many samples,
    ``samples`` how many of them had a disorder.
    """

    observed: float | None
    expected: float | None
    error: float | None
    samples: int

    @classmethod
    def of(cls, observed: float, *, drawn: Numbers) -> "Ratio":
        """Compare with the disorders of the samples; nan stands for none."""
        drawn = drawn[~np.isnan(drawn)]
        expected = float(drawn.mean()) if len(drawn) else None
        seen = None if math.isnan(observed) else observed
        error = None
        if seen is not None and expected and len(drawn) > 1:
            error = seen / expected**2 * float(drawn.std(ddof=1)) / math.sqrt(len(drawn))
        return cls(seen, expected, error, len(drawn))

    @property
    def value(self) -> float | None:
        """1 - observed / expected; None where either is missing or nothing is expected."""
        return None if self.observed is None or not self.expected else 1 - self.observed / self.expected


@dataclass(frozen=True, slots=True)
class Family:
    """Gamma, gamma-cat and, by the index of the code, gamma-k, of one best alignment.

    ``alignments`` counts its unitary alignments. ``tied`` says that another best alignment was found;
    that none was found does not prove that there is none.
    """

    gamma: Ratio
    cat: Ratio
    by_code: tuple[Ratio, ...]
    alignments: int
    tied: bool


def family_of(
    units: Continuum, *, codes: int, parameters: GammaParameters, seed: int, tick: Callable[[float], None]
) -> Family:
    """Align, draw and compare. Every document has at least one unit.

    ``tick`` is told after each alignment what share is done, and may raise to end the work. Raises
    TooManyCandidates where a continuum cannot be aligned exactly.
    """
    dissimilarity = Dissimilarity(alpha=parameters.alpha, beta=parameters.beta)
    tick(0.0)
    alignment = align(units, dissimilarity=dissimilarity)
    tied = is_tied(alignment, dissimilarity=dissimilarity)
    seen = disorders_of(code_sums(alignment, kinds=codes))
    drawn = [
        (float(sample.disorders.mean()), code_sums(sample, kinds=codes))
        for sample in samples(units, dissimilarity=dissimilarity, parameters=parameters, seed=seed, tick=tick)
    ]
    by_chance = disorders_of(np.array([sums for _, sums in drawn]))
    ratios = [Ratio.of(float(seen[code]), drawn=by_chance[:, code]) for code in range(codes + 1)]
    disorders = np.array([disorder for disorder, _ in drawn])
    return Family(
        gamma=Ratio.of(float(alignment.disorders.mean()), drawn=disorders),
        cat=ratios[-1],
        by_code=tuple(ratios[:-1]),
        alignments=alignment.number,
        tied=tied,
    )


def samples(
    units: Continuum,
    *,
    dissimilarity: Dissimilarity,
    parameters: GammaParameters,
    seed: int,
    tick: Callable[[float], None],
) -> Iterator[Alignment]:
    """Draw and align random continua, as many as the precision asks for."""
    sampler = Sampler.of(units)
    disorders: list[float] = []
    wanted = parameters.samples
    while len(disorders) < wanted:
        tick((len(disorders) + 1) / (wanted + 1))
        sample = align(sampler.sample(len(disorders), seed=seed), dissimilarity=dissimilarity)
        disorders.append(float(sample.disorders.mean()))
        yield sample
        if len(disorders) == parameters.samples:
            wanted = max(wanted, samples_for(np.array(disorders), precision=parameters.precision))
    tick(1.0)


def samples_for(disorders: Numbers, *, precision: float) -> int:
    """Say how many samples the precision asks for, MOST_SAMPLES at the most."""
    mean = float(disorders.mean())
    if not mean or len(disorders) < 2:
        return len(disorders)
    variation = float(disorders.std(ddof=1)) / mean
    return min(math.ceil((1.96 * variation / precision) ** 2), MOST_SAMPLES)
