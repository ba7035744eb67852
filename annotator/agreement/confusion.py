# SPDX-License-Identifier: MIT
"""Which code one coder puts where the other puts another: the confusion table, and the passages behind it.

Every remaining character of the documents that both coders finished, with the set S of codes by one
(rows) and T by the other (columns), of the codes for which both give values, is entered thus:

* a code of both stands on the diagonal;
* each code of S alone is set against each code of T alone;
* a code of one alone, where the other has no code alone, is set against nothing;
* nothing is set against nothing where both sets are empty.

So a code shared never counts as confused with a further one, and where neither coder has more than
one code alone each code enters once. With several a character is in several cells: a row may then sum
to more than the characters that carry its code. The diagonal is always the characters that both
coded. The table of two coders the other way round is the transposed one; the sum over all ordered
pairs is symmetric.

A passage is a longest run of characters of one document that are in the same cell; excluded regions
do not end it and are not counted. Counts are characters and passages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from annotator.agreement.axis import Integers
from annotator.agreement.data import DocumentCodings
from annotator.agreement.stretches import Stretches, Truths

NOTHING = None
"""The row or column of characters without a code of one's own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text in one cell: code points of the stored text, half-open.

    ``coders`` are the one of the row and the one of the column; ``characters`` leaves excluded ones out.
    """

    document: str
    start: int
    end: int
    coders: tuple[str, str]
    characters: int


@dataclass(frozen=True, slots=True)
class Confusion:
    """The table: a row per code by one coder, a column per code by the other, last nothing.

    ``coders`` are those of rows and of columns; None for the sum over all ordered pairs.
    """

    coders: tuple[str, str] | None
    codes: tuple[str, ...]
    characters: tuple[tuple[int, ...], ...]
    passages: tuple[tuple[int, ...], ...]

    def place(self, code: str | None) -> int:
        """Give the place of a code's row and column; None stands for nothing, ValueError for an unknown code."""
        return len(self.codes) if code is NOTHING else self.codes.index(code)

    def cell(self, row: str | None, column: str | None) -> tuple[int, int]:
        """Give the characters and the passages of a cell."""
        one, two = self.place(row), self.place(column)
        return self.characters[one][two], self.passages[one][two]


