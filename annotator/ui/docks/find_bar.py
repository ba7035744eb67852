# SPDX-License-Identifier: MIT
"""Find in the article: searches the stored text, not the widget's; the hit becomes the selection, ready to be coded."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from annotator.domain import Span
from annotator.ui import plain
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import Surface, row


def occurrences(text: str, sought: str) -> list[Span]:
    """Give where a text holds some words, whatever their case; a space also finds a no-break space or line end."""
    words = sought.split()
    if not words:
        return []
    pattern = r"\s+".join(re.escape(word) for word in words)
    return [Span.of(*found.span()) for found in re.finditer(pattern, text, re.IGNORECASE)]


class FindBar(Surface):
    """``found(Span)`` for each hit gone to; ``left`` when it closes."""

    found = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, desk: ArticleDesk) -> None:
        super().__init__("panel", line="bottom")
        self._desk = desk
        self._hits: list[Span] = []
        self._at = -1
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find in article")
        self.field.setAccessibleName("Find in article")
        self._count = plain.label(ink="secondary")
        previous = Button(theme, kind="icon", icon="up", spoken="Previous hit")
        following = Button(theme, kind="icon", icon="down", spoken="Next hit")
        close = Button(theme, kind="icon", icon="cross", spoken="Close the search")
        px = theme.px
        line = row(self, margins=(px(16), px(6), px(8), px(6)), gap=px(6))
        self.field.setMaximumWidth(px(320))
        line.addWidget(self.field, 1)
        line.addWidget(self._count)
        line.addStretch(1)
        for part in (previous, following, close):
            line.addWidget(part)
        self.field.textChanged.connect(lambda _: self._search())
        previous.clicked.connect(lambda: self.step(-1))
        following.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.shut)
        desk.article_changed.connect(self._search)

    @property
    def words(self) -> str:
        """What is said about the hits."""
        return self._count.text()

    def open(self) -> None:
        """Show the bar with its words selected."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def shut(self) -> None:
        """Hide the bar; the hit stays selected."""
        self.hide()
        self.left.emit()

    def step(self, direction: int) -> None:
        """Go to the next or previous hit, round the ends."""
        if self._hits:
            self._at = (self._at + direction) % len(self._hits)
            self._count.setText(f"{self._at + 1} of {len(self._hits)}")
            self.found.emit(self._hits[self._at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        article, sought = self._desk.article, self.field.text()
        self._hits = occurrences(article.text, sought) if article else []
        self._at = -1
        self._count.setText("" if not sought.strip() else f"{len(self._hits)} found" if self._hits else "Not found")
