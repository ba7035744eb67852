# SPDX-License-Identifier: MIT
"""The table of all articles: what is known of each, how far its coding is, which copies it has."""

from collections.abc import Callable, Mapping, Sequence

from annotator.domain.metadata import BUILT_IN, MetadataField, MetadataKind
from annotator.operations.article_metadata import value_of
from annotator.operations.metadata_rules import tidied, value_fault
from annotator.ui import words
from annotator.ui.articles.desk import ArticleRow
from annotator.ui.grid.row_words import RowWords, Shape

NUMBER, LENGTH, STATE, COPIES = "\nnumber", "\nlength", "\nstate", "\ncopies"
"""Columns that are no fields; a field's name has no line break."""
_OWN = {NUMBER: "No.", LENGTH: "Characters", STATE: "Coding", COPIES: "Copies"}
_WIDTHS = {
    NUMBER: 60, "title": 260, "outlet": 130, "author": 130, "date": 96, "url": 200, LENGTH: 90, STATE: 150, COPIES: 100,
}  # fmt: skip
_FIELD = 130


class ArticleWords(RowWords[ArticleRow]):
    """Speaks of articles; ``edited(row, field, value)`` is called for a value that may be stored."""

    def __init__(self, *, may_edit: Callable[[], bool], edited: Callable[[ArticleRow, str, str], object]) -> None:
        self._may_edit = may_edit
        self._edited = edited
        self.fields: tuple[MetadataField, ...] = ()
        self.columns: tuple[str, ...] = ()
        self.show_fields(())

    def show_fields(self, fields: Sequence[MetadataField]) -> bool:
        """Have a column for each of the project's own fields; says whether the columns are others now."""
        before = (self.columns, self.fields)
        self.fields = tuple(fields)
        own = (each.name for each in fields)
        self.columns = (NUMBER, "title", "outlet", "date", STATE, "author", *own, COPIES, LENGTH, "url")
        return before != (self.columns, self.fields)

    def key(self, row: ArticleRow) -> str:
        """Give the article's identity."""
        return row.document.id

    def heading_of(self, name: str) -> str:
        """Give what a column or field is called."""
        own = next((each.heading for each in self.fields if each.name == name), "")
        return own or BUILT_IN.get(name) or _OWN[name]

    def headings(self) -> Sequence[str]:
        """Name the columns."""
        return [self.heading_of(name) for name in self.columns]

    def field(self, name: str) -> MetadataField | None:
        """Give the project's own field of this name, or None."""
        return next((each for each in self.fields if each.name == name), None)

    def words(self, row: ArticleRow, column: int) -> str:
        """Say a cell."""
        name = self.columns[column]
        if name in _OWN:
            return _SAID[name](row)
        said = value_of(row.document, name)
        return said or (row.document.heading if name == "title" else "")

    def value(self, row: ArticleRow, column: int) -> str:
        """Give what is edited."""
        return value_of(row.document, self.columns[column])

    def sort_key(self, row: ArticleRow, column: int) -> tuple[object, ...]:
        """Sort numbers as numbers; what is not set comes last."""
        name = self.columns[column]
        if name in _SORTED:
            return _SORTED[name](row)
        field = self.field(name)
        if field is not None and field.kind is MetadataKind.NUMBER:
            said = value_of(row.document, name)
            return (not said, _number(said), said)
        return super().sort_key(row, column)

    def shape(self, row: ArticleRow, column: int) -> Shape | None:
        """Give the shape of the state."""
        if self.columns[column] != STATE:
            return None
        return (_state_shape(row), "text" if row.finished or row.begun else "secondary")

    def is_right(self, column: int) -> bool:
        """Set numbers right."""
        field = self.field(self.columns[column])
        return self.columns[column] == LENGTH or (field is not None and field.kind is MetadataKind.NUMBER)

    def is_quiet(self, row: ArticleRow, column: int) -> bool:
        """Write paler what cannot be edited, and a title that is only a file's name."""
        name = self.columns[column]
        return name in (NUMBER, LENGTH, COPIES) or (name == "title" and not row.document.title)

    def is_heavy(self, _row: ArticleRow, column: int) -> bool:
        """Set titles heavier."""
        return self.columns[column] == "title"

    def is_editable(self, _row: ArticleRow, column: int) -> bool:
        """Let fields be edited by the lead."""
        return self.columns[column] not in _OWN and self._may_edit()

    def choices(self, _row: ArticleRow, column: int) -> Sequence[str]:
        """Give the values of a closed list."""
        field = self.field(self.columns[column])
        return field.choices if field is not None and field.kind is MetadataKind.CHOICE else ()

    def fault(self, _row: ArticleRow, column: int, value: str) -> str:
        """Say why a field does not take a value."""
        return self.fault_of(self.columns[column], value)

    def fault_of(self, name: str, value: str) -> str:
        """Say in a sentence why a field does not take a value."""
        fault = value_fault(self.fields, name, tidied(value))
        return f"{fault}. Nothing was written." if fault else ""

    def take(self, row: ArticleRow, column: int, value: str) -> None:
        """Have a value stored."""
        self._edited(row, self.columns[column], value)

    def widths(self, px: Callable[[float], int], room: int) -> dict[int, int]:
        """Give each column its width; where there is room left, titles grow. More than there is room for scrolls."""
        given = {at: px(_WIDTHS.get(name, _FIELD)) for at, name in enumerate(self.columns)}
        spare = room - sum(given.values())
        if spare > 0:
            given[self.columns.index("title")] += spare
        return given


def _state(row: ArticleRow) -> str:
    if not row.assigned:
        return "Not assigned"
    if row.finished:
        return "Finished" if row.finished == row.assigned == 1 else f"{row.finished} of {row.assigned} finished"
    return f"{row.begun} of {row.assigned} begun" if row.begun else "Not started"


def _state_shape(row: ArticleRow) -> str:
    if not row.assigned:
        return "not_assigned"
    if row.finished == row.assigned:
        return "finished"
    return "in_progress" if row.finished or row.begun else "not_started"


def _number(said: str) -> float:
    try:
        return float(said)
    except ValueError:
        return 0.0


_SAID: Mapping[str, Callable[[ArticleRow], str]] = {
    NUMBER: lambda row: f"{row.number:,}",
    LENGTH: lambda row: f"{row.document.length:,}",
    STATE: _state,
    COPIES: lambda row: f"{row.group}, {words.counted(row.copies, 'copy', many='copies')}" if row.group else "",
}
_SORTED: Mapping[str, Callable[[ArticleRow], tuple[object, ...]]] = {
    NUMBER: lambda row: (row.number,),
    LENGTH: lambda row: (row.document.length,),
    STATE: lambda row: (row.finished / row.assigned if row.assigned else -1.0, row.begun),
    COPIES: lambda row: (not row.group, len(row.group), row.group),
}
