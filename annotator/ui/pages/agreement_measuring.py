# SPDX-License-Identifier: MIT
"""Has agreement measured beside the window: one question at a time, a later one overtakes, a change is waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain import KnownError
from annotator.operations import AgreementChoice, gather
from annotator.ui.models.agreement_measured import measure

if TYPE_CHECKING:
    from annotator.operations import AgreementInput
    from annotator.ui.session import Session

SETTLES_AFTER_MILLISECONDS = 400
"""Somebody who codes in another window makes many changes in a row: the figures follow when that pauses."""


class Measuring(QObject):
    """``began(words)``, ``progressed(share)`` and ``ended`` tell of any work; ``measured`` and ``failed`` answer."""

    began = Signal(str)
    progressed = Signal(float)
    ended = Signal()
    measured = Signal(object)
    failed = Signal(object)
    called_off = Signal()

    def __init__(self, session: Session, *, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self._job: int | None = None
        self._choice: Callable[[], AgreementChoice | None] = lambda: None
        self._later = QTimer(self, singleShot=True, interval=SETTLES_AFTER_MILLISECONDS)
        self._later.timeout.connect(self._measure)

    def measure(self, choice: Callable[[], AgreementChoice | None], *, later: bool = False) -> None:
        """Measure what is chosen by then, at once or ``later``, when changes have paused; None measures nothing."""
        self._choice = choice
        if later:
            self._later.start()
        else:
            self._measure()

    def compute(
        self,
        work: Callable[[Callable[[float], None]], Any],
        *,
        words: str,
        done: Callable[[Any], None],
        failed: Callable[[KnownError], None],
    ) -> None:
        """Compute something else about what was measured; what runs already is called off."""
        self.call_off()
        self.began.emit(words)

        def answered(answer: Any) -> None:
            self._job = None
            self.ended.emit()
            done(answer)

        def refused(error: KnownError) -> None:
            self._job = None
            self.ended.emit()
            failed(error)

        self._job = self._session.jobs.compute_in_steps(
            work, done=answered, failed=refused, progressed=self.progressed.emit
        )

    def call_off(self) -> bool:
        """End what runs, without an answer; False where nothing did."""
        self._asked += 1
        self._later.stop()
        job, self._job = self._job, None
        if job is None:
            return False
        self._session.jobs.call_off(job)
        self.ended.emit()
        return True

    def cancel(self) -> None:
        """End what runs because the reader wants it."""
        if self.call_off():
            self.called_off.emit()

    def _measure(self) -> None:
        choice = self._choice()
        self.call_off()
        if choice is None:
            return
        asked = self._asked

        def gathered(found: AgreementInput) -> None:
            if asked == self._asked:
                self.compute(
                    lambda report: measure(found, report),
                    words="Measuring agreement",
                    done=self.measured.emit,
                    failed=self.failed.emit,
                )

        self._session.read(lambda project: gather(project, choice=choice), done=gathered, failed=self._refuse(asked))

    def _refuse(self, asked: int) -> Callable[[KnownError], None]:
        def refused(error: KnownError) -> None:
            if asked == self._asked:
                self.failed.emit(error)

        return refused
