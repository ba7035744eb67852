# SPDX-License-Identifier: MIT
"""A button that shows the key that does the same: words at the left, key caps at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.key_cap import HEIGHT, cap_width, paint_cap


class KeyedButton(Button):
    """``keys`` are drawn as caps. Checkable where it is one of several; the checked one has outline and fill."""

    def __init__(self, theme: Theme, words: str, *, keys: Sequence[str], kind: str = "", choice: bool = False) -> None:
        self._said = ""
        self._keys: tuple[str, ...] = tuple(keys)
        super().__init__(theme, "", kind=kind)
        self._theme = theme
        self.setCheckable(choice)
        self.tell(words)

    def tell(self, words: str) -> None:
        """Put other words on it."""
        self._said = words
        self.setAccessibleName(f"{plain.cut(words)} ({' or '.join(self._keys)})" if self._keys else plain.cut(words))
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What stands on it."""
        return self._said

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are drawn."""
        return self._keys

    def sizeHint(self) -> QSize:
        """Room for words and caps."""
        words = self.fontMetrics().horizontalAdvance(self._said) + self._theme.px(16) if self._said else 0
        wide = words + self._caps_width() + self._theme.px(16)
        return QSize(wide, self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """Room for some letters and the caps."""
        return QSize(self._caps_width() + self._theme.px(56 if self._said else 16), self._theme.px(32))

    def _caps_width(self) -> int:
        gap = self._theme.px(4)
        return sum(cap_width(self._theme, key) + gap for key in self._keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground as any button's, then words and caps."""
        super().paintEvent(event)
        theme, painter = self._theme, QPainter(self)
        if self.isCheckable() and self.isChecked():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        edge, high = theme.px(10), theme.px(HEIGHT)
        right, top = self.width() - edge, (self.height() - high) / 2
        for key in reversed(self._keys):
            wide = cap_width(theme, key)
            paint_cap(painter, theme, QRectF(right - wide, top, wide, high), key, available=self.isEnabled())
            right -= wide + theme.px(4)
        painter.setFont(self.font())
        painter.setPen(theme.colour("text" if self.isEnabled() else "disabled"))
        room = self.rect().adjusted(edge, 0, right - self.width() - theme.px(4), 0)
        shown = painter.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
