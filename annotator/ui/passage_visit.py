# SPDX-License-Identifier: MIT
"""From another page to a passage in its text and back: whose coding explains it is shown meanwhile, then as before."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.domain import CodePoint, CoderId, DocumentId, Span
from annotator.ui import plain
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.models.agreement_selection import PassageLine
from annotator.ui.pages.coding import CodingPage
from annotator.ui.session import Session


class PassageVisit(QObject):
    """``left`` asks for the page that the visit began on; ``stepped(direction)`` for a neighbour of the passage.

    ``origin`` is how that page is called in a sentence; ``steps`` says whether its passages stand in a list to be gone
    along from here. One visit ends another.
    """

    left = Signal()
    stepped = Signal(int)

    def __init__(
        self, session: Session, desk: ArticleDesk, page: CodingPage, *, origin: str = "agreement", steps: bool = True
    ) -> None:
        super().__init__(page)
        self._origin = origin
        self._steps = steps
        self._session = session
        self._desk = desk
        self._page = page
        self._span: Span | None = None
        self._document = ""
        self._shown_before: tuple[CoderId, ...] | None = None
        page.way_back.left.connect(self.leave)
        page.way_back.stepped.connect(self._step)
        page.reading.view.installEventFilter(self)
        desk.article_changed.connect(self._arrived)

    def go(self, line: PassageLine, *, words: str) -> None:
        """Open the article at the passage, with the coding of those whom it is about."""
        self._page.way_back.begin_visit(self.end, origin=self._origin, steps=self._steps)
        if self._shown_before is None:
            self._shown_before = self._session.overview.shown
        self._document = line.document
        self._span = Span(CodePoint(line.start), CodePoint(line.end))
        elsewhere = line.round if line.round != self._session.overview.round else ""
        told = f"Round “{plain.cut(elsewhere, longest=40)}”, to be read only. {words}" if elsewhere else words
        self._page.way_back.words.set_text(told)
        self._page.way_back.show()
        self._desk.show_coders([CoderId(coder) for coder in line.coders])
        # Behind the two questions that this put in the queue: only then is it known whose coding is to be read.
        self._session.read_out(lambda: self._desk.show(DocumentId(line.document), round_name=elsewhere))

    def leave(self) -> None:
        """Go back to where the visit began, and show whose coding was shown before."""
        if self._span is None:
            return
        self.end()
        self.left.emit()

    def end(self) -> None:
        """Stay where the reader is; whose coding was shown before is shown again."""
        if self._span is None:
            return
        self._span = None
        self._page.way_back.end_visit()
        self._desk.leave_round()
        if self._shown_before is not None:
            self._desk.show_coders(self._shown_before)
            self._shown_before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Esc in the text as the way back, unless the reader has selected something else there."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._span is not None:
            is_bare = event.key() == Qt.Key.Key_Escape and not event.modifiers()
            if is_bare and self._page.reading.span in (None, self._span):
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _step(self, direction: int) -> None:
        if self._span is not None:
            self.stepped.emit(direction)

    def _arrived(self) -> None:
        article, span = self._desk.article, self._span
        if article is None or span is None:
            return
        if article.document.id != self._document:
            self.end()
            return
        self._page.reading.view.select_span(span)
        self._page.reading.view.reveal(span)
        self._page.reading.take_focus()
