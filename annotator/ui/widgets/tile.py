# SPDX-License-Identifier: MIT
"""One of several pictures to choose from: the chosen one has a thick edge and a tick, the focused one a ring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme

WIDTH, HEIGHT, _RING, _BADGE = 56, 34, 3, 12


class Tile(QAbstractButton):
    """A checkable picture; what is on it is drawn by :meth:`draw`. Its words are spoken and in the tooltip.

    ``moved(across, down)`` asks for the tile beside, above or below.
    """

    moved = Signal(int, int)

    def __init__(self, theme: Theme, *, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say(words)

    def say(self, words: str) -> None:
        """Give it other words."""
        self.setAccessibleName(plain.cut(words))
        plain.set_tooltip(self, words)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw what is on the tile into a box whose ground is filled and whose corners are cut."""

    def sizeHint(self) -> QSize:
        """Room for the picture and the ring around it."""
        ring = self._theme.px(_RING)
        return QSize(self._theme.px(WIDTH) + 2 * ring, self._theme.px(HEIGHT) + 2 * ring)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the tiles, Space chooses."""
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if event.key() in steps:
            self.moved.emit(*steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring, ground, picture, edge and tick."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = theme.px(_RING)
        box = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        corner = theme.px(6)
        cut = QPainterPath()
        cut.addRoundedRect(box, corner, corner)
        painter.save()
        painter.setClipPath(cut)
        painter.fillRect(box, theme.colour("hover" if self.underMouse() else "raised"))
        self.draw(painter, box)
        painter.restore()
        chosen = self.isChecked()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent" if chosen else "border"), 2 if chosen else 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner + ring, corner + ring)
        if chosen:
            self._draw_badge(painter, box)

    def _draw_badge(self, painter: QPainter, box: QRectF) -> None:
        theme, side = self._theme, self._theme.px(_BADGE)
        badge = QRectF(box.right() - side - 1, box.top() + 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(badge)
        inner = theme.px(2)
        tick = theme.pixmap("tick", token="on_accent", size=_BADGE - 4, ratio=self.devicePixelRatioF())
        painter.drawPixmap(badge.adjusted(inner, inner, -inner, -inner).toRect(), tick)


class Tiles(QWidget):
    """Tiles in a grid, of which at most one is chosen: Tab enters and leaves the grid, arrows go along it."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, tiles: Sequence[Tile], *, name: str, across: int) -> None:
        super().__init__()
        self._tiles = tuple(tiles)
        self._across = across
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(2))
        for place, tile in enumerate(self._tiles):
            self._group.addButton(tile, place)
            tile.moved.connect(lambda across, down, place=place: self._move(place, across, down))
            grid.addWidget(tile, place // across, place % across)
        grid.setColumnStretch(across, 1)
        self._group.idClicked.connect(self.chosen)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles in their order."""
        return self._tiles

    def show_chosen(self, place: int) -> None:
        """Choose a tile by its place without telling anyone; -1 for none."""
        self._group.setExclusive(False)
        for each, tile in enumerate(self._tiles):
            tile.setChecked(each == place)
        self._group.setExclusive(True)

    def _move(self, place: int, across: int, down: int) -> None:
        """Choose the tile that many places on; at the ends nothing happens."""
        wanted = place + across + down * self._across
        if 0 <= wanted < len(self._tiles):
            self._tiles[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            self._tiles[wanted].click()
