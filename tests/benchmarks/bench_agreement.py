# SPDX-License-Identifier: MIT
"""How fast agreement is, against one numpy pass over every single character of the same corpus.

    pytest tests/benchmarks/bench_agreement.py

Not part of the ordinary run. Both sides start from the same plain data and run in turns in one
process, at least seven rounds after a warm-up; figures are medians of CPU time.

* 1,000 articles of 8,200 characters, 100 annotations of each of 3 coders, 4 codes: our side gives all
  codes, all coefficients and all pairs of coders; the limit gives for the same codes and coders the
  histogram and the overlaps by difference arrays over characters. Budget: a fifth of the limit.
* 1 MB with 10,000 spans against 10 MB with 100,000: budget 20 times the time, 100 MB of memory.
"""

import platform
import time
import tracemalloc
from collections.abc import Callable, Sequence
from itertools import chain, combinations
from statistics import median

import numpy as np
import pytest
from benchmarks.corpus import CODES, Shape, coder_names, corpus

from annotator import __version__
from annotator.agreement import DocumentCodings
from annotator.agreement.measuring import pairwise, results, sweep

ROUNDS = 9
SHARE_OF_LIMIT = 1 / 5
GROWTH = 20
MEMORY_MEGABYTES = 100


def codings(shape: Shape) -> list[DocumentCodings]:
    everyone = frozenset(coder_names(shape))
    return [
        DocumentCodings(document=article.name, length=article.length, finished=everyone, spans=article.spans)
        for article in corpus(shape)
    ]


def ours(documents: Sequence[DocumentCodings], *, coders: Sequence[str]) -> dict[str, list[int]]:
    swept = sweep(documents, coders=coders, codes=CODES, unit="character")
    assert results(swept)
    assert pairwise(swept)
    return {code: _as_list(numbers.histogram, numbers.overlap) for code, numbers in swept.codes.items()}


def by_character(documents: Sequence[DocumentCodings], *, coders: Sequence[str]) -> dict[str, list[int]]:
    """The limit: one difference array over all characters per code and coder."""
    lengths = np.array([document.length for document in documents])
    offsets = np.cumsum(lengths) - lengths
    size, kinds = int(lengths.sum()), len(coders) + 1
    home = np.repeat(np.arange(len(documents)) * kinds, lengths)
    found = {}
    for code in CODES:
        covered = [_covered(documents, offsets=offsets, size=size, key=(coder, code)) for coder in coders]
        together = np.sum(covered, axis=0, dtype=np.int64)
        histogram = np.bincount(home + together, minlength=len(documents) * kinds).reshape(-1, kinds)
        overlap = [np.add.reduceat(one & two, offsets, dtype=np.int64) for one, two in combinations(covered, 2)]
        found[code] = _as_list(histogram, np.array(overlap).T)
    return found


def _covered(
    documents: Sequence[DocumentCodings], *, offsets: np.ndarray, size: int, key: tuple[str, str]
) -> np.ndarray:
    own = [document.spans.get(key, ()) for document in documents]
    counts = [len(spans) for spans in own]
    flat = np.fromiter(chain.from_iterable(chain.from_iterable(own)), np.int64, 2 * sum(counts)).reshape(-1, 2)
    flat = flat + np.repeat(offsets, counts)[:, np.newaxis]
    change = np.bincount(flat[:, 0], minlength=size + 1) - np.bincount(flat[:, 1], minlength=size + 1)
    return np.cumsum(change)[:-1] > 0


def _as_list(histogram: np.ndarray, overlap: np.ndarray) -> list[int]:
    return [*histogram.ravel().tolist(), *overlap.ravel().tolist()]


def cpu_seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def in_turns(*works: Callable[[], object]) -> list[list[float]]:
    """Time each in turn, round by round after one round of warm-up."""
    rounds = [[cpu_seconds(work) for work in works] for _ in range(ROUNDS + 1)][1:]
    return [sorted(times) for times in zip(*rounds, strict=True)]


def say(capsys: pytest.CaptureFixture[str], *lines: str) -> None:
    machine = f"{platform.machine()}, {_processor()}, CPython {platform.python_version()}, numpy {np.__version__}"
    with capsys.disabled():
        print(f"\n[agreement] {time.strftime('%Y-%m-%d')}, annotator {__version__}, {machine}")
        for line in lines:
            print(f"  {line}")


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    except OSError:
        names = []
    return f"{len(names)} x {names[0]}" if names else platform.processor() or "unknown processor"


def milliseconds(times: Sequence[float]) -> str:
    return f"median {median(times) * 1000:.1f} ms, least {times[0] * 1000:.1f}, most {times[-1] * 1000:.1f}"


def test_sweep_costs_a_fifth_of_a_pass_over_characters(capsys: pytest.CaptureFixture[str]) -> None:
    shape = Shape()
    documents, coders = codings(shape), coder_names(shape)
    assert ours(documents, coders=coders) == by_character(documents, coders=coders)
    own, limit = in_turns(
        lambda: ours(documents, coders=coders),
        lambda: by_character(documents, coders=coders),
    )
    ratio = median(own) / median(limit)
    spans = sum(len(found) for document in documents for found in document.spans.values())
    say(
        capsys,
        f"{shape.articles:,} articles, {shape.articles * shape.length:,} characters, {spans:,} spans, "
        f"{shape.coders} coders, {len(CODES)} codes",
        f"sweep, all codes, coefficients and pairs: {milliseconds(own)}",
        f"limit, difference arrays per character:   {milliseconds(limit)}",
        f"ratio {ratio:.3f}, budget {SHARE_OF_LIMIT:.3f}",
    )
    assert ratio <= SHARE_OF_LIMIT


@pytest.mark.parametrize("coders", [2, 5, 10])
def test_ten_times_the_text_costs_at_most_twenty_times(coders: int, capsys: pytest.CaptureFixture[str]) -> None:
    small_shape = Shape(articles=100, length=10_000, annotations=100 // coders, coders=coders)
    large_shape = Shape(articles=1000, length=10_000, annotations=100 // coders, coders=coders)
    small, large, names = codings(small_shape), codings(large_shape), coder_names(small_shape)
    small_times, large_times = in_turns(lambda: ours(small, coders=names), lambda: ours(large, coders=names))
    growth = median(large_times) / median(small_times)
    tracemalloc.start()
    ours(large, coders=names)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    say(
        capsys,
        f"{coders} coders: 1 MB, 10,000 spans: {milliseconds(small_times)}",
        f"{coders} coders: 10 MB, 100,000 spans: {milliseconds(large_times)}",
        f"growth {growth:.1f} times, budget {GROWTH}; peak {peak:.0f} MB, budget {MEMORY_MEGABYTES}",
    )
    assert growth <= GROWTH
    assert peak <= MEMORY_MEGABYTES
