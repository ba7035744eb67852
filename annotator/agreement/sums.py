# SPDX-License-Identifier: MIT
"""Sufficient numbers: a few sums per document and code from which every coefficient follows.

They add over documents, so any selection of documents is a sum and nothing is swept twice. What can
be whole numbers is held as whole numbers: whether a coefficient exists is read from those, exactly.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from itertools import combinations
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Values = NDArray[np.float64]


class Additive:
    """Numbers that add over documents: every field of the dataclass is an array, its first axis the documents.

    A field may also be another such dataclass, or None where there is nothing of its kind.
    """

    __slots__ = ()

    def pooled(self) -> Self:
        """Add the documents up."""
        return self.changed_by(lambda field: np.asarray(field.sum(axis=0)))

    def weighted(self, weights: Values) -> Self:
        """Add the documents up once per line of ``weights``, each as often as its column says."""
        return self.changed_by(lambda field: np.asarray(weights @ field))

    def only(self, chosen: NDArray[np.bool_]) -> Self:
        """Keep the chosen documents."""
        return self.changed_by(lambda field: field[chosen])

    def joined(self, groups: Integers) -> Self:
        """Add documents of one group into one line; ``groups`` numbers them from 0 without a gap."""
        number = int(groups.max()) + 1 if len(groups) else 0
        members = (groups == np.arange(number)[:, np.newaxis]).astype(np.float64)
        return self.weighted(members)

    def changed_by(self, change: Callable[[NDArray[Any]], NDArray[Any]]) -> Self:
        """Change every array in the same way."""
        changed: dict[str, Any] = {}
        for field in fields(self):  # type: ignore[arg-type]  # only dataclasses derive from this
            value = getattr(self, field.name)
            if isinstance(value, Additive):
                changed[field.name] = value.changed_by(change)
            else:
                changed[field.name] = None if value is None else change(value)
        return type(self)(**changed)


@dataclass(frozen=True, slots=True)
class Sums(Additive):
    """What coefficients of any number of coders need; each field an array of one common shape.

    For a unit with m values of which r say "coded":

    * ``units``: 1; ``values``: m; ``coded``: r
    * ``disagreement``: 2r(m-r) / (m-1), the coincidences of unequal values
    * ``agreement``: [r(r-1) + (m-r)(m-r-1)] / [m(m-1)], the share of agreeing pairs
    * ``share``: r/m
    * ``coded_pairs``: r(r-1), twice the pairs that agree on "coded"
    * ``possible_pairs``: r(m-1), what ``coded_pairs`` would be if everyone agreed with each "coded"

    summed over the units of documents in which m is at least 2.
    """

    units: Integers
    values: Integers
    coded: Integers
    disagreement: Values
    agreement: Values
    share: Values
    coded_pairs: Integers
    possible_pairs: Integers


@dataclass(frozen=True, slots=True)
class CoderSums(Additive):
    """What each coder did over the units of :class:`Sums`; the last axis is the coders.

    ``values`` are the units in which the coder gives a value, ``coded`` those that the coder coded.
    """

    values: Integers
    coded: Integers


@dataclass(frozen=True, slots=True)
class PairSums(Additive):
    """What coefficients of two coders need: units, those coded by the first, the second, by both."""

    units: Integers
    first: Integers
    second: Integers
    both: Integers

    def as_sums(self) -> Sums:
        """Give the same two coders in the form that serves any number of coders."""
        apart = self.first + self.second - 2 * self.both
        return Sums(
            units=self.units,
            values=2 * self.units,
            coded=self.first + self.second,
            disagreement=np.asarray(2.0 * apart),
            agreement=np.asarray(1.0 * (self.units - apart)),
            share=np.asarray((self.first + self.second) / 2),
            coded_pairs=2 * self.both,
            possible_pairs=self.first + self.second,
        )

    def as_code_sums(self) -> "CodeSums":
        """Give the same two coders in the form that serves every coefficient."""
        each = CoderSums(
            values=np.stack((self.units, self.units), axis=-1),
            coded=np.stack((self.first, self.second), axis=-1),
        )
        return CodeSums(sums=self.as_sums(), each=each, pair=self)


@dataclass(frozen=True, slots=True)
class CodeSums(Additive):
    """Everything that a coefficient of one code may ask for; ``pair`` where there are just two coders."""

    sums: Sums
    each: CoderSums
    pair: PairSums | None


@dataclass(frozen=True, slots=True)
class CoderPair:
    """Two coders by index, the documents in which both give values, and their sums per document."""

    first: int
    second: int
    shared: NDArray[np.bool_]
    sums: PairSums


@dataclass(frozen=True, slots=True)
class CodeNumbers:
    """One code swept: a line per document, columns as said; all whole numbers of units.

    ``sizes`` units; ``gives`` whether the coder gives values here; ``histogram`` units coded by
    exactly 0, 1, ... coders; ``coded`` by each coder; ``overlap`` by both of each pair, pairs in the
    order of ``itertools.combinations``.
    """

    sizes: Integers
    gives: NDArray[np.bool_]
    histogram: Integers
    coded: Integers
    overlap: Integers

    @property
    def counts(self) -> NDArray[np.bool_]:
        """Whether the document counts for this code: at least two coders give values in it."""
        return np.asarray(self.gives.sum(axis=1) >= 2)

    def per_document(self) -> Sums:
        """Give the sums of each document; those of a document that does not count are zero."""
        coders = self.gives.sum(axis=1)[:, np.newaxis]
        units = np.where(self.counts[:, np.newaxis], self.histogram, 0)
        r = np.arange(units.shape[1])
        silent = np.maximum(coders - r, 0)
        pairs = np.maximum(coders * (coders - 1), 1)
        return Sums(
            units=units.sum(axis=1),
            values=(units * coders).sum(axis=1),
            coded=(units * r).sum(axis=1),
            disagreement=(units * (2 * r * silent) / np.maximum(coders - 1, 1)).sum(axis=1),
            agreement=(units * (r * (r - 1) + silent * (silent - 1)) / pairs).sum(axis=1),
            share=(units * r / np.maximum(coders, 1)).sum(axis=1),
            coded_pairs=(units * r * (r - 1)).sum(axis=1),
            possible_pairs=(units * r * (coders - 1)).sum(axis=1),
        )

    def per_coder(self) -> CoderSums:
        """Give each coder's numbers by document; zero where the document does not count or the coder gives no value."""
        counts = self.gives & self.counts[:, np.newaxis]
        return CoderSums(
            values=np.where(counts, self.sizes[:, np.newaxis], 0),
            coded=np.where(counts, self.coded, 0),
        )

    def code_sums(self) -> CodeSums:
        """Give the sums of each document for all coders together; the pair where they are two."""
        two = self.gives.shape[1] == 2
        pair = next(self.pairs()).sums if two else None
        return CodeSums(sums=self.per_document(), each=self.per_coder(), pair=pair)

    def only(self, chosen: NDArray[np.bool_]) -> "CodeNumbers":
        """Keep the chosen documents."""
        return CodeNumbers(
            sizes=self.sizes[chosen],
            gives=self.gives[chosen],
            histogram=self.histogram[chosen],
            coded=self.coded[chosen],
            overlap=self.overlap[chosen],
        )

    def pairs(self) -> Iterator[CoderPair]:
        """Go through all pairs of coders, in the order of ``itertools.combinations``."""
        for place, (first, second) in enumerate(combinations(range(self.gives.shape[1]), 2)):
            shared = self.gives[:, first] & self.gives[:, second]
            sums = PairSums(
                units=np.where(shared, self.sizes, 0),
                first=np.where(shared, self.coded[:, first], 0),
                second=np.where(shared, self.coded[:, second], 0),
                both=np.where(shared, self.overlap[:, place], 0),
            )
            yield CoderPair(first=first, second=second, shared=shared, sums=sums)
