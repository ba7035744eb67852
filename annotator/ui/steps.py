# SPDX-License-Identifier: MIT
"""One long question to the project at a time, with how far it is and a way to call it off."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.domain import KnownError
from annotator.operations import Project
from annotator.ui.jobs import Report
from annotator.ui.session import Session

Answer = TypeVar("Answer")


class Steps(QObject):
    """``began(words)``, ``progressed(share)`` and ``ended`` are for whoever shows work.

    ``called_off`` says that the reader ended it; then neither handler is called.
    """

    began = Signal(str)
    progressed = Signal(float)
    ended = Signal()
    called_off = Signal()

    def __init__(self, session: Session, *, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: int | None = None

    @property
    def is_running(self) -> bool:
        """Whether an answer is waited for."""
        return self._job is not None

    def run(
        self,
        work: Callable[[Project, Report], Answer],
        *,
        words: str,
        done: Callable[[Answer], None],
        failed: Callable[[KnownError], None],
    ) -> None:
        """Begin; what is running is called off without a word."""
        self.stop()
        self.began.emit(words)

        def answered(answer: Answer) -> None:
            self._end()
            done(answer)

        def refused(error: KnownError) -> None:
            self._end()
            failed(error)

        self._job = self._session.read_in_steps(work, done=answered, failed=refused, progressed=self.progressed.emit)

    def cancel(self) -> None:
        """End it because the reader wants it."""
        if self.stop():
            self.called_off.emit()

    def stop(self) -> bool:
        """End it; False where nothing runs."""
        job = self._job
        if job is None:
            return False
        self._session.jobs.call_off(job)
        self._end()
        return True

    def _end(self) -> None:
        self._job = None
        self.ended.emit()
