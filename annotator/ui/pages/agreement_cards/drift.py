# SPDX-License-Identifier: MIT
"""Over time: the selected code's alpha per batch of articles, in the order in which they were finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui import words
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement import ALPHA
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.card import Card, brief, tell
from annotator.ui.pages.agreement_cards.forest import Forest, ForestLine
from annotator.ui.theme.current import Theme

if TYPE_CHECKING:
    from annotator.agreement.figures import Batch

READING = (
    "A batch holds the articles that the last of the coders finished in one {batch}. "
    "A change within overlapping intervals may be chance."
)


class DriftCard(Card):
    """A line per batch, or the sentence why there is nothing to compare; choosing a line chooses its articles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Over time")
        self.forest = Forest(theme, name="Alpha per batch, in the order of time", picks=True)
        self._selection = Selection()
        self._sentence = self.sentence()
        self.body.addWidget(self.forest)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)
        self.forest.picked.connect(lambda key: self.chosen.emit(Selection(code=self._selection.code, batch=key)))

    def show_figures(self, measured: Measured, selection: Selection) -> None:
        """Show the selected code."""
        self._selection = selection
        code, batches = measured.code(selection.code), measured.answer.figures.batches
        if code is None:
            return
        self.tell_code(code, brief(code))
        batch = measured.answer.choice.batch
        many = len(batches) > 1
        self.forest.setVisible(many)
        if many:
            self.forest.show_lines([line(each, code.id) for each in batches])
            self.forest.choose(selection.batch)
            tell(self._sentence, READING.format(batch=batch))
        else:
            articles = words.counted(len(measured.answer.shared), "article")
            tell(
                self._sentence,
                f"Nothing to compare: the {articles} were finished in one {batch}. "
                "A shorter stretch can be chosen on the left, below Bootstrap.",
            )


def line(batch: Batch, code: str) -> ForestLine:
    """Give the line of a batch."""
    result = next((each for each in batch.results if each.measure == ALPHA and each.code == code), None)
    articles = words.counted(len(batch.documents), "article")
    if result is None or result.value is None:
        reason = result.reason if result is not None else "undefined (nobody could use this code)"
        said = f"{batch.label}, {articles}: {reason}"
        return ForestLine(batch.label, batch.label, articles, None, "none", None, said)
    figure = figures.value(result)
    interval = f", interval {figures.interval(result.interval)}" if result.interval else ", no interval"
    spoken = f"{batch.label}, {articles}: alpha {figure}{interval}"
    return ForestLine(batch.label, batch.label, articles, result.value, figure, result.interval, spoken)
