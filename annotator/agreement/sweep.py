# SPDX-License-Identifier: MIT
"""The boundary sweep: what every coefficient of one code needs, without visiting single units.

The axis is cut at every start, end and document bound. Between two cuts nothing changes, so each
coder has coded a whole segment or nothing of it (overlapping spans of one coder count once). The
time is that of sorting the cuts; the memory is segments times coders, whatever the texts' length.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Axis, Integers, joined
from annotator.agreement.data import DocumentCodings
from annotator.agreement.sums import CodeNumbers


@dataclass(frozen=True, slots=True)
class Placed:
    """All spans of one code on the closed text, with the coder's index for each; none is empty."""

    spans: Integers
    coders: Integers


def spans_of_code(documents: Sequence[DocumentCodings], *, axis: Axis, coders: Sequence[str], code: str) -> Placed:
    """Collect the spans of everyone who gives a value for this code; the others' are left out."""
    gathered: list[Sequence[tuple[int, int]]] = []
    owners: list[int] = []
    homes: list[int] = []
    for home, document in enumerate(documents):
        for owner, coder in enumerate(coders):
            found = document.spans.get((coder, code))
            if found and document.gives_value(coder, code=code):
                gathered.append(found)
                owners.append(owner)
                homes.append(home)
    home_of = np.array(homes, dtype=np.int64)
    spans = joined(gathered, offsets=axis.offsets[home_of], lengths=axis.lengths[home_of])
    counts = np.array([len(found) for found in gathered], dtype=np.int64)
    spans, owner_of = axis.close(spans), np.repeat(np.array(owners, dtype=np.int64), counts)
    left = spans[:, 0] < spans[:, 1]
    return Placed(spans=spans[left], coders=owner_of[left])


def numbers_of_code(
    documents: Sequence[DocumentCodings], *, axis: Axis, coders: Sequence[str], code: str
) -> CodeNumbers:
    """Sweep one code over all documents into its sufficient numbers per document."""
    gives = [[document.gives_value(coder, code=code) for coder in coders] for document in documents]
    placed = spans_of_code(documents, axis=axis, coders=coders, code=code)
    runs = axis.place(placed.spans)
    cuts = np.unique(np.concatenate((runs.ravel(), axis.bounds)))
    covered = coverage(runs, owners=placed.coders, cuts=cuts, coders=len(coders))
    edges = np.searchsorted(cuts, axis.bounds)
    widths = np.diff(cuts)
    weighted = np.where(covered, widths, 0)
    return CodeNumbers(
        sizes=axis.sizes,
        gives=np.array(gives, dtype=bool).reshape(len(documents), len(coders)),
        histogram=histogram(covered, widths=widths, edges=edges),
        coded=per_document(weighted, edges=edges),
        overlap=overlaps(covered, weighted=weighted, edges=edges),
    )


def coverage(runs: Integers, *, owners: Integers, cuts: Integers, coders: int) -> NDArray[np.bool_]:
    """Say for each coder and each segment between two cuts whether a run of that coder covers it."""
    places = np.searchsorted(cuts, runs)
    covered = np.zeros((coders, max(len(cuts) - 1, 0)), dtype=bool)
    for coder in range(coders):
        own = places[owners == coder]
        opened = np.bincount(own[:, 0], minlength=len(cuts))
        closed = np.bincount(own[:, 1], minlength=len(cuts))
        covered[coder] = np.cumsum(opened - closed)[:-1] > 0
    return covered


def histogram(covered: NDArray[np.bool_], *, widths: Integers, edges: Integers) -> Integers:
    """Give H: per document, the number of units coded by exactly 0, 1, ... all coders."""
    documents, kinds = len(edges) - 1, len(covered) + 1
    home = np.repeat(np.arange(documents), np.diff(edges))
    kind = home * kinds + covered.sum(axis=0)
    # The sums are of whole numbers far below 2**53, so float64 holds them exactly.
    counted = np.bincount(kind, weights=widths, minlength=documents * kinds)
    return counted.astype(np.int64).reshape(documents, kinds)


def overlaps(covered: NDArray[np.bool_], *, weighted: Integers, edges: Integers) -> Integers:
    """Give per document the units coded by both of each pair; pair by pair, to hold little at once."""
    pairs = list(combinations(range(len(covered)), 2))
    found = np.zeros((len(edges) - 1, len(pairs)), dtype=np.int64)
    for place, (first, second) in enumerate(pairs):
        both = np.where(covered[first], weighted[second], 0)
        found[:, place] = per_document(both[np.newaxis, :], edges=edges)[:, 0]
    return found


def per_document(rows: Integers, *, edges: Integers) -> Integers:
    """Add each row up within each document: one line per document, one column per row."""
    totals = np.zeros((len(rows), rows.shape[1] + 1), dtype=np.int64)
    np.cumsum(rows, axis=1, out=totals[:, 1:])
    return np.diff(totals[:, edges], axis=1).T
