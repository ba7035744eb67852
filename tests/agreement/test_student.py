# SPDX-License-Identifier: MIT
import math

import pytest

from annotator.agreement.student import MANY, density, expanded, probability_within, student_quantile

PUBLISHED = [
    (0.90, 1, 6.314),
    (0.95, 1, 12.706),
    (0.99, 1, 63.657),
    (0.90, 2, 2.920),
    (0.95, 2, 4.303),
    (0.95, 3, 3.182),
    (0.99, 4, 4.604),
    (0.95, 5, 2.571),
    (0.80, 7, 1.415),
    (0.95, 10, 2.228),
    (0.999, 10, 4.587),
    (0.95, 20, 2.086),
    (0.95, 30, 2.042),
    (0.95, 60, 2.000),
    (0.95, 120, 1.980),
    (0.99, 120, 2.617),
    (0.95, 10**9, 1.960),
]
"""Two-sided points of printed tables."""


@pytest.mark.parametrize(("level", "freedom", "printed"), PUBLISHED)
def test_printed_tables(level: float, freedom: int, printed: float) -> None:
    assert student_quantile(level, freedom=freedom) == pytest.approx(printed, abs=5.01e-4)


@pytest.mark.parametrize("level", [0.01, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999])
def test_equals_scipy(level: float) -> None:
    stats = pytest.importorskip("scipy.stats")
    for freedom in (*range(1, 40), 99, 100, MANY - 1, MANY, MANY + 1, 10**4, 10**9):
        expected = float(stats.t.ppf((1 + level) / 2, freedom))
        assert student_quantile(level, freedom=freedom) == pytest.approx(expected, rel=1e-10)


def test_closed_forms_of_one_and_two_degrees() -> None:
    for level in (0.1, 0.5, 0.95, 0.999):
        assert student_quantile(level, freedom=1) == pytest.approx(math.tan(math.pi * level / 2))
        assert student_quantile(level, freedom=2) == pytest.approx(level * math.sqrt(2 / (1 - level**2)))


@pytest.mark.parametrize("freedom", [1, 2, 3, 8, 9, 200])
def test_the_density_is_the_slope_of_the_probability(freedom: int) -> None:
    for t in (0.0, 0.3, 1.7, 5.0):
        rise = probability_within(t + 1e-6, freedom=freedom) - probability_within(max(t - 1e-6, 0.0), freedom=freedom)
        assert rise / (2e-6 if t else 1e-6) == pytest.approx(2 * density(t, freedom=freedom), rel=1e-4)


def test_both_ways_meet_where_one_takes_over() -> None:
    assert student_quantile(0.95, freedom=MANY) == pytest.approx(expanded(1.959963984540054, freedom=MANY), rel=1e-11)


@pytest.mark.parametrize(("level", "freedom"), [(0.0, 5), (1.0, 5), (-0.1, 5), (1.5, 5), (0.95, 0)])
def test_what_has_no_quantile_is_refused(level: float, freedom: int) -> None:
    with pytest.raises(ValueError, match="no quantile of Student's t"):
        student_quantile(level, freedom=freedom)
