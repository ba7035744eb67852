# SPDX-License-Identifier: MIT
"""How a row of the queue looks: shape, kind and letters; the quote; what was decided. Heads name the article."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui import words
from annotator.ui.judging import kinds
from annotator.ui.judging.rows import ROW_ROLE, QueueRows, Row
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

_HEAD, _PLAIN, _LINE = 30, 54, 18
_LEFT, _TEXT = 15, 38
_QUOTE_PX = 14
Index = QModelIndex | QPersistentModelIndex


class QueueRow(QStyledItemDelegate):
    """Paints rows of :class:`QueueRows`."""

    def __init__(self, theme: Theme, model: QueueRows) -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, and a third where something is to be said."""
        row: Row = index.data(ROW_ROLE)
        high = _HEAD if row.entry is None else _PLAIN + (_LINE if kinds.has_line(row.entry) else 0)
        return QSize(option.rect.width(), self._theme.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, shape and words."""
        row: Row = index.data(ROW_ROLE)
        painter.save()
        if row.entry is None:
            self._paint_head(painter, option.rect, row)
        else:
            self._paint_ground(painter, option)
            self._paint_entry(painter, option.rect, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme = self._theme
        painter.fillRect(box, theme.colour("window"))
        room = box.adjusted(theme.px(_LEFT), 0, -theme.px(_LEFT), 0)
        count = self._model.count(row)
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        wide = painter.fontMetrics().horizontalAdvance(count) + theme.px(8)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        self._line(painter, room.adjusted(0, 0, -wide, 0), row.article.document.heading)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, box, state = self._theme, option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _paint_entry(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme, entry = self._theme, row.entry
        assert entry is not None
        picture = theme.pixmap(kinds.shape_of(entry), ratio=painter.device().devicePixelRatioF())
        painter.drawPixmap(box.left() + theme.px(_LEFT), box.top() + theme.px(9), picture)
        left, right = box.left() + theme.px(_TEXT), box.right() - theme.px(_LEFT)
        first = QRect(left, box.top() + theme.px(8), right - left, theme.px(_LINE))
        letters = self._model.letters(row)
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        wide = painter.fontMetrics().horizontalAdvance(letters) + theme.px(8)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, letters)
        painter.setFont(theme.font(Type.STRONG))
        painter.setPen(theme.colour("text"))
        self._line(painter, first.adjusted(0, 0, -wide, 0), kinds.KIND_WORDS[kinds.kind_of(entry)])
        second = first.translated(0, theme.px(20))
        painter.setFont(theme.reading_font(_QUOTE_PX))
        self._line(painter, second, words.short_quote(entry.quote, longest=120))
        said = self._model.line(row)
        if said:
            painter.setFont(theme.font(Type.META))
            painter.setPen(theme.colour("secondary"))
            self._line(painter, second.translated(0, theme.px(19)), said)

    def _line(self, painter: QPainter, box: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
