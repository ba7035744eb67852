# SPDX-License-Identifier: MIT
"""A table as a file of Stata 14 and later: ``.dta``, format 118.

Whole numbers stay whole, with Stata's missing value where there is none; words of a choice and yes or
no are numbers with value labels; days are Stata's own dates. Long texts are written as ``strL``, so the
same quote is stored once. A variable label has 80 characters, the value labels of one variable 32,000
bytes together. The label of the data names the unit of offsets and the state of the project, the
time is that of its last change. Stata has no missing text: an empty one stands for it.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from annotator.domain.tables import StatisticsSet, StatisticsTable
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.outgoing_files import replacing
from annotator.exchange.statistics.statistics_columns import (
    LONGEST_EXACT,
    Column,
    Form,
    columns_of,
    cut_to_bytes,
    cut_to_characters,
    moment,
    one_line,
)

if TYPE_CHECKING:
    import pandas

LONGEST_LABEL = 80
ROOM_FOR_VALUE_LABELS = 31_999
LONGEST_FIXED_TEXT = 128
"""Texts up to this many bytes are of a fixed width, which Stata can sort and match by; longer ones are strL."""

_LARGEST_LONG = 2_147_483_620
_LARGEST_DOUBLE = 8.9e307
"""Stata's missing values lie above."""
_SHORTEST_VALUE_LABEL = 8
_FIRST_YEAR, _LAST_YEAR = 1678, 2261
"""What pandas converts to dates; days outside stay in their text only."""
_SHOWN_DIGEST = 40


def write_stata(table: StatisticsTable, path: Path, *, statistics: StatisticsSet) -> tuple[Finding, ...]:
    """Write a table as ``.dta``; the same table gives the same bytes.

    ``statistics`` is the export that the table belongs to. Raises NotSaved where the disk refuses and
    Refused for a text with a NUL.
    """
    columns = columns_of(table)
    labels = {column.name: _value_labels(column) for column in columns}
    with replacing(path) as file:
        _frame(columns).to_stata(
            file,
            version=118,
            write_index=False,
            convert_dates={column.name: "td" for column in columns if column.form is Form.DAY},
            convert_strl=[column.name for column in columns if _is_long_text(column)],
            time_stamp=moment(statistics.modified).replace(tzinfo=None),
            data_label=data_label(statistics),
            variable_labels={
                column.name: cut_to_characters(one_line(column.label), LONGEST_LABEL) for column in columns
            },
            value_labels={name: given for name, given in labels.items() if given},
        )
    return tuple(_findings(table, columns))


def data_label(statistics: StatisticsSet) -> str:
    """Give the label of the data: the unit of offsets and the first 40 digits of the project's state."""
    label = f"offsets: {statistics.offset_unit}; journal: {statistics.digest[:_SHOWN_DIGEST]}"
    return cut_to_characters(label, LONGEST_LABEL)


def _frame(columns: tuple[Column, ...]) -> "pandas.DataFrame":
    import pandas

    return pandas.DataFrame({column.name: _series(column) for column in columns})


def _series(column: Column) -> "pandas.Series":
    import pandas

    if column.form is Form.TEXT:
        return pandas.Series(["" if cell is None else cell for cell in column.cells], dtype=object)
    if column.form is Form.DAY:
        days = [cell.isoformat() if _is_convertible(cell) else None for cell in column.cells]
        return pandas.Series(days, dtype="datetime64[ns]")
    if column.form is Form.DECIMAL:
        return pandas.Series([None if _is_beyond(cell) else cell for cell in column.cells], dtype="float64")
    return pandas.Series(column.cells, dtype=_whole_type(column))


def _whole_type(column: Column) -> str:
    """Give the narrowest type that holds a column's whole numbers below Stata's own missing values."""
    largest = max((abs(cell) for cell in column.cells if isinstance(cell, int)), default=0)
    for name, limit in (("Int8", 100), ("Int16", 32_740), ("Int32", _LARGEST_LONG)):
        if largest <= limit:
            return name
    return "float64"


def _is_convertible(day: object) -> TypeGuard[date]:
    return isinstance(day, date) and _FIRST_YEAR <= day.year <= _LAST_YEAR


def _is_beyond(cell: object) -> bool:
    return isinstance(cell, float) and abs(cell) > _LARGEST_DOUBLE


def _is_long_text(column: Column) -> bool:
    return column.form is Form.TEXT and any(
        len(str(cell).encode()) > LONGEST_FIXED_TEXT for cell in column.cells if cell is not None
    )


def _value_labels(column: Column) -> dict[int, str]:
    """Give the value labels, shortened alike where they have no room together; none where even that is too long."""
    labels = {number: one_line(label) for number, label in column.labels.items() if abs(number) <= _LARGEST_LONG}
    if sum(len(label.encode()) + 1 for label in labels.values()) > ROOM_FOR_VALUE_LABELS:
        longest = ROOM_FOR_VALUE_LABELS // len(labels) - 1
        if longest < _SHORTEST_VALUE_LABEL:
            return {}
        labels = {number: cut_to_bytes(label, longest) for number, label in labels.items()}
    return labels


def _findings(table: StatisticsTable, columns: tuple[Column, ...]) -> Findings:
    findings = Findings()
    for column in columns:
        place = f"{table.name}, {column.name}"
        written = _value_labels(column)
        if list(written.values()) != [one_line(label) for label in column.labels.values()]:
            sentence = (
                "Value labels have no room in the file for Stata, which holds 32,000 bytes of them: they are cut."
            )
            findings.add(FindingKind.NOTED, sentence, place=place)
        beyond = sum(isinstance(cell, date) and not _is_convertible(cell) for cell in column.cells)
        if beyond:
            sentence = "Days before 1678 or after 2261 are in the file for Stata as text only."
            findings.add(FindingKind.NOTED, sentence, place=place, count=beyond)
        beyond = sum(map(_is_beyond, column.cells))
        if beyond:
            sentence = "Numbers beyond 8.9e307 have no room in Stata and are missing in its file."
            findings.add(FindingKind.DROPPED, sentence, place=place, count=beyond)
        if column.form is Form.WHOLE and any(
            isinstance(cell, int) and abs(cell) > LONGEST_EXACT for cell in column.cells
        ):
            findings.add(
                FindingKind.NOTED, "Whole numbers beyond 2 to the power of 53 are rounded by Stata.", place=place
            )
    return findings
