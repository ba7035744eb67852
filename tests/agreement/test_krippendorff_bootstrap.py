# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.made import document
from agreement.matrices import Rows, declared, value_of
from agreement.test_percent import EXAMPLE_C

from annotator.agreement.krippendorff import alpha_of_matrix
from annotator.agreement.krippendorff_bootstrap import (
    alphas_of_code,
    alphas_of_matrix,
    bootstrap_interval,
    observed_distances,
    pairs_by_values,
)
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.metrics import Metric, squared_distance
from annotator.agreement.swept import sweep


def one_by_one(rows: Rows, *, resamples: int, seed: int) -> list[float]:
    """Nominal alphas with every pair drawn by itself from the list of all pairs."""
    generator = np.random.default_rng(seed)
    given = [[value for value in row if value is not None] for row in rows]
    given = [row for row in given if len(row) >= 2]
    values = [value for row in given for value in row]
    number = len(values)
    unequal = sum(one != other for one in values for other in values)
    pairs = [row[i] != row[j] for row in given for i in range(len(row)) for j in range(i)]
    found = []
    for _ in range(resamples):
        alpha = 1.0
        for row in given:
            for _pair in range(len(row) * (len(row) - 1) // 2):
                drawn = pairs[generator.integers(len(pairs))]
                alpha -= 2 * drawn * (number - 1) / (unequal * (len(row) - 1))
        found.append(max(alpha, -1.0))
    return found


def nominal(
    matrix: ReliabilityMatrix, *, resamples: int = 20_000, seed: int = 3
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return alphas_of_matrix(matrix, distance=np.not_equal, resamples=resamples, seed=seed)


def test_published_example() -> None:
    """The icr package on Krippendorff's twelve units: standard error .075, .562 to .850 at 95 %."""
    found = nominal(ReliabilityMatrix.of(EXAMPLE_C))
    assert found.std() == pytest.approx(0.075, abs=0.003)
    interval = bootstrap_interval(found, level=0.95)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((0.562, 0.850), abs=0.02)
    assert (interval.method, interval.resamples) == ("krippendorff_bootstrap", 20_000)


def test_pairs_drawn_together_are_spread_like_pairs_drawn_one_by_one() -> None:
    slow = np.array(one_by_one([list(row) for row in EXAMPLE_C], resamples=1500, seed=11))
    fast = nominal(ReliabilityMatrix.of(EXAMPLE_C))
    assert fast.mean() == pytest.approx(slow.mean(), abs=0.01)
    assert np.quantile(fast, [0.05, 0.25, 0.75, 0.95]) == pytest.approx(
        np.quantile(slow, [0.05, 0.25, 0.75, 0.95]), abs=0.025
    )


@pytest.mark.parametrize("metric", Metric)
def test_of_units_with_equally_many_values_the_mean_is_alpha(metric: Metric) -> None:
    matrix = declared([[1, 1, 2], [2, 2, 2], [3, 5, 3], [4, 4, 4]], weights=[9, 20, 6, 15])
    distance = squared_distance(metric, matrix=matrix)
    assert distance is not None
    found = alphas_of_matrix(matrix, distance=distance, resamples=20_000, seed=1)
    assert found.mean() == pytest.approx(value_of(alpha_of_matrix(matrix, metric=metric)), abs=0.005)


def test_the_seed_decides() -> None:
    matrix = ReliabilityMatrix.of(EXAMPLE_C)
    assert nominal(matrix, seed=4).tolist() == nominal(matrix, seed=4).tolist()
    assert nominal(matrix, seed=4).tolist() != nominal(matrix, seed=5).tolist()


def test_alphas_are_cut_at_minus_one() -> None:
    found = nominal(ReliabilityMatrix.of([["a", "b"], ["b", "a"]]))
    assert found.min() == found.max() == pytest.approx(-0.5)
    wild = nominal(ReliabilityMatrix.of([["a", "b"], ["a", "a"], ["a", "a"]]))
    assert wild.min() == -1


def test_distances_are_counted_by_pairs_of_units() -> None:
    matrix = declared([[1, 1, 3], [1, 3, None]], weights=[2, 5])
    distances, often = observed_distances(matrix, distance=np.not_equal)
    assert dict(zip(distances.tolist(), often.tolist(), strict=True)) == {0.0: 2, 1.0: 2 * 2 + 5}
    assert pairs_by_values(np.array([3, 2]), units=np.array([2, 5])).tolist() == [0, 0, 5, 6]


def test_a_code_is_resampled_as_its_characters_in_a_matrix_are() -> None:
    """Two articles, three coders in one and two in the other; a third that only one coder finished."""
    spans = {("A", "trust"): [(0, 12)], ("B", "trust"): [(4, 14)], ("C", "trust"): [(5, 9)]}
    articles = [
        document(spans, name="one", length=40, finished="ABC"),
        document(spans, name="two", length=30, finished="AB"),
        document(spans, name="three", length=99, finished="A"),
    ]
    numbers = sweep(articles, coders="ABC", codes=["trust"], unit="character").codes["trust"]
    rows = []
    for length, coders in ((40, "ABC"), (30, "AB")):
        for place in range(length):
            coded = [any(start <= place < end for start, end in spans[coder, "trust"]) for coder in coders]
            rows.append([*coded, None][:3])
    by_code = alphas_of_code(numbers, resamples=20_000, seed=2)
    by_matrix = nominal(ReliabilityMatrix.of(rows))
    assert by_code.mean() == pytest.approx(by_matrix.mean(), abs=0.003)
    assert by_code.std() == pytest.approx(by_matrix.std(), rel=0.03)


def test_large_numbers_of_characters_do_not_overflow() -> None:
    spans = {(coder, "trust"): [(0, 100_000)] for coder in "ABCDEFGHIJ"}
    article = document(spans, length=10_000_000, finished="ABCDEFGHIJKLMNOPQRST")
    numbers = sweep([article], coders="ABCDEFGHIJKLMNOPQRST", codes=["trust"], unit="character").codes["trust"]
    found = alphas_of_code(numbers, resamples=100, seed=1)
    share = 0.005
    expected = 1 - (100_000 * 2 * 10 * 10 / (20 * 19)) / 10_000_000 / (2 * share * (1 - share))
    assert found.mean() == pytest.approx(expected, abs=1e-3)
