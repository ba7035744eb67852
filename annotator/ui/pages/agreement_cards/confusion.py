# SPDX-License-Identifier: MIT
"""The confusion table: which code stands where another coder put another, or nothing; in characters."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from annotator.domain import Code
from annotator.ui import words
from annotator.ui.pages.agreement_cards.cells import Cell, Cells
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.theme.shades import shade
from annotator.ui.theme.tokens import Mode
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.surfaces import clear

if TYPE_CHECKING:
    from annotator.agreement.confusion import Confusion

NOTHING = "Nothing"
_STRONGEST = 0.45


class ConfusionCell(Cell):
    """A number of characters on a shade; on the diagonal what both coded alike, without one."""

    def __init__(self, theme: Theme, *, characters: int, share: float, is_agreement: bool, spoken: str) -> None:
        super().__init__(theme, words=spoken)
        self._characters = characters
        self._share = share
        self._is_agreement = is_agreement
        self.setMinimumWidth(theme.px(48))

    def sizeHint(self) -> QSize:
        """Room for a number."""
        return QSize(self.theme.px(64), self.theme.px(28))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Fill and write."""
        theme = self.theme
        ground, ink = shade(theme, _STRONGEST * self._share)
        if self._characters and not self._is_agreement and theme.mode is not Mode.HIGH_CONTRAST:
            painter.fillRect(box.adjusted(1, 1, -1, -1), ground)
        quiet = self._is_agreement or not self._characters
        painter.setPen(theme.colour("secondary") if quiet else ink)
        painter.setFont(theme.font(Type.META))
        room = box.adjusted(0, 0, -theme.px(6), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{self._characters:,}")


class ConfusionGrid(Cells):
    """Rows are what one coder put, columns what another put there; both ways of each pair are added up.

    The cells off the diagonal lead to their passages. Nothing against nothing is left out: it is most of the text.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(name="Characters by the code of one coder and that of another")
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(1))
        self.codes: tuple[str | None, ...] = ()

    def show_confusion(self, confusion: "Confusion", codes: Sequence[Code]) -> None:
        """Show the table of these codes."""
        clear(self._grid)
        self.codes = (*(code.id for code in codes), None)
        names = [*(words.short(code.short_name or code.name) for code in codes), NOTHING]
        counts = {
            (one, two): confusion.cell(first, second)
            for one, first in enumerate(self.codes)
            for two, second in enumerate(self.codes)
            if first is not None or second is not None
        }
        most = max((characters for (one, two), (characters, _) in counts.items() if one != two), default=0)
        cells: dict[tuple[int, int], Cell] = {}
        for (one, two), (characters, passages) in counts.items():
            said = f"{words.counted(characters, 'character')} in {words.counted(passages, 'passage')}"
            who = f"{names[one]} by both" if one == two else f"{names[one]} by one, {names[two]} by the other"
            cell = ConfusionCell(
                self._theme, characters=characters, share=characters / most if most else 0.0, is_agreement=one == two,
                spoken=f"{who}: {said}",
            )  # fmt: skip
            cells[one, two] = cell
            self._grid.addWidget(cell, one + 1, two + 1)
        for place, name in enumerate(names):
            self._grid.addWidget(self._name(name), place + 1, 0)
            self._grid.addWidget(self._name(name), 0, place + 1, Qt.AlignmentFlag.AlignRight)
        self.take(cells)

    def _name(self, name: str) -> Elided:
        made = Elided(self._theme, name, role=Type.META, token="secondary")
        made.setMaximumWidth(self._theme.px(104))
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return made
