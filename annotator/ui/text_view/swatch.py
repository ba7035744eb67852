# SPDX-License-Identifier: MIT
"""A short piece of lane, as it stands for a code in lists, menus and the codebook."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from annotator.ui.text_view.marks import CodeStyle
from annotator.ui.text_view.patterns import hatching, tile

LANE_PX = 3


def paint_swatch(painter: QPainter, box: QRectF, style: CodeStyle, *, is_region: bool = False) -> None:
    """Paint the lane of a code in the middle of a box; for a region hatching as tall as the box."""
    ratio = painter.device().devicePixelRatioF()
    if is_region:
        painter.drawTiledPixmap(box, hatching(style.colour, ratio=ratio))
        return
    top = round(box.center().y() - LANE_PX / 2)
    picture = tile(style.pattern, style.colour, thickness=LANE_PX, ratio=ratio)
    painter.drawTiledPixmap(QRectF(round(box.left()), top, round(box.width()), LANE_PX), picture)


def paint_dot(painter: QPainter, box: QRectF, *, initial: str, ring: str, text: str, fill: str) -> None:
    """Paint a ring in a code's colour around its initial."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(QColor(ring))
    ring_px = max(2, round(box.height() / 9))
    pen.setWidthF(ring_px)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    painter.drawEllipse(box.adjusted(ring_px / 2, ring_px / 2, -ring_px / 2, -ring_px / 2))
    painter.setPen(QColor(text))
    font = painter.font()
    font.setPixelSize(max(8, round(box.height() * 0.56)))
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initial)
