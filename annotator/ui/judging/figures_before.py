# SPDX-License-Identifier: MIT
"""Keeps the figures of agreement from before the first decision, without being asked."""

from collections.abc import Callable

from annotator import operations
from annotator.agreement.result import Result
from annotator.merging.adjudication_queue import Queue
from annotator.operations import AgreementInput
from annotator.ui.judging.desk import JudgingDesk
from annotator.ui.session import Session


class FiguresBefore:
    """Gathers while nothing of a round is decided; computes and keeps as soon as something is."""

    def __init__(self, session: Session, desk: JudgingDesk, *, kept: Callable[[str], None]) -> None:
        self._session = session
        self._kept = kept
        self._owed: AgreementInput | None = None
        desk.changed.connect(lambda: self.follow(desk.queue))

    def follow(self, queue: Queue | None) -> None:
        """See whether the first decision has been made since the queue was last seen."""
        if queue is None or not self._session.is_lead or not self._session.may_read:
            return
        if any(entry.decision is not None for entry in queue.entries):
            self._pay()
        else:
            name = queue.round.name
            self._session.read(
                lambda project: operations.figures_owed(project, round_name=name),
                done=self._owe,
                failed=lambda _: None,
            )

    def _owe(self, asked: AgreementInput | None) -> None:
        # None where the first decision overtook the question: what was gathered before it stays owed.
        self._owed = asked or self._owed

    def _pay(self) -> None:
        asked, self._owed = self._owed, None
        if asked is None:
            return
        self._session.jobs.compute(
            lambda: operations.figures_before_judging(asked), done=lambda results: self._keep(asked, results)
        )

    def _keep(self, asked: AgreementInput, results: tuple[Result, ...]) -> None:
        if not self._session.may_read:
            return
        self._session.read(
            lambda project: operations.keep_before_judging(project, asked=asked, results=results),
            done=lambda kept: self._kept(f"The figures of agreement are kept as they were: {kept.name}."),
            failed=lambda _: None,
        )
