# SPDX-License-Identifier: MIT
"""Where they differ: by kind as bars, or by code as a table of what stands in place of what."""

from annotator.agreement.disagreement import Decomposition, Kind
from annotator.domain import Code
from annotator.ui import words
from annotator.ui.models.agreement_measured import Ends, Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.card import Card, tell
from annotator.ui.pages.agreement_cards.confusion import ConfusionGrid
from annotator.ui.pages.agreement_cards.kinds import KINDS, KindBars
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.segmented import Segmented

BY_KIND, BY_CODE = "kind", "code"
_MOSTLY = 0.5
_ADVICE = {
    Kind.MISSED: "mostly missed, not misplaced: look at its definition before its boundaries",
    Kind.BOUNDARY: "mostly found by all, but not with the same ends: agree on where a passage begins and ends",
    Kind.OTHER_CODE: "mostly under another code: look at what parts it from the code that others put there",
}
READING = (
    "Rows: what one coder put. Columns: what another put at the same place. Characters, both ways of each pair; "
    "shared codes on the diagonal."
)


class DifferCard(Card):
    """Choosing a part of a bar, or a cell, chooses the passages that it counts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Where they differ")
        self._selection = Selection()
        self._held: object = None
        self.switch = Segmented(theme, ((BY_KIND, "By kind"), (BY_CODE, "By code")), name="Show")
        self.switch.show_value(BY_KIND)
        self.head.addWidget(self.switch)
        self.bars = KindBars(theme)
        self.confusion = ConfusionGrid(theme)
        self._sentence = self.sentence()
        for part in (self.bars, self.confusion, self._sentence):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.confusion.hide()
        self.switch.chosen.connect(self._switch)
        self.bars.picked.connect(self._pick_kind)
        self.confusion.picked.connect(self._pick_cell)
        self._words = {BY_KIND: "", BY_CODE: READING}

    def show_figures(self, measured: Measured, selection: Selection) -> None:
        """Show all codes; what is selected is marked."""
        self._selection = selection
        codes = measured.answer.codebook.codes
        differences = measured.differences
        if self._held is not measured:
            self._held = measured
            self.bars.show_decompositions(codes, differences.by_code)
            self.confusion.show_confusion(measured.confusion, codes)
        code = measured.code(selection.code)
        self._mark(codes)
        if code is not None:
            said = in_words(code, differences.by_code.get(code.id))
            self._words[BY_KIND] = f"{said} {ends_in_words(measured.counts.ends.get(code.id))}".strip()
        self._say()

    def _mark(self, codes: tuple[Code, ...]) -> None:
        selection = self._selection
        row = next((line for line, each in enumerate(codes) if each.id == selection.code), -1)
        self.bars.choose((row, KINDS.index(selection.kind)) if selection.kind is not None else None)
        places: dict[str | None, int] = {each: place for place, each in enumerate(self.confusion.codes)}
        cell = selection.cell
        self.confusion.choose((places[cell[0]], places[cell[1]]) if cell is not None else None)

    def _say(self) -> None:
        tell(self._sentence, self._words[self.switch.value])

    def _switch(self, value: str) -> None:
        self.bars.setVisible(value == BY_KIND)
        self.confusion.setVisible(value == BY_CODE)
        self._say()

    def _pick_kind(self, row: int, place: int) -> None:
        if row < 0:
            self.chosen.emit(Selection(code=self._selection.code))
            return
        self.chosen.emit(Selection(code=self.bars.codes[row].id, kind=KINDS[place]))

    def _pick_cell(self, row: int, place: int) -> None:
        if row < 0:
            self.chosen.emit(Selection(code=self._selection.code))
            return
        one, two = self.confusion.codes[row], self.confusion.codes[place]
        self.chosen.emit(Selection(code=one or two or self._selection.code, cell=(one, two)))


def ends_in_words(ends: Ends | None) -> str:
    """Say how far the ends of passages that answer each other lie apart."""
    if ends is None:
        return ""
    matches = words.counted(ends.matches, "time")
    return (
        f"Where two coders marked the same passage ({matches}), its starts lie {ends.start:,.0f} and its ends "
        f"{ends.end:,.0f} characters apart, by the median."
    )


def in_words(code: Code, found: Decomposition | None) -> str:
    """Say what most of a code's differing passages are, and what to look at."""
    if found is None or not found.passages.total:
        is_used = found is not None and found.agreed
        return f"{code.name}: the coders differ on no passage." if is_used else f"{code.name}: nobody marked a passage."
    kind = max(KINDS, key=found.passages.of)
    share = found.passages.share(kind) or 0.0
    agreed = f" All agree exactly on {words.counted(found.agreed, 'passage')}." if found.agreed else ""
    if share <= _MOSTLY:
        return f"{code.name} differs in several ways, none of which is more than half of its passages.{agreed}"
    return f"{code.name} is {_ADVICE[kind]}.{agreed}"
