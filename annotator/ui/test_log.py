# SPDX-License-Identifier: MIT
"""Words for tests that drive the program from outside; spoken only where ANNOTATOR_TEST_LOG names a file or pipe.

One line each: ``painted`` after the window's first paint, ``focus`` whenever the window has become the active one,
``opened`` when a project is shown, ``saved ID...`` after the store has answered, with the annotations it touched.
No word of an article is ever among them.
"""

import os

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.operations import Touched

VARIABLE = "ANNOTATOR_TEST_LOG"


class TestLog(QObject):
    """Watches one window and says what has happened to it."""

    __test__ = False

    def __init__(self, path: str, window: QWidget) -> None:
        super().__init__(window)
        self._path = path
        self._has_painted = False
        window.installEventFilter(self)

    def say(self, *words: str) -> None:
        """Add one line; each is written whole, so that a reader never sees half of one."""
        with open(self._path, "ab", buffering=0) as log:  # a pipe cannot be opened through Path
            log.write((" ".join(words) + "\n").encode())

    def say_saved(self, touched: Touched, initiator: object = None) -> None:
        """Say that a verb was stored, with the annotations and regions that it touched."""
        del initiator
        self.say("saved", *sorted((*touched.annotations, *touched.regions)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window's paints and activations; nothing is taken from it."""
        if event.type() is QEvent.Type.Paint and not self._has_painted:
            self._has_painted = True
            # The event is seen before the paint itself: the word comes after it.
            QTimer.singleShot(0, lambda: self.say("painted"))
        elif event.type() is QEvent.Type.WindowActivate:
            QTimer.singleShot(0, lambda: self.say("focus"))
        return super().eventFilter(watched, event)


def watch(window: QWidget) -> TestLog | None:
    """Watch this window if somebody listens."""
    path = os.environ.get(VARIABLE)
    return TestLog(path, window) if path else None
