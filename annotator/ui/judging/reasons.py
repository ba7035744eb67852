# SPDX-License-Identifier: MIT
"""Why coders differed: seven reasons, each with its number, at most one of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from annotator.domain import DecisionReason
from annotator.ui import plain
from annotator.ui.judging.kinds import REASON_WORDS
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import RadioDot
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.surfaces import column, row

REASONS = tuple(REASON_WORDS)
_FIRST_COLUMN = 4


class Reasons(QWidget):
    """``chosen(DecisionReason)``: choosing the chosen one again takes it back."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        head, aside = plain.label("Reason"), plain.label("with Ctrl", ink="secondary")
        head.setFont(theme.font(Type.HEAD))
        first = row(gap=px(4))
        first.addWidget(head)
        first.addWidget(aside)
        first.addStretch(1)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.dots: dict[DecisionReason, RadioDot] = {}
        for number, reason in enumerate(REASONS):
            side, line = divmod(number, _FIRST_COLUMN)
            dot = RadioDot(theme, REASON_WORDS[reason])
            dot.setAutoExclusive(False)
            dot.setAccessibleName(f"{REASON_WORDS[reason]} (Ctrl+{number + 1})")
            dot.clicked.connect(lambda checked, reason=reason: self._take(reason, checked))
            grid.addWidget(KeyCap(theme, str(number + 1)), line, 2 * side, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(dot, line, 2 * side + 1)
            self._group.addButton(dot)
            self.dots[reason] = dot
        lines = column(self, gap=px(4))
        lines.addLayout(first)
        lines.addLayout(grid)

    def show_reason(self, reason: DecisionReason, *, may_choose: bool) -> None:
        """Mark the chosen one without telling anyone."""
        for each, dot in self.dots.items():
            dot.setChecked(each is reason)
            dot.setEnabled(may_choose)

    def _take(self, reason: DecisionReason, checked: bool) -> None:
        self.chosen.emit(reason if checked else DecisionReason.NOT_SET)
