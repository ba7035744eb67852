# SPDX-License-Identifier: MIT
"""How fast agreement on sets and unitizing alpha are, against the same figures by single characters.

    pytest tests/benchmarks/bench_unitizing.py

Not part of the ordinary run. 1,000 articles of 10,000 characters, 20 annotations of each of 5 coders,
4 codes: 10 MB with 100,000 spans. Both sides start from the same plain data and run in turns in one
process after a warm-up; figures are medians of CPU time.

* sets: our side gives alpha with three distances and the percent; the other the alpha with MASI from
  a bitmask per character and coder, whose coincidences are counted pair by pair.
* uα 2016: our side gives every measure of the family; the other uα of each code from the number of
  coders on every character.
* uα 2004: our side gives it by code and over codes. The other compares each unit with each of its
  article, since there is no form by characters; one unit at a time, on a twentieth of the articles.

Budget: 1 second each, and no more time than the other side takes.
"""

from collections.abc import Callable, Sequence
from itertools import chain, combinations
from statistics import median

import numpy as np
import pytest
from benchmarks.bench_agreement import codings, in_turns, milliseconds, say
from benchmarks.corpus import CODES, Shape, coder_names

from annotator.agreement import DocumentCodings, Result
from annotator.agreement.question import Question
from annotator.agreement.set_results import set_results
from annotator.agreement.unitizing_2004_results import unitizing_2004_results
from annotator.agreement.unitizing_2016_results import unitizing_2016_results

SHAPE = Shape(articles=1000, length=10_000, annotations=20, coders=5)
SECONDS = 1.0
FEWER = 20


def question(shape: Shape) -> Question:
    return Question(coders=tuple(coder_names(shape)), codes=CODES)


def value(results: Sequence[Result], *, measure: str, code: str | None = None) -> float | None:
    (found,) = (each.value for each in results if (each.measure, each.code) == (measure, code))
    return found


def covered(documents: Sequence[DocumentCodings], *, key: tuple[str, str]) -> np.ndarray:
    """Whether each character of all texts is under a span."""
    lengths = np.array([document.length for document in documents])
    offsets = np.cumsum(lengths) - lengths
    own = [document.spans.get(key, ()) for document in documents]
    counts = [len(spans) for spans in own]
    flat = np.fromiter(chain.from_iterable(chain.from_iterable(own)), np.int64, 2 * sum(counts)).reshape(-1, 2)
    flat = flat + np.repeat(offsets, counts)[:, np.newaxis]
    size = int(lengths.sum())
    change = np.bincount(flat[:, 0], minlength=size + 1) - np.bincount(flat[:, 1], minlength=size + 1)
    return np.cumsum(change)[:-1] > 0


def masi_by_character(documents: Sequence[DocumentCodings], *, coders: Sequence[str]) -> float:
    kinds = 1 << len(CODES)
    worn = []
    for coder in coders:
        mask = np.zeros(sum(document.length for document in documents), dtype=np.int64)
        for bit, code in enumerate(CODES):
            mask |= covered(documents, key=(coder, code)).astype(np.int64) << bit
        worn.append(mask)
    pairs = sum(np.bincount(one * kinds + two, minlength=kinds**2) for one, two in combinations(worn, 2))
    coincidences = np.asarray(pairs).reshape(kinds, kinds) / (len(coders) - 1)
    coincidences = coincidences + coincidences.T
    totals = coincidences.sum(axis=1)
    distances = np.array([[_masi(one, two) for two in range(kinds)] for one in range(kinds)])
    number = totals.sum()
    return float(1 - (number - 1) * (coincidences * distances).sum() / (totals @ distances @ totals))


def _masi(one: int, two: int) -> float:
    common, either = (one & two).bit_count(), (one | two).bit_count()
    if one == two:
        return 0
    if not common:
        return 1
    return 1 - common / either * (2 / 3 if common in (one.bit_count(), two.bit_count()) else 1 / 3)


