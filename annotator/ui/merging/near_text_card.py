# SPDX-License-Identifier: MIT
"""A text that is nearly one that is here: what was found again for sure, and what the lead should look at.

The passages that may stand at several places are gone through one by one, each place within its words.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import Span
from annotator.merging.questions import (
    CARRY_OVER,
    OfferedPlace,
    PlacedAnnotation,
    PlaceDetail,
    Question,
    ReanchorDetail,
)
from annotator.ui import plain, words
from annotator.ui.docks.passage_list import PassageList
from annotator.ui.judging.tinted_quote import TintedQuote
from annotator.ui.merging import sentences
from annotator.ui.merging.question_card import QuestionCard, quoted
from annotator.ui.models.passage_rows import PassageRow
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import clear, column, row

_AROUND = 60


class NearTextCard(QuestionCard):
    """Holds the question about the text and those about its passages."""

    def __init__(
        self, theme: Theme, session: Session, question: Question, detail: ReanchorDetail, *,
        places: Sequence[Question], name_of: Callable[[str], str], chosen: Callable[[Question], str],
    ) -> None:  # fmt: skip
        super().__init__(theme, question, title=f"Is “{detail.source_name}” your “{detail.target_name}”?")
        self._session, self._detail, self._name_of, self._chosen = session, detail, name_of, chosen
        self._places = tuple(places)
        self._shown = 0
        sure = len(detail.sure)
        self.sentence(f"The text differs a little. {sentences.found_again(sure, detail.asked, len(detail.lost))}")
        self.show_them = Button(theme, f"Show the {sure:,}" if sure > 1 else "Show it")
        self.show_them.setCheckable(True)
        one = {CARRY_OVER: "Show the sure one on your text"} if sure == 1 else {}
        self.add_choices(self.show_them if sure else None, words=one)
        self.list = PassageList(theme, name="Passages found again")
        self.list.hide()
        self.body.addWidget(self.list)
        self._make_stepper()
        self.body.addStretch(1)
        self.show_them.toggled.connect(self._show_sure)
        self.list.opened.connect(lambda row: self.opened.emit(row.line, f"Found again in “{detail.target_name}”"))
        self.show_place(0)

    @property
    def place(self) -> Question | None:
        """The question about a passage that is shown, or None where there is none."""
        return self._places[self._shown] if self._places else None

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions about passages."""
        return self._places

    def _make_stepper(self) -> None:
        theme = self.theme
        self._block = QWidget()
        lines = column(self._block, margins=(0, theme.px(6), 0, 0), gap=theme.px(4))
        head = row(gap=theme.px(4))
        self._count = plain.label()
        self._count.setFont(theme.font(Type.STRONG))
        self.previous = Button(theme, kind="icon", icon="up", spoken="Previous passage to look at")
        self.next = Button(theme, kind="icon", icon="down", spoken="Next passage to look at")
        self.look = Button(theme, "Look at it in the article", kind="link")
        head.addWidget(self._count, 1)
        head.addWidget(self.look)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        lines.addLayout(head)
        self._room = column(gap=theme.px(2))
        lines.addLayout(self._room)
        self.body.addWidget(self._block)
        self._block.setVisible(bool(self._places))
        self.previous.clicked.connect(lambda: self.show_place(self._shown - 1))
        self.next.clicked.connect(lambda: self.show_place(self._shown + 1))
        self.look.clicked.connect(self._look)

    def show_place(self, number: int) -> None:
        """Show one of the passages to be looked at."""
        if not 0 <= number < len(self._places):
            return
        self._shown = number
        question = self._places[number]
        detail = question.detail
        if not isinstance(detail, PlaceDetail):
            return
        self._count.setText(f"Passage {number + 1} of {len(self._places)} to look at, {self._name_of(detail.coder)}")
        self.previous.setEnabled(number > 0)
        self.next.setEnabled(number + 1 < len(self._places))
        self.look.setVisible(bool(detail.places))
        clear(self._room)
        self._room.addWidget(quoted(self.theme, f"“{words.short_quote(detail.quote, longest=300)}”"))
        self._place_dots = _PlaceDots(self, question, detail, chosen=self._chosen(question))
        self._room.addWidget(self._place_dots)

    @property
    def place_dots(self) -> Mapping[str, QWidget]:
        """The dots of the passage that is shown, by choice."""
        return self._place_dots.dots

    def _look(self) -> None:
        question = self.place
        if question is None or not isinstance(question.detail, PlaceDetail):
            return
        detail = question.detail
        at = next((each for each in detail.places if f"{each.start}-{each.end}" == self._chosen(question)), None)
        at = at or detail.places[0]
        row = PassageRow(detail.target, at.start, at.end, at.quote, "")
        self.opened.emit(row.line, f"Offered for “{words.short_quote(detail.quote, longest=40)}”")

    def _show_sure(self, on: bool) -> None:
        if on and not self.list.passages.rowCount():
            self._read_sure()
        self.list.setVisible(on and self.list.passages.rowCount() > 0)

    def _read_sure(self) -> None:
        detail = self._detail
        places = [(str(detail.target), each.start, each.end) for each in detail.sure]

        def show(found: dict[tuple[str, int, int], str]) -> None:
            rows = [self._row(each, found) for each in detail.sure]
            self.list.show_passages(rows)
            self.list.setVisible(self.show_them.isChecked())
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

        self._session.read(lambda project: operations.quotes(project, places=places), done=show)

    def _row(self, placed: PlacedAnnotation, quotes: Mapping[tuple[str, int, int], str]) -> PassageRow:
        target = str(self._detail.target)
        quote = quotes.get((target, placed.start, placed.end), "")
        said = f"{self._name_of(placed.coder)}, {'the same words' if placed.score >= 1000 else 'nearly the same words'}"
        return PassageRow(target, placed.start, placed.end, quote, said)


class _PlaceDots(QWidget):
    """A dot per offered place, with the words around it, and one for leaving the passage where it is."""

    def __init__(self, card: NearTextCard, question: Question, detail: PlaceDetail, *, chosen: str) -> None:
        super().__init__()
        theme = card.theme
        lines = column(self, gap=theme.px(2))
        self.dots: dict[str, QWidget] = {}
        offered = {f"{each.start}-{each.end}": each for each in detail.places}
        for number, choice in enumerate(question.choices, 1):
            place = offered.get(choice.id)
            dot = card.loose_dot(question, choice, words=f"Place {number}" if place else choice.label)
            dot.setChecked(choice.id == chosen)
            dot.setParent(self)
            self.dots[choice.id] = dot
            lines.addWidget(dot)
            if place is not None:
                lines.addWidget(_within(theme, place))


def _within(theme: Theme, place: OfferedPlace) -> QWidget:
    """Make the words of an offered place, in tint within those around them."""
    before, after = f"…{place.before[-_AROUND:]}", f"{place.after[:_AROUND]}…"
    text = f"{before}{place.quote}{after}"
    quote = TintedQuote(theme)
    begin = len(before)
    quote.show_spans(text, [Span.of(0, len(text))], common=[Span.of(begin, begin + len(place.quote))], colour="")
    made = QWidget()
    row(made, margins=(theme.px(24), 0, 0, theme.px(4))).addWidget(quote)
    return made
