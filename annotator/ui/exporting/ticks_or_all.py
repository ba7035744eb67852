# SPDX-License-Identifier: MIT
"""Rows to tick below one box for all of them: what comes later belongs to all too."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import TickBox
from annotator.ui.widgets.surfaces import column
from annotator.ui.widgets.tick_list import TickItem, TickList


class TicksOrAll(QWidget):
    """``changed`` by the reader's own ticks."""

    changed = Signal()

    def __init__(self, theme: Theme, *, name: str, everything: str) -> None:
        super().__init__()
        self.all = TickBox(theme, everything)
        self.list = TickList(theme, name=name)
        lines = column(self)
        lines.addWidget(self.all)
        lines.addWidget(self.list)
        self.all.clicked.connect(self._turn_all)
        self.list.changed.connect(self._changed)

    @property
    def number(self) -> int:
        """How many rows there are."""
        return len(self.list.ticks.items)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values of the ticked rows."""
        return self.list.ticked

    @property
    def has_all(self) -> bool:
        """Whether everything is ticked."""
        return len(self.list.ticked) == self.number

    def show_items(self, items: Sequence[TickItem], *, ticked: Sequence[str]) -> None:
        """Show other rows; none ticked means all, as in every choice."""
        values = [item.value for item in items]
        self.list.offer(items)
        self.list.setVisible(bool(items))
        self.list.show_ticked([value for value in values if value in set(ticked)] or values)
        self.all.setChecked(self.has_all)

    def _turn_all(self, is_on: bool) -> None:
        self.list.show_ticked([item.value for item in self.list.ticks.items] if is_on else ())
        self.changed.emit()

    def _changed(self) -> None:
        self.all.setChecked(self.has_all)
        self.changed.emit()
