# SPDX-License-Identifier: MIT
"""Agreement per code over many documents, read from the sums of one sweep.

Documents are pooled: sums are added first, then divided once. Figures of single documents, of pairs
and of batches are the same formulas over fewer sums.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from annotator.agreement.axis import Axis
from annotator.agreement.bootstrap import Drawing, Resampled, with_interval
from annotator.agreement.brennan_prediger import BRENNAN_PREDIGER
from annotator.agreement.coefficient import AnyCoefficient, PairCoefficient, lacking
from annotator.agreement.cohen import COHEN_KAPPA
from annotator.agreement.conger import CONGER_KAPPA
from annotator.agreement.data import DocumentCodings
from annotator.agreement.fleiss import FLEISS_KAPPA
from annotator.agreement.gwet import GWET_AC1
from annotator.agreement.krippendorff import KRIPPENDORFF_ALPHA_NOMINAL
from annotator.agreement.percent import PERCENT, PERCENT_PAIRABLE
from annotator.agreement.question import CHARACTER
from annotator.agreement.reasons import Base, reason_for
from annotator.agreement.result import CoderUsage, CodeUsage, Result, Status
from annotator.agreement.scott import SCOTT_PI
from annotator.agreement.specific import POSITIVE_SPECIFIC_AGREEMENT
from annotator.agreement.sums import CodeNumbers, CodeSums
from annotator.agreement.sweep import gather
from annotator.agreement.swept import Group, Swept, sweep

__all__ = ["COEFFICIENTS", "against_the_rest", "measure", "pairwise", "results", "sweep", "usage"]

COEFFICIENTS: tuple[AnyCoefficient, ...] = (
    PERCENT,
    PERCENT_PAIRABLE,
    COHEN_KAPPA,
    SCOTT_PI,
    FLEISS_KAPPA,
    CONGER_KAPPA,
    BRENNAN_PREDIGER,
    GWET_AC1,
    KRIPPENDORFF_ALPHA_NOMINAL,
    POSITIVE_SPECIFIC_AGREEMENT,
)
"""The measures in the order in which they are reported."""

DEFINING = frozenset({
    "alpha", "beta", "codes", "contested", "distance", "documents", "empty", "formula", "metric", "precision",
    "reference", "rule", "sampler", "several_documents", "threshold", "variant", "weights", "year",
})  # fmt: skip
"""Settings that say what a figure is, beside its measure and code."""


def measure(
    documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str], unit: str
) -> list[Result]:
    """Measure every code with every coefficient; see :func:`sweep` and :func:`results`."""
    return results(sweep(documents, coders=coders, codes=codes, unit=unit))


def results(swept: Swept, *, measures: Collection[str] | None = None, drawing: Drawing | None = None) -> list[Result]:
    """Give every coefficient of every code; those of two coders only where exactly two take part.

    ``measures`` names the wanted ones, None all. With ``drawing`` each value has its interval, from
    the same draws of documents for all of them.
    """
    rows = [row_of(swept, code=code, numbers=numbers) for code, numbers in swept.codes.items()]
    return [result for found in _with_intervals(rows, measures=measures, drawing=drawing) for result in found]


def pairwise(swept: Swept, *, measures: Collection[str] | None = None, drawing: Drawing | None = None) -> list[Result]:
    """Give every coefficient of every code for each pair of coders, in the coders' order."""
    rows = []
    for code, numbers in swept.codes.items():
        for pair in numbers.pairs():
            names = (swept.coders[pair.first], swept.coders[pair.second])
            group = Group(swept, code=code, coders=names, counts=pair.shared)
            rows.append(Row(group, pair.sums.as_code_sums()))
    return [result for found in _with_intervals(rows, measures=measures, drawing=drawing) for result in found]


def against_the_rest(pairs: Sequence[Result]) -> list[Result]:
    """Give for each coder, measure and code the mean of that coder's pairs; undefined ones are left out and counted.

    ``pairs`` are results of any measures, each of two coders. The coder in question stands first in
    ``coders``. Figures at different thresholds stay apart. Of the settings those are kept that define
    the figure and are the same for all pairs.
    """
    gathered: dict[tuple[str | None, str, object, str], list[Result]] = {}
    for result in pairs:
        for coder in result.coders:
            key = (result.code, result.measure, result.settings.get("threshold"), coder)
            gathered.setdefault(key, []).append(result)
    return [_mean(coder, own) for (_code, _measure, _threshold, coder), own in gathered.items()]


def _defining(pairs: Sequence[Result]) -> dict[str, object]:
    """Give the settings that say what is measured, whoever of the coders it is measured of."""
    first = pairs[0].settings
    kept = DEFINING & first.keys()
    return {name: first[name] for name in sorted(kept) if all(each.settings.get(name) == first[name] for each in pairs)}


