# SPDX-License-Identifier: MIT
"""Ten colours to choose from, drawn as lanes on a light and a dark page, and one of one's own by hue or number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.domain import Pattern
from annotator.ui.theme.code_colours import OFFERED, ColourPair, as_colour, own_pair
from annotator.ui.theme.current import Theme
from annotator.ui.theme.tokens import DARK, LIGHT, Mode
from annotator.ui.widgets.hue_strip import HueStrip, hue_of, of_hue
from annotator.ui.widgets.lane import draw_sample
from annotator.ui.widgets.surfaces import column, row
from annotator.ui.widgets.tile import Tile, Tiles

ACROSS = 5
PAIRS = tuple(pair for pair, _ in OFFERED)
NO_COLOUR = "A colour is # and six digits or letters from A to F, like #8A6A00."


class ColourTile(Tile):
    """One pair: the lane as it stands on a light page, beside it as on a dark one."""

    def __init__(self, theme: Theme, pair: ColourPair) -> None:
        super().__init__(theme, words=pair.name)
        self._pair = pair
        self._pattern = Pattern.SOLID

    def show_pair(self, pair: ColourPair) -> None:
        """Show another pair."""
        self._pair = pair
        self.update()

    def show_pattern(self, pattern: Pattern) -> None:
        """Draw the lanes in another pattern."""
        self._pattern = pattern
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw both halves."""
        half, inset = box.width() / 2, self._theme.px(5)
        for left, ground, colour in (
            (box.left(), LIGHT.page, self._pair.light),
            (box.left() + half, DARK.page, self._pair.dark),
        ):
            side = QRectF(left, box.top(), half, box.height())
            painter.fillRect(side, QColor(ground))
            lane = side.adjusted(inset, 0, -inset, 0)
            draw_sample(painter, lane, theme=self._theme, pattern=self._pattern, colour=colour)


class ColourChoice(QWidget):
    """``changed`` comes with each change by the user; a number that is no colour keeps the former pair."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pair = PAIRS[0]
        self._fault = self._hint = ""
        self._made = [ColourTile(theme, pair) for pair in PAIRS]
        self.tiles = Tiles(theme, self._made, name="Colour", across=ACROSS)
        self.own = ColourTile(theme, PAIRS[0])
        self.own.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.own.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.strip = HueStrip(theme, shown=self._shown_in_strip)
        self.number = QLineEdit()
        self.number.setMaxLength(9)
        self.number.setFixedWidth(theme.px(92))
        self.number.setAccessibleName("Your own colour as a number, like #8A6A00")
        lines = column(self, gap=theme.px(4))
        lines.addWidget(self.tiles)
        own_line = row(gap=theme.px(8))
        own_line.addWidget(self.own)
        own_line.addWidget(self.strip, 1)
        own_line.addWidget(self.number)
        lines.addLayout(own_line)
        self.setFocusProxy(self.tiles.tiles[0])
        self.tiles.chosen.connect(lambda place: self._take(PAIRS[place]))
        self.strip.valueChanged.connect(lambda degrees: self._take_own(of_hue(degrees)))
        self.number.textEdited.connect(self._read)

    @property
    def pair(self) -> ColourPair:
        """The chosen pair."""
        return self._pair

    @property
    def fault(self) -> str:
        """What is wrong with the number, empty while nothing is."""
        return self._fault

    @property
    def hint(self) -> str:
        """What was done to the colour so that it shows everywhere, empty where nothing was."""
        return self._hint

    @property
    def colour_in_force(self) -> str:
        """The chosen colour for the mode of the window."""
        return self._in_force(self._pair)

    def show_pair(self, pair: ColourPair) -> None:
        """Show a pair without telling anyone."""
        self._show(pair)
        self.strip.show_hue(hue_of(pair.light))
        self.number.setText(pair.light)

    def show_pattern(self, pattern: Pattern) -> None:
        """Draw all lanes in this pattern."""
        for tile in (*self._made, self.own):
            tile.show_pattern(pattern)

    def _shown_in_strip(self, colour: str) -> str:
        pair = own_pair(colour)
        return pair.light if self._theme.mode is Mode.LIGHT else pair.dark

    def _in_force(self, pair: ColourPair) -> str:
        if self._theme.mode is Mode.HIGH_CONTRAST:
            return self._theme.tokens.text
        return pair.dark if self._theme.mode is Mode.DARK else pair.light

    def _show(self, pair: ColourPair) -> None:
        self._pair = pair
        self._fault = self._hint = ""
        offered = [(each.light, each.dark) for each in PAIRS]
        own = (pair.light, pair.dark)
        self.tiles.show_chosen(offered.index(own) if own in offered else -1)
        self.own.show_pair(pair)
        self.own.setChecked(own not in offered)
        self.own.say("Own colour" if own not in offered else f"The colour chosen: {pair.name}")

    def _take(self, pair: ColourPair) -> None:
        self.show_pair(pair)
        self.changed.emit()

    def _take_own(self, colour: str) -> None:
        self._show(own_pair(colour))
        self.number.setText(self._pair.light)
        self.changed.emit()

    def _read(self, text: str) -> None:
        colour = as_colour(text)
        if colour is None:
            self._fault = NO_COLOUR
        else:
            self._show(own_pair(colour))
            self.strip.show_hue(hue_of(colour))
            self._hint = _moved(colour, self._pair)
        self.changed.emit()


def _moved(colour: str, pair: ColourPair) -> str:
    """Say what became of a colour that was too light or too dark for a thin lane."""
    light = f"made darker for light pages, {pair.light}" if pair.light != colour else ""
    dark = f"made lighter for dark pages, {pair.dark}" if pair.dark != colour else ""
    said = " and ".join(part for part in (light, dark) if part)
    return f"{colour} is {said}, so that a thin lane can be seen." if said else ""
