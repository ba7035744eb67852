# SPDX-License-Identifier: MIT
"""One of a few: a row of segments of which one is pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import Surface, row, rule


class Segmented(Surface):
    """Choices side by side; ``chosen`` is emitted for the user's own choice only. Arrows move between segments.

    Where ``may_be_none`` holds, pressing the chosen one again takes the choice back: its value is then empty.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, choices: Sequence[tuple[str, str]], *, name: str, may_be_none: bool = False
    ) -> None:
        super().__init__("segments")
        self._group = QButtonGroup(self)
        self._group.setExclusive(not may_be_none)
        self._buttons: dict[str, Button] = {}
        line = row(self, margins=(1, 1, 1, 1))
        for place, (value, words) in enumerate(choices):
            if place:
                line.addWidget(rule(down=True))
            button = Button(theme, words, kind="segment")
            button.setCheckable(True)
            plain.name_for_screen_reader(button, f"{name}: {words}")
            button.clicked.connect(lambda checked, value=value: self._take(value, checked))
            self._group.addButton(button)
            self._buttons[value] = button
            line.addWidget(button, 1)
        self.setAccessibleName(name)

    @property
    def value(self) -> str:
        """The value of the pressed segment, or empty."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def show_value(self, value: str) -> None:
        """Press a segment without telling anyone; an unknown or empty value presses none."""
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == value)
        self._group.setExclusive(exclusive)

    def set_words(self, value: str, words: str) -> None:
        """Put other words on a segment."""
        self._buttons[value].show_words(words)

    def let(self, value: str, is_offered: bool) -> None:
        """Offer a segment, or not."""
        self._buttons[value].setVisible(is_offered)

    def focus_chosen(self) -> None:
        """Put the focus on the pressed segment, else on the first."""
        self._buttons.get(self.value, next(iter(self._buttons.values()))).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go along the segments."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        buttons = list(self._buttons.values())
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if event.key() in steps and focused is not None:
            buttons[(focused + steps[Qt.Key(event.key())]) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _take(self, value: str, checked: bool) -> None:
        self.show_value(value if checked else "")
        self.chosen.emit(value if checked else "")


def spread(parts: Sequence[QWidget], *, gap: int) -> QWidget:
    """Put widgets side by side in one plain widget."""
    made = QWidget()
    line = row(made, gap=gap)
    for part in parts:
        line.addWidget(part)
    return made