def _mean(coder: str, pairs: Sequence[Result]) -> Result:
    first = pairs[0]
    values = [pair.value for pair in pairs if pair.value is not None]
    others = tuple(other for pair in pairs for other in pair.coders if other != coder)
    missing = len(pairs) - len(values)
    documents = tuple(dict.fromkeys(document for pair in pairs for document in pair.documents))
    remark = f"{missing} of {len(pairs)} pairs left out: undefined" if missing else ""
    return Result(
        measure=first.measure,
        code=first.code,
        unit=first.unit,
        coders=(coder, *others),
        documents=documents,
        n=sum(pair.n for pair in pairs),
        value=sum(values) / len(values) if values else None,
        status=Status.OK if values else first.status,
        reason=remark if values else first.reason,
        settings={**_defining(pairs), "against": "the rest", "pairs": len(pairs), "pairs_undefined": missing},
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One code and some coders with their sums by document: what one line of a table is made of."""

    group: Group
    numbers: CodeSums

    def counting(self) -> CodeSums:
        """Keep the documents that count."""
        return self.numbers.only(self.group.counts)


def row_of(swept: Swept, *, code: str, numbers: CodeNumbers) -> Row:
    """Take all coders together."""
    return Row(Group(swept, code=code, coders=swept.coders, counts=numbers.counts), numbers.code_sums())


def _with_intervals(
    rows: Sequence[Row], *, measures: Collection[str] | None, drawing: Drawing | None
) -> Iterator[list[Result]]:
    measured = [_measured(row, measures=measures) for row in rows]
    if drawing is not None:
        for same in _same_documents(rows):
            _add_intervals([rows[place] for place in same], [measured[place] for place in same], drawing=drawing)
    return iter(measured)


def _same_documents(rows: Sequence[Row]) -> list[list[int]]:
    """Sort rows by which documents count for them: each sort shares its draws."""
    sorts: dict[bytes, list[int]] = {}
    for place, row in enumerate(rows):
        sorts.setdefault(row.group.counts.tobytes(), []).append(place)
    return list(sorts.values())


def _measured(row: Row, *, measures: Collection[str] | None) -> list[Result]:
    pooled = row.numbers.pooled()
    base = row.group.base(pooled.sums)
    names = row.group.names
    settings = {} if base.unit == CHARACTER else {"rule": row.group.swept.rule.value}
    found = []
    for coefficient in wanted(measures, pair=row.numbers.pair is not None):
        status = status_of(coefficient, base=base)
        result = Result(
            measure=coefficient.name,
            code=row.group.code,
            unit=base.unit,
            coders=row.group.coders,
            documents=names,
            n=base.units,
            value=float(coefficient.value(pooled)) if status is Status.OK else None,
            status=status,
            reason=reason_for(status, base=base),
            settings=settings,
        )
        found.append(result)
    return found


def wanted(measures: Collection[str] | None, *, pair: bool) -> list[AnyCoefficient]:
    """Give the coefficients with these names (None: all) that apply; ``pair``: there are just two coders."""
    return [
        each
        for each in COEFFICIENTS
        if (measures is None or each.name in measures) and (pair or not isinstance(each, PairCoefficient))
    ]


def _add_intervals(rows: Sequence[Row], measured: Sequence[list[Result]], *, drawing: Drawing) -> None:
    """Put an interval on every value of rows that rest on the same documents, in place."""
    by_name = {each.name: each for each in COEFFICIENTS}
    places = [
        (line, place)
        for line, found in enumerate(measured)
        for place, result in enumerate(found)
        if result.value is not None and result.n > 1
    ]

    def formula(line: int, name: str) -> "_Formula":
        return _Formula(line, by_name[name])

    formulas = [formula(line, measured[line][place].measure) for line, place in places]
    intervals = Resampled(drawing).intervals(
        [row.counting() for row in rows], documents=rows[0].group.names, formulas=formulas
    )
    clusters = len(set(drawing.groups(rows[0].group.names).tolist()))
    for (line, place), (interval, status) in zip(places, intervals, strict=True):
        measured[line][place] = with_interval(
            measured[line][place], interval, status, drawing=drawing, clusters=clusters
        )


@dataclass(frozen=True, slots=True)
class _Formula:
    """One coefficient of one row among the numbers of several."""

    line: int
    coefficient: AnyCoefficient

    def __call__(self, *numbers: CodeSums) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return self.coefficient.value(numbers[self.line])


def status_of(coefficient: AnyCoefficient, *, base: Base) -> Status:
    """Say from the counts alone whether the coefficient exists, or the first thing it lacks."""
    if base.shared == 0:
        return Status.NO_SHARED_DOCUMENTS
    if base.counting == 0:
        return Status.CODE_NOT_IN_REVISION
    return lacking(coefficient.needs, units=base.units, values=base.values, coded=base.coded)


def usage(swept: Swept) -> list[CodeUsage]:
    """Say how much each coder used each code, over the documents that count for the code."""
    return [usage_of_code(swept, code=code, numbers=numbers) for code, numbers in swept.codes.items()]


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
