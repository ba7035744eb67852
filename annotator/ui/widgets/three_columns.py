# SPDX-License-Identifier: MIT
"""A list, a text and what belongs to it, side by side; where the window is narrow they take turns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Surface, column, row

LEFT, MIDDLE, RIGHT = "left", "middle", "right"
_LEFT_FOLDS_BELOW, _RIGHT_FOLDS_BELOW = 1120, 800
_LEFT, _RIGHT = 288, 352


class ThreeColumns(QWidget):
    """First the left one gives way to the middle, then each has the whole width.

    ``turned(part)`` tells who is shown, ``folded_changed`` how many give way. ``names`` are those of the three on
    the row of segments that chooses between them.
    """

    turned = Signal(str)
    folded_changed = Signal(int)

    def __init__(self, theme: Theme, parts: Sequence[QWidget], *, names: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._parts = dict(zip((LEFT, MIDDLE, RIGHT), parts, strict=True))
        self._shown = MIDDLE
        self._folded = 0
        self.turns = Segmented(theme, tuple(zip((LEFT, MIDDLE, RIGHT), names, strict=True)), name="Shown")
        px = theme.px
        self._head = Surface("panel", line="bottom")
        row(self._head, margins=(px(8), px(4), px(8), px(4))).addWidget(self.turns)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        for place, part in enumerate(parts):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(place, 1 if place == 1 else 0)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([px(_LEFT), px(760), px(_RIGHT)])
        whole = column(self)
        whole.addWidget(self._head)
        whole.addWidget(self._splitter, 1)
        self._head.hide()
        self.turns.chosen.connect(self.turn_to)

    @property
    def folded(self) -> int:
        """How many columns give way: 0, 1 or 2."""
        return self._folded

    def turn_to(self, part: str) -> None:
        """Show a column, if it is not there already."""
        self._shown = part if part in self._parts else MIDDLE
        self._apply()
        self.turned.emit(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by the width, counted in text heights."""
        super().resizeEvent(event)
        width = 1000 * self.width() / max(1, self._theme.px(1000))
        folded = int(width < _LEFT_FOLDS_BELOW) + int(width < _RIGHT_FOLDS_BELOW)
        if folded != self._folded:
            self._folded = folded
            self._apply()
            self.folded_changed.emit(folded)

    def _apply(self) -> None:
        shown = self._shown
        if self._folded == 1 and shown == RIGHT:
            shown = MIDDLE
        visible = {LEFT, MIDDLE, RIGHT} if self._folded == 0 else {shown}
        if self._folded == 1:
            visible.add(RIGHT)
        for name in sorted(self._parts, key=lambda each: each not in visible):
            self._parts[name].setVisible(name in visible)
        self._head.setVisible(self._folded > 0)
        self.turns.let(RIGHT, self._folded == 2)
        self.turns.show_value(shown)
