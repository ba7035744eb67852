# SPDX-License-Identifier: MIT
import math

import numpy as np
import pytest
from agreement.gamma.continua_made import continuum

from annotator.agreement.gamma.gamma import MOST_SAMPLES, Family, Ratio, family_of, samples_for
from annotator.agreement.question import GammaParameters

UNITS = continuum(
    [
        (coder, start + shift, start + shift + 8, code)
        for coder, shift in (("A", 0.0), ("B", 1.0))
        for start, code in ((0, "x"), (15, "y"), (40, "x"), (58, "y"), (90, "x"))
    ],
    [("A", 3.0, 9.0, "y"), ("B", 30.0, 35.0, "y")],
)


def family(**parameters: float) -> Family:
    chosen = GammaParameters(**parameters)  # type: ignore[arg-type]  # whole numbers where they are asked for
    return family_of(UNITS, codes=2, parameters=chosen, seed=11, tick=lambda done: None)


def test_ratio_by_hand() -> None:
    ratio = Ratio.of(0.5, drawn=np.array([1.0, math.nan, 3.0]))
    assert (ratio.observed, ratio.expected, ratio.samples) == (0.5, 2.0, 2)
    assert ratio.value == 0.75
    # Deviation of the mean: sqrt(2) / sqrt(2) = 1; times 0.5 / 2^2.
    assert ratio.error == pytest.approx(0.125)


@pytest.mark.parametrize(
    ("observed", "drawn"), [(math.nan, [1.0, 2.0]), (0.5, [0.0, 0.0]), (0.0, [0.0, 0.0]), (0.5, [math.nan])]
)
def test_no_value_where_there_is_no_disorder(observed: float, drawn: list[float]) -> None:
    assert Ratio.of(observed, drawn=np.array(drawn)).value is None


def test_the_same_seed_gives_the_same_gamma() -> None:
    assert family() == family()


def test_alignments_and_documents() -> None:
    found = family()
    assert found.alignments == 7
    # The first document: each pair is off by 2 / 16; the second: two units alone, one per coder.
    assert found.gamma.observed == pytest.approx((1 / 64 + 2) / 2)
    assert found.cat.observed == 0
    assert not found.tied


def test_more_samples_where_the_precision_asks_for_them() -> None:
    assert family(precision=10.0).gamma.samples == 30
    few, many = family(precision=0.05), family(precision=0.01)
    assert 30 < few.gamma.samples < many.gamma.samples
    assert many.gamma.error is not None
    assert few.gamma.error is not None
    assert many.gamma.error < few.gamma.error


def test_number_of_samples() -> None:
    disorders = np.array([0.9, 1.1] * 15)
    variation = disorders.std(ddof=1) / disorders.mean()
    assert samples_for(disorders, precision=0.02) == math.ceil((1.96 * variation / 0.02) ** 2)
    assert samples_for(disorders, precision=1e-9) == MOST_SAMPLES
    assert samples_for(np.zeros(30), precision=0.02) == 30


def test_ticks_rise_to_one_and_may_end_the_work() -> None:
    told: list[float] = []
    parameters = GammaParameters(samples=5, precision=10)
    family_of(UNITS, codes=2, parameters=parameters, seed=1, tick=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1], len(told)) == (0, 1, 7)

    def stop(done: float) -> None:
        told.append(done)
        if len(told) == 3:
            raise InterruptedError

    told.clear()
    with pytest.raises(InterruptedError):
        family_of(UNITS, codes=2, parameters=parameters, seed=1, tick=stop)
    assert len(told) == 3
