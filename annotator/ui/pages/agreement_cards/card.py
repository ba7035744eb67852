# SPDX-License-Identifier: MIT
"""A card of the page: a head, a note beside it, and what it shows. Cards share what is selected on the page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain import Code
from annotator.ui import plain, words
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.lane import LaneSample
from annotator.ui.widgets.surfaces import Surface, column, row

_HEAD = 32
"""As high as a button: heads of neighbours stand on one line, with a switch beside them or without."""


class Card(Surface):
    """``chosen(Selection)`` says what else is to be selected; ``passages_asked`` leads to the list below."""

    chosen = Signal(object)
    passages_asked = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__("card")
        self.theme = theme
        px = theme.px
        self.title = plain.label(title)
        self.title.setFont(theme.font(Type.HEAD))
        self.title.setFixedHeight(px(_HEAD))
        self.aside = Elided(theme, role=Type.META, token="secondary")
        self._lane: LaneSample | None = None
        self.head: QHBoxLayout = row(gap=px(8))
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.head.addWidget(self.aside)
        self.body: QVBoxLayout = column(self, margins=(px(16), px(8), px(16), px(14)), gap=px(8))
        self.body.addLayout(self.head)
        self.setAccessibleName(title)

    def show_figures(self, measured: Measured, selection: Selection) -> None:
        """Show what belongs to the selection; each card says it in its own way."""
        raise NotImplementedError

    def take_focus(self) -> bool:
        """Put the focus on the first thing here that takes it; False where there is none."""
        for each in self.findChildren(QWidget):
            if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                each.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def tell_code(self, code: Code, words: str) -> None:
        """Name the code that the card is about, with its lane, beside the head."""
        colour = self.theme.code_colour(code)
        if self._lane is None:
            self._lane = LaneSample(self.theme, pattern=code.pattern, colour=colour)
            self.head.insertWidget(self.head.indexOf(self.aside), self._lane)
        self._lane.show_code(pattern=code.pattern, colour=colour)
        self.aside.set_text(words)

    def sentence(self) -> QLabel:
        """Make a line of words in the secondary ink."""
        made = plain.label(ink="secondary", wrap=True, parent=self)
        made.setFont(self.theme.font(Type.META))
        return made


def brief(code: Code) -> str:
    """Give a code's short name as people read it."""
    return words.short(code.short_name or code.name)


def tell(label: QLabel, words: str) -> None:
    """Put words on a label; without any it takes no room."""
    label.setText(plain.cut(words, longest=1500))
    label.setVisible(bool(words))
