# SPDX-License-Identifier: MIT
"""Span F1: how many spans of two coders answer each other (Hripcsak and Rothschild 2005).

For two coders with the span sets A and B of a code,

    F1 = 2 m / (|A| + |B|)

where m counts the spans of both that agree. Exact: equal start, end and code, m = |A and B|. By IoU:
a one-to-one matching of spans of the same code with IoU of at least t, of greatest cardinality; with
t just above 0 any overlap does. Counts are pooled over documents, then F1 is taken per pair of
coders, then averaged over the pairs. A pair with no span on either side is left out and counted.

Excluded regions are cut out, exact repetitions by one coder count once, spans of one coder that
overlap stay as many as they are. Only documents in which both of a pair give values count. All codes
together (code None) adds up the counts of the codes: spans of different codes never match. Values
from 0 to 1, without a unit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Integers
from annotator.agreement.bootstrap import Drawing, with_intervals
from annotator.agreement.coefficient import quotient
from annotator.agreement.continua import Continua
from annotator.agreement.data import DocumentCodings
from annotator.agreement.matching import MOST_PAIRS, TooManyPairs, likeness, matched_among, overlapping
from annotator.agreement.question import Question
from annotator.agreement.reasons import counted
from annotator.agreement.result import Result, Status
from annotator.agreement.span_results import SpanGroup
from annotator.agreement.sums import Additive, Values

EXACT = "span_f1_exact_mean_pairwise"
BY_IOU = "span_f1_iou"
ANY_OVERLAP = 1e-9
"""The threshold that every overlap passes; the IoU of texts below a thousand million characters is above it."""
THRESHOLDS = (0.5, 0.75, ANY_OVERLAP)


@dataclass(frozen=True, slots=True)
class SpanCounts:
    """What F1 needs, of one code; a line per document, a column per pair of coders, all additive.

    ``first`` and ``second`` count the spans of either coder of the pair, ``agreed[None]`` those they
    have in common, ``agreed[t]`` the matches at IoU t. Zero where the two do not both give values
    (``shared``). The thresholds are not there where so many spans lie over each other that they
    cannot be matched.
    """

    shared: NDArray[np.bool_]
    first: Integers
    second: Integers
    agreed: Mapping[float | None, Integers]


@dataclass(frozen=True, slots=True)
class PairMatches(Additive):
    """The same counts in the form that can be resampled: a line per document, a column per pair of coders."""

    first: Integers
    second: Integers
    agreed: Integers

    def f1(self) -> Values:
        """F1 of each element, the mean over pairs; NaN where no pair has a span."""
        return mean_over_pairs(f1_of_pairs(self.first, self.second, self.agreed))


def f1_of_pairs(first: Integers, second: Integers, agreed: Integers) -> Values:
    """F1 of each element; NaN where neither side has a span."""
    spans = first + second
    return quotient(2 * agreed, spans, exists=spans > 0)


def mean_over_pairs(values: Values) -> Values:
    """Average over the last axis what is not NaN; NaN where nothing is left."""
    stands = ~np.isnan(values)
    number = stands.sum(axis=-1)
    return quotient(np.where(stands, values, 0).sum(axis=-1), number, exists=np.asarray(number > 0))


def counts_by_code(continua: Continua, *, thresholds: Sequence[float] = THRESHOLDS) -> dict[str, SpanCounts]:
    """Count the spans and matches of every code, document and pair of coders (as in ``continua.pairs()``)."""
    return {code: _counts(continua, code=code, thresholds=thresholds) for code in continua.codes}


def together(counts: Iterable[SpanCounts], *, like: SpanCounts) -> SpanCounts:
    """Add the counts of several codes; ``like`` gives the shape where there is none."""
    shared = np.zeros_like(like.shared)
    first, second = np.zeros_like(like.first), np.zeros_like(like.first)
    agreed = {criterion: np.zeros_like(like.first) for criterion in like.agreed}
    for one in counts:
        shared |= one.shared
        first, second = first + one.first, second + one.second
        agreed = {
            criterion: agreed[criterion] + found for criterion, found in one.agreed.items() if criterion in agreed
        }
    return SpanCounts(shared=shared, first=first, second=second, agreed=agreed)


def span_f1_results(
    documents: Sequence[DocumentCodings], question: Question, *, drawing: Drawing | None = None
) -> list[Result]:
    """Give exact F1 and F1 at each IoU of THRESHOLDS, for every code and for all together (last).

    With ``drawing`` every value has its interval.

    ``settings`` hold each pair's counts and value, the population standard deviation over the pairs,
    and, for :data:`BY_IOU`, the threshold.
    """
    group = SpanGroup.of(documents, question)
    by_code = counts_by_code(group.continua)
    nothing = _nothing(group.continua, thresholds=THRESHOLDS)
    rows: list[tuple[str | None, SpanCounts]] = [*by_code.items(), (None, together(by_code.values(), like=nothing))]
    return [
        _drawn(_result(group, code=code, counts=counts, threshold=at), group=group, counts=counts, drawing=drawing)
        for code, counts in rows
        for at in (None, *THRESHOLDS)
    ]


def _drawn(result: Result, *, group: SpanGroup, counts: SpanCounts, drawing: Drawing | None) -> Result:
    """Put the interval of drawn documents on a result."""
    threshold = result.settings.get("threshold")
    if drawing is None or result.value is None or not (threshold is None or isinstance(threshold, float)):
        return result
    numbers = PairMatches(counts.first, counts.second, counts.agreed[threshold]).only(group.counting(result.code))
    return with_intervals([result], numbers=numbers, formulas=[PairMatches.f1], drawing=drawing)[0]


def _counts(continua: Continua, *, code: str, thresholds: Sequence[float]) -> SpanCounts:
    gives = continua.gives[code]
    counts = _nothing(continua, thresholds=thresholds)
    agreed = dict(counts.agreed)
    for column, (one, two) in enumerate(continua.pairs()):
        shared = gives[:, one] & gives[:, two]
        first, second = (_within(continua, continua.of_coder(coder, code=code), shared=shared) for coder in (one, two))
        counts.shared[:, column] = shared
        counts.first[:, column] = _per_document(continua, first)
        counts.second[:, column] = _per_document(continua, second)
        agreed[None][:, column] = _per_document(continua, _in_common(first, second))
        try:
            pairs = overlapping(first, second)
        except TooManyPairs:
            agreed = {None: agreed[None]}
            continue
        alike = likeness(first, second, pairs=pairs)
        for threshold in thresholds:
            if threshold in agreed:
                matches = matched_among(pairs, alike=alike, threshold=threshold)
                agreed[threshold][:, column] = _per_document(continua, first[matches[:, 0]])
    return replace(counts, agreed=agreed)


def _nothing(continua: Continua, *, thresholds: Sequence[float]) -> SpanCounts:
    shape = (len(continua.documents), len(list(continua.pairs())))
    return SpanCounts(
        shared=np.zeros(shape, dtype=bool),
        first=np.zeros(shape, dtype=np.int64),
        second=np.zeros(shape, dtype=np.int64),
        agreed={criterion: np.zeros(shape, dtype=np.int64) for criterion in (None, *thresholds)},
    )


def _in_common(first: Integers, second: Integers) -> Integers:
    """Give the spans of both coders; either's are distinct."""
    spans, number = np.unique(np.concatenate((first, second)), axis=0, return_counts=True)
    return np.asarray(spans[number == 2])


