# SPDX-License-Identifier: MIT
"""Unitizing alpha of 2004: how far apart the ends of the coders' units lie, squared.

Krippendorff 1995, "On the reliability of unitizing continuous data", Sociological Methodology 25:47-76;
2004, Content Analysis, 2nd ed., section 11.4. Of a code on a continuum of length L, with m coders and
N units of all of them, of lengths l, and gaps g between and beside each coder's units:

    alpha = 1 - D_o / D_e,   D_o = 2 S / [m (m - 1) L^2]

    D_e = (2 / L) sum over units of [ (N - 1) (2 l^3 - 3 l^2 + l) / 3 + l^2 sum over gaps g >= l of (g - l + 1) ]
          / [m L (m L - 1) - sum of l (l - 1)]

S adds over the pairs of coders: two units that overlap add the square of the distance between their
starts and of that between their ends, a unit that lies wholly in a gap of the other adds l^2. Over
codes: 1 - (sum of D_o) / (sum of D_e).

The formula is of one continuum, and none is published for several. Here each document is a continuum
of its own, gaps end where it ends, and chance moves units about within it. L^2 D_o and L^2 D_e are
totals of squared differences, in square characters, that grow with the text as sums do; they are
added over documents, then divided once. So a document weighs as much as it holds to differ about, a
document without units of the code weighs nothing, and with one document it is the published formula.

Lengths in code points; values at most 1, without a unit. Not to be compared with the 2016 family.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from annotator.agreement.axis import Integers
from annotator.agreement.coefficient import quotient
from annotator.agreement.layers import added
from annotator.agreement.sums import Additive, Values
from annotator.agreement.unitizing import Unitized, lengths_of


@dataclass(frozen=True, slots=True)
class Numbers2004(Additive):
    """One code by document: ``units`` of all coders, those ``filling`` the document, L^2 D_o and L^2 D_e."""

    units: Integers
    filling: Integers
    observed: Values
    expected: Values


def numbers_2004(unitized: Unitized, *, code: str) -> Numbers2004:
    """Compare the units of one code; a line for each document, whether or not it counts for the code."""
    continua, units = unitized.continua, unitized.units[code]
    coders, documents = len(continua.coders), len(continua.documents)
    own = [units.spans[units.coders == coder] for coder in range(coders)]
    lengths, homes = lengths_of(units), continua.homes(units.spans)
    gaps = np.concatenate([gaps_of(spans, bounds=continua.bounds) for spans in own] or [np.empty((0, 2), np.int64)])
    observed = np.zeros(documents)
    for first, second in continua.pairs():
        for places, squares in differences(own[first], own[second]):
            observed += added(squares, homes=continua.homes(places[:, np.newaxis]), documents=documents)
    number = np.bincount(homes, minlength=documents)
    chances = chance(lengths, homes=homes, number=number, fits=room(lengths, homes=homes, gaps=gaps))
    text = continua.lengths.astype(np.float64)
    ways = coders * text * (coders * text - 1) - added(lengths * (lengths - 1), homes=homes, documents=documents)
    totals = added(chances, homes=homes, documents=documents)
    return Numbers2004(
        units=number,
        filling=added(lengths == continua.lengths[homes], homes=homes, documents=documents).astype(np.int64),
        observed=2 * observed / (coders * max(coders - 1, 1)),
        expected=np.nan_to_num(2 * text * quotient(totals, ways, exists=number > 0)),
    )


def alpha_2004(numbers: Numbers2004) -> Values:
    """Give alpha for each element; NaN where nothing is to be expected by chance."""
    return np.asarray(1 - quotient(numbers.observed, numbers.expected, exists=numbers.expected > 0))


def gaps_of(spans: Integers, *, bounds: Integers) -> Integers:
    """Give the gaps of one coder's sorted units, as document and length; some may be of length 0."""
    # A document is a gap that its units cut: the ends before and starts after each gap, in order.
    ends = np.sort(np.concatenate([bounds[:-1], spans[:, 1]]))
    starts = np.sort(np.concatenate([bounds[1:], spans[:, 0]]))
    left = starts > ends
    homes = np.searchsorted(bounds, ends[left], side="right") - 1
    return np.column_stack((homes, (starts - ends)[left]))


def differences(first: Integers, second: Integers) -> Iterator[tuple[Integers, Values]]:
    """Give where units of two coders differ and by how many square characters.

    Each of the two is sorted and without overlaps. First what overlaps, then the first coder's units
    in gaps, then the second's.
    """
    begun = np.searchsorted(second[:, 1], first[:, 0], side="right")
    number = np.searchsorted(second[:, 0], first[:, 1], side="left") - begun
    one = np.repeat(np.arange(len(first)), number)
    two = np.arange(len(one)) - np.repeat(np.cumsum(number) - number, number) + begun[one]
    apart = (first[one] - second[two]).astype(np.float64)
    yield first[one, 0], (apart**2).sum(axis=1)
    alone = first[number == 0]
    yield alone[:, 0], (alone[:, 1] - alone[:, 0]).astype(np.float64) ** 2
    met = np.zeros(len(second), dtype=bool)
    met[two] = True
    alone = second[~met]
    yield alone[:, 0], (alone[:, 1] - alone[:, 0]).astype(np.float64) ** 2


def room(lengths: Integers, *, homes: Integers, gaps: Integers) -> Integers:
    """Give for each unit the sum over its document's gaps g of at least its length l of (g - l + 1)."""
    ordered = gaps[np.lexsort((gaps[:, 1], gaps[:, 0]))]
    longest = int(max(ordered[:, 1].max(initial=0), lengths.max(initial=0))) + 1
    keys = ordered[:, 0] * longest + ordered[:, 1]
    begun = np.searchsorted(keys, homes * longest + lengths, side="left")
    ended = np.searchsorted(ordered[:, 0], homes, side="right")
    upto = np.concatenate(([0], np.cumsum(ordered[:, 1])))
    return np.asarray(upto[ended] - upto[begun] - (ended - begun) * (lengths - 1))


def chance(lengths: Integers, *, homes: Integers, number: Integers, fits: Integers) -> Values:
    """Give for each unit what it adds to D_e; in float64, since cubes leave int64 near two million."""
    long = lengths.astype(np.float64)
    # 2 l^3 - 3 l^2 + l in factors: nothing is taken from a cube, and a length of 1 gives exactly 0.
    cubes = long * (long - 1) * (2 * long - 1) / 3
    return np.asarray((number[homes] - 1) * cubes + long**2 * fits)
