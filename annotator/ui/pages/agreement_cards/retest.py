# SPDX-License-Identifier: MIT
"""Each coder with herself: alpha of her two passes, in two rounds, through the articles that she finished in both."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from annotator.domain import Round
from annotator.operations import Retest
from annotator.ui import plain, words
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement import ALPHA
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.card import Card, brief, tell
from annotator.ui.pages.agreement_cards.forest import Forest, ForestLine
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import row

OFFER = "Compares what each coder did in round “{first}” with what the same coder did in another round."
READING = (
    "Two passes of one person, in round “{first}” and in round “{second}”, over the articles finished in both. "
    "This is how steady a coder is, not how far coders agree."
)


class RetestCard(Card):
    """``wanted(round)`` asks for the comparison with another round; :meth:`take` shows it.

    Shown by the pane only where there is another round.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Each coder with herself")
        self._measured: Measured | None = None
        self._selection = Selection()
        self._rounds: tuple[str, ...] = ()
        self._found: tuple[Retest, ...] = ()
        self._second = ""
        self.round = Choice(theme, name="The other round")
        self.compute = Button(theme, "Compute")
        plain.name_for_screen_reader(self.compute, "Compute each coder with herself")
        self.forest = Forest(theme, name="Alpha of each coder's two passes")
        self._sentence = self.sentence()
        line = row(gap=theme.px(8))
        line.addWidget(plain.label("With round"))
        line.addWidget(self.round, 1)
        line.addWidget(self.compute)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.forest)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)
        self.compute.clicked.connect(lambda: self.wanted.emit(self.round.value))

    @property
    def said(self) -> str:
        """The sentence below the lines."""
        return self._sentence.text()

    def know_rounds(self, rounds: Sequence[Round]) -> None:
        """Take the rounds that there are; :meth:`show_figures` offers all but the one that is shown."""
        self._rounds = tuple(each.name for each in rounds)
        self._offer()

    def show_figures(self, measured: Measured, selection: Selection) -> None:
        """Show the selected code; what was computed of other figures is forgotten."""
        self._selection = selection
        if measured is not self._measured:
            self._measured, self._found = measured, ()
            self._offer()
        if (code := measured.code(selection.code)) is not None:
            self.tell_code(code, f"{brief(code)}, alpha")
        self._fill()

    def take(self, found: Sequence[Retest], *, second: str, measured: Measured) -> None:
        """Show what was computed, if it is about the figures that are shown."""
        if measured is self._measured:
            self._found, self._second = tuple(found), second
            self._fill()

    def _offer(self) -> None:
        """Offer every round but the one that is shown; without any the card has nothing to say."""
        if self._measured is None:
            return
        chosen, shown = self.round.value, self._measured.answer.choice.round
        others = [name for name in self._rounds if name != shown]
        self.round.clear()
        for name in others:
            self.round.addItem(plain.cut(name), name)
        if chosen in others:
            self.round.show_value(chosen)
        self.setVisible(bool(others))

    def _fill(self) -> None:
        assert self._measured is not None
        lines = [_line(each, code=self._selection.code) for each in self._found]
        self.forest.setVisible(bool(lines))
        self.forest.show_lines(sorted(lines, key=lambda line: (line.value is None, line.value or 0.0)))
        sentence = READING if self._found else OFFER
        first = self._measured.answer.choice.round
        tell(self._sentence, sentence.format(first=first, second=self._second))


def _line(retest: Retest, *, code: str) -> ForestLine:
    result = next((each for each in retest.results if each.measure == ALPHA and each.code == code), None)
    name = words.coder_name(retest.coder)
    articles = words.counted(len(result.documents) if result is not None else 0, "article")
    if result is None or result.value is None:
        reason = result.reason if result is not None else "not measured"
        return ForestLine(
            retest.coder.id, figures.short_name(name), articles, None, "none", None, f"{name}, twice: {reason}"
        )
    figure = figures.value(result)
    interval = f", interval {figures.interval(result.interval)}" if result.interval else ", no interval"
    spoken = f"{name}, twice: alpha {figure}{interval}, {articles}"
    return ForestLine(
        retest.coder.id, figures.short_name(name), articles, result.value, figure, result.interval, spoken
    )
