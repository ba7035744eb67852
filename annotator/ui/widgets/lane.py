# SPDX-License-Identifier: MIT
"""A short piece of a code's lane: in the codebook, in lists, in combo boxes, wherever a code is named."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain import Pattern
from annotator.ui.text_view.patterns import device_thickness, hatching, tile
from annotator.ui.theme.current import Theme

WIDTH, THICK = 26, 3


def draw_sample(painter: QPainter, box: QRectF, *, theme: Theme, pattern: Pattern | None, colour: str) -> None:
    """Draw a lane, or the hatching where there is no pattern, along the middle of a box."""
    ratio = painter.device().devicePixelRatioF()
    if pattern is None:
        tall = theme.px(7)
        strip = QRectF(box.left(), round(box.center().y() - tall / 2), box.width(), tall)
        painter.drawTiledPixmap(strip, hatching(theme.tokens.secondary, ratio=ratio), QPointF(0, 0))
        return
    thick = float(theme.px(THICK))
    lane = tile(pattern, colour, thickness=thick, ratio=ratio)
    height = device_thickness(thick, ratio) / ratio
    strip = QRectF(box.left(), round(box.center().y() - height / 2), box.width(), height)
    painter.drawTiledPixmap(strip, lane, QPointF(0, 0))


def lane_icon(theme: Theme, *, pattern: Pattern | None, colour: str) -> QIcon:
    """Make an icon of a lane, or of the hatching where there is no pattern."""
    width, height, ratio = theme.px(WIDTH), theme.px(16), 2.0
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_sample(painter, QRectF(0, 0, width, height), theme=theme, pattern=pattern, colour=colour)
    painter.end()
    return QIcon(picture)


class LaneSample(QWidget):
    """A piece of lane, 26 px wide unless told otherwise; hatching where ``pattern`` is None."""

    def __init__(self, theme: Theme, *, pattern: Pattern | None, colour: str, width: int = WIDTH) -> None:
        super().__init__()
        self._theme = theme
        self._pattern = pattern
        self._colour = colour
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, *, pattern: Pattern | None, colour: str) -> None:
        """Show another code's lane."""
        self._pattern, self._colour = pattern, colour
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as asked, as high as a line of text."""
        return QSize(self._theme.px(self._width), self._theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        draw_sample(painter, QRectF(self.rect()), theme=self._theme, pattern=self._pattern, colour=self._colour)
