# SPDX-License-Identifier: MIT
"""Tables as a workbook: one sheet each, before them a sheet "about" that describes every column.

Words are written as words, never as formulas, links or numbers. A cell holds 32,767 characters as Excel
counts them (UTF-16 units); a longer text is cut, ends with "…", and "about" names where. A sheet
holds 1,048,575 rows below its header; what goes beyond stands on further sheets (``NAME_2``). Missing is an
empty cell. The only time in the file is that of the project's last change.
"""

import errno
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import Refused
from annotator.domain.tables import Cell, Row, StatisticsSet, StatisticsTable, VariableKind
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.outgoing_files import replacing
from annotator.exchange.statistics.statistics_columns import moment

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
ROWS_OF_A_SHEET = 1_048_575
LONGEST_SHEET_NAME = 31

_CUT = "Texts of more than 32,767 characters are cut in the workbook."
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_LONGEST_EXACT = 2**53
_WIDEST, _NARROWEST = 60, 8
_ABOUT_WIDTHS = (22, 30, 34, 12, 70, 60)
_COLUMNS_OF_ABOUT = ("sheet", "column", "label", "kind", "description", "values")


def write_xlsx(statistics: StatisticsSet, path: Path) -> tuple[Finding, ...]:
    """Write the tables of an export as one workbook; the same tables give the same bytes.

    Raises NotSaved where the disk refuses and Refused for a text with a NUL.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with tempfile.TemporaryDirectory() as folder, replacing(path) as file:
        workbook = Workbook(file, _OPTIONS | {"tmpdir": folder})
        try:
            with closing(workbook):
                return _fill(workbook, statistics)
        except FileCreateError as error:  # which hides what the disk said, and leaves files open
            for sheet in workbook.worksheets():
                sheet._opt_close()  # noqa: SLF001 -- there is no other way to close them
            raise OSError(errno.EIO, str(error)) from error


def _fill(workbook: "Workbook", statistics: StatisticsSet) -> tuple[Finding, ...]:
    findings = Findings()
    when = moment(statistics.modified).replace(tzinfo=None)
    workbook.set_properties({"title": statistics.project, "comments": statistics.application, "created": when})
    workbook.use_zip64()  # only where a sheet is larger than 4 GB
    about = workbook.add_worksheet("about")
    bold = workbook.add_format({"bold": True})
    for table in statistics.tables:
        _write_table(workbook, table, bold, findings)
    _write_about(about, statistics, bold, tuple(findings))
    return tuple(findings)


def _write_table(workbook: "Workbook", table: StatisticsTable, bold: "Format", findings: Findings) -> None:
    """Write a table on as many sheets as it needs, at least one."""
    rows = iter(table.rows())
    number = 1
    first: Row | None = next(rows, None)
    while number == 1 or first is not None:
        ending = "" if number == 1 else f"_{number}"
        sheet = workbook.add_worksheet(table.name[: LONGEST_SHEET_NAME - len(ending)] + ending)
        there = () if first is None else (first,)
        _write_sheet(sheet, table, islice(chain(there, rows), ROWS_OF_A_SHEET), bold, findings)
        first = next(rows, None)
        number += 1
    if number > 2:
        sentence = f"Tables of more than {ROWS_OF_A_SHEET:,} rows go on upon further sheets of the workbook."
        findings.add(FindingKind.NOTED, sentence, place=f"{table.name}, {number - 1} sheets")


def _write_sheet(
    sheet: "Worksheet", table: StatisticsTable, rows: Iterable[Row], bold: "Format", findings: Findings
) -> None:
    """Write the header and these rows, and set what makes the sheet readable."""
    widths = [len(name) + 4 for name in table.columns]  # the button of the filter takes room
    for column, name in enumerate(table.columns):
        _taken(sheet.write_string(0, column, name, bold))
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            written = _fitting(cell, f"{table.name}, {table.columns[column]}, row {last + 1}", findings)
            _write_cell(sheet, last, column, written)
            widths[column] = max(widths[column], min(len(str(written)), _WIDEST))
    sheet.freeze_panes(1, 0)
    _taken(sheet.autofilter(0, 0, last, len(table.columns) - 1))
    for column, width in enumerate(widths):
        _taken(sheet.set_column(column, column, min(max(width, _NARROWEST), _WIDEST)))


def _fitting(cell: Cell, place: str, findings: Findings) -> Cell:
    """Give a cell as a sheet can hold it."""
    if not isinstance(cell, str):
        return cell
    if "\0" in cell:
        raise Refused(
            f"A cell holds a NUL character ({place}), which no table can; nothing was written: remove it and export "
            "again."
        )
    short = cut_to_units(cell)
    if short != cell:
        findings.add(FindingKind.DROPPED, _CUT, place=place)
    return short


def cut_to_units(text: str) -> str:
    """Cut a text to 32,767 UTF-16 units between two characters; "…" shows that it was cut."""
    if len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: (LONGEST_CELL - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _write_cell(sheet: "Worksheet", row: int, column: int, cell: Cell) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        _taken(sheet.write_boolean(row, column, cell))
    elif isinstance(cell, str) or (abs(cell) > _LONGEST_EXACT and isinstance(cell, int)):
        _taken(sheet.write_string(row, column, str(cell)))
    else:
        _taken(sheet.write_number(row, column, cell))


def _taken(code: int | None) -> None:
    """Check what the writer answers: 0 or nothing where the whole was taken."""
    if code:
        raise ValueError(f"The sheet refused what was written to it ({code})")


def _write_about(sheet: "Worksheet", statistics: StatisticsSet, bold: "Format", findings: Sequence[Finding]) -> None:
    """Write what the workbook is, what holds for it, what was cut, and every column of every sheet."""
    lines = list(_facts(statistics, findings))
    header = len(lines) + 1
    lines += [(), _COLUMNS_OF_ABOUT, *_descriptions(statistics)]
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            style = bold if row == header or (row < header and column == 0) else None
            _taken(sheet.write_string(row, column, cut_to_units(cell), style))
    for column, width in enumerate(_ABOUT_WIDTHS):
        _taken(sheet.set_column(column, column, width))


def _facts(statistics: StatisticsSet, findings: Sequence[Finding]) -> Iterator[tuple[str, ...]]:
    yield "project", statistics.project
    yield "application", statistics.application
    yield "last change", statistics.modified
    yield "offset_unit", statistics.offset_unit
    yield "journal_digest", statistics.digest
    yield from statistics.policies.items()
    for finding in findings:
        yield "note", f"{finding.sentence} {finding.count}: {'; '.join(finding.places)}"


def _descriptions(statistics: StatisticsSet) -> Iterator[tuple[str, ...]]:
    for table in statistics.tables:
        yield table.name, "", table.title, "", table.description
        for variable in table.variables:
            labels = variable.value_labels if variable.kind is not VariableKind.YES_NO else {}
            values = "; ".join(f"{value} = {label}" for value, label in labels.items())
            yield table.name, variable.name, variable.label, variable.kind.value, variable.description, values
