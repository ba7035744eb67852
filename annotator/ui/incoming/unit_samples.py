# SPDX-License-Identifier: MIT
"""What the offsets of labels count, where nothing in the file tells: the same labels read either way, side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from annotator.exchange.codings.foreign_positions import OffsetUnit
from annotator.exchange.codings.labelled_lines import UnitQuestion
from annotator.ui import plain, words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import RadioDot
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.surfaces import column

UNITS = (
    (OffsetUnit.CODE_POINT.value, "Characters, as Python counts"),
    (OffsetUnit.UTF_16.value, "UTF-16 units, as browsers count"),
)


class UnitSamples(QWidget):
    """``chosen(unit)`` by the reader."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, question: UnitQuestion) -> None:
        super().__init__()
        lines = column(self, gap=theme.px(6))
        labels = words.counted(question.count, "label")
        lines.addWidget(
            plain.label(f"Nothing in the file tells what its offsets count; {labels} depend on it. Which reads right?",
                        wrap=True)
        )  # fmt: skip
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(3))
        self.dots: dict[str, RadioDot] = {}
        self._group = QButtonGroup(self)
        for place, (value, said) in enumerate(UNITS, start=1):
            dot = RadioDot(theme, said)
            plain.name_for_screen_reader(dot, f"Offsets count: {said}")
            dot.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            dot.setSizePolicy(dot.sizePolicy().Policy.Ignored, dot.sizePolicy().verticalPolicy())
            self._group.addButton(dot)
            self.dots[value] = dot
            grid.addWidget(dot, 0, place)
            grid.setColumnStretch(place, 1)
        for line, sample in enumerate(question.samples, start=1):
            label = Elided(theme, sample.label, role=Type.META, token="secondary")
            label.setFixedWidth(theme.px(96))
            plain.set_tooltip(label, sample.where)
            grid.addWidget(label, line, 0)
            for place, said in ((1, sample.in_code_points), (2, sample.in_utf_16)):
                grid.addWidget(Elided(theme, f"“{said}”", role=Type.META), line, place)
        lines.addLayout(grid)
        self.setFocusProxy(self.dots[UNITS[0][0]])

    def show_value(self, unit: str) -> None:
        """Show which was chosen; the empty one shows none."""
        self._group.setExclusive(False)
        for value, dot in self.dots.items():
            dot.setChecked(value == unit)
        self._group.setExclusive(True)
