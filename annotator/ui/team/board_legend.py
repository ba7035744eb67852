# SPDX-License-Identifier: MIT
"""The legend of the board: each shape with its word and how many cells bear it, and the keys that act there."""

from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.operations import Board
from annotator.ui import plain
from annotator.ui.team import states
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.key_cap import HEIGHT, cap_width, paint_cap

KEYS = (("Shift+arrows", "select"), ("A", "assign"), ("U", "take away"), ("Enter", "open"))
_LINE, _GAP = 26, 18
Draw = Callable[[QPainter, QPointF], None]
_SHAPES = ("not_assigned", "not_started", "in_progress", "to_review", "finished", "finished_empty")


class BoardLegend(QWidget):
    """Painted as running words that wrap where the window is narrow; spoken as one sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts: Counter[str] = Counter()
        self._words: dict[str, str] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_board(self, board: Board) -> None:
        """Count the cells of a board."""
        cells = [cell for row in board.rows for cell in row.cells]
        self._counts = Counter(states.cell_shape(cell) for cell in cells)
        self._words = {states.cell_shape(cell): states.cell_words(cell) for cell in cells}
        said = [f"{self._words[shape]}: {number}" for shape, number in self._counts.items()]
        self.setAccessibleName(plain.cut(". ".join(said)))
        self.updateGeometry()
        self.update()

    @property
    def counts(self) -> dict[str, int]:
        """How many cells bear each shape."""
        return dict(self._counts)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Ask for as many lines as the parts need."""
        return round(self._lay(width, None)) + self._theme.px(_LINE)

    def sizeHint(self) -> QSize:
        """Ask for the lines at the present width."""
        return QSize(self._theme.px(200), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(1, self._theme.px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lay(self.width(), painter)

    def _lay(self, width: int, painter: QPainter | None) -> float:
        """Put part behind part, a new line where one has no room; gives the top of the last line."""
        px = self._theme.px
        place = QPointF(0, 0)
        for draw, wide, begins in self._parts():
            if place.x() and (begins or place.x() + wide > width):
                place = QPointF(0, place.y() + px(_LINE))
            if painter is not None:
                draw(painter, place)
            place.setX(place.x() + wide + px(_GAP))
        return place.y()

    def _parts(self) -> Iterator[tuple[Draw, int, bool]]:
        for shape in _SHAPES:
            if self._counts[shape]:
                yield (*self._state(shape, f"{self._words[shape]} {self._counts[shape]:,}"), False)
        for place, (key, what) in enumerate(KEYS):
            yield (*self._key(key, what), place == 0)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font(Type.META))

    def _state(self, shape: str, said: str) -> tuple[Draw, int]:
        px = self._theme.px

        def draw(painter: QPainter, at: QPointF) -> None:
            ratio = self.devicePixelRatioF()
            top = round(at.y() + (px(_LINE) - px(14)) / 2)
            painter.drawPixmap(round(at.x()), top, self._theme.pixmap(shape, size=14, ratio=ratio))
            self._write(painter, at + QPointF(px(20), 0), said)

        return draw, px(20) + self._metrics().horizontalAdvance(said)

    def _key(self, key: str, what: str) -> tuple[Draw, int]:
        px, wide = self._theme.px, cap_width(self._theme, key)

        def draw(painter: QPainter, at: QPointF) -> None:
            box = QRectF(at.x(), at.y() + (px(_LINE) - px(HEIGHT)) / 2, wide, px(HEIGHT))
            paint_cap(painter, self._theme, box, key, available=True)
            self._write(painter, at + QPointF(wide + px(6), 0), what)

        return draw, round(wide) + px(6) + self._metrics().horizontalAdvance(what)

    def _write(self, painter: QPainter, at: QPointF, said: str) -> None:
        painter.setFont(self._theme.font(Type.META))
        painter.setPen(self._theme.colour("secondary"))
        box = QRectF(at.x(), at.y(), self.width(), self._theme.px(_LINE))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
