# SPDX-License-Identifier: MIT
"""A table of one-line rows: sorted by its headings, ticked by Space, edited in its cells, refused beside them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from annotator.ui.grid.cell import ROW, GridCell
from annotator.ui.grid.cell_note import CellNote
from annotator.ui.grid.model import GridModel
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

_HEAD = 34
_BOX = 34
Widths = Callable[[int], dict[int, int]]
"""Given the room, how wide each column is; one that is left out is hidden."""


class _Header(QHeaderView):
    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(theme.px(_HEAD))

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """Draw a name as its column is set, with an arrow where the table is sorted by it."""
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("text"))
        room = box.adjusted(px(10), 0, -px(10), 0)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            icon = "up" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else "down"
            side = px(12)
            place = QRect(room.right() - side + px(2), room.center().y() - side // 2 + 1, side, side)
            painter.drawPixmap(place, theme.pixmap(icon, size=12, ratio=painter.device().devicePixelRatioF()))
            room = room.adjusted(0, 0, -px(16), 0)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        side_of = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(room, int(side_of or Qt.AlignmentFlag.AlignVCenter), shown)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        painter.restore()


class Grid(QTableView):
    """``entered_row(row)`` by Enter or a double click on what is not edited; ``selection_moved`` with every choice."""

    entered_row = Signal(int)
    selection_moved = Signal()

    def __init__(self, theme: Theme, model: GridModel[Any], *, name: str, widths: Widths) -> None:
        super().__init__()
        self._theme = theme
        self._widths = widths
        self.rows_of = model
        self.setModel(model)
        self.cell = GridCell(theme, model, self)
        self.setItemDelegate(self.cell)
        self.setHorizontalHeader(_Header(theme))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setAccessibleName(name)
        self.note = CellNote(theme, self)
        self.cell.refused.connect(self._say_fault)
        self.cell.accepted.connect(self.note.hide)
        self.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.selection_moved.emit())
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.note.hide())
        self.doubleClicked.connect(self._enter_unless_edited)
        model.modelReset.connect(self._share_width)
        theme.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> list[int]:
        """The places of the selected rows, from the top."""
        places: set[int] = set()
        chosen = self.selectionModel().selection()
        # Stretches of rows: Qt's list of the selected rows asks each of ten thousand anew.
        for stretch in (chosen.at(number) for number in range(chosen.count())):
            places.update(range(stretch.top(), stretch.bottom() + 1))
        return sorted(places)

    def choose(self, key: str) -> None:
        """Select the row of this key, else the first."""
        place = max(0, self.rows_of.place_of(key))
        if self.rows_of.rowCount():
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self.rows_of.index(place, column))
            self.selectRow(place)

    def sort_by(self, column: int) -> None:
        """Sort by a column, the other way round where it is sorted by it already."""
        header, order = self.horizontalHeader(), Qt.SortOrder
        is_again = header.sortIndicatorSection() == column and header.sortIndicatorOrder() == order.AscendingOrder
        self.sortByColumn(column, order.DescendingOrder if is_again else order.AscendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the row, Space ticks what is selected; letters begin to edit."""
        bare = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        current = self.currentIndex()
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if bare and not is_editing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.entered_row.emit(current.row())
        elif bare and event.key() == Qt.Key.Key_Space and not is_editing:
            self._tick_chosen()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick by a click on a box; choose by one anywhere else."""
        index = self.indexAt(event.position().toPoint())
        is_box = index.isValid() and index.data(Qt.ItemDataRole.CheckStateRole) is not None
        inside = event.position().x() - self.visualRect(index).left()
        if is_box and inside < self._theme.px(_BOX) and event.button() == Qt.MouseButton.LeftButton:
            row = self.rows_of.row(index)
            self.rows_of.words.tick(row, on=not self.rows_of.words.ticked(row, index.column()))
            self.setCurrentIndex(index)
            return
        super().mousePressEvent(event)

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

    def _tick_chosen(self) -> None:
        rows = [self.rows_of.row(place) for place in self.chosen]
        able = [row for row in rows if self.rows_of.words.ticked(row, 0) is not None]
        on = not all(self.rows_of.words.ticked(row, 0) for row in able)
        for row in able:
            self.rows_of.words.tick(row, on=on)

    def _enter_unless_edited(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.entered_row.emit(index.row())

    def _say_fault(self, row: int, column: int, sentence: str) -> None:
        box = self.visualRect(self.rows_of.index(row, column))
        box.translate(self.viewport().pos())
        self.note.tell(sentence, beside=box)

    def _share_width(self) -> None:
        given = self._widths(self.viewport().width())
        for column in range(self.rows_of.columnCount()):
            self.setColumnHidden(column, column not in given)
            if column in given:
                self.setColumnWidth(column, given[column])
