# SPDX-License-Identifier: MIT
"""The board as a table: articles down, coders across, and last how far each article is. Rows can be filtered."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain import CoderId, DocumentId
from annotator.operations import Board, BoardCell, BoardRow
from annotator.ui import plain, words
from annotator.ui.team import states

ROW_ROLE, CELL_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class BoardModel(QAbstractTableModel):
    """Where articles and coders are the same as before, only the cells change and what is selected stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._rows: Sequence[BoardRow] = ()
        self._filter = ""

    @property
    def board(self) -> Board | None:
        """The board that is shown."""
        return self._board

    @property
    def rows(self) -> Sequence[BoardRow]:
        """The rows that the filter leaves."""
        return self._rows

    def show_board(self, board: Board) -> None:
        """Show a board."""
        known, self._board = self._board, board
        rows = self._filtered()
        same = (
            known is not None
            and [each.id for each in known.coders] == [each.id for each in board.coders]
            and [each.document.id for each in rows] == [each.document.id for each in self._rows]
        )
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(board.coders)))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(board.coders))

    def set_filter(self, text: str) -> None:
        """Show only articles that hold every one of these words in title, outlet, name or states."""
        self._filter = text.casefold().strip()
        self.beginResetModel()
        self._rows = self._filtered()
        self.endResetModel()

    def cell(self, index: Index) -> BoardCell | None:
        """Give the cell at an index; None for the column that sums up."""
        row = self._rows[index.row()]
        return row.cells[index.column()] if index.column() < len(row.cells) else None

    def block(self, indexes: Sequence[Index]) -> tuple[tuple[CoderId, ...], tuple[DocumentId, ...]]:
        """Give the coders and articles of selected cells, each once, in the board's order."""
        board = self._board
        if board is None:
            return (), ()
        columns = sorted({each.column() for each in indexes if each.column() < len(board.coders)})
        rows = sorted({each.row() for each in indexes if each.column() < len(board.coders)})
        return tuple(board.coders[each].id for each in columns), tuple(self._rows[each].document.id for each in rows)

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per article that is shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """One per coder, and one that sums up."""
        return 0 if parent.isValid() or self._board is None else len(self._board.coders) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name coders across and articles down; what is spoken of a coder has the sums."""
        board = self._board
        if board is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            said = self._rows[section].document.heading
        elif section >= len(board.coders):
            said = "Finished"
        else:
            said = words.coder_name(board.coders[section])
            if role == Qt.ItemDataRole.ToolTipRole:
                said += f": {self.total_words(section)} finished"
        return plain.tooltip(said) if role == Qt.ItemDataRole.ToolTipRole else plain.cut(said)

    def total_words(self, column: int) -> str:
        """Say how many of a coder's articles are finished."""
        board = self._board
        if board is None or column >= len(board.totals):
            return ""
        total = board.totals[column]
        return f"{total.finished:,} of {max(total.assigned, total.finished):,}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give words, spoken words with coder and article, the row or the cell."""
        if not index.isValid() or index.row() >= len(self._rows) or self._board is None:
            return None
        row, cell = self._rows[index.row()], self.cell(index)
        if role == ROW_ROLE:
            return row
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return states.cell_words(cell) if cell is not None else states.row_words(row)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            spoken = self._spoken(row, cell)
            return plain.tooltip(spoken) if role == Qt.ItemDataRole.ToolTipRole else plain.cut(spoken)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be selected but those of the column that sums up."""
        if self._board is not None and index.column() >= len(self._board.coders):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _spoken(self, row: BoardRow, cell: BoardCell | None) -> str:
        if cell is None:
            return f"{row.document.heading}: finished by {states.row_words(row)}"
        assert self._board is not None, "a cell belongs to a board"
        coder = next(each for each in self._board.coders if each.id == cell.coder)
        return f"{words.coder_name(coder)}, {row.document.heading}: {states.cell_spoken(cell)}"

    def _filtered(self) -> list[BoardRow]:
        wanted = self._filter.split()
        rows = self._board.rows if self._board is not None else ()
        return [row for row in rows if all(word in _searched(row) for word in wanted)]


def _searched(row: BoardRow) -> str:
    document = row.document
    found = [states.cell_words(cell) for cell in row.cells]
    kind = "overlap" if row.is_overlap else "single"
    return " ".join((document.title, document.name, document.outlet, kind, *found)).casefold()
