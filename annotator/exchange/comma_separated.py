# SPDX-License-Identifier: MIT
"""Comma-separated values out: raw UTF-8 without a mark, LF, RFC 4180 quoting; the same rows give the same bytes.

This is the lossless form for R and Python. It has no guard against formulas: spreadsheets are
another form, under another name. The quoting is our own because the standard library's differs
between versions of Python (a lone CR) and leaves outer spaces bare.
"""

import math
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from itertools import islice, repeat
from pathlib import Path
from typing import TypeAlias

from annotator.domain.errors import Refused
from annotator.exchange.outgoing_files import replacing

Cell: TypeAlias = "str | int | float | bool | None"

_BLOCK = 200
"""How many rows are put into words together."""

_TEXT = frozenset((str, type(None)))


def line_of(cells: Sequence[Cell]) -> str:
    """Give one record with its line end. None is empty, yes and no are ``true`` and ``false``, floats as repr.

    Raises ValueError for NaN and infinity, which no reader agrees on.
    """
    fields = [_field(cell) for cell in cells]
    if fields == [""]:
        return '""\n'  # an empty line would be no record at all
    return ",".join(fields) + "\n"


def write_table(
    path: Path, *, columns: Sequence[str], rows: Iterable[Sequence[Cell]], byte_order_mark: bool = False
) -> int:
    """Write a table some records at a time and give the number of rows; raises NotSaved where the disk refuses.

    Only spreadsheets want the mark. Raises Refused for a NUL, which no reader takes, and ValueError for
    a row of another width.
    """
    count = 0
    remaining = iter(rows)
    with replacing(path) as file:
        file.write(BOM_UTF8 if byte_order_mark else b"")
        file.write(line_of(columns).encode())
        while block := list(islice(remaining, _BLOCK)):
            text = _lines(block, width=len(columns))
            if "\0" in text:
                row = next(row for row in block if "\0" in line_of(row))
                raise Refused(_nul(columns, row), where=path.name)
            file.write(text.encode())
            count += len(block)
    return count


def _lines(rows: Sequence[Sequence[Cell]], *, width: int) -> str:
    """Give the records of several rows. Column by column, for the cells of one are alike and often the same."""
    for row in rows:
        if len(row) != width:
            raise ValueError(f"{len(row)} cells for {width} columns")
    if width == 1:
        return "".join(map(line_of, rows))
    fields = map(_fields, zip(*rows, strict=True))
    return "\n".join(map(",".join, zip(*fields, strict=True))) + "\n"


def _fields(column: Sequence[Cell]) -> Iterable[str]:
    """Give the fields of a column; each text that comes again is looked at once.

    Nothing but a text equals a text, so the distinct cells tell whether all are. 1, 1.0 and True are equal.
    """
    if type(column[0]) is int and set(map(type, column)) == {int}:
        return map(str, column)
    distinct = set(column)
    if not _TEXT.issuperset(map(type, distinct)):
        return map(_field, column)
    if len(distinct) == 1:
        return repeat(_field(column[0]), len(column))
    if len(distinct) > len(column) // 2:
        return _texts(["" if cell is None else str(cell) for cell in column])
    known = {cell: _field(cell) for cell in distinct}
    return map(known.__getitem__, column)


def _texts(column: list[str]) -> list[str]:
    """Quote the texts that need it; where none of them holds anything that may, they stay as they are."""
    together = "".join(column)
    if '"' not in together and "," not in together and together.split(None, 1) == [together]:
        return column
    return [_quoted(text) if _needs_quotes(text) else text for text in column]


def _field(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        if not math.isfinite(cell):
            raise ValueError(f"{cell} is not a value")
        return repr(cell)
    field = str(cell)
    return _quoted(field) if _needs_quotes(field) else field


def _needs_quotes(text: str) -> bool:
    holds_one = '"' in text or "," in text or "\n" in text or "\r" in text
    return holds_one or text[:1].isspace() or text[-1:].isspace()


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _nul(columns: Sequence[str], row: Sequence[Cell]) -> str:
    column = next(name for name, cell in zip(columns, row, strict=True) if "\0" in str(cell))
    return (
        f"The {column} of {str(row[0])[:60]!a} holds a NUL character, which no table can; nothing was written: "
        "remove it and export again."
    )
