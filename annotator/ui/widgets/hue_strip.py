# SPDX-License-Identifier: MIT
"""All hues side by side in a strip: a slider whose ground is what it chooses from."""

from __future__ import annotations

import colorsys
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from annotator.ui.theme.current import Theme

STEP_DEGREES = 5
_LIGHTNESS, _SATURATION = 0.40, 0.72
_HEIGHT, _RING = 32, 3


def hue_of(colour: str) -> int:
    """Give the hue of ``#RRGGBB`` in degrees, 0 (red) to 359; 0 for a grey."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return round(360 * colorsys.rgb_to_hls(*channels)[0]) % 360


def of_hue(degrees: int) -> str:
    """Give a strong colour of a hue, as ``#RRGGBB``."""
    channels = colorsys.hls_to_rgb(degrees / 360, _LIGHTNESS, _SATURATION)
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)


class HueStrip(QSlider):
    """Its value is a hue in degrees. ``shown`` turns a colour into the one to paint, for the mode in force."""

    def __init__(self, theme: Theme, *, shown: Callable[[str], str]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._shown = shown
        self.setRange(0, 360 - STEP_DEGREES)
        self.setSingleStep(STEP_DEGREES)
        self.setPageStep(6 * STEP_DEGREES)
        self.setAccessibleName("Hue of your own colour, in degrees")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hue(self, degrees: int) -> None:
        """Move the mark without telling anyone."""
        self.blockSignals(True)
        self.setValue(degrees)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a field."""
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room enough to hit a hue."""
        return QSize(self._theme.px(100), self._theme.px(_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the hue under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while its button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the hue where it is."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hues, the mark and the ring."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, corner = self._box(), theme.px(6)
        gradient = QLinearGradient(box.topLeft(), box.topRight())
        for degrees in range(0, 361, 15):
            gradient.setColorAt(degrees / 360, QColor(self._shown(of_hue(degrees))))
        strip = QPainterPath()
        strip.addRoundedRect(box, corner, corner)
        painter.fillPath(strip, gradient)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawPath(strip)
        mark = QRectF(self._x(self.value()) - theme.px(3), box.top() - 1, theme.px(6), box.height() + 2)
        painter.setPen(QPen(theme.colour("text"), 1.5))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(mark, theme.px(2), theme.px(2))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)

    def _box(self) -> QRectF:
        ring = self._theme.px(_RING)
        return QRectF(self.rect()).adjusted(ring + 3, ring + 2, -ring - 3, -ring - 2)

    def _x(self, degrees: int) -> float:
        box = self._box()
        return box.left() + box.width() * degrees / 360

    def _take(self, x: float) -> None:
        box = self._box()
        share = min(1.0, max(0.0, (x - box.left()) / max(1.0, box.width())))
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setValue(min(self.maximum(), round(share * 360 / STEP_DEGREES) * STEP_DEGREES))
