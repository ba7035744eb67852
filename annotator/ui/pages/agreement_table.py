# SPDX-License-Identifier: MIT
"""The table of agreement on screen: figures in columns, alpha with its interval drawn on an axis."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
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
from annotator.ui.models.agreement import (
    ALPHA,
    CODE,
    INTERVAL,
    PLOT,
    ROW_ROLE,
    SPANS,
    SPANS_OF,
    AgreementLine,
    AgreementModel,
)
from annotator.ui.pages.agreement_cards.axis import Axis
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.lane import WIDTH, draw_sample

_ROW, _HEAD, _HEAD_PLAIN = 40, 56, 38
_NAME_LEFT, _NAME_MOST, _CODER_MOST = 52, 220, 76
_PLOT_LEAST, _PLOT_MOST = 140, 300
_MOST_CODERS = 6
Index = QModelIndex | QPersistentModelIndex


class _Header(QHeaderView):
    """Names over the columns; one head over the coders; over the plot the axis with the conventional limits."""

    def __init__(self, theme: Theme, model: AgreementModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self.setSectionsClickable(False)
        self.setMouseTracking(True)

    @property
    def high(self) -> int:
        """Two lines, the upper for the head over the coders; one where no coder has a column."""
        return self._theme.px(_HEAD if self._coders() else _HEAD_PLAIN)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(super().sizeHint().width(), self.high)

    def _coders(self) -> list[int]:
        places = [place for place, each in enumerate(self._model.columns) if each.name.startswith(SPANS_OF)]
        return [place for place in places if not self.isSectionHidden(place)]

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """Draw a name, or the axis."""
        theme = self._theme
        painter.save()
        if section == self._model.column_of(PLOT):
            Axis(theme, box, self._model.axis_begins).draw_names(painter)
        else:
            painter.setFont(theme.font(Type.META))
            painter.setPen(theme.colour("text"))
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            room = box.adjusted(theme.px(16 if section == 0 else 4), 0, -theme.px(8), -theme.px(9))
            text = str(self._model.headerData(section, Qt.Orientation.Horizontal))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignBottom | side, shown)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sections, then the head over the coders."""
        super().paintEvent(event)
        places = self._coders()
        if not places:
            return
        theme, painter = self._theme, QPainter(self.viewport())
        left = self.sectionViewportPosition(places[0]) + theme.px(8)
        right = self.sectionViewportPosition(places[-1]) + self.sectionSize(places[-1]) - theme.px(8)
        line = self.height() - theme.px(30)
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        head = "Spans per coder"
        wide = painter.fontMetrics().horizontalAdvance(head)
        left = min(left, right - wide)
        painter.drawText(
            QRect(left, 0, right - left, line - theme.px(3)),
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter, head,
        )  # fmt: skip
        painter.fillRect(QRect(left, line, right - left, 1), theme.colour("hairline"))
        painter.end()


