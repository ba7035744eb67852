# SPDX-License-Identifier: MIT
"""The page where one codes: articles, text, what the span is and what the codes mean. Folds where room is short."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from annotator import operations
from annotator.domain import CompletionState, DocumentId, RegionState, Span
from annotator.operations import DocumentSummary, Overview
from annotator.text.boundaries import Unit
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.coding import Coding
from annotator.ui.dialogs.code_palette import CodePalette
from annotator.ui.docks.articles import ArticlesPanel
from annotator.ui.docks.code_strip import CodeStrip
from annotator.ui.docks.empty_project import EmptyProject
from annotator.ui.docks.find_bar import FindBar
from annotator.ui.docks.name_line import NameLine
from annotator.ui.docks.reading import Reading
from annotator.ui.docks.right_column import RightColumn
from annotator.ui.docks.talk import Talk
from annotator.ui.docks.top_bar import TopBar
from annotator.ui.docks.way_back import WayBack
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.surfaces import column

_ARTICLES, _RIGHT = 272, 352
_ARTICLES_FOLD_BELOW, _RIGHT_FOLDS_BELOW = 1120, 900


class CodingPage(QWidget):
    """Wires the panels of one session. ``asked(name)`` passes on entries of the table of keys that are the window's."""

    asked = Signal(str)
    place_changed = Signal()
    folded = Signal(bool)
    refused = Signal(object)

    def __init__(self, theme: Theme, session: Session, desk: ArticleDesk, coding: Coding) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._desk = desk
        self._coding = coding
        self.top = TopBar(theme)
        self.articles = ArticlesPanel(theme)
        self.reading = Reading(theme, session, desk, coding)
        self.find_bar = FindBar(theme, desk)
        self.way_back = WayBack(theme)
        self.empty = EmptyProject(theme)
        self.right = RightColumn(theme, desk, coding)
        self.talk = Talk(theme, session, desk)
        self.right.inspector.add(self.talk)
        self.name_line = NameLine(theme)
        self.strip = CodeStrip(theme)
        self._articles_folded = self._right_folded = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        middle = QWidget()
        lines = column(middle)
        lines.addWidget(self.name_line)
        lines.addWidget(self.way_back)
        lines.addWidget(self.find_bar)
        lines.addWidget(self.reading, 1)
        lines.addWidget(self.empty, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.articles, middle, self.right):
            self._splitter.addWidget(part)
        self._middle = middle
        px = self._theme.px
        self.articles.setMinimumWidth(px(240))
        self.articles.setMaximumWidth(px(320))
        self.right.setMinimumWidth(px(320))
        self.right.setMaximumWidth(px(420))
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setStretchFactor(2, 0)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([px(_ARTICLES), px(760), px(_RIGHT)])
        whole = column(self)
        whole.addWidget(self.top)
        whole.addWidget(self._splitter, 1)
        whole.addWidget(self.strip)
        self.strip.hide()
        self.find_bar.hide()

    def _connect(self) -> None:
        reading, right, desk = self.reading, self.right, self._desk
        self.top.asked.connect(self.asked)
        self.name_line.confirmed.connect(self._confirm_name)
        self.empty.asked.connect(lambda: self.asked.emit("add_articles"))
        self.articles.list.activated.connect(lambda _: reading.take_focus())
        self.articles.chosen.connect(self._picked_article)
        reading.refused.connect(self.refused)
        reading.caret_moved.connect(right.annotations.follow_caret)
        reading.caret_moved.connect(lambda _: self.place_changed.emit())
        reading.selection_changed.connect(lambda span: right.codebook.let_apply(span is not None))
        reading.selection_changed.connect(lambda _: self.place_changed.emit())
        right.codebook.applied.connect(self._apply)
        right.annotations.picked.connect(reading.go_to)
        right.annotations.entered.connect(reading.take_focus)
        right.annotations.sign.connect(reading.sign)
        right.annotations.others_asked.connect(self._show_everyone)
        right.inspector.stepped.connect(reading.view.cycle)
        right.inspector.typing.connect(self._session.note_typing)
        self.strip.applied.connect(self._apply)
        self.strip.palette_asked.connect(self.open_palette)
        self.find_bar.found.connect(self._found)
        self.find_bar.left.connect(reading.take_focus)
        desk.article_changed.connect(self._article_changed)
        desk.marks_changed.connect(lambda _removed, _added: self.place_changed.emit())

    def acts(self) -> dict[str, Callable[[], None]]:
        """Give what each of this page's keys does, by its name in the table."""
        return {
            "palette": self.open_palette,
            "delete": self._coding.delete,
            "undo": self._coding.undo,
            "redo": self._coding.redo,
            "finish": self.finish_or_reopen,
            "ask_lead": self._ask_lead,
            "memo": self._write_memo,
            "accept_region": lambda: self._coding.settle_region(RegionState.ACCEPTED),
            "decline_region": lambda: self._coding.settle_region(RegionState.DECLINED),
            "previous_article": lambda: self.step_article(-1),
            "next_article": lambda: self.step_article(1),
            "previous_mark": lambda: self.reading.view.step_mark(-1),
            "next_mark": lambda: self.reading.view.step_mark(1),
            "find": self.find_bar.open,
            "find_next": lambda: self.find_bar.step(1),
            "region": lambda: self.cycle_focus(1),
            "region_back": lambda: self.cycle_focus(-1),
            "list": self._focus_list,
            "details": self._details,
            "articles": self._toggle_articles,
            "by_character": lambda: self.reading.snap_to(Unit.CHARACTER),
            "by_word": lambda: self.reading.snap_to(Unit.WORD),
            "by_sentence": lambda: self.reading.snap_to(Unit.SENTENCE),
            "by_paragraph": lambda: self.reading.snap_to(Unit.PARAGRAPH),
        }

    def show_overview(self, overview: Overview) -> None:
        """Take the project's state; the first article that is not finished opens if none is open."""
        self.articles.show_overview(overview)
        self.right.show_codebook(overview.codebook)
        self.strip.show_codebook(overview.codebook)
        own = sum(sum(each.counts.values()) for each in overview.documents)
        shown_all = set(overview.shown) | {self._session.coder.id} >= {coder.id for coder in overview.coders}
        self.right.annotations.tell_others(0 if shown_all else overview.annotations - own)
        self.name_line.show_file(self._session.coder_file)
        self.top.show_article(overview, self.summary)
        self.empty.setVisible(not overview.documents)
        self.reading.setVisible(bool(overview.documents))
        if self._desk.is_idle and overview.documents:
            unfinished = (each for each in overview.documents if each.state is not CompletionState.FINISHED)
            self._desk.show(next(unfinished, overview.documents[0]).document.id)

    @property
    def is_narrow(self) -> bool:
        """Whether the right column has given way to the strip of codes."""
        return self._right_folded

    @property
    def summary(self) -> DocumentSummary | None:
        """The row of the article that is open."""
        article = self._desk.article
        documents = self._session.overview.documents if self._session.is_open else ()
        return next((each for each in documents if article and each.document.id == article.document.id), None)

    def take_look(self) -> None:
        """Take the codes' names, colours and patterns anew."""
        self.reading.dress()
        self.right.inspector.refresh()
        self.right.annotations.tree.viewport().update()

    def _confirm_name(self, name: str) -> None:
        """Take the coder's word, in a file made for them, that this is their name."""
        session = self._session
        session.write(lambda project: operations.confirm_name(project, name=name))
        session.read(
            lambda project: (operations.overview(project), operations.coder_file(project)),
            done=lambda read: session.take_overview(read[0], coder_file=read[1]),
        )
        self.reading.take_focus()

    def step_article(self, direction: int) -> None:
        """Go to the next or previous article, in the project's order; at the ends nothing happens."""
        order = [each.document.id for each in self._session.overview.documents]
        article = self._desk.article
        place = order.index(article.document.id) + direction if article else 0
        if 0 <= place < len(order):
            self.right.inspector.commit()
            self._desk.show(order[place])

    def finish_or_reopen(self) -> None:
        """Finish the open article, or reopen a finished one."""
        self.right.inspector.commit()
        summary = self.summary
        if summary is not None and summary.state is CompletionState.FINISHED:
            self._coding.reopen()
        else:
            self._coding.finish()

    def open_palette(self) -> None:
        """Open the list of codes beside the selection."""
        if not self._session.is_open:
            return
        palette = CodePalette(self._theme, self._session.overview.codebook.active, self)
        palette.chosen.connect(self._apply)
        palette.closed.connect(self.reading.take_focus)
        palette.open_beside(self.reading.selection_on_screen())

    def cycle_focus(self, step: int) -> None:
        """F6: text, right column, articles, bar, and round again."""
        stops: list[tuple[QWidget, Callable[[], object]]] = [
            (self.reading, self.reading.take_focus),
            (self.right.inspector, self.right.inspector.take_focus),
            (self.right, self._focus_lower),
            (self.articles, lambda: self.articles.list.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            (self.top, lambda: self.top.menu.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ]
        here = next(
            (place for place, (part, _) in enumerate(stops) if part.isAncestorOf(self.focusWidget() or self)), -1
        )
        for _ in stops:
            here = (here + step) % len(stops)
            part, focus = stops[here]
            if part.isVisible() and focus() is not False:
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back to the text by Esc, from wherever nothing else takes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.reading.take_focus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the lists where the window, counted in text heights, is narrow."""
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Hide what has no room: first the articles, then the right column. What was called up meanwhile closes."""
        width = 1000 * self.width() / max(1, self._theme.px(1000))
        articles, right = width < _ARTICLES_FOLD_BELOW, width < _RIGHT_FOLDS_BELOW
        if articles != self._articles_folded or right != self._right_folded:
            self._articles_folded, self._right_folded = articles, right
            self._middle.show()
            self.articles.setVisible(not articles)
            self.right.setVisible(not right)
            self.strip.setVisible(right)
            self.top.fold(articles=articles)
            self.folded.emit(right)

    def _picked_article(self, document: str) -> None:
        self.right.inspector.commit()
        self._desk.show(DocumentId(document))
        if self._articles_folded:
            self.articles.hide()
            self._middle.show()
            self.reading.take_focus()

    def _article_changed(self) -> None:
        article = self._desk.article
        self.articles.follow(article.document.id if article else None)
        self.top.show_article(self._session.overview, self.summary)
        self.place_changed.emit()

    def _apply(self, code: str) -> None:
        self.reading.apply(code)
        self.reading.take_focus()

    def _found(self, span: Span) -> None:
        self.reading.view.select_span(span)
        self.reading.view.reveal(span)

    def _show_everyone(self) -> None:
        self._desk.show_coders([coder.id for coder in self._session.overview.coders])

    def _ask_lead(self) -> None:
        form = self.right.inspector.form
        if form.isVisibleTo(self.right.inspector):
            form.ask_lead.click()

    def _write_memo(self) -> None:
        if self._right_folded and self._desk.chosen is not None:
            self.right.show()
        self.right.inspector.write_memo()

    def _focus_list(self) -> None:
        self.right.show()
        self.right.focus_list()

    def _focus_lower(self) -> None:
        if self.right.annotations.isVisible():
            self.right.annotations.take_focus()
        else:
            self.right.codebook.take_focus()

    def _details(self) -> None:
        """Show the right column, or (where it was called up in a narrow window) put it away again."""
        if self._right_folded and self.right.isVisible():
            self.right.hide()
            self._middle.show()
            self.reading.take_focus()
            return
        self.right.show()
        if self._right_folded:
            self._middle.setVisible(self.width() > self._theme.px(760))
        if not self.right.inspector.take_focus():
            self._focus_lower()

    def _toggle_articles(self) -> None:
        shown = not self.articles.isVisible()
        self.articles.setVisible(shown)
        if self._articles_folded:
            self._middle.setVisible(not shown or self.width() > self._theme.px(760))
        if shown:
            self.articles.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.reading.take_focus()
