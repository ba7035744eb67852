# SPDX-License-Identifier: MIT
"""The list of entries: time, person and sentence in one line, in two where it is narrow; days as heads between."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain import HistoryEntry
from annotator.ui import words
from annotator.ui.history.model import DAY_ROLE, ENTRY_ROLE, MARKS, HistoryModel, when
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.listed_rows import ListedRows

_ROW, _TWO_LINES, _DAY, _NARROW_BELOW = 36, 56, 34, 560
_TIME, _PERSON_MOST = 56, 150
Index = QModelIndex | QPersistentModelIndex


class _Row(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: HistoryModel) -> None:
        super().__init__(model)
        self._theme = theme

    def _is_narrow(self, width: int) -> bool:
        return width < self._theme.px(_NARROW_BELOW)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line or two, and the day above."""
        wide = option.rect.width()
        high = _TWO_LINES if self._is_narrow(wide) else _ROW
        return QSize(1, self._theme.px(high + (_DAY if index.data(DAY_ROLE) else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the day, the ground, the words."""
        theme, box = self._theme, QRect(option.rect)
        painter.save()
        day = index.data(DAY_ROLE)
        if day:
            head = QRect(box.left(), box.top(), box.width(), theme.px(_DAY))
            painter.setPen(theme.colour("text"))
            painter.setFont(theme.font(Type.HEAD))
            room = head.adjusted(theme.px(16), theme.px(6), -theme.px(16), 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, day)
            box.setTop(head.bottom() + 1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        self._paint_entry(painter, box.adjusted(theme.px(16), 0, -theme.px(16), 0), index.data(ENTRY_ROLE))
        painter.restore()

    def _paint_entry(self, painter: QPainter, room: QRect, entry: HistoryEntry) -> None:
        theme = self._theme
        if self._is_narrow(room.width() + theme.px(32)):
            half = room.height() // 2
            first = QRect(room.left(), room.top() + theme.px(4), room.width(), half - theme.px(2))
            second = QRect(room.left(), first.bottom(), room.width(), half - theme.px(4))
        else:
            first = second = room
        left = self._draw(painter, first, f"{when(entry):%H:%M}", token="secondary")
        left = max(left, first.left() + theme.px(_TIME))
        second = self._paint_mark(painter, second, entry)
        who = QRect(left, first.top(), min(theme.px(_PERSON_MOST), first.right() - left), first.height())
        end = self._draw(painter, who, entry.person_name, role=Type.HEAD)
        if first is second or first.top() == second.top():
            begin = end + theme.px(5) if entry.person_name else left
            second = QRect(begin, second.top(), second.right() - begin, second.height())
        sentence = entry.sentence if entry.person_name else words.sentence(entry.sentence)
        self._draw(painter, second, sentence, token="secondary" if entry.mark in MARKS else "text")

    def _paint_mark(self, painter: QPainter, room: QRect, entry: HistoryEntry) -> QRect:
        """Draw at the right that it was taken back, and give the room that is left."""
        if entry.mark not in MARKS:
            return room
        theme, (icon, said) = self._theme, MARKS[entry.mark]
        painter.setFont(theme.font(Type.META))
        wide, side = painter.fontMetrics().horizontalAdvance(said) + theme.px(4), theme.px(16)
        left = room.right() - wide
        self._draw(painter, QRect(left, room.top(), wide, room.height()), said, role=Type.META, token="secondary")
        ratio = painter.device().devicePixelRatioF()
        place = QRect(left - theme.px(22), room.center().y() - side // 2 + 1, side, side)
        painter.drawPixmap(place, theme.pixmap(icon, token="secondary", ratio=ratio))
        return room.adjusted(0, 0, -wide - theme.px(34), 0)

    def _draw(
        self, painter: QPainter, room: QRect, text: str, *, role: Type = Type.BODY, token: str = "text"
    ) -> int:  # fmt: skip
        """Draw words and give where they end."""
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(token))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return room.left() + metrics.horizontalAdvance(shown)


class HistoryList(ListedRows):
    """Takes the room it is given, and scrolls."""

    def __init__(self, theme: Theme) -> None:
        self.history = HistoryModel()
        super().__init__(theme, self.history, _Row(theme, self.history), name="History")
        self.history.setParent(self)
        self.setUniformItemSizes(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rows take one line or two."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def ringed(self, index: QModelIndex) -> QRect:
        """Leave out the day above an entry."""
        box = self.visualRect(index)
        return box.adjusted(0, self._theme.px(_DAY), 0, 0) if index.data(DAY_ROLE) else box
