# SPDX-License-Identifier: MIT
"""Left of the text: the letters of the coders whose lanes run below a line, each in its own place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.text_view.scene import VisibleBlock
from annotator.ui.text_view.surface import ReadingSurface

_LETTER_PX, _PITCH_PX = 9, 11
_EDGE_PX = 8


@dataclass(frozen=True, slots=True)
class GutterRow:
    """One line of the text with lanes: the top of its strip (px in the viewport), and which lanes run there."""

    top: float
    lanes: tuple[int, ...]


class Gutter(QWidget):
    """Repeats what the lanes say, so that no lane has to be told by its height alone. Takes no focus."""

    def __init__(self, view: ReadingSurface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._letters: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Coders of the lanes")
        view.visible_changed.connect(self.update)
        view.redrawn.connect(self.update)

    def set_letters(self, letters: Sequence[str]) -> None:
        """Take the letter of each lane, from the top."""
        self._letters = tuple(letters)
        self.update()

    @property
    def wanted_width(self) -> int:
        """Room (px) for all letters side by side."""
        return round((len(self._letters) * _PITCH_PX + _EDGE_PX) * self._scale())

    def sizeHint(self) -> QSize:
        """As wide as its letters."""
        return QSize(self.wanted_width, 100)

    def rows(self) -> list[GutterRow]:
        """Give the lines in sight that have lanes, from the top."""
        return [row for seen in self._view.visible for row in self._rows_in(seen)]

    def _rows_in(self, seen: VisibleBlock) -> Iterator[GutterRow]:
        scene = self._view.scene
        found: dict[int, set[int]] = {}
        for shapes in scene.shapes(seen, top=0, bottom=self._view.viewport().height()):
            for bar, mark_id in shapes.hits:
                mark = scene.model.mark(mark_id)
                if mark is not None and mark.lane is not None:
                    top = round(bar.top() - scene.metrics.lane_top(mark.lane))
                    found.setdefault(top, set()).add(mark.lane)
        for top in sorted(found):
            yield GutterRow(seen.origin.y() + top, tuple(sorted(found[top])))

    def _scale(self) -> float:
        return max(1.0, QFontInfo(self.font()).pixelSize() / 13)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the letters."""
        painter, scale = QPainter(self), self._scale()
        font = QFont(self.font())
        font.setPixelSize(round(_LETTER_PX * scale))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._view.scene.tokens.secondary))
        pitch, room = _PITCH_PX * scale, self._view.scene.metrics.room
        left = self.width() - _EDGE_PX * scale - len(self._letters) * pitch
        for row in self.rows():
            for lane in row.lanes:
                if lane < len(self._letters):
                    box = QRectF(left + lane * pitch, row.top, pitch, room)
                    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
                    painter.drawText(box, flags, self._letters[lane])
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        QApplication.sendEvent(self._view.verticalScrollBar(), event)
