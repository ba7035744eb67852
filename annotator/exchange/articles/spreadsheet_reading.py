# SPDX-License-Identifier: MIT
"""Workbooks (XLSX) in, as tables of text, through python-calamine; read in a worker process, for it is a foreign file.

Numbers are spelled as they are meant: 7.0 as 7, a date without a time as its day. Dates are those of
the workbook's calendar; a formula gives the value that was last computed.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from annotator.domain.errors import KnownError, Refused
from annotator.exchange.articles.foreign_tables import ForeignRow, ForeignTable, headings
from annotator.exchange.guarded_reading import Heartbeat, Plain, Task, answers
from annotator.text import How

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MOST_ROWS = 1_048_576


def read_workbook(data: bytes, *, name: str, sheet: str = "") -> ForeignTable:
    """Read one sheet, the first that holds anything unless one is named; raises Refused for what is no workbook."""
    from python_calamine import CalamineError

    try:
        return _table(data, name, sheet)
    except CalamineError as error:
        raise Refused(
            "The workbook is damaged, protected by a password or of an unknown kind; nothing was taken from it: open "
            "it in a spreadsheet and save it as .xlsx or as CSV.",
            where=name,
        ) from error


def read_workbook_guarded(
    data: bytes, *, name: str, sheet: str = "", heartbeat: Heartbeat = lambda: None
) -> ForeignTable:
    """Read a sheet as :func:`read_workbook` does, in a worker process that may die without harm."""
    task = Task("annotator.exchange.articles.spreadsheet_reading:read_plainly", data, name, {"sheet": sheet})
    (answer,) = answers([task], heartbeat=heartbeat)
    if isinstance(answer, KnownError):
        raise answer
    try:
        columns, rows, sheets = _items(answer)
        lines = [(_items(row)[0], _items(_items(row)[1])) for row in _items(rows)]
        found = tuple(ForeignRow(int(str(line)), tuple(map(str, cells))) for line, cells in lines)
        return ForeignTable(
            name, tuple(map(str, _items(columns))), found, how=How.DECLARED, sheets=tuple(map(str, _items(sheets)))
        )
    except (TypeError, ValueError) as error:
        raise Refused("The file made its reader answer nonsense; nothing was taken from it.", where=name) from error


def read_plainly(data: bytes, *, name: str, settings: Mapping[str, Plain]) -> Plain:
    """Read a sheet in a worker; what it answers is what :func:`read_workbook_guarded` makes a table of."""
    table = read_workbook(data, name=name, sheet=str(settings["sheet"]))
    return [list(table.columns), [[row.line, list(row.cells)] for row in table.rows], list(table.sheets)]


def _items(plain: Plain) -> Sequence[Plain]:
    if isinstance(plain, str) or not isinstance(plain, Sequence):
        raise TypeError("another form")
    return plain


def _table(data: bytes, name: str, sheet: str) -> ForeignTable:
    from python_calamine import load_workbook

    with load_workbook(BytesIO(data)) as workbook:
        sheets = tuple(workbook.sheet_names)
        if sheet and sheet not in sheets:
            raise Refused(
                f"The workbook has no sheet {sheet[:60]!a} (there are {', '.join(sheets)[:200]}); nothing was taken.",
                where=name,
            )
        for each in [sheet] if sheet else sheets:
            rows = _rows(workbook, each)
            if rows:
                width = max(len(row.cells) for row in rows)
                columns = headings(rows[0].cells + ("",) * (width - len(rows[0].cells)), name=name)
                filled = tuple(ForeignRow(row.line, row.cells + ("",) * (width - len(row.cells))) for row in rows[1:])
                return ForeignTable(name, columns, filled, how=How.DECLARED, sheets=sheets)
    raise Refused("The workbook holds no row, so nothing was taken from it.", where=name)


def _rows(workbook: "CalamineWorkbook", sheet: str) -> list[ForeignRow]:
    """Give the rows of a sheet that hold anything."""
    found = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False, nrows=MOST_ROWS)
    rows = [ForeignRow(line, tuple(map(_spelled, cells))) for line, cells in enumerate(found, start=1)]
    return [row for row in rows if any(cell.strip() for cell in row.cells)]


def _spelled(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
