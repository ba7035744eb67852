# SPDX-License-Identifier: MIT
"""What the disk did not take is tried again by itself, every five seconds, until it is saved or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from annotator.ui.coding import Coding
    from annotator.ui.session import Session

EVERY_MILLISECONDS = 5000


class Retrying(QObject):
    """Watches the coding; ``settled`` when the state of what is not saved may be told: not in the midst of a try."""

    settled = Signal()

    def __init__(self, session: Session, coding: Coding) -> None:
        super().__init__(coding)
        self._session = session
        self._coding = coding
        self._is_trying = False
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.try_now)
        coding.unsaved_changed.connect(self._follow)

    def try_now(self) -> None:
        """Try at once. What is said on screen stays as it is until the answer is there, and so does the focus."""
        if self._is_trying or not self._coding.unsaved:
            return
        self._is_trying = True
        self._coding.try_again()
        self._session.read_out(self._tried)

    def _tried(self) -> None:
        self._is_trying = False
        self._follow()

    def _follow(self) -> None:
        if self._is_trying:
            return
        if self._coding.unsaved:
            self._timer.start()
        else:
            self._timer.stop()
        self.settled.emit()
