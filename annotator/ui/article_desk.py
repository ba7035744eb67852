# SPDX-License-Identifier: MIT
"""The open article: read from the project, kept in memory, its selected annotation, whose coding is shown.

The desk holds the :class:`OpenArticle`; screens hear of changes by signal and never write it themselves.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from annotator import operations
from annotator.domain import Annotation, Code, CodeId, CodePoint, CoderId, DocumentId
from annotator.operations import Article, Overview, Touched
from annotator.ui.models.open_article import Entry, OpenArticle
from annotator.ui.session import Session

_REMEMBER_AFTER_MILLISECONDS = 800


class ArticleDesk(QObject):
    """One article at a time.

    ``marks_changed(removed ids, added entries)``; ``chosen_changed(id)`` names the selected one;
    ``settled(entry)`` says that one is in the file as it was painted.
    """

    article_changed = Signal()
    marks_changed = Signal(object, object)
    chosen_changed = Signal(str)
    settled = Signal(object)

    def __init__(self, session: Session, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article: OpenArticle | None = None
        self._chosen = ""
        self._wanted: DocumentId | None = None
        self._round = ""
        self._furthest = self._remembered = CodePoint(0)
        self._remember = QTimer(self, singleShot=True, interval=_REMEMBER_AFTER_MILLISECONDS)
        self._remember.timeout.connect(self.remember_now)
        session.bus.changed.connect(self._heard)

    @property
    def article(self) -> OpenArticle | None:
        """The article on screen, or None."""
        return self._article

    @property
    def other_round(self) -> str:
        """The round whose annotations are shown, where it is not the one in which this file is coded; else empty."""
        return self._round if self._round != self._session.overview.round else ""

    @property
    def is_idle(self) -> bool:
        """Whether no article is open and none is on its way."""
        return self._wanted is None

    @property
    def furthest(self) -> CodePoint:
        """How far the coder has read it."""
        return self._furthest

    @property
    def chosen(self) -> Entry | None:
        """The selected annotation or region, or None."""
        return self._article.entries.get(self._chosen) if self._article else None

    @property
    def codes(self) -> tuple[Code, ...]:
        """The project's codes in their order, retired ones too."""
        return self._session.overview.codebook.codes

    @property
    def may_settle(self) -> bool:
        """Whether the coder at work leads the project, and so accepts or declines excluded regions."""
        return self._session.is_lead

    def code(self, code: str) -> Code | None:
        """Look a code up in the project's codebook."""
        return self._session.overview.codebook.by_id(CodeId(code))

    def show(self, document: DocumentId, *, round_name: str = "") -> None:
        """Read an article and show it, with what was done in a round, or (empty) in the one that is being coded.

        An answer that was overtaken by a later wish is dropped.
        """
        self.remember_now()
        self._wanted, self._round = document, round_name
        self._read(document, self._show_article)

    def reload(self) -> None:
        """Read the open article's annotations anew; text and place stay."""
        if self._article is None:
            return
        self._read(self._article.document.id, self._update_article)

    def leave_round(self) -> None:
        """Show again what is done in the round that is being coded."""
        if self.other_round:
            self._round = ""
            self.reload()

    def show_coders(self, coders: Sequence[CoderId]) -> None:
        """Choose whose coding is shown beside one's own; remembered in this copy of the project."""
        wanted = tuple(coders)

        def took(overview: Overview) -> None:
            self._session.take_overview(overview)
            self.reload()

        self._session.read(lambda project: operations.remember_shown(project, coders=wanted), done=lambda _: None)
        self._session.read(operations.overview, done=took)

    def choose(self, entry: str) -> None:
        """Select an annotation or region, or nothing by the empty id."""
        known = entry if self._article and entry in self._article.entries else ""
        if known != self._chosen:
            self._chosen = known
            self.chosen_changed.emit(known)

    def read_to(self, furthest: int) -> None:
        """Note how far the reader has seen; written a moment later."""
        if furthest > self._furthest:
            self._furthest = CodePoint(furthest)
            self._remember.start()

    def remember_now(self) -> None:
        """Write how far the reader has seen, if that is news."""
        self._remember.stop()
        if self._article is None or self._furthest <= self._remembered or self._session.check.fault:
            return
        self._remembered = self._furthest
        coder, document, furthest = self._session.coder.id, self._article.document.id, self._furthest
        self._session.read(
            lambda project: operations.remember_reading(project, coder=coder, document=document, furthest=furthest),
            done=lambda _: self._session.refresh(),
        )

    def paint(self, entry: Entry, *, pending: bool = False) -> None:
        """Show an entry that is on its way to the file, or one that came back."""
        if self._article is not None and entry.document == self._article.document.id:
            known = str(entry.id) in self._article.entries
            self._article.put(entry, pending=pending)
            self.marks_changed.emit([str(entry.id)] if known else [], [entry])

    def take_away(self, entry: Entry) -> None:
        """Stop showing an entry."""
        if self._article is not None and entry.document == self._article.document.id:
            self._article.drop(str(entry.id))
            if self._chosen == entry.id:
                self.choose("")
            self.marks_changed.emit([str(entry.id)], [])

    def settle(self, painted: Entry, stored: Entry) -> None:
        """Put what was stored in the place of what was painted, if that article is still open.

        What looks as it was painted is not painted again: ``settled`` says that it is in the file.
        """
        article = self._article
        if article is None or stored.document != article.document.id:
            return
        alike = article.entries.get(str(stored.id)) == painted and _looks_alike(painted, stored)
        article.put(stored)
        if alike:
            self.settled.emit(stored)
        else:
            self.marks_changed.emit([str(stored.id)], [stored])

    def _read(self, document: DocumentId, done: Callable[[Article], None]) -> None:
        shown, round_name = self._shown_coders(), self._round or None
        self._session.read(
            lambda project: operations.article(project, document=document, coders=shown, round_name=round_name),
            done=done,
        )

    def _shown_coders(self) -> tuple[CoderId, ...] | None:
        """Whose coding to read: one's own and the chosen ones; None for everybody's."""
        overview = self._session.overview
        shown = {self._session.coder.id, *overview.shown}
        return None if shown >= {coder.id for coder in overview.coders} else tuple(shown)

    def _heard(self, touched: Touched, initiator: object) -> None:
        """Read anew what another verb touched; what is painted by hand is settled by hand."""
        article = self._article
        if initiator is self or article is None:
            return
        if touched.everything or article.document.id in touched.documents:
            self.reload()

    def _show_article(self, read: Article) -> None:
        if read.document.id != self._wanted:
            return
        overview = self._session.overview
        self._article = OpenArticle(
            document=read.document, text=read.text, own=self._session.coder.id,
            coders={coder.id: coder for coder in overview.coders},
        )  # fmt: skip
        self._article.replace((*read.annotations, *read.regions))
        self._chosen = ""
        self._furthest = self._remembered = next(
            (each.furthest for each in overview.documents if each.document.id == read.document.id), CodePoint(0)
        )
        self.article_changed.emit()
        self.chosen_changed.emit("")

    def _update_article(self, read: Article) -> None:
        if self._article is None or read.document.id != self._article.document.id:
            return
        self._article.coders = {coder.id: coder for coder in self._session.overview.coders}
        removed, added = self._article.replace((*read.annotations, *read.regions))
        if removed or added:
            self.marks_changed.emit(removed, added)
        if self._chosen and self._chosen not in self._article.entries:
            self.choose("")


def _looks_alike(painted: Entry, stored: Entry) -> bool:
    """Whether two states of an entry differ in nothing but what the store adds."""
    if isinstance(painted, Annotation) and isinstance(stored, Annotation):
        painted = replace(painted, codebook_revision=stored.codebook_revision)
    return replace(painted, before=stored.before, after=stored.after) == stored
