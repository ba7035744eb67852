# SPDX-License-Identifier: MIT
"""What came of taking annotations in, and the ways back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from annotator.exchange.findings import Finding
from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.findings_list import FindingsList
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, clear, column, row

UNDONE = "It was taken back: nothing of the file is in the project any more."


class ResultCard(Surface):
    """``undo_asked``, ``history_asked``."""

    undo_asked = Signal()
    history_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        self._theme = theme
        px = theme.px
        self.title = plain.label(wrap=True)
        self.title.setFont(theme.font(Type.HEAD))
        self._lines = column(margins=(px(24), 0, 0, 0), gap=px(3))
        self.findings = FindingsList(theme)
        self.undo = Button(theme, "Undo", icon="undo")
        self.history = Button(theme, "Show it in the history")
        whole = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(8))
        head = row(gap=px(8))
        head.addWidget(Picture(theme, "saved"))
        head.addWidget(self.title, 1)
        whole.addLayout(head)
        whole.addLayout(self._lines)
        whole.addWidget(self.findings)
        verbs = row(margins=(px(24), px(4), 0, 0), gap=px(8))
        verbs.addWidget(self.undo)
        verbs.addWidget(self.history)
        verbs.addStretch(1)
        whole.addLayout(verbs)
        self.undo.clicked.connect(self.undo_asked)
        self.history.clicked.connect(self.history_asked)
        self.setAccessibleName("What came of it")
        self.hide()

    def show_result(self, title: str, lines: Sequence[str], findings: Sequence[Finding], *, can_undo: bool) -> None:
        """Show what came of it."""
        self.title.setText(plain.cut(title))
        clear(self._lines)
        for each in lines:
            self._lines.addWidget(plain.label(each, wrap=True, ink="secondary"))
        self.findings.show_findings(findings)
        self.undo.setVisible(can_undo)
        self.show()

    def show_undone(self) -> None:
        """Say that it was taken back."""
        self.title.setText(UNDONE)
        clear(self._lines)
        self.findings.show_findings(())
        self.undo.hide()
