# SPDX-License-Identifier: MIT
"""Spans of several coders without a project: one table of spans, one of lengths, if need be two more.

* spans: ``document``, ``coder``, ``start``, ``end``, ``code``
* lengths: ``document``, ``length``
* excluded regions: ``document``, ``start``, ``end``
* units (sentences, paragraphs, words): ``document``, ``start``, ``end``

Offsets are half-open, in Unicode code points from 0. Columns may stand in any order; others are
passed over. ``start_char`` and ``end_char``, as our own tables call the ends, are read too. Every
document of the other tables stands in the table of lengths. Spans may overlap and repeat each other,
excluded regions too; units may not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.errors import Refused
from annotator.exchange.incoming_files import shown_name
from annotator.exchange.incoming_tables import NO_COUNT, Row, Table, read_table, refusal, shown_cell, whole_number

MOST_CHARACTERS = 1_000_000_000
"""Of all documents together; beyond it the products of lengths leave 64 bits."""


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One span of one coder; ``line`` is its line in the file."""

    line: int
    document: str
    coder: str
    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """An excluded region or a unit; ``line`` is its line in the file."""

    line: int
    document: str
    start: int
    end: int


def read_lengths(path: Path) -> dict[str, int]:
    """Read the lengths of the documents in code points, in the order of the file.

    This and the readers below raise Refused (one sentence, with file and line) for the first fault.
    """
    table = read_table(path)
    places = table.places(("document", "length"))
    lengths: dict[str, int] = {}
    characters = 0
    for row in table.rows:
        document, cell = (row.cells[place] for place in places)
        length = whole_number(cell)
        if not document:
            raise table.refusal(row.line, "The document has no name")
        if document in lengths:
            raise table.refusal(row.line, f"The document {shown_cell(document)} has a second length")
        if length is None:
            raise table.refusal(row.line, f"The length {shown_cell(cell)} {NO_COUNT}")
        lengths[document] = length
        characters += length
        if characters > MOST_CHARACTERS:
            raise table.refusal(row.line, f"The documents up to here have more than {MOST_CHARACTERS:,} characters")
    if not lengths:
        raise table.refusal(table.header_line, "There is no document below the header")
    return lengths


def read_spans(path: Path, *, lengths: Mapping[str, int]) -> tuple[SpanRow, ...]:
    """Read the spans of all coders, in the order of the file; there may be none."""
    table = read_table(path)
    places = table.places(("document", *_bounds(table), "coder", "code"))
    rows = []
    for row in table.rows:
        document, start, end, coder, code = (row.cells[place] for place in places)
        stretch = _stretch(table, row, document=document, ends=(start, end), lengths=lengths)
        for what, word in (("coder", coder), ("code", code)):
            if not word:
                raise table.refusal(row.line, f"The {what} has no name")
        rows.append(SpanRow(row.line, document, coder, code, stretch.start, stretch.end))
    return tuple(rows)


def read_excluded(path: Path, *, lengths: Mapping[str, int]) -> tuple[Stretch, ...]:
    """Read the excluded regions, in the order of the file; there may be none."""
    table = read_table(path)
    places = table.places(("document", *_bounds(table)))
    rows = []
    for row in table.rows:
        document, start, end = (row.cells[place] for place in places)
        rows.append(_stretch(table, row, document=document, ends=(start, end), lengths=lengths))
    return tuple(rows)


def read_units(path: Path, *, lengths: Mapping[str, int]) -> dict[str, tuple[Stretch, ...]]:
    """Read the units of every document, sorted; Refused where two overlap or a document has none."""
    stretches = sorted(read_excluded(path, lengths=lengths), key=lambda each: (each.start, each.end))
    units: dict[str, list[Stretch]] = {document: [] for document in lengths}
    for each in stretches:
        own = units[each.document]
        if own and each.start < own[-1].end:
            fault = f"The unit from {each.start} to {each.end} overlaps that of line {own[-1].line}"
            raise refusal(shown_name(path), each.line, fault)
        own.append(each)
    for document, own in units.items():
        if lengths[document] and not own:
            sentence = f"The document {shown_cell(document)} has no unit here; nothing was measured: add its units."
            raise Refused(sentence, where=shown_name(path))
    return {document: tuple(own) for document, own in units.items()}


def _bounds(table: Table) -> tuple[str, str]:
    """Give the names of the two ends: ours where the file has them, else the short ones."""
    folded = {column.casefold() for column in table.columns}
    return ("start", "end") if "start" in folded or "start_char" not in folded else ("start_char", "end_char")


def _stretch(table: Table, row: Row, *, document: str, ends: tuple[str, str], lengths: Mapping[str, int]) -> Stretch:
    if not document:
        raise table.refusal(row.line, "The document has no name")
    if document not in lengths:
        raise table.refusal(row.line, f"The document {shown_cell(document)} is not in the table of lengths")
    start, end = (_position(table, row, what, cell) for what, cell in zip(("start", "end"), ends, strict=True))
    if start >= end:
        raise table.refusal(row.line, f"The span from {start} to {end} is empty or turned round")
    if end > lengths[document]:
        raise table.refusal(
            row.line,
            f"The span from {start} to {end} goes beyond the {lengths[document]:,} characters of "
            f"{shown_cell(document)}",
        )
    return Stretch(row.line, document, start, end)


def _position(table: Table, row: Row, what: str, cell: str) -> int:
    position = whole_number(cell)
    if position is None:
        raise table.refusal(row.line, f"The {what} {shown_cell(cell)} {NO_COUNT}")
    return position
