# SPDX-License-Identifier: MIT
"""A heading that opens and closes what stands below it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.surfaces import column


class _Head(QAbstractButton):
    """A chevron, the heading, and at the right what is set below."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._aside = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.tell("")

    def tell(self, aside: str) -> None:
        """Say at the right what is set."""
        self._aside = plain.cut(aside)
        self.setAccessibleName(f"{self._title}, {self._aside}" if self._aside else self._title)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(120), self._theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme, painter = self._theme, QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        side = theme.px(16)
        picture = theme.pixmap("down" if self.isChecked() else "right", ratio=self.devicePixelRatioF())
        painter.drawPixmap(0, (self.height() - side) // 2, side, side, picture)
        room = self.rect().adjusted(theme.px(24), 0, -theme.px(4), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(Type.HEAD))
        painter.setPen(theme.colour("text"))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, self._title)
        used = painter.fontMetrics().horizontalAdvance(self._title) + theme.px(12)
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        aside = painter.fontMetrics().elidedText(self._aside, Qt.TextElideMode.ElideRight, max(0, room.width() - used))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, aside)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))


class Expander(QWidget):
    """Closed at first. ``toggled(open)``."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, title: str, content: QWidget) -> None:
        super().__init__()
        self.head = _Head(theme, title)
        self.content = content
        lines = column(self, gap=theme.px(6))
        lines.addWidget(self.head)
        lines.addWidget(content)
        content.hide()
        self.head.toggled.connect(self._open)

    def tell(self, aside: str) -> None:
        """Say beside the heading what is set."""
        self.head.tell(aside)

    def _open(self, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self.toggled.emit(is_open)
