# SPDX-License-Identifier: MIT
"""A card of options: a head, and parts below that are there or not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import Surface, column


class OptionCard(Surface):
    """``changed`` by the reader's own choice. Fill ``body``."""

    changed = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__("card")
        self.theme = theme
        px = theme.px
        head = plain.label(title)
        head.setFont(theme.font(Type.HEAD))
        self.body: QVBoxLayout = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(6))
        self.body.addWidget(head)
        self.setAccessibleName(title)

    def part(self) -> tuple[QWidget, QVBoxLayout]:
        """Add a part that can be hidden."""
        made = QWidget()
        lines = column(made, gap=self.theme.px(4))
        self.body.addWidget(made)
        return made, lines

    def words(self, text: str) -> QLabel:
        """Make a line of small words."""
        made = plain.label(text, ink="secondary", wrap=True)
        made.setFont(self.theme.font(Type.META))
        return made

    def tick(self, words: str) -> TickBox:
        """Make a box to tick."""
        made = TickBox(self.theme, words)
        made.clicked.connect(lambda _: self.changed.emit())
        plain.set_tooltip(made, words)
        made.setSizePolicy(made.sizePolicy().Policy.Ignored, made.sizePolicy().verticalPolicy())
        return made

    def choice(self, name: str, values: tuple[tuple[str, str], ...]) -> Choice:
        """Make a closed list of values with their words."""
        made = Choice(self.theme, name=name)
        for value, words in values:
            made.addItem(words, value)
        made.activated.connect(lambda _: self.changed.emit())
        return made
