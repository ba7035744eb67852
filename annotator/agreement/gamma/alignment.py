# SPDX-License-Identifier: MIT
"""The best alignment and its disorder (Mathet, Widlöcher and Métivier 2015).

An alignment cuts all units into unitary alignments, each with at most one unit per coder. Its
disorder is the sum of their costs divided by the mean number of units per coder; the best alignment
is one of least disorder. In units of delta_empty all alone cost 1 each, so the least cost is the
number of units less the most that unitary alignments of k units can gain, k - cost each. Among best
alignments one with the fewest unitary alignments is taken.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.gamma.candidates import Tuples, candidates, joined
from annotator.agreement.gamma.continuum import Continuum, Integers, Numbers
from annotator.agreement.gamma.dissimilarity import Dissimilarity, TooManyCandidates
from annotator.agreement.gamma.solver import best_packing

UNITS_AT_ONCE = 2_000
"""Documents are aligned together up to about so many units; smaller pieces only where these are too large."""
SPARING = 1e-9
"""What a unitary alignment less is worth: enough to decide between equals, below any real difference."""
AVOIDING = 1e-7
"""What a unitary alignment of the first best alignment loses in the search for another."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """One best alignment of each document.

    ``together`` has a row per unitary alignment of two units or more, a column per coder: the unit's
    index or -1. All other units stand alone. ``disorders`` has a number per document, in units of
    delta_empty; nan for a document without units.
    """

    units: Continuum
    together: NDArray[np.int32]
    disorders: Numbers

    @property
    def number(self) -> int:
        """How many unitary alignments there are, those of one unit included."""
        return int((self.rows < 0).sum()) + len(self.together)

    @property
    def rows(self) -> Integers:
        """Give for each unit the row of ``together`` that holds it, -1 where it stands alone."""
        rows = np.full(len(self.units), -1, dtype=np.int64)
        row, coder = np.nonzero(self.together >= 0)
        rows[self.together[row, coder]] = row
        return rows


def align(units: Continuum, *, dissimilarity: Dissimilarity, unlike: Alignment | None = None) -> Alignment:
    """Find a best alignment of each document, if it can be had one ``unlike`` the given one.

    Raises TooManyCandidates where a document is too large for an exact alignment.
    """
    avoided = np.full(len(units), -1, dtype=np.int64) if unlike is None else unlike.rows
    found = [Tuples.none(units.team)]
    for first, last in pairwise(batches(units)):
        part = slice(first, last)
        chosen = aligned(units.part(part), dissimilarity=dissimilarity, avoided=avoided[part])
        found.append(chosen.moved(first))
    best = joined(found)
    return Alignment(units, together=best.members, disorders=disorders(units, best=best))


def is_tied(alignment: Alignment, *, dissimilarity: Dissimilarity) -> bool:
    """Say whether another alignment of the same disorder was found; False proves nothing."""
    units = alignment.units
    other = align(units, dissimilarity=dissimilarity, unlike=alignment)
    changed = np.zeros(units.documents, dtype=bool)
    changed[units.homes[partners(alignment) != partners(other)]] = True
    return bool(np.any(np.abs(other.disorders - alignment.disorders)[changed] <= SPARING))


def partners(alignment: Alignment) -> Integers:
    """Give for each unit the first unit of its unitary alignment: equal where alignments are equal."""
    first = np.where(alignment.together >= 0, alignment.together, len(alignment.units)).min(axis=1)
    return np.where(alignment.rows >= 0, np.append(first, 0)[alignment.rows], np.arange(len(alignment.units)))


def batches(units: Continuum) -> list[int]:
    """Give the bounds of runs of whole documents of about UNITS_AT_ONCE units each."""
    opens = np.flatnonzero(np.diff(units.homes)) + 1
    first_of_batch = np.diff(opens // UNITS_AT_ONCE, prepend=0) > 0
    return [0, *opens[first_of_batch].tolist(), len(units)]


def aligned(units: Continuum, *, dissimilarity: Dissimilarity, avoided: Integers) -> Tuples:
    """Align some documents; if they are too large together, one half after the other.

    ``avoided`` names for each unit the unitary alignment that it shall not be in again, -1 for none.
    """
    try:
        offered = candidates(units, dissimilarity=dissimilarity)
    except TooManyCandidates:
        documents = np.unique(units.homes)
        if len(documents) < 2:
            raise
        middle = int(np.searchsorted(units.homes, documents[len(documents) // 2]))
        halves = [slice(0, middle), slice(middle, len(units))]
        earlier, later = (
            aligned(units.part(half), dissimilarity=dissimilarity, avoided=avoided[half]) for half in halves
        )
        return joined([earlier, later.moved(middle)])
    gains = gains_of(offered, avoided=avoided)
    worth = gains > 0
    offered = offered.kept(worth)
    return offered.kept(best_packing(offered.members, gains=gains[worth]))


def gains_of(tuples: Tuples, *, avoided: Integers) -> Numbers:
    """Give what each tuple gains over its units alone, and next to nothing more for each unit it spares.

    A tuple that holds exactly the units of an avoided one loses next to nothing.
    """
    gains = tuples.sizes - tuples.costs + SPARING * (tuples.sizes - 1)
    sizes = np.bincount(avoided + 1)
    there = tuples.members >= 0
    rows = np.where(there, avoided[tuples.members], -1).max(axis=1, initial=-1)
    same = (np.where(there, avoided[tuples.members], rows[:, np.newaxis]) == rows[:, np.newaxis]).all(axis=1)
    again = same & (rows >= 0) & (tuples.sizes == sizes[rows + 1])
    return np.asarray(gains - AVOIDING * again)


def disorders(units: Continuum, *, best: Tuples) -> Numbers:
    """Divide each document's least cost by its mean number of units per coder."""
    totals = np.bincount(units.homes, minlength=units.documents).astype(np.float64)
    homes = units.homes[best.members.max(axis=1, initial=0)]
    costs = totals - np.bincount(homes, weights=best.sizes - best.costs, minlength=units.documents)
    return np.asarray(np.divide(costs * units.team, totals, out=np.full(units.documents, np.nan), where=totals > 0))
