# SPDX-License-Identifier: MIT
"""A field for a few lines of plain text that grows with them. Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from annotator.ui import plain
from annotator.ui.theme.current import Theme

_MOST_LINES = 8
_MOST_MEASURED = 2000


class TextArea(QPlainTextEdit):
    """``edited`` comes with each change by the user; what is shown by :meth:`show_text` is none."""

    edited = Signal()

    def __init__(
        self, theme: Theme, *, name: str, fewest_lines: int = 2, most_lines: int = _MOST_LINES, hint: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self._fewest, self._most = fewest_lines, most_lines
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(plain.cut(hint))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self.edited)
        self.textChanged.connect(self._grow)
        self._grow()

    @property
    def text(self) -> str:
        """The text exactly as typed: read raw, since Qt's plain text turns no-break spaces into spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that are not empty, without the white space around them."""
        return tuple(line.strip() for line in self.text.split("\n") if line.strip())

    def show_text(self, text: str) -> None:
        """Show a text without telling anyone."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._grow()

    def sizeHint(self) -> QSize:
        """As high as its lines, within limits."""
        lines = min(self._most, max(self._fewest, self._wrapped_lines()))
        return QSize(self._theme.px(160), lines * self.fontMetrics().lineSpacing() + self._theme.px(18))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the lines elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._grow()

    def _wrapped_lines(self) -> int:
        """Count them by the font: Qt's own layout knows only the lines that were in sight already."""
        metrics = self.fontMetrics()
        wide = max(1, round(self.viewport().width() - 2 * self.document().documentMargin()))
        room = QRect(0, 0, wide, 1_000_000)
        shown = self.text[:_MOST_MEASURED]
        return round(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, f"{shown}.").height() / metrics.lineSpacing())

    def _grow(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
