# SPDX-License-Identifier: MIT
"""How one annotation looks in the list: lane, code and coder, then the quote."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain import Annotation
from annotator.ui.models.annotations import ENTRY_ROLE, AnnotationModel
from annotator.ui.models.open_article import Entry
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.lane import WIDTH, draw_sample


class AnnotationRow(QStyledItemDelegate):
    """Paints a row of :class:`AnnotationModel` over two lines, 44 px high."""

    def __init__(self, theme: Theme, model: AnnotationModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        return QSize(option.rect.width(), self._theme.px(46))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, lane and words."""
        if index.column() != 0:
            return
        entry: Entry = index.data(ENTRY_ROLE)
        theme, box = self._theme, option.rect
        painter.save()
        self._paint_ground(painter, option)
        code = self._model.code(entry)
        lane = QRectF(box.left() + theme.px(16), box.top() + theme.px(5), theme.px(WIDTH), theme.px(18))
        draw_sample(
            painter, lane, theme=theme, pattern=code.pattern if code else None,
            colour=theme.code_colour(code) if code else "",
        )  # fmt: skip
        left, right = box.left() + theme.px(52), box.right() - theme.px(16)
        first = QRect(left, box.top() + theme.px(5), right - left, theme.px(18))
        self._paint_head(painter, first, entry)
        painter.setFont(theme.reading_font(13))
        painter.setPen(theme.colour("text"))
        second = QRect(left, box.top() + theme.px(23), right - left, theme.px(19))
        self._paint_line(painter, second, self._model.shown(entry, 1))
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        theme = self._theme
        painter.setFont(theme.font(Type.STRONG))
        painter.setPen(theme.colour("text"))
        used = self._paint_line(painter, box, self._model.shown(entry, 0))
        is_own, has_others = self._model.is_own(entry), self._model.has_others
        notes = [self._model.shown(entry, 2)] if not is_own else ["yours"] if has_others else []
        if isinstance(entry, Annotation) and entry.ask_lead:
            notes.append("asks the lead")
        if self._model.is_pending(entry):
            notes.append("not saved yet")
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        self._paint_line(painter, box.adjusted(used + theme.px(8), 0, 0, 0), ", ".join(notes))

    def _paint_line(self, painter: QPainter, box: QRect, text: str) -> int:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return painter.fontMetrics().horizontalAdvance(shown)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, box = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
