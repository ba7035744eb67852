# SPDX-License-Identifier: MIT
"""The ten patterns of a lane, as small tiles that repeat along it. A pattern tells codes apart without colour."""

from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from annotator.domain import Pattern


class Row(Enum):
    """Which part of the lane's height a stroke fills; a line is a third of it."""

    FULL = auto()
    TOP = auto()
    MIDDLE = auto()
    BOTTOM = auto()


Stroke: TypeAlias = tuple[float, float, Row]
"""From and to along the lane, in thirds of its thickness, and the part of its height."""

STROKES: Mapping[Pattern, tuple[float, tuple[Stroke, ...]]] = MappingProxyType(
    {
        Pattern.SOLID: (8, ((0, 8, Row.FULL),)),
        Pattern.DASHED: (11, ((0, 7, Row.FULL),)),
        Pattern.DOTTED: (6, ((0, 3, Row.FULL),)),
        Pattern.DOUBLE: (8, ((0, 8, Row.TOP), (0, 8, Row.BOTTOM))),
        Pattern.LONG_DASH: (20, ((0, 16, Row.FULL),)),
        Pattern.LADDER: (5, ((0, 5, Row.MIDDLE), (0, 1, Row.FULL))),
        Pattern.ZIGZAG: (7, ()),
        Pattern.THICK_THIN: (14, ((0, 7, Row.FULL), (7, 14, Row.MIDDLE))),
        Pattern.HOLLOW: (
            11,
            ((0, 9, Row.TOP), (0, 9, Row.BOTTOM), (0, 1, Row.FULL), (8, 9, Row.FULL)),
        ),
        Pattern.DASH_DOT: (17, ((0, 9, Row.FULL), (12, 14.5, Row.FULL))),
    }
)
"""Each pattern's period and strokes, in thirds of the lane's thickness (1 px at the usual 3 px)."""


def device_thickness(thickness: float, ratio: float) -> int:
    """Give the thickness of a lane in whole device pixels."""
    return max(1, int(thickness * ratio + 0.5))


@lru_cache(maxsize=256)
def tile(pattern: Pattern, colour: str, *, thickness: float, ratio: float) -> QPixmap:
    """Draw one period of a pattern; its height is the lane's, in whole device pixels of this ratio."""
    height = device_thickness(thickness, ratio)
    third = height / 3
    period, strokes = STROKES[pattern]
    made = QPixmap(max(1, round(period * third)), height)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    if pattern is Pattern.ZIGZAG:
        _zigzag(painter, QColor(colour), made.width(), height)
    elif pattern is Pattern.DOTTED and height >= 6:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QRectF(0, 0, height, height))
    else:
        # Not fillRect: it would have the 182 names of Qt's gradients made before the first window.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for start, end, row in strokes:
            painter.drawRect(_stroke_rect(round(start * third), round(end * third), row, height))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _stroke_rect(left: int, right: int, row: Row, height: int) -> QRectF:
    line = max(1, min(round(height / 3), (height - 1) // 2))
    right = max(right, left + 1)
    top, tall = {
        Row.FULL: (0, height),
        Row.TOP: (0, line),
        Row.MIDDLE: ((height - line) // 2, line),
        Row.BOTTOM: (height - line, line),
    }[row]
    return QRectF(left, top, right - left, tall)


def _zigzag(painter: QPainter, colour: QColor, period: int, height: int) -> None:
    """Draw it column by column: smoothed, a wave of three pixels would lose half its colour."""
    tall = (height + 1) // 2
    for x in range(period):
        rise = 1 - abs(2 * (x + 0.5) / period - 1)
        painter.fillRect(x, round(rise * (height - tall)), 1, tall, colour)


@lru_cache(maxsize=64)
def slanted(colour: str, *, thickness: float, ratio: float) -> QPixmap:
    """Draw one tile of strokes that lean to the right, as tall as a lane: what some, but not all, have marked."""
    height = device_thickness(thickness, ratio)
    stroke = max(2, round(2 * height / 3))
    period = stroke + height
    made = QPixmap(period, height)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    for y in range(height):
        for x in range(period):
            if (x + y) % period < stroke:
                painter.fillRect(x, y, 1, 1, QColor(colour))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=16)
def hatching(colour: str, *, ratio: float) -> QPixmap:
    """Draw one tile of diagonal hatching, as it stands beside an excluded region."""
    side = max(4, round(6 * ratio))
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.4 * ratio))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
