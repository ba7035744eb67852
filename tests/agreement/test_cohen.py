# SPDX-License-Identifier: MIT
import pytest
from agreement.made import by_measure, document
from agreement.matrices import value_of

from annotator.agreement import Status
from annotator.agreement.cohen import cohen_of_matrix
from annotator.agreement.matrix import ReliabilityMatrix

ROWS = [
    ([(100, 300), (1000, 1300)], [(100, 300), (1000, 1300)], 1.0, 1.0),
    ([(100, 300), (1000, 1300)], [(120, 300), (1000, 1280)], 0.9557, 0.92),
    ([(100, 300), (1000, 1300)], [(150, 350), (1000, 1200)], 0.7647, 0.6364),
    ([(100, 300)], [(1000, 1200)], -0.0256, 0.0),
    ([(100, 300)], [(200, 400)], 0.4872, 0.3333),
    ([(0, 8000)], [(0, 4000)], 0.0, 0.5),
    ([(0, 8000)], [(0, 8000)], None, 1.0),
    ([(100, 300), (100, 299)], [], 0.0, 0.0),
    ([(100, 300), (150, 250)], [(100, 300)], 1.0, 1.0),
]
"""Spans of two coders in 8,000 characters, kappa and Jaccard; another program gets eight of nine wrong."""


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "turned"])
@pytest.mark.parametrize(("first", "second", "kappa", "jaccard"), ROWS)
def test_rows_that_others_get_wrong(
    first: list[tuple[int, int]], second: list[tuple[int, int]], kappa: float | None, jaccard: float, turned: bool
) -> None:
    one, two = (second, first) if turned else (first, second)
    found = by_measure([document({("A", "trust"): one, ("B", "trust"): two}, length=8000)])
    assert found["cohen_kappa"].value == (None if kappa is None else pytest.approx(kappa, abs=5e-5))
    # Jaccard from Dice, as a check by a second road.
    dice = found["positive_specific_agreement"].value
    assert dice is not None
    assert dice / (2 - dice) == pytest.approx(jaccard, abs=5e-5)


def test_everything_coded_by_both_has_no_variation() -> None:
    spans = {("A", "trust"): [(0, 8000)], ("B", "trust"): [(0, 8000)]}
    found = by_measure([document(spans, length=8000)])["cohen_kappa"]
    assert found.status is Status.NO_VARIATION
    assert found.reason == (
        "undefined (no variation: everyone put this code on all 8,000 characters of the one shared article)"
    )


@pytest.mark.parametrize("length", [3, 49, 10_007, 999_999_937])
def test_one_silent_coder_gives_exactly_zero(length: int) -> None:
    found = by_measure([document({("A", "trust"): [(0, length // 3)]}, length=length)])["cohen_kappa"]
    assert (found.value, found.status) == (0.0, Status.OK)


def test_matrix_of_two_coders() -> None:
    """Cohen 1960 in small: 7 of 10 agree, own marginals .5/.5 and .4/.6."""
    rows = [["a", "a"], ["a", "b"], ["b", "a"], ["b", "b"]]
    matrix = ReliabilityMatrix.of(rows, weights=[3, 2, 1, 4])
    assert value_of(cohen_of_matrix(matrix)) == pytest.approx((0.7 - 0.5) / 0.5)


def test_matrix_without_variation_or_with_too_little() -> None:
    assert cohen_of_matrix(ReliabilityMatrix.of([["a", "a"], ["a", "a"]])) is Status.NO_VARIATION
    assert cohen_of_matrix(ReliabilityMatrix.of([["a", "b"], ["a", None]])) is Status.ONE_UNIT
    assert cohen_of_matrix(ReliabilityMatrix.of([["a", None]])) is Status.NO_UNITS


def test_values_of_one_coder_alone_do_not_count() -> None:
    with_gap = ReliabilityMatrix.of([["a", "a"], ["b", "b"], ["a", "b"], ["c", None]])
    without = ReliabilityMatrix.of([["a", "a"], ["b", "b"], ["a", "b"]])
    assert value_of(cohen_of_matrix(with_gap)) == value_of(cohen_of_matrix(without))


def test_matrix_of_three_coders_is_refused() -> None:
    with pytest.raises(ValueError, match="a coefficient of two coders"):
        cohen_of_matrix(ReliabilityMatrix.of([["a", "a", "b"]]))
