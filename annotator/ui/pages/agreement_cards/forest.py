# SPDX-License-Identifier: MIT
"""Values below each other on one axis: a line per article, batch or coder, as long as it likes, drawn as it scrolls."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.agreement.result import Interval
from annotator.ui import plain
from annotator.ui.models.agreement_figures import axis_beginning
from annotator.ui.pages.agreement_cards.axis import Axis
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.surfaces import column

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_ROW, _HEAD, _FIGURE, _ASIDE = 28, 26, 52, 96
_NAME_LEAST, _PLOT_LEAST = 90, 120
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ForestLine:
    """One value: what it is of, a word beside it, the value as drawn and as written, and all of it spoken.

    ``value`` is None where there is none; ``figure`` then says so and ``spoken`` why.
    """

    key: str
    name: str
    aside: str
    value: float | None
    figure: str
    interval: Interval | None
    spoken: str


class ForestModel(QAbstractListModel):
    """The lines in the order given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[ForestLine, ...] = ()
        self._axis_begins = 0.0

    def show_lines(self, lines: Sequence[ForestLine]) -> None:
        """Take other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._axis_begins = axis_beginning(
            each.interval.low if each.interval is not None else each.value for each in lines if each.value is not None
        )
        self.endResetModel()

    @property
    def lines(self) -> tuple[ForestLine, ...]:
        """The lines."""
        return self._lines

    @property
    def axis_begins(self) -> float:
        """Where the axis begins."""
        return self._axis_begins

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per line."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the line, its words or what is spoken."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(line.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain.cut(line.spoken)
        return plain.tooltip(line.spoken) if role == Qt.ItemDataRole.ToolTipRole else None


def _plot(theme: Theme, box: QRect) -> QRect:
    """Give the part of a line that the axis stands over; nothing where the names would have no room."""
    figures = theme.px(_FIGURE + _ASIDE)
    room = box.width() - figures - theme.px(_NAME_LEAST)
    wide = min(room, max(theme.px(_PLOT_LEAST), box.width() * 2 // 5))
    if wide < theme.px(_PLOT_LEAST):
        return QRect(box.right() + 1, box.top(), 0, box.height())
    return QRect(box.right() - wide + 1, box.top(), wide, box.height())


class _Row(QStyledItemDelegate):
    """Name, aside, figure, and the value on the axis."""

    def __init__(self, theme: Theme, model: ForestModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(option.rect.width(), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        theme, box = self._theme, option.rect
        line: ForestLine = index.data(LINE_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        plot = _plot(theme, box)
        if plot.width():
            axis = Axis(theme, plot, self._model.axis_begins)
            axis.draw_guides(painter)
            if line.value is not None:
                axis.draw(painter, line.value, line.interval)
        self._paint_words(painter, QRect(box.left(), box.top(), plot.left() - box.left(), box.height()), line)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, line: ForestLine) -> None:
        theme = self._theme
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("text" if line.value is not None else "secondary"))
        painter.setFont(theme.font(Type.STRONG if line.value is not None else Type.META))
        wide = max(theme.px(_FIGURE), painter.fontMetrics().horizontalAdvance(line.figure) + theme.px(6))
        figure = box.adjusted(box.width() - wide, 0, -theme.px(4), 0)
        painter.drawText(figure, Qt.AlignmentFlag.AlignRight | middle, line.figure)
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        aside = painter.fontMetrics().horizontalAdvance(line.aside)
        place = QRect(figure.left() - aside - theme.px(8), box.top(), aside, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | middle, line.aside)
        painter.setFont(theme.font(Type.BODY))
        painter.setPen(theme.colour("text"))
        room = QRect(box.left() + theme.px(12), box.top(), place.left() - box.left() - theme.px(20), box.height())
        name = painter.fontMetrics().elidedText(plain.cut(line.name), Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, name)


class _Head(QWidget):
    """The axis above the lines."""

    def __init__(self, theme: Theme, model: ForestModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.setFixedHeight(theme.px(_HEAD))
        model.modelReset.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write its figures."""
        painter, box = QPainter(self), self.rect()
        plot = _plot(self._theme, box)
        if plot.width():
            Axis(self._theme, plot, self._model.axis_begins).draw_names(painter)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.colour("hairline"))


class _List(QListView):
    """Arrows go along the lines; Enter and Space choose."""

    entered_line = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.entered_line.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, then a ring around the current one while the list has the focus."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self.visualRect(self.currentIndex()).adjusted(1, 1, -2, -2))
            painter.end()


class Forest(QWidget):
    """A head and its lines, at most so many high; the rest scrolls. ``picked(key)``, empty to take a choice back."""

    picked = Signal(str)

    def __init__(self, theme: Theme, *, name: str, most_lines: int = 8, picks: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._most_lines = most_lines
        self._chosen = ""
        self.model = ForestModel(self)
        self.list = _List(theme)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Row(theme, self.model, self.list))
        self.list.setAccessibleName(name)
        lines = column(self)
        lines.addWidget(_Head(theme, self.model))
        lines.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if picks:
            self.list.clicked.connect(self._pick)
            self.list.entered_line.connect(lambda: self._pick(self.list.currentIndex()))
        theme.changed.connect(self.list.viewport().update)

    def show_lines(self, lines: Sequence[ForestLine]) -> None:
        """Show other lines."""
        self.model.show_lines(lines)
        high = self._theme.px(_ROW) * min(self._most_lines, max(1, len(lines)))
        self.list.setFixedHeight(high)

    def choose(self, key: str) -> None:
        """Mark a line as chosen, or (empty) none, without telling anyone."""
        self._chosen = key
        place = next((row for row, line in enumerate(self.model.lines) if key and line.key == key), -1)
        if place < 0:
            self.list.clearSelection()
        else:
            self.list.setCurrentIndex(self.model.index(place))

    def _pick(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        key = self.model.lines[index.row()].key
        self.picked.emit("" if key == self._chosen else key)
