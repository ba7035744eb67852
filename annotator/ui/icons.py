# SPDX-License-Identifier: MIT
"""Line icons, drawn on a grid of 16 units with a line of 1.5: data here, one painter below."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

GRID = 16
_LINE = 1.5

Shape = Callable[[QPainter], None]


def _line(*numbers: float) -> Shape:
    points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    return lambda painter: painter.drawPolyline(points)


def _closed(*numbers: float) -> Shape:
    points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    return lambda painter: painter.drawPolygon(QPolygonF(points))


def _ring(x: float, y: float, radius: float) -> Shape:
    return lambda painter: painter.drawEllipse(QPointF(x, y), radius, radius)


def _arc(x: float, y: float, radius: float, start: float, length: float) -> Shape:
    """Draw part of a circle; degrees, counter-clockwise from three o'clock."""
    square = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    return lambda painter: painter.drawArc(square, round(start * 16), round(length * 16))


def _box(x: float, y: float, width: float, height: float, corner: float = 1.5) -> Shape:
    return lambda painter: painter.drawRoundedRect(QRectF(x, y, width, height), corner, corner)


def _filled(shape: Shape) -> Shape:
    def draw(painter: QPainter) -> None:
        painter.save()
        painter.setBrush(painter.pen().color())
        shape(painter)
        painter.restore()

    return draw


def _half(x: float, y: float, radius: float) -> Shape:
    def draw(painter: QPainter) -> None:
        painter.save()
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), -90 * 16, 180 * 16)
        painter.restore()

    return draw


def _cut(shape: Shape) -> Shape:
    """Draw in nothing: what lies beneath shows through."""

    def draw(painter: QPainter) -> None:
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        shape(painter)
        painter.restore()

    return draw


def _dot(x: float, y: float, radius: float = 1.0) -> Shape:
    def draw(painter: QPainter) -> None:
        painter.save()
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.restore()

    return draw


_DIAMOND = (8, 2.6, 13.4, 8, 8, 13.4, 2.6, 8)
_QUESTION = (_arc(8, 6.2, 1.9, -60, 240), _line(8.9, 7.9, 8, 8.6, 8, 9.2), _dot(8, 11.3, 0.9))

