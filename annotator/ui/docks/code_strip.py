# SPDX-License-Identifier: MIT
"""In a narrow window: one line of codes with their keys in the place of the right column."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.domain import Codebook
from annotator.ui import plain, words
from annotator.ui.docks.codebook import EXCLUDED
from annotator.ui.shortcuts import EXCLUDED_KEY
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.lane import LaneSample
from annotator.ui.widgets.surfaces import Surface, clear, row

_EXCLUDED_FROM = 560


class _Item(QWidget):
    """Key, lane and short name; a click presses it."""

    pressed = Signal()

    def __init__(self, theme: Theme, *, key: str, lane: LaneSample | None, name: str) -> None:
        super().__init__()
        line = row(self, gap=theme.px(5))
        if key:
            line.addWidget(KeyCap(theme, key))
        if lane is not None:
            line.addWidget(lane)
            line.addWidget(Elided(theme, name, role=Type.META))
        plain.name_for_screen_reader(self, f"{name}, key {key}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say that it was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


class CodeStrip(Surface):
    """``applied(code id)`` as in the codebook; ``palette_asked`` for the list of all codes."""

    applied = Signal(str)
    palette_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel", line="top")
        self._theme = theme
        self._codebook = Codebook()
        self._excluded: _Item | None = None
        px = theme.px
        self._line = row(self, margins=(px(10), 0, px(10), 0), gap=px(10))
        self.setFixedHeight(px(36))
        theme.changed.connect(self._rebuild)

    def show_codebook(self, codebook: Codebook) -> None:
        """Take the project's codes."""
        if codebook != self._codebook:
            self._codebook = codebook
            self._rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the excluded region give way first: its key works all the same."""
        super().resizeEvent(event)
        self._fold()

    def _rebuild(self) -> None:
        theme = self._theme
        clear(self._line)
        for code in self._codebook.active:
            if not code.shortcut:
                continue
            lane = LaneSample(theme, pattern=code.pattern, colour=theme.code_colour(code), width=16)
            self._add(code.id, _Item(theme, key=code.shortcut.upper(), lane=lane, name=words.short(code.short_name)))
        hatching = LaneSample(theme, pattern=None, colour="", width=16)
        self._excluded = _Item(theme, key=EXCLUDED_KEY, lane=hatching, name="Exclude")
        self._add(EXCLUDED, self._excluded)
        self._line.addStretch(1)
        find = _Item(theme, key="/", lane=None, name="Find a code by typing")
        find.pressed.connect(self.palette_asked)
        self._line.addWidget(find)
        self._fold()

    def _fold(self) -> None:
        if self._excluded is not None:
            self._excluded.setVisible(self.width() >= self._theme.px(_EXCLUDED_FROM))

    def _add(self, code: str, made: _Item) -> None:
        made.pressed.connect(lambda: self.applied.emit(code))
        self._line.addWidget(made)
