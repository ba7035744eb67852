# SPDX-License-Identifier: MIT
"""How a cell of a grid is drawn and edited. A value with a fault is never handed on: its editor stays and says why."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui import plain
from annotator.ui.grid.model import (
    CHOICES_ROLE,
    HEAVY_ROLE,
    LONGEST_EDITED,
    QUIET_ROLE,
    SHAPE_ROLE,
    GridModel,
    Index,
)
from annotator.ui.grid.row_words import Shape
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.choice import Choice

ROW = 36
NOT_SET = "not set"
_EDGE = 10
_SUBMITTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class GridCell(QStyledItemDelegate):
    """``refused(row, column, sentence)`` where a value was not taken, ``accepted`` where one was."""

    refused = Signal(int, int, str)
    accepted = Signal()

    def __init__(self, theme: Theme, model: GridModel[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._edited: tuple[int, int] = (-1, -1)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(option.rect.width(), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground and hairline, then box or shape, then words."""
        theme, px, box = self._theme, self._theme.px, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            if index.column() == 0:
                painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        room = box.adjusted(px(_EDGE), 0, -px(_EDGE), 0)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            room = self._box(painter, room, is_on=bool(ticked))
        shape: Shape | None = index.data(SHAPE_ROLE)
        if shape is not None:
            side = px(16)
            place = QRect(room.left(), room.center().y() - side // 2 + 1, side, side)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(place, theme.pixmap(shape[0], token=shape[1], ratio=ratio))
            room = room.adjusted(px(22), 0, 0, 0)
        self._words(painter, room, index, shape)
        painter.restore()

    def _box(self, painter: QPainter, room: QRect, *, is_on: bool) -> QRect:
        theme, side = self._theme, self._theme.px(16)
        box = QRectF(room.left(), room.center().y() - side / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if is_on else "border"), 1.2))
        painter.setBrush(theme.colour("accent" if is_on else "raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        if is_on:
            inner = theme.px(2)
            picture = theme.pixmap("tick", token="on_accent", size=12, ratio=2.0)
            painter.drawPixmap(box.adjusted(inner, inner, -inner, -inner).toRect(), picture)
        return room.adjusted(theme.px(24), 0, 0, 0)

    def _words(self, painter: QPainter, room: QRect, index: Index, shape: Shape | None) -> None:
        words = str(index.data() or "")
        is_heavy, is_quiet = bool(index.data(HEAVY_ROLE)), bool(index.data(QUIET_ROLE))
        painter.setFont(self._theme.font(Type.STRONG if is_heavy else Type.BODY))
        token = "secondary" if is_quiet else shape[1] if shape is not None else "text"
        painter.setPen(self._theme.colour(token))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a field, or a closed list where only some values may be."""
        self._edited = (index.row(), index.column())
        heading = self._model.words.headings()[index.column()]
        choices: tuple[str, ...] = tuple(index.data(CHOICES_ROLE))
        editor: QWidget
        if choices:
            made = Choice(self._theme, name=heading)
            made.setParent(parent)
            for value in ("", *choices):
                made.addItem(plain.cut(value) or NOT_SET, value)
            made.activated.connect(lambda _: self._submit(made))
            editor = made
        else:
            field = QLineEdit(parent)
            field.setMaxLength(LONGEST_EDITED)
            field.textEdited.connect(lambda _: self.accepted.emit())
            editor = field
        editor.setAccessibleName(plain.cut(heading))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Fill the cell, but be wide enough to read what one types."""
        box = QRect(option.rect)
        box.setWidth(max(box.width(), self._theme.px(140)))
        editor.setGeometry(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the value as it is."""
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, Choice):
            editor.show_value(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(value)
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Hand the value on, or say why not."""
        row, column, value = index.row(), index.column(), _value_in(editor)
        if fault := self._model.words.fault(self._model.row(index), column, value):
            self.refused.emit(row, column, fault)
            return
        self.accepted.emit()
        self._model.setData(index, value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep an editor open while its value has a fault; the keys that would close it say so."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            if event.key() in _SUBMITTING and (fault := self._fault_in(watched)):
                self.refused.emit(*self._edited, fault)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.accepted.emit()
        return super().eventFilter(watched, event)

    def _fault_in(self, editor: QWidget) -> str:
        row, column = self._edited
        if not 0 <= row < self._model.rowCount():
            return ""
        return self._model.words.fault(self._model.row(row), column, _value_in(editor))

    def _submit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _value_in(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData() or "")
    return editor.text().strip() if isinstance(editor, QLineEdit) else ""