def units_of(document: DocumentCodings, *, coder: str, code: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(document.spans.get((coder, code), ())):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def u_2016_by_character(documents: Sequence[DocumentCodings], *, coders: Sequence[str]) -> list[float]:
    found = []
    for code in CODES:
        number = np.sum([covered(documents, key=(coder, code)) for coder in coders], axis=0, dtype=np.int64)
        units = [unit for each in documents for coder in coders for unit in units_of(each, coder=coder, code=code)]
        squares = sum((end - start) ** 2 for start, end in units)
        total, coded = float(len(coders) * len(number)), float(number.sum())
        gaps, apart = total - coded, float((number * (len(coders) - number)).sum())
        found.append(1 - apart * (total**2 - squares - gaps) / ((len(coders) - 1) * total * coded * gaps))
    return found


def u_2004_one_by_one(documents: Sequence[DocumentCodings], *, coders: Sequence[str]) -> float:
    observed = expected = 0.0
    for document in documents:
        for code in CODES:
            own = [units_of(document, coder=coder, code=code) for coder in coders]
            squares, chance = _parts(own, length=document.length)
            observed, expected = observed + squares, expected + chance
    return 1 - observed / expected


def _parts(own: Sequence[Sequence[tuple[int, int]]], *, length: int) -> tuple[float, float]:
    coders, squares = len(own), 0
    for one, two in combinations(own, 2):
        for units, others, weight in ((one, two, 1), (two, one, 0)):
            for start, end in units:
                met = [other for other in others if start < other[1] and other[0] < end]
                squares += weight * sum((start - first) ** 2 + (end - last) ** 2 for first, last in met)
                squares += (end - start) ** 2 if not met else 0
    gaps = []
    for units in own:
        ends, starts = [0, *(end for _, end in units)], [*(start for start, _ in units), length]
        gaps += [start - end for end, start in zip(ends, starts, strict=True)]
    sizes = [end - start for units in own for start, end in units]
    chance = 0.0
    for size in sizes:
        chance += (len(sizes) - 1) * (2 * size**3 - 3 * size**2 + size) / 3
        chance += size**2 * sum(gap - size + 1 for gap in gaps if gap >= size)
    ways = coders * length * (coders * length - 1) - sum(size * (size - 1) for size in sizes)
    return 2 * squares / (coders * (coders - 1)), 2 * length * chance / ways


def compare(
    capsys: pytest.CaptureFixture[str],
    *,
    name: str,
    ours: Callable[[], object],
    other: Callable[[], object],
    share: int,
) -> None:
    """Time both; the other side did a ``share``-th of the work."""
    own, theirs = in_turns(ours, other)
    ratio = median(own) / (median(theirs) * share)
    say(
        capsys,
        f"{name}: 10 MB, 100,000 spans, {SHAPE.coders} coders, {len(CODES)} codes",
        f"ours:  {milliseconds(own)}, budget {SECONDS:.0f} s",
        f"other: {milliseconds(theirs)}" + (f", on one article in {share}" if share > 1 else ""),
        f"ratio {ratio:.3f}, budget 1",
    )
    assert median(own) <= SECONDS
    assert ratio <= 1


def test_sets(capsys: pytest.CaptureFixture[str]) -> None:
    documents, asked = codings(SHAPE), question(SHAPE)
    exact = masi_by_character(documents, coders=asked.coders)
    assert value(set_results(documents, asked), measure="alpha_masi") == pytest.approx(exact, abs=1e-9)
    compare(
        capsys,
        name="sets",
        ours=lambda: set_results(documents, asked),
        other=lambda: masi_by_character(documents, coders=asked.coders),
        share=1,
    )


def test_unitizing_2016(capsys: pytest.CaptureFixture[str]) -> None:
    documents, asked = codings(SHAPE), question(SHAPE)
    results = unitizing_2016_results(documents, asked)
    exact = u_2016_by_character(documents, coders=asked.coders)
    assert [value(results, measure="u_alpha_2016", code=code) for code in CODES] == pytest.approx(exact, abs=1e-9)
    compare(
        capsys,
        name="uα 2016",
        ours=lambda: unitizing_2016_results(documents, asked),
        other=lambda: u_2016_by_character(documents, coders=asked.coders),
        share=1,
    )


def test_unitizing_2004(capsys: pytest.CaptureFixture[str]) -> None:
    documents, asked = codings(SHAPE), question(SHAPE)
    fewer = documents[: len(documents) // FEWER]
    exact = u_2004_one_by_one(fewer, coders=asked.coders)
    assert value(unitizing_2004_results(fewer, asked), measure="u_alpha_2004") == pytest.approx(exact, abs=1e-9)
    compare(
        capsys,
        name="uα 2004",
        ours=lambda: unitizing_2004_results(documents, asked),
        other=lambda: u_2004_one_by_one(fewer, coders=asked.coders),
        share=FEWER,
    )
