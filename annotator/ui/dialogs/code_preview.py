# SPDX-License-Identifier: MIT
"""A code as it will stand in the codebook: key, lane, name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain import Code
from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.key_cap import HEIGHT, cap_width, paint_cap
from annotator.ui.widgets.lane import WIDTH, draw_sample


class CodePreview(QWidget):
    """One line, painted; not focusable."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._code: Code | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_code(self, code: Code) -> None:
        """Show a code."""
        self._code = code
        self.setAccessibleName(plain.cut(f"In the codebook: {code.name}"))
        self.update()

    def sizeHint(self) -> QSize:
        """One line, as wide as there is room."""
        return QSize(self._theme.px(160), self._theme.px(HEIGHT + 8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw key, lane and name, from the right end inwards as far as there is room."""
        code, theme = self._code, self._theme
        if code is None:
            return
        painter = QPainter(self)
        middle, gap = self.height() / 2, theme.px(10)
        painter.setFont(theme.font(Type.STRONG))
        name = plain.cut(code.name)
        wide = painter.fontMetrics().horizontalAdvance(name) + theme.px(4)
        cap = cap_width(theme, code.shortcut.upper()) if code.shortcut else 0
        before = (cap + gap if cap else 0) + theme.px(WIDTH) + gap
        left = max(0, self.width() - before - wide)
        if cap:
            box = QRectF(left, middle - theme.px(HEIGHT) / 2, cap, theme.px(HEIGHT))
            paint_cap(painter, theme, box, code.shortcut.upper())
        lane = QRectF(left + (cap + gap if cap else 0), 0, theme.px(WIDTH), self.height())
        draw_sample(painter, lane, theme=theme, pattern=code.pattern, colour=theme.code_colour(code))
        room = QRect(left + before, 0, self.width() - left - before, self.height())
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(Type.STRONG))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
