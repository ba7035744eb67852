# SPDX-License-Identifier: MIT
"""A list as high as it is told; Enter or a double click on a row asks to go there; the focused row has a ring."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView

from annotator.ui.theme.current import Theme


class ListedRows(QListView):
    """``entered_row(row)`` by Enter or double click."""

    entered_row = Signal(int)

    def __init__(self, theme: Theme, model: QAbstractItemModel, delegate: QAbstractItemDelegate, *, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.doubleClicked.connect(lambda index: self.entered_row.emit(index.row()))
        theme.changed.connect(self.viewport().update)

    def show_rows(self, number: int, *, height: int) -> None:
        """Be so many rows high, each of this height at 100 %; without any it takes no room."""
        self.setFixedHeight(number * self._theme.px(height))
        self.setVisible(number > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the current row by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then the ring."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self.ringed(self.currentIndex()).adjusted(1, 2, -2, -2))
            painter.end()

    def ringed(self, index: QModelIndex) -> QRect:
        """Give the box of a row around which the ring is drawn."""
        return self.visualRect(index)
