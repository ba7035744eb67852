# SPDX-License-Identifier: MIT
"""Unitizing alpha, the family of 2016: how far coders mark the same stretches, character by character.

Krippendorff, Mathet, Bouvry and Widlöcher 2016, "On the reliability of unitizing textual continua:
Further developments", Quality & Quantity 50:2347-2364.

Each coder's continuum is cut into units (of a code) and gaps. With m coders, categories c the codes
and the gap, and T = m times the text's length:

    l_cc = (common length of c, over ordered coder pairs) / (m - 1),   l_c the length of c,
    s_c = sum of squared lengths of the units of c,   s_gap = l_gap,   S = sum of s_c

    u  = 1 - (T - sum l_cc) (T^2 - S) / [T sum l_c (T - l_c)]
    |u = 1 - (l_gap - l_gapgap) (T^2 - S) / [T l_gap (T - l_gap)]

u takes codes and gaps together; |u asks for coded or not, whatever the code. Of one code alone, with
U its coded length over all coders and X = sum over characters of r (m - r), r of m having coded them,

    u_alpha = 1 - X (T^2 - s - g) / [(m - 1) T U g],   g = T - U

Where units meet, cu and (k)u ask whether they carry the same code. With l'_c the length of c that
lies on units of others (over ordered pairs, / (m - 1)), T' = sum l'_c, and s'_c = sum over units of c
and other coders of (the unit's length under that coder's units)^2 / (m - 1):

    cu   = 1 - (T' - sum l_cc) (T'^2 - sum s'_c) / [T' sum l'_c (T' - l'_c)]        (codes only)
    (k)u = 1 - (l'_k T' - s'_k) (l'_k - l_kk) / [l'_k^2 (T' - l'_k)]
    cu_coverage = T' / T

These are the usual forms with the expected coincidences put in. For three coders or more it is
contested whether the covers are squared coder by coder (as here) or their union is; for two they are
the same. Every sum adds over documents. Lengths in code points; values at most 1, without a unit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.axis import Integers, covered_before
from annotator.agreement.coefficient import quotient
from annotator.agreement.layers import added, common_cuts, coverage, homes_of
from annotator.agreement.sums import Additive, Values
from annotator.agreement.sweep import Placed, histogram, segments
from annotator.agreement.unitizing import Unitized, lengths_of


@dataclass(frozen=True, slots=True)
class UnitNumbers(Additive):
    """One code by document: text length, coded length over all coders, X, sum of squared lengths."""

    characters: Integers
    coded: Integers
    apart: Integers
    squares: Integers


def unit_numbers(unitized: Unitized, *, code: str) -> UnitNumbers:
    """Sweep one code; a line for each document, whether or not it counts for the code."""
    continua, units = unitized.continua, unitized.units[code]
    coders = len(continua.coders)
    cuts, covered = segments(units.spans, owners=units.coders, coders=coders, bounds=continua.bounds)
    widths, edges = np.diff(cuts), np.searchsorted(cuts, continua.bounds)
    coded_by = histogram(covered, widths=widths, edges=edges)
    number = np.arange(coders + 1)
    return UnitNumbers(
        characters=continua.lengths,
        coded=coded_by @ number,
        apart=coded_by @ (number * (coders - number)),
        squares=by_document(lengths_of(units) ** 2, units=units, unitized=unitized),
    )


def by_document(values: Integers, *, units: Placed, unitized: Unitized) -> Integers:
    """Add a whole number of each unit up by document."""
    bounds = unitized.continua.bounds
    totals = np.zeros(len(bounds) - 1, dtype=np.int64)
    np.add.at(totals, unitized.continua.homes(units.spans), values)
    return totals


def u_alpha(numbers: UnitNumbers, *, coders: int) -> Values:
    """Give uα of one code for each element; NaN where nobody coded anything or everybody all."""
    total, coded = as_float(coders * numbers.characters), as_float(numbers.coded)
    gaps = total - coded
    above = numbers.apart * (total**2 - numbers.squares - gaps)
    below = (coders - 1) * total * coded * gaps
    return np.asarray(1 - quotient(above, below, exists=(coded > 0) & (gaps > 0)))


@dataclass(frozen=True, slots=True)
class CategoryNumbers(Additive):
    """All codes together by document; the last axis is the codes, in ``lengths`` to ``squares`` then the gap.

    ``lengths`` l_c; ``together`` (m - 1) l_cc; ``squares`` s_c; ``met`` (m - 1) l'_c; ``covers``
    (m - 1) s'_c. All are whole numbers.
    """

    lengths: Integers
    together: Integers
    squares: Integers
    met: Integers
    covers: Integers


def category_numbers(unitized: Unitized) -> CategoryNumbers:
    """Sweep all codes at once; only right where no coder's units of different codes overlap."""
    continua = unitized.continua
    coders, documents = len(continua.coders), len(continua.documents)
    layers = list(unitized.units.values())
    cuts = common_cuts(layers, bounds=continua.bounds)
    widths, homes = np.diff(cuts), homes_of(cuts, bounds=continua.bounds)
    by_code = [coverage(layer, coders=coders, cuts=cuts).sum(axis=0) for layer in layers]
    coded = np.sum([*by_code, np.zeros_like(widths)], axis=0)
    categories = [*by_code, coders - coded]

    def summed(columns: Sequence[Integers]) -> Integers:
        sums = [added(widths * column, homes=homes, documents=documents) for column in columns]
        return np.array(sums, dtype=np.int64).reshape(len(columns), documents).T

    lengths = summed(categories)
    squares = [by_document(lengths_of(layer) ** 2, units=layer, unitized=unitized) for layer in layers]
    filled = [units_of_coder(unitized.units, coder=coder) for coder in range(coders)]
    covers = [by_document(squared_covers(layer, filled=filled), units=layer, unitized=unitized) for layer in layers]
    return CategoryNumbers(
        lengths=lengths,
        together=summed([number * (number - 1) for number in categories]),
        squares=np.column_stack([*squares, lengths[:, -1]]),
        met=summed([number * (coded - 1) for number in by_code]),
        covers=np.array(covers, dtype=np.int64).reshape(len(layers), documents).T,
    )


