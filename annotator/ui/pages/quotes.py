# SPDX-License-Identifier: MIT
"""All passages that are wanted: which at the left, in words; read in the middle with what stands around them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from annotator.counting.selection import EVERYTHING, Selection
from annotator.domain import KnownError
from annotator.operations.retrieval import QuoteOrder, RetrievedPassage
from annotator.ui import plain
from annotator.ui.background import Background
from annotator.ui.docks.way_back import WayBack
from annotator.ui.models.agreement_selection import PassageLine
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.pages.quotes_saving import QuoteSaving
from annotator.ui.quotes import words as said
from annotator.ui.quotes.filters import QuoteFilters
from annotator.ui.quotes.list import QuoteList
from annotator.ui.quotes.model import QuoteModel
from annotator.ui.quotes.reading import Reading, Wish, without_filters
from annotator.ui.quotes.wanted import Wanted
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.filters_beside import MAIN, SIDE, FiltersBeside, take_focus
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

_AGAIN_MILLISECONDS = 150
_CAPTION_FROM = 400
NOTHING_CODED = "Nothing is coded in this project yet. Passages appear here once somebody has coded them."
NOTHING_LIKE_THAT = "No passage is like that."


class QuotesPage(ProjectPage):
    """``passage_asked(PassageLine, words)`` leads into the text; ``left`` back to where a visit began."""

    passage_asked = Signal(object, str)
    left = Signal()

    def __init__(self, theme: Theme, session: Session, wanted: Wanted) -> None:
        super().__init__(theme, session, here="page_quotes")
        self.wanted = wanted
        self._visited: Selection | None = None
        self._total: int | None = None
        self._kept_row, self._is_stale = -1, True
        self.filters = QuoteFilters(theme)
        self.model = QuoteModel(self)
        self.list = QuoteList(theme, self.model)
        self.reading = Reading(session, self.model, parent=self)
        self.work = Background(session, parent=self)
        self.saving = QuoteSaving(self, self.work, lambda: self.wish)
        self.order = Choice(theme, name="Sorted by")
        for order, name in said.ORDERS:
            self.order.addItem(f"Sorted by {name.lower()}", order.value)
        self.context = Choice(theme, name="Context")
        for value, name in said.CONTEXTS:
            self.context.addItem(name, value)
        self.context.show_value(said.SHORT)
        self.way_back = WayBack(theme)
        self.hint = Surface("panel", line="top")
        self.number = Elided(theme, role=Type.HEAD)
        self.caption = Elided(theme, role=Type.META, token="secondary")
        self.nothing, self.go = plain.label(ink="secondary", wrap=True), Button(theme, "", kind="primary")
        self.copy = self.bar.verbs.add("Copy", self._copy, icon="copy")
        self.save = self.bar.verbs.add("Save as…", self._save, kind="")
        self.both = FiltersBeside(theme, self._side(), self._middle(), names=("Filters", "Passages"))
        self.body.addWidget(self.both, 1)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MILLISECONDS)
        self._connect()
        self._show_state()

    def _side(self) -> QWidget:
        made = Surface("panel", line="right")
        column(made).addWidget(Scroll(self.filters))
        return made

    def _middle(self) -> QWidget:
        px = self.theme.px
        made = Surface("page")
        head = Surface("panel", line="bottom")
        lines = column(head, margins=(px(24), px(6), px(16), px(6)), gap=px(2))
        line = row(gap=px(12))
        line.addWidget(self.number, 1)
        for part in (self.order, self.context):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            line.addWidget(part)
        lines.addLayout(line)
        lines.addWidget(self.caption)
        whole = column(made)
        whole.addWidget(self.way_back)
        whole.addWidget(head)
        empty = column(margins=(px(24), px(16), px(24), px(16)), gap=px(12))
        empty.addWidget(self.nothing)
        empty.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(empty)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._make_hint())
        self._empty = empty
        return made

    def _make_hint(self) -> QWidget:
        """Draw the keys that act on a passage."""
        px = self.theme.px
        line = row(self.hint, margins=(px(24), px(4), px(16), px(4)), gap=px(6))
        for key, does in (("Enter", "Open in its article"), ("Ctrl+C", "Copy with its source")):
            words = plain.label(does, ink="secondary")
            words.setFont(self.theme.font(Type.META))
            line.addWidget(KeyCap(self.theme, key))
            line.addWidget(words)
            line.addSpacing(px(12))
        line.addStretch(1)
        return self.hint

    def _connect(self) -> None:
        self.filters.changed.connect(self._filtered)
        self.wanted.offered.connect(self._offer)
        self.wanted.changed.connect(self._wants_other)
        self.order.activated.connect(lambda _: self._read())
        self.context.activated.connect(lambda _: self._read(keep=True))
        self.reading.counted.connect(self._show_state)
        self.reading.ended.connect(self._counted)
        self.reading.failed.connect(self._fail)
        self.list.entered_row.connect(self._open)
        self.list.copy_asked.connect(self._copy)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.go.clicked.connect(self._go_on)
        self.way_back.left.connect(self.leave)
        self._again.timeout.connect(lambda: self._read(keep=True))
        self.session.bus.changed.connect(lambda *_: self._changed())
        self.session.overview_changed.connect(self._offer)

    @property
    def selection(self) -> Selection:
        """Which passages are shown: those wanted, or those behind a figure that led here."""
        return self.wanted.selection if self._visited is None else self._visited

    @property
    def chosen_order(self) -> QuoteOrder:
        """What they are sorted by."""
        return QuoteOrder(self.order.value)

    @property
    def wish(self) -> Wish:
        """What is shown, for whoever writes it to a file."""
        return Wish(self.selection, self.chosen_order, said.context_of(self.context.value))

    @property
    def status(self) -> tuple[str, str]:
        """Say how many passages there are."""
        row_now = self.list.currentIndex().row()
        place = f"Passage {row_now + 1:,} of {self.model.rowCount():,}" if row_now >= 0 else ""
        return place, self.number.text

    def acts(self) -> dict[str, Callable[[], object]]:
        """Go round the parts by F6; find leads to the words, copying to the clipboard."""
        return {
            "region": lambda: self._cycle(1), "region_back": lambda: self._cycle(-1), "find": self._find,
        }  # fmt: skip

    def begin(self) -> None:
        """Come into view: read what is wanted where anything changed, else stay at the same row."""
        self.wanted.read_offers()
        if self._visited is None and self._is_stale:
            self.filters.show_selection(self.wanted.selection)
        self._offer()
        if self._is_stale:
            self._read(keep=True)
        self._focus_passages()

    def _focus_passages(self) -> None:
        """Go to the passages, or where there are none to what leads on."""
        if not (take_focus(self.list) or take_focus(self.go)):
            self.setFocus()

    def visit(self, selection: Selection, *, words: str, origin: str = "counts") -> None:
        """Show the passages behind a figure; a line above says so and leads back."""
        self._visited = selection
        self.way_back.begin_visit(self._end_visit, origin=origin, steps=False)
        self.way_back.words.set_text(words)
        self.way_back.show()
        self.filters.show_selection(selection)
        self._read()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back to where the visit began; what was wanted before is wanted again."""
        if self._visited is not None:
            self._end_visit()
            self.left.emit()

    def step(self, direction: int) -> None:
        """Go to the next or previous passage, and ask for it in its text."""
        row_now = self.list.currentIndex().row() + direction
        if 0 <= row_now < self.model.rowCount():
            self.list.go_to(row_now)
            self._open(row_now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as the way from the filters to the passages, then as the way back."""
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus() and self.model.rowCount():
            self.both.turn_to(MAIN)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self._visited is not None:
            self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the caption to the passages where there is little; it is a tooltip of the number too."""
        super().resizeEvent(event)
        has_room = self.height() >= self.theme.px(_CAPTION_FROM)
        self.caption.setVisible(has_room)
        self.hint.setVisible(has_room)

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no further for nobody."""
        super().hideEvent(event)
        if not self.reading.is_whole:
            self.reading.call_off()
            self._is_stale = True

    def _end_visit(self) -> None:
        self._visited = None
        self.way_back.end_visit()
        self.filters.show_selection(self.wanted.selection)
        self._is_stale = True

    def _offer(self) -> None:
        if self.session.is_open:
            self.filters.offer(self.session.overview, self.wanted.offers)

    def _filtered(self) -> None:
        found = self.filters.wanted
        if found is None:
            return
        if self._visited is not None:
            self._visited = found
        else:
            self.wanted.want(found, initiator=self)
        self._read()

    def _wants_other(self, initiator: object) -> None:
        if initiator is not self and self._visited is None:
            self.filters.show_selection(self.wanted.selection)
            self._is_stale = True

    def _changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._again.start()

    def _read(self, *, keep: bool = False) -> None:
        self._kept_row = max(0, self.list.currentIndex().row()) if keep else 0
        self._total, self._is_stale = None, False
        self.list.rows.forget()
        self.list.rows.cuts_words = self.context.value == said.SHORT
        self.reading.read(self.wish)

    def _counted(self) -> None:
        everything = without_filters(self.selection)
        if self.selection != everything:
            self.reading.count(everything, counted=self._know_total)
        self._show_state()

    def _know_total(self, total: int) -> None:
        self._total = total
        self._show_state()

    def _show_state(self) -> None:
        survey, rows = self.reading.survey, self.model.rowCount()
        if survey is not None:
            self.number.set_text(said.number_words(
                survey.passages, articles=len(survey.documents), total=self._total, is_whole=self.reading.is_whole
            ))  # fmt: skip
            self.caption.set_text(survey.caption)
            plain.set_tooltip(self.number, survey.caption)
        is_empty = survey is not None and self.reading.is_whole and not rows
        self._tell_empty(is_empty)
        self.list.setVisible(not is_empty)
        self.copy.setEnabled(bool(rows))
        self.save.setEnabled(bool(rows))
        if rows and (not self.list.currentIndex().isValid() or self._kept_row > 0):
            self.list.go_to(min(self._kept_row, rows - 1))
            if rows > self._kept_row:
                self._kept_row = 0
        self.status_changed.emit()

    def _tell_empty(self, is_empty: bool) -> None:
        is_filtered = self.selection != EVERYTHING
        self.nothing.setText(NOTHING_LIKE_THAT if is_filtered else NOTHING_CODED)
        self.go.show_words("Clear filters" if is_filtered else "Go to coding")
        for part in (self.nothing, self.go):
            part.setVisible(is_empty)
        px = self.theme.px
        self._empty.setContentsMargins(*((px(24), px(16), px(24), px(16)) if is_empty else (0, 0, 0, 0)))

    def _go_on(self) -> None:
        if self.selection != EVERYTHING:
            self.filters.clear.click()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.bar.asked.emit("page_coding")

    def _chosen(self) -> None:
        self.status_changed.emit()

    def _fail(self, error: KnownError) -> None:
        self._is_stale = True
        self.refused.emit(error)

    def _open(self, row_asked: int) -> None:
        passage = self.model.passage(row_asked)
        if passage is not None:
            place = f"{row_asked + 1:,} of {self.model.rowCount():,}. {passage.code.name}. {passage.coder.name}."
            self.passage_asked.emit(line_of(passage, of_consensus=self.selection.consensus), place)

    def _copy(self) -> None:
        row_now = self.list.currentIndex().row()
        passage = self.model.passage(row_now) if row_now >= 0 else None
        if passage is not None:
            QApplication.clipboard().setText(said.copied(passage))
            self.said.emit("The quote is copied with its source.")

    def _save(self) -> None:
        menu = self.saving.menu()
        anchor = self.save if self.save.isVisible() else self.bar
        menu.popup(anchor.mapToGlobal(QPoint(anchor.width() - menu.sizeHint().width(), anchor.height())))

    def _find(self) -> None:
        self.both.turn_to(SIDE)
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _cycle(self, step: int) -> None:
        """Go to the next part: filters, order and context, passages, bar."""
        parts: list[tuple[QWidget, Callable[[], bool]]] = [
            (self.filters, lambda: take_focus(self.filters.text)), (self.order, lambda: take_focus(self.order)),
            (self.list, lambda: take_focus(self.list)), (self.bar, lambda: take_focus(self.bar.menu)),
        ]  # fmt: skip
        focused = QApplication.focusWidget()
        here = next((n for n, (part, _) in enumerate(parts) if focused in (part, *part.findChildren(QWidget))), 2)
        for _ in parts:
            here = (here + step) % len(parts)
            if parts[here][1]():
                return


def line_of(passage: RetrievedPassage, *, of_consensus: bool) -> PassageLine:
    """Give a passage as the visit to a text takes it; the consensus is nobody's own coding."""
    return PassageLine(
        passage.document.id, passage.start, passage.end, kind=None,
        marked=() if of_consensus else (passage.annotation.coder,), unmarked=(), codes=(),
        round=passage.annotation.round,
    )  # fmt: skip
