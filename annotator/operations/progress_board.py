# SPDX-License-Identifier: MIT
"""The board of a round: which coder is how far with which article."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain import Coder, CoderId, Completion, CompletionState, Document, DocumentId, Round
from annotator.operations.coding_rounds import chosen_round
from annotator.operations.projects import Project
from annotator.store import queries, team_queries

Pair = tuple[CoderId, DocumentId]


class BoardState(StrEnum):
    """How far one coder is with one article. REOPENED is in progress again after it was finished."""

    NOT_ASSIGNED = "not_assigned"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    REOPENED = "reopened"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class BoardCell:
    """One coder in one article. Work that nobody assigned has a state too, and ``is_assigned`` False.

    ``reason`` is why the coder set the article aside, where they said so.
    """

    coder: CoderId
    state: BoardState
    is_assigned: bool
    annotations: int
    reason: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One article, with a cell for every coder of the board in its order."""

    document: Document
    cells: tuple[BoardCell, ...]

    @property
    def assigned(self) -> int:
        """How many coders are to code it."""
        return sum(cell.is_assigned for cell in self.cells)

    @property
    def finished(self) -> int:
        """How many coders finished it, assigned or not."""
        return sum(cell.state is BoardState.FINISHED for cell in self.cells)

    @property
    def annotations(self) -> int:
        """The annotations of all coders in it."""
        return sum(cell.annotations for cell in self.cells)

    @property
    def is_overlap(self) -> bool:
        """Whether two coders or more are to code it, so that agreement can be measured on it."""
        return self.assigned > 1


@dataclass(frozen=True, slots=True)
class CoderTotal:
    """One coder over all articles of the board.

    ``assigned`` counts the articles that are theirs; the others count articles by state, assigned or
    not, ``in_progress`` with those reopened.
    """

    coder: Coder
    assigned: int
    not_started: int
    in_progress: int
    finished: int
    annotations: int


@dataclass(frozen=True, slots=True)
class Board:
    """A round at a glance. Without ``has_assignments`` every coder is to code every article."""

    round: Round
    coders: tuple[Coder, ...]
    rows: tuple[BoardRow, ...]
    totals: tuple[CoderTotal, ...]
    has_assignments: bool

    @property
    def overlap(self) -> tuple[Document, ...]:
        """The articles that two coders or more are to code."""
        return tuple(row.document for row in self.rows if row.is_overlap)

    @property
    def done(self) -> tuple[Document, ...]:
        """The articles that as many coders finished as the round needs."""
        return tuple(row.document for row in self.rows if row.finished >= self.round.coders_needed)


def board(project: Project, *, round_name: str | None = None) -> Board:
    """Give the board of a round (None: the one in which this file is coded); no text is read.

    Its coders are all of the project, but the lead and programs only where they have something to code
    or coded something in the round, or where there is nobody else. Raises UsageError for an unknown round.
    """
    shown = chosen_round(project, round_name)
    gathered = _Gathered(project, shown.name)
    coders = gathered.coders()
    rows = tuple(
        BoardRow(document, tuple(gathered.cell(coder.id, document.id) for coder in coders))
        for document in queries.documents(project.live)
    )
    totals = tuple(_total(coder, [row.cells[place] for row in rows]) for place, coder in enumerate(coders))
    return Board(shown, coders, rows, totals, bool(gathered.assigned))


class _Gathered:
    """What the file says of a round, by coder and document."""

    def __init__(self, project: Project, round_name: str) -> None:
        live = project.live
        self._people = queries.people(live)
        _, self._lead = queries.project_name_and_lead(live, project.project_id)
        self.assigned: set[Pair] = {(each.coder, each.document) for each in team_queries.assignments(live, round_name)}
        self._completions: Mapping[Pair, Completion] = {
            (each.coder, each.document): each for each in queries.completions(live) if each.round == round_name
        }
        self._annotations: Counter[Pair] = Counter()
        for (coder, _, document), number in queries.counts(live, round_name=round_name).items():
            self._annotations[coder, document] += number

    def coders(self) -> tuple[Coder, ...]:
        """Give whom the board shows, by name."""
        busy = {coder for coder, _ in (*self.assigned, *self._completions, *self._annotations)}
        shown = tuple(
            each for each in self._people if each.id in busy or not (each.machine_made or each.id == self._lead)
        )
        return shown or tuple(each for each in self._people if each.id == self._lead)

    def cell(self, coder: CoderId, document: DocumentId) -> BoardCell:
        """Give how far a coder is with a document."""
        is_assigned = not self.assigned or (coder, document) in self.assigned
        known = self._completions.get((coder, document))
        return BoardCell(
            coder, _state(known, is_assigned=is_assigned), is_assigned, self._annotations[coder, document],
            known.reason if known else "",
        )  # fmt: skip


def _state(known: Completion | None, *, is_assigned: bool) -> BoardState:
    if known is None or known.state in (CompletionState.NOT_STARTED, CompletionState.NOT_ASSIGNED):
        return BoardState.NOT_STARTED if is_assigned else BoardState.NOT_ASSIGNED
    if known.state is CompletionState.FINISHED:
        return BoardState.FINISHED
    return BoardState.REOPENED if known.reopened_at else BoardState.IN_PROGRESS


def _total(coder: Coder, cells: list[BoardCell]) -> CoderTotal:
    states = Counter(cell.state for cell in cells)
    return CoderTotal(
        coder=coder,
        assigned=sum(cell.is_assigned for cell in cells),
        not_started=states[BoardState.NOT_STARTED],
        in_progress=states[BoardState.IN_PROGRESS] + states[BoardState.REOPENED],
        finished=states[BoardState.FINISHED],
        annotations=sum(cell.annotations for cell in cells),
    )
