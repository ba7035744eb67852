# SPDX-License-Identifier: MIT
"""Why a cell did not take a value: a sentence beside the cell, gone with the next key elsewhere."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, row

_WIDEST = 380


class CellNote(Surface):
    """Lies over the view below a cell, or above it where there is no room."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__("raised", parent=view)
        self._theme = theme
        self._view = view
        px = theme.px
        line = row(self, margins=(px(10), px(6), px(10), px(6)), gap=px(8))
        line.addWidget(Picture(theme, "error", token="error", size=14), 0, Qt.AlignmentFlag.AlignTop)
        self._words: QLabel = plain.label(ink="error", wrap=True)
        self._words.setFont(theme.font(Type.META))
        line.addWidget(self._words, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said, empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, sentence: str, *, beside: QRect) -> None:
        """Say it beside a box of the view."""
        px, room = self._theme.px, self._view.rect()
        self._words.setText(plain.cut(sentence))
        self.setAccessibleName(plain.cut(sentence))
        wide = min(px(_WIDEST), room.width() - px(8))
        high = self._words.heightForWidth(wide - px(42)) + px(14)
        top = beside.bottom() + px(2)
        if top + high > room.bottom():
            top = max(0, beside.top() - high - px(2))
        left = max(0, min(beside.left(), room.right() - wide))
        self.setGeometry(left, top, wide, high)
        self.show()
        self.raise_()
