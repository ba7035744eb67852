# SPDX-License-Identifier: MIT
"""What stands in the middle while a project has no articles: one sentence and the button that fills it."""

from PySide6.QtCore import Qt, Signal

from annotator.ui import plain
from annotator.ui.shortcuts import BY_NAME
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.surfaces import Surface, column, row


class EmptyProject(Surface):
    """``asked`` when articles are to be added."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("page")
        shortcut = BY_NAME["add_articles"]
        sentence = plain.label("This project has no articles yet. Text files are taken as they are.", ink="secondary")
        self.add = Button(theme, shortcut.words, kind="primary")
        self.add.clicked.connect(self.asked)
        lines = column(self, gap=theme.px(12))
        lines.addStretch(2)
        lines.addWidget(sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        line = row(gap=theme.px(8))
        line.addStretch(1)
        line.addWidget(self.add)
        line.addWidget(KeyCap(theme, shortcut.shown))
        line.addStretch(1)
        lines.addLayout(line)
        lines.addStretch(3)
