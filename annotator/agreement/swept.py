# SPDX-License-Identifier: MIT
"""All codes swept once over the documents that are shared; what is asked afterwards costs next to nothing.

A document counts for a code where at least two of the chosen coders finished it and had the code in
their codebook; it counts alike for every measure, so one ``n`` holds for a whole row.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Axis
from annotator.agreement.data import DocumentCodings
from annotator.agreement.question import Rule
from annotator.agreement.reasons import Base
from annotator.agreement.sums import CodeNumbers, Sums
from annotator.agreement.sweep import numbers_by_code


@dataclass(frozen=True, slots=True)
class Swept:
    """All codes swept over the documents that two or more of the chosen coders finished.

    ``coders`` are the chosen who take part in at least one of them; all chosen where there is none.
    ``offered`` counts the documents handed over.
    """

    unit: str
    rule: Rule
    coders: tuple[str, ...]
    documents: tuple[DocumentCodings, ...]
    offered: int
    codes: Mapping[str, CodeNumbers]

    def only(self, chosen: NDArray[np.bool_]) -> "Swept":
        """Keep the chosen documents, as if no other had been handed over; the coders stay."""
        return Swept(
            unit=self.unit,
            rule=self.rule,
            coders=self.coders,
            documents=tuple(compress(self.documents, chosen.tolist())),
            offered=int(chosen.sum()),
            codes={code: numbers.only(chosen) for code, numbers in self.codes.items()},
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Some coders and one code; ``counts`` says of each swept document whether it counts for them."""

    swept: Swept
    code: str
    coders: tuple[str, ...]
    counts: NDArray[np.bool_]

    @property
    def documents(self) -> tuple[DocumentCodings, ...]:
        """The documents that count."""
        return tuple(compress(self.swept.documents, self.counts.tolist()))

    @property
    def names(self) -> tuple[str, ...]:
        """The identities of the documents that count."""
        return tuple(document.document for document in self.documents)

    def base(self, sums: Sums) -> Base:
        """Count what the results rest on."""
        members = frozenset(self.coders)
        return Base(
            unit=self.swept.unit,
            coders=len(self.coders),
            offered=self.swept.offered,
            shared=sum(len(document.finished & members) >= 2 for document in self.swept.documents),
            counting=int(self.counts.sum()),
            units=int(sums.units),
            values=int(sums.values),
            coded=int(sums.coded),
        )


def sweep(
    documents: Sequence[DocumentCodings],
    *,
    coders: Sequence[str],
    codes: Sequence[str],
    unit: str,
    rule: Rule = Rule.TOUCHED,
) -> Swept:
    """Sweep every code once.

    ``unit`` is "character", "document", or the name of whatever the documents' ``units`` are. Raises
    ValueError for a repeated document, coder or code, for positions outside their document, and for
    documents without bounds where the unit needs them.
    """
    refuse_repeated([document.document for document in documents], what="document")
    refuse_repeated(coders, what="coder")
    refuse_repeated(codes, what="code")
    chosen = frozenset(coders)
    shared = tuple(document for document in documents if len(document.finished & chosen) >= 2)
    taking_part = frozenset[str]().union(*(document.finished for document in shared))
    present = tuple(coder for coder in coders if coder in taking_part) if shared else tuple(coders)
    axis = Axis.of(shared, unit=unit)
    numbers = numbers_by_code(shared, axis=axis, coders=present, codes=codes, rule=rule)
    return Swept(unit=unit, rule=rule, coders=present, documents=shared, offered=len(documents), codes=numbers)


def refuse_repeated(names: Collection[str], *, what: str) -> None:
    """Raise ValueError where a name stands twice: it would be counted twice."""
    if len(set(names)) < len(names):
        raise ValueError(f"a {what} is given twice")
