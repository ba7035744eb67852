# SPDX-License-Identifier: MIT
"""The words of a passage with the bar of its code beside them."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.surfaces import column

_LONGEST = 240
_SIZE = 15


class Quote(QFrame):
    """Shows a quote as it is, cut after 240 characters in the middle, so that both ends can be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._colour = ""
        self._label = plain.label(wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        lines = column(self, margins=(theme.px(13), 0, 0, 0))
        lines.addWidget(self._label)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._label.text()

    def show_quote(self, quote: str, *, colour: str) -> None:
        """Show other words; ``colour`` is the code's, or empty for a region."""
        self._colour = colour
        self._label.setText(middle_cut(quote))
        self._label.setAccessibleName(plain.cut(quote, longest=1000))
        self.update()

    def _dress(self) -> None:
        self._label.setFont(self._theme.reading_font(_SIZE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        super().paintEvent(event)
        painter = QPainter(self)
        colour = QColor(self._colour) if self._colour else self._theme.colour("secondary")
        painter.fillRect(QRect(0, 0, self._theme.px(3), self.height()), colour)


def middle_cut(quote: str) -> str:
    """Cut a long quote in the middle."""
    line = " ".join(quote.split("\n"))
    if len(line) <= _LONGEST:
        return line
    half = _LONGEST // 2
    head, tail = line[:half].rpartition(" ")[0] or line[:half], line[-half:].partition(" ")[2] or line[-half:]
    return f"{head} … {tail}"