ICONS: dict[str, tuple[Shape, ...]] = {
    "menu": (_line(2.5, 4, 13.5, 4), _line(2.5, 8, 13.5, 8), _line(2.5, 12, 13.5, 12)),
    "list": (_line(6, 4, 13.5, 4), _line(6, 8, 13.5, 8), _line(6, 12, 13.5, 12), _dot(3, 4), _dot(3, 8), _dot(3, 12)),
    "more": (_dot(3, 8), _dot(8, 8), _dot(13, 8)),
    "left": (_line(10, 3.5, 5.5, 8, 10, 12.5),),
    "right": (_line(6, 3.5, 10.5, 8, 6, 12.5),),
    "up": (_line(3.5, 10, 8, 5.5, 12.5, 10),),
    "down": (_line(3.5, 6, 8, 10.5, 12.5, 6),),
    "undo": (_line(5.5, 2.8, 2.8, 5.5, 5.5, 8.2), _line(2.8, 5.5, 10, 5.5), _arc(9.8, 9.2, 3.7, -90, 180),
             _line(9.8, 12.9, 6.5, 12.9)),
    "redo": (_line(10.5, 2.8, 13.2, 5.5, 10.5, 8.2), _line(13.2, 5.5, 6, 5.5), _arc(6.2, 9.2, 3.7, 90, 180),
             _line(6.2, 12.9, 9.5, 12.9)),
    "search": (_ring(7, 7, 4.5), _line(10.3, 10.3, 13.8, 13.8)),
    "filter": (_closed(2.5, 3, 13.5, 3, 9.5, 8.2, 9.5, 13, 6.5, 11.5, 6.5, 8.2),),
    "tick": (_line(3, 8.5, 6.5, 12, 13, 4.5),),
    "cross": (_line(4, 4, 12, 12), _line(12, 4, 4, 12)),
    "plus": (_line(8, 3, 8, 13), _line(3, 8, 13, 8)),
    "trash": (_line(2.5, 4.5, 13.5, 4.5), _line(6, 4.3, 6, 2.5, 10, 2.5, 10, 4.3),
              _line(4, 4.7, 4.5, 13.5, 11.5, 13.5, 12, 4.7), _line(6.7, 7, 6.7, 11), _line(9.3, 7, 9.3, 11)),
    "play": (_closed(5, 3.5, 12, 8, 5, 12.5),),
    "folder": (_closed(2.5, 4, 6.5, 4, 8, 5.5, 13.5, 5.5, 13.5, 12.5, 2.5, 12.5),),
    "file": (_closed(4, 2.5, 9.5, 2.5, 12, 5, 12, 13.5, 4, 13.5), _line(9.3, 2.7, 9.3, 5.2, 11.8, 5.2)),
    "copy": (_box(6, 6, 7.5, 7.5), _line(10, 3.7, 10, 2.7, 2.7, 2.7, 2.7, 10, 3.7, 10)),
    "shield": (_closed(8, 2, 13, 3.8, 13, 8, 11, 11.6, 8, 14, 5, 11.6, 3, 8, 3, 3.8),),
    "saved": (_ring(8, 8, 6), _line(5.2, 8.2, 7.2, 10.2, 10.8, 6)),
    "saving": (_ring(8, 8, 6), _dot(5.4, 8, 0.9), _dot(8, 8, 0.9), _dot(10.6, 8, 0.9)),
    "warning": (_closed(8, 2.2, 14.2, 13.3, 1.8, 13.3), _line(8, 6.2, 8, 9.3), _dot(8, 11.4, 0.9)),
    "error": (_closed(5.4, 2, 10.6, 2, 14, 5.4, 14, 10.6, 10.6, 14, 5.4, 14, 2, 10.6, 2, 5.4),
              _line(5.8, 5.8, 10.2, 10.2), _line(10.2, 5.8, 5.8, 10.2)),
    "info": (_ring(8, 8, 6), _line(8, 7.4, 8, 11.2), _dot(8, 5, 0.9)),
    "question": (_box(2.5, 2.5, 11, 11, 2.5), *_QUESTION),
    "not_started": (_ring(8, 8, 5.6),),
    "in_progress": (_ring(8, 8, 5.6), _half(8, 8, 5.6)),
    "finished": (_filled(_ring(8, 8, 5.8)), _cut(_line(5.1, 8.2, 7.2, 10.3, 11, 6))),
    "finished_empty": (_filled(_ring(8, 8, 5.8)), _cut(_line(5.2, 8, 10.8, 8))),
    "not_assigned": (_ring(8, 8, 5.6), _line(4.2, 11.8, 11.8, 4.2)),
    "boundary": (_filled(_closed(*_DIAMOND)),),
    "missed": (_closed(*_DIAMOND),),
    "segmentation": (_closed(*_DIAMOND), _line(8, 3, 8, 13)),
    "other_code": (_closed(*_DIAMOND), _line(5.8, 8, 10.2, 8)),
    "agreed": (_ring(8, 8, 5.6), _line(5.1, 8.2, 7.2, 10.3, 11, 6)),
    "by_rule": (_filled(_box(2.5, 2.5, 11, 11, 2.5)), _cut(_line(5.1, 8.2, 7.2, 10.3, 11, 6))),
    "rejected": (_filled(_ring(8, 8, 5.8)), _cut(_line(5.8, 5.8, 10.2, 10.2)), _cut(_line(10.2, 5.8, 5.8, 10.2))),
    "deferred": (_ring(8, 8, 5.6), _line(8, 4.8, 8, 8.2, 10.3, 9.6)),
    "waiting": (_ring(8, 8, 5.6), _dot(5.6, 8, 0.9), _dot(8, 8, 0.9), _dot(10.4, 8, 0.9)),
    "to_review": (_arc(8, 8, 5.4, 60, 280), _line(10.4, 1.6, 10.9, 3.6, 8.8, 4.2)),
    "blind": (_line(2, 8, 4.5, 5.3, 8, 4, 11.5, 5.3, 14, 8, 11.5, 10.7, 8, 12, 4.5, 10.7, 2, 8), _ring(8, 8, 1.8),
              _line(3, 13, 13, 3)),
    "people": (_ring(6, 5.5, 2.5), _arc(6, 13.5, 4.2, 15, 150), _arc(10.5, 5.8, 2.2, -90, 180),
               _arc(10.5, 13.5, 3.6, 15, 70)),
}  # fmt: skip


def paint(painter: QPainter, name: str, colour: QColor) -> None:
    """Draw an icon in grid units at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, _LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shape in ICONS[name]:
        shape(painter)


def drawn(name: str, colour: QColor, *, size_px: int, ratio: float = 1.0, is_struck: bool = False) -> QPixmap:
    """Make a transparent picture of an icon; ``ratio`` is the screen's device pixels per pixel."""
    picture = QPixmap(round(size_px * ratio), round(size_px * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.scale(size_px / GRID, size_px / GRID)
    paint(painter, name, colour)
    if is_struck:
        _strike(painter)
    painter.end()
    return picture


def _strike(painter: QPainter) -> None:
    """Draw a line from corner to corner, with nothing beside it, so that it stands off from the icon."""
    pen, stroke = painter.pen(), _line(2.5, 13.5, 13.5, 2.5)
    painter.setPen(QPen(pen.color(), 3 * _LINE))
    _cut(stroke)(painter)
    painter.setPen(pen)
    stroke(painter)
