# SPDX-License-Identifier: MIT
"""A table as a file of SPSS: ``.sav``, or ``.zsav``, which is compressed.

Names, labels, value labels, levels of measurement, whole numbers without decimals, missing as
system-missing. Limits: a text has 32,767 bytes of UTF-8 and is cut beyond, with a companion that says
so; a variable label has 255 bytes, a value label 120, the label of the file 64, a line of its notes 80.
Blanks at the end of a text do not come back from SPSS, which fills texts with them. The date and time in the
header are those of the project's last change.
"""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.tables import StatisticsSet, StatisticsTable
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.outgoing_files import replacing
from annotator.exchange.statistics.statistics_columns import (
    LONGEST_EXACT,
    Column,
    Form,
    columns_of,
    cut_to_bytes,
    moment,
    one_line,
)

if TYPE_CHECKING:
    import pandas

LONGEST_TEXT = 32_767
LONGEST_VALUE_LABEL = 120
LONGEST_LABEL = 255
LONGEST_FILE_LABEL = 64
LONGEST_NOTE = 80

_MAGIC = {".sav": b"$FL2", ".zsav": b"$FL3"}
_DATE_AND_TIME = slice(92, 109)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIRST_DAY = -141_428
"""14 October 1582, from which SPSS counts seconds, in days from 1 January 1970."""
_UNIX_ORDINAL = 719_163
_WIDEST = 60


def write_spss(table: StatisticsTable, path: Path, *, statistics: StatisticsSet) -> tuple[Finding, ...]:
    """Write a table as ``.sav`` or ``.zsav``, by the ending of the path; the same table gives the same bytes.

    ``statistics`` is the export that the table belongs to. Raises NotSaved where the disk refuses and
    Refused for a text with a NUL.
    """
    import pyreadstat

    columns = columns_of(table, longest_text=LONGEST_TEXT)
    compressed = path.suffix == ".zsav"
    with tempfile.TemporaryDirectory() as folder, replacing(path) as file:
        raw = Path(folder, f"table{path.suffix}")
        pyreadstat.write_sav(
            _frame(columns),
            raw,
            file_label=cut_to_bytes(one_line(table.title), LONGEST_FILE_LABEL),
            column_labels={column.name: cut_to_bytes(one_line(column.label), LONGEST_LABEL) for column in columns},
            compress=compressed,
            row_compress=not compressed,
            note=list(_notes(table, statistics)),
            variable_value_labels={column.name: _value_labels(column) for column in columns if column.labels},
            variable_measure={column.name: column.measure.value for column in columns},
            variable_format={column.name: _format(column) for column in columns if column.form is not Form.TEXT},
            variable_display_width={column.name: _width(column) for column in columns},
        )
        file.write(_dated(raw.read_bytes(), _MAGIC[path.suffix], statistics.modified))
    return tuple(_findings(table, columns))


def _frame(columns: tuple[Column, ...]) -> "pandas.DataFrame":
    """Give the data; numbers are floating point as they are in the file, so that any may be missing."""
    import pandas

    series = {}
    for column in columns:
        if column.form is Form.TEXT:
            words = ["" if cell is None else cell for cell in column.cells]
            series[column.name] = pandas.Series(words, dtype=object)
        elif column.form is Form.DAY:
            series[column.name] = pandas.Series([_seconds(cell) for cell in column.cells], dtype="float64")
        else:
            series[column.name] = pandas.Series(column.cells, dtype="float64")
    return pandas.DataFrame(series)


def _seconds(day: object) -> float | None:
    """Give the seconds from 14 October 1582 to the beginning of a day."""
    if not isinstance(day, date):
        return None
    return float((day.toordinal() - _UNIX_ORDINAL - _FIRST_DAY) * 86_400)


def _value_labels(column: Column) -> dict[int | float, str]:
    return {number: cut_to_bytes(one_line(label), LONGEST_VALUE_LABEL) for number, label in column.labels.items()}


def _format(column: Column) -> str:
    if column.form is Form.DAY:
        return "SDATE10"
    if column.form is Form.DECIMAL:
        return "F16.6"
    longest = max((len(str(cell)) for cell in column.cells if cell is not None), default=1)
    return f"F{min(max(longest, 2), 40)}.0"


def _width(column: Column) -> int:
    """Give how wide to show a column, in characters."""
    longest = max((len(str(cell)) for cell in column.cells if cell is not None), default=0)
    return min(max(longest, len(column.name), 4), _WIDEST)


def _notes(table: StatisticsTable, statistics: StatisticsSet) -> Iterator[str]:
    """Give what the file says of itself, in lines of 80 bytes."""
    said = [table.description, statistics.application, f"offset_unit: {statistics.offset_unit}"]
    said.append(f"journal_digest: {statistics.digest}")
    said.extend(f"{name}: {sentence}" for name, sentence in statistics.policies.items())
    for text in said:
        rest = one_line(text)
        while rest:
            line = cut_to_bytes(rest, LONGEST_NOTE, ellipsis=False)
            if line != rest and " " in line:
                line = line[: line.rindex(" ")]
            yield line
            rest = rest[len(line) :].lstrip()


def _dated(data: bytes, magic: bytes, modified: str) -> bytes:
    """Put the time of the last change in the place of the clock's (9 characters of date, 8 of time)."""
    if data[:4] != magic:
        raise ValueError(f"The file begins with {data[:4]!r} instead of {magic!r}")
    when = moment(modified)
    stamp = f"{when.day:02} {_MONTHS[when.month - 1]} {when.year % 100:02}{when:%H:%M:%S}".encode()
    return data[: _DATE_AND_TIME.start] + stamp + data[_DATE_AND_TIME.stop :]


def _findings(table: StatisticsTable, columns: tuple[Column, ...]) -> Findings:
    findings = Findings()
    for column in columns:
        place = f"{table.name}, {column.name}"
        if column.is_truncated:
            number = sum(cell == 1 for cell in column.cells)
            sentence = (
                "Texts of more than 32,767 bytes are cut in the file for SPSS; the variable named here says which."
            )
            findings.add(FindingKind.DROPPED, sentence, place=place, count=number)
        if column.form is Form.WHOLE and any(
            isinstance(cell, int) and abs(cell) > LONGEST_EXACT for cell in column.cells
        ):
            sentence = "Whole numbers beyond 2 to the power of 53 are rounded by SPSS."
            findings.add(FindingKind.NOTED, sentence, place=place)
        shortened = sum(len(one_line(label).encode()) > LONGEST_VALUE_LABEL for label in column.labels.values())
        if shortened:
            findings.add(
                FindingKind.NOTED, "Value labels of more than 120 bytes are cut for SPSS.", place=place, count=shortened
            )
    return findings
