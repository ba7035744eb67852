# SPDX-License-Identifier: MIT
"""Reliability matrices in: one row per unit, one column per coder, values of any kind.

The columns ``unit`` (a label, which need not be unique) and ``count`` (how many equal units the row
stands for) are optional and may stand anywhere; every other column is a coder. An empty cell is a
missing value. ``NA`` is what R writes for a missing value, but also a category of many codebooks ("not
applicable"), so it is refused until the caller says which it is.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from annotator.exchange.incoming_tables import NO_COUNT, Row, Table, read_table, shown_cell, whole_number

UNIT, COUNT = "unit", "count"
MOST_CODERS = 1_000
MOST_UNITS = 1_000_000_000
"""Beyond it the products of counts leave 64 bits."""


class NA(StrEnum):
    """What the word ``NA`` in a cell means; UNSAID refuses it."""

    UNSAID = ""
    MISSING = "missing"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """The values of one unit, one for each coder, None where one is missing; ``line`` is its line in the file."""

    line: int
    unit: str
    count: int
    values: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class MatrixFile:
    """A reliability matrix as its file gives it, values as they are written."""

    name: str
    coders: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def read_matrix(path: Path, *, na: NA = NA.UNSAID) -> MatrixFile:
    """Read a matrix; raises Refused (one sentence, with file and line) for what is none."""
    table = read_table(path)
    folded = [column.casefold() for column in table.columns]
    coders = tuple(place for place, column in enumerate(folded) if column not in (UNIT, COUNT))
    _refuse_columns(table, coders)
    rows, units = [], 0
    for row in table.rows:
        count = _count(table, row, folded.index(COUNT)) if COUNT in folded else 1
        units += count
        if units > MOST_UNITS:
            raise table.refusal(row.line, f"The counts up to here are more than {MOST_UNITS:,} units")
        label = row.cells[folded.index(UNIT)] if UNIT in folded else ""
        values = tuple(_value(table, row, place, na=na) for place in coders)
        rows.append(MatrixRow(row.line, label, count, values))
    if not rows:
        raise table.refusal(table.header_line, "There is no unit below the header")
    return MatrixFile(table.name, tuple(table.columns[place] for place in coders), tuple(rows))


def _refuse_columns(table: Table, coders: tuple[int, ...]) -> None:
    names = [table.columns[place] for place in coders]
    folded = [column.casefold() for column in table.columns]
    fault = None
    if "" in names:
        fault = f"Column {table.columns.index('') + 1} has no name, so it is nobody's (a column of labels is “unit”)"
    elif len(set(names)) < len(names):
        fault = f"The coder {shown_cell(next(name for name in names if names.count(name) > 1))} has two columns"
    elif folded.count(UNIT) > 1 or folded.count(COUNT) > 1:
        fault = "There are two columns of labels or of counts"
    elif len(names) < 2:
        fault = f"There is {'one coder' if names else 'no coder'} only, and agreement needs two: one column for each"
    elif len(names) > MOST_CODERS:
        fault = f"There are {len(names):,} columns of coders, more than {MOST_CODERS:,}"
    if fault:
        raise table.refusal(table.header_line, fault)


def _count(table: Table, row: Row, place: int) -> int:
    count = whole_number(row.cells[place])
    if count is None:
        raise table.refusal(row.line, f"The count {shown_cell(row.cells[place])} {NO_COUNT}")
    return count


def _value(table: Table, row: Row, place: int, *, na: NA) -> str | None:
    cell = row.cells[place]
    if cell == "NA" and na is NA.UNSAID:
        raise table.refusal(row.line, "NA may be a missing value or a category, which has to be said (--na)")
    return None if not cell or (cell == "NA" and na is NA.MISSING) else cell
