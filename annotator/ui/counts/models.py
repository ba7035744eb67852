# SPDX-License-Identifier: MIT
"""Counts as item models: a matrix, and the long table of all figures. Every cell knows its passages."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.counting.selection import Selection
from annotator.operations import CountMatrix, Counts
from annotator.ui import plain
from annotator.ui.counts import words as said

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
SHARE_ROLE = Qt.ItemDataRole.UserRole + 2
_HIDDEN = ("basis", "code", "status", "relation")
"""Columns of files that say nothing more on screen: the name of the code stands there, the reason in its cell."""
_NAMING = (
    "coder", "code_name", "first", "second", "source", "target", "article_id", "round", "value", "period",
)  # fmt: skip
"""Columns whose words name a row."""


@dataclass(frozen=True, slots=True)
class CountCell:
    """What is behind a cell: in words, how many passages, which, and why it has no figure."""

    words: str
    passages: int
    selection: Selection
    status: str = ""


class CountModel(QAbstractTableModel):
    """Common to both: headings, spoken words. ``is_by_row`` says whether a whole row is chosen at once."""

    is_by_row = False

    def cell(self, index: Index) -> CountCell | None:
        """Give what is behind a cell; None where a row and a column cannot meet."""
        raise NotImplementedError

    def words(self, index: Index) -> str:
        """Give what stands in a cell."""
        raise NotImplementedError

    def heading(self, section: int, orientation: Qt.Orientation) -> str:
        """Give what stands above a column or before a row."""
        raise NotImplementedError

    def is_number(self, column: int) -> bool:
        """Whether numbers stand in a column."""
        raise NotImplementedError

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the heading, its tooltip, and the side on which it stands."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if self.is_number(section) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(self.heading(section, orientation))
        return plain.cut(self.heading(section, orientation)) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words, what is behind them, and all of it in a sentence."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(self.words(index))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.headerData(index.column(), Qt.Orientation.Horizontal, role)
        if role == CELL_ROLE:
            return self.cell(index)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            spoken = self.spoken(index)
            return plain.tooltip(spoken) if role == Qt.ItemDataRole.ToolTipRole else plain.cut(spoken)
        return None

    def spoken(self, index: Index) -> str:
        """Say a cell with its row and column."""
        cell = self.cell(index)
        if cell is None:
            return ""
        figure = cell.status or self.words(index)
        return f"{cell.words}, {self.heading(index.column(), Qt.Orientation.Horizontal)}: {figure}"

    def copied(self) -> str:
        """Give everything with its headings, cells parted by tabs, for a spreadsheet."""
        down = [self.heading(row, Qt.Orientation.Vertical) for row in range(self.rowCount())]
        across = [self.heading(column, Qt.Orientation.Horizontal) for column in range(self.columnCount())]
        first = [] if self.is_by_row else [""]
        lines = [[*first, *across]]
        for row, name in enumerate(down):
            cells = [self.words(self.index(row, column)) for column in range(len(across))]
            lines.append(cells if self.is_by_row else [name, *cells])
        return "\n".join("\t".join(" ".join(each.split()) for each in line) for line in lines) + "\n"


class MatrixModel(CountModel):
    """One matrix; ``SHARE_ROLE`` gives how large a value is beside the largest, for its shade."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = CountMatrix("", (), (), ())
        self._most = 0.0
        self._joined = ", "

    def show_matrix(self, matrix: CountMatrix, *, joined: str = ", ") -> None:
        """Show another matrix; ``joined`` stands between the names of a row and a column where a cell is spoken of."""
        self.beginResetModel()
        self._joined = joined
        self._matrix = matrix
        self._most = max((cell.value or 0.0 for line in matrix.cells for cell in line if cell), default=0.0)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per row of the matrix."""
        return 0 if parent.isValid() else len(self._matrix.row_labels)

    def columnCount(self, parent: Index = _NONE) -> int:
        """One per column of the matrix."""
        return 0 if parent.isValid() else len(self._matrix.column_labels)

    def cell(self, index: Index) -> CountCell | None:
        """Give what is behind a cell."""
        found = self._matrix.cells[index.row()][index.column()]
        if found is None:
            return None
        names = (self._matrix.row_labels[index.row()], self._matrix.column_labels[index.column()])
        said_so = ": ".join(each for each in (self._matrix.label, self._joined.join(names)) if each)
        return CountCell(said_so, found.passages, found.selection, found.status)

    def words(self, index: Index) -> str:
        """Give the number, or that it is undefined; nothing where a row and a column cannot meet."""
        found = self._matrix.cells[index.row()][index.column()]
        if found is None:
            return ""
        return said.UNDEFINED if found.value is None else said.number_words(found.value)

    def spoken(self, index: Index) -> str:
        """Say a cell with its row, column and passages."""
        cell = self.cell(index)
        if cell is None:
            return ""
        figure, passages = self.words(index), said.passages_words(cell.passages)
        figure = passages if figure == f"{cell.passages:,}" else f"{figure}, {passages}"
        return f"{cell.words}: {cell.status or figure}"

    def heading(self, section: int, orientation: Qt.Orientation) -> str:
        """Give the label of a row or a column."""
        labels = (
            self._matrix.column_labels if orientation is Qt.Orientation.Horizontal else self._matrix.row_labels
        )  # fmt: skip
        return labels[section]

    def is_number(self, column: int) -> bool:
        """All are."""
        return column >= 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the share of the largest value beside what all models give."""
        if role == SHARE_ROLE and index.isValid():
            found = self._matrix.cells[index.row()][index.column()]
            return (found.value or 0.0) / self._most if found and self._most else 0.0
        return super().data(index, role)


