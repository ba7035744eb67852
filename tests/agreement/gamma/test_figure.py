# SPDX-License-Identifier: MIT
import numpy as np
import pytest

from annotator.agreement import Status
from annotator.agreement.gamma.figure import Figure, mean_of
from annotator.agreement.gamma.gamma import Ratio


def test_of_ratio() -> None:
    some = Figure.of_ratio(Ratio.of(0.5, drawn=np.array([1.0, 1.0])), nothing="nothing", flat="flat")
    assert (some.value, some.error, some.samples, some.status) == (0.5, 0, 2, Status.OK)
    nothing = Figure.of_ratio(Ratio.of(np.nan, drawn=np.ones(2)), nothing="nothing", flat="flat")
    assert (nothing.value, nothing.status, nothing.reason) == (None, Status.NO_UNITS, "nothing")
    flat = Figure.of_ratio(Ratio.of(0.0, drawn=np.zeros(2)), nothing="nothing", flat="flat")
    assert (flat.value, flat.status, flat.reason) == (None, Status.NO_VARIATION, "flat")


def test_plain() -> None:
    assert Figure.plain(3, factor=2.0).value == 6
    assert Figure.plain(None).status is Status.NO_UNITS


def test_mean() -> None:
    missing = Figure.missing(Status.NO_UNITS, "why")
    found = mean_of([missing, Figure(0.2, error=0.03, samples=30), Figure(0.6, error=0.04, samples=50)])
    assert found.value == pytest.approx(0.4)
    assert found.error == pytest.approx(0.025)
    assert found.settings() == {"samples": 30, "monte_carlo_error": found.error, "pairs_with_value": 2}
    assert mean_of([missing, missing]) == missing
    assert mean_of([Figure(1.0)]).settings() == {"pairs_with_value": 1}
