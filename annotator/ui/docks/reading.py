# SPDX-License-Identifier: MIT
"""The article in the middle: hands the open article to the text view and the view's wishes to the desk."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.domain import Annotation, CodeId, CodePoint, KnownError, Refused, Span
from annotator.text.boundaries import Unit
from annotator.ui import digit_keys
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.code_styles import mark_of, styles_for
from annotator.ui.coding import Coding
from annotator.ui.models.open_article import Entry
from annotator.ui.session import Session
from annotator.ui.shortcuts import EXCLUDED_KEY
from annotator.ui.text_view import ReadingPage
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import ARTICLE_SIZE
from annotator.ui.widgets.surfaces import Surface, column


class Reading(Surface):
    """``selection_changed(Span or None)`` and ``caret_moved(position)`` pass on what the view says."""

    selection_changed = Signal(object)
    caret_moved = Signal(int)
    refused = Signal(object)

    def __init__(self, theme: Theme, session: Session, desk: ArticleDesk, coding: Coding) -> None:
        super().__init__("page")
        self._theme = theme
        self._session = session
        self._desk = desk
        self._coding = coding
        self._carets: dict[str, CodePoint] = {}
        self._shown = ""
        self.page = ReadingPage()
        self.view = self.page.view
        column(self).addWidget(self.page)
        self._connect()

    def _connect(self) -> None:
        view, desk = self.view, self._desk
        view.installEventFilter(self)
        view.selection_changed.connect(self.selection_changed)
        view.caret_moved.connect(self.caret_moved)
        view.read_to.connect(desk.read_to)
        view.picked.connect(desk.choose)
        view.resized.connect(self._coding.resize)
        view.notice.connect(lambda sentence: self.refused.emit(Refused(sentence)))
        desk.article_changed.connect(self._show)
        desk.marks_changed.connect(self._change)
        desk.chosen_changed.connect(view.select_mark)
        desk.settled.connect(self._settle)
        self._coding.painted.connect(self._painted)
        self._theme.changed.connect(self.dress)

    @property
    def span(self) -> Span | None:
        """What is selected in the text."""
        return self.view.current_span()

    def dress(self) -> None:
        """Wear the colours in force."""
        if self._session.is_open:
            self.view.set_styles(styles_for(self._session.overview.codebook, self._theme), self._theme.tokens)
            self.view.set_serif(self._theme.serif)

    def set_text_size(self, size: int) -> None:
        """Set the article's type, in pixels at 100 % of the system's text size."""
        self.view.set_text_size(self._theme.px(size))

    def zoom(self, size: int) -> int:
        """Say a size in percent of the usual one."""
        return round(100 * size / ARTICLE_SIZE)

    def apply(self, code: str) -> None:
        """Code the selected words; without any, change the code of the selected annotation. Empty: excluded region."""
        span = self.span
        if span is not None and not code:
            self._coding.propose_region(span)
        elif span is not None:
            self._coding.annotate(CodeId(code), span)
        elif isinstance(self._desk.chosen, Annotation) and code:
            self._coding.recode(CodeId(code))
        else:
            self.refused.emit(Refused("Select the words first, then press the code's key."))

    def sign(self, sign: str) -> bool:
        """Take a digit or letter for a code's key; False where it is none."""
        code = self.code_for(sign)
        if code is None:
            return False
        self.apply(code)
        return True

    def code_for(self, sign: str) -> str | None:
        """Give the code of a key, the empty string for the excluded region, None for a key of no code."""
        if not sign or not self._session.is_open:
            return None
        if sign == EXCLUDED_KEY:
            return ""
        codes = self._session.overview.codebook.active
        return next((code.id for code in codes if code.shortcut.casefold() == sign), None)

    def snap_to(self, unit: Unit) -> None:
        """Set what a mouse selection snaps to."""
        self.view.set_anchoring(unit)

    def go_to(self, entry_id: str) -> None:
        """Select an annotation and bring it into sight; the caret goes to its start."""
        self._desk.choose(entry_id)
        entry = self._desk.chosen
        if entry is not None:
            self.view.set_caret(entry.span.start)
            self.view.reveal(entry.span)

    def selection_on_screen(self) -> QRect:
        """Give where the selected words, or the caret, are on the screen."""
        span, cursor = self.span, self.view.textCursor()
        box = self.view.cursorRect()
        if span is not None:
            for position in (span.start, span.end):
                cursor.setPosition(self.view.scene.positions.to_qt(position))
                box = box.united(self.view.cursorRect(cursor))
        box = box.intersected(self.view.viewport().rect())
        return QRect(self.view.viewport().mapToGlobal(QPoint(box.left(), box.top())), box.size())

    def take_focus(self) -> None:
        """Put the focus on the text."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Codes' keys act on the text before the window's own keys see them."""
        if watched is self.view and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                if self.code_for(digit_keys.pressed_sign(event)) is not None:
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress and self.sign(digit_keys.pressed_sign(event)):
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        article = self._desk.article
        if article is None:
            return
        if self._shown:
            self._carets[self._shown] = self.view.caret()
        self._shown = article.document.id
        self.dress()
        marks = [mark_of(entry, article) for entry in article.ordered()]
        caret = self._carets.get(self._shown, CodePoint(0))
        try:
            self.view.show_article(article.text, marks, caret=caret)
        except KnownError as error:
            self.refused.emit(error)

    def _change(self, removed: list[str], added: list[Entry]) -> None:
        article = self._desk.article
        if article is not None:
            self.view.change_marks(removed=removed, added=[mark_of(entry, article) for entry in added])
            chosen = self._desk.chosen
            self.view.select_mark(str(chosen.id) if chosen else "")

    def _settle(self, entry: Entry) -> None:
        article = self._desk.article
        if article is not None:
            self.view.settle_mark(mark_of(entry, article))

    def _painted(self, entry_id: str) -> None:
        """Select what was just coded; the words stay selected for further codes."""
        self._desk.choose(entry_id)
        entry, article = self._desk.chosen, self._desk.article
        if entry is None or article is None:
            return
        code = self._desk.code(entry.code) if isinstance(entry, Annotation) else None
        here = sum(1 for each in article.entries.values() if each.span.overlaps(entry.span))
        name = code.name if code else "excluded region"
        self.view.announce(f"Coded as {name}, {here} {'code' if here == 1 else 'codes'} here")
