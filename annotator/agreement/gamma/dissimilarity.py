# SPDX-License-Identifier: MIT
"""How unlike two units are (Mathet, Widlöcher and Métivier 2015), in units of the empty element's cost.

    d(x, y) = [alpha ((|start_x - start_y| + |end_x - end_y|) / (length_x + length_y))^2
               + beta [code_x != code_y]] delta_empty

Everything here and in the alignment leaves out the common factor delta_empty, which scales disorders
and cancels in gamma. Computed in float64 from differences, so a common offset changes nothing.
"""

import math
from dataclasses import dataclass

import numpy as np

from annotator.agreement.gamma.continuum import Continuum, Integers, Numbers

MOST_PAIRS = 20_000_000
"""How many pairs of units are looked at before the continuum counts as too large."""


ROUNDING = 1e-9
"""How far above a bound still counts as on it: equal alternatives must not be lost to rounding."""


class TooManyCandidates(Exception):
    """The best alignment would have to be chosen from more candidates than can be held."""


@dataclass(frozen=True, slots=True)
class Dissimilarity:
    """``alpha`` weighs position, ``beta`` the code; neither is negative."""

    alpha: float
    beta: float

    def combined(self, units: Continuum, first: Integers, second: Integers) -> Numbers:
        """Give d of units by index, elementwise."""
        return np.asarray(self.alpha * positional(units, first, second) + self.beta * categorical(units, first, second))


def positional(units: Continuum, first: Integers, second: Integers) -> Numbers:
    """Give the squared relative offset, without its weight alpha; 0 for the same place."""
    offset = np.abs(units.starts[first] - units.starts[second]) + np.abs(units.ends[first] - units.ends[second])
    return np.asarray((offset / (units.lengths[first] + units.lengths[second])) ** 2)


def categorical(units: Continuum, first: Integers, second: Integers) -> Numbers:
    """Give 1 where the codes differ and 0 where they are the same, without the weight beta."""
    return np.asarray(units.kinds[first] != units.kinds[second], dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Units that lie near enough, by index; ``first`` is of the coder who comes earlier."""

    first: Integers
    second: Integers


def near_pairs(units: Continuum, *, dissimilarity: Dissimilarity, most: float) -> Pairs:
    """Find the pairs of two coders in one document with d of ``most`` or less.

    Raises TooManyCandidates above MOST_PAIRS. As |start - start| + |end - end| is never less than
    twice the distance of the middles, no pair is near enough unless the units, each stretched about
    its middle to sqrt(most / alpha) times its length, overlap: after sorting, a run for each unit.
    """
    lows, highs = stretched(units, alpha=dissimilarity.alpha, most=most)
    order = np.argsort(lows, kind="stable")
    lows, highs = lows[order], highs[order]
    counts = np.searchsorted(lows, highs, side="right") - np.arange(1, len(units) + 1)
    if counts.sum() > MOST_PAIRS:
        raise TooManyCandidates
    one = np.repeat(np.arange(len(units)), counts)
    first, second = order[one], order[one + 1 + places_in_runs(counts)]
    apart = units.coders[first] != units.coders[second]
    first, second = first[apart], second[apart]
    turned = units.coders[first] > units.coders[second]
    first, second = np.where(turned, second, first), np.where(turned, first, second)
    near = dissimilarity.combined(units, first, second) <= most + ROUNDING
    return Pairs(first[near], second[near])


def stretched(units: Continuum, *, alpha: float, most: float) -> tuple[Numbers, Numbers]:
    """Stretch each unit, documents far enough apart that none reaches into the next."""
    if not len(units):
        return np.empty(0), np.empty(0)
    opens = np.full(units.documents, np.inf)
    closes = np.full(units.documents, -np.inf)
    np.minimum.at(opens, units.homes, units.starts)
    np.maximum.at(closes, units.homes, units.ends)
    extents = np.where(closes > opens, closes - opens, 0)
    # A hair wider than the bound, so that rounding loses no pair; no wider than the document.
    reach = math.sqrt(most / alpha) * 1.000001 if alpha else math.inf
    halves = np.minimum(units.lengths * (reach / 2), extents[units.homes] + 1)
    # Within its document a unit so stretched lies between -(extent + 1) and 2 extent + 1.
    origins = np.cumsum(3 * extents + 4) - 2 * extents - 2 - opens
    middles = (units.starts + units.ends) / 2 + origins[units.homes]
    return middles - halves, middles + halves


def places_in_runs(counts: Integers) -> Integers:
    """Count 0, 1, 2 ... anew in each of the runs that follow one another."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
