# SPDX-License-Identifier: MIT
"""Work of a page that takes a while: seen in the status line, called off there, one piece at a time."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.domain import KnownError
from annotator.operations import Project
from annotator.ui.jobs import Report
from annotator.ui.session import Session

Answer = TypeVar("Answer")


class Background(QObject):
    """``began(words)``, ``progressed(share)`` and ``ended`` tell of any work, ``called_off`` that the user ended it."""

    began = Signal(str)
    progressed = Signal(float)
    ended = Signal()
    called_off = Signal()

    def __init__(self, session: Session, *, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: int | None = None

    @property
    def is_busy(self) -> bool:
        """Whether anything is being done."""
        return self._job is not None

    def read(
        self,
        work: Callable[[Project, Report], Answer],
        *,
        words: str,
        done: Callable[[Answer], None],
        failed: Callable[[KnownError], None],
    ) -> None:
        """Ask the project something long; what runs already is called off."""
        self._begin(words)
        self._job = self._session.read_in_steps(
            work, done=self._then(done), failed=self._then(failed), progressed=self.progressed.emit
        )

    def compute(
        self,
        work: Callable[[Report], Answer],
        *,
        words: str,
        done: Callable[[Answer], None],
        failed: Callable[[KnownError], None],
    ) -> None:
        """Compute over plain values, beside the project; what runs already is called off."""
        self._begin(words)
        self._job = self._session.jobs.compute_in_steps(
            work, done=self._then(done), failed=self._then(failed), progressed=self.progressed.emit
        )

    def call_off(self) -> bool:
        """End what runs, without an answer; False where nothing did."""
        job, self._job = self._job, None
        if job is None:
            return False
        self._session.jobs.call_off(job)
        self.ended.emit()
        return True

    def cancel(self) -> None:
        """End what runs because the user wants it."""
        if self.call_off():
            self.called_off.emit()

    def _begin(self, words: str) -> None:
        self.call_off()
        self.began.emit(words)

    def _then(self, handler: Callable[[Answer], None]) -> Callable[[Answer], None]:
        def answered(answer: Answer) -> None:
            self._job = None
            self.ended.emit()
            handler(answer)

        return answered
