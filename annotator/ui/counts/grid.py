# SPDX-License-Identifier: MIT
"""A table of figures with keys: ink shades behind the numbers of a matrix, a ring around the current cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.ui import plain
from annotator.ui.counts.models import CELL_ROLE, SHARE_ROLE, CountCell, CountModel
from annotator.ui.counts.words import UNDEFINED
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.theme.shades import shade
from annotator.ui.theme.tokens import Mode

ROW, _HEAD = 36, 40
_LEAST, _MOST, _MOST_ROW_HEAD = 76, 220, 240
_STRONGEST = 0.5
_LOOKED_AT = 300
"""So many rows tell how wide a column is to be."""
Index = QModelIndex | QPersistentModelIndex


class _Cell(QStyledItemDelegate):
    """Ground, words, nothing else."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(self._theme.px(_LEAST), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it; a selected row has the soft ground, a cell of a matrix its shade."""
        theme, box = self._theme, option.rect
        model = index.model()
        painter.save()
        ink = theme.colour("text")
        share = index.data(SHARE_ROLE)
        is_matrix = isinstance(model, CountModel) and not model.is_by_row
        words = str(index.data() or "")
        if is_matrix and share and theme.mode is not Mode.HIGH_CONTRAST:
            ground, ink = shade(theme, _STRONGEST * float(share))
            painter.fillRect(box.adjusted(0, 0, -1, -1), ground)
        elif not is_matrix and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        if index.data(CELL_ROLE) is None:
            self._strike(painter, box)
        is_quiet = words == UNDEFINED or (is_matrix and words == "0")
        painter.setFont(theme.font(Type.META if words == UNDEFINED else Type.BODY))
        painter.setPen(theme.colour("secondary") if is_quiet else ink)
        room = box.adjusted(theme.px(8), 0, -theme.px(10), 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(room, side or Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _strike(self, painter: QPainter, box: QRect) -> None:
        """Show that there can be no figure: a code does not stand with itself."""
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        painter.drawLine(box.bottomLeft(), box.topRight())


class CountGrid(QTableView):
    """``chosen(CountCell or None)`` follows the current cell; ``entered`` by Enter or double click."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, theme: Theme, model: CountModel, *, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._place = (-1, -1)
        self.counts = model
        self.setModel(model)
        self.setItemDelegate(_Cell(theme, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        by_row = QAbstractItemView.SelectionBehavior.SelectRows
        self.setSelectionBehavior(by_row if model.is_by_row else QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_heads()
        self.doubleClicked.connect(lambda _: self.entered.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        model.modelReset.connect(self._begin)
        theme.changed.connect(self.viewport().update)

    def _set_heads(self) -> None:
        px, across, down = self._theme.px, self.horizontalHeader(), self.verticalHeader()
        for head in (across, down):
            head.setSectionsClickable(False)
            head.setHighlightSections(False)
            head.setTextElideMode(Qt.TextElideMode.ElideRight)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setFont(self._theme.font(Type.META))
        across.setFixedHeight(px(_HEAD))
        down.setDefaultSectionSize(px(ROW))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setVisible(not self.counts.is_by_row)

    @property
    def cell(self) -> CountCell | None:
        """What is behind the current cell."""
        index = self.currentIndex()
        return self.counts.cell(index) if index.isValid() else None

    def forget_place(self) -> None:
        """Begin at the first cell again, once other figures are shown; the same counted anew keep the place."""
        self._place = (-1, -1)

    def wanted_height(self, *, most_rows: int) -> int:
        """Give how high the head and the rows are, and a scroll bar below them where columns are hidden."""
        px = self._theme.px
        wide = sum(self.columnWidth(column) for column in range(self.counts.columnCount()))
        bar = px(12) if wide > self.viewport().width() else px(2)
        return px(_HEAD) + min(self.counts.rowCount(), most_rows) * px(ROW) + bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the passages by Enter; copy nothing by itself, letters search nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) or (event.text().isprintable() and event.text()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then the ring around the current one, on a line of the page's own colour."""
        super().paintEvent(event)
        index = self.currentIndex()
        if not index.isValid():
            return
        painter, box = QPainter(self.viewport()), self.visualRect(index)
        if self.counts.is_by_row:
            box = QRect(0, box.top(), self.viewport().width(), box.height())
            painter.fillRect(QRect(0, box.top(), self._theme.px(3), box.height()), self._theme.colour("accent"))
        painter.setPen(QPen(self._theme.colour("page"), 4))
        if not self.counts.is_by_row:
            painter.drawRect(box.adjusted(2, 2, -4, -4))
        painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "text"), 2))
        if self.hasFocus() or not self.counts.is_by_row:
            painter.drawRect(box.adjusted(1, 1, -3, -3))
        painter.end()

    def _begin(self) -> None:
        self._share_width()
        row, column = self._place
        kept = self.counts.index(row, column)
        if not kept.isValid() or self.counts.cell(kept) is None:
            row, column = self._first()
        if row >= 0:
            self.setCurrentIndex(self.counts.index(row, column))
        self._tell()

    def _first(self) -> tuple[int, int]:
        """Give the first cell that there can be a figure in, or (-1, -1)."""
        for row in range(min(self.counts.rowCount(), _LOOKED_AT)):
            for column in range(self.counts.columnCount()):
                if self.counts.cell(self.counts.index(row, column)) is not None:
                    return row, column
        return -1, -1

    def _tell(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self._place = index.row(), index.column()
        self.chosen.emit(self.cell)

    def _share_width(self) -> None:
        """Give each column what its heading and words need; what is left over goes to all of a matrix alike."""
        px, model = self._theme.px, self.counts
        metrics, small = QFontMetrics(self._theme.font(Type.BODY)), QFontMetrics(self._theme.font(Type.META))
        rows = min(model.rowCount(), _LOOKED_AT)
        if not model.is_by_row:
            names = [model.heading(row, Qt.Orientation.Vertical) for row in range(rows)]
            wide = max([small.horizontalAdvance(plain.cut(name)) for name in names], default=0) + px(24)
            self.verticalHeader().setFixedWidth(max(px(_LEAST), min(px(_MOST_ROW_HEAD), self.width() // 3, wide)))
        widths = []
        for column in range(model.columnCount()):
            heading = small.horizontalAdvance(plain.cut(model.heading(column, Qt.Orientation.Horizontal)))
            said = [metrics.horizontalAdvance(model.words(model.index(row, column))) for row in range(rows)]
            widths.append(max(px(_LEAST), min(px(_MOST), max([heading, *said]) + px(24))))
        spare = self.viewport().width() - sum(widths)
        each = max(0, min(spare // max(1, len(widths)), px(120)))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width + each)
