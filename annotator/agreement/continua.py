# SPDX-License-Identifier: MIT
"""All annotations of all documents on one closed axis: what measures of spans and of units start from.

Excluded regions are cut out and the text closed up: a span wholly inside one is gone, one that
crosses it keeps its remaining length. Documents lie end to end; positions are characters of that
axis. No span reaches over a bound between documents.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Axis, Integers, unioned
from annotator.agreement.data import DocumentCodings
from annotator.agreement.question import CHARACTER
from annotator.agreement.sweep import Placed, gather

__all__ = ["Continua", "distinct", "gives_table", "unioned"]


@dataclass(frozen=True, slots=True)
class Continua:
    """``bounds[d]`` to ``bounds[d + 1]`` is document ``d``; ``lengths`` are the closed ones.

    ``gives[code]`` has a line per document and a column per coder: whether the coder's silence on
    the code counts there. ``spans[code]`` are the spans of those who give a value, exact repetitions
    by one coder gone, in the order of coder, start, end. Spans of one coder may overlap.
    """

    documents: tuple[str, ...]
    coders: tuple[str, ...]
    bounds: Integers
    gives: Mapping[str, NDArray[np.bool_]]
    spans: Mapping[str, Placed]

    @classmethod
    def of(cls, documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str]) -> "Continua":
        """Lay out the documents; ValueError for positions outside their document."""
        axis = Axis.of(documents, unit=CHARACTER)
        placed = gather(documents, axis=axis, coders=coders, codes=codes)
        return cls(
            documents=tuple(document.document for document in documents),
            coders=tuple(coders),
            bounds=axis.bounds,
            gives={code: gives_table(documents, coders=coders, code=code) for code in codes},
            spans={code: distinct(placed[code]) for code in codes},
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in the order in which they were asked for."""
        return tuple(self.spans)

    @property
    def lengths(self) -> Integers:
        """The closed length of each document."""
        return np.diff(self.bounds)

    def homes(self, spans: Integers) -> Integers:
        """Give the index of the document in which each span lies."""
        return np.asarray(np.searchsorted(self.bounds, spans[:, 0], side="right") - 1)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Go through all pairs of coders by index."""
        return combinations(range(len(self.coders)), 2)

    def of_coder(self, coder: int, *, code: str) -> Integers:
        """Give one coder's spans of one code, sorted."""
        placed = self.spans[code]
        return np.asarray(placed.spans[placed.coders == coder])


def gives_table(documents: Sequence[DocumentCodings], *, coders: Sequence[str], code: str) -> NDArray[np.bool_]:
    """Say for each document and coder whether the coder gives a value for the code."""
    gives = [[document.gives_value(coder, code=code) for coder in coders] for document in documents]
    return np.array(gives, dtype=bool).reshape(len(documents), len(coders))


def distinct(placed: Placed) -> Placed:
    """Sort by coder, start and end, and take exact repetitions once."""
    rows = np.column_stack((placed.coders, placed.spans)).reshape(-1, 3)
    rows = np.unique(rows, axis=0)
    return Placed(spans=rows[:, 1:], coders=rows[:, 0])
