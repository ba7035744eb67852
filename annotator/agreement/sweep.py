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
from annotator.agreement.question import Rule
from annotator.agreement.sums import CodeNumbers


@dataclass(frozen=True, slots=True)
class Placed:
    """The spans of one code on the closed text, with the coder's index for each; none is empty."""

    spans: Integers
    coders: Integers


def gather(
    documents: Sequence[DocumentCodings], *, axis: Axis, coders: Sequence[str], codes: Sequence[str]
) -> dict[str, Placed]:
    """Collect by code the spans of everyone who gives a value for it; the others' are left out.

    All codes in one go, document by document: walking the caller's objects costs most of a sweep,
    and least in the order in which they were made.
    """
    found: list[Sequence[tuple[int, int]]] = []
    labels: list[tuple[int, int, int]] = []
    for home, document in enumerate(documents):
        for owner, coder in enumerate(coders):
            for kind, code in enumerate(codes):
                spans = document.spans.get((coder, code))
                if spans and document.gives_value(coder, code=code):
                    found.append(spans)
                    labels.append((home, owner, kind))
    homes, owners, kinds = np.array(labels, dtype=np.int64).reshape(-1, 3).T
    placed = axis.close(joined(found, offsets=axis.offsets[homes], lengths=axis.lengths[homes]))
    counts = np.array([len(spans) for spans in found], dtype=np.int64)
    left = placed[:, 0] < placed[:, 1]
    owner_of, kind_of = np.repeat(owners, counts), np.where(left, np.repeat(kinds, counts), -1)
    chosen = [kind_of == kind for kind in range(len(codes))]
    return {code: Placed(placed[own], owner_of[own]) for code, own in zip(codes, chosen, strict=True)}


def numbers_by_code(
    documents: Sequence[DocumentCodings],
    *,
    axis: Axis,
    coders: Sequence[str],
    codes: Sequence[str],
    rule: Rule = Rule.TOUCHED,
) -> dict[str, CodeNumbers]:
    """Sweep each code over all documents into its sufficient numbers per document."""
    numbers = {}
    for code, placed in gather(documents, axis=axis, coders=coders, codes=codes).items():
        gives = [[document.gives_value(coder, code=code) for coder in coders] for document in documents]
        table = np.array(gives, dtype=bool).reshape(len(documents), len(coders))
        numbers[code] = numbers_of(placed, axis=axis, gives=table, rule=rule)
    return numbers


def numbers_of(placed: Placed, *, axis: Axis, gives: NDArray[np.bool_], rule: Rule = Rule.TOUCHED) -> CodeNumbers:
    """Sweep one code; ``gives`` has a line per document and a column per coder."""
    runs = runs_of(placed, axis=axis, rule=rule)
    cuts, covered = segments(runs.spans, owners=runs.coders, coders=gives.shape[1], bounds=axis.bounds)
    edges = np.searchsorted(cuts, axis.bounds)
    widths = np.diff(cuts)
    weighted = np.where(covered, widths, 0)
    return CodeNumbers(
        sizes=axis.sizes,
        gives=gives,
        histogram=histogram(covered, widths=widths, edges=edges),
        coded=per_document(weighted, edges=edges),
        overlap=overlaps(covered, weighted=weighted, edges=edges),
    )


def runs_of(placed: Placed, *, axis: Axis, rule: Rule) -> Placed:
    """Turn spans of the closed text into runs of units, each still with its coder."""
    if rule is Rule.TOUCHED:
        return Placed(axis.place(placed.spans), placed.coders)
    runs = {coder: axis.place(placed.spans[placed.coders == coder], rule=rule) for coder in np.unique(placed.coders)}
    if not runs:
        return placed
    owners = np.repeat(list(runs), [len(own) for own in runs.values()])
    return Placed(np.concatenate(list(runs.values())), owners.astype(np.int64))


def segments(runs: Integers, *, owners: Integers, coders: int, bounds: Integers) -> tuple[Integers, NDArray[np.bool_]]:
    """Cut the axis; give the cuts and, a row per coder, whether the coder covers each segment.

    Every start, end and bound becomes one number, its place above and whose it is below, so that a
    single sort puts all in order; sorting whole numbers is what numpy does fastest.
    """
    bits = (2 * coders).bit_length()
    marks = [bounds << bits, (runs[:, 0] << bits) + 2 * owners + 1, (runs[:, 1] << bits) + 2 * owners + 2]
    events = np.sort(np.concatenate(marks))
    places = events >> bits
    opens = np.append(True, places[1:] != places[:-1])
    cuts = places[opens]
    segment, whose = np.cumsum(opens) - 1, events & ((1 << bits) - 1)
    size = len(cuts)
    tally = np.bincount(whose * size + segment, minlength=(2 * coders + 1) * size).reshape(-1, size)
    depth = np.cumsum(tally[1::2] - tally[2::2], axis=1)
    return cuts, depth[:, :-1] > 0


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
