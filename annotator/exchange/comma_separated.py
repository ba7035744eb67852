# SPDX-License-Identifier: MIT
"""Comma-separated values out: raw UTF-8 without a mark, LF, RFC 4180 quoting; the same rows give the same bytes.

This is the lossless form for R and Python. It has no guard against formulas: spreadsheets are
another form, under another name. The quoting is our own because the standard library's differs
between versions of Python (a lone CR) and leaves outer spaces bare.
"""

import math
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from annotator.domain.errors import Refused
from annotator.exchange.outgoing_files import replacing

Cell: TypeAlias = "str | int | float | bool | None"

_QUOTED = re.compile(r'[",\r\n]|^\s|\s$')


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
    """Write a table record by record and give the number of rows; raises NotSaved where the disk refuses.

    Only spreadsheets want the mark. Raises Refused for a NUL, which no reader takes, and ValueError for
    a row of another width.
    """
    count = 0
    with replacing(path) as file:
        file.write(BOM_UTF8 if byte_order_mark else b"")
        file.write(line_of(columns).encode())
        for row in rows:
            if len(row) != len(columns):
                raise ValueError(f"{len(row)} cells for {len(columns)} columns")
            line = line_of(row)
            if "\0" in line:
                raise Refused(_nul(columns, row), where=path.name)
            file.write(line.encode())
            count += 1
    return count


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
    return '"' + field.replace('"', '""') + '"' if _QUOTED.search(field) else field


def _nul(columns: Sequence[str], row: Sequence[Cell]) -> str:
    column = next(name for name, cell in zip(columns, row, strict=True) if "\0" in str(cell))
    return (
        f"The {column} of {str(row[0])[:60]!a} holds a NUL character, which no table can; nothing was written: "
        "remove it and export again."
    )
