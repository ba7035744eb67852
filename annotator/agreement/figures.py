# SPDX-License-Identifier: MIT
"""Everything that a report on reliability shows by default, computed from one sweep and one set of draws."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.bootstrap import Drawing
from annotator.agreement.data import DocumentCodings
from annotator.agreement.measuring import against_the_rest, pairwise, results, usage
from annotator.agreement.question import Question
from annotator.agreement.result import CodeUsage, Result
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
class Figures:
    """The figures of one question.

    ``results`` have intervals: every coefficient per code, everyone together. ``pairs`` are the
    default ones per pair of coders, ``rest`` each coder against the rest, ``by_document`` per document,
    ``batches`` in the order of time.
    """

    question: Question
    results: tuple[Result, ...]
    usage: tuple[CodeUsage, ...]
    pairs: tuple[Result, ...]
    rest: tuple[Result, ...]
    by_document: tuple[Result, ...]
    batches: tuple[Batch, ...]


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
    progress(0.4)
    pairs = pairwise(swept, measures=DEFAULT)
    progress(0.5)
    return Figures(
        question=question,
        results=tuple(together),
        usage=tuple(usage(swept)),
        pairs=tuple(pairs),
        rest=tuple(against_the_rest(pairs)),
        by_document=tuple(by_document(swept)),
        batches=tuple(batch_of(swept, label=label, members=batches[label], drawing=drawing) for label in batches),
    )


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
