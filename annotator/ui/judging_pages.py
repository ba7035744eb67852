# SPDX-License-Identifier: MIT
"""Compare and Adjudicate of one project: made when first asked for, over one desk, each leading to the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.domain import CodeId, DocumentId
from annotator.ui.judging.desk import JudgingDesk
from annotator.ui.models.agreement_selection import PassageLine, Selection
from annotator.ui.pages.adjudicate import AdjudicatePage
from annotator.ui.pages.compare import ComparePage
from annotator.ui.pages.differences_page import DifferencesPage, Place
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme


class JudgingPages(QObject):
    """``show`` puts a page of the table of keys on screen."""

    def __init__(
        self, theme: Theme, session: Session, *, show: Callable[[str], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._show = show
        self._pages: dict[str, DifferencesPage] = {}
        self._came_from = ""
        self.desk = JudgingDesk(session, parent=self)
        self.desk.is_watched = lambda: any(page.isVisible() for page in self._pages.values())

    def page(self, name: str) -> DifferencesPage:
        """Give one of the two pages by its name in the table of keys."""
        if name not in self._pages:
            self._pages[name] = self._made(name)
        return self._pages[name]

    def compare(self, line: PassageLine, selection: Selection, *, words: str, back: str) -> None:
        """Look at a passage behind a figure on Compare; leaving leads to the page ``back``."""
        code = selection.code or next((code for _, code in line.codes if code), "")
        page = self.page("page_compare")
        assert isinstance(page, ComparePage)
        self._came_from = back
        self._show("page_compare")
        page.visit_from(
            Place(DocumentId(line.document), CodeId(code), line.start, line.end, selection.coders or ()), words=words
        )

    def _made(self, name: str) -> DifferencesPage:
        if name == "page_adjudicate":
            return AdjudicatePage(self._theme, self._session, self.desk)
        page = ComparePage(self._theme, self._session, self.desk)
        page.decide_asked.connect(self._decide)
        page.left.connect(lambda: self._show(self._came_from))
        return page

    def _decide(self, place: Place) -> None:
        self._show("page_adjudicate")
        self.page("page_adjudicate").visit(place)
