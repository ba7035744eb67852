# SPDX-License-Identifier: MIT
"""The list of passages. Only what is in view is ever measured, so that a hundred thousand scroll as ten do.

The scroll bar counts rows, each in the same number of steps whatever its height; where a row is partly scrolled out,
the step says how far. So no height is needed of a row that nobody sees.
"""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView

from annotator.ui.quotes.model import QuoteModel
from annotator.ui.quotes.row import QuoteRows
from annotator.ui.theme.current import Theme

_STEPS = 60
_OUT = -100_000
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class QuoteList(QAbstractItemView):
    """``entered_row(row)`` by Enter or double click, ``copy_asked`` by the key that copies."""

    entered_row = QtSignal(int)
    copy_asked = QtSignal()

    def __init__(self, theme: Theme, model: QuoteModel) -> None:
        super().__init__()
        self._theme = theme
        self.rows = QuoteRows(theme)
        self.quotes = model
        self._top, self._offset, self._hovered = 0, 0, -1
        self._awaited = -1
        self._is_settling = False
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName("Passages")
        self.verticalScrollBar().setSingleStep(_STEPS // 3)
        self.doubleClicked.connect(lambda index: self.entered_row.emit(index.row()))
        model.modelReset.connect(self._begin)
        model.rowsInserted.connect(lambda *_: self._settle())
        model.arrived.connect(lambda _: self._arrived())
        theme.changed.connect(self._dress)

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into view."""
        count = self.quotes.rowCount()
        if count:
            self.setCurrentIndex(self.quotes.index(min(max(0, row), count - 1)))

    def scrollTo(
        self, index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into view, as little as needed."""
        row = index.row()
        if row < 0:
            return
        self._awaited = row if self.quotes.passage(row) is None else -1
        high = self.viewport().height()
        box = self._box(row)
        if row < self._top or (row == self._top and self._offset) or self._height(row) >= high:
            if not (box.height() >= high and box.top() < high // 2 and box.bottom() > high // 2):
                self._top, self._offset = row, 0
        elif box.top() == _OUT or box.bottom() > high:
            self._top, self._offset = self._begin_of_last(row)
        self._settle()

    def visualRect(self, index: Index) -> QRect:
        """Give the box of a row; far outside where it is not in view."""
        return self._box(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Give the row at a point of the viewport."""
        for row, box in self._in_view():
            if box.contains(point):
                return self.quotes.index(row)
        return QModelIndex()

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go by rows, by what is in view, or to either end; a row higher than the view is first scrolled through."""
        count = self.quotes.rowCount()
        if not count:
            return QModelIndex()
        row, act = max(0, self.currentIndex().row()), QAbstractItemView.CursorAction
        steps = {act.MoveUp: -1, act.MoveLeft: -1, act.MovePrevious: -1}
        if action in (act.MoveHome, act.MoveEnd):
            row = 0 if action is act.MoveHome else count - 1
        elif action in (act.MovePageUp, act.MovePageDown):
            shown = max(1, len(list(self._in_view())) - 1)
            row += shown if action is act.MovePageDown else -shown
        elif not self._scroll_within(row, steps.get(action, 1)):
            row += steps.get(action, 1)
        return self.quotes.index(min(max(0, row), count - 1))

    def horizontalOffset(self) -> int:
        """Nothing lies outside at the sides."""
        return 0

    def verticalOffset(self) -> int:
        """How much of the first row in view is scrolled out."""
        return self._offset

    def isIndexHidden(self, _index: Index) -> bool:
        """No row is hidden."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row at a place."""
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Give what is to be drawn anew where the selection changes."""
        region = QRegion()
        for index in selection.indexes():
            region = region.united(QRegion(self.visualRect(index)))
        return region

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Follow the scroll bar."""
        if self._is_settling:
            return
        row, step = divmod(self.verticalScrollBar().value(), _STEPS)
        self._top = row
        self._offset = round(self._height(row) * step / _STEPS) if row < self.quotes.rowCount() else 0
        self._settle(follow=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels."""
        delta = event.pixelDelta().y() or event.angleDelta().y()
        self._offset -= delta
        self._settle()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, copy by the key that copies; letters are no search here."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the row below the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: object) -> None:
        """Show none."""
        super().leaveEvent(event)  # type: ignore[arg-type]  # Qt hands a QEvent
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew."""
        super().resizeEvent(event)
        self._settle()
        if self.currentIndex().isValid() and event.oldSize().width() != event.size().width():
            self.scrollTo(self.currentIndex())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is in view, and the ring around the current row."""
        painter, current = QPainter(self.viewport()), self.currentIndex().row()
        for row, box in self._in_view():
            self.rows.paint(
                painter, box, self.quotes.passage(row), self.quotes.heading(row), is_selected=row == current,
                is_hovered=row == self._hovered,
            )  # fmt: skip
            if row == current and self.hasFocus():
                painter.setPen(QPen(self._theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                head = self.rows.head_height(self.quotes.heading(row))
                painter.drawRect(box.adjusted(1, head + 1, -2, -2))
        painter.end()

    def _begin(self) -> None:
        self._top, self._offset = 0, 0
        self._settle()

    def _arrived(self) -> None:
        """Keep a row in view whose height was not known when it was gone to."""
        awaited, self._awaited = self._awaited, -1
        self._settle()
        if awaited >= 0:
            self.scrollTo(self.quotes.index(awaited))

    def _dress(self) -> None:
        self.rows.forget()
        self._settle()

    def _height(self, row: int) -> int:
        return self.rows.height(self.quotes.passage(row), self.quotes.heading(row), self.viewport().width())

    def _in_view(self) -> list[tuple[int, QRect]]:
        """Give the rows in view with their boxes."""
        found, top, row = [], -self._offset, self._top
        wide, high, count = self.viewport().width(), self.viewport().height(), self.quotes.rowCount()
        while row < count and top < high:
            height = self._height(row)
            found.append((row, QRect(0, top, wide, height)))
            top += height
            row += 1
        return found

    def _box(self, row: int) -> QRect:
        found = next((box for each, box in self._in_view() if each == row), None)
        return found if found is not None else QRect(0, _OUT, self.viewport().width(), 1)

    def _begin_of_last(self, row: int) -> tuple[int, int]:
        """Give the first row in view, and how much of it is out, where this row is the last that is wholly in view."""
        room = self.viewport().height()
        while row >= 0:
            room -= self.rows.height(self.quotes.peek(row), self.quotes.heading(row), self.viewport().width())
            if room <= 0:
                return row, -room
            row -= 1
        return 0, 0

    def _scroll_within(self, row: int, step: int) -> bool:
        """Scroll a row that is higher than the view; False where it is not, or where its end is in view already."""
        box, high = self._box(row), self.viewport().height()
        if box.top() == _OUT or box.height() <= high:
            return False
        if (step > 0 and box.bottom() <= high) or (step < 0 and box.top() >= 0):
            return False
        left = box.bottom() - high if step > 0 else -box.top()
        self._offset += step * min(left, high * 4 // 5)
        self._settle()
        return True

    def _settle(self, *, follow: bool = True) -> None:
        """Keep within the rows that there are, and let the scroll bar say where one is."""
        count = self.quotes.rowCount()
        while self._offset < 0 and self._top > 0:
            self._top -= 1
            self._offset += self._height(self._top)
        self._offset = max(0, self._offset)
        while self._top < count and self._offset >= (height := self._height(self._top)):
            self._offset -= height
            self._top += 1
        last = self._begin_of_last(count - 1)
        self._top, self._offset = min((self._top, self._offset), last)
        self._tell_bar(last, follow=follow)
        self.viewport().update()

    def _tell_bar(self, last: tuple[int, int], *, follow: bool) -> None:
        bar = self.verticalScrollBar()
        self._is_settling = True
        bar.setRange(0, self._value(*last))
        bar.setPageStep(_STEPS * max(1, len(self._in_view()) - 1))
        if follow:
            bar.setValue(self._value(self._top, self._offset))
        self._is_settling = False

    def _value(self, row: int, offset: int) -> int:
        if not offset:
            return row * _STEPS
        return row * _STEPS + min(_STEPS - 1, round(_STEPS * offset / max(1, self._height(row))))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()