class _Cell(QStyledItemDelegate):
    """Paints a cell by its column."""

    def __init__(self, theme: Theme, model: AgreementModel, table: "AgreementTable") -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, then what the column shows."""
        theme, box = self._theme, option.rect
        line: AgreementLine = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option, index)
        if index.column() == 0:
            lane = QRectF(box.left() + theme.px(16), box.top(), theme.px(WIDTH), box.height())
            draw_sample(painter, lane, theme=theme, pattern=line.code.pattern, colour=theme.code_colour(line.code))
            self._paint_words(painter, box.adjusted(theme.px(_NAME_LEFT), 0, 0, 0), index, left=True)
        elif line.undefined and index.column() >= self._model.first_measure:
            if index.column() == self._model.first_measure:
                self._paint_reason(painter, box, index)
        elif index.column() == self._model.column_of(PLOT):
            axis = Axis(theme, box, self._model.axis_begins)
            axis.draw_guides(painter)
            if line.alpha is not None and line.alpha.value is not None:
                axis.draw(painter, line.alpha.value, line.alpha.interval)
        else:
            self._paint_words(painter, box.adjusted(0, 0, -theme.px(8), 0), index, left=False)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            if index.column() == 0:
                painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        elif index.row() == self._table.hovered:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))

    def _paint_reason(self, painter: QPainter, box: QRect, index: Index) -> None:
        theme, side = self._theme, self._theme.px(16)
        place = QRect(box.left() + theme.px(12), box.center().y() - side // 2 + 1, side, side)
        painter.drawPixmap(place, theme.pixmap("info", token="secondary", ratio=painter.device().devicePixelRatioF()))
        self._paint_words(painter, box.adjusted(theme.px(36), 0, -theme.px(12), 0), index, left=True)

    def _paint_words(self, painter: QPainter, box: QRect, index: Index, *, left: bool) -> None:
        name = self._model.columns[index.column()].name
        is_alpha, is_quiet = name == ALPHA and not left, name.startswith(SPANS) or name == INTERVAL
        painter.setFont(self._theme.font(Type.FIGURE if is_alpha else Type.BODY))
        painter.setPen(self._theme.colour("secondary" if is_quiet else "text"))
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        shown = painter.fontMetrics().elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, shown)


class AgreementTable(QTableView):
    """As high as its rows; arrows go along them. Where room is short, columns give way by their weight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.hovered = -1
        self.figures = AgreementModel(self)
        self.setModel(self.figures)
        self.setItemDelegate(_Cell(theme, self.figures, self))
        self._head = _Header(theme, self.figures, self)
        self.setHorizontalHeader(self._head)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName("Agreement per code")
        theme.changed.connect(self.viewport().update)

    def show_answer(self, answer: AgreementAnswer | None) -> None:
        """Show other figures."""
        self.figures.show_answer(answer)
        self._share_width()
        self._grow()

    def copied(self) -> str:
        """Give every column, also those that have no room on screen, parted by tabs, with the heads in full."""
        drawn = {self.figures.column_of(name) for name in (PLOT, SPANS)}
        places = [place for place in range(self.figures.columnCount()) if place not in drawn]
        lines = [[self.figures.columns[place].meaning.partition(":")[0] for place in places]]
        lines += [
            [str(self.figures.index(row, place).data()) for place in places] for row in range(self.figures.rowCount())
        ]
        return "\n".join("\t".join(line) for line in lines) + "\n"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the whole row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: object) -> None:
        """Show none."""
        super().leaveEvent(event)  # type: ignore[arg-type]  # Qt hands a QEvent
        self._hover(-1)

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

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _natural(self, column: int) -> int:
        """Give the width that the heading and all words of a column need."""
        theme, model = self._theme, self.figures
        name = model.columns[column].name
        if name == PLOT:
            return theme.px(_PLOT_LEAST)
        head = QFontMetrics(theme.font(Type.META)).horizontalAdvance(model.columns[column].heading)
        metrics = QFontMetrics(theme.font(Type.FIGURE if name == ALPHA else Type.BODY))
        lines = [model.line(row) for row in range(model.rowCount())]
        wide = max([head, *(metrics.horizontalAdvance(line.words(name)) for line in lines)])
        if name == CODE:
            return theme.px(_NAME_LEFT + 8) + min(wide, theme.px(_NAME_MOST))
        if name.startswith(SPANS_OF):
            wide = min(wide, theme.px(_CODER_MOST))
        return wide + theme.px(16)

    def _shown(self, widths: list[int], room: int) -> set[int]:
        """Choose the columns that fit: each coder's spans or, where they do not, the fewest and the most; by weight."""
        columns = self.figures.columns
        own = {place for place, each in enumerate(columns) if each.name.startswith(SPANS_OF)}
        everything, least = set(range(len(columns))), min((columns[place].weight for place in own), default=0)
        shown = everything - {self.figures.column_of(SPANS)}
        if len(own) <= _MOST_CODERS and self._fit(shown, widths, room, up_to=least):
            return shown
        shown = everything - own
        self._fit(shown, widths, room, up_to=columns[0].weight)
        return shown

    def _fit(self, shown: set[int], widths: list[int], room: int, *, up_to: int) -> bool:
        """Drop the lightest columns below a weight until the others fit; False where they do not even then."""
        columns = self.figures.columns
        for place in sorted(shown, key=lambda place: columns[place].weight):
            if sum(widths[each] for each in shown) <= room:
                return True
            if columns[place].weight >= up_to:
                return False
            shown.discard(place)
        return False

    def _share_width(self) -> None:
        """Give every column what it needs, and what is left over to the plot first."""
        count = self.figures.columnCount()
        if not count:
            return
        room = self.viewport().width()
        widths = [self._natural(column) for column in range(count)]
        shown = self._shown(widths, room)
        spare = max(0, room - sum(widths[place] for place in shown))
        plot = self.figures.column_of(PLOT)
        if plot in shown:
            more = min(spare, self._theme.px(_PLOT_MOST - _PLOT_LEAST))
            widths[plot] += more
            spare -= more
        each = spare // max(1, len(shown))
        for place in range(count):
            self.setColumnHidden(place, place not in shown)
            if place in shown:
                self.setColumnWidth(place, widths[place] + (each if place else spare - each * (len(shown) - 1)))
        self._join_undefined()
        self._grow()

    def _grow(self) -> None:
        """Be as high as the head and all rows; the head has one line less where no coder has a column."""
        self._head.updateGeometry()
        self.setFixedHeight(self._head.high + self.figures.rowCount() * self._theme.px(_ROW))
        self.updateGeometries()

    def _join_undefined(self) -> None:
        """Let the sentence of an undefined row stand over the columns that it has no figures for."""
        model = self.figures
        self.clearSpans()
        for row in range(model.rowCount()):
            if model.line(row).undefined:
                self.setSpan(row, model.first_measure, 1, model.columnCount() - model.first_measure)
