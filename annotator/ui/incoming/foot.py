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

PROMISE = "All of it or nothing, in one step that Undo takes back."
_PROMISE_FROM = 760


class IncomingFoot(Surface):
    """``asked`` to take it in, ``cancelled``; ``missing_asked`` by a click on what is missing."""

    asked = Signal()
    cancelled = Signal()
    missing_asked = Signal()

    def __init__(self, theme: Theme, check: FileCheck) -> None:
        super().__init__("panel", line="top")
        self._theme = theme
        px = theme.px
        self._shield, self._promise = Picture(theme, "undo"), plain.label(PROMISE, ink="secondary", wrap=True)
        self._sign = Picture(theme, "warning", token="warning")
        self.go_there = Button(theme, "", kind="link")
        self._waits = plain.label(ink="secondary")
        self.cancel = Button(theme, "Cancel")
        self.take = Button(theme, "Take in", kind="primary")
        line = row(self, margins=(px(24), px(12), px(24), px(12)), gap=px(10))
        line.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._promise, 1)
        line.addStretch(0)
        for part in (self._sign, self.go_there, self._waits, self.cancel, self.take):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._held = HeldButton(check, self.take, self._waits)
        self.take.clicked.connect(self.asked)
        self.cancel.clicked.connect(self.cancelled)
        self.go_there.clicked.connect(self.missing_asked)
        self._sign.hide()
        self.go_there.hide()

    @property
    def missing(self) -> str:
        """What is said to be missing."""
        return self.go_there.accessibleName() if not self.go_there.isHidden() else self._waits.text()

    def allow(self, may: bool, *, missing: str = "", answers: str = "") -> None:
        """Say whether the verb may act and, where not, what is missing; ``answers`` leads to what is asked."""
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
