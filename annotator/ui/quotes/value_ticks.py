# SPDX-License-Identifier: MIT
"""Values of several named things, of which one is shown at a time: article fields, attributes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.counting.selection import Values
from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import column
from annotator.ui.widgets.tick_list import TickItem, TickList

NOT_SET = "(not set)"
_MOST_VALUES = 2000


class ValueTicks(QWidget):
    """A choice of the name, then boxes for its values. ``changed`` when the user ticked something."""

    changed = Signal()

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__()
        self.names = Choice(theme, name=name)
        self.list = TickList(theme, name=f"{name}: values")
        self.list.setMinimumHeight(1)
        self._values: Mapping[str, Sequence[tuple[str, int]]] = {}
        self._labels: Mapping[str, str] = {}
        self._ticked: dict[str, tuple[str, ...]] = {}
        lines = column(self, gap=theme.px(6))
        lines.addWidget(self.names)
        lines.addWidget(self.list)
        self.names.activated.connect(lambda _: self._show_values())
        self.list.changed.connect(self._take)

    @property
    def wanted(self) -> tuple[Values, ...]:
        """The ticked values by their names."""
        return tuple(Values(name, values) for name, values in self._ticked.items() if values)

    @property
    def aside(self) -> str:
        """What is set, in words."""
        said = [
            f"{self._labels.get(each.name, each.name)}: {', '.join(value or NOT_SET for value in each.values)}"
            for each in self.wanted
        ]
        return "; ".join(said) or "All"

    def offer(self, labels: Mapping[str, str], values: Mapping[str, Sequence[tuple[str, int]]]) -> None:
        """Offer names with their labels, and the values of each with how often they occur (0: not said)."""
        if labels == self._labels and values == self._values:
            return
        self._labels, self._values = dict(labels), values
        kept = self.names.value
        self.names.clear()
        for name, label in labels.items():
            self.names.addItem(plain.cut(label, longest=80), name)
        self.names.setCurrentIndex(max(0, self.names.findData(kept)))
        self._show_values()

    def show_wanted(self, wanted: Sequence[Values]) -> None:
        """Tick these without telling anyone, and show the first name that has any."""
        self._ticked = {each.name: each.values for each in wanted}
        if wanted and not self._ticked.get(self.names.value):
            self.names.setCurrentIndex(max(0, self.names.findData(wanted[0].name)))
        self._show_values()

    def _show_values(self) -> None:
        name = self.names.value
        items = [
            TickItem(value, value or NOT_SET, f"{number:,}" if number else "")
            for value, number in self._values.get(name, ())[:_MOST_VALUES]
        ]
        self.list.offer(items)
        self.list.show_ticked(self._ticked.get(name, ()))

    def _take(self) -> None:
        self._ticked[self.names.value] = self.list.ticked
        self.changed.emit()
