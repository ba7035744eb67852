# SPDX-License-Identifier: MIT
"""Rows behind a grid: which are shown and in which order, what a cell says, and whether it takes a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.ui import plain
from annotator.ui.grid.row_words import Row, RowWords

Index = QModelIndex | QPersistentModelIndex
CHOICES_ROLE = Qt.ItemDataRole.UserRole + 1
SHAPE_ROLE = Qt.ItemDataRole.UserRole + 2
QUIET_ROLE = Qt.ItemDataRole.UserRole + 3
HEAVY_ROLE = Qt.ItemDataRole.UserRole + 4
LONGEST_EDITED = 10_000
_NONE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GridModel(QAbstractTableModel, Generic[Row]):
    """Rows as ``words`` speaks of them; 10,000 rows are sorted and filtered here, without a proxy.

    Editing does not move a row: it moves when the reader sorts again.
    """

    def __init__(self, words: RowWords[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._rows: list[Row] = []
        self._order: list[int] = []
        self._searched: dict[int, str] = {}
        self._wanted: tuple[str, ...] = ()
        self._sorted_by, self._is_descending = 0, False

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, shown or not, as they were given."""
        return self._rows

    @property
    def shown(self) -> list[Row]:
        """The rows that are shown, in their order."""
        return [self._rows[place] for place in self._order]

    def row(self, index: Index | int) -> Row:
        """Give the row at an index, or at a place among those shown."""
        return self._rows[self._order[index if isinstance(index, int) else index.row()]]

    def place_of(self, key: str) -> int:
        """Give where a row is shown, or -1."""
        return next((at for at, place in enumerate(self._order) if self.words.key(self._rows[place]) == key), -1)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same ones with other words stay in their places."""
        kept = [self.words.key(row) for row in rows] == [self.words.key(row) for row in self._rows]
        if kept and self.columnCount() and self._rows:
            self._rows = list(rows)
            self.refresh()
            return
        self._searched.clear()
        self.beginResetModel()
        self._rows = list(rows)
        self._order = self._arranged()
        self.endResetModel()

    def change_row(self, row: Row) -> None:
        """Show one row with other words, in its place."""
        key = self.words.key(row)
        for place, each in enumerate(self._rows):
            if self.words.key(each) == key:
                self._rows[place] = row
                self._searched.pop(place, None)
        if (at := self.place_of(key)) >= 0:
            self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))

    def refresh(self) -> None:
        """Say all cells anew."""
        self._searched.clear()
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, self.columnCount() - 1))

    def set_filter(self, text: str) -> None:
        """Show only rows that hold all these words."""
        self._wanted = tuple(text.casefold().split())
        self.beginResetModel()
        self._order = self._arranged()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is selected stays so."""
        self._sorted_by, self._is_descending = column, order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [(self._order[each.row()], each.column()) for each in before]
        self._order = self._arranged()
        rows = {place: at for at, place in enumerate(self._order)}
        self.changePersistentIndexList(before, [self.index(rows[place], column) for place, column in places])
        self.layoutChanged.emit()

    def _arranged(self) -> list[int]:
        wanted, rows, column = self._wanted, self._rows, self._sorted_by
        order = [
            place
            for place, row in enumerate(rows)
            if not wanted or all(word in self._words_of(place, row) for word in wanted)
        ]
        if 0 <= column < len(self.words.headings()):
            order.sort(key=lambda place: self.words.sort_key(rows[place], column), reverse=self._is_descending)
        return order

    def _words_of(self, place: int, row: Row) -> str:
        """Give all words of a row as the filter sees them; kept, since every letter typed asks for those of all."""
        if place not in self._searched:
            self._searched[place] = self.words.spoken(row).casefold()
        return self._searched[place]

    def rowCount(self, parent: Index = _NONE) -> int:
        """As many as are shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NONE) -> int:
        """As many as headings."""
        return 0 if parent.isValid() else len(self.words.headings())

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name a column."""
        if side != Qt.Orientation.Horizontal or section >= len(self.words.headings()):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.words.is_right(section) else _LEFT
        return plain.cut(self.words.headings()[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be edited where they may."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.words.is_editable(self.row(index), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, shape and manner; the first cell speaks the whole row."""
        answer = _ANSWERS.get(role)
        return answer(self.words, self.row(index), index.column()) if answer is not None and index.isValid() else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an edited value, unless it has a fault."""
        row, column = self.row(index), index.column()
        if role != Qt.ItemDataRole.EditRole or not isinstance(value, str) or self.words.fault(row, column, value):
            return False
        if value != self.words.value(row, column):
            self.words.take(row, column, value)
        return True


def _told(words: RowWords[Any], row: object, column: int) -> str:
    said = plain.cut(words.words(row, column))
    ticked = words.ticked(row, column)
    if ticked is not None:
        said = f"{'Ticked' if ticked else 'Not ticked'}. {said}".rstrip(". ")
    if column == 0:
        return plain.cut(f"{said}. {words.spoken(row)}".removeprefix(". "))
    return f"{words.headings()[column]}: {said or 'not set'}"


_Answer = Callable[[RowWords[Any], Any, int], object]
_ANSWERS: Mapping[int, _Answer] = {
    Qt.ItemDataRole.DisplayRole: lambda words, row, column: plain.cut(words.words(row, column)),
    Qt.ItemDataRole.EditRole: lambda words, row, column: words.value(row, column),
    Qt.ItemDataRole.ToolTipRole: lambda words, row, column: plain.tooltip(words.words(row, column)),
    Qt.ItemDataRole.AccessibleTextRole: _told,
    Qt.ItemDataRole.TextAlignmentRole: lambda words, _row, column: _RIGHT if words.is_right(column) else _LEFT,
    CHOICES_ROLE: lambda words, row, column: words.choices(row, column),
    SHAPE_ROLE: lambda words, row, column: words.shape(row, column),
    QUIET_ROLE: lambda words, row, column: words.is_quiet(row, column),
    HEAVY_ROLE: lambda words, row, column: words.is_heavy(row, column),
    Qt.ItemDataRole.CheckStateRole: lambda words, row, column: words.ticked(row, column),
}
