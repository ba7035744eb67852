# SPDX-License-Identifier: MIT
"""A closed list to choose from, with our chevron."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from annotator.ui.theme.current import Theme


class Choice(QComboBox):
    """A combo box whose list items carry their value as user data; the wheel scrolls the page, not the choice."""

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.px(80))
        self.setIconSize(QSize(theme.px(26), theme.px(16)))

    def show_value(self, value: str) -> None:
        """Choose the item with this value without telling anyone; a value that is not in the list is added to it."""
        place = self.findData(value)
        self.blockSignals(True)
        if place < 0:
            self.addItem(value, value)
            place = self.count() - 1
        self.setCurrentIndex(place)
        self.blockSignals(False)

    @property
    def value(self) -> str:
        """The chosen item's value, or empty."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chevron over Qt's own picture."""
        super().paintEvent(event)
        side = self._theme.px(14)
        box = QRect(self.width() - side - self._theme.px(8), (self.height() - side) // 2, side, side)
        token = "text" if self.isEnabled() else "disabled"
        QPainter(self).drawPixmap(box, self._theme.pixmap("down", token=token, size=14, ratio=2.0))
