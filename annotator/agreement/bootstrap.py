# SPDX-License-Identifier: MIT
"""Intervals by drawing documents with replacement (Efron 1979; Efron and Tibshirani 1993, ch. 13).

Documents are drawn because characters inside one passage are not independent of each other.
Near-identical documents form one cluster that is drawn as a whole. A resample is a line of counts,
how often each cluster was drawn; since every coefficient follows from sums over documents, all
resamples of all sums are one product of counts and sums, and no text is looked at again.

The interval is the percentile interval. Resamples in which the coefficient does not exist are left
out and counted; with more than one in twenty of them no interval is given.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.question import Question
from annotator.agreement.result import Interval, Result
from annotator.agreement.sums import Additive, Integers, Values

Lines = TypeVar("Lines", bound=Additive)

METHOD = "documents drawn with replacement, percentile"
THRESHOLDS = (0.667, 0.8)
"""Below .667 Krippendorff draws no conclusions, from .800 on he calls figures reliable."""
MOST_UNDEFINED = 0.05
_CELLS = 4_000_000
"""How many counts are held at once: 32 MB."""


class IntervalStatus(StrEnum):
    """Whether there is an interval, and if not, why not."""

    OK = "ok"
    NOT_ASKED = "not_asked"
    FEW_DOCUMENTS = "no_interval_few_documents"
    UNSTABLE = "no_interval_unstable"
    ONE_UNIT = "no_interval_one_unit"
    TOO_LARGE = "no_interval_too_large"


WHY_NONE: Mapping[IntervalStatus, str] = MappingProxyType({
    IntervalStatus.FEW_DOCUMENTS: "no interval: fewer than two articles (near-identical ones count as one) to draw",
    IntervalStatus.UNSTABLE: "no interval: more than one in twenty samples of articles gave no value",
    IntervalStatus.TOO_LARGE: "no interval: too much to draw again and again",
})  # fmt: skip
"""Said where an interval was asked for and there is none."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How documents are drawn: so many resamples from this seed, and the interval's level."""

    resamples: int
    seed: int
    level: float
    clusters: Mapping[str, str]

    @classmethod
    def of(cls, question: Question) -> "Drawing":
        """Take what the question says."""
        return cls(question.resamples, question.seed, question.level, question.clusters)

    def groups(self, documents: Sequence[str]) -> Integers:
        """Give each document the number of its cluster, from 0, in the order of the clusters' names.

        So the same clusters are drawn whatever order the documents come in.
        """
        names = [
            (True, self.clusters[document]) if document in self.clusters else (False, document)
            for document in documents
        ]
        numbers = {name: number for number, name in enumerate(sorted(set(names)))}
        return np.array([numbers[name] for name in names], dtype=np.int64)


