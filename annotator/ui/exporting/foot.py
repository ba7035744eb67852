# SPDX-License-Identifier: MIT
"""The foot of the page: at the left what will be written, at the right the verb, or while it writes, how to stop it."""

from PySide6.QtCore import Qt, Signal

from annotator.ui import plain
from annotator.ui.file_check import FileCheck, HeldButton
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import Surface, row

VERB = "Export to a folder…"


class ExportFoot(Surface):
    """``asked`` for the export, ``cancelled`` while it is written."""

    asked = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, check: FileCheck) -> None:
        super().__init__("panel", line="top")
        px = theme.px
        self._said = plain.label(wrap=True)
        self._missing = plain.label(ink="secondary")
        self.cancel = Button(theme, "Stop writing")
        self.export = Button(theme, VERB, kind="primary")
        line = row(self, margins=(px(24), px(12), px(24), px(12)), gap=px(10))
        line.addWidget(self._said, 1)
        for part in (self._missing, self.cancel, self.export):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._held = HeldButton(check, self.export, self._missing)
        self.cancel.hide()
        self.export.clicked.connect(self.asked)
        self.cancel.clicked.connect(self.cancelled)

    @property
    def sentence(self) -> str:
        """What is said of what will be written."""
        return self._said.text()

    @property
    def missing(self) -> str:
        """What is said to be missing."""
        return self._missing.text()

    def tell(self, sentence: str) -> None:
        """Say what will be written."""
        self._said.setText(plain.cut(sentence))

    def allow(self, may: bool, *, missing: str = "") -> None:
        """Say whether the verb may act, and what is missing where it may not."""
        self._held.allow(may, missing=missing)

    def show_writing(self, is_writing: bool) -> None:
        """Offer to stop while it writes."""
        self._held.allow(not is_writing)
        self.cancel.setVisible(is_writing)
