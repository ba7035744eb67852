# SPDX-License-Identifier: MIT
"""Words for tests that drive the program from outside; spoken only where ANNOTATOR_TEST_LOG names a file or pipe.

One line each: ``painted`` after the window's first paint, ``opened`` when a project is there, ``shown`` when an
article is, ``focus KIND`` when a widget of that class has got the keys, ``saved ID...`` after the store has answered,
with the annotations and regions it touched. No word of an article is ever among them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, SignalInstance

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
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.say_focus)

    def say(self, *words: str) -> None:
        """Add one line; each is written whole, so that a reader never sees half of one."""
        with open(self._path, "ab", buffering=0) as log:  # a pipe cannot be opened through Path
            log.write((" ".join(words) + "\n").encode())

    def say_opened(self) -> None:
        """Say that a project is there."""
        self.say("opened")

    def say_shown(self) -> None:
        """Say that an article is shown."""
        self.say("shown")

    def say_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Say what kind of widget has the keys now."""
        if now is not None:
            self.say("focus", type(now).__name__)

    def say_saved(self, touched: Touched, _: object = None) -> None:
        """Say that a verb was stored, with the annotations and regions that it touched."""
        self.say("saved", *sorted((*touched.annotations, *touched.regions)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window's first paint; nothing is taken from it."""
        # Told by its class: the enumeration of all types of events would cost as much as a small window.
        if isinstance(event, QPaintEvent) and not self._has_painted:
            self._has_painted = True
            watched.removeEventFilter(self)
            # The event is seen before the paint itself: the word comes after it.
            QTimer.singleShot(0, lambda: self.say("painted"))
        return False


def watch(
    window: QWidget, *, opened: SignalInstance, changed: SignalInstance, shown: Callable[[], SignalInstance]
) -> TestLog | None:
    """Watch this window if somebody listens; ``opened`` and ``changed`` are its session's and its bus's signals.

    ``shown`` gives the signal of an article being shown; it is asked for when the first project has been opened.
    """
    path = os.environ.get(VARIABLE)
    if not path:
        return None
    log = TestLog(path, window)
    opened.connect(log.say_opened)
    opened.connect(lambda: shown().connect(log.say_shown, Qt.ConnectionType.UniqueConnection))
    changed.connect(log.say_saved)
    return log
