# SPDX-License-Identifier: MIT
"""What needs no answer: a head, and lines of a shape, a word, a number and a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, clear, column, row, rule

Fact = tuple[str, str, int, str]
"""Icon, head, number (0 is not shown), explanation."""


class FactsCard(Surface):
    """Shows the facts it is given."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__("card")
        self._theme = theme
        px = theme.px
        head = plain.label(title)
        head.setFont(theme.font(Type.HEAD))
        head.setContentsMargins(px(16), px(10), px(16), px(10))
        whole = column(self, margins=(1, 1, 1, 1))
        whole.addWidget(head)
        self._room = column()
        whole.addLayout(self._room)
        whole.addStretch(1)
        self.setAccessibleName(title)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        px = self._theme.px
        clear(self._room)
        for icon, title, number, said in facts:
            self._room.addWidget(rule())
            line = row(margins=(px(16), px(8), px(16), px(8)), gap=px(10))
            line.addWidget(Picture(self._theme, icon), 0, Qt.AlignmentFlag.AlignTop)
            lines = column(gap=px(2))
            lines.addWidget(plain.label(title))
            explained = plain.label(said, wrap=True, ink="secondary")
            explained.setFont(self._theme.font(Type.META))
            lines.addWidget(explained)
            line.addLayout(lines, 1)
            if number:
                line.addWidget(plain.label(f"{number:,}"), 0, Qt.AlignmentFlag.AlignTop)
            self._room.addLayout(line)
