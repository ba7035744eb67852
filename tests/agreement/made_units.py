# SPDX-License-Identifier: MIT
"""Made-up projects in which no coder's units of different codes overlap, for unitizing alpha."""

import itertools
from collections.abc import Sequence

from agreement.made import CODERS, CODES
from hypothesis import strategies

from annotator.agreement import DocumentCodings


@strategies.composite
def unitized_projects(draw: strategies.DrawFn) -> list[DocumentCodings]:
    """One to three documents of two to four coders, each cut into pieces with one code or none."""
    coders = CODERS[: draw(strategies.integers(2, 4))]
    return [_document(draw, name=f"d{place}", coders=coders) for place in range(draw(strategies.integers(1, 3)))]


def _document(draw: strategies.DrawFn, *, name: str, coders: tuple[str, ...]) -> DocumentCodings:
    length = draw(strategies.integers(0, 18))
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for coder in coders:
        cuts = sorted({0, length, *draw(strategies.lists(strategies.integers(0, length), max_size=6))})
        for start, end in itertools.pairwise(cuts):
            code = draw(strategies.sampled_from(["", *CODES]))
            if code:
                spans.setdefault((coder, code), []).append((start, end))
    return DocumentCodings(document=name, length=length, finished=frozenset(coders), spans=spans)


def end_to_end(documents: Sequence[DocumentCodings]) -> DocumentCodings:
    """Lay documents finished by the same coders end to end as one; no span reaches over a joint."""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    excluded: list[tuple[int, int]] = []
    offset = 0
    for document in documents:
        for key, own in document.spans.items():
            spans.setdefault(key, []).extend((start + offset, end + offset) for start, end in own)
        excluded += [(start + offset, end + offset) for start, end in document.excluded]
        offset += document.length
    return DocumentCodings(
        document="whole", length=offset, finished=documents[0].finished, spans=spans, excluded=excluded
    )
