# SPDX-License-Identifier: MIT
"""The middle of the page: what the number is, the table, and the cards that its selected row drives."""

from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui import plain
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages import agreement_words as sentences
from annotator.ui.pages.agreement_cards.advanced import AdvancedCard
from annotator.ui.pages.agreement_cards.articles import ArticlesCard
from annotator.ui.pages.agreement_cards.card import Card, tell
from annotator.ui.pages.agreement_cards.differ import DifferCard
from annotator.ui.pages.agreement_cards.drift import DriftCard
from annotator.ui.pages.agreement_cards.methods import CaveatsCard, MethodsCard
from annotator.ui.pages.agreement_cards.pairs import PairsCard
from annotator.ui.pages.agreement_cards.passages import PassagesCard
from annotator.ui.pages.agreement_cards.rest import RestCard
from annotator.ui.pages.agreement_cards.retest import RetestCard
from annotator.ui.pages.agreement_cards.units import UnitsCard
from annotator.ui.pages.agreement_table import AgreementTable
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.card_grid import CardGrid
from annotator.ui.widgets.expander import Expander
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

_WIDE, _THREE_BESIDE = 800, 1040
_FEW, _MOST_BESIDE = 3, 5
"""With so many coders at most the heat map stands beside two other cards, in a quarter or a third of the width."""


class AgreementPane(Scroll):
    """Shows what it is given; what is selected is decided by the page."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.table = AgreementTable(theme)
        self.compare = Button(theme, "Compare…", kind="quiet")
        self.go = Button(theme, "", kind="primary")
        self.pairs, self.differ, self.methods = PairsCard(theme), DifferCard(theme), MethodsCard(theme)
        self.passages = PassagesCard(theme)
        self.articles, self.drift, self.rest = ArticlesCard(theme), DriftCard(theme), RestCard(theme)
        self.retest, self.caveats = RetestCard(theme), CaveatsCard(theme)
        self.units, self.advanced = UnitsCard(theme), AdvancedCard(theme)
        self.cards: list[Card] = [
            self.pairs, self.differ, self.methods, self.passages, self.articles, self.drift, self.rest, self.retest,
            self.units, self.advanced, self.caveats,
        ]  # fmt: skip
        self._title = plain.label("Agreement")
        self._title.setFont(theme.font(Type.TITLE))
        self._subtitle = plain.label(ink="secondary", wrap=True)
        self._definition, self._words = self._meta(), plain.label(wrap=True)
        self.in_words = Expander(theme, "The selected row in words", self._words)
        self.missing = plain.label(ink="secondary")
        content = QWidget()
        super().__init__(content)
        self._below = QWidget()
        self._was_narrow = False
        self._lay_out(content)
        self.compare.hide()
        self.go.hide()
        self.advanced.hide()
        self.retest.hide()
        self.show_nothing("")

    @property
    def subtitle(self) -> str:
        """What is said about what was compared."""
        return self._subtitle.text()

    @property
    def definition(self) -> str:
        """What is said below the table."""
        return self._definition.text()

    @property
    def words(self) -> str:
        """The selected row in words."""
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Say one sentence in the place of the definition; what is shown stays."""
        self._subtitle.setText(plain.cut(sentence, longest=600))

    def show_nothing(self, sentence: str, *, go: str = "") -> None:
        """Say why there is nothing; ``go`` are the words of the button that mends it."""
        self.say(sentence)
        self._below.hide()
        self.go.show_words(go)
        self.go.setVisible(bool(go))

    def show_figures(self, measured: Measured) -> None:
        """Show other figures; the cards follow with :meth:`select`."""
        answer = measured.answer
        self._title.setText(plain.cut(sentences.title(answer)))
        self.say(sentences.subtitle(answer, now=datetime.now().astimezone()))
        self.table.show_answer(answer)
        crowded = len(answer.coders) > _MOST_BESIDE
        self._first.share(*((6, 6, 12) if crowded else (4, 5, 3) if len(answer.coders) > _FEW else (3, 5, 4)))
        tell(self._definition, sentences.notes(answer))
        self.go.hide()
        self._below.show()

    def select(self, measured: Measured, selection: Selection) -> None:
        """Show everywhere what is selected."""
        place = self.table.figures.row_of(selection.code)
        if place >= 0:
            self.table.blockSignals(True)
            self.table.selectRow(place)
            self.table.blockSignals(False)
            line = self.table.figures.line(place)
            self.in_words.tell(line.code.name)
            self._words.setText(plain.cut(sentences.in_words(line, measured.answer), longest=2000))
        for card in self.cards:
            card.show_figures(measured, selection)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Open the words where the table has lost columns to the width."""
        super().resizeEvent(event)
        if self.width() < self.theme.px(_WIDE) and not self._was_narrow:
            self.in_words.head.setChecked(True)
        self._was_narrow = self.width() < self.theme.px(_WIDE)

    def _lay_out(self, content: QWidget) -> None:
        px = self.theme.px
        lines = column(content, margins=(px(24), px(16), px(24), px(24)), gap=px(4))
        head = row(gap=px(8))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.missing)
        head.addWidget(self.compare)
        lines.addLayout(head)
        lines.addWidget(self._subtitle)
        start = row(margins=(0, px(8), 0, 0))
        start.addWidget(self.go)
        start.addStretch(1)
        lines.addLayout(start)
        cards = column(self._below, margins=(0, px(8), 0, 0), gap=px(12))
        cards.addWidget(self._make_table())
        self._first = CardGrid(
            self.theme, ((self.pairs, 3), (self.differ, 5), (self.methods, 4)), from_width=_THREE_BESIDE
        )
        cards.addWidget(self._first)
        for each, least in (
            (((self.passages, 12),), 0),
            (((self.articles, 7), (self._stack(self.drift, self.rest), 5)), _WIDE),
            (((self.retest, 12),), 0),
            (((self.units, 12),), 0),
            (((self.advanced, 12),), 0),
            (((self.caveats, 12),), 0),
        ):
            cards.addWidget(CardGrid(self.theme, each, from_width=least))
        lines.addWidget(self._below)
        lines.addStretch(1)

    def _stack(self, *cards: QWidget) -> QWidget:
        made = QWidget()
        lines = column(made, gap=self.theme.px(12))
        for card in cards:
            lines.addWidget(card)
        lines.addStretch(1)
        return made

    def _make_table(self) -> QWidget:
        px = self.theme.px
        made = Surface("card")
        lines = column(made, margins=(1, 1, 1, 1))
        lines.addWidget(self.table)
        below = column(margins=(px(16), px(10), px(16), px(12)), gap=px(8))
        below.addWidget(self._definition)
        below.addWidget(self.in_words)
        lines.addLayout(below)
        return made

    def _meta(self) -> QLabel:
        made = plain.label(ink="secondary", wrap=True)
        made.setFont(self.theme.font(Type.META))
        return made
