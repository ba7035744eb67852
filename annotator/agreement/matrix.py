# SPDX-License-Identifier: MIT
"""The reliability matrix: one row per unit, one column per coder, any values."""

import math
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from numbers import Real

import numpy as np
from numpy.typing import NDArray

MISSING = -1
"""The category index of a value that was not given."""

Integers = NDArray[np.int64]
Values = NDArray[np.float64]
Comparison = Callable[[Integers, Integers], NDArray[np.bool_] | Values]
"""Compares category indices element by element, in any shapes that fit together; symmetric."""

_CELLS = 4_000_000
"""How many comparisons are held at once: 32 MB."""


@dataclass(frozen=True, slots=True)
class ReliabilityMatrix:
    """Values as indices into ``categories``, rows units, columns coders; -1 where one is missing.

    ``weights`` says how many equal units a row stands for. Categories may hold more than occur.
    ``category_count`` is the number of categories of the codebook where it is larger than that of
    those named here (0: the named ones are all); ``ordered`` says that they are named in their order.
    """

    categories: tuple[Hashable, ...]
    values: Integers
    weights: Integers
    category_count: int = 0
    ordered: bool = False

    def __post_init__(self) -> None:
        if 0 < self.category_count < len(self.categories):
            raise ValueError(f"{self.category_count} categories are declared and {len(self.categories)} occur")

    @classmethod
    def of(
        cls,
        rows: Sequence[Sequence[Hashable]],
        *,
        weights: Sequence[int] | None = None,
        categories: Sequence[Hashable] = (),
        category_count: int = 0,
    ) -> "ReliabilityMatrix":
        """Build it from plain values, None for a missing one.

        ``categories`` are taken as ordered if they name all that occur; those that occur but are not
        named are added in the order in which they occur. ValueError where more categories occur than
        ``category_count``.
        """
        index = {category: place for place, category in enumerate(categories)}
        named = len(index)
        for row in rows:
            for value in row:
                if value is not None:
                    index.setdefault(value, len(index))
        places = [[MISSING if value is None else index[value] for value in row] for row in rows]
        return cls(
            categories=tuple(index),
            values=np.array(places, dtype=np.int64).reshape(len(rows), len(rows[0]) if rows else 0),
            weights=np.array([1] * len(rows) if weights is None else weights, dtype=np.int64),
            category_count=category_count,
            ordered=0 < named == len(index),
        )

    @property
    def q(self) -> int:
        """The number of categories of the codebook, whether they occur or not."""
        return max(self.category_count, len(self.categories))

    @property
    def units(self) -> int:
        """The number of units, each row counted as often as it stands for."""
        return int(self.weights.sum())

    @property
    def values_per_unit(self) -> Integers:
        """The number of values in each row."""
        return np.asarray((self.values != MISSING).sum(axis=1))

    def with_values(self, least: int) -> "ReliabilityMatrix":
        """Keep the rows with at least so many values."""
        kept = (self.values_per_unit >= least) & (self.weights > 0)
        return replace(self, values=self.values[kept], weights=self.weights[kept])

    def pairable(self) -> "ReliabilityMatrix":
        """Keep the rows with values of at least two coders."""
        return self.with_values(2)

    def counts(self) -> Integers:
        """Give r_uk: how many coders put the unit of each row into each category."""
        rows, kinds = len(self.values), len(self.categories)
        places = np.arange(rows)[:, np.newaxis] * kinds + self.values
        return np.bincount(places[self.values != MISSING], minlength=rows * kinds).reshape(rows, kinds)

    def category_totals(self) -> Integers:
        """Give the number of values in each category over all units."""
        given = self.values != MISSING
        repeated = np.broadcast_to(self.weights[:, np.newaxis], given.shape)[given]
        totals = np.zeros(len(self.categories), dtype=np.int64)
        np.add.at(totals, self.values[given], repeated)
        return totals

    def category_shares(self) -> Values:
        """Give pi_k, the mean over units of r_uk / r_u; every row needs a value."""
        given = self.values != MISSING
        each = np.broadcast_to((self.weights / self.values_per_unit)[:, np.newaxis], given.shape)[given]
        return np.bincount(self.values[given], each, len(self.categories)) / self.units

    def mean_of_values(self, numbers: Values) -> Values:
        """Give for each row the mean, over its values, of the number that belongs to the category."""
        given = self.values != MISSING
        found = np.where(given, numbers[np.where(given, self.values, 0)], 0.0)
        return np.asarray(found.sum(axis=1) / self.values_per_unit)

    def pairs(self) -> Iterator[tuple[Integers, Integers, Integers]]:
        """Go through all pairs of values within rows: row numbers, first and second category index.

        Which coder is first is arbitrary.
        """
        present = self.values_per_unit
        # The order of the coders does not matter here: values to the front, missing ones behind.
        packed = np.sort(self.values, axis=1)[:, ::-1][:, : int(present.max(initial=0))]
        for first, second in combinations(range(packed.shape[1]), 2):
            rows = np.flatnonzero(packed[:, second] != MISSING)
            yield rows, packed[rows, first], packed[rows, second]

    def mean_of_pairs(self, compare: Comparison) -> Values:
        """Give for each row the mean of a comparison over its pairs of values; every row needs two values."""
        total = np.zeros(len(self.values))
        for rows, first, second in self.pairs():
            total[rows] += compare(first, second)
        present = self.values_per_unit
        return np.asarray(total / (present * (present - 1) / 2))

    def agreeing_share(self) -> Values:
        """Give for each row the share of coder pairs that agree; every row needs two values."""
        return self.mean_of_pairs(np.equal)

    def numbers(self) -> Values | None:
        """Give the categories as numbers; None unless every one of them is a finite number."""
        found: list[float] = []
        for category in self.categories:
            if isinstance(category, bool) or not isinstance(category, Real):
                return None
            try:
                found.append(float(category))
            except OverflowError:
                return None
        return np.array(found) if all(map(math.isfinite, found)) else None

    def ranks(self) -> Integers | None:
        """Give each category its place on the codebook's scale; None where the scale is not known.

        Numbers are sorted; other categories must have been named in their order. Where the codebook
        has more categories than are named, whole numbers are taken as steps of one on its scale, if
        it is long enough to hold them all. Only differences of ranks mean anything.
        """
        numbers = self.numbers()
        if self.q > len(self.categories):
            if numbers is None or not len(numbers) or np.any(numbers != np.floor(numbers)):
                return None
            steps = numbers - numbers.min()
            return steps.astype(np.int64) if steps.max() < self.q else None
        if numbers is not None:
            return np.argsort(np.argsort(numbers, kind="stable"), kind="stable")
        return np.arange(len(self.categories)) if self.ordered else None


def mean_comparisons(compare: Comparison, *, among: Integers, shares: Values) -> Values:
    """Give for each of some categories its mean comparison with all of them, by share; 0 for other categories."""
    found = np.zeros(len(shares))
    lines = max(1, _CELLS // max(len(among), 1))
    for begun in range(0, len(among), lines):
        block = among[begun : begun + lines]
        found[block] = compare(block[:, np.newaxis], among) @ shares[among]
    return found
