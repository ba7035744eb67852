# SPDX-License-Identifier: MIT
"""The list of differences: arrows go from one to the next, letters are left to the page."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from annotator.merging.adjudication_queue import Queue
from annotator.ui.judging.queue_row import QueueRow
from annotator.ui.judging.rows import QueueRows
from annotator.ui.theme.current import Theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class QueueList(QListView):
    """``chosen(number)`` tells the user's own choice, by its number from 0."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, *, name: str, judging: bool) -> None:
        super().__init__()
        self.rows = QueueRows(self, judging=judging)
        self._number = -1
        self.setModel(self.rows)
        self.setItemDelegate(QueueRow(theme, self.rows))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.clicked.connect(self._clicked)
        theme.changed.connect(self.viewport().update)

    @property
    def number(self) -> int:
        """The number of the chosen difference, -1 for none."""
        return self._number

    def show_queue(self, queue: Queue) -> None:
        """List another queue; nothing is chosen then."""
        self._number = -1
        self.rows.show_queue(queue)

    def choose(self, number: int) -> None:
        """Mark a difference and bring it into sight; tells nobody."""
        self._number = number
        if number < 0:
            self.clearSelection()
            return
        index = self.rows.index(self.rows.place_of(number))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by arrows over heads; leave Enter and what types a sign to the page."""
        step = _STEPS.get(Qt.Key(event.key())) if not event.modifiers() else None
        total = len(self.rows.entries)
        if step is not None and total:
            self.chosen.emit(max(0, min(total - 1, self._number + step)))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and total:
            self.chosen.emit(0 if event.key() == Qt.Key.Key_Home else total - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Quotes are cut anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _clicked(self, index: QModelIndex) -> None:
        number = self.rows.number_at(index.row())
        if number >= 0:
            self.chosen.emit(number)
        elif self._number >= 0:
            self.choose(self._number)
