# SPDX-License-Identifier: MIT
"""Which column of a table of values is which field of the articles, and which become new ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain import Document
from annotator.domain.metadata import MetadataField
from annotator.exchange.articles.foreign_tables import ForeignRow, ForeignTable
from annotator.operations.metadata_keys import ArticleKey, Key, Words, articles_named
from annotator.operations.metadata_rules import IDENTIFYING, field_called, field_fault


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is taken: where it stands, its heading, and the name of its field."""

    place: int
    heading: str
    field: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column that is not taken, and why."""

    heading: str
    reason: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, and the fields of the articles with the new ones behind."""

    taken: tuple[Column, ...]
    left_out: tuple[LeftOut, ...]
    fields: tuple[MetadataField, ...]
    new: tuple[MetadataField, ...]


class _Sorting:
    """Goes through the columns of a table from the left."""

    def __init__(self, fields: Sequence[MetadataField]) -> None:
        self.fields = list(fields)
        self.new: list[MetadataField] = []
        self.taken: dict[str, Column] = {}

    def take(self, place: int, heading: str) -> str:
        """Take a column as the field that it is called; gives why not, else the empty string."""
        name = field_called(self.fields, heading)
        if not name:
            return "no field is called so"
        if name in self.taken:
            return f"the column “{self.taken[name].heading}” is the same field"
        self.taken[name] = Column(place, heading, name)
        return ""

    def define(self, place: int, heading: str) -> str:
        """Take a column as a new field of text; gives why not, else the empty string."""
        made = MetadataField(heading, position=1 + max((each.position for each in self.fields), default=-1))
        if fault := field_fault(self.fields, made):
            return fault[:1].lower() + fault[1:].rstrip(".")
        self.fields.append(made)
        self.new.append(made)
        return self.take(place, heading)


def columns_of(
    table: ForeignTable,
    *,
    key: Key,
    rows: Sequence[tuple[ForeignRow, Document]],
    words: Words,
    fields: Sequence[MetadataField],
    define: bool,
) -> Columns:
    """Sort the columns; ``rows`` are those whose article was found.

    A column with another name of the same articles is no field, an unknown one becomes a new field where
    ``define`` is set and it holds anything.
    """
    sorting = _Sorting(fields)
    left_out = []
    for place, heading in enumerate(table.columns):
        if place == key.place:
            continue
        reason = ""
        if heading.casefold() in IDENTIFYING:
            reason = "it names the articles"
        elif not field_called(sorting.fields, heading):
            reason = _reason_against(place, rows, words) or ("" if define else "no field is called so")
            reason = reason or sorting.define(place, heading)
        else:
            reason = sorting.take(place, heading)
        if reason:
            left_out.append(LeftOut(heading, reason))
    return Columns(tuple(sorting.taken.values()), tuple(left_out), tuple(sorting.fields), tuple(sorting.new))


def _reason_against(place: int, rows: Sequence[tuple[ForeignRow, Document]], words: Words) -> str:
    """Say why an unknown column is no new field: it holds nothing, or only other names of the very articles."""
    filled = [(row.cells[place], document) for row, document in rows if row.cells[place].strip()]
    if not filled:
        return "it holds nothing"
    kinds = (ArticleKey.ID, ArticleKey.SHA256, ArticleKey.NAME)
    if all(any(document in articles_named(words, kind, cell) for kind in kinds) for cell, document in filled):
        return "it names the articles"
    return ""
