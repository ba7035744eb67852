# SPDX-License-Identifier: MIT
"""Everything that a report on reliability shows by default, computed from one sweep and one set of draws."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.bootstrap import THRESHOLDS, Drawing
from annotator.agreement.confusion import Confusions
from annotator.agreement.data import DocumentCodings
from annotator.agreement.differences import differences
from annotator.agreement.disagreement import Differences
from annotator.agreement.matching import TooManyPairs
from annotator.agreement.measuring import against_the_rest, pairwise, results, usage
from annotator.agreement.offsets import Offset, boundary_offsets
from annotator.agreement.question import Question
from annotator.agreement.result import CodeUsage, Result
from annotator.agreement.sample_size import units_needed
from annotator.agreement.span_f1 import span_f1_results
from annotator.agreement.swept import Swept, sweep

ALPHA, PERCENT, KAPPA = "krippendorff_alpha_nominal", "percent", "cohen_kappa"
POSITIVE = "positive_specific_agreement"
DEFAULT = (PERCENT, ALPHA, POSITIVE, KAPPA)
"""The measures of the default table, in its order."""

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that were finished in one stretch of time, and what all coders together reached on them."""

    label: str
    documents: tuple[str, ...]
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class SampleNeed:
    """How many units a code needs for each threshold to be shown reached, and how many there are.

    ``needed`` is by least acceptable alpha, one-sided at 95 %; empty where nobody or everybody used
    the code, since then its share says nothing.
    """

    code: str
    have: int
    needed: Mapping[float, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one question.

    ``results`` have intervals: every coefficient per code, everyone together. ``pairs`` are the
    default ones per pair of coders, ``rest`` each coder against the rest, ``by_document`` per document,
    ``batches`` in the order of time; ``spans`` are span F1 per code and overall. ``differences`` are
    the passages behind the figures, ``offsets`` the boundaries of matched ones (None where too many
    passages overlap to be matched); ``confusions`` count when asked. ``needed`` are sample sizes for
    the question's unit.
    """

    question: Question
    results: tuple[Result, ...]
    usage: tuple[CodeUsage, ...]
    pairs: tuple[Result, ...]
    rest: tuple[Result, ...]
    by_document: tuple[Result, ...]
    batches: tuple[Batch, ...]
    spans: tuple[Result, ...]
    differences: Differences
    confusions: Confusions
    offsets: tuple[Offset, ...] | None
    needed: tuple[SampleNeed, ...]


def figures(
    documents: Sequence[DocumentCodings],
    question: Question,
    *,
    batches: Mapping[str, Sequence[str]],
    progress: Progress = lambda _: None,
) -> Figures:
    """Compute what the default report shows. ``batches``: the documents of each batch, in the order of time.

    ``progress`` is told the share that is done and may raise to cancel.
    """
    swept = sweep(documents, coders=question.coders, codes=question.codes, unit=question.unit, rule=question.rule)
    progress(0.1)
    drawing = Drawing.of(question)
    together = results(swept, drawing=drawing)
    progress(0.3)
    pairs = pairwise(swept, measures=DEFAULT)
    used = usage(swept)
    spans = span_f1_results(documents, question, drawing=drawing)
    progress(0.5)
    found = differences(documents, coders=question.coders, codes=question.codes)
    progress(0.7)
    offsets = offsets_of(documents, question)
    progress(0.9)
    return Figures(
        question=question,
        results=tuple(together),
        usage=tuple(used),
        pairs=tuple(pairs),
        rest=tuple(against_the_rest(pairs)),
        by_document=tuple(by_document(swept)),
        batches=tuple(batch_of(swept, label=label, members=batches[label], drawing=drawing) for label in batches),
        spans=tuple(spans),
        differences=found,
        confusions=Confusions.of(documents, coders=question.coders, codes=question.codes),
        offsets=offsets,
        needed=tuple(sample_need(each, coders=len(swept.coders)) for each in used),
    )


def offsets_of(documents: Sequence[DocumentCodings], question: Question) -> tuple[Offset, ...] | None:
    """Give the boundaries of matched passages; None where too many overlap to be matched."""
    try:
        return tuple(boundary_offsets(documents, coders=question.coders, codes=question.codes))
    except TooManyPairs:
        return None


def sample_need(used: CodeUsage, *, coders: int) -> SampleNeed:
    """Say what Krippendorff's sample size asks of a code at its measured share."""
    share = used.prevalence
    needed = {}
    if share is not None and 0 < share < 1:
        for threshold in THRESHOLDS:
            needed[threshold] = units_needed(share, minimum_alpha=threshold, coders=max(coders, 2))
    return SampleNeed(code=used.code, have=used.n, needed=needed)


def by_document(swept: Swept) -> list[Result]:
    """Measure each document by itself: a table to look closer, never to be averaged."""
    found = []
    for place in range(len(swept.documents)):
        chosen = np.arange(len(swept.documents)) == place
        found += results(swept.only(chosen), measures=(PERCENT, ALPHA, POSITIVE))
    return found


def batch_of(swept: Swept, *, label: str, members: Sequence[str], drawing: Drawing) -> Batch:
    """Measure one batch, with the interval of its own documents."""
    inside = frozenset(members)
    chosen = np.array([document.document in inside for document in swept.documents], dtype=bool)
    part = swept.only(chosen)
    documents = tuple(document.document for document in part.documents)
    return Batch(label=label, documents=documents, results=tuple(results(part, measures=(ALPHA,), drawing=drawing)))
