# SPDX-License-Identifier: MIT
"""The pages about people: the lead's team, a coder's own work. Their passages lead into the text and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain import CoderId, DocumentId
from annotator.ui import words
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.models.agreement_selection import PassageLine
from annotator.ui.pages.coding import CodingPage
from annotator.ui.passage_visit import PassageVisit
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme

if TYPE_CHECKING:
    from annotator.operations import Question
    from annotator.ui.pages.own_work import OwnWorkPage
    from annotator.ui.pages.project_page import ProjectPage
    from annotator.ui.pages.team import TeamPage

TEAM, OWN_WORK, CODING = "page_team", "page_own", "page_coding"


class TeamPages(QObject):
    """Makes each page when it is first asked for; ``show`` shows a page by its name."""

    def __init__(
        self, theme: Theme, session: Session, desk: ArticleDesk, coding: CodingPage, *, show: Callable[[str], object]
    ) -> None:
        super().__init__(desk)
        self._theme = theme
        self._session = session
        self._desk = desk
        self._coding = coding
        self._show = show
        self._own: OwnWorkPage | None = None

    def page(self, name: str) -> ProjectPage:
        """Give the team's page or the one of a coder's own work."""
        return self._make_team() if name == TEAM else self.own_work

    @property
    def own_work(self) -> OwnWorkPage:
        """The page of a coder's own work."""
        if self._own is None:
            self._own = self._make_own()
        return self._own

    def take_in(self) -> None:
        """Ask for a newer file from the lead and show what it would bring."""
        self._show(OWN_WORK)
        self.own_work.newer.ask()

    def _make_team(self) -> TeamPage:
        from annotator.ui.pages.team import TeamPage

        page = TeamPage(self._theme, self._session)
        visit = self._visiting("the team", TEAM)

        def go(question: Question) -> None:
            marked = question.annotation
            line = PassageLine(
                marked.document, marked.span.start, marked.span.end, kind=None, marked=(marked.coder,), unmarked=(),
                codes=(),
            )  # fmt: skip
            visit(line, f"{question.coder.name} asks: {words.short_quote(marked.memo) or 'no words were written'}")

        def look(coder: str, document: str) -> None:
            self._desk.show_coders([CoderId(coder)])
            # Behind the questions that this put in the queue: only then is it known whose coding is to be read.
            self._session.read_out(lambda: self._open(document))

        page.passage_asked.connect(go)
        page.article_asked.connect(look)
        return page

    def _make_own(self) -> OwnWorkPage:
        from annotator.ui.pages.own_work import OwnWorkPage

        page = OwnWorkPage(self._theme, self._session)
        visit = self._visiting("your work", OWN_WORK)

        def go(document: str, said: str, start: int, end: int) -> None:
            line = PassageLine(document, start, end, kind=None, marked=(), unmarked=(), codes=())
            visit(line, said)

        page.passage_asked.connect(go)
        page.newer.opened.connect(visit)
        page.article_asked.connect(self._open)
        return page

    def _open(self, document: str) -> None:
        self._desk.show(DocumentId(document))
        self._show(CODING)
        self._coding.reading.take_focus()

    def _visiting(self, origin: str, page: str) -> Callable[[PassageLine, str], None]:
        visit = PassageVisit(self._session, self._desk, self._coding, origin=origin, steps=False)
        visit.left.connect(lambda: self._show(page))

        def go(line: PassageLine, said: str) -> None:
            visit.go(line, words=said)
            self._show(CODING)

        return go
