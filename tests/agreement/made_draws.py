# SPDX-License-Identifier: MIT
"""Bootstrap the slow and obvious way: every drawn document is handed over once more."""

import dataclasses
from collections.abc import Callable, Sequence

import numpy as np

from annotator.agreement import DocumentCodings, Result
from annotator.agreement.bootstrap import Drawing, counts_drawn

DRAWING = Drawing(resamples=40, seed=3, level=0.95, clusters={})


def repeated(documents: Sequence[DocumentCodings], counts: Sequence[float]) -> list[DocumentCodings]:
    """Hand over each document as often as it was drawn, under names of their own."""
    return [
        dataclasses.replace(document, document=f"{document.document} {time}")
        for document, count in zip(documents, counts, strict=True)
        for time in range(int(count))
    ]


def ends_by_repeating(
    documents: Sequence[DocumentCodings], measure: Callable[[list[DocumentCodings]], list[Result]]
) -> dict[tuple[str, str | None], tuple[float, float]]:
    """Give the ends of the interval of each measure and code that has a value in every resample."""
    values: dict[tuple[str, str | None], list[float | None]] = {}
    for block in counts_drawn(len(documents), resamples=DRAWING.resamples, seed=DRAWING.seed):
        for counts in block:
            for result in measure(repeated(documents, counts)):
                values.setdefault((result.measure, result.code), []).append(result.value)
    found = {}
    for key, own in values.items():
        defined = [value for value in own if value is not None]
        if len(defined) == len(own):
            low, high = np.quantile(defined, [0.025, 0.975])
            found[key] = (float(low), float(high))
    return found
