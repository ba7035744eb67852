# SPDX-License-Identifier: MIT
"""The formats as one field, for windows that have no room for the list."""

from PySide6.QtCore import Signal

from annotator.ui.exporting.formats import GROUPS
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.choice import Choice


class FormatChoice(Choice):
    """``chosen(name)`` by the reader. Headings stand between the formats and cannot be chosen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, name="Format")
        for place, (head, several) in enumerate(GROUPS):
            if place:
                self.insertSeparator(self.count())
            for each in several:
                self.addItem(f"{each.words} ({head.lower().removeprefix('for ')})", each.name)
        self.activated.connect(lambda _: self.chosen.emit(self.value))
