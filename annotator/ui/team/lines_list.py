# SPDX-License-Identifier: MIT
"""A list of two-line rows: a shape, a title, a note below it, a word at the right. Arrows move, Enter goes there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_TWO_LINES, _ONE_LINE = 46, 32
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ListLine:
    """One row. ``key`` names what it stands for; ``token`` is the ink of shape and ``aside``."""

    key: str
    title: str
    note: str = ""
    icon: str = ""
    aside: str = ""
    token: str = "text"

    @property
    def spoken(self) -> str:
        """All its words."""
        return ". ".join(part for part in (self.title, self.aside, self.note) if part)


class LinesModel(QAbstractListModel):
    """Rows of :class:`ListLine`; where the same keys stand in the same order, only their words change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ListLine] = ()

    @property
    def lines(self) -> Sequence[ListLine]:
        """The rows."""
        return self._lines

    def show_lines(self, lines: Sequence[ListLine]) -> None:
        """Show other rows."""
        if [each.key for each in lines] == [each.key for each in self._lines]:
            self._lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per line."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give title, spoken words, tooltip or the line itself."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(line.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain.cut(line.spoken)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(line.spoken)
        return None


class _Row(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines where there is a note."""
        return QSize(option.rect.width(), self._theme.px(_TWO_LINES if index.data(LINE_ROLE).note else _ONE_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, shape and words, and the ring of the row that has the focus."""
        line: ListLine = index.data(LINE_ROLE)
        painter.save()
        self._ground(painter, option)
        self._words(painter, option.rect, line)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, box, state = self._theme, option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _words(self, painter: QPainter, box: QRect, line: ListLine) -> None:
        px = self._theme.px
        room = box.adjusted(px(16), px(5) if line.note else 0, -px(12), -px(5) if line.note else 0)
        high = px(18) if line.note else room.height()
        if line.icon:
            side = px(16)
            place = QRect(room.left(), room.top() + (high - side) // 2, side, side)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(place, self._theme.pixmap(line.icon, token=line.token, ratio=ratio))
            room = room.adjusted(px(24), 0, 0, 0)
        first = QRect(room.left(), room.top(), room.width(), high)
        if line.aside:
            token = "secondary" if line.token == "text" else line.token
            used = self._one(painter, first, line.aside, role=Type.META, token=token, right=True)
            first = first.adjusted(0, 0, -used - px(8), 0)
        self._one(painter, first, line.title, role=Type.STRONG, token="text")
        if line.note:
            below = QRect(room.left(), room.top() + high, room.width(), px(17))
            self._one(painter, below, line.note, role=Type.META, token="secondary")

    def _one(self, painter: QPainter, box: QRect, words: str, *, role: Type, token: str, right: bool = False) -> int:
        """Draw one line, cut where it has no room; gives how wide it is."""
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(token))
        most = box.width() * 3 // 5 if right else box.width()
        shown = painter.fontMetrics().elidedText(plain.cut(words), Qt.TextElideMode.ElideRight, most)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, shown)
        return painter.fontMetrics().horizontalAdvance(shown)


class LinesList(QListView):
    """``chosen(key)`` follows the user's choice; ``entered_line(key)`` by Enter or double click.

    With ``grows`` it is as high as its rows and takes no room without any; else it takes what room there is.
    """

    chosen = Signal(str)
    entered_line = Signal(str)

    def __init__(self, theme: Theme, *, name: str, grows: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._grows = grows
        self._following = False
        self.rows = LinesModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Row(theme, self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(lambda index, _: self._tell(index))
        self.doubleClicked.connect(lambda index: self.entered_line.emit(index.data(LINE_ROLE).key))
        theme.changed.connect(self.viewport().update)
        self._fit()

    @property
    def key(self) -> str:
        """What the current row stands for, or empty."""
        line = self.currentIndex().data(LINE_ROLE)
        return line.key if isinstance(line, ListLine) else ""

    def show_lines(self, lines: Sequence[ListLine]) -> None:
        """Show other rows; the current one stays where it is still there."""
        key = self.key
        self._following = True
        self.rows.show_lines(lines)
        self.choose(key)
        self._following = False
        self._fit()

    def choose(self, key: str) -> None:
        """Make a row the current one without telling anyone, if it is there."""
        row = next((place for place, line in enumerate(self.rows.lines) if line.key == key), -1)
        if row >= 0:
            before, self._following = self._following, True
            self.setCurrentIndex(self.rows.index(row))
            self._following = before

    def take_focus(self) -> None:
        """Take the focus, on the first row where none was current."""
        if not self.currentIndex().isValid() and self.rows.lines:
            self.setCurrentIndex(self.rows.index(0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where the current row leads by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key:
            self.entered_line.emit(self.key)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as wide as the list."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self.chosen.emit(index.data(LINE_ROLE).key)

    def _fit(self) -> None:
        if not self._grows:
            return
        high = sum(self._theme.px(_TWO_LINES if line.note else _ONE_LINE) for line in self.rows.lines)
        self.setFixedHeight(high)
        self.setVisible(bool(self.rows.lines))
