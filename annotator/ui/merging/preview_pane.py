# SPDX-License-Identifier: MIT
"""The middle of the page: the table of files, the cards of what is asked, what is settled, what came of a merge."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.operations import MergePreview, MergeResult
from annotator.ui import plain
from annotator.ui.merging import sentences
from annotator.ui.merging.answer_book import AnswerBook
from annotator.ui.merging.cards import CardMaker
from annotator.ui.merging.facts_card import FactsCard
from annotator.ui.merging.lines import lines_of
from annotator.ui.merging.near_text_card import NearTextCard
from annotator.ui.merging.question_card import QuestionCard
from annotator.ui.merging.result_card import ResultCard
from annotator.ui.merging.table import MergeTable
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.card_grid import CardGrid
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Scroll, Surface, clear, column, row

_BESIDE = 800


class PreviewPane(Scroll):
    """Shows what it is given. ``opened(passage, words)`` asks for a passage, ``answered`` passes on a choice."""

    opened = Signal(object, str)
    answered = Signal(str, str)

    def __init__(self, theme: Theme, session: Session, book: AnswerBook) -> None:
        self.theme = theme
        self._session = session
        self._book = book
        self._preview: MergePreview | None = None
        self.cards: list[QuestionCard] = []
        self.title = plain.label("Merge")
        self.title.setFont(theme.font(Type.TITLE))
        self.subtitle = plain.label(ink="secondary", wrap=True)
        self.add = Button(theme, "Choose files…", icon="plus")
        self.save = Button(theme, "Save preview…")
        self.table = MergeTable(theme)
        self._total = plain.label(ink="secondary", wrap=True)
        self.articles, self.settled = FactsCard(theme, "Articles"), FactsCard(theme, "Settled without you")
        self.result = ResultCard(theme)
        content = QWidget()
        super().__init__(content)
        self._lay_out(content)
        self.table.chosen.connect(self._show_card_of)
        self.table.entered.connect(self.enter_file)
        self.show_nothing()

    @property
    def total(self) -> str:
        """The line of sums."""
        return self._total.text()

    def _lay_out(self, content: QWidget) -> None:
        px = self.theme.px
        lines = column(content, margins=(px(24), px(16), px(24), px(24)), gap=px(4))
        head = row(gap=px(12))
        said = column(gap=px(2))
        said.addWidget(self.title)
        said.addWidget(self.subtitle)
        head.addLayout(said, 1)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        lines.addLayout(head)
        self._below = QWidget()
        cards = column(self._below, margins=(0, px(10), 0, 0), gap=px(12))
        self._table_card = Surface("card")
        inner = column(self._table_card, margins=(1, 1, 1, 1))
        inner.addWidget(self.table)
        self._total.setFont(self.theme.font(Type.META))
        self._total.setContentsMargins(px(16), px(10), px(16), px(10))
        inner.addWidget(self._total)
        cards.addWidget(self._table_card)
        self._warnings = column(gap=px(8))
        cards.addLayout(self._warnings)
        self._asked = column()
        cards.addLayout(self._asked)
        cards.addWidget(CardGrid(self.theme, ((self.articles, 6), (self.settled, 6)), from_width=_BESIDE))
        lines.addWidget(self._below)
        lines.addSpacing(px(8))
        lines.addWidget(self.result)
        lines.addStretch(1)

    def show_nothing(self) -> None:
        """Show no files."""
        self._preview = None
        self.title.setText("Merge")
        self.add.show_words("Choose files…")
        self._below.hide()
        self.save.hide()
        self.result.hide()
        self._make_cards(())

    def show_preview(self, preview: MergePreview) -> None:
        """Show a preview with the answers so far."""
        self._preview = preview
        self.title.setText(sentences.title(preview))
        self.add.show_words("Add files…")
        self._make_cards(CardMaker(self.theme, self._session, preview, chosen=self._book.choice).cards())
        clear(self._warnings)
        for sentence in preview.warnings:
            self._warnings.addWidget(self._warning(sentence))
        facts = sentences.text_lines(preview)
        self.articles.show_facts(facts)
        self.articles.setVisible(bool(facts))
        self.settled.show_facts(sentences.settled_lines(preview))
        self.settled.setVisible(bool(preview.files))
        self.result.hide()
        self._below.show()
        self.save.show()
        self.show_answers()
        first = next((card for card in self.cards if card.question in self._book.missing), None)
        if first is not None and first.files:
            self.table.choose(first.files[0])
        elif not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def show_answers(self) -> None:
        """Show what the answers change: states, sums, the choices themselves."""
        if self._preview is None:
            return
        self.table.show_lines(lines_of(self._preview, self._book))
        out = self._book.left_out
        said = sentences.total(self._preview, left_out=out)
        self._total.setText(f"{said}   {sentences.decisions(self._preview)}")
        for card in self.cards:
            card.show_choice(self._book.choice(card.question))

    def show_result(self, result: MergeResult) -> None:
        """Show what came of a merge in the place of its preview."""
        self.show_nothing()
        self.result.show_result(result)
        self.result.show()

    def enter_file(self, file: str) -> None:
        """Put the focus on the first question of a file."""
        card = self._card_of(file)
        if card is not None:
            card.take_focus()
            self.ensureWidgetVisible(card)

    def enter_missing(self) -> None:
        """Put the focus on the first question whose answer is missing."""
        missing = {each.id for each in self._book.missing}
        for card in self.cards:
            inner = card.asked if isinstance(card, NearTextCard) else ()
            if card.question.id in missing or missing & {each.id for each in inner}:
                self.ensureWidgetVisible(card)
                card.take_focus()
                return

    def _card_of(self, file: str) -> QuestionCard | None:
        return next((card for card in self.cards if file in card.files), None)

    def _show_card_of(self, file: str) -> None:
        card = self._card_of(file)
        if card is not None:
            self.ensureWidgetVisible(card, 0, 0)

    def _make_cards(self, cards: Sequence[QuestionCard]) -> None:
        clear(self._asked)
        self.cards = list(cards)
        if not cards:
            return
        is_odd = len(cards) % 2 == 1
        shared = [(card, 12 if is_odd and card is cards[-1] else 6) for card in cards]
        self._asked.addWidget(CardGrid(self.theme, shared, from_width=_BESIDE))
        for card in cards:
            card.setMinimumWidth(1)
            card.answered.connect(self.answered)
            card.opened.connect(self.opened)

    def _warning(self, sentence: str) -> QWidget:
        px = self.theme.px
        made = Surface("warning")
        line = row(made, margins=(px(16), px(10), px(16), px(10)), gap=px(10))
        line.addWidget(Picture(self.theme, "warning", token="warning"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(plain.label(sentence, wrap=True), 1)
        return made
