# SPDX-License-Identifier: MIT
"""How one article looks in the list: shape of its state, title, source, state in words, tallies, progress."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain import Code, CodeId, CompletionState
from annotator.operations import DocumentSummary
from annotator.ui import plain, words
from annotator.ui.models.articles import SUMMARY_ROLE, ArticleModel, state_of
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.theme.tokens import Mode
from annotator.ui.widgets.lane import draw_sample

_TITLE_LINES = 2
_TALLY_WIDTH = 43


def tallied(codes: Sequence[Code], counts: Mapping[CodeId, int], *, most: int) -> list[Code]:
    """Give the codes whose counts are shown, in the codebook's order: where there is no room for all, the most used."""
    in_use = [code for code in codes if code.is_offered]
    kept = sorted(in_use, key=lambda code: -counts.get(code.id, 0))[: max(1, most)]
    return [code for code in in_use if code in kept]


class ArticleRow(QStyledItemDelegate):
    """Paints a row of :class:`ArticleModel`; its height follows the title's lines."""

    def __init__(self, theme: Theme, model: ArticleModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its parts."""
        summary = index.data(SUMMARY_ROLE)
        width = option.rect.width() or self._theme.px(272)
        return QSize(width, self._height(summary, width))

    def _height(self, summary: DocumentSummary, width: int) -> int:
        px = self._theme.px
        height = px(10) + len(self._title_lines(summary, width)) * px(18) + 2 * px(17) + px(10)
        if self._has_tallies(summary):
            height += px(22)
        if self._has_progress(summary):
            height += px(10)
        return height

    def _has_tallies(self, summary: DocumentSummary) -> bool:
        return bool(sum(summary.counts.values())) or summary.state is CompletionState.IN_PROGRESS

    def _has_progress(self, summary: DocumentSummary) -> bool:
        return summary.state is CompletionState.IN_PROGRESS

    def _title_lines(self, summary: DocumentSummary, width: int) -> list[str]:
        room = width - self._theme.px(40 + 16)
        layout = QTextLayout(plain.cut(summary.document.heading), self._theme.font(Type.STRONG))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            starts.append((line.textStart(), line.textLength()))
        layout.endLayout()
        text = layout.text()
        lines = [text[start : start + length] for start, length in starts[: _TITLE_LINES - 1]]
        if len(starts) >= _TITLE_LINES:
            lines.append(text[starts[_TITLE_LINES - 1][0] :])
        return lines or [""]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, parts and focus ring."""
        summary, theme, box = index.data(SUMMARY_ROLE), self._theme, option.rect
        painter.save()
        self._paint_ground(painter, option)
        picture = theme.pixmap(
            words.state_shape(summary.state, annotations=sum(summary.counts.values())),
            ratio=painter.device().devicePixelRatioF(),
        )
        painter.drawPixmap(box.left() + theme.px(15), box.top() + theme.px(11), picture)
        top = self._paint_words(painter, box, summary)
        if self._has_tallies(summary):
            self._paint_tallies(
                painter, QRect(box.left() + theme.px(40), top, box.width() - theme.px(56), theme.px(20)), summary
            )
            top += theme.px(22)
        if self._has_progress(summary):
            self._paint_progress(
                painter, QRectF(box.left() + theme.px(40), top + theme.px(5), box.width() - theme.px(56), 3), summary
            )
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
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

    def _paint_words(self, painter: QPainter, box: QRect, summary: DocumentSummary) -> int:
        theme = self._theme
        left, room, top = box.left() + theme.px(40), box.width() - theme.px(56), box.top() + theme.px(10)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(Type.STRONG))
        for line in self._title_lines(summary, box.width()):
            self._paint_line(painter, QRect(left, top, room, theme.px(18)), line)
            top += theme.px(18)
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        for line in (words.source(summary.document.outlet, summary.document.date), state_of(summary)):
            self._paint_line(painter, QRect(left, top, room, theme.px(17)), line)
            top += theme.px(17)
        return top

    def _paint_line(self, painter: QPainter, box: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(plain.cut(text), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_tallies(self, painter: QPainter, box: QRect, summary: DocumentSummary) -> None:
        theme = self._theme
        codes = tallied(self._model.codes, summary.counts, most=box.width() // theme.px(_TALLY_WIDTH))
        if not codes:
            return
        step = box.width() // len(codes)
        painter.setFont(theme.font(Type.META))
        for place, code in enumerate(codes):
            left = box.left() + place * step
            lane = QRectF(left, box.top(), theme.px(14), box.height())
            draw_sample(painter, lane, theme=theme, pattern=code.pattern, colour=theme.code_colour(code))
            painter.setPen(theme.colour("secondary"))
            room = QRect(left + theme.px(19), box.top(), step - theme.px(19), box.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, f"{summary.counts.get(code.id, 0):,}")

    def _paint_progress(self, painter: QPainter, box: QRectF, summary: DocumentSummary) -> None:
        theme = self._theme
        part = min(1.0, summary.furthest / summary.document.length) if summary.document.length else 0.0
        if theme.mode is not Mode.HIGH_CONTRAST:
            painter.fillRect(box, theme.colour("hairline"))
        else:
            painter.fillRect(box.adjusted(0, 1, 0, -1), theme.colour("hairline"))
        painter.fillRect(QRectF(box.left(), box.top(), box.width() * part, box.height()), theme.colour("accent"))
