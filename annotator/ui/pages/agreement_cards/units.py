# SPDX-License-Identifier: MIT
"""Why does this unit count? For an article and the selected code: every unit, who marked it, what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.agreement.question import CHARACTER
from annotator.ui import plain, words
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import PassageLine, Selection
from annotator.ui.models.agreement_units import UNIT_ROLE, UnitModel
from annotator.ui.models.unit_words import UNIT_BY_NAME
from annotator.ui.pages.agreement_cards.card import Card, brief, tell
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.expander import Expander
from annotator.ui.widgets.listed_rows import ListedRows
from annotator.ui.widgets.surfaces import column, row

if TYPE_CHECKING:
    from annotator.agreement.diagnosis import UnitDiagnosis

_ROW, _MOST_ROWS = 58, 6
Index = QModelIndex | QPersistentModelIndex


class _Row(QStyledItemDelegate):
    """The unit's words above; below, who marked it and whether it counts."""

    def __init__(self, theme: Theme, model: UnitModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(option.rect.width(), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground and words."""
        theme, box = self._theme, option.rect
        unit = index.data(UNIT_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), theme.colour("hairline"))
        room = box.adjusted(theme.px(16), theme.px(5), -theme.px(16), -theme.px(5))
        half = room.height() // 2
        painter.setFont(theme.reading_font(14))
        painter.setPen(theme.colour("text" if unit.counted else "secondary"))
        self._line(painter, QRect(room.left(), room.top(), room.width(), half), str(index.data()))
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("secondary"))
        said = f"{self._model.marked_words(unit)}. {self._model.verdict_words(unit)}."
        self._line(painter, QRect(room.left(), room.top() + half, room.width(), half), said)
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class UnitsCard(Card):
    """Closed at first. ``wanted`` asks for the units of the article; ``opened(PassageLine)`` for one in its text."""

    wanted = Signal()
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.hide()
        self.aside.hide()
        self._measured: Measured | None = None
        self.model = UnitModel(self)
        self.article = Choice(theme, name="Article")
        self.everything = TickBox(theme, "Also units that nobody marked")
        self._sentence = self.sentence()
        self.list = ListedRows(theme, self.model, _Row(theme, self.model), name="Units of the article")
        content = QWidget()
        lines = column(content, gap=theme.px(8))
        choices = row(gap=theme.px(12))
        choices.addWidget(self.article, 1)
        choices.addWidget(self.everything)
        lines.addLayout(choices)
        lines.addWidget(self._sentence)
        lines.addWidget(self.list)
        self.expander = Expander(theme, "Why does this unit count?", content)
        self.body.addWidget(self.expander)
        self.expander.toggled.connect(lambda _: self.wanted.emit())
        self.article.activated.connect(lambda _: self.wanted.emit())
        self.everything.toggled.connect(lambda _: self.wanted.emit())
        self.list.entered_row.connect(self._open)

    @property
    def is_open(self) -> bool:
        """Whether anybody looks at it."""
        return self.expander.head.isChecked()

    def show_figures(self, measured: Measured, selection: Selection) -> None:
        """Offer the articles; a chosen one is taken along."""
        code = measured.code(selection.code)
        if measured is not self._measured:
            self._measured = measured
            self._offer(measured)
        if selection.document:
            self.article.show_value(selection.document)
        self.expander.tell(brief(code) if code is not None else "")
        if self.is_open:
            self.wanted.emit()

    def show_units(self, units: "list[UnitDiagnosis]", *, measured: Measured) -> None:
        """List the units that were asked for."""
        self.model.show_units(units, name_of=lambda coder: figures.short_name(measured.name_of(coder)))
        unit = measured.answer.unit
        counted = sum(each.counted for each in units)
        noun = "stretch" if unit == CHARACTER else UNIT_BY_NAME[unit].one
        said = words.counted(len(units), noun, many="stretches" if unit == CHARACTER else "")
        cut = " The text is cut where a passage or an excluded region begins or ends." if unit == CHARACTER else ""
        told = f"{said}, of which {counted:,} count." if units else "Nobody marked anything here."
        tell(self._sentence, told + cut)
        self.list.show_rows(min(len(units), _MOST_ROWS), height=_ROW)

    def _offer(self, measured: Measured) -> None:
        chosen = self.article.value
        self.article.clear()
        for document in measured.asked.documents:
            self.article.addItem(plain.cut(document.heading), str(document.id))
        if chosen and self.article.findData(chosen) >= 0:
            self.article.show_value(chosen)

    def _open(self, place: int) -> None:
        unit = self.model.unit(place)
        coders = tuple((each.coder, unit.code if each.marked else None) for each in unit.coders)
        round_name = self._measured.answer.choice.round if self._measured is not None else ""
        self.opened.emit(PassageLine(unit.document, unit.start, unit.end, None, (), (), coders, round_name))
