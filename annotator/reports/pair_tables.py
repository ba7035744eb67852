# SPDX-License-Identifier: MIT
"""Co-occurrences of codes, and the network of who trusts whom, as tables and matrices."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from annotator.counting.actors import Actors
from annotator.counting.articles import Basis
from annotator.counting.co_occurrence import CoOccurrence, Figures
from annotator.counting.network import Edge
from annotator.counting.selection import Relation, Tie
from annotator.domain.tables import Cell
from annotator.reports.count_table import (
    FIRST_COLUMNS,
    LAST_COLUMNS,
    CountColumn,
    CountMatrix,
    CountRow,
    DrawnTie,
    MatrixCell,
    Names,
    laid_out,
    last_cells,
    of_one,
)

MOST_ACTORS = 60
"""Of each side, those with the greatest weight that a matrix shows; the long table has all."""

PAIR_COLUMNS = (
    *FIRST_COLUMNS,
    CountColumn("first", "First code"), CountColumn("second", "Second code"), CountColumn("relation", "Relation"),
    CountColumn("pairs", "Pairs of passages", is_number=True),
    CountColumn("first_in_pairs", "Passages of the first in pairs", is_number=True),
    CountColumn("second_in_pairs", "Passages of the second in pairs", is_number=True),
    CountColumn("first_passages", "Passages of the first", is_number=True),
    CountColumn("second_passages", "Passages of the second", is_number=True),
    CountColumn("c_coefficient", "c-coefficient", is_number=True),
    CountColumn("unit", "Unit"),
    CountColumn("shared_units", "Units with both", is_number=True),
    CountColumn("first_units", "Units with the first", is_number=True),
    CountColumn("second_units", "Units with the second", is_number=True),
    CountColumn("units", "Units in all", is_number=True),
    CountColumn("expected_units", "Expected by chance", is_number=True),
    CountColumn("jaccard", "Jaccard", is_number=True),
    *LAST_COLUMNS,
)  # fmt: skip
EDGE_COLUMNS = (
    *FIRST_COLUMNS,
    CountColumn("source", "Source"), CountColumn("target", "Target"), CountColumn("code", "Code"),
    CountColumn("code_name", "Name of the code"), CountColumn("sign", "Sign", is_number=True),
    CountColumn("weight", "Weight", is_number=True), CountColumn("articles", "Articles", is_number=True),
    CountColumn("first_date", "First date"), CountColumn("last_date", "Last date"), *LAST_COLUMNS,
)  # fmt: skip
UNITS = {
    Relation.OVERLAP: "character", Relation.INSIDE: "character", Relation.SENTENCE: "sentence",
    Relation.PARAGRAPH: "paragraph", Relation.ARTICLE: "article",
}  # fmt: skip


def pair_rows(rows: Sequence[CoOccurrence], names: Names, basis: Basis) -> tuple[CountRow, ...]:
    """Give a row for each pair of codes."""
    return tuple(_pair_row(row, names, basis) for row in rows)


def _pair_row(row: CoOccurrence, names: Names, basis: Basis) -> CountRow:
    cells = (
        *of_one(names.coder(row.coder), basis), names.short_names[row.first], names.short_names[row.second],
        row.relation.value, *_pair_figures(row.figures, UNITS[row.relation]),
        *last_cells(row.coders, row.passages, row.status),
    )  # fmt: skip
    return CountRow(cells, row.passages, row.selection, row.status)


def _pair_figures(figures: Figures | None, unit: str) -> tuple[Cell, ...]:
    if figures is None:
        return (*(None,) * 6, unit, *(None,) * 6)
    return (
        figures.pairs, figures.first_in_pairs, figures.second_in_pairs, figures.first_passages,
        figures.second_passages, figures.c_coefficient, unit, figures.shared_units, figures.first_units,
        figures.second_units, figures.units, figures.expected, figures.jaccard,
    )  # fmt: skip


def pair_matrices(rows: Sequence[CoOccurrence], names: Names) -> tuple[CountMatrix, ...]:
    """Lay the pairs out, codes by codes, one matrix for each coder; with INSIDE a row lies in a column."""
    found = []
    for coder, part in groupby(rows, key=lambda row: row.coder):
        here = list(part)
        codes = list(dict.fromkeys(code for row in here for code in (row.first, row.second)))
        places = {code: place for place, code in enumerate(codes)}
        cells = {}
        for row in here:
            cell = MatrixCell(row.figures.pairs if row.figures else None, row.passages, row.selection, row.status)
            first, second = places[row.first], places[row.second]
            cells[first, second] = cell
            if row.relation is not Relation.INSIDE:
                cells[second, first] = cell
        called = [names.codes[code] for code in codes]
        found.append(laid_out(names.coder(coder), called, called, cells))
    return tuple(found)


def edge_rows(edges: Sequence[Edge], names: Names, basis: Basis) -> tuple[CountRow, ...]:
    """Give a row for each tie."""
    return tuple(_edge_row(edge, names, basis) for edge in edges)


def _edge_row(edge: Edge, names: Names, basis: Basis) -> CountRow:
    cells = (
        *of_one(names.coder(edge.coder), basis), edge.source, edge.target, names.short_names[edge.code],
        names.codes[edge.code], edge.sign, edge.weight, edge.articles, edge.first or None, edge.last or None,
        *last_cells(edge.coders, edge.passages, ""),
    )  # fmt: skip
    return CountRow(cells, edge.passages, edge.selection)


def drawn_ties(edges: Sequence[Edge], names: Names) -> tuple[DrawnTie, ...]:
    """Give the ties with names."""
    return tuple(
        DrawnTie(names.coder(each.coder), each.source, each.target, names.codes[each.code], each.sign, each.weight)
        for each in edges
    )


def edge_matrices(edges: Sequence[Edge], names: Names, actors: Actors) -> tuple[CountMatrix, ...]:
    """Lay the weights out, sources by targets, one matrix for each coder and code, whatever the sign."""
    return tuple(_edge_matrices(edges, names, actors))


def _edge_matrices(edges: Sequence[Edge], names: Names, actors: Actors) -> Iterator[CountMatrix]:
    parts: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        parts.setdefault((edge.coder, edge.code), []).append(edge)
    for here in parts.values():
        sources, targets = _heaviest(here, "source"), _heaviest(here, "target")
        weights: Counter[tuple[str, str]] = Counter()
        passages: Counter[tuple[str, str]] = Counter()
        for edge in here:
            weights[edge.source, edge.target] += edge.weight  # type: ignore[assignment]  # a mean may be a fraction
            passages[edge.source, edge.target] += edge.passages
        cells = {}
        for row, source in enumerate(sources):
            for column, target in enumerate(targets):
                tie = Tie(source, target, actors, signed=False)
                selection = replace(here[0].selection, tie=tie)
                cells[row, column] = MatrixCell(weights[source, target], passages[source, target], selection)
        yield laid_out(f"{names.coder(here[0].coder)} · {names.codes[here[0].code]}", sources, targets, cells)


def _heaviest(edges: Sequence[Edge], side: str) -> list[str]:
    weights: dict[str, float] = {}
    for edge in edges:
        actor = getattr(edge, side)
        weights[actor] = weights.get(actor, 0) + edge.weight
    return sorted(sorted(weights, key=lambda actor: (-weights[actor], actor))[:MOST_ACTORS])
