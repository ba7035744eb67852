# SPDX-License-Identifier: MIT
"""Two numbers as two bars of one scale: what was, and what is left of it, the loss as a dashed outline."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

_THICK, _PITCH = 13, 20


class LossBars(QWidget):
    """Says the words beside its bars to whoever cannot see them."""

    def __init__(self, theme: Theme, *, before: tuple[int, str], after: tuple[int, str]) -> None:
        super().__init__()
        self._theme = theme
        self._bars = (before, after)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(plain.cut(f"{before[1]}, {after[1]}"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Two bars."""
        return QSize(self._theme.px(240), self._theme.px(2 * _PITCH + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bars at the left, words at the right."""
        theme, painter = self._theme, QPainter(self)
        painter.setFont(theme.font(Type.META))
        metrics = painter.fontMetrics()
        aside = max(metrics.horizontalAdvance(words) for _, words in self._bars) + theme.px(12)
        room = max(theme.px(60), min(theme.px(400), self.width() - aside))
        most = max(1, *(number for number, _ in self._bars))
        for place, (number, words) in enumerate(self._bars):
            top = place * theme.px(_PITCH) + theme.px(3)
            wide = round(room * number / most)
            painter.fillRect(QRectF(0, top, wide, theme.px(_THICK)), theme.colour("accent"))
            if wide < room:
                painter.setPen(QPen(theme.colour("accent"), 1, Qt.PenStyle.DashLine))
                painter.drawRect(QRectF(wide + 0.5, top + 0.5, room - wide - 1, theme.px(_THICK) - 1))
            painter.setPen(theme.colour("secondary"))
            line = QRectF(room + theme.px(12), top - theme.px(2), self.width() - room, theme.px(_THICK + 4))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
