# SPDX-License-Identifier: MIT
"""Articles: the selected code's alpha in each, lowest first, and the way to what they hold that differs."""

from annotator.agreement.result import Result
from annotator.domain import Document
from annotator.ui import words
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement import ALPHA
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.card import Card, brief, tell
from annotator.ui.pages.agreement_cards.forest import Forest, ForestLine
from annotator.ui.theme.current import Theme

CAVEAT = "One article holds few passages, so its figure swings widely. These are never averaged: the table pools them."


class ArticlesCard(Card):
    """Choosing a line chooses the article."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Articles")
        self._selection = Selection()
        self._held: object = None
        self.forest = Forest(theme, name="Alpha per article", picks=True)
        self._sentence = self.sentence()
        self.body.addWidget(self.forest)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)
        tell(self._sentence, CAVEAT)
        self.forest.picked.connect(lambda key: self.chosen.emit(Selection(code=self._selection.code, document=key)))

    def show_figures(self, measured: Measured, selection: Selection) -> None:
        """Show the selected code in each article."""
        self._selection = selection
        code = measured.code(selection.code)
        if code is not None and self._held != (id(measured), selection.code):
            self._held = (id(measured), selection.code)
            self.tell_code(code, f"{brief(code)}, lowest alpha first")
            self.forest.show_lines(lines(measured, code.id))
        self.forest.choose(selection.document)


def lines(measured: Measured, code: str) -> list[ForestLine]:
    """Give a line per article, the lowest alpha first, those without one last."""
    found = {
        result.documents[0]: result
        for result in measured.answer.figures.by_document
        if result.measure == ALPHA and result.code == code and result.documents
    }
    differing = measured.counts.of_article
    made = [
        _line(document, found.get(document.id), differing.get((code, document.id), 0))
        for document in measured.answer.shared
    ]
    return sorted(made, key=lambda line: (line.value is None, line.value or 0.0))


def _line(document: Document, result: Result | None, differing: int) -> ForestLine:
    value = result.value if result is not None else None
    reason = result.reason if result is not None else "undefined (fewer than two coders could use this code here)"
    figure = figures.value(result) if result is not None and value is not None else "none"
    said = f"{words.counted(differing, 'passage')} differ" if differing != 1 else "1 passage differs"
    spoken = f"{document.heading}: {f'alpha {figure}' if value is not None else reason}, {said}"
    return ForestLine(document.id, document.heading, f"{differing:,} differ", value, figure, None, spoken)
