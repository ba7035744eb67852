# SPDX-License-Identifier: MIT
"""Which code or coder of the project each of a file's is: as found, another one, or a new one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from annotator.ui import plain, words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.surfaces import Surface, clear, column

SHOWN = 40


@dataclass(frozen=True, slots=True)
class MappingRow:
    """One of the file's: ``offered`` are values with their words, ``chosen`` is the one that counts."""

    key: str
    name: str
    offered: tuple[tuple[str, str], ...]
    chosen: str


class MappingCard(Surface):
    """``chosen(key, value)`` by hand only. Very many rows are shown some at a time."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, title: str, *, why: str) -> None:
        super().__init__("card")
        self._theme = theme
        self._rows: tuple[MappingRow, ...] = ()
        self._most = SHOWN
        px = theme.px
        head = plain.label(title)
        head.setFont(theme.font(Type.HEAD))
        said = plain.label(why, ink="secondary", wrap=True)
        said.setFont(theme.font(Type.META))
        self.choices: dict[str, Choice] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.more = Button(theme, "", kind="link")
        lines = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(6))
        lines.addWidget(head)
        lines.addWidget(said)
        lines.addLayout(self._grid)
        lines.addWidget(self.more)
        lines.addStretch(1)
        self.more.clicked.connect(self._show_more)
        self.setAccessibleName(title)

    def show_rows(self, rows: Sequence[MappingRow]) -> None:
        """Show other rows; the same ones keep their focus."""
        several = tuple(rows)
        if [(each.key, each.offered) for each in several] == [(each.key, each.offered) for each in self._rows]:
            self._rows = several
            for each in several:
                if each.key in self.choices:
                    self.choices[each.key].show_value(each.chosen)
            return
        self._rows = several
        self._most = SHOWN
        self._fill()

    def _fill(self) -> None:
        clear(self._grid)
        self.choices = {}
        for line, each in enumerate(self._rows[: self._most]):
            choice = Choice(self._theme, name=f"{each.name} is")
            for value, said in each.offered:
                choice.addItem(plain.cut(said, longest=80), value)
            choice.show_value(each.chosen)
            choice.setEnabled(len(each.offered) > 1)
            choice.activated.connect(lambda _, key=each.key, made=choice: self.chosen.emit(key, made.value))
            self.choices[each.key] = choice
            self._grid.addWidget(Elided(self._theme, each.name), line, 0)
            self._grid.addWidget(choice, line, 1)
        others = len(self._rows) - self._most
        self.more.show_words(f"Show {words.counted(others, 'more', many='more')}")
        self.more.setVisible(others > 0)

    def _show_more(self) -> None:
        before = self._most
        self._most += 4 * SHOWN
        self._fill()
        first = self._rows[before].key
        self.choices[first].setFocus()
