# SPDX-License-Identifier: MIT
"""The differences of the round at work, in memory: read on the store thread, read anew where somebody touched them.

Both pages look at the same queue. While a round is judged blind, it is the blinded one: no screen can show a name.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from annotator import operations
from annotator.domain import DocumentId, KnownError, RegionState, Span
from annotator.merging.adjudication_order import QueueOrder, ordered
from annotator.merging.adjudication_queue import Queue
from annotator.merging.blinding import blinded
from annotator.merging.clusters import joined
from annotator.operations import Project, Touched
from annotator.ui.judging.wish import Answer, Wish
from annotator.ui.session import Session

_KEPT_TEXTS = 8
_CALM_MILLISECONDS = 10


@dataclass(frozen=True, slots=True)
class JudgedText:
    """An article's text and the stretches of it that are excluded for everybody."""

    document: DocumentId
    text: str
    excluded: tuple[Span, ...]


class JudgingDesk(QObject):
    """``changed`` when there is another queue; ``failed(error)`` when it could not be read.

    ``is_watched`` says whether a page that shows it is on screen: else changes are read when it is next wanted.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._queue: Queue | None = None
        self._round: str | None = None
        self._stale: set[DocumentId] = set()
        self._is_all_stale = True
        self._arranging = 0
        self._texts: OrderedDict[DocumentId, JudgedText] = OrderedDict()
        self.is_watched: Callable[[], bool] = lambda: False
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MILLISECONDS)
        self._calm.timeout.connect(self.refresh)
        session.bus.changed.connect(self._heard)

    @property
    def queue(self) -> Queue | None:
        """All differences of the round, in the project's order of articles; None before they are read."""
        return self._queue

    @property
    def round_name(self) -> str | None:
        """The round that is looked at; None for the one at work."""
        return self._round

    def choose_round(self, name: str) -> None:
        """Look at another round."""
        if name != self._round:
            self._round = name
            self._is_all_stale = True
            self.refresh()

    def forget(self) -> None:
        """Read everything anew when it is next wanted: names were hidden or shown."""
        self._is_all_stale = True

    def refresh(self) -> None:
        """Read what is stale; ``changed`` follows if anything was."""
        self._calm.stop()
        if not self._session.may_read:
            return
        round_name = self._round
        if self._is_all_stale or self._queue is None:
            self._is_all_stale = False
            self._stale.clear()
            self._session.read(lambda project: _read(project, round_name), done=self._took, failed=self._fail)
        elif self._stale:
            touched, self._stale = tuple(self._stale), set()
            self._session.read(
                lambda project: _read(project, round_name, touched), done=self._took_part, failed=self._fail
            )

    def arrange(self, wish: Wish, *, done: Callable[[Answer], None]) -> None:
        """Order and filter off the window's thread; an answer that a later wish overtook is dropped."""
        queue = self._queue
        if queue is None:
            return
        self._arranging += 1
        mine = self._arranging

        def arranged(answer: Answer) -> None:
            if mine == self._arranging:
                done(answer)

        self._session.jobs.compute(lambda: wish.answered(queue), done=arranged)

    def text(self, document: DocumentId, then: Callable[[JudgedText], None]) -> None:
        """Give an article's text, at once where it was read before."""
        known = self._texts.get(document)
        if known is not None:
            self._texts.move_to_end(document)
            then(known)
            return
        if self._session.may_read:
            self._session.read(lambda project: _text_of(project, document), done=lambda read: then(self._keep(read)))

    def prepare(self, document: DocumentId) -> None:
        """Read an article that will be wanted soon."""
        if document not in self._texts:
            self.text(document, lambda _: None)

    def _keep(self, read: JudgedText) -> JudgedText:
        self._texts[read.document] = read
        while len(self._texts) > _KEPT_TEXTS:
            self._texts.popitem(last=False)
        return read

    def _took(self, queue: Queue) -> None:
        self._queue = queue
        self.changed.emit()

    def _took_part(self, part: Queue) -> None:
        if self._queue is not None:
            self._queue = self._queue.replacing(part)
        self.changed.emit()

    def _fail(self, error: KnownError) -> None:
        self._is_all_stale = True
        self.failed.emit(error)

    def _heard(self, touched: Touched, _initiator: object) -> None:
        if touched.everything or touched.coders or touched.codebook:
            self._is_all_stale = True
            self._texts.clear()
        self._stale |= touched.documents
        for document in touched.documents:
            self._texts.pop(document, None)
        if self.is_watched():
            self._calm.start()


def _read(project: Project, round_name: str | None, documents: tuple[DocumentId, ...] = ()) -> Queue:
    """Read the queue; blinded where the round is judged so."""
    queue = operations.adjudication(project, round_name=round_name, documents=documents)
    seed = operations.blind_seed(project, round_name=queue.round.name)
    return ordered(queue if seed is None else blinded(queue, seed=seed), by=QueueOrder.TEXT)


def _text_of(project: Project, document: DocumentId) -> JudgedText:
    article = operations.article(project, document=document, coders=())
    accepted = (region.span for region in article.regions if region.state is RegionState.ACCEPTED)
    return JudgedText(document, article.text, joined(accepted))
