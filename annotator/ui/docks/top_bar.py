# SPDX-License-Identifier: MIT
"""The bar over the text: menu, previous and next article, title, undo and redo, find, finish."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from annotator.domain import CompletionState
from annotator.operations import DocumentSummary, Overview
from annotator.ui import plain, words
from annotator.ui.shortcuts import BY_NAME
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.surfaces import Surface, row, rule

HEIGHT = 48
_FIND_FOLDS_BELOW, _SHOWN_FOLDS_BELOW, _FINISH_FOLDS_BELOW = 1240, 900, 700


class TopBar(Surface):
    """``asked(name)`` names an entry of the table of keys."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel", line="bottom")
        self._theme = theme
        self._others = False
        self.menu = Button(theme, kind="icon", icon="menu", spoken="Menu")
        self.articles = Button(theme, "", kind="quiet", icon="list", spoken="List of articles (F9)")
        self.previous = self._button("previous_article", icon="left")
        self.next = self._button("next_article", icon="right")
        self.position = plain.label(ink="secondary")
        self.title = Elided(theme, role=Type.HEAD)
        self.source = Elided(theme, role=Type.BODY, token="secondary")
        self.shown = Button(theme, "", kind="quiet", icon="people", spoken="Whose coding is shown")
        self.undo = self._button("undo", icon="undo")
        self.redo = self._button("redo", icon="redo")
        self.search = Button(theme, "Find", icon="search", kind="quiet")
        self.finish = Button(theme, BY_NAME["finish"].words, icon="finished")
        self._lay_out()
        self.search.clicked.connect(lambda: self.asked.emit("find"))
        self.finish.clicked.connect(lambda: self.asked.emit("finish"))
        self.articles.clicked.connect(lambda: self.asked.emit("articles"))
        plain.set_tooltip(self.search, "Find in article (Ctrl+F)")
        plain.set_tooltip(self.finish, "Ctrl+Enter")

    def _button(self, name: str, *, icon: str) -> Button:
        shortcut = BY_NAME[name]
        made = Button(self._theme, kind="icon", icon=icon, spoken=f"{shortcut.words} ({shortcut.shown})")
        made.clicked.connect(lambda: self.asked.emit(name))
        return made

    def _lay_out(self) -> None:
        px = self._theme.px
        line = row(self, margins=(px(8), 0, px(8), 0), gap=px(4))
        separator = rule(down=True)
        separator.setFixedHeight(px(20))
        for part in (self.menu, separator, self.articles, self.previous, self.position, self.next):
            line.addWidget(part)
        line.addSpacing(px(12))
        line.addWidget(self.title)
        line.addSpacing(px(8))
        line.addWidget(self.source)
        line.addStretch(1)
        for part in (self.shown, self.undo, self.redo):
            line.addWidget(part)
        line.addSpacing(px(8))
        line.addWidget(self.search)
        line.addSpacing(px(4))
        line.addWidget(self.finish)
        self.articles.hide()
        self.setFixedHeight(px(HEIGHT))

    def show_article(self, overview: Overview, summary: DocumentSummary | None) -> None:
        """Show where one is in the project, what would be undone, and whether the article is finished."""
        order = [each.document.id for each in overview.documents]
        place = order.index(summary.document.id) if summary else -1
        position = f"{place + 1} of {len(order)}" if summary else ""
        self.position.setText(position)
        self.articles.show_words(position)
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(0 <= place < len(order) - 1)
        self.title.set_text(summary.document.heading if summary else overview.name)
        self.source.set_text(words.source(summary.document.outlet, summary.document.date) if summary else "")
        self._show_step(self.undo, "Undo", overview.undo, key="Ctrl+Z")
        self._show_step(self.redo, "Redo", overview.redo, key="Ctrl+Shift+Z")
        finished = summary is not None and summary.state is CompletionState.FINISHED
        self.finish.show_words("Reopen article" if finished else "Finish article")
        self.finish.set_icon("in_progress" if finished else "finished")
        self.finish.setEnabled(summary is not None)
        self.search.setEnabled(summary is not None)

    def show_coding(self, words_shown: str, *, others: bool) -> None:
        """Say whose coding is shown; one coder alone is no choice."""
        self.shown.show_words(words_shown)
        plain.name_for_screen_reader(self.shown, f"Whose coding is shown: {words_shown}")
        self._others = others
        self._fold()

    def _show_step(self, button: Button, verb: str, label: str, *, key: str) -> None:
        button.setEnabled(bool(label))
        plain.name_for_screen_reader(button, f"{verb}: {label} ({key})" if label else f"{verb} ({key})")

    def fold(self, *, articles: bool) -> None:
        """Show the button that opens the list of articles, in place of the plain position."""
        self.articles.setVisible(articles)
        self.position.setVisible(not articles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Find and finish go into the menu where there is no room; undo and the steps between articles stay."""
        width = self.width() / max(1, self._theme.px(1000)) * 1000
        self.search.setVisible(width >= _FIND_FOLDS_BELOW)
        self.shown.setVisible(self._others and width >= _SHOWN_FOLDS_BELOW)
        self.finish.setVisible(width >= _FINISH_FOLDS_BELOW)
        self.source.setVisible(width >= _FIND_FOLDS_BELOW)
