# SPDX-License-Identifier: MIT
"""Right of the text: where passages of other codes and excluded regions lie, as thin brackets with a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain import Span
from annotator.ui.text_view.surface import ReadingSurface

_BRACKET_PX, _LEFT_PX, _PITCH_PX = 2, 2, 6
_MOST_COLUMNS = 3
_LABEL_PX = 12


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A stretch of text that carries another code: its name and ``#RRGGBB``, empty for a name without a bracket."""

    span: Span
    name: str
    colour: str


@dataclass(slots=True)
class _Bracket:
    neighbour: Neighbour
    top: float
    bottom: float
    begins: bool


class Beside(QWidget):
    """Paints what it is given beside the lines of a text. Says nothing that a list does not say, and takes no focus."""

    def __init__(self, view: ReadingSurface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._neighbours: tuple[Neighbour, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Other codes")
        view.visible_changed.connect(self.update)
        view.redrawn.connect(self.update)

    def show_neighbours(self, neighbours: Sequence[Neighbour]) -> None:
        """Take other passages, in the order of the text."""
        self._neighbours = tuple(neighbours)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a name."""
        return QSize(112, 100)

    def brackets(self) -> list[tuple[str, float, float]]:
        """Give name, top and bottom (px) of what is beside the lines in sight."""
        return [(each.neighbour.name, each.top, each.bottom) for each in self._brackets()]

    def _brackets(self) -> Iterator[_Bracket]:
        view, scene = self._view, self._view.scene
        if not view.visible:
            return
        paragraphs, height = scene.model.paragraphs, view.viewport().height()
        first, last = paragraphs.start(view.visible[0].number), paragraphs.end(view.visible[-1].number)
        for neighbour in self._neighbours:
            span = neighbour.span
            if span.end <= first or span.start >= last:
                continue
            pieces = [
                (seen.origin.y() + piece.top, seen.origin.y() + piece.top + piece.height)
                for seen in view.visible
                for piece in scene.pieces(seen, span, top=0, bottom=height)
            ]
            if pieces:
                yield _Bracket(neighbour, pieces[0][0], pieces[-1][1], span.start >= first)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw brackets nested from the left, and the names that do not meet another."""
        painter = QPainter(self)
        scale = max(1.0, QFontInfo(self.font()).pixelSize() / 13)
        font = QFont(self.font())
        font.setPixelSize(round(_LABEL_PX * scale))
        painter.setFont(font)
        metrics, secondary = painter.fontMetrics(), QColor(self._view.scene.tokens.secondary)
        free = [0.0] * _MOST_COLUMNS
        below, names = 0.0, _LEFT_PX + _MOST_COLUMNS * _PITCH_PX
        for bracket in self._brackets():
            if bracket.neighbour.colour:
                column = next((place for place, end in enumerate(free) if end <= bracket.top), None)
                if column is None:
                    continue
                free[column] = bracket.bottom
                box = QRectF(_LEFT_PX + column * _PITCH_PX, bracket.top, _BRACKET_PX, bracket.bottom - bracket.top)
                painter.fillRect(box, QColor(bracket.neighbour.colour))
            if bracket.begins and bracket.top >= below:
                painter.setPen(secondary)
                room = self.width() - names
                words = metrics.elidedText(bracket.neighbour.name, Qt.TextElideMode.ElideRight, room)
                where = QRectF(names, bracket.top, room, metrics.height() + 4)
                painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
                below = bracket.top + metrics.height()
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        QApplication.sendEvent(self._view.verticalScrollBar(), event)
