# SPDX-License-Identifier: MIT
"""Buttons, tick boxes and radio dots in our look."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QRadioButton, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme


class Button(QPushButton):
    """A push button; ``kind`` is empty, primary, quiet, icon, link, tab or segment. Its icon follows the mode."""

    def __init__(self, theme: Theme, words: str = "", *, kind: str = "", icon: str = "", spoken: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.show_words(words)
        if kind:
            self.setProperty("kind", kind)
        if spoken:
            plain.name_for_screen_reader(self, spoken)
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._draw_icon()
        theme.changed.connect(self._draw_icon)

    def show_words(self, words: str) -> None:
        """Put other words on it; beside an icon with a little air between."""
        self.setText(plain.caption(f" {words}" if self._icon and words else words))
        self.setAccessibleName(plain.cut(words))

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self._draw_icon()

    def _draw_icon(self) -> None:
        if not self._icon:
            return
        token = "on_accent" if self.property("kind") == "primary" else "text"
        icon = QIcon(self._theme.pixmap(self._icon, token=token, ratio=2.0))
        icon.addPixmap(self._theme.disabled_pixmap(self._icon, ratio=2.0), QIcon.Mode.Disabled)
        self.setIcon(icon)


def _paint_words(button: QAbstractButton, theme: Theme, painter: QPainter) -> None:
    left = theme.px(24)
    painter.setPen(theme.colour("text" if button.isEnabled() else "disabled"))
    painter.setFont(button.font())
    words = button.fontMetrics().elidedText(
        button.text().replace("&&", "&"), Qt.TextElideMode.ElideRight, button.width() - left
    )
    painter.drawText(button.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _size(button: QAbstractButton, theme: Theme) -> QSize:
    words = button.fontMetrics().horizontalAdvance(button.text().replace("&&", "&"))
    return QSize(theme.px(24) + words + theme.px(4), theme.px(28))


def _ring(button: QAbstractButton, theme: Theme, painter: QPainter) -> None:
    if button.hasFocus():
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 4, 4)


class TickBox(QCheckBox):
    """A check box of 16 px with corners of 4."""

    def __init__(self, theme: Theme, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(plain.caption(words), parent)
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Room for the box and the words."""
        return _size(self, self._theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(16)
        box = QRectF(theme.px(3), (self.height() - side) / 2, side, side)
        checked = self.isChecked()
        outline = theme.colour("accent" if checked else "border")
        painter.setPen(QPen(outline, 1.2))
        painter.setBrush(theme.colour("accent" if checked else "raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        if checked:
            picture = theme.pixmap("tick", token="on_accent", size=12, ratio=2.0)
            painter.drawPixmap(box.adjusted(theme.px(2), theme.px(2), -theme.px(2), -theme.px(2)).toRect(), picture)
        _paint_words(self, theme, painter)
        _ring(self, theme, painter)

    def hitButton(self, position: object) -> bool:
        """Take a click anywhere on the box or its words."""
        return self.rect().contains(position)  # type: ignore[call-overload,no-any-return]  # Qt hands a QPoint


class RadioDot(QRadioButton):
    """One of several: a ring of 16 px with a dot."""

    def __init__(self, theme: Theme, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(plain.caption(words), parent)
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Room for the ring and the words."""
        return _size(self, self._theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring, dot and words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(16)
        box = QRectF(theme.px(3), (self.height() - side) / 2, side, side)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if chosen else "border"), 1.2))
        painter.setBrush(theme.colour("accent" if chosen else "raised"))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("on_accent"))
            painter.drawEllipse(box.center(), theme.px(3), theme.px(3))
        _paint_words(self, theme, painter)
        _ring(self, theme, painter)

    def hitButton(self, position: object) -> bool:
        """Take a click anywhere on the ring or its words."""
        return self.rect().contains(position)  # type: ignore[call-overload,no-any-return]  # Qt hands a QPoint
