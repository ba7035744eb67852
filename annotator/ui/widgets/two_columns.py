# SPDX-License-Identifier: MIT
"""A table and what belongs to it, side by side; in a narrow window they take turns."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Surface, column, row

LEFT, RIGHT = "left", "right"
_FOLDS_BELOW = 940
_RIGHT = 352


class TwoColumns(QWidget):
    """``turned(part)`` tells which is shown where only one has room; ``names`` stand on the segments for both."""

    turned = Signal(str)

    def __init__(self, theme: Theme, left: QWidget, right: QWidget, *, names: tuple[str, str]) -> None:
        super().__init__()
        self._theme = theme
        self._parts = {LEFT: left, RIGHT: right}
        self._shown = LEFT
        self._is_folded = False
        self._has_right = True
        px = theme.px
        self.turns = Segmented(theme, tuple(zip((LEFT, RIGHT), names, strict=True)), name="Shown")
        self._head = Surface("panel", line="bottom")
        row(self._head, margins=(px(8), px(4), px(8), px(4))).addWidget(self.turns)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (left, right):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([px(1000), px(_RIGHT)])
        whole = column(self)
        whole.addWidget(self._head)
        whole.addWidget(self._splitter, 1)
        self._head.hide()
        self.turns.chosen.connect(self.turn_to)

    @property
    def is_folded(self) -> bool:
        """Whether only one of the two has room."""
        return self._is_folded

    def offer_right(self, is_offered: bool) -> None:
        """Let the right one be seen, or leave everything to the left one."""
        if is_offered != self._has_right:
            self._has_right = is_offered
            self._shown = self._shown if is_offered else LEFT
            self._apply()

    def turn_to(self, part: str) -> None:
        """Show a part, if it is not there already."""
        self._shown = part if part in self._parts else LEFT
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
        # Hidden first, so that both never ask for room at once.
        for name in sorted(self._parts, key=lambda each: each == self._shown):
            is_there = name == LEFT or self._has_right
            self._parts[name].setVisible(is_there and (not self._is_folded or name == self._shown))
        self._head.setVisible(self._is_folded and self._has_right)
        self.turns.show_value(self._shown)
