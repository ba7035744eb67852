# SPDX-License-Identifier: MIT
"""A key drawn as the key it is. Never a button by itself."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

HEIGHT = 20


def cap_width(theme: Theme, words: str) -> int:
    """Give the width of a cap in pixels: at least square."""
    return max(theme.px(HEIGHT), QFontMetrics(theme.font(Type.CAP)).horizontalAdvance(words) + theme.px(12))


def paint_cap(painter: QPainter, theme: Theme, box: QRectF, words: str, *, available: bool = True) -> None:
    """Draw a cap: border of 1, bottom of 2."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    border = theme.colour("border" if available else "hairline")
    painter.setPen(QPen(border, 1))
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
    low = box.bottom() - 1.5
    painter.drawLine(round(box.left()) + theme.px(3), round(low), round(box.right()) - theme.px(4), round(low))
    painter.setPen(theme.colour("text" if available else "secondary"))
    painter.setFont(theme.font(Type.CAP))
    painter.drawText(box.adjusted(0, -0.5, 0, -0.5), Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class KeyCap(QWidget):
    """One key; ``available`` dims it where the key does nothing now."""

    def __init__(self, theme: Theme, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._available = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Key {words}")
        theme.changed.connect(self.update)

    @property
    def words(self) -> str:
        """What stands on the cap."""
        return self._words

    def set_available(self, available: bool) -> None:
        """Dim the cap, or not."""
        self._available = available
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words, at least square."""
        return QSize(cap_width(self._theme, self._words), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_cap(painter, self._theme, QRectF(self.rect()), self._words, available=self._available)