def counts_drawn(clusters: int, *, resamples: int, seed: int) -> Iterator[Values]:
    """Draw, block by block: one line per resample, how often each cluster was drawn.

    The stream is the same however many lines are held at once. What fits into one block is kept for
    the next who asks for the same draws.
    """
    most = max(1, _CELLS // max(clusters, 1))
    if resamples <= most:
        yield _whole_draw(clusters, resamples, seed)
        return
    generator = np.random.default_rng(seed)
    for begun in range(0, resamples, most):
        yield _drawn(generator, clusters, lines=min(most, resamples - begun))


@lru_cache(maxsize=2)
def _whole_draw(clusters: int, resamples: int, seed: int) -> Values:
    counts = _drawn(np.random.default_rng(seed), clusters, lines=resamples)
    counts.flags.writeable = False
    return counts


def _drawn(generator: np.random.Generator, clusters: int, *, lines: int) -> Values:
    drawn = generator.integers(0, clusters, size=(lines, clusters))
    drawn += np.arange(lines)[:, np.newaxis] * clusters
    counted = np.bincount(drawn.ravel(), minlength=lines * clusters)
    return counted.reshape(lines, clusters).astype(np.float64)


class Resampled:
    """Draws once for each set of documents that is asked for, and hands every formula the same draws."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing

    def intervals(
        self,
        numbers: Sequence[Additive],
        *,
        documents: Sequence[str],
        formulas: Sequence[Callable[..., Values]],
    ) -> list[tuple[Interval | None, IntervalStatus]]:
        """Give the interval of each formula, which takes the resampled ``numbers`` in their order.

        The first axis of all numbers is ``documents``. A formula gives NaN where it does not exist.
        """
        drawing = self.drawing
        if not drawing.resamples:
            return [(None, IntervalStatus.NOT_ASKED) for _ in formulas]
        groups = drawing.groups(documents)
        clusters = int(groups.max()) + 1 if len(groups) else 0
        if clusters < 2:
            return [(None, IntervalStatus.FEW_DOCUMENTS) for _ in formulas]
        joined = [by_cluster(each, groups=groups, clusters=clusters) for each in numbers]
        parts: list[list[Values]] = [[] for _ in formulas]
        for counts in counts_drawn(clusters, resamples=drawing.resamples, seed=drawing.seed):
            resampled = [each.weighted(counts) for each in joined]
            for formula, part in zip(formulas, parts, strict=True):
                part.append(formula(*resampled))
        return [interval_of(np.concatenate(part), level=drawing.level) for part in parts]


def by_cluster(numbers: Lines, *, groups: Integers, clusters: int) -> Lines:
    """Give a line for each cluster instead of one for each document, in the order of their numbers."""
    if clusters < len(groups):
        return numbers.joined(groups)
    order = np.argsort(groups)
    return numbers.changed_by(lambda field: field[order])


def interval_of(
    values: NDArray[np.float64], *, level: float, method: str = METHOD
) -> tuple[Interval | None, IntervalStatus]:
    """Give the percentile interval of resampled values, NaN where the coefficient does not exist."""
    found = values[np.isfinite(values)]
    undefined = len(values) - len(found)
    if not len(found) or undefined > MOST_UNDEFINED * len(values):
        return None, IntervalStatus.UNSTABLE
    low, high = np.quantile(found, [(1 - level) / 2, (1 + level) / 2])
    return (
        Interval(
            low=float(low),
            high=float(high),
            level=level,
            method=method,
            resamples=len(found),
            undefined=undefined,
            below={threshold: float(np.mean(found < threshold)) for threshold in THRESHOLDS},
        ),
        IntervalStatus.OK,
    )


def with_intervals(
    results: Sequence[Result],
    *,
    numbers: Additive,
    formulas: Sequence[Callable[..., Values]],
    drawing: Drawing | None,
) -> list[Result]:
    """Put an interval on each value, where ``drawing`` asks for it and there are two units or more.

    All results rest on the same documents, which are the lines of ``numbers``; each has its formula.
    """
    found = list(results)
    places = [place for place, result in enumerate(found) if result.value is not None and result.n > 1]
    if drawing is None or not places:
        return found
    documents = found[0].documents
    intervals = Resampled(drawing).intervals(
        [numbers], documents=documents, formulas=[formulas[place] for place in places]
    )
    clusters = len(set(drawing.groups(documents).tolist()))
    for place, (interval, status) in zip(places, intervals, strict=True):
        found[place] = with_interval(found[place], interval, status, drawing=drawing, clusters=clusters)
    return found


def with_interval(
    result: Result, interval: Interval | None, status: IntervalStatus, *, drawing: Drawing, clusters: int
) -> Result:
    """Put one interval, or why there is none, into a result."""
    settings = dict(result.settings) | {"seed": drawing.seed, "clusters": clusters, "interval_status": status.value}
    if interval is not None:
        settings["resamples_undefined"] = interval.undefined
        settings |= {f"below_{threshold:.3f}": share for threshold, share in interval.below.items()}
    reason = "; ".join(part for part in (result.reason, WHY_NONE.get(status, "")) if part)
    return replace(result, interval=interval, settings=settings, reason=reason)
