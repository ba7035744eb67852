# SPDX-License-Identifier: MIT
"""A text with a lane per coder: letters on the left, the column, other codes on the right, at any width."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.text_view.beside import Beside
from annotator.ui.text_view.gutter import Gutter
from annotator.ui.text_view.lanes_view import LanesView
from annotator.ui.text_view.page import reads_right_to_left

_BESIDE_PX = 112
_BESIDE_LEAST_PX = 40


class LanesPage(QWidget):
    """Lays a text out. Its parts are there as ``view``, ``gutter`` and ``beside``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = LanesView(self)
        self.gutter = Gutter(self.view, self)
        self.beside = Beside(self.view, self)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.measures_changed.connect(self._lay_out)
        self.view.marks_changed.connect(self._lay_out)
        self.setFocusProxy(self.view)
        self._laid_out: tuple[object, ...] = ()

    def set_letters(self, letters: Sequence[str]) -> None:
        """Take the letter of each lane, and make room for so many."""
        self.gutter.set_letters(letters)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Give the width below which the column is too narrow to read."""
        return QSize(240, 160)

    def sizeHint(self) -> QSize:
        """Give the width at which nothing is left out."""
        return QSize(self.view.preferred_width + 240, 700)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.view.scene.tokens.page))
        painter.end()

    def _lay_out(self) -> None:
        bar = self.view.verticalScrollBar().sizeHint().width()
        width, height = self.width() - bar, self.height()
        scale = max(1.0, QFontInfo(self.font()).pixelSize() / 13)
        gutter, wanted = self.gutter.wanted_width, self.view.preferred_width
        spare = width - gutter - wanted
        beside = round(_BESIDE_PX * scale) if spare >= round(_BESIDE_LEAST_PX * scale) else 0
        beside = min(beside, max(0, spare))
        column = min(wanted, max(1, width - gutter))
        left = max(0, width - gutter - column - beside) // 2
        is_mirrored = reads_right_to_left(self.view.scene.model.text)
        laid_out = (width, height, gutter, beside, column, is_mirrored)
        if laid_out == self._laid_out:
            return
        self._laid_out = laid_out
        text_left = left + (beside if is_mirrored else gutter)
        before, after = (self.beside, self.gutter) if is_mirrored else (self.gutter, self.beside)
        self.view.setGeometry(0, 0, self.width(), height)
        self.view.set_side_margins(left=text_left, right=width - text_left - column)
        self.beside.setVisible(beside > 0)
        before.setGeometry(QRect(left, 0, text_left - left, height))
        after.setGeometry(QRect(text_left + column, 0, gutter if is_mirrored else beside, height))
        self.gutter.raise_()
        self.beside.raise_()
        self.update()
