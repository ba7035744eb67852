# SPDX-License-Identifier: MIT
"""Figures that one can go to: cells in rows and columns, of which at most one is chosen.

Each is a button with a spoken name. Tab enters and leaves the whole, arrows go along it, Space or Enter chooses, a
second time takes the choice back.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme

Place = tuple[int, int]
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Cell(QAbstractButton):
    """A checkable box; what is in it is drawn by :meth:`draw`."""

    moved = Signal(int, int)
    entered = Signal()

    def __init__(self, theme: Theme, *, words: str) -> None:
        super().__init__()
        self.theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(plain.cut(words))
        plain.set_tooltip(self, words)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw what is in the cell."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the cells, Enter chooses as Space does."""
        if event.key() in _STEPS:
            self.moved.emit(*_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the cell that Tab comes back to."""
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the figure, the edge of the chosen one, and the ring of the focus."""
        theme, painter = self.theme, QPainter(self)
        box = QRectF(self.rect())
        self.draw(painter, box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(theme.colour("text"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        if self.hasFocus():
            self._draw_ring(painter, box)

    def _draw_ring(self, painter: QPainter, box: QRectF) -> None:
        """Draw the ring on a line of the page's own colour, so that it stands off from whatever is in the cell."""
        inset = 4 if self.isChecked() else 2
        painter.setPen(QPen(self.theme.colour("page"), 4))
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
        painter.setPen(QPen(self.theme.colour("accent"), 2))
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))


class Cells(QWidget):
    """Keeps one cell as the stop of Tab; at most one is chosen. ``picked(row, column)``, or (-1, -1) for none."""

    picked = Signal(int, int)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self._cells: dict[Place, Cell] = {}
        self.setAccessibleName(name)

    @property
    def cells(self) -> Mapping[Place, Cell]:
        """The cells by row and column."""
        return self._cells

    def take(self, cells: Mapping[Place, Cell]) -> None:
        """Take other cells; whoever calls lays them out."""
        self._cells = dict(cells)
        for place, cell in self._cells.items():
            cell.moved.connect(lambda down, across, place=place: self._move(place, down, across))
            cell.entered.connect(lambda place=place: self._stop_at(place))
            cell.clicked.connect(lambda _=False, place=place: self._pick(place))
        if self._cells:
            self._stop_at(min(self._cells))

    def choose(self, place: Place | None) -> None:
        """Mark one as chosen, or none, without telling anyone."""
        for each, cell in self._cells.items():
            cell.setChecked(each == place)
        if place is not None and place in self._cells:
            self._stop_at(place)

    def _pick(self, place: Place) -> None:
        chosen = self._cells[place].isChecked()
        self.choose(place if chosen else None)
        self.picked.emit(*(place if chosen else (-1, -1)))

    def _move(self, place: Place, down: int, across: int) -> None:
        """Go to the nearest cell in that direction, in the same row or column first."""
        row, column = place
        ahead = [
            (abs(r - row) + 100 * abs(c - column) if down else abs(c - column) + 100 * abs(r - row), (r, c))
            for r, c in self._cells
            if (r - row) * down > 0 or (c - column) * across > 0
        ]
        if ahead:
            self._cells[min(ahead)[1]].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, place: Place) -> None:
        for each, cell in self._cells.items():
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == place else Qt.FocusPolicy.ClickFocus)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew where the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for cell in self._cells.values():
                cell.update()
