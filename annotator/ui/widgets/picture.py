# SPDX-License-Identifier: MIT
"""An icon as a widget of its own; the word beside it carries the meaning."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.current import Theme


class Picture(QWidget):
    """Shows one icon in a token's colour."""

    def __init__(self, theme: Theme, name: str, *, token: str = "text", size: int = 16) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._token = token
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def name(self) -> str:
        """Which icon is shown."""
        return self._name

    def show_icon(self, name: str, *, token: str = "text") -> None:
        """Show another icon."""
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it at the screen's own resolution."""
        picture = self._theme.pixmap(self._name, token=self._token, size=self._size, ratio=self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)
