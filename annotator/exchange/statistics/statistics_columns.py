# SPDX-License-Identifier: MIT
"""The columns of a table as SPSS and Stata hold them: numbers with labels, texts, and days.

Words of a choice become whole numbers from 1 on, yes and no become 1 and 0, each with its label. A date
may be partial, so its text stays, and a companion ``NAME_day`` has the day where the date is whole.
A text that is too long for a program is cut at the end of a character, and a companion
``NAME_truncated`` says where; it is there only where something was cut. Missing is None throughout.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum, auto
from types import MappingProxyType
from typing import TypeAlias
from unicodedata import category

from annotator.domain.errors import Refused
from annotator.domain.metadata import is_date
from annotator.domain.tables import NO_OR_YES, Cell, Measure, StatisticsTable, Variable, VariableKind
from annotator.domain.variable_names import variable_names

ColumnCell: TypeAlias = "str | int | float | date | None"

LONGEST_EXACT = 2**53
"""Whole numbers beyond this are not all different as floating point numbers, which SPSS and Stata keep."""

_NO_LABELS: Mapping[int, str] = MappingProxyType({})
_WHOLE_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ELLIPSIS = "…"


class Form(Enum):
    """What a column holds."""

    TEXT = auto()
    WHOLE = auto()
    DECIMAL = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column with its cells: str, int, float or date by its form, None where missing."""

    name: str
    label: str
    form: Form
    cells: Sequence[ColumnCell]
    labels: Mapping[int, str] = field(default_factory=lambda: _NO_LABELS)
    measure: Measure = Measure.NOMINAL

    @property
    def is_truncated(self) -> bool:
        """Whether this is the companion of a text that was cut."""
        return self.labels is _TRUNCATED


_TRUNCATED: Mapping[int, str] = MappingProxyType({int(number): label for number, label in NO_OR_YES.items()})


def columns_of(table: StatisticsTable, *, longest_text: int | None = None) -> tuple[Column, ...]:
    """Go through a table once and give its columns, companions behind the columns that they belong to.

    ``longest_text`` is counted in bytes of UTF-8; None cuts nothing. Raises Refused for a text with a NUL,
    which no program reads past, and ValueError for a cell that its variable does not allow.
    """
    cells: list[list[ColumnCell]] = [[] for _ in table.variables]
    for row in table.rows():
        for variable, column, cell in zip(table.variables, cells, row, strict=True):
            column.append(_converted(cell, variable, table))
    days = day_names(table)
    columns: list[Column] = []
    for variable, column in zip(table.variables, cells, strict=True):
        columns.extend(_with_truncation(variable, column, longest_text, taken=(*table.columns, *days.values())))
        if variable.name in days:
            found = [whole_day(str(cell)) if cell is not None else None for cell in column]
            label = f"{variable.label} (day)"
            columns.append(Column(days[variable.name], label, Form.DAY, found, measure=Measure.SCALE))
    return tuple(columns)


def day_names(table: StatisticsTable) -> Mapping[str, str]:
    """Give the name of the companion with days for each variable of a table that is a date."""
    dates = [variable.name for variable in table.variables if variable.kind is VariableKind.DATE]
    return dict(zip(dates, variable_names([f"{name}_day" for name in dates], taken=table.columns), strict=True))


def whole_day(text: str) -> date | None:
    """Give the day that a date of ISO 8601 names, or None for a partial one and for what is none."""
    if not _WHOLE_DATE.fullmatch(text) or not is_date(text) or text.startswith("0000"):
        return None
    return date.fromisoformat(text)


def cut_to_bytes(text: str, longest: int, *, ellipsis: bool = True) -> str:
    """Cut a text to so many bytes of UTF-8 at the end of a character; a label shows by "…" that it was cut."""
    data = text.encode()
    if len(data) <= longest:
        return text
    ending = _ELLIPSIS if ellipsis else ""
    return data[: longest - len(ending.encode())].decode("utf-8", "ignore") + ending


def cut_to_characters(text: str, longest: int) -> str:
    """Cut a label to so many code points; "…" shows that it was cut."""
    return text if len(text) <= longest else text[: longest - 1] + _ELLIPSIS


def one_line(text: str) -> str:
    """Give a label on one line: white space folded, control characters gone."""
    return " ".join("".join(" " if category(character) == "Cc" else character for character in text).split())


def moment(modified: str) -> datetime:
    """Give the one time that stands in a file: that of the project's last change, the year 1980 where it has none."""
    return datetime.fromisoformat(modified).astimezone(UTC) if modified else datetime(1980, 1, 1, tzinfo=UTC)


def _converted(cell: Cell, variable: Variable, table: StatisticsTable) -> ColumnCell:
    if cell is None:
        return None
    if variable.kind is VariableKind.YES_NO:
        return int(bool(cell))
    if variable.kind is VariableKind.CHOICE:
        return _number_of(cell, variable)
    if isinstance(cell, str) and "\0" in cell:
        raise Refused(
            f"A {variable.name} of {table.name} holds a NUL character, which no table can; nothing was written: "
            "remove it and export again."
        )
    return cell


def _number_of(cell: Cell, variable: Variable) -> int:
    number = variable.numbers.get(str(cell))
    if number is None:
        raise ValueError(f"{cell!r} is no value of {variable.name}")
    return number


def _with_truncation(
    variable: Variable, cells: list[ColumnCell], longest_text: int | None, *, taken: Sequence[str]
) -> list[Column]:
    """Give the column of a variable, and its companion where a text of it is cut."""
    form = _form(variable)
    if form is not Form.TEXT or longest_text is None:
        labels = _NO_LABELS if form is Form.TEXT else variable.number_labels
        return [Column(variable.name, variable.label, form, cells, labels, variable.measure)]
    cut = [cut_to_bytes(cell, longest_text, ellipsis=False) if isinstance(cell, str) else cell for cell in cells]
    columns = [Column(variable.name, variable.label, form, cut, measure=variable.measure)]
    if cut != cells:
        [name] = variable_names([f"{variable.name}_truncated"], taken=taken)
        where = [None if cell is None else int(cell != short) for cell, short in zip(cells, cut, strict=True)]
        columns.append(Column(name, f"{variable.label}: cut here?", Form.WHOLE, where, _TRUNCATED))
    return columns


def _form(variable: Variable) -> Form:
    if variable.kind in {VariableKind.TEXT, VariableKind.DATE}:
        return Form.TEXT
    return Form.DECIMAL if variable.kind is VariableKind.NUMBER else Form.WHOLE
