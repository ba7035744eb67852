# SPDX-License-Identifier: MIT
"""Tables of other programs: CSV in UTF-8 with a header line, read whole, every refusal with its line.

A byte order mark is dropped; line ends may be LF, CR LF or CR. The delimiter is the one of comma,
semicolon and tab that stands most often in the header line, outside quotation marks; with equal
numbers the one named first here. White space around a cell is dropped. Lines in which every cell is
empty are passed over: spreadsheets leave them below a table.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from annotator.domain.errors import Refused
from annotator.exchange.incoming_files import opened, shown_name

MAXIMUM_TABLE_BYTES = 200_000_000

NOTHING_MEASURED = "nothing was measured"

NO_COUNT = "is no whole number from 0 up, of 15 digits at most"
"""What to say of a cell that :func:`whole_number` cannot read."""

_MARK = b"\xef\xbb\xbf"
_DELIMITERS = (",", ";", "\t")
_QUOTED = re.compile('"[^"]*"?')
_WHOLE_NUMBER = re.compile(r"\+?[0-9]{1,15}")
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header; ``line`` is the line of the file, counted from 1, on which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read: every row has as many cells as there are columns.

    ``undone`` is what every refusal of it says was not done.
    """

    name: str
    header_line: int
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    undone: str = NOTHING_MEASURED

    def places(self, wanted: Sequence[str]) -> tuple[int, ...]:
        """Give where these columns stand; case does not matter. Refused for one that is missing or stands twice."""
        folded = [column.casefold() for column in self.columns]
        for column in wanted:
            if folded.count(column) != 1:
                what = f'There is no column "{column}"' if column not in folded else f'The column "{column}" is twice'
                raise self.refusal(self.header_line, f"{what} in the header ({', '.join(wanted)} are needed)")
        return tuple(folded.index(column) for column in wanted)

    def refusal(self, line: int, fault: str) -> Refused:
        """Give what to raise for a fault on a line; the fault is the beginning of a sentence."""
        return refusal(self.name, line, fault, undone=self.undone)


def read_table(path: Path, *, undone: str = NOTHING_MEASURED) -> Table:
    """Read a table; raises Refused (one sentence, with file and line, and what was not done) for what is none."""
    name = shown_name(path)
    with opened(path, maximum_bytes=MAXIMUM_TABLE_BYTES) as file:
        text = _decoded(file.read(MAXIMUM_TABLE_BYTES + 1), name, undone=undone)
    records = _records(text, name, undone=undone)
    header = next(records, None)
    if header is None:
        raise Refused(f"The file is empty, so {undone}: it needs a header line.", where=name)
    rows = []
    for row in records:
        if len(row.cells) != len(header.cells):
            raise refusal(name, row.line, _unequal(row, header), undone=undone)
        rows.append(row)
    return Table(name, header.line, header.cells, tuple(rows), undone)


def refusal(name: str, line: int, fault: str, *, undone: str = NOTHING_MEASURED) -> Refused:
    """Give what to raise for a fault on a line of a file; the fault is the beginning of a sentence."""
    return Refused(f"{fault}; {undone}: correct the file and try again.", where=f"{name}, line {line}")


def whole_number(cell: str) -> int | None:
    """Read a whole number that is not negative; None for anything else and for more than 15 digits."""
    return int(cell) if _WHOLE_NUMBER.fullmatch(cell) else None


def shown_cell(cell: str) -> str:
    """Give a cell for a sentence: quoted, short, harmless."""
    return repr(cell if len(cell) <= _LONGEST_SHOWN else f"{cell[:_LONGEST_SHOWN]}…")


def _unequal(row: Row, header: Row) -> str:
    return f"The line has another number of cells ({len(row.cells)}) than the header ({len(header.cells)})"


def _decoded(data: bytes, name: str, *, undone: str) -> str:
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(0)) + 1
        raise refusal(name, line, "There is a NUL byte, so this is no CSV in UTF-8", undone=undone)
    try:
        return data.removeprefix(_MARK).decode()
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        fault = f"The byte 0x{error.object[error.start]:02X} is not UTF-8, the one encoding that is read here"
        raise refusal(name, line, fault, undone=undone) from error


def _records(text: str, name: str, *, undone: str) -> Iterator[Row]:
    """Give the records that hold anything, cells stripped."""
    first = next((line for line in StringIO(text, newline="") if line.strip(" \t\r\n,;")), "")
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(first), strict=True)
    line = 1
    try:
        for cells in reader:
            stripped = tuple(cell.strip() for cell in cells)
            if any(stripped):
                yield Row(line, stripped)
            line = reader.line_num + 1
    except csv.Error as error:
        raise refusal(name, line, f"The line is no valid CSV ({error})", undone=undone) from error


def _delimiter(header: str) -> str:
    bare = _QUOTED.sub("", header)
    return max(_DELIMITERS, key=bare.count)
