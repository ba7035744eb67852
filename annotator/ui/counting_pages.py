# SPDX-License-Identifier: MIT
"""Quotes and Counts of one project: made when first asked for, with the same filters, each leading into the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.article_desk import ArticleDesk
from annotator.ui.models.agreement_selection import PassageLine
from annotator.ui.pages.coding import CodingPage
from annotator.ui.passage_visit import PassageVisit
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.work import Work

if TYPE_CHECKING:
    from annotator.ui.background import Background
    from annotator.ui.pages.counts import CountsPage
    from annotator.ui.pages.project_page import ProjectPage
    from annotator.ui.pages.quotes import QuotesPage
    from annotator.ui.quotes.wanted import Wanted

QUOTES, COUNTS, CODING = "page_quotes", "page_counts", "page_coding"


class CountingPages(QObject):
    """``show`` shows a page by its name, ``work`` the line that tells of long work."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        desk: ArticleDesk,
        coding: CodingPage,
        *,
        work: Work,
        show: Callable[[str], object],
    ) -> None:
        super().__init__(desk)
        self._theme = theme
        self._session = session
        self._desk = desk
        self._coding = coding
        self._work = work
        self._show = show
        self._shared: Wanted | None = None
        self._pages: dict[str, ProjectPage] = {}

    def page(self, name: str) -> ProjectPage:
        """Give one of the two by its name in the table of keys."""
        if name not in self._pages:
            self._pages[name] = self._make_quotes() if name == QUOTES else self._make_counts()
        return self._pages[name]

    @property
    def _wanted(self) -> Wanted:
        if self._shared is None:
            from annotator.ui.quotes.wanted import Wanted

            self._shared = Wanted(self._session, parent=self)
        return self._shared

    def _make_quotes(self) -> QuotesPage:
        from annotator.ui.pages.quotes import QuotesPage

        page = QuotesPage(self._theme, self._session, self._wanted)
        visit = PassageVisit(self._session, self._desk, self._coding, origin="quotes")
        visit.left.connect(lambda: self._show(QUOTES))
        visit.stepped.connect(page.step)

        def go(line: PassageLine, words: str) -> None:
            visit.go(line, words=words)
            self._show(CODING)

        page.passage_asked.connect(go)
        page.left.connect(lambda: self._show(COUNTS))
        self._follow(page.work)
        return page

    def _make_counts(self) -> CountsPage:
        from annotator.ui.pages.counts import CountsPage

        page = CountsPage(self._theme, self._session, self._wanted)
        visit = PassageVisit(self._session, self._desk, self._coding, origin="counts", steps=False)
        visit.left.connect(lambda: self._show(COUNTS))

        def go(line: PassageLine, words: str) -> None:
            visit.go(line, words=words)
            self._show(CODING)

        page.passage_asked.connect(go)
        page.passages_asked.connect(self._look)
        self._follow(page.work)
        return page

    def _look(self, selection: object, words: str) -> None:
        quotes = self.page(QUOTES)
        self._show(QUOTES)
        quotes.visit(selection, words=words)  # type: ignore[attr-defined]  # the page of this name

    def _follow(self, work: Background) -> None:
        """Let long work be seen in the status line and ended there."""
        work.began.connect(self._work.begin)
        work.progressed.connect(self._work.advance)
        work.ended.connect(self._work.end)
        self._work.called_off.connect(work.cancel)
