# SPDX-License-Identifier: MIT
"""Alpha over sets: additive numbers on a continuum, and matrices of sets."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from agreement import naive_sets
from agreement.made import document
from hypothesis import given, strategies

from annotator.agreement.axis import Axis
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.question import CHARACTER
from annotator.agreement.result import Status
from annotator.agreement.set_alpha import (
    alpha_of,
    dice_item_mean_of_matrix,
    numbers_of_matrix,
    percent_of,
    ranked,
    set_alpha_of_matrix,
    sets_on_axis,
)
from annotator.agreement.sets import Distance
from annotator.agreement.sweep import gather

DEFINITIONS = {
    Distance.NOMINAL: naive_sets.nominal,
    Distance.JACCARD: naive_sets.jaccard,
    Distance.MASI: naive_sets.masi,
}

values = strategies.none() | strategies.frozensets(strategies.sampled_from("ABC"))
rows = strategies.integers(2, 4).flatmap(
    lambda coders: strategies.lists(strategies.lists(values, min_size=coders, max_size=coders), min_size=1, max_size=8)
)


@given(rows=rows, data=strategies.data())
def test_matrices_equal_the_formula_in_fractions(
    rows: list[list[frozenset[str] | None]], data: strategies.DataObject
) -> None:
    weights = data.draw(strategies.lists(strategies.integers(1, 3), min_size=len(rows), max_size=len(rows)))
    matrix = ReliabilityMatrix.of(rows, weights=weights)
    units = [
        [value for value in row if value is not None]
        for row, weight in zip(rows, weights, strict=True)
        for _ in range(weight)
    ]
    for distance, definition in DEFINITIONS.items():
        found, expected = set_alpha_of_matrix(matrix, distance=distance), naive_sets.alpha(units, definition)
        if isinstance(found, Status):
            assert expected is None
        else:
            assert found == pytest.approx(float(expected or 0), abs=1e-12)
    numbers = numbers_of_matrix(matrix)[1]
    share = percent_of(numbers.pooled())
    expected = naive_sets.percent(units)
    assert np.isnan(share) if expected is None else share == pytest.approx(float(expected))


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ([["A", None]], Status.NO_UNITS),
        ([["A", "AB"]], Status.ONE_UNIT),
        ([["", ""], ["", ""]], Status.NO_VARIATION),
        ([["A", "A"], ["A", None], ["A", "A"]], Status.NO_VARIATION),
    ],
)
@pytest.mark.parametrize("distance", Distance)
def test_alpha_that_does_not_exist(rows: list[list[str | None]], status: Status, distance: Distance) -> None:
    matrix = ReliabilityMatrix.of([[None if value is None else frozenset(value) for value in row] for row in rows])
    assert set_alpha_of_matrix(matrix, distance=distance) is status


def test_item_dice_with_missing_values_and_weights() -> None:
    full, half, empty = frozenset("AB"), frozenset("A"), frozenset[str]()
    matrix = ReliabilityMatrix.of([[full, half, None], [empty, empty, empty], [full, None, None]], weights=[3, 1, 9])
    assert dice_item_mean_of_matrix(matrix) == pytest.approx(float((3 * Fraction(2, 3) + 1) / 4))
    assert dice_item_mean_of_matrix(ReliabilityMatrix.of([[full, None]])) is Status.NO_UNITS


def alphas(spans: dict[tuple[str, str], Sequence[tuple[int, int]]], *, codes: Sequence[str]) -> list[float]:
    documents = [document(spans, length=60)]
    axis = Axis.of(documents, unit=CHARACTER)
    layers = gather(documents, axis=axis, coders="AB", codes=codes)
    gives = np.ones((1, 2), dtype=bool)
    sets, numbers = sets_on_axis(list(layers.values()), axis=axis, gives=gives)
    return [float(alpha_of(numbers.pooled(), sets=sets, distance=distance)) for distance in Distance]


def test_more_than_sixty_three_codes() -> None:
    codes = [f"code {number}" for number in range(150)]
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {
        (coder, code): [(number % 50, number % 50 + 7 + (coder == "B"))]
        for number, code in enumerate(codes)
        for coder in "AB"
    }
    units = naive_sets.units([document(spans, length=60)], coders="AB", codes=codes, unit="character")
    expected = [naive_sets.alpha(units, definition) for definition in DEFINITIONS.values()]
    found = alphas(dict(spans), codes=codes)
    assert found[:3] == pytest.approx([float(value or 0) for value in expected])
    assert alphas(dict(spans), codes=codes[::-1]) == pytest.approx(found)


def test_ranks_of_large_numbers() -> None:
    numbers = np.array([[1 << 40, 3], [3, 7]])
    assert ranked(numbers).tolist() == [[2, 0], [0, 1]]
    assert ranked(np.array([[9, 3], [3, 7]])).tolist() == [[2, 0], [0, 1]]


def test_resamples_are_lines() -> None:
    rows = [[frozenset("A"), frozenset("AB"), None], [frozenset("B"), frozenset("B"), frozenset("AB")]] * 2
    sets, numbers = numbers_of_matrix(ReliabilityMatrix.of(rows))
    drawn = numbers.weighted(np.array([[1.0, 1.0], [2.0, 0.0], [0.0, 3.0]]))
    found = alpha_of(drawn, sets=sets, distance=Distance.MASI)
    assert found.shape == (3,)
    assert found[0] == pytest.approx(float(alpha_of(numbers.pooled(), sets=sets, distance=Distance.MASI)))
    assert np.isfinite(found).all()
    assert np.isnan(alpha_of(numbers.weighted(np.zeros((1, 2))), sets=sets, distance=Distance.MASI)).all()
