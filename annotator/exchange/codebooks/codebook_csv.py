# SPDX-License-Identifier: MIT
"""The codebook as a table, one row a code: CSV in UTF-8, written raw and read leniently.

Columns: ``uuid`` (the code's identity), ``short_name``, ``shortcut`` (its key), ``name``, ``category``,
``definition``, ``counts``, ``does_not`` (what counts and what does not), ``examples`` (a JSON list of
texts), ``colour`` and ``colour_dark`` (#RRGGBB), ``pattern``, ``attributes`` (a JSON list of objects with
``name``, ``label``, ``kind`` and ``choices``), ``position`` (from 0) and ``retired`` (true or false).

On the way in a table needs ``name`` or ``short_name`` only; a column that is absent says nothing. Empty
cells of texts say "none", other empty cells nothing. Examples may also be typed one a line. White space
around a cell is dropped. A file whose name ends in ``_spreadsheet`` is the form for spreadsheets: with a
byte order mark, and with a guard before what would be a formula, which is taken off again.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from annotator.domain import Code, Codebook, CodeId, Pattern
from annotator.domain.canonical import Json
from annotator.domain.codebook import code_as_json, code_from_json
from annotator.domain.identifiers import is_uuid
from annotator.domain.short_names import proposed_short_name_of
from annotator.exchange.codebooks.codebook_read import CODE_FIELDS, CodebookRead, CodeRead
from annotator.exchange.comma_separated import Cell, write_table
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.incoming_tables import Table, read_table, shown_cell, whole_number
from annotator.exchange.json_objects import Fault, parsed_object
from annotator.exchange.spreadsheet_csv import SUFFIX, without_guard, write_spreadsheet_table

COLUMNS = (
    "uuid", "short_name", "shortcut", "name", "category", "definition", "counts", "does_not", "examples",
    "colour", "colour_dark", "pattern", "attributes", "position", "retired",
)  # fmt: skip
_LISTS = ("examples", "attributes")
_TEXTS = ("shortcut", "category", "definition", "counts", "does_not", "examples")
"""Columns whose empty cells say that there is none."""

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def write_codebook_csv(codebook: Codebook, path: Path) -> tuple[Finding, ...]:
    """Write all codes in their order; nothing of a code is left out, so there is nothing to tell."""
    rows = (_row(code) for code in codebook.codes)
    if _is_for_spreadsheets(path):
        write_spreadsheet_table(path, columns=COLUMNS, rows=rows)
    else:
        write_table(path, columns=COLUMNS, rows=rows)
    return ()


def _is_for_spreadsheets(path: Path) -> bool:
    return path.stem.endswith(SUFFIX)


def _row(code: Code) -> list[Cell]:
    values: dict[str, Json] = {"uuid": code.id, **code_as_json(code)}
    return [_cell(values[column]) for column in COLUMNS]


def _cell(value: Json) -> Cell:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return value if isinstance(value, (str, int)) else str(value)


def read_codebook_csv(path: Path) -> CodebookRead:
    """Read a table of codes; raises Refused with file and line for a cell that cannot be what its column holds."""
    table = read_table(path, undone="nothing was taken from it")
    columns = [column.casefold() for column in table.columns]
    if "name" not in columns and "short_name" not in columns:
        raise table.refusal(table.header_line, 'There is neither a column "name" nor a column "short_name"')
    doubled = next((column for column in columns if column in COLUMNS and columns.count(column) > 1), None)
    if doubled is not None:
        raise table.refusal(table.header_line, f'The column "{doubled}" is twice in the header')
    findings = Findings()
    for column in columns:
        if column not in COLUMNS:
            findings.add(FindingKind.DROPPED, "A column is none of a codebook; it was left out.", place=column[:80])
    codes: list[CodeRead] = []
    taken: set[str] = set()
    for number, row in enumerate(table.rows):
        bare = map(without_guard, row.cells) if _is_for_spreadsheets(path) else row.cells
        cells = dict(zip(columns, bare, strict=True))
        read = _read_row(table, row.line, cells, taken, number)
        taken.add(read.code.short_name.casefold())
        codes.append(read)
    return CodebookRead(tuple(codes), tuple(findings))


def _read_row(table: Table, line: int, cells: Mapping[str, str], taken: set[str], number: int) -> CodeRead:
    name, short_name = cells.get("name", ""), cells.get("short_name", "")
    if not name and not short_name:
        raise table.refusal(line, "The code has neither a name nor a short name")
    identity = cells.get("uuid", "").strip("{}").casefold()
    said: dict[str, Json] = {}
    for column in CODE_FIELDS:
        cell = cells.get(column)
        if cell is not None and (cell or column in _TEXTS):
            said[column] = _value(table, line, column, cell)
    blank = Code(
        CodeId(identity if is_uuid(identity) else ""),
        name or short_name,
        short_name or proposed_short_name_of(name, taken=taken),
        position=number,
        pattern=_PATTERNS[number % len(_PATTERNS)],
    )
    try:
        code = code_from_json({**code_as_json(blank), **said})
    except (KeyError, TypeError, ValueError) as error:
        raise table.refusal(line, "The code is not described as a code is") from error
    return CodeRead(replace(code, id=blank.id), frozenset(said), f"{table.name}, line {line}")


_PATTERNS = tuple(Pattern)


def _value(table: Table, line: int, column: str, cell: str) -> Json:
    """Give what a cell says; raises Refused where it is nothing that the column holds."""
    if column in _LISTS:
        return _list(table, line, column, cell)
    value: Json | None = cell
    if column == "retired":
        value = _TRUTH.get(cell.casefold())
    elif column == "position":
        value = whole_number(cell)
    elif column == "pattern" and cell not in tuple(Pattern):
        value = None
    if value is None:
        raise table.refusal(line, f"The {column} {shown_cell(cell)} is none that a code has")
    return value


def _list(table: Table, line: int, column: str, cell: str) -> Json:
    if column == "examples" and not cell.startswith("["):
        return [each.strip() for each in cell.splitlines() if each.strip()]
    try:
        given = parsed_object(f'{{"{column}": {cell}}}'.encode(), what="The cell")
    except (Fault, UnicodeEncodeError) as error:
        raise table.refusal(line, f"The {column} are no list in JSON ({error})") from error
    value = given.get(column)
    if len(given) > 1 or not isinstance(value, list):
        raise table.refusal(line, f"The {column} are no list in JSON")
    return value
