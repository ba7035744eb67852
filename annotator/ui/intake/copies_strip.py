# SPDX-License-Identifier: MIT
"""Below the preview table: what becomes of all near-identical articles at once, and of passages that repeat."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from annotator.operations import NearChoice
from annotator.ui import plain, words
from annotator.ui.intake import wordings
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import TickBox
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Surface, column, row

_CHOICES = tuple((choice.value, said) for choice, said in wordings.NEAR_WORDS)
_STANDS_BELOW = 460


class _Line(Surface):
    """What is said, and at its right what is chosen; below it where there is no room."""

    def __init__(self, theme: Theme, choice: Segmented | TickBox) -> None:
        super().__init__("panel", line="top")
        self._theme = theme
        px = theme.px
        self.said = plain.label(wrap=True)
        self._line = row(self, margins=(px(16), px(6), px(16), px(6)), gap=px(8))
        self._line.addWidget(self.said, 1)
        self._line.addWidget(choice, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice below the words in a narrow window."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(_STANDS_BELOW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._line.direction() != way:
            self._line.setDirection(way)

    def tell(self, words: str) -> None:
        """Say it; without words the line takes no room."""
        self.said.setText(words)
        self.setVisible(bool(words))


class CopiesStrip(Surface):
    """Hidden where there is nothing of the kind. ``near_chosen(choice)`` for all, ``repeated_chosen(on)``."""

    near_chosen = Signal(object)
    repeated_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel")
        self.near = Segmented(theme, _CHOICES, name="All near-identical articles")
        self.repeated = TickBox(theme, "Propose them as excluded")
        self._copies, self._passages = _Line(theme, self.near), _Line(theme, self.repeated)
        lines = column(self)
        lines.addWidget(self._copies)
        lines.addWidget(self._passages)
        self.near.chosen.connect(lambda value: self.near_chosen.emit(NearChoice(value)))
        self.repeated.clicked.connect(self.repeated_chosen)

    @property
    def sentences(self) -> tuple[str, str]:
        """What is said of copies and of passages."""
        return self._copies.said.text(), self._passages.said.text()

    def tell(self, *, near: int, repeated: int, articles: int, may_group: bool, chosen: NearChoice | None) -> None:
        """Say how many there are; ``chosen`` is None where not all of them have the same choice."""
        copies = words.counted(near, "article is", many="articles are")
        self._copies.tell(f"{copies} near-identical to others." if near else "")
        passages = words.counted(repeated, "passage repeats", many="passages repeat")
        where = words.counted(articles, "article")
        self._passages.tell(f"{passages} within {where}." if repeated else "")
        self.near.let(NearChoice.GROUP.value, may_group)
        self.near.show_value(chosen.value if chosen is not None else "")
        self.setVisible(bool(near or repeated))
