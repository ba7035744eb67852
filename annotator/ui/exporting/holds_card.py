# SPDX-License-Identifier: MIT
"""What a format holds and what it cannot hold, in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from annotator.ui import plain
from annotator.ui.exporting.formats import ExportFormat
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, column, row


class HoldsCard(Surface):
    """Two lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        px = theme.px
        self.holds, self.cannot = plain.label(wrap=True), plain.label(wrap=True, ink="secondary")
        lines = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(8))
        lines.addLayout(_line(theme, "tick", "Holds", self.holds))
        lines.addLayout(_line(theme, "cross", "Cannot hold", self.cannot))
        self.setAccessibleName("What the format holds")

    def show_format(self, shown: ExportFormat) -> None:
        """Say it of another format."""
        self.holds.setText(f"Holds: {shown.holds}")
        self.cannot.setText(f"Does not hold: {shown.cannot}")


def _line(theme: Theme, icon: str, spoken: str, words: QLabel) -> QHBoxLayout:
    line = row(gap=theme.px(10))
    picture = Picture(theme, icon)
    plain.name_for_screen_reader(picture, spoken)
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return line
