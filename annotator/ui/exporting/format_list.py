# SPDX-License-Identifier: MIT
"""The formats at the left, under what they are for. Arrows go along them; the one they stand on is the chosen one."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.exporting.formats import GROUPS
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD = 40, 30
_FORMAT, _FILES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class _Row(QStyledItemDelegate):
    def __init__(self, theme: Theme, *, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines for a format, one for a heading."""
        return QSize(1, self._theme.px(ROW if index.data(_FORMAT) else HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a heading, or ground, name and files of a format."""
        theme, box = self._theme, option.rect
        painter.save()
        room = box.adjusted(theme.px(16), theme.px(3), -theme.px(8), -theme.px(3))
        if not index.data(_FORMAT):
            painter.setFont(theme.font(Type.META))
            painter.setPen(theme.colour("secondary"))
            self._draw(painter, room, index.data(), Qt.AlignmentFlag.AlignBottom)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        lower = QRect(room.left(), upper.bottom(), room.width(), room.bottom() - upper.bottom())
        painter.setFont(theme.font(Type.BODY))
        painter.setPen(theme.colour("text"))
        self._draw(painter, upper, index.data(), Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        self._draw(painter, lower, index.data(_FILES), Qt.AlignmentFlag.AlignVCenter)
        painter.restore()

    def _draw(self, painter: QPainter, room: QRect, text: str, upright: Qt.AlignmentFlag) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, upright | Qt.AlignmentFlag.AlignLeft, shown)


class FormatList(QListView):
    """``chosen(name)`` by the reader."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: dict[str, int] = {}
        model = QStandardItemModel(self)
        for head, several in GROUPS:
            heading = QStandardItem(head)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            model.appendRow(heading)
            for each in several:
                item = QStandardItem(each.words)
                item.setData(each.name, _FORMAT)
                item.setData(each.files, _FILES)
                item.setData(f"{each.words}, {each.files}. {head}", Qt.ItemDataRole.AccessibleTextRole)
                item.setEditable(False)
                model.appendRow(item)
                self._rows[each.name] = model.rowCount() - 1
        self.setModel(model)
        self.setItemDelegate(_Row(theme, parent=self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Formats")
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    @property
    def value(self) -> str:
        """The chosen format."""
        found: Any = self.currentIndex().data(_FORMAT)
        return str(found) if found else ""

    def show_value(self, name: str) -> None:
        """Choose a format without telling anyone."""
        self.selectionModel().blockSignals(True)
        index = self.model().index(self._rows[name], 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.selectionModel().blockSignals(False)
        self.scrollTo(index)
        self.viewport().update()

    def _tell(self, index: QModelIndex) -> None:
        if index.data(_FORMAT):
            self.chosen.emit(index.data(_FORMAT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then the ring."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self.visualRect(self.currentIndex()).adjusted(1, 1, -2, -2))
            painter.end()
