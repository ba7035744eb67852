# SPDX-License-Identifier: MIT
"""Passages behind the number: the differences behind whatever is selected, each one key or click from its text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.agreement.disagreement import Kind
from annotator.ui import words
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_passages import LINE_ROLE, PassageModel
from annotator.ui.models.agreement_selection import PassageLine, Selection
from annotator.ui.pages.agreement_cards.card import Card, tell
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.listed_rows import ListedRows
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import row

LONGEST, IN_TEXT = "longest", "text"
_ROW, _ROW_NARROW, _NARROW_BELOW = 40, 62, 720
_MOST_ROWS = 8
_KIND_WIDE, _SOURCE_MOST = 116, 220
Index = QModelIndex | QPersistentModelIndex


def draw_shape(painter: QPainter, kind: Kind | None, middle: QPointF, theme: Theme) -> None:
    """Draw a diamond: full for a boundary, open for missed, with a dash for another code, halved where codes meet."""
    half = theme.px(6)
    diamond = QPolygonF([middle + QPointF(0, -half), middle + QPointF(half, 0), middle + QPointF(0, half),
                         middle + QPointF(-half, 0)])  # fmt: skip
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("text"), max(1.4, theme.px(1.4))))
    painter.setBrush(theme.colour("text") if kind is Kind.BOUNDARY else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(diamond)
    if kind is Kind.OTHER_CODE or kind is None:
        painter.drawLine(middle + QPointF(-half / 2, 0), middle + QPointF(half / 2, 0))
    if kind is None:
        painter.drawLine(middle + QPointF(0, -half / 2), middle + QPointF(0, half / 2))
    painter.restore()


class _Row(QStyledItemDelegate):
    """Kind, who, quote and article in one line; in a narrow list in two."""

    def __init__(self, theme: Theme, model: PassageModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model

    def is_narrow(self, width: int) -> bool:
        """Whether one line has no room for everything."""
        return width < self._theme.px(_NARROW_BELOW)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line, or two."""
        wide = option.rect.width()
        return QSize(wide, self._theme.px(_ROW_NARROW if self.is_narrow(wide) else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, shape and words."""
        theme, box = self._theme, option.rect
        line: PassageLine = index.data(LINE_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), theme.colour("hairline"))
        room = box.adjusted(theme.px(16), 0, -theme.px(16), 0)
        if self.is_narrow(box.width()):
            half = theme.px(28)
            first = QRect(room.left(), room.top() + theme.px(4), room.width(), half)
            second = QRect(room.left(), first.bottom(), room.width(), half)
            left = self._kind(painter, first, line)
            self._words(painter, first.adjusted(left - first.left(), 0, 0, 0), self._model.who(line), quiet=True)
            self._quote(painter, second, line)
        else:
            self._paint_wide(painter, room, line)
        painter.restore()

    def _paint_wide(self, painter: QPainter, room: QRect, line: PassageLine) -> None:
        theme = self._theme
        left = self._kind(painter, room, line)
        who = min(theme.px(280), room.width() // 3)
        source = min(theme.px(_SOURCE_MOST), room.width() // 5)
        self._words(
            painter, QRect(left, room.top(), who - theme.px(12), room.height()), self._model.who(line), quiet=True
        )
        place = QRect(room.right() - source, room.top(), source, room.height())
        self._words(painter, place, self._model.source(line), quiet=True, right=True)
        begin = left + who
        self._quote(painter, QRect(begin, room.top(), place.left() - begin - theme.px(16), room.height()), line)

    def _kind(self, painter: QPainter, room: QRect, line: PassageLine) -> int:
        theme = self._theme
        draw_shape(painter, line.kind, QPointF(room.left() + theme.px(6), room.center().y() + 1), theme)
        left = room.left() + theme.px(22)
        wide = theme.px(_KIND_WIDE - 22)
        self._words(painter, QRect(left, room.top(), wide, room.height()), self._model.kind_words(line))
        return left + wide

    def _words(self, painter: QPainter, room: QRect, text: str, *, quiet: bool = False, right: bool = False) -> None:
        painter.setFont(self._theme.font(Type.META if quiet else Type.BODY))
        painter.setPen(self._theme.colour("secondary" if quiet else "text"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)

    def _quote(self, painter: QPainter, room: QRect, line: PassageLine) -> None:
        painter.setFont(self._theme.reading_font(14))
        painter.setPen(self._theme.colour("text"))
        quote = words.short_quote(self._model.quote(line), longest=400)
        shown = painter.fontMetrics().elidedText(quote, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class PassagesCard(Card):
    """``opened(row)`` asks for a passage in its text, ``compared(row)`` for it with all coders side by side.

    ``order_changed`` asks for the other order.
    """

    opened = Signal(int)
    compared = Signal(int)
    order_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Passages behind the number")
        self.model = PassageModel(self)
        self.list = ListedRows(theme, self.model, _Row(theme, self.model), name="Passages behind the number")
        self.order = Segmented(theme, ((LONGEST, "Longest first"), (IN_TEXT, "As in the text")), name="Order")
        self.order.show_value(LONGEST)
        self.head.removeWidget(self.aside)
        self.head.insertWidget(1, self.aside, 100)
        self.head.addWidget(self.order)
        self._second = row()
        self._is_narrow = False
        self.compare = Button(theme, "Open in Compare", kind="link")
        self._sentence = self.sentence()
        self._hint = self.sentence()
        edges = self.body.contentsMargins()
        self.body.setContentsMargins(0, edges.top(), 0, 0)
        self.head.setContentsMargins(edges.left(), 0, edges.right(), 0)
        for label in (self._sentence, self._hint):
            label.setContentsMargins(edges.left(), 0, edges.right(), theme.px(12))
        self._second.setContentsMargins(edges.left(), 0, edges.right(), 0)
        self.body.addLayout(self._second)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.list)
        lower = row(margins=(0, 0, edges.right(), theme.px(8)))
        lower.addWidget(self._hint, 1)
        lower.addWidget(self.compare)
        self.body.addLayout(lower)
        self.body.addStretch(1)
        tell(self._hint, "Enter, or a double click, opens a passage in its article. Esc leads back here.")
        self.order.chosen.connect(lambda _: self.order_changed.emit())
        self.list.entered_row.connect(self.opened)
        self.compare.clicked.connect(lambda: self.compared.emit(self.list.currentIndex().row()))

    @property
    def longest_first(self) -> bool:
        """Which order is chosen."""
        return self.order.value != IN_TEXT

    def show_figures(self, measured: Measured, selection: Selection) -> None:
        """Know the names; which passages is said by :meth:`show_lines`."""
        self.model.know(
            measured.answer.shared,
            coders=measured.name_of,
            codes=lambda code: _code_name(measured, code),
        )
        if (code := measured.code(selection.code)) is not None:
            self.tell_code(code, "")

    def show_lines(self, lines: list[PassageLine], *, told: str, nothing: str) -> None:
        """List passages; ``told`` says of what they are, ``nothing`` is the sentence where there are none."""
        self.model.show_lines(lines)
        self.aside.set_text(told)
        tell(self._sentence, "" if lines else nothing)
        self._hint.setVisible(bool(lines))
        self.compare.setVisible(bool(lines))
        self._grow()
        if lines:
            self.list.setCurrentIndex(self.model.index(0))

    def choose(self, line: PassageLine) -> None:
        """Go to a passage, if it is listed."""
        row = self.model.row_of(line)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def take_focus(self) -> bool:
        """Put the focus on the list, if it holds anything."""
        if self.list.isHidden():
            return super().take_focus()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the rows, which need two lines where it is narrow."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        narrow = self.width() < self.theme.px(_NARROW_BELOW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            (self._second if narrow else self.head).addWidget(self.order)
        self.list.show_rows(min(self.model.rowCount(), _MOST_ROWS), height=_ROW_NARROW if narrow else _ROW)


def _code_name(measured: Measured, code: str | None) -> str:
    found = measured.code(code) if code is not None else None
    return found.name if found is not None else "no code"
