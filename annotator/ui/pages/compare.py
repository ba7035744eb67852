# SPDX-License-Identifier: MIT
"""Where one looks at differences: one code with a lane per coder, or two coders side by side with all their codes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.merging.adjudication_queue import Entry, Queue
from annotator.ui import digit_keys
from annotator.ui.docks.way_back import WayBack
from annotator.ui.judging.desk import JudgedText, JudgingDesk
from annotator.ui.judging.difference_head import DifferenceHead
from annotator.ui.judging.pair_panel import PairPanel
from annotator.ui.judging.versions import Shown, Versions
from annotator.ui.pages.differences_page import DifferencesPage, Place
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.keyed_button import KeyedButton
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

LANES, PAIR = "lanes", "pair"


class _InWords(Surface):
    """The right column: what the difference is, each coder's passage, and the ways on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel")
        px = theme.px
        self.head = DifferenceHead(theme)
        self.versions = Versions(theme, judging=False)
        self.previous = KeyedButton(theme, "Previous", keys=["["])
        self.next = KeyedButton(theme, "Next", keys=["]"])
        self.decide = KeyedButton(theme, "Decide on it", keys=["D"])
        content = QWidget()
        lines = column(content)
        lines.addWidget(self.versions)
        lines.addStretch(1)
        self.foot = Surface("panel", line="top")
        under = column(self.foot, margins=(px(16), px(12), px(16), px(12)), gap=px(8))
        steps = row(gap=px(8))
        steps.addWidget(self.previous, 1)
        steps.addWidget(self.next, 1)
        under.addLayout(steps)
        under.addWidget(self.decide)
        whole = column(self)
        whole.addWidget(self.head)
        whole.addWidget(Scroll(content), 1)
        whole.addWidget(self.foot)


class ComparePage(DifferencesPage):
    """``decide_asked(Place)`` leads to the same passage on Adjudicate; ``left`` back to where the visit began."""

    decide_asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, session: Session, desk: JudgingDesk) -> None:
        self.pair = PairPanel(theme)
        self.mode = Segmented(theme, ((LANES, "One code, all coders"), (PAIR, "Two coders, all codes")), name="Compare")
        self.way_back = WayBack(theme)
        self.in_words = _InWords(theme)
        self._theme = theme
        super().__init__(theme, session, desk, here="page_compare", right=self.in_words)
        self.mode.show_value(LANES)
        self.mode.chosen.connect(self.turn)
        self.pair.pair_chosen.connect(self._pair_chosen)
        self.pair.picked.connect(lambda position: self._picked(0, position))
        self.way_back.left.connect(self.leave)
        self.in_words.previous.clicked.connect(lambda: self.step(-1))
        self.in_words.next.clicked.connect(lambda: self.step(1))
        self.in_words.decide.clicked.connect(self.decide)

    def middle(self) -> QWidget:
        """Give the choice of the two pictures above the one that is chosen."""
        made = Surface("page")
        px = self._theme.px
        head = Surface("panel", line="bottom")
        row(head, margins=(px(16), px(4), px(16), px(4))).addWidget(self.mode)
        lines = column(made)
        lines.addWidget(self.way_back)
        lines.addWidget(head)
        lines.addWidget(self.lanes, 1)
        lines.addWidget(self.pair, 1)
        self.pair.hide()
        return made

    def turn(self, mode: str) -> None:
        """Show the other picture; the difference stays."""
        self.mode.show_value(mode)
        is_pair = mode == PAIR
        hidden, shown = (self.lanes, self.pair) if is_pair else (self.pair, self.lanes)
        hidden.hide()
        shown.show()
        if self.entry is not None:
            self.choose(self.queue.list.number)

    def visit_from(self, place: Place, *, words: str) -> None:
        """Look at a passage that a figure led to; the line above the text leads back."""
        self.way_back.begin_visit(self.way_back.hide, origin="agreement", steps=False)
        self.way_back.words.set_text(words)
        self.way_back.show()
        self.visit(place)

    def leave(self) -> None:
        """Go back to where the visit began."""
        self.way_back.hide()
        self.left.emit()

    def decide(self) -> None:
        """Go to Adjudicate with this difference."""
        entry = self.entry
        if entry is not None:
            self.decide_asked.emit(Place(entry.document, entry.code, entry.start, entry.end))

    def show_text(self, shown: Shown, queue: Queue, read: JudgedText) -> None:
        """Show the article as the picture wants it."""
        if self.mode.value == PAIR:
            self.pair.show_entry(shown.entry, queue, read, wanted=sorted(self.queue.wish.filter.coders))
        else:
            super().show_text(shown, queue, read)

    def show_difference(self, shown: Shown, queue: Queue) -> None:
        """Say it in words."""
        del queue
        for part in (self.in_words.head, self.in_words.versions, self.in_words.foot):
            part.show()
        self.in_words.head.tell(shown, article_line=self.line(shown.entry))
        self.in_words.versions.show_versions(shown, may_take=False)
        number, total = self.queue.list.number, len(self.queue.list.rows.entries)
        self.in_words.previous.setEnabled(number > 0)
        self.in_words.next.setEnabled(number + 1 < total)
        self.in_words.decide.setVisible(self.session.is_lead)

    def show_no_difference(self) -> None:
        """Leave the column empty."""
        for part in (self.in_words.head, self.in_words.versions, self.in_words.foot):
            part.hide()

    def picked(self, entry: Entry, lane: int) -> None:
        """Look at what was clicked."""
        if entry is not self.entry:
            super().picked(entry, lane)

    def focus_text(self) -> bool:
        """Put the focus on the text; Esc there leads back where a visit began."""
        return self.pair.take_focus() if self.mode.value == PAIR else super().focus_text()

    def focus_right(self) -> bool:
        """Put the focus on the way on."""
        button = self.in_words.next if self.in_words.next.isEnabled() else self.in_words.previous
        button.setFocus()
        return button.isVisible() and button.isEnabled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as the way back where a visit began, and D as the way to a decision."""
        if event.key() == Qt.Key.Key_Escape and self.way_back.isVisible():
            self.leave()
        elif digit_keys.pressed_sign(event) == "d" and self.session.is_lead:
            self.decide()
        else:
            super().keyPressEvent(event)

    def _pair_chosen(self) -> None:
        if self.entry is not None:
            self.choose(self.queue.list.number)
