# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.matrices import declared

from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.metrics import Metric, squared_distance


def table(metric: Metric, matrix: ReliabilityMatrix) -> list[list[float]]:
    distance = squared_distance(metric, matrix=matrix)
    assert distance is not None
    places = np.arange(len(matrix.categories))
    return np.asarray(distance(places[:, np.newaxis], places), dtype=float).tolist()


def test_nominal_values_are_equal_or_not() -> None:
    assert table(Metric.NOMINAL, declared([[1, 3]], categories=(1, 3))) == [[0, 1], [1, 0]]


def test_ordinal_distance_counts_the_values_that_lie_between() -> None:
    """n = 3, 1, 0, 2: from the first to the last 3 + 1 + 0 + 2 - (3 + 2) / 2 = 3.5 of 6 values."""
    rows = [[10, 10], [10, 20], [40, 40], [20, None]]
    matrix = ReliabilityMatrix.of(rows, categories=[40, 30, 20, 10])
    found = np.sqrt(table(Metric.ORDINAL, matrix)) * 6
    assert found[3] == pytest.approx([3.5, 2.5, 2.0, 0.0])
    assert np.array_equal(found, found.T)


def test_interval_distance_is_the_squared_difference() -> None:
    found = np.array(table(Metric.INTERVAL, declared([[-4, 1]], categories=(-4, 1, 8)))) * 12**2
    assert found == pytest.approx(np.array([[0, 25, 144], [25, 0, 49], [144, 49, 0]]))


@pytest.mark.parametrize("start", [1e6, -1e9, 1e12, 2.0**52])
def test_interval_distances_far_from_zero_are_those_near_it(start: float) -> None:
    near = ReliabilityMatrix.of([[1, 2], [3, 5], [1, 1]])
    far = ReliabilityMatrix.of([[start + 1, start + 2], [start + 3, start + 5], [start + 1, start + 1]])
    assert table(Metric.INTERVAL, far) == table(Metric.INTERVAL, near)
    assert table(Metric.INTERVAL, near)[0] == [0, 1 / 16, 1 / 4, 1]


def test_interval_distances_of_numbers_at_both_ends_of_all_numbers() -> None:
    assert table(Metric.INTERVAL, ReliabilityMatrix.of([[-1.7e308, 1.7e308], [0.0, 0.0]])) == [
        [0.0, 1.0, 0.25],
        [1.0, 0.0, 0.25],
        [0.25, 0.25, 0.0],
    ]


def test_ratio_distance_is_relative_and_zero_between_zeros() -> None:
    found = np.array(table(Metric.RATIO, declared([[0, 1]], categories=(0, 1, 3))))
    assert found == pytest.approx(np.array([[0, 1, 1], [1, 0, 0.25], [1, 0.25, 0]]))
    assert table(Metric.RATIO, declared([[0, 0]], categories=(0,))) == [[0]]


@pytest.mark.parametrize("metric", [Metric.ORDINAL, Metric.INTERVAL, Metric.RATIO])
@pytest.mark.parametrize(
    "values", [("a", "b"), (1, "b"), (True, False), (1.0, float("nan")), (1.0, float("inf")), (1, 10**400)]
)
def test_what_is_no_number_has_no_distance(metric: Metric, values: tuple[object, object]) -> None:
    assert squared_distance(metric, matrix=ReliabilityMatrix.of([values])) is None


def test_negative_numbers_have_no_ratio() -> None:
    matrix = ReliabilityMatrix.of([[-1, 2]])
    assert squared_distance(Metric.RATIO, matrix=matrix) is None
    assert squared_distance(Metric.INTERVAL, matrix=matrix) is not None


@pytest.mark.parametrize("metric", [Metric.INTERVAL, Metric.RATIO])
def test_very_large_and_very_small_numbers_stay_finite(metric: Metric) -> None:
    for large in (1.7e308, 5e-324):
        matrix = ReliabilityMatrix.of([[large, 0.0], [large / 2, 0.0]])
        assert np.all(np.isfinite(table(metric, matrix)))
