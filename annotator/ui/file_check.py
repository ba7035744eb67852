# SPDX-License-Identifier: MIT
"""The check of an opened file, behind the first paint: slice by slice on the store thread, so that a save slips in.

What takes the whole file elsewhere (merge, export, a copy to send) waits until it is through. A fault stops all
editing: nothing may be written on damaged ground.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from annotator import operations

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

    from annotator.domain import KnownError
    from annotator.operations import CheckProgress, Project
    from annotator.ui.session import Session

CHECKING = "Checking the file"
STILL_CHECKING = "The file is being checked first"
DAMAGED = "The file is damaged"
EDITING_PAUSED = "Nothing was changed: editing is paused, because the file is damaged. Go on in a backup or a copy."


class FileCheck(QObject):
    """``changed`` is emitted when the check begins and when it ends. It goes on while the session is open."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._progress: CheckProgress | None = None
        self._is_paused = False
        self._is_sound = False
        self._fault = ""
        self._watched: QWidget | None = None

    @property
    def is_running(self) -> bool:
        """Whether slices are on their way."""
        return self._progress is not None and not self._is_sound and not self._fault

    @property
    def fault(self) -> str:
        """What is wrong with the file, a sentence; empty while nothing is known to be."""
        return self._fault

    @property
    def waits(self) -> str:
        """Why a merge, an export or a copy cannot be made yet, in a few words; empty once the file is found sound."""
        if self._fault:
            return DAMAGED
        return "" if self._is_sound else STILL_CHECKING

    def begin_after_paint(self, page: QWidget) -> None:
        """Begin once this widget has been painted, so that the check never delays the first sight of the project."""
        self._watched = page
        page.installEventFilter(self)
        page.update()

    def begin(self) -> None:
        """Check from the start."""
        self._progress = operations.CheckProgress()
        self._is_sound, self._fault = False, ""
        self.changed.emit()
        self._next()

    def pause(self) -> None:
        """Ask for no further slice: the file is about to be closed."""
        self._is_paused = True

    def go_on(self) -> None:
        """Go on where a pause began."""
        self._is_paused = False
        self._next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint."""
        if watched is self._watched and event.type() == QEvent.Type.Paint:
            self._watched = None
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.begin)
        return False

    def _next(self) -> None:
        progress = self._progress
        if progress is None or self._is_paused or not self.is_running:
            return

        def work(project: Project) -> CheckProgress:
            return operations.check_slice(project, progress=progress)

        self._session.read(work, done=self._answered, failed=self._broke)

    def _answered(self, progress: CheckProgress) -> None:
        self._progress = progress
        if progress.done:
            self._is_sound, self._fault = not progress.fault, progress.fault
            self.changed.emit()
        else:
            self._next()

    def _broke(self, error: KnownError) -> None:
        self._fault = error.sentence
        self.changed.emit()


class HeldButton(QObject):
    """A button that also waits for the check, with the words beside it that say what is missing.

    Both are in their places already; the words take no room while there is nothing to say.
    """

    def __init__(self, check: FileCheck, button: QAbstractButton, words: QLabel) -> None:
        super().__init__(button)
        self._check = check
        self._button = button
        self._words = words
        self._may, self._missing = button.isEnabled(), ""
        check.changed.connect(self._follow)
        self._follow()

    def allow(self, may: bool, *, missing: str = "") -> None:
        """Say whether the button may act for all that the page knows, and what is missing where it may not."""
        self._may, self._missing = may, missing
        self._follow()

    def _follow(self) -> None:
        waits = self._check.waits
        self._button.setEnabled(self._may and not waits)
        said = waits if self._may and waits else self._missing
        self._words.setText(said)
        self._words.setVisible(bool(said))
