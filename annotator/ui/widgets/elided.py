# SPDX-License-Identifier: MIT
"""A line of text that is cut with an ellipsis where there is no room, and says all of it when asked."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type


class Elided(QWidget):
    """One line, painted as it is. The tooltip and the spoken name hold the whole text."""

    def __init__(self, theme: Theme, text: str = "", *, role: Type = Type.BODY, token: str = "text") -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._token = token
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text; line breaks become spaces."""
        self._text = plain.cut(text)
        self.setAccessibleName(self._text)
        plain.set_tooltip(self, self._text)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return self._theme.font(self._role)

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        self.setFont(self._font())
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(self._theme.px(48), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(self._theme.colour(self._token))
        words = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
