# SPDX-License-Identifier: MIT
"""Tables that may hold articles, as every format of them gives them: columns and rows of text, nothing interpreted.

Comma-separated values may have any encoding and any of four delimiters. The delimiter that is
proposed is the one under which most of the first records have as many cells as the header. JSON
lines are a table too: the columns are the names of all objects, in the order in which they came up.
"""

import csv
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO

from annotator.domain.errors import KnownError, Refused
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.json_objects import Fault, parsed_object
from annotator.exchange.spreadsheet_csv import without_guard
from annotator.text import MAXIMUM_BYTES, How, decode

DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 1_000
_RECORDS_LOOKED_AT = 50
_csv_limit = threading.Lock()


@dataclass(frozen=True, slots=True)
class ForeignRow:
    """One row: ``line`` is where it begins in its file, counted from 1, and the header counts."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A table: every row has as many cells as there are columns; an absent cell is the empty string.

    ``delimiter`` is empty for what is no CSV, ``sheets`` are the names of all sheets of a workbook.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[ForeignRow, ...]
    encoding: str = "utf-8"
    how: How = How.STRICT
    delimiter: str = ""
    sheets: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_separated_values(
    data: bytes, *, name: str, encoding: str | None = None, guess: bool = False, delimiter: str = ""
) -> ForeignTable:
    """Read CSV or TSV; an empty ``delimiter`` is proposed. Raises Refused or UsageError with the place."""
    try:
        decoded = decode(data, encoding=encoding, guess=guess)
    except KnownError as error:
        raise type(error)(error.sentence, where=name) from error
    chosen = delimiter or proposed_delimiter(decoded.body)
    findings = Findings()
    records = _records(decoded.body, name, chosen, findings)
    header = next(records, None)
    if header is None:
        raise Refused("The table has no line, so nothing was taken from it.", where=name)
    rows = tuple(_fitted(records, len(header.cells), findings))
    columns = headings(header.cells, name=name)
    return ForeignTable(name, columns, rows, decoded.encoding, decoded.how, chosen, findings=tuple(findings))


def read_json_lines_table(data: bytes, *, name: str) -> ForeignTable:
    """Read one JSON object a line; an object ``metadata`` in it counts as if its fields stood beside it.

    A first line that only says what the file is (``format``) is passed over. Raises Refused with file and line.
    """
    objects: list[tuple[int, dict[str, str]]] = []
    if len(data) > MAXIMUM_BYTES * 10:
        raise Refused("The file is larger than 200 MB; nothing was taken from it: split it first.", where=name)
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            value = parsed_object(line.removesuffix(b"\r"))
            if not (number == 1 and "format" in value and "text" not in value):
                objects.append((number, _flat(value)))
        except Fault as fault:
            raise Refused(f"{fault}; nothing was taken from this file.", where=f"{name}, line {number}") from fault
    columns = tuple(dict.fromkeys(column for _, value in objects for column in value))
    if len(columns) > MOST_COLUMNS:
        raise Refused(f"The objects have more than {MOST_COLUMNS} fields; nothing was taken from it.", where=name)
    rows = tuple(ForeignRow(line, tuple(value.get(column, "") for column in columns)) for line, value in objects)
    return ForeignTable(name, columns, rows)


def proposed_delimiter(text: str) -> str:
    """Give the delimiter under which most of the first records are as wide as the header, the widest of equals."""
    return max(DELIMITERS, key=lambda delimiter: _fit(text, delimiter))


def headings(cells: Sequence[str], *, name: str) -> tuple[str, ...]:
    """Give each column one name of its own: an empty one is called by its place, a repeated one numbered."""
    if len(cells) > MOST_COLUMNS:
        raise Refused(f"The table has more than {MOST_COLUMNS} columns; nothing was taken from it.", where=name)
    found: list[str] = []
    for place, cell in enumerate(cells, start=1):
        heading = " ".join(cell.split()) or f"column {place}"
        taken = {each.casefold() for each in found}
        number = 2
        unique = heading
        while unique.casefold() in taken:
            unique = f"{heading} {number}"
            number += 1
        found.append(unique)
    return tuple(found)


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    widths: list[int] = []
    try:
        with _long_cells():
            for cells in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
                if any(cells):
                    widths.append(len(cells))
                if len(widths) == _RECORDS_LOOKED_AT:
                    break
    except csv.Error:
        return 0.0, 0
    if not widths or widths[0] == 1:
        return 0.0, 0
    return widths.count(widths[0]) / len(widths), widths[0]


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let a cell be as long as an article; the limit of the csv module is the whole process's."""
    with _csv_limit:
        former = csv.field_size_limit(MAXIMUM_BYTES)
        try:
            yield
        finally:
            csv.field_size_limit(former)


def _records(text: str, name: str, delimiter: str, findings: Findings) -> Iterator[ForeignRow]:
    """Give the records that hold anything, cells as they are but for the guard of a spreadsheet."""
    found: list[ForeignRow] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    with _long_cells():
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    found.append(ForeignRow(line, tuple(cells)))
                line = reader.line_num + 1
        except csv.Error as error:
            raise Refused(
                f"The line is no valid CSV ({error}); nothing was taken from it: look at its quotation marks.",
                where=f"{name}, line {line}",
            ) from error
    for row in found:
        bare = tuple(map(without_guard, row.cells))
        if bare != row.cells:
            findings.add(
                FindingKind.NOTED,
                "An apostrophe that guards a spreadsheet against a formula was taken off.",
                place=f"line {row.line}",
                count=sum(old != new for old, new in zip(row.cells, bare, strict=True)),
            )
        yield ForeignRow(row.line, bare)


def _fitted(records: Iterator[ForeignRow], width: int, findings: Findings) -> Iterator[ForeignRow]:
    """Give the rows with as many cells as the header; what cannot be so is left out and listed."""
    for row in records:
        missing = width - len(row.cells)
        if missing < 0 and any(row.cells[width:]):
            sentence = "A row with more cells than the header was left out: nobody can say which cell is which."
            findings.add(FindingKind.DROPPED, sentence, place=f"line {row.line}")
            continue
        if missing > 0:
            findings.add(FindingKind.NOTED, "A row ends before the last column.", place=f"line {row.line}")
        yield ForeignRow(row.line, (row.cells + ("",) * missing)[:width])


def _flat(value: Mapping[str, object]) -> dict[str, str]:
    """Spell the fields of an object as text, those of its ``metadata`` beside them."""
    fields: dict[str, object] = {}
    inner = value.get("metadata", value.get("meta"))
    if isinstance(inner, dict):
        fields.update(inner)
    fields.update({name: each for name, each in value.items() if each is not inner or not isinstance(inner, dict)})
    return {" ".join(name.split()) or "(no name)": _spelled(each) for name, each in fields.items()}


def _spelled(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)
