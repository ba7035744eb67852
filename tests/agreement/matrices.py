# SPDX-License-Identifier: MIT
"""Random reliability matrices and what the tests of matrix coefficients share."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies

from annotator.agreement import Status
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.standard_error import Estimate

LIKERT = (1, 2, 3, 4, 5)

QUADRATIC_TABLE = [
    *[([1, 1], 15), ([1, 2], 4), ([1, 3], 1), ([2, 1], 3), ([2, 2], 12), ([2, 3], 4), ([2, 4], 1)],
    *[([3, 1], 1), ([3, 2], 3), ([3, 3], 14), ([3, 4], 3), ([3, 5], 1), ([4, 2], 1), ([4, 3], 3)],
    *[([4, 4], 10), ([4, 5], 2), ([5, 3], 1), ([5, 4], 2), ([5, 5], 8)],
]
"""Two coders on a scale of five, who are never four steps apart: the corners of the table are empty."""

Rows = list[list[Any]]


def value_of(found: Estimate | Status) -> float:
    """Give the number of a coefficient that exists."""
    assert isinstance(found, Estimate)
    return found.value


def spelled_out(rows: Rows, *, weights: Sequence[int]) -> Rows:
    return [row for row, weight in zip(rows, weights, strict=True) for _ in range(weight)]


def declared(
    rows: Rows, *, weights: Sequence[int] | None = None, categories: Sequence[Any] = LIKERT
) -> ReliabilityMatrix:
    return ReliabilityMatrix.of(rows, weights=weights, categories=categories)


def tables(
    *, coders: tuple[int, int] = (2, 4), least: int = 0, most: int = 8, missing: bool = True
) -> strategies.SearchStrategy[Rows]:
    """Values from 1 to 5 of some coders, None for missing ones."""
    value = strategies.sampled_from([*LIKERT, None] if missing else LIKERT)
    return strategies.integers(*coders).flatmap(
        lambda number: strategies.lists(
            strategies.lists(value, min_size=number, max_size=number), min_size=least, max_size=most
        )
    )
