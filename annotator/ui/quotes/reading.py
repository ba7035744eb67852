# SPDX-License-Identifier: MIT
"""Passages are counted and read on the store thread in short turns, so that saving goes on between them."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from annotator.counting.selection import Selection
from annotator.domain import KnownError
from annotator.operations import Project
from annotator.operations.retrieval import (
    FIRST_QUOTE,
    QuoteContext,
    QuoteCursor,
    QuoteOrder,
    QuotePage,
    Retrieval,
    retrieve,
)
from annotator.ui.quotes.model import PAGE, QuoteModel
from annotator.ui.quotes.words import group_of
from annotator.ui.session import Session

_TURN_SECONDS = 0.05
_NO_CONTEXT = QuoteContext(0)


@dataclass(frozen=True, slots=True)
class Wish:
    """Which passages, in which order, with how much around them."""

    selection: Selection
    order: QuoteOrder = QuoteOrder.ARTICLE
    context: QuoteContext = field(default_factory=QuoteContext)


@dataclass(slots=True)
class Survey:
    """How far the counting has come: where each page begins, and which group the row before it belongs to."""

    shown: Retrieval
    counted: Retrieval
    caption: str
    order: QuoteOrder
    passages: int = 0
    starts: list[QuoteCursor] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    last_group: str = ""
    following: QuoteCursor | None = FIRST_QUOTE

    def go_on(self) -> "Survey":
        """Count for a moment, a page at least, on the store thread."""
        until = time.monotonic() + _TURN_SECONDS
        while self.following is not None:
            page = self.counted.page(self.following, size=PAGE)
            if page.passages:
                self.starts.append(self.following)
                self.before.append(self.last_group)
                self.last_group = group_of(page.passages[-1], self.order)
                self.passages += len(page.passages)
                self.documents.update(each.document.id for each in page.passages)
            self.following = page.following
            if time.monotonic() >= until:
                break
        return self


class Reading(QObject):
    """Fills a model. ``counted`` after each turn, ``ended`` once the number is whole, ``failed(error)``."""

    counted = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, model: QuoteModel, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._asked = 0
        self.survey: Survey | None = None
        self.is_whole = False
        model.wanted.connect(self._read_page)

    def read(self, wish: Wish) -> None:
        """Begin with other passages; what is under way is dropped."""
        self._asked += 1
        asked = self._asked
        if not self._session.may_read:
            return

        def begun(survey: Survey) -> None:
            if asked == self._asked:
                self._model.begin(wish.order)
                self._take(survey)

        self._session.read(lambda project: _begin(project, wish), done=begun, failed=self._fail(asked))

    def call_off(self) -> None:
        """Read nothing more."""
        self._asked += 1

    def count(self, selection: Selection, *, counted: Callable[[int], None]) -> None:
        """Count other passages beside those that are shown; dropped where these change."""
        asked = self._asked

        def turn(survey: Survey) -> None:
            if asked != self._asked or not self._session.may_read:
                return
            if survey.following is None:
                counted(survey.passages)
            else:
                self._session.read(lambda _: survey.go_on(), done=turn, failed=self._fail(asked))

        wish = Wish(selection)
        self._session.read(lambda project: _begin(project, wish), done=turn, failed=self._fail(asked))

    def _take(self, survey: Survey) -> None:
        # The store thread goes on with this survey only after this returns: the lists are copied before.
        self.survey = survey
        self.is_whole = survey.following is None
        self._model.grow(survey.passages, list(survey.before))
        self.counted.emit()
        if self.is_whole:
            self.ended.emit()
        if self.is_whole or not self._session.may_read:
            return
        asked = self._asked

        def turned(after: Survey) -> None:
            if asked == self._asked:
                self._take(after)

        self._session.read(lambda _: survey.go_on(), done=turned, failed=self._fail(asked))

    def _read_page(self, number: int) -> None:
        survey, asked = self.survey, self._asked
        if survey is None or number >= len(survey.starts) or not self._session.may_read:
            return
        start = survey.starts[number]

        def there(page: QuotePage) -> None:
            if asked == self._asked:
                self._model.take(number, page.passages)

        self._session.read(lambda _: survey.shown.page(start, size=PAGE), done=there, failed=self._fail(asked))

    def _fail(self, asked: int) -> Callable[[KnownError], None]:
        def fail(error: KnownError) -> None:
            if asked == self._asked:
                self.failed.emit(error)

        return fail


def _begin(project: Project, wish: Wish) -> Survey:
    made = retrieve(project, selection=wish.selection, order=wish.order, context=wish.context)
    counting = retrieve(project, selection=wish.selection, order=wish.order, context=_NO_CONTEXT)
    return Survey(made, counting, made.caption, wish.order).go_on()


def without_filters(selection: Selection) -> Selection:
    """Give all passages of the same layer, counted by the same policy."""
    return replace(Selection(), consensus=selection.consensus, duplicates=selection.duplicates, same=selection.same)
