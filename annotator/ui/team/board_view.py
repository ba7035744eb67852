# SPDX-License-Identifier: MIT
"""The board on screen: a shape and a word in every cell; a block is selected by keys and assigned or taken away."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from annotator.domain import CoderId, DocumentId
from annotator.operations import Board, BoardCell, BoardRow, BoardState
from annotator.ui import plain
from annotator.ui.team import states
from annotator.ui.team.board_model import CELL_ROLE, ROW_ROLE, BoardModel
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

_ROW, _HEAD = 36, 48
_TITLE_SHARE, _TITLE_LEAST, _TITLE_MOST = 0.3, 120, 340
_CELL_LEAST, _CELL_MOST, _SUM = 60, 160, 76
Index = QModelIndex | QPersistentModelIndex
Block = tuple[tuple[CoderId, ...], tuple[DocumentId, ...]]


class _Cell(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground and hairline, then the shape with as many words as have room."""
        theme, box = self._theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver and index.data(CELL_ROLE) is not None:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        cell: BoardCell | None = index.data(CELL_ROLE)
        if cell is None:
            self._sum(painter, box, index.data(ROW_ROLE))
        else:
            self._state(painter, box, cell)
        painter.restore()

    def _state(self, painter: QPainter, box: QRect, cell: BoardCell) -> None:
        theme, px = self._theme, self._theme.px
        is_blank = cell.state is BoardState.NOT_ASSIGNED
        token = "secondary" if is_blank else "text"
        room = box.adjusted(px(10), 0, -px(6), 0)
        painter.setFont(theme.font(Type.META))
        widths = painter.fontMetrics().horizontalAdvance
        if not is_blank or widths(states.cell_words(cell)) > room.width():
            side = px(16)
            place = QRect(room.left(), box.center().y() - side // 2, side, side)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(place, theme.pixmap(states.cell_shape(cell), token=token, ratio=ratio))
            room = room.adjusted(px(22), 0, 0, 0)
        painter.setPen(theme.colour(token))
        said = next((said for said in _wordings(cell) if widths(said) <= room.width()), "")
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)

    def _sum(self, painter: QPainter, box: QRect, row: BoardRow) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("text" if row.is_overlap else "secondary"))
        room = box.adjusted(px(12), 0, -px(8), 0)
        shown = painter.fontMetrics().elidedText(states.row_words(row), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _wordings(cell: BoardCell) -> tuple[str, ...]:
    """Give what may be written in a cell, the best first; what has no room is left to the shape and the legend."""
    words, number = states.cell_words(cell), f"{cell.annotations:,}"
    return (f"{words}, {number}", words, number) if cell.annotations else (words,)


class _Coders(QHeaderView):
    """Names across, with what they finished below."""

    def __init__(self, theme: Theme, board: BoardModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._board = board
        self.setSectionsClickable(True)
        self.setFixedHeight(theme.px(_HEAD))

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """Draw one."""
        theme, px = self._theme, self._theme.px
        painter.save()
        room = box.adjusted(px(10), px(6), -px(6), -px(6))
        below = self._board.total_words(section)
        name = str(self._board.headerData(section, Qt.Orientation.Horizontal) or "")
        for top, words, role, token in (
            (0, name, Type.HEAD, "text"),
            (px(18), below, Type.META, "secondary"),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            line = QRect(room.left(), room.top() + top, room.width(), px(18))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        painter.restore()


class _Articles(QHeaderView):
    """Titles down; those that several coders have are set heavier and bear the sign of people."""

    def __init__(self, theme: Theme, board: BoardModel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme = theme
        self._board = board
        self.setSectionsClickable(True)

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """Draw one."""
        if section >= len(self._board.rows):
            return
        theme, px, row = self._theme, self._theme.px, self._board.rows[section]
        painter.save()
        room = box.adjusted(px(16), 0, -px(8), 0)
        if row.is_overlap:
            side = px(16)
            place = QRect(room.right() - side, box.center().y() - side // 2, side, side)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(place, theme.pixmap("people", token="secondary", ratio=ratio))
        room = room.adjusted(0, 0, -px(24), 0)
        painter.setFont(theme.font(Type.STRONG))
        painter.setPen(theme.colour("text"))
        title = plain.cut(row.document.heading)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        painter.restore()


class BoardView(QTableView):
    """``assign_asked`` and ``unassign_asked`` by A and U; ``entered_cell(coder, document)`` by Enter or double click.

    ``block_changed`` tells that other cells are selected.
    """

    assign_asked = Signal()
    unassign_asked = Signal()
    entered_cell = Signal(str, str)
    block_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cells = BoardModel(self)
        self.setModel(self.cells)
        self.setItemDelegate(_Cell(theme, self))
        self.setHorizontalHeader(_Coders(theme, self.cells))
        self.setVerticalHeader(_Articles(theme, self.cells))
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.setAccessibleName("Board: articles by coders")
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.block_changed.emit())
        self.doubleClicked.connect(self._enter)
        theme.changed.connect(self.viewport().update)

    @property
    def block(self) -> Block:
        """The coders and articles of the selected cells."""
        return self.cells.block(self.selectionModel().selectedIndexes())

    def show_board(self, board: Board) -> None:
        """Show a board; where it has the same articles and coders, what is selected stays."""
        self.cells.show_board(board)
        self._share_width()
        self._see_to_current()

    def set_filter(self, text: str) -> None:
        """Show only articles that hold these words."""
        self.cells.set_filter(text)
        self._see_to_current()
        self.block_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Assign by A, take away by U, go into the article by Enter."""
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and event.key() == Qt.Key.Key_A:
            self.assign_asked.emit()
        elif bare and event.key() in (Qt.Key.Key_U, Qt.Key.Key_Delete):
            self.unassign_asked.emit()
        elif bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then a ring around the one that has the focus."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self.visualRect(self.currentIndex()).adjusted(1, 1, -2, -3))
            painter.end()

    def _enter(self, index: QModelIndex) -> None:
        cell, row = index.data(CELL_ROLE), index.data(ROW_ROLE)
        if cell is not None and row is not None:
            self.entered_cell.emit(cell.coder, row.document.id)

    def _see_to_current(self) -> None:
        """Keys need a cell to begin at."""
        if not self.currentIndex().isValid() and self.cells.rowCount() and self.cells.columnCount() > 1:
            self.setCurrentIndex(self.cells.index(0, 0))

    def _share_width(self) -> None:
        """Titles get a third, the sum its words, the coders the rest; many coders scroll beneath the titles."""
        px = self._theme.px
        title = round(min(px(_TITLE_MOST), max(px(_TITLE_LEAST), self.width() * _TITLE_SHARE)))
        self.verticalHeader().setFixedWidth(title)
        coders = self.cells.columnCount() - 1
        if coders < 1:
            return
        room = (self.width() - title - px(_SUM) - px(12)) // coders
        wide = min(px(_CELL_MOST), max(px(_CELL_LEAST), room))
        for column in range(coders):
            self.setColumnWidth(column, wide)
        self.setColumnWidth(coders, px(_SUM))
