# SPDX-License-Identifier: MIT
"""What the page of articles shows, read in one go, and its verbs; after an edit only what changed is shown anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator import operations
from annotator.domain import CoderId, Document, DocumentId, KnownError
from annotator.domain.metadata import MetadataField
from annotator.operations import BoardRow, BoardState, MetadataChange, Outcome, Project
from annotator.ui.session import Session

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article. ``assigned``, ``finished`` and ``begun`` count coders; ``group`` is the letter of its copies.

    ``copies`` is how many articles that group has.
    """

    number: int
    document: Document
    assigned: int = 0
    finished: int = 0
    begun: int = 0
    group: str = ""
    copies: int = 0


@dataclass(frozen=True, slots=True)
class ArticlesState:
    """All articles and the fields that the project keeps of them beside the built-in ones."""

    rows: tuple[ArticleRow, ...]
    fields: tuple[MetadataField, ...]


class ArticlesDesk(QObject):
    """``changed``: everything was read anew."""

    changed = Signal()

    def __init__(self, session: Session, *, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.state = ArticlesState((), ())
        self.is_watched: Callable[[], bool] = lambda: True
        session.bus.changed.connect(self._heard)

    @property
    def may_edit(self) -> bool:
        """Whether who works here may say what is known of the articles."""
        return self.session.is_lead

    def refresh(self) -> None:
        """Read everything anew."""
        if self.session.may_be_asked:
            self.session.read(read_articles, done=self._take)

    def write(
        self,
        verb: Callable[[Project, CoderId], Outcome[Answer]],
        *,
        done: Callable[[Answer], None] = lambda _: None,
        failed: Callable[[KnownError], None] = lambda _: None,
    ) -> None:
        """Queue a verb; a refusal is shown by the window."""
        author = self.session.coder.id
        self.session.write(
            lambda project: verb(project, author), done=lambda outcome: done(outcome.value), failed=failed,
        )  # fmt: skip

    def set_values(
        self,
        values: Mapping[DocumentId, Mapping[str, str]],
        *,
        done: Callable[[tuple[MetadataChange, ...]], None] = lambda _: None,
    ) -> None:
        """Set values of articles as one action."""
        self.write(lambda project, author: operations.set_metadata_of(project, author=author, values=values), done=done)

    def ask(
        self,
        question: Callable[[Project], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Queue a question to the project."""
        self.session.read(question, done=done, failed=failed)

    def _heard(self) -> None:
        if self.session.may_be_asked and self.is_watched():
            self.refresh()

    def _take(self, state: ArticlesState) -> None:
        self.state = state
        self.changed.emit()


def read_articles(project: Project) -> ArticlesState:
    """Read all articles with how far the coders are, and the fields."""
    board = operations.board(project)
    groups = _groups([row.document for row in board.rows])
    rows = tuple(_row(number, row, groups) for number, row in enumerate(board.rows, start=1))
    return ArticlesState(rows, operations.metadata_fields(project))


def _row(number: int, row: BoardRow, groups: Mapping[str, tuple[str, int]]) -> ArticleRow:
    letter, copies = groups.get(row.document.duplicate_group, ("", 0))
    begun = sum(cell.state in (BoardState.IN_PROGRESS, BoardState.REOPENED) for cell in row.cells)
    coders = max(row.assigned, row.finished + begun)
    return ArticleRow(number, row.document, coders, row.finished, begun, letter, copies)


def _groups(documents: Sequence[Document]) -> dict[str, tuple[str, int]]:
    """Give each group of two articles or more a letter, in the order of the articles."""
    sizes: dict[str, int] = {}
    for each in documents:
        if each.duplicate_group:
            sizes[each.duplicate_group] = sizes.get(each.duplicate_group, 0) + 1
    several = [group for group, size in sizes.items() if size > 1]
    return {group: (letter(place), sizes[group]) for place, group in enumerate(several)}


def letter(place: int) -> str:
    """Name a group by a letter: A to Z, then AA, AB and so on."""
    before, at = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + at)
