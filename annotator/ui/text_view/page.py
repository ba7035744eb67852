# SPDX-License-Identifier: MIT
"""The reading page: text in a column of at most 70 characters, margin and minimap beside it, at any width."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.text_view.margin import Margin
from annotator.ui.text_view.margin_painter import NAMES_LEFT_PX, names_left
from annotator.ui.text_view.minimap import Minimap
from annotator.ui.text_view.scene import RIGHT_TO_LEFT
from annotator.ui.text_view.view import ArticleView

_UI_PX = 13
"""The height of the interface's letters at 100 %: sizes of what stands beside the text follow it."""
_NAMES_PX, _DOTS_PX, _MINIMAP_PX = 126, 58, 28
_WIDE_SIDE_PX, _NARROW_SIDE_PX = 28, 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What stands on a page of some width: widths in px, 0 for what has no room."""

    side: int
    column: int
    margin: int
    minimap: int
    names: bool


def plan(width: int, *, wanted: int, scale: float, brackets: int = 0) -> Plan:
    """Share a width out: the column first, then names, then the minimap; names become dots before the column shrinks.

    ``width`` is what the scroll bar leaves; ``wanted`` the column's full width; ``brackets`` what many lanes
    take beyond the usual in the margin.
    """
    names, dots, minimap = (round(each * scale) for each in (_NAMES_PX, _DOTS_PX, _MINIMAP_PX))
    names += brackets
    for side, margin, strip, has_names in (
        (_WIDE_SIDE_PX, names, minimap, True),
        (_NARROW_SIDE_PX, names, 0, True),
        (_NARROW_SIDE_PX, dots, 0, False),
    ):
        if width >= side + wanted + margin + strip:
            spare = width - side - wanted - margin - strip
            return Plan(side + spare // 2, wanted, margin, strip, has_names)
    return Plan(0, max(1, width - dots), dots, 0, names=False)


class ReadingPage(QWidget):
    """Lays an article, its margin and its minimap out. The three are there as ``view``, ``margin``, ``minimap``.

    ``kind`` is the class of the view, where another one is wanted.
    """

    def __init__(self, parent: QWidget | None = None, *, kind: type[ArticleView] = ArticleView) -> None:
        super().__init__(parent)
        self.view = kind(self)
        self.margin = Margin(self.view, self)
        self.minimap = Minimap(self.view, self)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.measures_changed.connect(self._lay_out)
        self.view.marks_changed.connect(self._lay_out)
        self.setFocusProxy(self.view)
        self._is_mirrored = False
        self._laid_out: tuple[object, ...] = ()

    def minimumSizeHint(self) -> QSize:
        """Give the width below which the column is too narrow to read."""
        return QSize(320, 240)

    def sizeHint(self) -> QSize:
        """Give the width at which nothing is left out."""
        return QSize(self.view.preferred_width + 200, 700)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, under the margin and the minimap too."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.view.scene.tokens.page))
        painter.end()

    def _lay_out(self) -> None:
        bar = self.view.verticalScrollBar().sizeHint().width()
        width, height = self.width(), self.height()
        scale = max(1.0, QFontInfo(self.font()).pixelSize() / _UI_PX)
        brackets = names_left(self.view.scene.metrics.lanes) - NAMES_LEFT_PX
        shared = plan(width - bar, wanted=self.view.preferred_width, scale=scale, brackets=brackets)
        self._is_mirrored = reads_right_to_left(self.view.scene.model.text)
        if self._laid_out == (laid_out := (width, height, shared, self._is_mirrored)):
            return
        self._laid_out = laid_out
        text_left = shared.side + (shared.margin if self._is_mirrored else 0)
        self.view.setGeometry(0, 0, width, height)
        self.view.set_side_margins(left=text_left, right=width - bar - text_left - shared.column)
        margin_left = text_left - shared.margin if self._is_mirrored else text_left + shared.column
        self.margin.setGeometry(QRect(margin_left, 0, shared.margin, height))
        self.margin.set_compact(not shared.names)
        self.margin.set_mirrored(self._is_mirrored)
        self.minimap.setVisible(shared.minimap > 0)
        self.minimap.setGeometry(QRect(width - bar - shared.minimap, 0, shared.minimap, height))
        self.margin.raise_()
        self.minimap.raise_()
        self.update()


def reads_right_to_left(text: str) -> bool:
    """Whether the article's first letter that has a direction runs right to left."""
    first = next((each for each in text[:2_000] if each.isalpha()), "")
    return bool(first) and RIGHT_TO_LEFT.match(first) is not None
