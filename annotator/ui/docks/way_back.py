# SPDX-License-Identifier: MIT
"""The line above the text while a passage is looked at that another page led to: what it is, its neighbours, back."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.surfaces import Surface, row


class WayBack(Surface):
    """``left`` asks for the page that led here; ``stepped(direction)`` for the next or previous passage."""

    left = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__("info")
        self._end: Callable[[], object] = _nothing
        px = theme.px
        self.words = Elided(theme, role=Type.META)
        self.back = Button(theme, "Back to agreement", kind="quiet", icon="left")
        self.previous = Button(theme, kind="icon", icon="up", spoken="Previous passage of the list")
        self.next = Button(theme, kind="icon", icon="down", spoken="Next passage of the list")
        line = row(self, margins=(px(8), px(2), px(8), px(2)), gap=px(8))
        line.addWidget(self.back)
        line.addWidget(KeyCap(theme, "Esc"))
        line.addWidget(self.words, 1)
        line.addWidget(self.previous)
        line.addWidget(self.next)
        self.back.clicked.connect(self.left)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.hide()

    def begin_visit(self, end: Callable[[], object], *, origin: str, steps: bool) -> None:
        """Say to where the way leads, and whether the passage has neighbours there; another visit is ended."""
        if end != self._end:
            self._end()
        self._end = end
        self.back.show_words(f"Back to {origin}")
        self.previous.setVisible(steps)
        self.next.setVisible(steps)

    def end_visit(self) -> None:
        """Take the line away."""
        self._end = _nothing
        self.hide()


def _nothing() -> None:
    """End no visit: there is none."""
