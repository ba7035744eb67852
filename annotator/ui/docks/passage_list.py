# SPDX-License-Identifier: MIT
"""Passages in two lines each: their words in the face of articles, and below whose they are and where."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain import Code
from annotator.ui import words
from annotator.ui.models.passage_rows import ROW_ROLE, PassageRow, PassageRows
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.lane import WIDTH, draw_sample
from annotator.ui.widgets.listed_rows import ListedRows

ROW = 52
Index = QModelIndex | QPersistentModelIndex


class _Row(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: PassageRows) -> None:
        super().__init__(model)
        self._theme = theme
        self.codes: dict[str, Code] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines; as wide as the list."""
        return QSize(1, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, quote, lane and words."""
        theme, box = self._theme, option.rect
        row: PassageRow = index.data(ROW_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        room = box.adjusted(theme.px(12), theme.px(5), -theme.px(8), -theme.px(5))
        upper = QRect(room.left(), room.top(), room.width(), room.height() * 11 // 20)
        lower = QRect(room.left(), upper.bottom(), room.width(), room.bottom() - upper.bottom())
        painter.setFont(theme.reading_font(14))
        painter.setPen(theme.colour("text"))
        self._draw(painter, upper, words.short_quote(row.quote, longest=400))
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        code = self.codes.get(row.code)
        if code is not None:
            lane = QRectF(lower.left(), lower.top(), theme.px(WIDTH), lower.height())
            draw_sample(painter, lane, theme=theme, pattern=code.pattern, colour=theme.code_colour(code))
            lower = lower.adjusted(theme.px(WIDTH + 8), 0, 0, 0)
        self._draw(painter, lower, row.said)
        painter.restore()

    def _draw(self, painter: QPainter, room: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class PassageList(ListedRows):
    """``opened(row)`` asks for a passage in its article, by Enter or a double click."""

    opened = Signal(object)

    def __init__(self, theme: Theme, *, name: str, most: int = 6) -> None:
        self.passages = PassageRows()
        self._draws = _Row(theme, self.passages)
        super().__init__(theme, self.passages, self._draws, name=name)
        self.passages.setParent(self)
        self._most = most
        self.entered_row.connect(lambda place: self.opened.emit(self.passages.row(place)))
        self.show_passages([])

    def show_codes(self, codes: Sequence[Code]) -> None:
        """Draw the lanes of these codes beside the passages that bear them."""
        self._draws.codes = {str(code.id): code for code in codes}
        self.viewport().update()

    def show_passages(self, rows: list[PassageRow]) -> None:
        """Show other passages."""
        self.passages.show_rows(rows)
        self._fit()
        if rows:
            self.setCurrentIndex(self.passages.index(0))

    def add_passages(self, rows: list[PassageRow]) -> None:
        """Show more of them below."""
        self.passages.add_rows(rows)
        self._fit()
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.passages.index(0))

    def _fit(self) -> None:
        self.show_rows(min(self._most, self.passages.rowCount()), height=ROW)