@dataclass(frozen=True, slots=True)
class Confusions:
    """The tables of all coders, from one cut of the texts; nothing is counted before it is asked for."""

    stretches: Stretches
    finished: Truths

    @classmethod
    def of(cls, documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str]) -> "Confusions":
        """Cut the texts; ValueError for positions outside their document."""
        stretches = Stretches.of(documents, coders=coders, codes=codes)
        finished = [[coder in document.finished for coder in coders] for document in documents]
        return cls(stretches=stretches, finished=np.array(finished, dtype=bool).reshape(len(documents), len(coders)))

    def of_pair(self, one: str, two: str) -> Confusion:
        """Count with rows by the first coder and columns by the second; ValueError for an unknown coder."""
        pair = self._pair(one, two)
        return self._table((one, two), characters=pair.characters(), passages=pair.passages())

    def overall(self) -> Confusion:
        """Sum over all ordered pairs of coders."""
        size = len(self.stretches.codes) + 1
        characters, passages = np.zeros((size, size), dtype=np.int64), np.zeros((size, size), dtype=np.int64)
        for first, second in self.stretches.pairs():
            pair = self._pair(self.stretches.coders[first], self.stretches.coders[second])
            one_way = pair.characters(), pair.passages()
            characters += one_way[0] + one_way[0].T
            passages += one_way[1] + one_way[1].T
        return self._table(None, characters=characters, passages=passages)

    def passages(self, row: str | None, column: str | None, *, coders: tuple[str, str] | None = None) -> list[Passage]:
        """List what is behind a cell, in the order of the text; without coders over all ordered pairs.

        Raises ValueError for an unknown code or coder.
        """
        found: list[Passage] = []
        for one, two in [coders] if coders else permutations(self.stretches.coders, 2):
            found += self._pair(one, two).behind(row, column)
        order = {document: place for place, document in enumerate(self.stretches.documents)}
        return sorted(found, key=lambda each: (order[each.document], each.start, each.end))

    def _pair(self, one: str, two: str) -> "_Pair":
        first, second = self.stretches.coders.index(one), self.stretches.coders.index(two)
        return _Pair.of(self.stretches, self.finished[:, first] & self.finished[:, second], pair=(first, second))

    def _table(self, coders: tuple[str, str] | None, *, characters: Integers, passages: Integers) -> Confusion:
        rows = tuple(map(tuple, characters.tolist()))
        return Confusion(
            coders=coders,
            codes=self.stretches.codes,
            characters=rows,
            passages=tuple(map(tuple, passages.tolist())),
        )


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two coders on the stretches that count for both.

    ``first`` and ``second`` have a row per code and, last, one for nothing, and say of each stretch
    whether the coder has the code there alone (nothing: no code alone); ``both`` has a row per code
    and, last, one for nothing by both.
    """

    stretches: Stretches
    coders: tuple[str, str]
    here: Integers
    first: Truths
    second: Truths
    both: Truths

    @classmethod
    def of(cls, stretches: Stretches, shared: Truths, *, pair: tuple[int, int]) -> "_Pair":
        one, two = pair
        here = np.flatnonzero(shared[stretches.homes] & (stretches.weights > 0))
        homes = stretches.homes[here]
        shape = (len(stretches.codes) + 1, len(here))
        first, second, both = (np.zeros(shape, dtype=bool) for _ in range(3))
        for place, code in enumerate(stretches.codes):
            gives, covered = stretches.gives[code], stretches.covered[code]
            counts = (gives[:, one] & gives[:, two])[homes]
            mine, yours = covered[one, here] & counts, covered[two, here] & counts
            first[place], second[place], both[place] = mine & ~yours, yours & ~mine, mine & yours
        first[-1], second[-1] = ~first.any(axis=0), ~second.any(axis=0)
        both[-1] = first[-1] & second[-1] & ~both.any(axis=0)
        return cls(stretches, (stretches.coders[one], stretches.coders[two]), here, first, second, both)

    def characters(self) -> Integers:
        """Count the characters of every cell."""
        weights = self.stretches.weights[self.here]
        # Products of whole numbers far below 2**53, so float64 holds them exactly.
        found = np.rint((self.first * weights.astype(np.float64)) @ self.second.T).astype(np.int64)
        np.fill_diagonal(found, self.both @ weights)
        return found

    def passages(self) -> Integers:
        """Count the passages of every cell; cells without characters are not looked at."""
        found = np.zeros((len(self.first), len(self.first)), dtype=np.int64)
        for row, column in np.argwhere(self.characters() > 0).tolist():
            found[row, column] = len(self._runs(self._cell(row, column))[0])
        return found

    def behind(self, row: str | None, column: str | None) -> Iterator[Passage]:
        """Go through the passages of a cell."""
        codes = self.stretches.codes
        one, two = (len(codes) if code is NOTHING else codes.index(code) for code in (row, column))
        begins, stops = self._runs(self._cell(one, two))
        totals = np.append(0, np.cumsum(self.stretches.weights[self.here]))
        first, last = self.here[begins], self.here[stops - 1]
        homes = self.stretches.homes[first]
        starts = self.stretches.in_document(self.stretches.starts[first], homes=homes)
        ends = self.stretches.in_document(self.stretches.ends[last], homes=homes)
        places = zip(
            homes.tolist(), starts.tolist(), ends.tolist(), (totals[stops] - totals[begins]).tolist(), strict=True
        )
        for home, start, end, characters in places:
            yield Passage(self.stretches.documents[home], start, end, self.coders, characters)

    def _cell(self, row: int, column: int) -> Truths:
        return np.asarray(self.both[row] if row == column else self.first[row] & self.second[column])

    def _runs(self, within: Truths) -> tuple[Integers, Integers]:
        """Give where runs of these stretches begin and stop; a run ends with its document."""
        chosen = np.flatnonzero(within)
        goes_on = (np.diff(chosen) == 1) & (np.diff(self.stretches.homes[self.here[chosen]]) == 0)
        begins = chosen[np.append(True, ~goes_on)[: len(chosen)]]
        stops = chosen[np.append(~goes_on, True)[: len(chosen)]] + 1
        return begins, stops
