# SPDX-License-Identifier: MIT
"""How fast gamma is, against the bare solver call on the same best alignments.

    pytest tests/benchmarks/bench_gamma.py

Not part of the ordinary run. Both sides run in turns in one process, CPU time, medians. The limit is
HiGHS on the finished candidates of the same continua, nothing settled beforehand: what aligning must
cost with a solver when finding the candidates costs nothing.
"""

import platform
import time
from collections.abc import Callable
from statistics import median

import highspy
import numpy as np
import pytest
from agreement.gamma.continua_made import continuum, fixture, of_fixture

from annotator.agreement.gamma.alignment import align, gains_of
from annotator.agreement.gamma.candidates import candidates
from annotator.agreement.gamma.continuum import Continuum
from annotator.agreement.gamma.dissimilarity import Dissimilarity
from annotator.agreement.gamma.gamma import family_of
from annotator.agreement.gamma.sampler import Sampler
from annotator.agreement.gamma.solver import solved
from annotator.agreement.question import GammaParameters

ROUNDS = 5


def crowd(*, coders: int, units: int, covered: float) -> Continuum:
    """Coders who mostly mark the same places, a little off; ``covered`` is the share of text under one coder."""
    generator = np.random.default_rng(1)
    length = int(units * 40 / covered)
    places, extents = np.sort(generator.integers(0, length, units)), generator.integers(10, 70, units)
    kinds = generator.integers(0, 4, units)
    rows = []
    for coder in range(coders):
        own = generator.random(units) < 0.15
        starts = np.where(own, generator.integers(0, length, units), places + generator.integers(-12, 13, units))
        ends = starts + np.maximum(1, extents + generator.integers(-12, 13, units))
        codes = np.where(generator.random(units) < 0.8, kinds, generator.integers(0, 4, units))
        found = {(f"coder {coder}", float(s), float(e), str(k)) for s, e, k in zip(starts, ends, codes, strict=True)}
        rows += sorted(found)
    return continuum(rows)


CASES: dict[str, tuple[Callable[[], Continuum], float, int, float]] = {
    # Name: units, alpha, samples, budget in seconds for the value.
    "2 x 1,000, published": (lambda: of_fixture(fixture("gamma_pygamma_2by1000")["input"]), 3, 30, 2),
    "2 x 1,000, a tenth of the text": (lambda: crowd(coders=2, units=1000, covered=0.1), 1, 30, 2),
    "2 x 1,000, most of the text": (lambda: crowd(coders=2, units=1000, covered=0.6), 1, 30, 2),
    "3 x 500, a tenth of the text": (lambda: crowd(coders=3, units=500, covered=0.1), 1, 30, 30),
    "3 x 500, most of the text": (lambda: crowd(coders=3, units=500, covered=0.6), 1, 30, 30),
    "5 x 100, a tenth of the text": (lambda: crowd(coders=5, units=100, covered=0.1), 1, 30, 30),
    "5 x 100, most of the text": (lambda: crowd(coders=5, units=100, covered=0.6), 1, 30, 30),
    "8 coders, published": (lambda: of_fixture(fixture("gamma_many_coders_8_5")["input"]), 1, 30, 30),
}
ALIGNMENT_SECONDS = 1


def cpu_seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


@pytest.mark.parametrize("name", CASES)
def test_gamma(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    made, alpha, samples, budget = CASES[name]
    units, dissimilarity = made(), Dissimilarity(alpha=alpha, beta=1)
    parameters = GammaParameters(alpha=alpha, samples=samples, precision=10)
    sampler = Sampler.of(units)
    problems = []
    for each in [units, *(sampler.sample(index, seed=1) for index in range(samples))]:
        tuples = candidates(each, dissimilarity=dissimilarity)
        gains = gains_of(tuples, avoided=np.full(len(each), -1))
        problems.append((tuples.members[gains > 0], gains[gains > 0]))

    def value() -> None:
        family_of(units, codes=int(units.kinds.max()) + 1, parameters=parameters, seed=1, tick=lambda done: None)

    def limit() -> None:
        for members, gains in problems:
            solved(members, gains=gains)

    value()
    rounds = [
        (cpu_seconds(lambda: align(units, dissimilarity=dissimilarity)), cpu_seconds(value), cpu_seconds(limit))
        for _ in range(ROUNDS)
    ]
    alignment, whole, bare = (median(times) for times in zip(*rounds, strict=True))
    with capsys.disabled():
        version = f"CPython {platform.python_version()}, numpy {np.__version__}, HiGHS {highspy.Highs().version()}"
        print(f"\n[gamma] {name}: {len(units):,} units, {len(problems[0][0]):,} candidates ({version})")
        print(f"  one alignment {alignment:.4f} s; value with {samples} samples {whole:.3f} s (budget {budget} s)")
        print(f"  the same {len(problems)} problems by HiGHS alone {bare:.3f} s; ratio {whole / bare:.2f}")
    assert alignment <= ALIGNMENT_SECONDS
    assert whole <= budget
