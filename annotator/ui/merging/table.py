# SPDX-License-Identifier: MIT
"""What each file of a merge would bring, coder by coder; refused files with their sentence; the line of sums."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from annotator.ui import plain
from annotator.ui.merging.lines import Line
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

HEADINGS = ("File", "Coder", "New", "Changed", "Deleted", "Already there", "Articles recognised", "State")
FILE, CODER, NEW, CHANGED, DELETED, KNOWN, ARTICLES, STATE = range(len(HEADINGS))
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_ROW, _HEAD = 36, 34
_SHARES = (22, 17, 6, 9, 9, 12, 18, 20)
_GIVES_WAY = ((860, ARTICLES), (700, KNOWN), (600, CHANGED))
"""Below these widths a column is not shown; the row still speaks it."""
_LEFT = {FILE: 16, ARTICLES: 28}
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class MergeModel(QAbstractTableModel):
    """Rows of :class:`Line`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()

    @property
    def lines(self) -> Sequence[Line]:
        """The rows."""
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows; where their files are the same, the same row stays chosen."""
        if [(each.file, each.coder) for each in lines] == [(each.file, each.coder) for each in self._lines]:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, STATE))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def row_of(self, file: str, *, coder: str = "") -> int:
        """Give the row of a file, of one of its coders where one is named, or -1."""
        rows = [row for row, line in enumerate(self._lines) if line.file == file and coder in ("", line.coder)]
        return rows[0] if rows else -1

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per line."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        """As many as headings."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, _orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name a column."""
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole and section < len(HEADINGS) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words; the first cell speaks the whole row."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(_words(line, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain.cut(line.spoken if index.column() == FILE else _words(line, index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(line.sentence or (line.file if index.column() == FILE else ""))
        return None


def _words(line: Line, column: int) -> str:
    if column == FILE:
        return line.shown
    if column == STATE:
        return line.state.words if line.state else ""
    if line.sentence:
        return line.sentence if column == CODER else ""
    if column == CODER:
        return line.coder
    return line.articles if column == ARTICLES else f"{line.figures[column - NEW]:,}"


class _Cell(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: MergeModel) -> None:
        super().__init__(model)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(option.rect.width(), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, then words; before a state its shape."""
        theme, box = self._theme, option.rect
        line: Line = index.data(LINE_ROLE)
        painter.save()
        self._ground(painter, option, index)
        room = box.adjusted(theme.px(_LEFT.get(index.column(), 8)), 0, -theme.px(8), 0)
        if index.column() == STATE and line.state is not None:
            side = theme.px(16)
            place = QRect(room.left(), room.center().y() - side // 2 + 1, side, side)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(place, theme.pixmap(line.state.icon, token=line.state.token, ratio=ratio))
            room = room.adjusted(theme.px(22), 0, 0, 0)
        self._words(painter, room, line, index)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            if index.column() == FILE:
                painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))

    def _words(self, painter: QPainter, room: QRect, line: Line, index: Index) -> None:
        column = index.column()
        is_figure = NEW <= column <= KNOWN and not line.sentence
        is_news = is_figure and column != KNOWN and line.figures[column - NEW] > 0 and not line.is_out
        is_quiet = line.is_out or bool(line.sentence and column == CODER) or column in (KNOWN, ARTICLES)
        painter.setFont(self._theme.font(Type.HEAD if is_news and column in (NEW, DELETED) else Type.BODY))
        token = line.state.token if column == STATE and line.state else "secondary" if is_quiet else "text"
        painter.setPen(self._theme.colour(token))
        side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
        words = str(index.data())
        metrics = painter.fontMetrics()
        if line.sentence and column == CODER and metrics.horizontalAdvance(words) > room.width():
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), words)
            return
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)


class _Header(QHeaderView):
    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setFixedHeight(theme.px(_HEAD))

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """Draw a name as its column is set."""
        theme = self._theme
        painter.save()
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("text"))
        side = Qt.AlignmentFlag.AlignRight if NEW <= section <= KNOWN else Qt.AlignmentFlag.AlignLeft
        room = box.adjusted(theme.px(_LEFT.get(section, 8)), 0, -theme.px(8), 0)
        shown = painter.fontMetrics().elidedText(HEADINGS[section], Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        painter.restore()


class MergeTable(QTableView):
    """As high as its rows. ``chosen(file)`` follows the current row; ``entered(file)`` by Enter or double click."""

    chosen = Signal(str)
    entered = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.merging = MergeModel(self)
        self.setModel(self.merging)
        self.setItemDelegate(_Cell(theme, self.merging))
        self.setHorizontalHeader(_Header(theme))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setAccessibleName("Files to merge")
        self.selectionModel().currentRowChanged.connect(lambda index, _: self._tell(index))
        self.doubleClicked.connect(lambda index: self.entered.emit(index.data(LINE_ROLE).file))
        theme.changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows, or the same with other states."""
        self.merging.show_lines(lines)
        self._share_width()

    def choose(self, file: str, *, coder: str = "") -> None:
        """Make a file's row the current one, without telling anyone."""
        row = self.merging.row_of(file, coder=coder)
        if row >= 0 and row != self.currentIndex().row():
            self.blockSignals(True)
            self.selectRow(row)
            self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to what a file asks by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex().data(LINE_ROLE).file)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then a ring around the row that has the focus."""
        super().paintEvent(event)
        row = self.currentIndex().row()
        if self.hasFocus() and row >= 0:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            top, high = self.rowViewportPosition(row), self.rowHeight(row)
            painter.drawRect(QRect(1, top + 1, self.viewport().width() - 3, high - 3))
            painter.end()

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(LINE_ROLE).file)

    def _share_width(self) -> None:
        """Share the width out, and let a long sentence have a second and a third line."""
        room = self.viewport().width()
        hidden = {column for below, column in _GIVES_WAY if room < self._theme.px(below)}
        whole = sum(share for column, share in enumerate(_SHARES) if column not in hidden)
        left = room
        for column, share in enumerate(_SHARES):
            self.setColumnHidden(column, column in hidden)
            if column not in hidden:
                wide = left if column == STATE else room * share // whole
                self.setColumnWidth(column, wide)
                left -= wide
        self.clearSpans()
        for row, line in enumerate(self.merging.lines):
            high = self._theme.px(_ROW)
            if line.sentence:
                self.setSpan(row, CODER, 1, STATE - CODER)
                wide = sum(self.columnWidth(column) for column in range(CODER, STATE) if column not in hidden)
                box = QRect(0, 0, max(1, wide - self._theme.px(16)), 10_000)
                metrics = QFontMetrics(self._theme.font(Type.BODY))
                needed = metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), plain.cut(line.sentence)).height()
                high = max(high, needed + self._theme.px(18))
            self.setRowHeight(row, high)
        rows = sum(self.rowHeight(row) for row in range(self.merging.rowCount()))
        self.setFixedHeight(self._theme.px(_HEAD) + rows)
