# SPDX-License-Identifier: MIT
"""The units of some documents as arrays: what is aligned, drawn at random and compared.

A unit is a span with its code. Positions are code points of its own document, after excluded regions
are cut out; those of random units are not whole and may be negative. Alignments never cross
documents, so documents share the arrays only to be worked on in one go.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.continua import Continua

Integers = NDArray[np.int64]
Numbers = NDArray[np.float64]
Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Continuum:
    """Units in the order of document, coder, start, end, code; all five arrays of the same length.

    ``homes`` are indices of documents, ``coders`` of coders, ``kinds`` of codes. ``documents`` and
    ``team`` are how many documents and coders there are, also without units.
    """

    homes: Integers
    coders: Integers
    starts: Numbers
    ends: Numbers
    kinds: Integers
    documents: int
    team: int

    @classmethod
    def of(cls, continua: Continua, *, documents: Booleans) -> "Continuum":
        """Take the spans of all coders and codes in the documents that are marked True."""
        rows = [np.empty((0, 5), dtype=np.int64)]
        for kind, placed in enumerate(continua.spans.values()):
            homes = continua.homes(placed.spans)
            inside = placed.spans - continua.bounds[homes, np.newaxis]
            rows.append(np.column_stack((homes, placed.coders, inside, np.full(len(homes), kind))))
        table = np.concatenate(rows)
        table = table[documents[table[:, 0]]]
        homes, coders, starts, ends, kinds = table[np.lexsort(table.T[::-1])].T
        return cls(
            homes=(np.cumsum(documents) - 1)[homes],
            coders=coders,
            starts=starts.astype(np.float64),
            ends=ends.astype(np.float64),
            kinds=kinds,
            documents=int(documents.sum()),
            team=len(continua.coders),
        )

    def __len__(self) -> int:
        return len(self.homes)

    @property
    def lengths(self) -> Numbers:
        """The length of each unit."""
        return self.ends - self.starts

    @property
    def counts(self) -> Integers:
        """The number of units by document (rows) and coder (columns)."""
        cells = np.bincount(self.homes * self.team + self.coders, minlength=self.documents * self.team)
        return cells.reshape(self.documents, self.team).astype(np.int64)

    def part(self, chosen: Booleans | slice) -> "Continuum":
        """Keep the chosen units; documents and coders stay, some perhaps without units now."""
        return replace(
            self,
            homes=self.homes[chosen],
            coders=self.coders[chosen],
            starts=self.starts[chosen],
            ends=self.ends[chosen],
            kinds=self.kinds[chosen],
        )

    def of_documents(self, documents: Booleans) -> "Continuum":
        """Keep the documents that are marked True; they are numbered anew."""
        kept = self.part(documents[self.homes])
        return replace(kept, homes=(np.cumsum(documents) - 1)[kept.homes], documents=int(documents.sum()))

    def of_coders(self, coders: Sequence[int]) -> "Continuum":
        """Keep some coders, by index, who become the whole team."""
        places = np.full(self.team, -1, dtype=np.int64)
        places[list(coders)] = np.arange(len(coders))
        kept = self.part(places[self.coders] >= 0)
        return replace(kept, coders=places[kept.coders], team=len(coders))
