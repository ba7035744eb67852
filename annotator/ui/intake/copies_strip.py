# SPDX-License-Identifier: MIT
"""Below the preview table: what becomes of all near-identical articles at once, and of passages that repeat."""

from PySide6.QtCore import Signal

from annotator.operations import NearChoice
from annotator.ui import plain, words
from annotator.ui.intake import wordings
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import TickBox
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Surface, row

_CHOICES = tuple((choice.value, said) for choice, said in wordings.NEAR_WORDS)


class CopiesStrip(Surface):
    """Hidden where there is nothing of the kind. ``near_chosen(choice)`` for all, ``repeated_chosen(on)``."""

    near_chosen = Signal(object)
    repeated_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel", line="top")
        px = theme.px
        self._said = plain.label(wrap=True)
        self.near = Segmented(theme, _CHOICES, name="All near-identical articles")
        self.repeated = TickBox(theme, "Propose repeated passages as excluded")
        line = row(self, margins=(px(16), px(8), px(16), px(8)), gap=px(12))
        line.addWidget(self._said, 1)
        line.addWidget(self.near)
        line.addWidget(self.repeated)
        self.near.chosen.connect(lambda value: self.near_chosen.emit(NearChoice(value)))
        self.repeated.clicked.connect(self.repeated_chosen)

    def tell(self, *, near: int, repeated: int, articles: int, may_group: bool, chosen: NearChoice | None) -> None:
        """Say how many there are; ``chosen`` is None where not all of them have the same choice."""
        said = []
        if near:
            said.append(f"{words.counted(near, 'article is', many='articles are')} near-identical to others.")
        if repeated:
            where = words.counted(articles, "article")
            said.append(f"{words.counted(repeated, 'passage repeats', many='passages repeat')} in {where}.")
        self._said.setText(" ".join(said))
        self.near.setVisible(bool(near))
        self.near.let(NearChoice.GROUP.value, may_group)
        self.near.show_value(chosen.value if chosen is not None else "")
        self.repeated.setVisible(bool(repeated))
        self.setVisible(bool(said))
