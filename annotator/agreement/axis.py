# SPDX-License-Identifier: MIT
"""One axis of units for many documents: texts laid end to end, excluded regions cut out.

Two steps lead from code points to units. First the text closes up over the excluded regions, so a
span wholly inside one becomes empty and one that crosses it keeps what is left. Then, for sentences
and the like, a span becomes the run of units that it touches with at least one remaining character,
or (by the other rule) a coder's spans become the units of which they cover at least half; a unit
without remaining characters is none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.data import DocumentCodings
from annotator.agreement.question import CHARACTER, DOCUMENT, Rule

Integers = NDArray[np.int64]


def pairs_of(sequences: Iterable[Sequence[tuple[int, int]]], *, count: int) -> Integers:
    """Lay ``count`` pairs from all sequences into one array of two columns."""
    numbers = chain.from_iterable(chain.from_iterable(sequences))
    return np.fromiter(numbers, np.int64, count * 2).reshape(-1, 2)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The excluded regions on the joined text: sorted, unioned, with what was removed before each."""

    starts: Integers
    ends: Integers
    removed: Integers

    @classmethod
    def of(cls, regions: Integers) -> "Gaps":
        """Union regions that may overlap, in any order; touching ones become one."""
        ordered = regions[np.argsort(regions[:, 0], kind="stable")]
        reach = np.maximum.accumulate(ordered[:, 1])
        opens = np.ones(len(ordered), dtype=bool)
        opens[1:] = ordered[1:, 0] > reach[:-1]
        first = np.flatnonzero(opens)
        starts = ordered[first, 0]
        ends = reach[np.append(first[1:], len(ordered)) - 1] if len(ordered) else starts
        return cls(starts=starts, ends=ends, removed=np.concatenate(([0], np.cumsum(ends - starts))))

    def close(self, positions: Integers) -> Integers:
        """Move positions to where they come to lie once every region is cut out."""
        if not len(self.starts):
            return positions
        index = np.searchsorted(self.starts, positions, side="right")
        inside = np.where(index > 0, self.ends[np.maximum(index, 1) - 1] - positions, 0)
        return positions - self.removed[index] + np.maximum(inside, 0)


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis itself: ``bounds[d]`` to ``bounds[d + 1]`` are the units of document ``d``.

    ``offsets`` and ``lengths`` are of the joined text before anything is cut out, in code points.
    ``units`` are the bounds of what is counted, on the closed text; None for characters.
    """

    offsets: Integers
    lengths: Integers
    bounds: Integers
    gaps: Gaps
    units: tuple[Integers, Integers] | None
    unit: str

    @classmethod
    def of(cls, documents: Sequence[DocumentCodings], *, unit: str) -> "Axis":
        """Build the axis of these documents; ValueError where a position or a list of units is off."""
        lengths = np.array([document.length for document in documents], dtype=np.int64)
        ends = np.cumsum(lengths)
        offsets = ends - lengths
        regions = joined([document.excluded for document in documents], offsets=offsets, lengths=lengths)
        gaps = Gaps.of(regions)
        closed = gaps.close(np.append(offsets, ends[-1:] if len(ends) else [0]))
        if unit == CHARACTER:
            return cls(offsets=offsets, lengths=lengths, bounds=closed, gaps=gaps, units=None, unit=unit)
        found = joined([units_of(document, unit=unit) for document in documents], offsets=offsets, lengths=lengths)
        if np.any(found[1:, 0] < found[:-1, 1]):
            raise ValueError(f"the {unit} bounds overlap or are out of order")
        starts, stops = gaps.close(found[:, 0]), gaps.close(found[:, 1])
        kept = starts < stops
        starts, stops = starts[kept], stops[kept]
        bounds = np.searchsorted(starts, closed, side="left").astype(np.int64)
        return cls(offsets=offsets, lengths=lengths, bounds=bounds, gaps=gaps, units=(starts, stops), unit=unit)

    @property
    def sizes(self) -> Integers:
        """The number of units of each document."""
        return np.diff(self.bounds)

    def close(self, spans: Integers) -> Integers:
        """Move spans of the joined text to the closed text; a span wholly excluded becomes empty."""
        return self.gaps.close(spans)

    def place(self, spans: Integers, *, rule: Rule = Rule.TOUCHED) -> Integers:
        """Turn one coder's spans of the closed text into half-open runs of units; a run may be empty.

        By the rule "touched" there is a run for each span, in their order, and the spans may be of
        any number of coders; by the rule "half" there are as many runs as the units make.
        """
        if self.units is None:
            return spans
        if rule is Rule.HALF and self.unit != DOCUMENT:
            return half_covered(spans, units=self.units)
        starts, ends = self.units
        first = np.searchsorted(ends, spans[:, 0], side="right")
        last = np.searchsorted(starts, spans[:, 1], side="left")
        placed = np.stack((first, last), axis=1).astype(np.int64)
        placed[spans[:, 0] >= spans[:, 1]] = 0
        return placed


def unioned(spans: Integers) -> Integers:
    """Union overlapping spans of one coder, sorted by start; touching ones stay two."""
    if not len(spans):
        return spans
    reach = np.maximum.accumulate(spans[:, 1])
    opens = np.append(True, spans[1:, 0] >= reach[:-1])
    first = np.flatnonzero(opens)
    return np.column_stack((spans[first, 0], reach[np.append(first[1:], len(spans)) - 1]))


def half_covered(spans: Integers, *, units: tuple[Integers, Integers]) -> Integers:
    """Give the runs of units of which the union of the spans covers at least half the length."""
    filled = unioned(spans[np.argsort(spans[:, 0], kind="stable")])
    starts, ends = units
    covered = covered_before(ends, filled=filled) - covered_before(starts, filled=filled)
    coded = 2 * covered >= ends - starts
    edges = np.flatnonzero(np.diff(np.concatenate(([False], coded, [False]))))
    return edges.reshape(-1, 2).astype(np.int64)


def covered_before(positions: Integers, *, filled: Integers) -> Integers:
    """Count how much of the text before each position is covered by these disjoint, sorted spans."""
    lengths = filled[:, 1] - filled[:, 0]
    whole = np.concatenate(([0], np.cumsum(lengths)))
    index = np.searchsorted(filled[:, 0], positions, side="right")
    beyond = np.where(index > 0, filled[np.maximum(index, 1) - 1, 1] - positions, 0) if len(filled) else 0
    return np.asarray(whole[index] - np.maximum(beyond, 0))


def units_of(document: DocumentCodings, *, unit: str) -> Sequence[tuple[int, int]]:
    """Give a document's unit bounds; ValueError where it was handed over without them."""
    if unit == DOCUMENT:
        return [(0, document.length)] if document.length else []
    if document.units is None:
        raise ValueError(f"document {document.document} comes without its {unit} bounds")
    return document.units


def joined(sequences: Sequence[Sequence[tuple[int, int]]], *, offsets: Integers, lengths: Integers) -> Integers:
    """Lay the spans of each document onto the joined text; one sequence per document.

    Raises ValueError where ``0 <= start < end <= length`` does not hold.
    """
    counts = np.array([len(sequence) for sequence in sequences], dtype=np.int64)
    spans = pairs_of(sequences, count=int(counts.sum()))
    inside = (spans[:, 0] >= 0) & (spans[:, 0] < spans[:, 1]) & (spans[:, 1] <= np.repeat(lengths, counts))
    if not inside.all():
        start, end = spans[np.argmin(inside)]
        raise ValueError(f"not a span of its document: [{start}, {end})")
    return spans + np.repeat(offsets, counts)[:, np.newaxis]