class TableModel(CountModel):
    """All figures, a row each."""

    is_by_row = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts | None = None
        self._columns: list[int] = []
        self._headings: Mapping[str, str] = {}

    def show_counts(self, counts: Counts, headings: Mapping[str, str]) -> None:
        """Show others; columns that hold nothing at all are left out. ``headings`` names articles by identity."""
        self.beginResetModel()
        self._counts, self._headings = counts, headings
        self._columns = [
            place
            for place, column in enumerate(counts.columns)
            if column.name not in _HIDDEN and any(row.cells[place] is not None for row in counts.rows)
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per row."""
        return 0 if parent.isValid() or self._counts is None else len(self._counts.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """One per column that is shown."""
        return 0 if parent.isValid() else len(self._columns)

    def cell(self, index: Index) -> CountCell | None:
        """Give what is behind a row."""
        assert self._counts is not None, "an index is of some table"
        row = self._counts.rows[index.row()]
        named = [
            self.words(self.index(index.row(), column))
            for column, place in enumerate(self._columns)
            if self._counts.columns[place].name in _NAMING
        ]
        return CountCell(", ".join(each for each in named if each), row.passages, row.selection, row.status)

    def words(self, index: Index) -> str:
        """Give what stands in a cell; a missing number says that it is undefined."""
        assert self._counts is not None, "an index is of some table"
        place, row = self._columns[index.column()], self._counts.rows[index.row()]
        column, value = self._counts.columns[place], row.cells[place]
        if value is None and column.is_number and row.status:
            return said.UNDEFINED
        if value is None and column.name in said.WITHOUT:
            return said.WITHOUT[column.name]
        if column.name == "article_id":
            return self._headings.get(str(value), str(value))
        return said.number_words(value, is_share="share" in column.name.split("_"))

    def heading(self, section: int, orientation: Qt.Orientation) -> str:
        """Give the label of a column, or the number of a row."""
        if orientation is Qt.Orientation.Vertical or self._counts is None:
            return f"{section + 1:,}"
        label = self._counts.columns[self._columns[section]].label
        return label[:1].upper() + label[1:]

    def is_number(self, column: int) -> bool:
        """Whether numbers stand there."""
        return self._counts is not None and self._counts.columns[self._columns[column]].is_number
