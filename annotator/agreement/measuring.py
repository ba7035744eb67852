# SPDX-License-Identifier: MIT
"""Agreement per code over many documents: sweep once, then read every measure from the sums.

A document counts for a code where at least two of the chosen coders finished it and had the code in
their codebook; it counts alike for every measure, so one ``n`` holds for a whole row. Documents are
pooled: sums are added first, then divided once.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import CHARACTER, Axis
from annotator.agreement.coefficient import Coefficient, PairCoefficient, lacking
from annotator.agreement.cohen import COHEN_KAPPA
from annotator.agreement.data import DocumentCodings
from annotator.agreement.fleiss import FLEISS_KAPPA
from annotator.agreement.krippendorff import KRIPPENDORFF_ALPHA_NOMINAL
from annotator.agreement.percent import PERCENT
from annotator.agreement.reasons import Base, reason_for
from annotator.agreement.result import CoderUsage, CodeUsage, Result, Status
from annotator.agreement.specific import POSITIVE_SPECIFIC_AGREEMENT
from annotator.agreement.sums import CodeNumbers, PairSums, Sums
from annotator.agreement.sweep import gather, numbers_by_code

COEFFICIENTS: tuple[Coefficient | PairCoefficient, ...] = (
    PERCENT,
    COHEN_KAPPA,
    FLEISS_KAPPA,
    KRIPPENDORFF_ALPHA_NOMINAL,
    POSITIVE_SPECIFIC_AGREEMENT,
)
"""The measures in the order in which they are reported."""


@dataclass(frozen=True, slots=True)
class Swept:
    """All codes swept over the documents that two or more of the chosen coders finished.

    ``coders`` are the chosen who take part in at least one of them; all chosen where there is none.
    ``offered`` counts the documents handed over.
    """

    unit: str
    coders: tuple[str, ...]
    documents: tuple[DocumentCodings, ...]
    offered: int
    codes: Mapping[str, CodeNumbers]


def measure(
    documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str], unit: str
) -> list[Result]:
    """Measure every code with every coefficient; see :func:`sweep` and :func:`results`."""
    return results(sweep(documents, coders=coders, codes=codes, unit=unit))


def sweep(documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str], unit: str) -> Swept:
    """Sweep every code once; what is asked afterwards costs next to nothing.

    ``unit`` is "character", or the name of whatever the documents' ``units`` are. Raises ValueError
    for a repeated document, coder or code, for positions outside their document, and for documents
    without bounds where the unit needs them.
    """
    refuse_repeated([document.document for document in documents], what="document")
    refuse_repeated(coders, what="coder")
    refuse_repeated(codes, what="code")
    chosen = frozenset(coders)
    shared = tuple(document for document in documents if len(document.finished & chosen) >= 2)
    taking_part = frozenset[str]().union(*(document.finished for document in shared))
    present = tuple(coder for coder in coders if coder in taking_part) if shared else tuple(coders)
    axis = Axis.of(shared, unit=unit)
    numbers = numbers_by_code(shared, axis=axis, coders=present, codes=codes)
    return Swept(unit=unit, coders=present, documents=shared, offered=len(documents), codes=numbers)


def refuse_repeated(names: Collection[str], *, what: str) -> None:
    """Raise ValueError where a name stands twice: it would be counted twice."""
    if len(set(names)) < len(names):
        raise ValueError(f"a {what} is given twice")


def results(swept: Swept) -> list[Result]:
    """Give every coefficient of every code; Cohen's kappa only where exactly two coders take part."""
    found: list[Result] = []
    for code, numbers in swept.codes.items():
        pair = next(numbers.pairs()).sums.pooled() if len(swept.coders) == 2 else None
        sums = numbers.per_document().pooled()
        found += row(Group(swept, code=code, coders=swept.coders, counts=numbers.counts), sums=sums, pair=pair)
    return found


def pairwise(swept: Swept) -> list[Result]:
    """Give every coefficient of every code for each pair of coders, in the coders' order."""
    found: list[Result] = []
    for code, numbers in swept.codes.items():
        for pair in numbers.pairs():
            names = (swept.coders[pair.first], swept.coders[pair.second])
            pooled = pair.sums.pooled()
            group = Group(swept, code=code, coders=names, counts=pair.shared)
            found += row(group, sums=pooled.as_sums(), pair=pooled)
    return found


def usage(swept: Swept) -> list[CodeUsage]:
    """Say how much each coder used each code, over the documents that count for the code."""
    return [usage_of_code(swept, code=code, numbers=numbers) for code, numbers in swept.codes.items()]


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


def row(group: Group, *, sums: Sums, pair: PairSums | None) -> list[Result]:
    """Give every coefficient that applies; without a pair the ones of two coders are left out."""
    base = group.base(sums)
    documents = tuple(document.document for document in group.documents)
    found = []
    for coefficient in COEFFICIENTS:
        if isinstance(coefficient, Coefficient):
            value = coefficient.of_sums(sums)
        elif pair is not None:
            value = coefficient.of_pair(pair)
        else:
            continue
        status = status_of(coefficient, base=base)
        result = Result(
            measure=coefficient.name,
            code=group.code,
            unit=base.unit,
            coders=group.coders,
            documents=documents,
            n=base.units,
            value=float(value) if status is Status.OK else None,
            status=status,
            reason=reason_for(status, base=base),
        )
        found.append(result)
    return found


def status_of(coefficient: Coefficient | PairCoefficient, *, base: Base) -> Status:
    """Say from the counts alone whether the coefficient exists, or the first thing it lacks."""
    if base.shared == 0:
        return Status.NO_SHARED_DOCUMENTS
    if base.counting == 0:
        return Status.CODE_NOT_IN_REVISION
    return lacking(coefficient.needs, units=base.units, values=base.values, coded=base.coded)


def usage_of_code(swept: Swept, *, code: str, numbers: CodeNumbers) -> CodeUsage:
    """Say how much each coder used one code."""
    sums = numbers.per_document().pooled()
    counting = tuple(compress(swept.documents, numbers.counts.tolist()))
    text = Axis.of(counting, unit=CHARACTER)
    placed = gather(counting, axis=text, coders=swept.coders, codes=[code])[code]
    coders = []
    for index, coder in enumerate(swept.coders):
        gives = numbers.counts & numbers.gives[:, index]
        spans = np.unique(placed.spans[placed.coders == index], axis=0)
        coded, units = numbers.coded[gives, index].sum(), numbers.sizes[gives].sum()
        coders.append(CoderUsage(coder=coder, spans=len(spans), coded=int(coded), units=int(units)))
    return CodeUsage(
        code=code,
        unit=swept.unit,
        n=int(sums.units),
        prevalence=float(sums.coded / sums.values) if sums.values else None,
        coders=tuple(coders),
    )
