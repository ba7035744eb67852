# SPDX-License-Identifier: MIT
"""The pages of merging and of the history: their passages lead into the text and back, their work is seen."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.article_desk import ArticleDesk
from annotator.ui.pages.coding import CodingPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.work import Work

if TYPE_CHECKING:
    from annotator.ui.models.agreement_selection import PassageLine
    from annotator.ui.pages.merge import MergePage
    from annotator.ui.pages.project_page import ProjectPage

MERGE, HISTORY, CODING = "page_merge", "page_history", "page_coding"


class MergingPages(QObject):
    """Makes each page when it is first asked for; ``show`` shows a page by its name."""

    def __init__(
        self, theme: Theme, session: Session, desk: ArticleDesk, coding: CodingPage, *, work: Work,
        show: Callable[[str], object],
    ) -> None:  # fmt: skip
        super().__init__(desk)
        self._theme = theme
        self._session = session
        self._desk = desk
        self._coding = coding
        self._work = work
        self._show = show
        self._merge: MergePage | None = None

    def page(self, name: str) -> "ProjectPage":
        """Give the page of merging or the one of the history."""
        return self.merge if name == MERGE else self._make_history()

    @property
    def merge(self) -> "MergePage":
        """The page of merging."""
        if self._merge is None:
            self._merge = self._make_merge()
        return self._merge

    def take_files(self, paths: Sequence[Path]) -> None:
        """Look at files that were dropped on the window."""
        self._show(MERGE)
        self.merge.add_files(paths)

    def _make_merge(self) -> "MergePage":
        from annotator.ui.pages.merge import MergePage

        page, work = MergePage(self._theme, self._session), self._work
        page.reading.began.connect(work.begin)
        page.reading.progressed.connect(work.advance)
        page.reading.ended.connect(work.end)
        work.called_off.connect(page.reading.cancel)
        page.passage_asked.connect(self._visiting("the merge", MERGE))
        page.history_asked.connect(lambda: self._show(HISTORY))
        return page

    def _make_history(self) -> "ProjectPage":
        from annotator.ui.pages.history import HistoryPageView

        page = HistoryPageView(self._theme, self._session)
        page.passage_asked.connect(self._visiting("the history", HISTORY))
        return page

    def _visiting(self, origin: str, page: str) -> "Callable[[PassageLine, str], None]":
        from annotator.ui.passage_visit import PassageVisit

        visit = PassageVisit(self._session, self._desk, self._coding, origin=origin, steps=False)
        visit.left.connect(lambda: self._show(page))

        def go(line: "PassageLine", words: str) -> None:
            visit.go(line, words=words)
            self._show(CODING)

        return go
