# SPDX-License-Identifier: MIT
"""The table of agreement on screen: figures in columns, alpha drawn against the two conventional thresholds."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.operations import AgreementAnswer
from annotator.ui.models.agreement import ALPHA, PLOT, ROW_ROLE, AgreementLine, AgreementModel
from annotator.ui.pages.agreement_words import NO_CONCLUSIONS, RELIABLE
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.lane import WIDTH, draw_sample

THRESHOLDS = (NO_CONCLUSIONS, RELIABLE)
"""Krippendorff's conventional limits: below the first, no conclusions; from the second on, reliable."""
_AXIS_FROM, _AXIS_TO = 0.0, 1.0
_ROW, _HEAD, _PLOT_WIDTH = 40, 52, 220


def axis_place(value: float, *, left: float, width: float) -> float:
    """Give where a value stands on the axis from 0 to 1; lower ones stand at its left end."""
    share = (max(_AXIS_FROM, value) - _AXIS_FROM) / (_AXIS_TO - _AXIS_FROM)
    return left + width * share


class _Header(QHeaderView):
    """Names over the columns; over the plot the axis with the thresholds."""

    def __init__(self, theme: Theme, model: AgreementModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """One line with room above."""
        return QSize(super().sizeHint().width(), self._theme.px(_HEAD))

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """Draw a name, or the axis."""
        theme = self._theme
        painter.save()
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("text"))
        if section == self._model.column_of(PLOT):
            _paint_axis(painter, theme, box)
        else:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            text = self._model.headerData(section, Qt.Orientation.Horizontal)
            room = box.adjusted(theme.px(16 if section == 0 else 4), 0, -theme.px(8), -theme.px(8))
            painter.drawText(room, Qt.AlignmentFlag.AlignBottom | side | Qt.TextFlag.TextWordWrap, str(text))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        painter.restore()


def _plot_room(box: QRect, theme: Theme) -> tuple[float, float]:
    return box.left() + theme.px(24), box.width() - theme.px(48)


def _paint_axis(painter: QPainter, theme: Theme, box: QRect) -> None:
    left, width = _plot_room(box, theme)
    for value, text in ((0.0, "0"), (THRESHOLDS[0], ".667"), (THRESHOLDS[1], ".800"), (1.0, "1")):
        place = axis_place(value, left=left, width=width)
        wide = painter.fontMetrics().horizontalAdvance(text)
        shift = {0.667: wide * 0.75, 0.800: wide * 0.25}.get(value, wide / 2)
        painter.drawText(QPointF(place - shift, box.bottom() - theme.px(9)), text)


class _Cell(QStyledItemDelegate):
    """Paints a cell by its column."""

    def __init__(self, theme: Theme, model: AgreementModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, then what the column shows."""
        theme, box = self._theme, option.rect
        line: AgreementLine = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option, index.column())
        if index.column() == 0:
            lane = QRectF(box.left() + theme.px(16), box.top(), theme.px(WIDTH), box.height())
            draw_sample(painter, lane, theme=theme, pattern=line.code.pattern, colour=theme.code_colour(line.code))
            self._paint_words(painter, box.adjusted(theme.px(52), 0, 0, 0), index, left=True)
        elif line.undefined and index.column() >= self._model.first_measure:
            if index.column() == self._model.first_measure:
                self._paint_words(painter, box.adjusted(theme.px(16), 0, -theme.px(16), 0), index, left=True)
        elif index.column() == self._model.column_of(PLOT):
            self._paint_plot(painter, box, line)
        else:
            self._paint_words(painter, box.adjusted(0, 0, -theme.px(8), 0), index, left=False)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, column: int) -> None:
        theme, box = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            if column == 0:
                painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _paint_words(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, *, left: bool
    ) -> None:
        is_alpha = index.column() == self._model.column_of(ALPHA)
        painter.setFont(self._theme.font(Type.FIGURE if is_alpha and not left else Type.BODY))
        painter.setPen(self._theme.colour("text"))
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        shown = painter.fontMetrics().elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, shown)

    def _paint_plot(self, painter: QPainter, box: QRect, line: AgreementLine) -> None:
        theme = self._theme
        left, width = _plot_room(box, theme)
        for threshold in THRESHOLDS:
            place = round(axis_place(threshold, left=left, width=width))
            painter.fillRect(QRect(place, box.top(), 1, box.height() - 1), theme.colour("hairline"))
        alpha = line.results[ALPHA].value
        if alpha is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text"))
            middle = QPointF(axis_place(alpha, left=left, width=width), box.center().y() + 0.5)
            painter.drawEllipse(middle, theme.px(4.5), theme.px(4.5))


class AgreementTable(QTableView):
    """As high as its rows; arrows go along them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.figures = AgreementModel(self)
        self.setModel(self.figures)
        self.setItemDelegate(_Cell(theme, self.figures))
        self.setHorizontalHeader(_Header(theme, self.figures, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Agreement per code")
        theme.changed.connect(self.viewport().update)

    def show_answer(self, answer: AgreementAnswer | None) -> None:
        """Show other figures; the first row is selected."""
        self.figures.show_answer(answer)
        self.clearSpans()
        model, columns = self.figures, self.figures.columnCount()
        for row in range(model.rowCount()):
            if model.line(row).undefined:
                self.setSpan(row, model.first_measure, 1, columns - model.first_measure)
        self._share_width()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self._theme.px(_HEAD) + model.rowCount() * self._theme.px(_ROW) + bar // 2)

    def resizeEvent(self, event: object) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands a QResizeEvent
        self._share_width()

    def _share_width(self) -> None:
        """Give every column what it needs; in a narrow window the plot gives way: the figures say the same."""
        columns = self.figures.columnCount()
        if not columns:
            return
        px, middle, room = self._theme.px, columns - 2, self.viewport().width()
        name, plot, figure = px(210), px(_PLOT_WIDTH), px(84)
        if name + plot + middle * figure > room:
            name, figure = px(180), px(74)
            plot = px(140) if name + middle * figure + px(140) <= room else 0
        spare = max(0, room - name - plot - middle * figure)
        plot += min(spare, px(80)) if plot else 0
        self.setColumnHidden(columns - 1, not plot)
        spare = max(0, room - name - plot - middle * figure)
        each = spare // (middle + 1)
        for column in range(columns):
            wide = name + each if column == 0 else plot if column == columns - 1 else figure + each
            if wide:
                self.setColumnWidth(column, wide)
