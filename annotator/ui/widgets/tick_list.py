# SPDX-License-Identifier: MIT
"""Several of many: rows with a box each, drawn and not made of widgets, so that a codebook of hundreds is one list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain import Code
from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.lane import WIDTH, draw_sample
from annotator.ui.widgets.listed_rows import ListedRows

ROW = 28
_MOST_ROWS = 8
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_TICK_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class TickItem:
    """One row: what it stands for, its words, something small at the right, and the code whose lane it shows."""

    value: str
    words: str
    aside: str = ""
    code: Code | None = None


class TickModel(QAbstractListModel):
    """Rows that can be ticked; ``ticked_changed`` when the user ticked one."""

    ticked_changed = QtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[TickItem] = ()
        self._ticked: set[str] = set()

    @property
    def items(self) -> Sequence[TickItem]:
        """The rows."""
        return self._items

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values of the ticked rows, in the order of the rows."""
        return tuple(each.value for each in self._items if each.value in self._ticked)

    def offer(self, items: Sequence[TickItem]) -> None:
        """Show other rows; what is ticked stays so."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def show_ticked(self, values: Iterable[str]) -> None:
        """Tick these and no others, without telling anyone; a value that has no row gets one."""
        self._ticked = set(values)
        missing = self._ticked - {each.value for each in self._items}
        if missing:
            self.offer([*self._items, *(TickItem(value, value) for value in sorted(missing))])
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def turn(self, row: int) -> None:
        """Tick a row, or take the tick away."""
        self._ticked ^= {self._items[row].value}
        self.dataChanged.emit(self.index(row), self.index(row))
        self.ticked_changed.emit()

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per item."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a row be chosen and ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give words, state or item."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        is_ticked = item.value in self._ticked
        answers: dict[int, object] = {
            _TICK_ROLE: item,
            Qt.ItemDataRole.DisplayRole: plain.cut(item.words),
            Qt.ItemDataRole.CheckStateRole: Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked,
        }
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(item.words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{item.words}, {item.aside}" if item.aside else item.words
            return plain.cut(f"{said}, {'ticked' if is_ticked else 'not ticked'}")
        return answers.get(role)


class _Row(QStyledItemDelegate):
    """Box, lane, words and what stands at the right."""

    def __init__(self, theme: Theme, model: TickModel) -> None:
        super().__init__(model)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line, as wide as the list."""
        return QSize(1, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        theme, px, box = self._theme, self._theme.px, QRect(option.rect)
        item: TickItem = index.data(_TICK_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        self._draw_box(painter, box, is_ticked=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
        room = box.adjusted(px(26), 0, -px(4), 0)
        if item.code is not None:
            lane = QRectF(room.left(), room.top(), px(WIDTH), room.height())
            draw_sample(painter, lane, theme=theme, pattern=item.code.pattern, colour=theme.code_colour(item.code))
            room.setLeft(room.left() + px(WIDTH + 8))
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, item.aside)
        if item.aside:
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(item.aside) - px(8))
        painter.setFont(theme.font(Type.BODY))
        painter.setPen(theme.colour("text"))
        words = painter.fontMetrics().elidedText(plain.cut(item.words), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def _draw_box(self, painter: QPainter, box: QRect, *, is_ticked: bool) -> None:
        theme, side = self._theme, self._theme.px(16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(box.left() + theme.px(3), box.top() + (box.height() - side) / 2, side, side)
        painter.setPen(QPen(theme.colour("accent" if is_ticked else "border"), 1.2))
        painter.setBrush(theme.colour("accent" if is_ticked else "raised"))
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        if is_ticked:
            picture = theme.pixmap("tick", token="on_accent", size=12, ratio=2.0)
            inset = theme.px(2)
            painter.drawPixmap(square.adjusted(inset, inset, -inset, -inset).toRect(), picture)


class TickList(ListedRows):
    """``changed`` when the user ticked something: by a click, Space or Enter. Arrows go along the rows."""

    changed = QtSignal()

    def __init__(self, theme: Theme, *, name: str) -> None:
        self.ticks = TickModel()
        super().__init__(theme, self.ticks, _Row(theme, self.ticks), name=name)
        self.ticks.setParent(self)
        self.setTabKeyNavigation(False)
        self.ticks.ticked_changed.connect(self.changed)
        self.clicked.connect(lambda index: self.ticks.turn(index.row()))
        self.show_rows(0, height=ROW)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values of the ticked rows."""
        return self.ticks.ticked

    def offer(self, items: Sequence[TickItem]) -> None:
        """Show other rows; what is ticked stays so."""
        if tuple(items) != tuple(self.ticks.items):
            row = self.currentIndex().row()
            self.ticks.offer(items)
            self._fit(row)

    def show_ticked(self, values: Iterable[str]) -> None:
        """Tick these and no others, without telling anyone."""
        self.ticks.show_ticked(values)
        self._fit(self.currentIndex().row())

    def _fit(self, row: int) -> None:
        number = self.ticks.rowCount()
        self.setFixedHeight(self._theme.px(ROW) * min(max(1, number), _MOST_ROWS))
        if number:
            self.setCurrentIndex(self.ticks.index(min(max(0, row), number - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the current row by Space or Enter."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self.ticks.turn(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
