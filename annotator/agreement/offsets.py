# SPDX-License-Identifier: MIT
"""How far coders' boundaries lie apart where they mean the same span.

Spans of one code by two coders are matched one to one, as many as overlap, the most alike first
where that costs no match (see ``matching``). For each match the offset of the start and of the end is
the second coder's position minus the first's, in characters without excluded ones: a negative start
says that the second coder begins earlier, a positive end that the second coder goes on for longer.
Only documents in which both give values count. Quartiles and medians interpolate linearly (type 7 of
Hyndman and Fan 1996).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.axis import Integers
from annotator.agreement.data import DocumentCodings
from annotator.agreement.matching import matched
from annotator.agreement.span_f1 import ANY_OVERLAP
from annotator.agreement.stretches import Stretches

NEAR = 6
"""Characters within which boundaries are called near: an English word with its space."""


@dataclass(frozen=True, slots=True)
class Offset:
    """Two matched spans, in code points of the stored text, half-open, and how far their ends lie apart."""

    document: str
    code: str
    coders: tuple[str, str]
    first: tuple[int, int]
    second: tuple[int, int]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How offsets are spread, in characters; ``equal`` and ``near`` are the shares of 0 and of at most NEAR."""

    median: float
    lower_quartile: float
    upper_quartile: float
    equal: float
    near: float


@dataclass(frozen=True, slots=True)
class OffsetSummary:
    """The offsets of one code and pair of coders; no spread where nothing was matched."""

    code: str
    coders: tuple[str, str]
    matches: int
    start: Spread | None
    end: Spread | None


def boundary_offsets(
    documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str]
) -> list[Offset]:
    """Give the offsets of all matched spans, by code and pair of coders, then in the order of the text.

    Raises ValueError for positions outside their document, TooManyPairs where too many spans overlap.
    """
    stretches = Stretches.of(documents, coders=coders, codes=codes)
    return [
        offset for code in codes for pair in stretches.pairs() for offset in _of_pair(stretches, code=code, pair=pair)
    ]


def summaries(offsets: Iterable[Offset], *, coders: Sequence[str], codes: Sequence[str]) -> list[OffsetSummary]:
    """Sum up the offsets of every code and pair of coders; both in the order in which offsets were asked for."""
    found: dict[tuple[str, tuple[str, str]], list[tuple[int, int]]] = {
        (code, (one, two)): [] for code in codes for place, one in enumerate(coders) for two in coders[place + 1 :]
    }
    for offset in offsets:
        found[offset.code, offset.coders].append((offset.start, offset.end))
    return [
        OffsetSummary(
            code=code,
            coders=pair,
            matches=len(ends),
            start=_spread([start for start, _ in ends]),
            end=_spread([end for _, end in ends]),
        )
        for (code, pair), ends in found.items()
    ]


def _of_pair(stretches: Stretches, *, code: str, pair: tuple[int, int]) -> Iterator[Offset]:
    gives = stretches.gives[code]
    shared = gives[:, pair[0]] & gives[:, pair[1]]
    first, second = (_spans(stretches, code=code, coder=coder) for coder in pair)
    first, second = (spans[shared[_homes(stretches, spans)]] for spans in (first, second))
    one, two = stretches.gaps.close(first), stretches.gaps.close(second)
    matches = matched(one, two, threshold=ANY_OVERLAP)
    apart = two[matches[:, 1]] - one[matches[:, 0]]
    first, second = first[matches[:, 0]], second[matches[:, 1]]
    homes = _homes(stretches, first)
    begin = stretches.offsets[homes, np.newaxis]
    names = (stretches.coders[pair[0]], stretches.coders[pair[1]])
    for home, mine, yours, (start, end) in zip(
        homes.tolist(), (first - begin).tolist(), (second - begin).tolist(), apart.tolist(), strict=True
    ):
        yield Offset(stretches.documents[home], code, names, (mine[0], mine[1]), (yours[0], yours[1]), start, end)


def _spans(stretches: Stretches, *, code: str, coder: int) -> Integers:
    """Give a coder's spans sorted; of those that are the same once excluded text is gone, the first."""
    placed = stretches.spans[code]
    spans = placed.spans[placed.coders == coder]
    _, kept = np.unique(stretches.gaps.close(spans), axis=0, return_index=True)
    return np.asarray(spans[kept])


def _homes(stretches: Stretches, spans: Integers) -> Integers:
    return np.asarray(np.searchsorted(stretches.offsets, spans[:, 0], side="right") - 1)


def _spread(offsets: Sequence[int]) -> Spread | None:
    if not offsets:
        return None
    lower, median, upper = np.quantile(offsets, [0.25, 0.5, 0.75]).tolist()
    distance = np.abs(np.array(offsets))
    return Spread(
        median=median,
        lower_quartile=lower,
        upper_quartile=upper,
        equal=float(np.mean(distance == 0)),
        near=float(np.mean(distance <= NEAR)),
    )
