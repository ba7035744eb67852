# SPDX-License-Identifier: MIT
"""What Compare and Adjudicate have in common: the list left, the text in the middle, the difference right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator import operations
from annotator.domain import CodeId, DocumentId, KnownError, Round
from annotator.merging.adjudication_queue import Entry, Queue
from annotator.ui import plain
from annotator.ui.judging.desk import JudgedText, JudgingDesk
from annotator.ui.judging.kinds import progress_words
from annotator.ui.judging.lanes_panel import LanesPanel
from annotator.ui.judging.queue_panel import QueuePanel
from annotator.ui.judging.rows import found_again, next_open
from annotator.ui.judging.versions import Shown
from annotator.ui.judging.voices import Voices
from annotator.ui.judging.wish import Answer
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.three_columns import LEFT, MIDDLE, RIGHT, ThreeColumns

READING = "Reading the round."


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that somebody wants to see; with two ``coders`` as a difference between these."""

    document: DocumentId
    code: CodeId
    start: int
    end: int
    coders: tuple[str, ...] = ()


class DifferencesPage(ProjectPage):
    """``here`` is the page's entry in the table of keys; ``right`` the column that says what the difference is."""

    def __init__(self, theme: Theme, session: Session, desk: JudgingDesk, *, here: str, right: QWidget) -> None:
        super().__init__(theme, session, here=here)
        self.desk = desk
        is_judging = here == "page_adjudicate"
        self.queue = QueuePanel(theme, title="Differences", judging=is_judging)
        self.lanes = LanesPanel(theme)
        self.right = right
        right.setMinimumWidth(theme.px(240))
        names = ("Differences", "Text", "Decision" if is_judging else "In words")
        self.columns = ThreeColumns(theme, (self.queue, self.middle(), right), names=names)
        self.body.addWidget(self.columns, 1)
        self._entry: Entry | None = None
        self._shown: Shown | None = None
        self._wanted: Place | None = None
        self._known: tuple[object, ...] = ()
        self.queue.wished.connect(self._arrange)
        self.queue.list.chosen.connect(self.choose)
        self.queue.round.activated.connect(lambda _: desk.choose_round(self.queue.round.value))
        self.columns.turned.connect(self._turned)
        self.columns.folded_changed.connect(lambda folded: self.lanes.legend.setVisible(folded < 2))
        self.lanes.picked.connect(self._picked)
        desk.changed.connect(self._changed)
        desk.failed.connect(self._fail)
        theme.changed.connect(self._dress)

    def middle(self) -> QWidget:
        """Give the middle column."""
        return self.lanes

    @property
    def entry(self) -> Entry | None:
        """The difference that is looked at."""
        return self._entry

    @property
    def shown(self) -> Shown | None:
        """The same with its text, once that was read."""
        return self._shown

    @property
    def status(self) -> tuple[str, str] | None:
        """Say which difference it is, and how far all of them are."""
        queue, entries = self.desk.queue, self.queue.list.rows.entries
        if queue is None or not entries:
            return None
        place = f"Difference {self.queue.list.number + 1:,} of {len(entries):,}"
        return (place if self.queue.list.number >= 0 else ""), progress_words(queue.progress)

    def acts(self) -> dict[str, Callable[[], object]]:
        """F6 goes round the columns, brackets go from difference to difference."""
        return {
            "region": lambda: self._cycle(1),
            "region_back": lambda: self._cycle(-1),
            "next_mark": lambda: self.step(1),
            "previous_mark": lambda: self.step(-1),
            "list": self._to_list,
            "articles": self._to_list,
            "details": self._to_right,
        }

    def begin(self) -> None:
        """Come into view: what is stale is read, what was looked at stays."""
        if self.desk.queue is None:
            self._say_nothing(READING)
        else:
            self._changed()
        self.desk.refresh()
        self.session.read(operations.rounds, done=self._know_rounds)
        if self.columns.folded:
            self.columns.turn_to(MIDDLE)
        # The list cannot take the focus before there is one; keys must act from the first moment.
        (self.queue.list if self.queue.list.isVisible() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def visit(self, place: Place) -> None:
        """Look at a passage, wherever the filters were; a difference that lies there is chosen."""
        self._wanted = place
        if self.desk.queue is not None:
            self._changed()

    def choose(self, number: int) -> None:
        """Look at a difference by its number in the list."""
        entries = self.queue.list.rows.entries
        if not 0 <= number < len(entries):
            return
        entry = self._entry = entries[number]
        self.queue.list.choose(number)
        self.desk.text(entry.document, lambda read: self._show(entry, read))
        for near in entries[number + 1 : number + 3]:
            self.desk.prepare(near.document)

    def step(self, direction: int) -> None:
        """Go to the next or previous difference of the list; at its ends nothing happens."""
        self.choose(self.queue.list.number + direction)

    def step_open(self) -> None:
        """Go to the next difference that waits for a decision."""
        number = next_open(self.queue.list.rows.entries, self.queue.list.number)
        if number >= 0:
            self.choose(number)

    def show_difference(self, shown: Shown, queue: Queue) -> None:
        """Say in the right column what it is."""

    def show_no_difference(self) -> None:
        """Clear the right column."""

    def nothing(self, queue: Queue) -> str:
        """Say why the list is empty though nothing restricts it."""
        if not any(article.finished for article in queue.articles):
            return "Nobody has finished an article in this round yet. Differences show when two coders have."
        return "The coders of this round differ nowhere."

    def picked(self, entry: Entry, lane: int) -> None:
        """Look at what was clicked in the text."""
        del lane
        entries = self.queue.list.rows.entries
        self.choose(next((number for number, each in enumerate(entries) if each is entry), -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as the way to the text."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._to_text()
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        queue = self.desk.queue
        if queue is None or not self.isVisible():
            return
        known = (queue.codes, queue.coders, queue.is_blind, [article.document.id for article in queue.articles])
        if known != self._known:
            self._known = known
            self.queue.know(queue)
            self.know(queue)
        wanted = self._wanted
        if wanted is not None:
            wish = self.queue.wish
            self.queue.ask(replace(wish, code=str(wanted.code), kind="", coders=wanted.coders, document="", states=""))
        self._arrange()

    def _know_rounds(self, rounds: Sequence[Round]) -> None:
        queue = self.desk.queue
        self.queue.know_rounds(rounds, shown=self.desk.round_name or (queue.round.name if queue is not None else ""))

    def know(self, queue: Queue) -> None:
        """Take what is new in the codebook or among the coders."""

    def _arrange(self) -> None:
        self.desk.arrange(self.queue.wish, done=self._arranged)

    def _arranged(self, answer: Answer) -> None:
        queue = self.desk.queue
        if queue is None:
            return
        near = self.queue.list.number
        self.queue.show_answer(answer, nothing=self.nothing(queue))
        entries = answer.queue.entries
        if not entries:
            self._entry = self._shown = None
            self.lanes.show_nothing()
            self.show_no_difference()
            return
        if self.window().focusWidget() is self:
            self._focus_list() if self.queue.isVisible() else self.focus_text()
        self.choose(self._number_of(entries, near))

    def _number_of(self, entries: tuple[Entry, ...], near: int) -> int:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            for number, entry in enumerate(entries):
                if entry.document == wanted.document and entry.start < wanted.end and wanted.start < entry.end:
                    return number
        if self._entry is not None:
            return found_again(entries, self._entry, near=max(0, near))
        return max(0, next_open(entries, -1))

    def _show(self, entry: Entry, read: JudgedText) -> None:
        queue = self.desk.queue
        if queue is None or entry is not self._entry:
            return
        rows = self.queue.list.rows
        code = next((each for each in queue.codes if each.id == entry.code), None)
        colour = self.theme.code_colour(code) if code is not None else self.theme.tokens.secondary
        voices = Voices(queue, queue.article(entry.document))
        shown = Shown(entry, voices, read.text, colour, rows.code_name)
        self.show_text(shown, queue, read)
        self.look_at(shown)

    def look_at(self, shown: Shown) -> None:
        """Say in the right column and in the status line what is looked at now."""
        queue = self.desk.queue
        if queue is not None:
            self._entry, self._shown = shown.entry, shown
            self.show_difference(shown, queue)
            self.status_changed.emit()

    def show_text(self, shown: Shown, queue: Queue, read: JudgedText) -> None:
        """Show the article."""
        self.lanes.show_entry(shown.entry, queue, read)

    def line(self, entry: Entry) -> str:
        """Say what was decided on an entry, or what stands in the way."""
        rows, number = self.queue.list.rows, self.queue.list.number
        return rows.line(rows.row(rows.place_of(number))) if entry is self._entry and number >= 0 else ""

    def _picked(self, lane: int, position: int) -> None:
        entry = self._entry
        if entry is None:
            return
        for each in self.queue.list.rows.entries:
            if each.document == entry.document and each.code == entry.code and each.start <= position < each.end:
                self.picked(each, lane)
                return

    def _say_nothing(self, sentence: str) -> None:
        self.queue.list.hide()
        self.queue.empty.setText(sentence)
        self.queue.empty.show()

    def _fail(self, error: KnownError) -> None:
        if self.isVisible():
            self._say_nothing(plain.sentence_of(error))

    def _dress(self) -> None:
        if self._entry is not None and self.desk.queue is not None:
            self.queue.know(self.desk.queue)
            self.know(self.desk.queue)
            self.choose(self.queue.list.number)

    def _to_list(self) -> bool:
        if self.columns.folded:
            self.columns.turn_to(LEFT)
        self.queue.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self.queue.list.isVisible()

    def _to_text(self) -> bool:
        if self.columns.folded:
            self.columns.turn_to(MIDDLE)
        return self.focus_text()

    def focus_text(self) -> bool:
        """Put the focus on the text."""
        return self.lanes.take_focus()

    def _to_right(self) -> bool:
        if self.columns.folded > 1:
            self.columns.turn_to(RIGHT)
        return self.focus_right()

    def focus_right(self) -> bool:
        """Put the focus into the right column; False where nothing there takes it."""
        return False

    def _to_bar(self) -> bool:
        self.bar.menu.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _turned(self, part: str) -> None:
        {LEFT: self._focus_list, MIDDLE: self.focus_text, RIGHT: self.focus_right}[part]()

    def _focus_list(self) -> None:
        self.queue.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cycle(self, step: int) -> None:
        """Go to the next column that takes the focus, then the bar; a folded one unfolds."""
        stops: list[tuple[QWidget, Callable[[], bool]]] = [
            (self.queue, self._to_list), (self.columns, self._to_text), (self.right, self._to_right),
            (self.bar, self._to_bar),
        ]  # fmt: skip
        focused = QApplication.focusWidget()
        here = next((n for n, (part, _) in enumerate(stops) if n != 1 and _holds(part, focused)), 1)
        for _ in stops:
            here = (here + step) % len(stops)
            if stops[here][1]():
                return


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (focused is part or part.isAncestorOf(focused))
