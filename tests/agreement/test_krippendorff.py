# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.made import by_measure, document
from agreement.matrices import value_of
from agreement.test_percent import EXAMPLE_C

from annotator.agreement import Status
from annotator.agreement.krippendorff import alpha_by, alpha_of_matrix
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.metrics import Metric


def test_one_silent_coder_by_hand() -> None:
    """300 characters, A codes 50, B is silent: 1 - 599 * 100 / (2 * 50 * 550)."""
    found = by_measure([document({("A", "trust"): [(10, 60)]})])["krippendorff_alpha_nominal"]
    assert found.value == pytest.approx(-0.08909, abs=5e-6)
    assert found.value == pytest.approx(1 - 599 * 100 / (2 * 50 * 550), rel=1e-12)


def test_published_example_with_missing_values() -> None:
    assert value_of(alpha_of_matrix(ReliabilityMatrix.of(EXAMPLE_C))) == pytest.approx(0.743, abs=0.0005)


def test_documents_of_different_numbers_of_coders_are_pooled() -> None:
    """One unit of 10 by three coders (2 say yes), one of 10 by two (1 says yes)."""
    three = document({(coder, "trust"): [(0, 10)] for coder in "AB"}, name="one", length=10, finished="ABC")
    two = document({("A", "trust"): [(0, 10)]}, name="two", length=10, finished="AB")
    found = by_measure([three, two], coders="ABC")["krippendorff_alpha_nominal"]
    number, coded, apart = 50, 30, 10 * 2 * 2 * 1 / 2 + 10 * 2 * 1 * 1
    assert found.value == pytest.approx(1 - (number - 1) * apart / (2 * coded * (number - coded)))


def test_matrix_without_variation_or_with_too_little() -> None:
    assert alpha_of_matrix(ReliabilityMatrix.of([["a", "a"], ["a", "a"], ["b", None]])) is Status.NO_VARIATION
    assert alpha_of_matrix(ReliabilityMatrix.of([["a", "b"], ["a", None]])) is Status.ONE_UNIT
    assert alpha_of_matrix(ReliabilityMatrix.of([[None, "a"]])) is Status.NO_UNITS


@pytest.mark.parametrize(
    ("metric", "published"),
    [(Metric.NOMINAL, 0.743), (Metric.ORDINAL, 0.815), (Metric.INTERVAL, 0.849), (Metric.RATIO, 0.797)],
)
def test_published_metrics_with_missing_values(metric: Metric, published: float) -> None:
    assert value_of(alpha_of_matrix(ReliabilityMatrix.of(EXAMPLE_C), metric=metric)) == pytest.approx(
        published, abs=0.0005
    )


@pytest.mark.parametrize("metric", Metric)
def test_stretched_numbers_give_the_same_alpha(metric: Metric) -> None:
    found = value_of(alpha_of_matrix(ReliabilityMatrix.of(EXAMPLE_C), metric=metric))
    for factor in (1e-300, 1e307):
        stretched = [[None if value is None else value * factor for value in row] for row in EXAMPLE_C]
        assert value_of(alpha_of_matrix(ReliabilityMatrix.of(stretched), metric=metric)) == pytest.approx(found)


def test_values_that_are_not_of_the_metrics_kind() -> None:
    words = ReliabilityMatrix.of([["a", "b"], ["a", "a"]])
    assert alpha_of_matrix(words, metric=Metric.INTERVAL) is Status.NOT_FOR_THESE_VALUES
    assert alpha_of_matrix(ReliabilityMatrix.of([["a", None]]), metric=Metric.INTERVAL) is Status.NO_UNITS


def test_numbers_that_cannot_be_told_apart_do_not_vary() -> None:
    matrix = ReliabilityMatrix.of([[2**60, 2**60 + 1], [2**60, 2**60]])
    assert alpha_of_matrix(matrix, metric=Metric.INTERVAL) is Status.NO_VARIATION
    assert value_of(alpha_of_matrix(matrix)) == pytest.approx(0)


def test_any_distance_will_do() -> None:
    """Half a step between neighbours, a whole one further on."""
    table = np.array([[0, 0.5, 1], [0.5, 0, 0.5], [1, 0.5, 0]])
    matrix = ReliabilityMatrix.of([["a", "b"], ["b", "b"], ["c", "c"], ["a", "c"]], categories="abc")
    found = alpha_by(matrix, distance=lambda first, second: table[first, second])
    observed = (0.5 + 0 + 0 + 1) / 4
    expected = (2 * 2 * 3 * 0.5 + 2 * 2 * 3 * 1 + 2 * 3 * 3 * 0.5) / (8 * 7)
    assert value_of(found) == pytest.approx(1 - observed / expected)


def test_many_different_numbers_are_compared_block_by_block() -> None:
    """The variance within units against the variance of all 6,000 values."""
    generator = np.random.default_rng(5)
    values = generator.normal(size=(3000, 1)) + generator.normal(scale=0.5, size=(3000, 2))
    found = value_of(alpha_of_matrix(ReliabilityMatrix.of(values.tolist()), metric=Metric.INTERVAL))
    within = np.mean((values[:, 0] - values[:, 1]) ** 2) / 2
    assert found == pytest.approx(1 - within / np.var(values, ddof=1))
