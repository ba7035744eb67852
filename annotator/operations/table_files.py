# SPDX-License-Identifier: MIT
"""A table that a person names, CSV or a workbook, read within limits."""

from pathlib import Path

from annotator.exchange.articles.foreign_tables import ForeignTable, read_separated_values
from annotator.exchange.articles.spreadsheet_reading import read_workbook_guarded
from annotator.exchange.incoming_files import opened, shown_name

MAXIMUM_BYTES = 200_000_000
_WORKBOOK = b"PK\x03\x04"


def read_table_file(path: Path) -> ForeignTable:
    """Read a table, of a workbook its first sheet; the encoding of a CSV is guessed where it does not tell.

    Raises Refused for what is none.
    """
    name = shown_name(path)
    with opened(path, maximum_bytes=MAXIMUM_BYTES) as file:
        data = file.read(MAXIMUM_BYTES + 1)
    return read_workbook_guarded(data, name=name) if data.startswith(_WORKBOOK) else _separated(data, name)


def _separated(data: bytes, name: str) -> ForeignTable:
    return read_separated_values(data, name=name, guess=True)
