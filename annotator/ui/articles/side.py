# SPDX-License-Identifier: MIT
"""Beside the table of articles: one value for several, the project's own fields, near-identical articles."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.domain import Document
from annotator.ui.articles.copies_panel import CopiesPanel
from annotator.ui.articles.desk import ArticleRow, ArticlesDesk
from annotator.ui.articles.fields_panel import FieldsPanel
from annotator.ui.articles.rows import ArticleWords
from annotator.ui.articles.two_texts import TwoTexts
from annotator.ui.articles.values_import import ValuesImport
from annotator.ui.articles.values_panel import ValuesPanel
from annotator.ui.dialogs import files
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row, rule

VALUES, FIELDS, COPIES = "values", "fields", "copies"
_SEGMENTS = ((VALUES, "Values"), (FIELDS, "Fields"), (COPIES, "Copies"))


class ArticlesSide(Surface):
    """``article_asked(document)`` leads to a text, ``said(words)`` is shown by the window."""

    article_asked = Signal(str)
    said = Signal(str)

    def __init__(self, theme: Theme, desk: ArticlesDesk, words_of: ArticleWords) -> None:
        super().__init__("panel", line="left")
        self._theme = theme
        self._desk = desk
        self._words = words_of
        self.values = ValuesPanel(theme, desk, words_of)
        self.fields = FieldsPanel(theme, desk)
        self.copies = CopiesPanel(theme, desk)
        self.choice = Segmented(theme, _SEGMENTS, name="At the right")
        self._stack = QStackedWidget()
        px = theme.px
        lines = column(self)
        top = row(margins=(px(12), px(8), px(12), px(8)))
        top.addWidget(self.choice, 1)
        lines.addLayout(top)
        lines.addWidget(rule())
        for panel in (self.values, self.fields, self.copies):
            content = QWidget()
            inside = column(content)
            inside.addWidget(panel)
            inside.addStretch(1)
            self._stack.addWidget(Scroll(content))
        lines.addWidget(self._stack, 1)
        self.setMinimumWidth(px(320))
        self.choice.chosen.connect(self.turn_to)
        self.copies.compared.connect(self._compare)
        self.turn_to(VALUES)

    @property
    def panel(self) -> str:
        """Which panel is shown."""
        return self.choice.value

    def turn_to(self, panel: str) -> None:
        """Show one of the panels."""
        self.choice.show_value(panel)
        self._stack.setCurrentIndex([name for name, _ in _SEGMENTS].index(panel))
        if panel == COPIES:
            self.copies.open()

    def take_focus(self) -> None:
        """Put the focus on the row of segments."""
        self.choice.focus_chosen()

    def show_state(self) -> None:
        """Follow what was read anew."""
        self.values.show_fields()
        self.fields.show_fields()
        self.copies.forget()

    def show_chosen(self, rows: Sequence[ArticleRow]) -> None:
        """Say which articles are selected in the table."""
        self.values.show_rows(rows)

    def showEvent(self, event: QShowEvent) -> None:
        """Compare, where that is what is shown."""
        super().showEvent(event)
        if self.panel == COPIES:
            self.copies.open()

    def ask_values(self) -> None:
        """Ask for a table of values and show what it would change."""
        path = files.ask_file(self, "Choose a table of values", kinds=files.VALUES)
        if path is not None:
            dialog = ValuesImport(self._theme, self._desk, self.window(), path=path, words_of=self._words)
            dialog.taken.connect(self.said)
            dialog.open()

    def _compare(self, first: Document, second: Document, share: str) -> None:
        TwoTexts(self._theme, self._desk.session, self.window(), documents=(first, second), share=share).open()
