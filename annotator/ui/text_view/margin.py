# SPDX-License-Identifier: MIT
"""The margin beside the text: a bracket per mark, nested by lane, with the code's name where there is room."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from annotator.ui.text_view.labels import Label
from annotator.ui.text_view.margin_painter import MarginPainter
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.view import ArticleView


class Margin(QWidget):
    """Brackets and labels of the marks in sight. A label is pointed at, clicked, or reached by Tab and the arrows."""

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._painter = MarginPainter(view)
        self._labels: list[Label] = []
        self._focused = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Margin")
        self.setAccessibleDescription("Codes beside the text. Up and Down choose one, Enter selects it.")
        view.visible_changed.connect(self.update)
        view.redrawn.connect(self.update)

    def set_compact(self, is_compact: bool) -> None:
        """Show dots only, where names have no room."""
        self._painter.is_compact = is_compact
        self.update()

    def set_mirrored(self, is_mirrored: bool) -> None:
        """Stand left of the text, as right-to-left articles want it."""
        self._painter.is_mirrored = is_mirrored
        self.update()

    @property
    def labels(self) -> list[Label]:
        """The labels as last painted, from the top."""
        return self._labels

    def sizeHint(self) -> QSize:
        """Give room for the longest default name."""
        return QSize(112, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint brackets and labels of what is in sight."""
        del event
        painter = QPainter(self)
        focused = self._focused if self.hasFocus() else ""
        self._labels = self._painter.paint(painter, QSize(self.width(), self.height()), focused=focused)
        painter.end()

    def _label_at(self, point: QPoint) -> Label | None:
        reach = QPoint(4, 4)
        for label in self._labels:
            if QRect(label.box.topLeft() - reach, label.box.bottomRight() + reach).contains(point):
                return label
        return None

    def _words(self, mark: Mark) -> str:
        """Give what a label says of itself when it is pointed at or has the focus."""
        name = self._view.scene.style(mark).name
        whose = mark.coder if not mark.own else "yours" if self._view.scene.model.has_others else ""
        parts = [name, *([whose] if whose else [])]
        parts += ["the lead is asked"] if mark.asks_lead else []
        return ", ".join([*parts, *(["not saved yet"] if mark.pending else [])])

    def event(self, event: QEvent) -> bool:
        """Name the label under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            label = self._label_at(event.pos())
            mark = self._view.scene.model.mark(label.mark_id) if label else None
            QToolTip.showText(event.globalPos(), escape(self._words(mark)) if mark else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the span of the label under the pointer."""
        label = self._label_at(event.position().toPoint())
        self._view.hover_mark(label.mark_id if label else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if label and label.mark_id else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """Tint nothing any more."""
        super().leaveEvent(event)
        self._view.hover_mark("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the mark of the label under the pointer."""
        label = self._label_at(event.position().toPoint())
        if label is not None and label.mark_id and event.button() is Qt.MouseButton.LeftButton:
            self._view.pick(label.mark_id)
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        QApplication.sendEvent(self._view.verticalScrollBar(), event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the ring on the selected label, else on the first."""
        super().focusInEvent(event)
        ids = self._focusable()
        self._focus_on(self._view.selected_mark if self._view.selected_mark in ids else next(iter(ids), ""))
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._say_focused()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self._view.hover_mark("")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the ring, take the mark under it, or go back to the text."""
        ids = self._focusable()
        place = ids.index(self._focused) if self._focused in ids else -1
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right) and place + 1 < len(ids):
            self._focus_on(ids[place + 1])
            self._say_focused()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left) and place > 0:
            self._focus_on(ids[place - 1])
            self._say_focused()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and place >= 0:
            self._view.pick(self._focused)
        elif event.key() == Qt.Key.Key_Escape:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _focusable(self) -> list[str]:
        return list(dict.fromkeys(label.mark_id for label in self._labels if label.mark_id))

    def _focus_on(self, mark_id: str) -> None:
        self._focused = mark_id
        mark = self._view.scene.model.mark(mark_id)
        if mark is not None:
            self.setAccessibleDescription(self._words(mark))
        self._view.hover_mark(mark_id)
        self.update()

    def _say_focused(self) -> None:
        """Show the words of the label with the ring, as the pointer would: whoever came by keys sees whose it is."""
        label = next((label for label in self._labels if label.mark_id == self._focused), None)
        mark = self._view.scene.model.mark(self._focused)
        if label is not None and mark is not None:
            QToolTip.showText(self.mapToGlobal(label.box.bottomLeft()), escape(self._words(mark)), self)
