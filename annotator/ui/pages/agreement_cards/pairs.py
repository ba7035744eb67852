# SPDX-License-Identifier: MIT
"""Pairs of coders: alpha of each two on the selected code as a heat map in ink, and the way to what they differ on."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from annotator.agreement.result import Result
from annotator.ui import words
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement import ALPHA
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.card import Card, brief, tell
from annotator.ui.pages.agreement_cards.cells import Cell, Cells
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.theme.shades import shade
from annotator.ui.theme.tokens import Mode
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.surfaces import Scroll, clear, row

_MOST_NAMED = 5
"""With more coders the columns are numbered, and the names stand before the rows."""
Pair = tuple[str, str]


def pair_of(coders: Sequence[str]) -> Pair:
    """Give the two coders of a pair."""
    first, second = coders
    return first, second


class PairCell(Cell):
    """One pair: its figure on a shade, a hairline box where there is none."""

    def __init__(self, theme: Theme, result: Result, *, spoken: str) -> None:
        super().__init__(theme, words=spoken)
        self.result = result
        self.setMinimumWidth(theme.px(40))

    def sizeHint(self) -> QSize:
        """Wide enough for a figure."""
        return QSize(self.theme.px(60), self.theme.px(34))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Fill and write."""
        theme, value = self.theme, self.result.value
        room = box.adjusted(1, 1, -1, -1)
        ground, ink = shade(theme, value if value is not None else 0.0)
        if value is not None:
            painter.fillRect(room, ground)
        if value is None or theme.mode is Mode.HIGH_CONTRAST:
            ink = theme.colour("text" if value is not None else "secondary")
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(ink)
        painter.setFont(theme.font(Type.STRONG if value is not None else Type.META))
        text = figures.value(self.result) if value is not None else "none"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class PairsCard(Card):
    """Choosing a cell chooses its two coders."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Pairs of coders")
        self._pairs: dict[tuple[int, int], Result] = {}
        self._lowest: Pair | None = None
        self._selection = Selection()
        self._held: object = None
        self.cells = Cells(name="Alpha of each pair of coders")
        self._grid = QGridLayout(self.cells)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(1))
        self._sentence = self.sentence()
        self.show_them = Button(theme, "", kind="link")
        self.body.addWidget(Scroll(self.cells, sideways=True))
        self.body.addWidget(self._sentence)
        line = row()
        line.addWidget(self.show_them)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)
        self.cells.picked.connect(self._pick)
        self.show_them.clicked.connect(self._show_passages)
        theme.changed.connect(self.cells.update)

    def show_figures(self, measured: Measured, selection: Selection) -> None:
        """Show the selected code's pairs."""
        self._selection = selection
        code = measured.code(selection.code)
        if code is None:
            return
        self.tell_code(code, f"{brief(code)}, alpha")
        if self._held != (id(measured), selection.code):
            self._held = (id(measured), selection.code)
            self._fill(measured, selection.code)
        chosen = next(
            (place for place, each in self._pairs.items() if set(each.coders) == set(selection.coders or ())), None
        )
        self.cells.choose(chosen)
        self._tell(measured)

    def _fill(self, measured: Measured, code: str) -> None:
        clear(self._grid)
        order = list(measured.coders)
        names = {coder: measured.name_of(coder) for coder in order}
        found = [each for each in measured.answer.figures.pairs if each.measure == ALPHA and each.code == code]
        self._pairs = {}
        cells: dict[tuple[int, int], Cell] = {}
        for result in found:
            first, second = sorted(order.index(coder) for coder in result.coders)
            place = (second, first)
            one, two = names[order[first]], names[order[second]]
            value = figures.value(result) if result.value is not None else result.reason
            articles = words.counted(len(result.documents), "article")
            cells[place] = PairCell(self.theme, result, spoken=f"{one} and {two}: alpha {value}, {articles}")
            self._pairs[place] = result
            self._grid.addWidget(cells[place], second + 1, first + 1)
        crowded = len(order) > _MOST_NAMED
        for number, coder in enumerate(order):
            name = figures.short_name(names[coder])
            if number or crowded:
                shown = f"{number + 1}  {name}" if crowded else name
                self._grid.addWidget(self._name(shown), number + 1, 0)
            if number < len(order) - 1:
                head = self._name(str(number + 1) if crowded else name)
                self._grid.addWidget(head, 0, number + 1, Qt.AlignmentFlag.AlignHCenter)
            self._grid.setColumnStretch(number + 1, 1 if number < len(order) - 1 else 0)
        self.cells.take(cells)
        values = [(each.value, each.coders) for each in found if each.value is not None]
        self._lowest = pair_of(min(values)[1]) if values else None

    def _name(self, name: str) -> Elided:
        made = Elided(self.theme, name, role=Type.META, token="secondary")
        made.setMaximumWidth(self.theme.px(120))
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return made

    def _tell(self, measured: Measured) -> None:
        pair = self._selection.coders or self._lowest
        if pair is None:
            tell(self._sentence, "No pair of coders has an alpha for this code.")
            self.show_them.hide()
            return
        result = next(each for each in self._pairs.values() if set(each.coders) == set(pair))
        value = figures.value(result)
        both = f"{measured.name_of(pair[0])} and {measured.name_of(pair[1])}"
        told = f"{both}, {value}." if len(self._pairs) == 1 or self._selection.coders else f"Lowest: {both}, {value}."
        remark = result.reason if result.value is None else ""
        tell(self._sentence, f"{told} {words.sentence(remark)}".strip())
        behind = measured.counts.of_pair.get((self._selection.code, frozenset(pair)), 0)
        self.show_them.setVisible(behind > 0)
        self.show_them.show_words(f"Show their {words.counted(behind, 'passage')}")

    def _pick(self, down: int, across: int) -> None:
        result = self._pairs.get((down, across))
        pair = pair_of(result.coders) if result is not None else None
        self.chosen.emit(Selection(code=self._selection.code, coders=pair))

    def _show_passages(self) -> None:
        pair = self._selection.coders or self._lowest
        self.chosen.emit(Selection(code=self._selection.code, coders=pair))
        self.passages_asked.emit()
