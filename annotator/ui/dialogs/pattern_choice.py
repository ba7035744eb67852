# SPDX-License-Identifier: MIT
"""The ten patterns of a lane, each drawn as the lane it makes in the code's own colour."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from annotator.domain import Pattern
from annotator.ui.theme.code_colours import OFFERED, PATTERN_NAMES
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.lane import draw_sample
from annotator.ui.widgets.surfaces import column
from annotator.ui.widgets.tile import Tile, Tiles

ACROSS = 5
PATTERNS = tuple(pattern for _, pattern in OFFERED)


class PatternTile(Tile):
    """One pattern."""

    def __init__(self, theme: Theme, pattern: Pattern, *, words: str) -> None:
        super().__init__(theme, words=words)
        self._pattern = pattern
        self._colour = theme.tokens.text

    def show_colour(self, colour: str) -> None:
        """Draw the lane in another colour."""
        self._colour = colour
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw a piece of lane."""
        inset = self._theme.px(8)
        lane = box.adjusted(inset, 0, -inset, 0)
        draw_sample(painter, lane, theme=self._theme, pattern=self._pattern, colour=self._colour)


class PatternChoice(QWidget):
    """``changed`` comes with the user's own choice; ``taken`` names the code that has a pattern already."""

    changed = Signal()

    def __init__(self, theme: Theme, *, taken: Mapping[Pattern, str]) -> None:
        super().__init__()
        self._pattern = PATTERNS[0]
        made = []
        for pattern in PATTERNS:
            name, user = PATTERN_NAMES[pattern], taken.get(pattern, "")
            made.append(PatternTile(theme, pattern, words=f"{name}, worn by {user}" if user else name))
        self.tiles = Tiles(theme, made, name="Pattern", across=ACROSS)
        self._made = made
        column(self).addWidget(self.tiles)
        self.tiles.chosen.connect(self._take)

    @property
    def pattern(self) -> Pattern:
        """The chosen pattern."""
        return self._pattern

    def show_pattern(self, pattern: Pattern) -> None:
        """Choose a pattern without telling anyone."""
        self._pattern = pattern
        self.tiles.show_chosen(PATTERNS.index(pattern))

    def show_colour(self, colour: str) -> None:
        """Draw all lanes in this colour."""
        for tile in self._made:
            tile.show_colour(colour)

    def _take(self, place: int) -> None:
        self._pattern = PATTERNS[place]
        self.changed.emit()
