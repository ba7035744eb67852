# SPDX-License-Identifier: MIT
"""The axis of alpha up to 1: where a value stands on it, its guide lines, its names, a value with its interval."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from annotator.agreement.result import Interval
from annotator.ui.models.agreement import HIGH, LOW
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

GUIDES = (LOW, HIGH)
NAMES = ((0.0, "0"), (0.2, ".2"), (0.4, ".4"), (LOW, ".667"), (HIGH, ".800"), (1.0, "1"))
_ROOMY = 200


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis drawn over a box, with a margin at both ends; it begins at ``lowest``."""

    theme: Theme
    box: QRect
    lowest: float = 0.0

    @property
    def left(self) -> float:
        """Where the axis begins."""
        return self.box.left() + self.theme.px(16)

    @property
    def width(self) -> float:
        """How far it is to 1."""
        return max(1, self.box.width() - self.theme.px(32))

    def place(self, value: float) -> float:
        """Give where a value stands; what lies beyond the ends stands at the end."""
        share = (value - self.lowest) / (1 - self.lowest)
        return self.left + self.width * min(1.0, max(0.0, share))

    def draw_names(self, painter: QPainter) -> None:
        """Write the figures of the axis on the line on which other heads stand."""
        theme, bottom = self.theme, self.box.bottom() - self.theme.px(9)
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("text"))
        metrics = painter.fontMetrics()
        taken = float("-inf")
        for value, text in NAMES:
            is_spare = value < LOW and value != self.lowest
            if value < self.lowest or (is_spare and self.width < theme.px(_ROOMY)):
                continue
            wide = metrics.horizontalAdvance(text)
            shift = {LOW: wide * 0.8, HIGH: wide * 0.2}.get(value, wide / 2)
            begin = max(self.place(value) - shift, taken + theme.px(3))
            painter.drawText(QPointF(begin, bottom - metrics.descent()), text)
            taken = begin + wide

    def draw_guides(self, painter: QPainter) -> None:
        """Draw the conventional limits as hairlines over the whole height."""
        for value in GUIDES:
            line = QRect(round(self.place(value)), self.box.top(), 1, self.box.height() - 1)
            painter.fillRect(line, self.theme.colour("hairline"))

    def draw(self, painter: QPainter, value: float, interval: Interval | None) -> None:
        """Draw a value as a dot on its interval; one below the axis is an arrow at its left end."""
        theme, middle = self.theme, self.box.center().y() + 0.5
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.colour("text")
        if interval is not None:
            painter.setPen(QPen(ink, max(1.5, theme.px(1.5)), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            low, high, cap = self.place(interval.low), self.place(interval.high), theme.px(4.5)
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
            for end, inside in ((low, interval.low >= self.lowest), (high, interval.high >= self.lowest)):
                if inside:
                    painter.drawLine(QPointF(end, middle - cap), QPointF(end, middle + cap))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        place, radius = self.place(value), theme.px(4.5)
        if value < self.lowest:
            tip = QPolygonF([QPointF(place - radius, middle), QPointF(place + radius, middle - radius),
                             QPointF(place + radius, middle + radius)])  # fmt: skip
            painter.drawPolygon(tip)
        else:
            painter.drawEllipse(QRectF(place - radius, middle - radius, 2 * radius, 2 * radius))
        painter.restore()
