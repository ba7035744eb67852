# SPDX-License-Identifier: MIT
"""What a screen reader is told about the article: the codes at the caret, and single sentences."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from annotator.ui.text_view.hit import marks_at
from annotator.ui.text_view.surface import ReadingSurface

CALM_MS = 200
"""The caret has to rest so long before its codes are told."""


class Speech(QObject):
    """Keeps the accessible description of a view true to its caret; never speaks while the caret is moving."""

    def __init__(self, view: ReadingSurface) -> None:
        super().__init__(view)
        self._view = view
        self._caret = 0
        self._said: QAccessibleAnnouncementEvent | None = None
        self._timer = QTimer(self, interval=CALM_MS, singleShot=True)
        self._timer.timeout.connect(self._describe)
        view.setAccessibleName("Article")
        view.setAccessibleDescription("No codes at caret")

    def caret_moved(self, position: int) -> None:
        """Take note of the caret (a code point); it is described when it rests."""
        self._caret = position
        self._timer.start()

    def say(self, sentence: str) -> None:
        """Announce a sentence once."""
        self._said = QAccessibleAnnouncementEvent(self._view, sentence)
        QAccessible.updateAccessibility(self._said)

    def _describe(self) -> None:
        scene = self._view.scene
        names = [scene.style(mark).name for mark in marks_at(scene, self._caret)]
        if not names:
            sentence = "No codes at caret"
        else:
            sentence = f"{len(names)} {'code' if len(names) == 1 else 'codes'} at caret: {', '.join(names)}"
        if sentence != self._view.accessibleDescription():
            self._view.setAccessibleDescription(sentence)