def _within(continua: Continua, spans: Integers, *, shared: NDArray[np.bool_]) -> Integers:
    return spans[shared[continua.homes(spans)]]


def _per_document(continua: Continua, spans: Integers) -> Integers:
    return np.bincount(continua.homes(spans), minlength=len(continua.documents))


def _result(group: SpanGroup, *, code: str | None, counts: SpanCounts, threshold: float | None) -> Result:
    measure = EXACT if threshold is None else BY_IOU
    settings: dict[str, object] = {} if threshold is None else {"threshold": threshold}
    if threshold not in counts.agreed:
        what = f"too large: more than {MOST_PAIRS:,} pairs of spans of two coders overlap"
        return group.without(measure, code=code, status=Status.TOO_LARGE, what=what, settings=settings)
    first, second, agreed = (each.sum(axis=0) for each in (counts.first, counts.second, counts.agreed[threshold]))
    values = f1_of_pairs(first, second, agreed)
    stands = values[~np.isnan(values)]
    left_out = len(values) - len(stands)
    settings |= {
        "average": "mean over the pairs of coders, spans pooled over documents",
        "pairs": _pairs(group.continua, first=first, second=second, agreed=agreed),
        "pairs_left_out": left_out,
        "sd_population": float(np.std(stands)) if len(stands) else None,
    }
    if not len(stands):
        return group.undefined(measure, code=code, settings=settings)
    remark = f"{left_out:,} of {counted(len(values), 'pair')} of coders left out: no span on either side"
    value = float(mean_over_pairs(values))
    return group.defined(measure, code=code, value=value, remark=remark if left_out else "", settings=settings)


def _pairs(continua: Continua, *, first: Integers, second: Integers, agreed: Integers) -> list[dict[str, object]]:
    """Give each pair's counts over all documents and its F1, in plain values."""
    values = f1_of_pairs(first, second, agreed)
    return [
        {
            "coders": [continua.coders[one], continua.coders[two]],
            "first": int(first[column]),
            "second": int(second[column]),
            "agreed": int(agreed[column]),
            "value": None if np.isnan(values[column]) else float(values[column]),
        }
        for column, (one, two) in enumerate(continua.pairs())
    ]
