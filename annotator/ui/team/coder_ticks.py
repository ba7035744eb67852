# SPDX-License-Identifier: MIT
"""A tick box per coder: whom a rule or a hand-out is for."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.domain import Coder, CoderId
from annotator.ui import words
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import TickBox
from annotator.ui.widgets.surfaces import clear, column


class CoderTicks(QWidget):
    """All are ticked at first; what the user unticked stays so. ``changed`` by the user only.

    ``followers`` come behind the boxes by Tab: boxes are made anew, and what is made last would come last.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.boxes: dict[CoderId, TickBox] = {}
        self.followers: tuple[QWidget, ...] = ()
        self._shown: list[Coder] = []
        self._lines = column(self, gap=theme.px(2))

    @property
    def ticked(self) -> tuple[CoderId, ...]:
        """Who is ticked, in their order."""
        return tuple(coder for coder, box in self.boxes.items() if box.isChecked())

    def show_coders(self, coders: Sequence[Coder]) -> None:
        """Offer these."""
        if list(coders) == self._shown:
            return
        off = {coder for coder, box in self.boxes.items() if not box.isChecked()}
        self._shown = list(coders)
        clear(self._lines)
        self.boxes = {}
        for coder in coders:
            box = TickBox(self._theme, words.coder_name(coder))
            box.setChecked(coder.id not in off)
            box.clicked.connect(lambda _=False: self.changed.emit())
            self.boxes[coder.id] = box
            self._lines.addWidget(box)
        for one, next_one in itertools.pairwise((*self.boxes.values(), *self.followers)):
            QWidget.setTabOrder(one, next_one)
