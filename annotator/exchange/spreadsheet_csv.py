# SPDX-License-Identifier: MIT
"""Comma-separated values for spreadsheets: UTF-8 with its mark, and no text that a spreadsheet takes for a formula.

A text cell gets a leading apostrophe where its first visible character (after white space, characters
of no width and quotation marks) is one of ``= + - @`` or a wide, small or raised form of these, and where it
begins with a tab, CR, LF or an apostrophe. The apostrophe of a text that has one already is doubled by
this, so the guard can be taken off again without a loss. Numbers are written as numbers.

The lossless form for programs is the raw one of :mod:`annotator.exchange.comma_separated`; this one
bears the suffix ``_spreadsheet`` in its name so that the two are never confused.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from unicodedata import category, normalize

from annotator.domain.tables import StatisticsTable
from annotator.exchange.comma_separated import Cell, write_table

SUFFIX = "_spreadsheet"
GUARD = "'"

_FORMULA = frozenset("=+-@\u2212")
_AT_THE_BEGINNING = ("\t", "\r", "\n", GUARD)
_QUOTATION = frozenset("\"'`\u201a\u201e\u301d\u301e\u301f\uff02\uff07\uff40")
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs by their category, of which nothing is seen."""


def spreadsheet_name(name: str) -> str:
    """Give the name of the form for spreadsheets: ``articles.csv`` becomes ``articles_spreadsheet.csv``."""
    path = Path(name)
    return f"{path.stem}{SUFFIX}{path.suffix}"


def guarded(text: str) -> str:
    """Put the guard before a text that a spreadsheet might compute; any other text stays as it is."""
    return GUARD + text if _is_dangerous(text) else text


def without_guard(text: str) -> str:
    """Take the guard off, where there is one; ``without_guard(guarded(text)) == text`` for every text."""
    bare = text[1:]
    return bare if text.startswith(GUARD) and _is_dangerous(bare) else text


def write_spreadsheet_csv(table: StatisticsTable, path: Path) -> int:
    """Write a table for statistics as one for spreadsheets and give the number of rows."""
    return write_spreadsheet_table(path, columns=table.columns, rows=table.rows())


def write_spreadsheet_table(path: Path, *, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a table for spreadsheets and give the number of rows; raises what ``write_table`` raises."""
    return write_table(
        path,
        columns=[guarded(column) for column in columns],
        rows=([_guarded_cell(cell) for cell in row] for row in rows),
        byte_order_mark=True,
    )


def _guarded_cell(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) else cell


def _is_dangerous(text: str) -> bool:
    if text.startswith(_AT_THE_BEGINNING):
        return True
    first = next((character for character in text if not _is_passed_over(character)), "")
    return normalize("NFKC", first) in _FORMULA


def _is_passed_over(character: str) -> bool:
    """Whether a spreadsheet may see the beginning of a cell behind this character."""
    if character in _QUOTATION or character in _BLANK:
        return True
    kind = category(character)
    return kind[0] in "ZCM" or kind in {"Pi", "Pf"}
