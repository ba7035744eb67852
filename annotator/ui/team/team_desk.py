# SPDX-License-Identifier: MIT
"""What the team page shows, read in one question and read anew after each change; its verbs as the lead."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator import operations
from annotator.domain import CoderId, Round
from annotator.operations import Board, HandOutRecord, Mapped, Outcome, Overview, Project, Question
from annotator.ui.session import Session

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class TeamState:
    """The team at one moment; ``board`` is that of the round that is looked at."""

    overview: Overview
    rounds: tuple[Round, ...]
    board: Board
    questions: tuple[Question, ...]
    mapped: tuple[Mapped, ...]
    hand_outs: tuple[HandOutRecord, ...]

    @property
    def open_questions(self) -> int:
        """How many questions wait for an answer."""
        return sum(each.is_open for each in self.questions)


class TeamDesk(QObject):
    """``changed`` after each reading. ``is_watched`` says whether anybody looks: else nothing is read."""

    changed = Signal()

    def __init__(self, session: Session, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.is_watched: Callable[[], bool] = lambda: True
        self._state: TeamState | None = None
        self._round = ""
        session.bus.changed.connect(lambda _touched, _initiator: self._heard())

    @property
    def state(self) -> TeamState | None:
        """What was read last."""
        return self._state

    @property
    def round_name(self) -> str:
        """The round that is looked at; empty for the one in which this copy is coded."""
        return self._round

    def choose_round(self, name: str) -> None:
        """Look at another round."""
        self._round = name
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew."""
        wanted = self._round or None
        self.session.read(lambda project: _read(project, wanted), done=self._take)

    def write(
        self, verb: Callable[[Project, CoderId], Outcome[Answer]], *, done: Callable[[Answer], None] = lambda _: None
    ) -> None:
        """Queue one of the lead's verbs; a refusal is shown by the window."""
        author = self.session.coder.id
        self.session.write(lambda project: verb(project, author), done=lambda outcome: done(outcome.value))

    def ask(
        self,
        question: Callable[[Project, CoderId], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[str], None],
    ) -> None:
        """Queue a question, as a rehearsal of a verb is one; ``failed`` gets the sentence of a refusal."""
        author = self.session.coder.id
        self.session.read(
            lambda project: question(project, author), done=done, failed=lambda error: failed(error.sentence)
        )

    def _heard(self) -> None:
        if self.session.may_be_asked and self.is_watched():
            self.refresh()

    def _take(self, state: TeamState) -> None:
        self._state = state
        self.changed.emit()


def _read(project: Project, round_name: str | None) -> TeamState:
    return TeamState(
        overview=operations.overview(project),
        rounds=operations.rounds(project),
        board=operations.board(project, round_name=round_name),
        questions=operations.questions(project),
        mapped=operations.mappings(project),
        hand_outs=operations.hand_outs(project),
    )
