# SPDX-License-Identifier: MIT
"""How fast a whole table is with every coefficient, and how fast its intervals are.

    pytest tests/benchmarks/bench_bootstrap.py

Not part of the ordinary run. Figures are medians of CPU time over rounds in turns with their limit.

* 10 MB, 100,000 spans of 5 coders, 4 codes: every coefficient of a code, for everyone together and
  for all ten pairs. Budget 1 s and 200 MB; the limit is the same by one pass over every character,
  for one coefficient (alpha) alone.
* 10,000 resamples of 200 documents, 5 coders, 4 codes, all coefficients. Budget 1 s; the limit draws
  the same documents and multiplies, nothing else.
"""

import resource
import tracemalloc
from collections.abc import Sequence
from statistics import median

import numpy as np
import pytest
from benchmarks.bench_agreement import codings, in_turns, milliseconds, say
from benchmarks.corpus import CODES, Shape, coder_names

from annotator.agreement import DocumentCodings
from annotator.agreement.bootstrap import Drawing, counts_drawn
from annotator.agreement.measuring import COEFFICIENTS, pairwise, results, sweep
from annotator.agreement.swept import Swept

SECONDS = 1.0
MEGABYTES = 200
RESAMPLES = 10_000


def everything(documents: Sequence[DocumentCodings], *, coders: Sequence[str]) -> dict[str, float | None]:
    swept = sweep(documents, coders=coders, codes=CODES, unit="character")
    found = results(swept)
    assert len(pairwise(swept)) == len(CODES) * 10 * len(COEFFICIENTS)
    return {str(each.code): each.value for each in found if each.measure == "krippendorff_alpha_nominal"}


def alpha_by_character(documents: Sequence[DocumentCodings], *, coders: Sequence[str]) -> dict[str, float]:
    """Krippendorff's alpha of every code over an array with a place for every character."""
    lengths = np.array([document.length for document in documents])
    offsets = np.cumsum(lengths) - lengths
    size, m = int(lengths.sum()), len(coders)
    found = {}
    for code in CODES:
        r = np.zeros(size, dtype=np.int64)
        for coder in coders:
            change = np.zeros(size + 1, dtype=np.int64)
            for document, offset in zip(documents, offsets.tolist(), strict=True):
                for start, end in document.spans.get((coder, code), ()):
                    change[offset + start] += 1
                    change[offset + end] -= 1
            r += np.cumsum(change)[:-1] > 0
        coded, values = int(r.sum()), m * size
        observed = float((2 * r * (m - r)).sum()) / (m - 1)
        found[code] = 1 - (values - 1) * observed / (2.0 * coded * (values - coded))
    return found


def test_every_coefficient_of_ten_megabytes(capsys: pytest.CaptureFixture[str]) -> None:
    shape = Shape(articles=1000, length=10_000, annotations=20, coders=5)
    documents, coders = codings(shape), coder_names(shape)
    assert everything(documents, coders=coders) == pytest.approx(alpha_by_character(documents, coders=coders))
    own, limit = in_turns(
        lambda: everything(documents, coders=coders), lambda: alpha_by_character(documents, coders=coders)
    )
    tracemalloc.start()
    everything(documents, coders=coders)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    spans = sum(len(found) for document in documents for found in document.spans.values())
    whole = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    say(
        capsys,
        f"10 MB, {spans:,} spans, 5 coders, {len(CODES)} codes",
        f"{len(COEFFICIENTS)} coefficients, everyone and 10 pairs: {milliseconds(own)}, budget {SECONDS:.0f} s",
        f"limit, alpha alone character by character:  {milliseconds(limit)}",
        f"ratio {median(own) / median(limit):.3f}; peak {peak:.0f} MB, budget {MEGABYTES}; "
        f"whole process {whole:.0f} MB",
    )
    assert median(own) < SECONDS
    assert peak < MEGABYTES


def test_intervals_of_two_hundred_documents(capsys: pytest.CaptureFixture[str]) -> None:
    shape = Shape(articles=200, length=10_000, annotations=10, coders=5)
    swept = sweep(codings(shape), coders=coder_names(shape), codes=CODES, unit="character")
    drawing = Drawing(resamples=RESAMPLES, seed=1, level=0.95, clusters={})
    assert all(result.interval is not None for result in results(swept, drawing=drawing))
    own, limit = in_turns(lambda: results(swept, drawing=drawing), lambda: drawn_and_multiplied(swept))
    say(
        capsys,
        f"{RESAMPLES:,} resamples of {shape.articles} documents, 5 coders, {len(CODES)} codes, every coefficient",
        f"intervals:                {milliseconds(own)}, budget {SECONDS:.0f} s",
        f"limit, draws and product: {milliseconds(limit)}",
        f"ratio {median(own) / median(limit):.2f}",
    )
    assert median(own) < SECONDS


def drawn_and_multiplied(swept: Swept) -> None:
    numbers = np.column_stack([each.histogram for each in swept.codes.values()]).astype(np.float64)
    for counts in counts_drawn(len(swept.documents), resamples=RESAMPLES, seed=1):
        counts @ numbers
