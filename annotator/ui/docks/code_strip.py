# SPDX-License-Identifier: MIT
"""In a narrow window: one line of codes with their keys in the place of the right column, and the chosen annotation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.domain import Annotation, Codebook
from annotator.ui import plain
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.docks.codebook import EXCLUDED
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.lane import LaneSample
from annotator.ui.widgets.surfaces import Surface, clear, row


class _Code(QWidget):
    """Key, lane and short name; a click applies."""

    applied = Signal()

    def __init__(self, theme: Theme, *, key: str, lane: LaneSample, name: str) -> None:
        super().__init__()
        line = row(self, gap=theme.px(6))
        if key:
            line.addWidget(KeyCap(theme, key))
        line.addWidget(lane)
        line.addWidget(Elided(theme, name))
        plain.name_for_screen_reader(self, f"{name}, key {key}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Apply."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.applied.emit()


class CodeStrip(Surface):
    """``applied(code id)`` as in the codebook; ``details_asked`` opens the right column over the text."""

    applied = Signal(str)
    palette_asked = Signal()
    details_asked = Signal()

    def __init__(self, theme: Theme, desk: ArticleDesk) -> None:
        super().__init__("panel", line="top")
        self._theme = theme
        self._desk = desk
        self._codebook = Codebook()
        self._line = row(self, margins=(theme.px(12), theme.px(6), theme.px(8), theme.px(6)), gap=theme.px(14))
        self._chosen = Elided(theme, role=Type.META, token="secondary")
        theme.changed.connect(self._rebuild)
        desk.chosen_changed.connect(lambda _: self._follow())

    @property
    def chosen_words(self) -> str:
        """What is said of the selected annotation."""
        return self._chosen.text

    def show_codebook(self, codebook: Codebook) -> None:
        """Take the project's codes."""
        if codebook != self._codebook:
            self._codebook = codebook
            self._rebuild()

    def _rebuild(self) -> None:
        theme = self._theme
        clear(self._line)
        for code in self._codebook.active[:6]:
            lane = LaneSample(theme, pattern=code.pattern, colour=theme.code_colour(code), width=20)
            self._add(code.id, _Code(theme, key=code.shortcut.upper(), lane=lane, name=short(code.short_name)))
        self._add(
            EXCLUDED, _Code(theme, key="0", lane=LaneSample(theme, pattern=None, colour="", width=20), name="Exclude")
        )
        self._line.addStretch(1)
        self._chosen = Elided(theme, role=Type.META, token="secondary")
        self._line.addWidget(self._chosen)
        find = Button(theme, "/", spoken="Find a code by typing")
        find.clicked.connect(self.palette_asked)
        details = Button(theme, "Details F8", kind="quiet", spoken="Details of the annotation")
        details.clicked.connect(self.details_asked)
        self._line.addWidget(find)
        self._line.addWidget(details)
        self._follow()

    def _add(self, code: str, made: _Code) -> None:
        made.applied.connect(lambda: self.applied.emit(code))
        self._line.addWidget(made)

    def _follow(self) -> None:
        entry = self._desk.chosen
        words = ""
        if isinstance(entry, Annotation):
            code = self._desk.code(entry.code)
            parts = [code.name if code else "", *entry.attributes.values(), entry.certainty.value]
            words = ", ".join(part for part in parts if part) + (", asks the lead" if entry.ask_lead else "")
        elif entry is not None:
            words = f"Excluded region, {entry.state.value}"
        self._chosen.set_text(words)


def short(short_name: str) -> str:
    """Make a word for people of a code's word in files: ``expert_quote`` becomes ``Expert quote``."""
    words = short_name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
