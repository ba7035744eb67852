# SPDX-License-Identifier: MIT
"""What is chosen at the left, what comes of it at the right; in a narrow window they take turns."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Surface, column, row

SIDE, MAIN = "side", "main"
_FOLDS_BELOW, _SIDE = 760, 288


class FiltersBeside(QWidget):
    """``turned(part)`` tells which of the two is shown where only one has room."""

    turned = Signal(str)

    def __init__(self, theme: Theme, side: QWidget, main: QWidget, *, names: tuple[str, str]) -> None:
        super().__init__()
        self._theme = theme
        self._parts = {SIDE: side, MAIN: main}
        self._shown = MAIN
        self._is_folded = False
        px = theme.px
        self.turns = Segmented(theme, tuple(zip((SIDE, MAIN), names, strict=True)), name="Shown")
        self._head = Surface("panel", line="bottom")
        row(self._head, margins=(px(8), px(4), px(8), px(4))).addWidget(self.turns)
        both = row()
        both.addWidget(side)
        both.addWidget(main, 1)
        whole = column(self)
        whole.addWidget(self._head)
        whole.addLayout(both, 1)
        side.setFixedWidth(px(_SIDE))
        self._head.hide()
        self.turns.show_value(MAIN)
        self.turns.chosen.connect(self.turn_to)

    @property
    def is_folded(self) -> bool:
        """Whether only one of the two has room."""
        return self._is_folded

    def turn_to(self, part: str) -> None:
        """Show a part, if it is not there already."""
        self._shown = part if part in self._parts else MAIN
        self._apply()
        self.turned.emit(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by the width, counted in text heights."""
        super().resizeEvent(event)
        folded = self.width() < self._theme.px(_FOLDS_BELOW)
        if folded != self._is_folded:
            self._is_folded = folded
            self._apply()

    def _apply(self) -> None:
        side = self._parts[SIDE]
        side.setMinimumWidth(0 if self._is_folded else self._theme.px(_SIDE))
        side.setMaximumWidth(16_777_215 if self._is_folded else self._theme.px(_SIDE))
        # Hidden first, so that both never ask for room at once.
        for name in sorted(self._parts, key=lambda each: each == self._shown):
            self._parts[name].setVisible(not self._is_folded or name == self._shown)
        self._head.setVisible(self._is_folded)
        self.turns.show_value(self._shown)


def take_focus(widget: QWidget) -> bool:
    """Put the focus on a widget, or on the first thing in it that takes it; False where nothing does."""
    for each in (widget, *widget.findChildren(QWidget)):
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            each.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
