# SPDX-License-Identifier: MIT
"""A short piece of lane, as it stands for a code in lists, menus and the codebook."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

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
    face = painter.font().families()
    picture = _dot(round(box.width()), initial, (ring, text, fill), tuple(face), painter.device().devicePixelRatioF())
    painter.drawPixmap(box.topLeft(), picture)


@lru_cache(maxsize=512)
def _dot(side: int, initial: str, colours: tuple[str, str, str], face: tuple[str, ...], ratio: float) -> QPixmap:
    """Draw a dot once; the same few stand in the margin at every frame."""
    ring, text, fill = (QColor(colour) for colour in colours)
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring_px = max(2, round(side / 9))
    painter.setPen(QPen(ring, ring_px))
    painter.setBrush(fill)
    box = QRectF(0, 0, side, side)
    painter.drawEllipse(box.adjusted(ring_px / 2, ring_px / 2, -ring_px / 2, -ring_px / 2))
    font = QFont()
    font.setFamilies(list(face))
    font.setPixelSize(max(8, round(side * 0.56)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initial)
    painter.end()
    return made
