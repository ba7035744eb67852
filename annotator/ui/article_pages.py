# SPDX-License-Identifier: MIT
"""The page of articles of one project: made when first asked for; its rows lead into the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.domain import DocumentId
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.pages.coding import CodingPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme

if TYPE_CHECKING:
    from annotator.ui.pages.articles import ArticlesPage

ARTICLES, CODING = "page_articles", "page_coding"


class ArticlePages(QObject):
    """``show`` shows a page by its name; ``looked_into(paths)`` tells what is looked at as articles."""

    looked_into = Signal(object)

    def __init__(
        self, theme: Theme, session: Session, desk: ArticleDesk, coding: CodingPage, *, show: Callable[[str], object]
    ) -> None:
        super().__init__(desk)
        self._theme = theme
        self._session = session
        self._desk = desk
        self._coding = coding
        self._show = show
        self._page: ArticlesPage | None = None

    @property
    def page(self) -> ArticlesPage:
        """The page of articles."""
        if self._page is None:
            from annotator.ui.pages.articles import ArticlesPage

            self._page = ArticlesPage(self._theme, self._session)
            self._page.article_asked.connect(self._open)
            self._page.intake.looked_into.connect(self.looked_into)
        return self._page

    def add(self) -> None:
        """Show the way in for more articles."""
        self._show(ARTICLES)
        self.page.add_articles()

    def look_into(self, paths: Sequence[Path]) -> None:
        """Show what files and folders would bring."""
        self._show(ARTICLES)
        self.page.look_into(paths)

    def _open(self, document: str) -> None:
        self._desk.show(DocumentId(document))
        self._show(CODING)
        self._coding.reading.take_focus()
