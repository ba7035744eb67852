# SPDX-License-Identifier: MIT
"""A passage with lanes as the whole explanation of what the tool does. The words are our own."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain import Pattern
from annotator.ui.text_view.patterns import device_thickness, tile
from annotator.ui.theme.current import Theme

PASSAGE = (
    "The two banks now share a night desk, “and neither would hand its keys to a stranger,” says Ilse Brandt, "
    "who has audited both. Their older clients remember the winter of the frozen accounts and still keep a "
    "second book. “They may well merge within ten years,” she adds, “if nobody asks who drew the first line.”"
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A code of the specimen: name, pattern, colours for light and dark."""

    name: str
    pattern: Pattern
    light: str
    dark: str


SAMPLES = (
    Sample("Trust", Pattern.SOLID, "#009265", "#45DDAA"),
    Sample("Mistrust", Pattern.DASHED, "#DC5A0E", "#F0752E"),
    Sample("Speculation", Pattern.DOTTED, "#8A3468", "#D07FB6"),
    Sample("Expert quote", Pattern.DOUBLE, "#0F509F", "#459AF7"),
)
_MARKS = (
    (3, "“and neither would", "audited both.", 0),
    (0, "share a night desk", "to a stranger,”", 1),
    (1, "Their older clients", "a second book.", 0),
    (3, "“They may well", "first line.”", 0),
    (2, "They may well", "within ten years", 1),
    (1, "if nobody asks", "the first line.", 1),
)
_SIZE, _PITCH, _ROOM = 17, 4, 11


class Specimen(QWidget):
    """Lays the passage out in the reading face and draws a lane below each marked stretch."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"An example: {PASSAGE}")
        self._heights: dict[int, int] = {}
        theme.changed.connect(self._restyle)

    def hasHeightForWidth(self) -> bool:
        """Say that the passage wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines and their lanes; kept, since a layout asks for it dozens of times."""
        if width not in self._heights:
            layout, step = self._layout(width)
            self._heights[width] = round(layout.lineCount() * step)
        return self._heights[width]

    def _restyle(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """For an ordinary column."""
        width = self._theme.px(460)
        return QSize(width, self.heightForWidth(width))

    def _layout(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(PASSAGE, self._theme.reading_font(_SIZE))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        top, step = 0.0, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            step = line.height() + self._theme.px(_ROOM)
            top += step
        layout.endLayout()
        return layout, step

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words and lanes."""
        painter = QPainter(self)
        layout, _ = self._layout(self.width())
        painter.setPen(self._theme.colour("text"))
        layout.draw(painter, QPointF(0, 0))
        for number, first, last, lane in _MARKS:
            start, end = PASSAGE.index(first), PASSAGE.index(last) + len(last)
            self._paint_mark(painter, layout, SAMPLES[number], (start, end, lane))

    def _paint_mark(self, painter: QPainter, layout: QTextLayout, sample: Sample, mark: tuple[int, int, int]) -> None:
        start, end, lane = mark
        colour, ratio = colour_of(sample, self._theme), self.devicePixelRatioF()
        thick = float(self._theme.px(3))
        picture = tile(sample.pattern, colour, thickness=thick, ratio=ratio)
        tall = device_thickness(thick, ratio) / ratio
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if low >= high:
                continue
            left, right = _x(line, low), _x(line, high)
            top = round(line.y() + line.height() + 1 + lane * self._theme.px(_PITCH))
            painter.drawTiledPixmap(QRectF(left, top, right - left, tall), picture)


def _x(line: object, place: int) -> float:
    """Give where a character stands; the binding types the answer as a plain object."""
    found = line.cursorToX(place)  # type: ignore[attr-defined]  # Qt hands a QTextLine
    return float(found[0] if isinstance(found, tuple) else found)


def colour_of(sample: Sample, theme: Theme) -> str:
    """Give a sample's colour for the mode in force."""
    match theme.mode.value:
        case "light":
            return sample.light
        case "dark":
            return sample.dark
        case _:
            return theme.tokens.text
