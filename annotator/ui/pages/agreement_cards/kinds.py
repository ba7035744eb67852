# SPDX-License-Identifier: MIT
"""Where coders differ: differing passages per code as a bar, parted into missed, boundary and other code."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from annotator.agreement.disagreement import Decomposition, Kind, KindCounts
from annotator.domain import Code
from annotator.ui import plain, words
from annotator.ui.pages.agreement_cards.cells import Cell, Cells
from annotator.ui.text_view.patterns import hatching
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.lane import LaneSample
from annotator.ui.widgets.surfaces import clear, row

KINDS = tuple(Kind)
KIND_WORDS: Mapping[Kind, str] = {
    Kind.MISSED: "Missed by one or more",
    Kind.BOUNDARY: "Boundary",
    Kind.OTHER_CODE: "Other code",
}
KEY_WORDS: Mapping[Kind, str] = {**KIND_WORDS, Kind.MISSED: "Missed"}
"""As short as a key must be; whoever listens hears all of it."""
_HIGH, _LEAST = 22, 12


def draw_kind(painter: QPainter, box: QRectF, kind: Kind, theme: Theme) -> None:
    """Fill a box: solid for missed, hatched for boundary, hollow for another code."""
    if kind is Kind.MISSED:
        painter.fillRect(box, theme.colour("accent"))
        return
    painter.fillRect(box, theme.colour("page"))
    if kind is Kind.BOUNDARY:
        ratio = painter.device().devicePixelRatioF()
        painter.drawTiledPixmap(box, hatching(theme.tokens.accent, ratio=ratio), QPointF(0, 0))
    painter.setPen(QPen(theme.colour("accent"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


class KindCell(Cell):
    """One part of a bar."""

    def __init__(self, theme: Theme, kind: Kind, *, words: str) -> None:
        super().__init__(theme, words=words)
        self.kind = kind

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Fill it."""
        draw_kind(painter, box, self.kind, self.theme)


class KindSample(QWidget):
    """A small box of one kind, for the key of the bars."""

    def __init__(self, theme: Theme, kind: Kind) -> None:
        super().__init__()
        self._theme = theme
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a small square."""
        return QSize(self._theme.px(14), self._theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        draw_kind(QPainter(self), QRectF(self.rect()), self._kind, self._theme)


class _Bar(QWidget):
    """The parts of one code side by side, as long as their share of the longest bar."""

    def __init__(self, theme: Theme, parts: Sequence[tuple[KindCell, int]], *, most: int) -> None:
        super().__init__()
        self._theme = theme
        self._parts = parts
        self._most = most
        for cell, _ in parts:
            cell.setParent(self)
        self.setFixedHeight(theme.px(_HIGH))
        self.setMinimumWidth(theme.px(80))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out; none is so short that it cannot be seen or hit."""
        super().resizeEvent(event)
        least = self._theme.px(_LEAST)
        room = self.width() - least * len(self._parts)
        left = 0
        for cell, count in self._parts:
            wide = least + round(room * count / self._most)
            cell.setGeometry(left, 0, wide, self.height())
            left += wide - 1


class KindBars(Cells):
    """A line per code with its bar and the number of its passages, and a key below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(name="Differing passages by code and kind")
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(7))
        self._grid.setColumnStretch(2, 1)
        self.codes: tuple[Code, ...] = ()

    def show_decompositions(self, codes: Sequence[Code], found: Mapping[str, Decomposition]) -> None:
        """Show each code's passages."""
        clear(self._grid)
        self.codes = tuple(codes)
        most = max((each.passages.total for each in found.values()), default=0)
        cells: dict[tuple[int, int], Cell] = {}
        for place, code in enumerate(codes):
            counts = found[code.id].passages if code.id in found else KindCounts()
            parts = []
            for number, kind in enumerate(KINDS):
                if counts.of(kind):
                    passages = words.counted(counts.of(kind), "passage")
                    cell = KindCell(self._theme, kind, words=f"{code.name}, {KIND_WORDS[kind].lower()}: {passages}")
                    cells[place, number] = cell
                    parts.append((cell, counts.of(kind)))
            self._add_line(place, code, _Bar(self._theme, parts, most=max(1, most)), counts.total)
        self._add_key(len(codes))
        self.take(cells)

    def _add_line(self, place: int, code: Code, bar: QWidget, total: int) -> None:
        lane = LaneSample(self._theme, pattern=code.pattern, colour=self._theme.code_colour(code))
        name = Elided(self._theme, words.short(code.short_name or code.name))
        name.setMaximumWidth(self._theme.px(120))
        self._grid.addWidget(lane, place, 0)
        self._grid.addWidget(name, place, 1)
        self._grid.addWidget(bar, place, 2)
        self._grid.addWidget(plain.label(f"{total:,}", ink="secondary"), place, 3, Qt.AlignmentFlag.AlignRight)

    def _add_key(self, place: int) -> None:
        key = row(margins=(0, self._theme.px(6), 0, 0), gap=self._theme.px(6))
        for kind in KINDS:
            key.addWidget(KindSample(self._theme, kind))
            key.addWidget(self._meta(KEY_WORDS[kind]))
            key.addSpacing(self._theme.px(8))
        key.addStretch(1)
        self._grid.addLayout(key, place, 0, 1, 4)

    def _meta(self, text: str) -> QLabel:
        made = plain.label(text)
        made.setFont(self._theme.font(Type.META))
        return made
