# SPDX-License-Identifier: MIT
"""A report as data: sections of words, facts, tables and pictures. Renderers set them; none decides anything."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from annotator.reports.report_drawings import Drawing

RawCell: TypeAlias = "str | int | float | bool | None"


class Tone(StrEnum):
    """How words are meant: plain, beside the point, a caution, or to be copied into a paper."""

    PLAIN = "plain"
    ASIDE = "aside"
    CAUTION = "caution"
    COPY = "copy"


class Kind(StrEnum):
    """What a column holds. DRAWN cells hold an interval to draw and are left out where nothing can be drawn."""

    WORDS = "words"
    NUMBER = "number"
    INTERVAL = "interval"
    QUOTE = "quote"
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A value and its interval, to be drawn on the axis of its column; ends are None where there is no interval."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell over ``span`` columns. ``missing`` marks words that stand where a number cannot."""

    text: str
    span: int = 1
    missing: bool = False
    strong: bool = False
    drawn: Drawn | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, what stands below it, and for DRAWN the lowest value of an axis that ends at 1.

    Neighbours with the same ``group`` have it above them.
    """

    heading: str
    kind: Kind = Kind.NUMBER
    group: str = ""
    lowest: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a name that is part of a file name; ``notes`` stand below it.

    ``for_papers``: whether it is set for print too; long lists are not.

    Raises ValueError for a row whose cells do not fill the columns.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    for_papers: bool = True

    def __post_init__(self) -> None:
        for row in self.rows:
            if sum(cell.span for cell in row) != len(self.columns):
                raise ValueError(f"{self.name}: a row of {sum(cell.span for cell in row)} for {len(self.columns)}")

    def groups(self) -> tuple[tuple[str, int], ...]:
        """Give the headings above the headings, each with how many columns it spans; "" where there is none."""
        found: list[tuple[str, int]] = []
        for column in self.columns:
            if column.group and found and found[-1][0] == column.group:
                found[-1] = (column.group, found[-1][1] + 1)
            else:
                found.append((column.group, 1))
        return tuple(found)

    def without_drawings(self) -> "Table":
        """Leave out the DRAWN columns; a cell over several columns becomes narrower."""
        if all(column.kind is not Kind.DRAWN for column in self.columns):
            return self
        kept = [column.kind is not Kind.DRAWN for column in self.columns]
        rows = tuple(tuple(_narrowed(row, kept)) for row in self.rows)
        return replace(self, columns=tuple(c for c in self.columns if c.kind is not Kind.DRAWN), rows=rows)


def _narrowed(row: Sequence[Cell], kept: Sequence[bool]) -> list[Cell]:
    cells, place = [], 0
    for cell in row:
        if span := sum(kept[place : place + cell.span]):
            cells.append(replace(cell, span=span))
        place += cell.span
    return cells


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms, each with what is to be said of it."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Paragraphs of equal rank."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing under a name that is part of a file name; ``alternative`` says in words what it shows."""

    name: str
    caption: str
    alternative: str
    drawing: Drawing


Block: TypeAlias = "Words | Facts | Listing | Table | Picture"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    name: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """Full values for other programs: raw, with all their digits, None where there is no value."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[RawCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is reported, in order."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    records: tuple[Records, ...]

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of all sections."""
        return tuple(block for each in self.sections for block in each.blocks if isinstance(block, Picture))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of all sections."""
        return tuple(block for each in self.sections for block in each.blocks if isinstance(block, Table))
