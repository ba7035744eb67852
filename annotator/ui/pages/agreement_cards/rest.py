# SPDX-License-Identifier: MIT
"""Each coder against the rest: the mean alpha of the pairs that a coder is in, lowest first."""

from annotator.agreement.result import Result
from annotator.ui import words
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement import ALPHA
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.card import Card, brief, tell
from annotator.ui.pages.agreement_cards.forest import Forest, ForestLine
from annotator.ui.theme.current import Theme

READING = "The mean of the pairs that a coder is in. It shows who stands apart, not who is right."
TWO = "With two coders the one pair is all there is."


class RestCard(Card):
    """A line per coder; choosing one chooses what that coder and any other differ on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Each coder against the rest")
        self.forest = Forest(theme, name="Mean alpha of each coder's pairs", picks=True)
        self._selection = Selection()
        self._sentence = self.sentence()
        self.body.addWidget(self.forest)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)
        self.forest.picked.connect(lambda key: self.chosen.emit(Selection(code=self._selection.code, coder=key)))

    def show_figures(self, measured: Measured, selection: Selection) -> None:
        """Show the selected code."""
        self._selection = selection
        code = measured.code(selection.code)
        if code is None:
            return
        self.tell_code(code, f"{brief(code)}, alpha")
        found = [each for each in measured.answer.figures.rest if each.measure == ALPHA and each.code == code.id]
        several = len(measured.coders) > 2
        self.forest.setVisible(several)
        self.forest.show_lines(sorted((_line(measured, each) for each in found), key=_lowest_first))
        self.forest.choose(selection.coder)
        tell(self._sentence, READING if several else TWO)


def _lowest_first(line: ForestLine) -> tuple[bool, float]:
    return line.value is None, line.value or 0.0


def _line(measured: Measured, result: Result) -> ForestLine:
    coder = result.coders[0]
    name = measured.name_of(coder)
    pairs = words.counted(len(result.coders) - 1, "pair")
    figure = figures.value(result) if result.value is not None else "none"
    said = f"alpha {figure}" if result.value is not None else result.reason
    remark = f". {words.sentence(result.reason)}" if result.value is not None and result.reason else ""
    return ForestLine(
        coder, figures.short_name(name), pairs, result.value, figure, None, f"{name}: {said}, mean of {pairs}{remark}"
    )
