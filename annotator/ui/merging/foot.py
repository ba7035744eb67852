# SPDX-License-Identifier: MIT
"""The foot of the page: what is promised at the left, what is missing and the two verbs at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from annotator.ui import plain
from annotator.ui.file_check import FileCheck, HeldButton
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, row

BACKUP = "A checked backup is made first. If anything fails, the project stays as it is."
_PROMISE_FROM = 760


class MergeFoot(Surface):
    """``merge_asked`` and ``cancelled``; ``missing_asked`` by a click on what is missing."""

    merge_asked = Signal()
    cancelled = Signal()
    missing_asked = Signal()

    def __init__(self, theme: Theme, check: FileCheck) -> None:
        super().__init__("panel", line="top")
        self._theme = theme
        px = theme.px
        self._shield, self._promise = Picture(theme, "shield"), plain.label(BACKUP, ink="secondary", wrap=True)
        self.go_there = Button(theme, "", kind="link")
        self._sign = Picture(theme, "warning", token="warning")
        self._waits = plain.label(ink="secondary")
        self.cancel = Button(theme, "Cancel")
        self.merge = Button(theme, "Merge", kind="primary")
        line = row(self, margins=(px(24), px(12), px(24), px(12)), gap=px(10))
        line.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._promise, 1)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.go_there)
        line.addWidget(self._waits)
        line.addWidget(self.cancel)
        line.addWidget(self.merge)
        self._held = HeldButton(check, self.merge, self._waits)
        self.merge.clicked.connect(self.merge_asked)
        self.cancel.clicked.connect(self.cancelled)
        self.go_there.clicked.connect(self.missing_asked)
        self._sign.hide()
        self.go_there.hide()

    @property
    def missing(self) -> str:
        """What is said to be missing."""
        return self.go_there.accessibleName() if not self.go_there.isHidden() else self._waits.text()

    def allow(self, may: bool, *, missing: str = "", answers: str = "") -> None:
        """Say whether merging may begin and, where not, what is missing; ``answers`` names those of the lead."""
        self._held.allow(may and not answers, missing="" if answers else missing)
        self.go_there.show_words(answers)
        self._sign.setVisible(bool(answers))
        self.go_there.setVisible(bool(answers))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the promise give way in a narrow window; the verbs stay."""
        super().resizeEvent(event)
        has_room = self.width() >= self._theme.px(_PROMISE_FROM)
        self._shield.setVisible(has_room)
        self._promise.setVisible(has_room)
