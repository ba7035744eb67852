# SPDX-License-Identifier: MIT
"""The reliability matrix: one row per unit, one column per coder, any nominal values."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MISSING = -1
"""The category index of a value that was not given."""


@dataclass(frozen=True, slots=True)
class ReliabilityMatrix:
    """Values as indices into ``categories``, rows units, columns coders; -1 where one is missing.

    ``weights`` says how many equal units a row stands for. Categories may hold more than occur.
    """

    categories: tuple[Hashable, ...]
    values: NDArray[np.int64]
    weights: NDArray[np.int64]

    @classmethod
    def of(
        cls,
        rows: Sequence[Sequence[Hashable]],
        *,
        weights: Sequence[int] | None = None,
        categories: Sequence[Hashable] = (),
    ) -> "ReliabilityMatrix":
        """Build it from plain values, None for a missing one.

        Categories that occur but are not named are added in the order in which they occur.
        """
        index = {category: place for place, category in enumerate(categories)}
        for row in rows:
            for value in row:
                if value is not None:
                    index.setdefault(value, len(index))
        places = [[MISSING if value is None else index[value] for value in row] for row in rows]
        return cls(
            categories=tuple(index),
            values=np.array(places, dtype=np.int64).reshape(len(rows), -1),
            weights=np.array([1] * len(rows) if weights is None else weights, dtype=np.int64),
        )

    @property
    def units(self) -> int:
        """The number of units, each row counted as often as it stands for."""
        return int(self.weights.sum())

    @property
    def values_per_unit(self) -> NDArray[np.int64]:
        """The number of values in each row."""
        return np.asarray((self.values != MISSING).sum(axis=1))

    def with_values(self, least: int) -> "ReliabilityMatrix":
        """Keep the rows with at least so many values."""
        kept = self.values_per_unit >= least
        return ReliabilityMatrix(self.categories, self.values[kept], self.weights[kept])

    def pairable(self) -> "ReliabilityMatrix":
        """Keep the rows with values of at least two coders."""
        return self.with_values(2)

    def counts(self) -> NDArray[np.int64]:
        """Give r_uk: how many coders put the unit of each row into each category."""
        kinds = np.arange(len(self.categories))
        return np.asarray((self.values[:, :, np.newaxis] == kinds).sum(axis=1))

    def category_totals(self) -> NDArray[np.int64]:
        """Give the number of values in each category over all units."""
        return np.asarray(self.weights @ self.counts())

    def agreeing_share(self) -> NDArray[np.float64]:
        """Give for each row the share of coder pairs that agree; every row needs two values."""
        counts, values = self.counts(), self.values_per_unit
        return np.asarray((counts * (counts - 1)).sum(axis=1) / (values * (values - 1)))