def squared_covers(units: Placed, *, filled: Sequence[Integers]) -> Integers:
    """Give for each unit the sum over the other coders of the squared length under what they ``filled``."""
    found = np.zeros(len(units.spans), dtype=np.int64)
    for other, own in enumerate(filled):
        start, end = (covered_before(places, filled=own) for places in units.spans.T)
        found += np.where(units.coders == other, 0, (end - start) ** 2)
    return found


def units_of_coder(units: Mapping[str, Placed], *, coder: int) -> Integers:
    """Give one coder's units of all codes, sorted."""
    own = [placed.spans[placed.coders == coder] for placed in units.values()]
    spans = np.concatenate([*own, np.empty((0, 2), dtype=np.int64)])
    return spans[np.lexsort((spans[:, 1], spans[:, 0]))]


def overlapping(unitized: Unitized) -> Integers:
    """Count by document the units that overlap a unit of another code by the same coder."""
    continua = unitized.continua
    totals = np.zeros(len(continua.documents), dtype=np.int64)
    for coder in range(len(continua.coders)):
        spans = units_of_coder(unitized.units, coder=coder)
        if len(spans) < 2:
            continue
        reach = np.maximum.accumulate(spans[:, 1])
        into_next = spans[1:, 0] < spans[:-1, 1]
        before = np.append(False, spans[1:, 0] < reach[:-1])
        np.add.at(totals, continua.homes(spans[before | np.append(into_next, False)]), 1)
    return totals


def u_of(numbers: CategoryNumbers, *, coders: int) -> Values:
    """Give u for each element; NaN where only one category, gap or code, occurs."""
    lengths = as_float(numbers.lengths)
    total = lengths.sum(axis=-1)
    apart = total - numbers.together.sum(axis=-1) / (coders - 1)
    above = apart * (total**2 - numbers.squares.sum(axis=-1))
    below = total * (lengths * (total[..., np.newaxis] - lengths)).sum(axis=-1)
    return np.asarray(1 - quotient(above, below, exists=(numbers.lengths > 0).sum(axis=-1) > 1))


def coded_u_of(numbers: CategoryNumbers, *, coders: int) -> Values:
    """Give |u for each element; NaN where nobody coded anything or everybody all."""
    total, gaps = as_float(numbers.lengths).sum(axis=-1), as_float(numbers.lengths[..., -1])
    apart = gaps - numbers.together[..., -1] / (coders - 1)
    above = apart * (total**2 - numbers.squares.sum(axis=-1))
    return np.asarray(1 - quotient(above, total * gaps * (total - gaps), exists=(gaps > 0) & (gaps < total)))


def cu_of(numbers: CategoryNumbers, *, coders: int) -> Values:
    """Give cu for each element; NaN where no units of two codes meet, or too few meet to expect anything."""
    met = as_float(numbers.met)
    total, covers = met.sum(axis=-1), (coders - 1) * as_float(numbers.covers).sum(axis=-1)
    above = (total - numbers.together[..., :-1].sum(axis=-1)) * (total**2 - covers)
    below = total * (met * (total[..., np.newaxis] - met)).sum(axis=-1)
    exists = ((met > 0).sum(axis=-1) > 1) & (total**2 > covers)
    return np.asarray(1 - quotient(above, below, exists=exists))


def code_u_of(numbers: CategoryNumbers, *, coders: int) -> Values:
    """Give (k)u of each code (last axis) for each element; NaN as for :func:`cu_of`."""
    met = as_float(numbers.met)
    total = met.sum(axis=-1)[..., np.newaxis]
    expected = met * total - (coders - 1) * numbers.covers
    above = expected * (met - numbers.together[..., :-1])
    exists = (met > 0) & (met < total) & (expected > 0)
    return np.asarray(1 - quotient(above, met**2 * (total - met), exists=exists))


def coverage_of(numbers: CategoryNumbers, *, coders: int) -> Values:
    """Give cu_coverage for each element: the share of all text on which units of two coders meet."""
    total = numbers.lengths.sum(axis=-1)
    return quotient(numbers.met.sum(axis=-1), (coders - 1) * total, exists=total > 0)


def as_float(numbers: Integers | Values) -> Values:
    """Take lengths as float64: products of three of them leave int64 near two million characters."""
    return np.asarray(numbers, dtype=np.float64)
