# SPDX-License-Identifier: MIT
"""Annotations whose words do not stand where the file says: gone through one by one, each place within its words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from annotator.domain import Span
from annotator.ui import plain, words
from annotator.ui.incoming.looking import Asked
from annotator.ui.incoming.place_book import LEAVE_OUT, PlaceBook
from annotator.ui.judging.tinted_quote import TintedQuote
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button, RadioDot
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, clear, column, row, rule

_LETTERS = "ABCDEFGHIJ"


class PlacesCard(Surface):
    """``answered`` by hand only; ``turned`` when another passage is shown."""

    answered = Signal()
    turned = Signal()

    def __init__(self, theme: Theme, book: PlaceBook) -> None:
        super().__init__("card")
        self._theme = theme
        self._book = book
        self._shown = 0
        px = theme.px
        self.title = plain.label(wrap=True)
        self.title.setFont(theme.font(Type.HEAD))
        self.sure = plain.label(wrap=True, ink="secondary")
        self.count = plain.label(wrap=True)
        self.count.setFont(theme.font(Type.STRONG))
        self.previous = Button(theme, kind="icon", icon="up", spoken="Previous passage")
        self.next = Button(theme, kind="icon", icon="down", spoken="Next passage")
        self.take_single = Button(theme, "", kind="link")
        self.leave_rest = Button(theme, "Leave out all that have no answer", kind="link")
        self.dots: dict[int, RadioDot] = {}
        whole = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(6))
        head = row(gap=px(8))
        head.addWidget(Picture(theme, "question"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        whole.addLayout(head)
        whole.addWidget(self.sure)
        whole.addWidget(rule())
        step = row(gap=px(4))
        for part, stretch in ((self.count, 1), (self.previous, 0), (self.next, 0)):
            step.addWidget(part, stretch)
        whole.addLayout(step)
        self._room = column(gap=px(4))
        whole.addLayout(self._room)
        for all_of_them in (self.take_single, self.leave_rest):
            whole.addWidget(all_of_them, 0, Qt.AlignmentFlag.AlignLeft)
        plain.set_tooltip(self.previous, "Page Up")
        plain.set_tooltip(self.next, "Page Down")
        self.take_single.clicked.connect(self._take_single)
        self.previous.clicked.connect(lambda: self.show_passage(self._shown - 1))
        self.next.clicked.connect(lambda: self.show_passage(self._shown + 1))
        self.leave_rest.clicked.connect(self._leave_rest)
        self.setAccessibleName("Annotations that do not stand where the file says")
        self.hide()

    @property
    def passage(self) -> Asked | None:
        """The one that is shown."""
        asked = self._book.asked
        return asked[self._shown] if self._shown < len(asked) else None

    def show_book(self) -> None:
        """Show what the book asks."""
        number = len(self._book.asked)
        self.setVisible(number > 0)
        self.title.setText(
            "One annotation does not stand where the file says"
            if number == 1
            else f"{number:,} annotations do not stand where the file says"
        )
        sure = self._book.sure
        said = "Its words stand" if sure == 1 else "The words of these stand"
        self.sure.setText(
            f"{sure:,} found again beyond doubt. {said} once elsewhere in the article, in their own context."
        )
        self.sure.setVisible(sure > 0)
        self.show_passage(min(self._shown, max(0, number - 1)))

    def show_passage(self, number: int) -> None:
        """Show one of them."""
        asked = self._book.asked
        if not 0 <= number < len(asked):
            return
        self._shown = number
        passage = asked[number]
        self.previous.setEnabled(number > 0)
        self.next.setEnabled(number + 1 < len(asked))
        self._tell()
        clear(self._room)
        self._room.addWidget(self._words("In the file", passage.before, passage.quote, passage.after))
        self._add_dots(passage)
        self.turned.emit()

    def take_focus(self) -> None:
        """Put the focus on a dot of the passage that is shown, if it waits, else of the next that does."""
        missing = set(self._book.missing)
        asked = self._book.asked
        order = [*range(self._shown, len(asked)), *range(self._shown)]
        waiting = next((place for place in order if asked[place].key in missing), self._shown)
        if waiting != self._shown:
            self.show_passage(waiting)
        self._focus_dot()

    @property
    def entry(self) -> QWidget:
        """Where keys enter the card: the chosen dot, else the first."""
        dots = list(self.dots.values())
        return next((dot for dot in dots if dot.isChecked()), dots[0] if dots else self)

    def _focus_dot(self) -> None:
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_dots(self, passage: Asked) -> None:
        self.dots = {}
        group = QButtonGroup(self)
        chosen = self._book.choice(passage.key)
        for number, place in enumerate(passage.places):
            self._add_dot(group, passage, number, f"Place {_LETTERS[number]}", chosen)
            self._room.addWidget(self._words("", place.before, place.quote, place.after))
        if not passage.places:
            self._room.addWidget(plain.label("Nothing like it stands in the article.", ink="secondary", wrap=True))
        self._add_dot(group, passage, LEAVE_OUT, "Leave it out", chosen)

    def _add_dot(self, group: QButtonGroup, passage: Asked, number: int, said: str, chosen: int | None) -> None:
        dot = RadioDot(self._theme, said)
        dot.setChecked(chosen == number)
        place = f": {words.short_quote(passage.places[number].quote)}" if number >= 0 else ""
        plain.name_for_screen_reader(dot, f"{said}{place}")
        dot.clicked.connect(lambda _=False: self._choose(passage.key, number))
        group.addButton(dot)
        self.dots[number] = dot
        self._room.addWidget(dot)

    def _words(self, head: str, before: str, quote: str, after: str) -> QWidget:
        """Make words in tint within those around them."""
        theme = self._theme
        made = QWidget()
        lines = column(made, margins=(theme.px(24), 0, 0, theme.px(4)), gap=theme.px(2))
        if head:
            small = plain.label(head, ink="secondary")
            small.setFont(theme.font(Type.META))
            lines.addWidget(small)
        begin, end = (f"…{before}" if before else ""), (f"{after}…" if after else "")
        text = f"{begin}{quote}{end}"
        shown = TintedQuote(theme)
        marked = Span.of(len(begin), len(begin) + len(quote))
        shown.show_spans(text, [Span.of(0, len(text))], common=[marked], colour="")
        lines.addWidget(shown)
        return made

    def _choose(self, key: str, number: int) -> None:
        self._book.choose(key, number)
        self._tell()
        self.answered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down go along the passages; Enter answers and goes to the next that waits."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            self.show_passage(self._shown + steps[Qt.Key(event.key())])
            self._focus_dot()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = next((dot for dot in self.dots.values() if dot.hasFocus()), None)
            if focused is not None:
                focused.click()
                self.take_focus()
        else:
            super().keyPressEvent(event)

    def _take_single(self) -> None:
        self._book.take_single()
        self.show_passage(self._shown)
        self.answered.emit()
        self.take_focus()

    def _leave_rest(self) -> None:
        self._book.leave_out_the_rest()
        self.show_passage(self._shown)
        self.answered.emit()
        self.take_focus()

    def _tell(self) -> None:
        asked, missing = self._book.asked, self._book.missing
        passage = asked[self._shown]
        state = "waits for an answer" if passage.key in missing else "found again" if passage.is_sure else "answered"
        self.count.setText(
            plain.cut(f"{self._shown + 1:,} of {len(asked):,}: {passage.key}, {passage.said}; {state}", longest=200)
        )
        single = len(self._book.single)
        self.take_single.show_words(f"Place the {single:,} whose very words stand once in their article")
        self.take_single.setVisible(single > 1)
        self.leave_rest.setVisible(len(missing) > 1)
