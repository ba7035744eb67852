# SPDX-License-Identifier: MIT
"""Caret and text selection: by mouse with snapping, by keys unit by unit; all in code points of the stored text."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.domain import CodePoint, Span
from annotator.text.boundaries import Edge, Unit, next_boundary, snapped
from annotator.ui.text_view.surface import ReadingSurface


class SelectingSurface(ReadingSurface):
    """A surface whose text can be selected.

    ``selection_changed`` carries a Span or None, ``caret_moved`` a code point.
    """

    selection_changed = Signal(object)
    caret_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = Unit.CHARACTER
        self._drag_anchor: int | None = None
        self._is_settling = False
        self._told_span: Span | None = None
        self._told_caret = 0
        self.selectionChanged.connect(self._tell_selection)
        self.cursorPositionChanged.connect(self._tell_selection)

    def current_span(self) -> Span | None:
        """Give what is selected in the text, in code points, or None."""
        return self.scene.positions.selected(self.textCursor())

    def caret(self) -> CodePoint:
        """Give where the caret stands, in code points."""
        return self.scene.positions.caret(self.textCursor())

    def set_caret(self, position: CodePoint) -> None:
        """Put the caret somewhere and select nothing; does not scroll."""
        self._place(position, position)

    def select_span(self, span: Span) -> None:
        """Select a stretch of text, exactly; the caret stands at its end."""
        self._place(span.start, span.end)

    def set_anchoring(self, unit: Unit) -> None:
        """Set the unit that a mouse selection and a drawn end snap to."""
        self._unit = unit

    @property
    def anchoring(self) -> Unit:
        """The unit that a mouse selection and a drawn end snap to."""
        return self._unit

    def extend(self, unit: Unit, direction: int) -> None:
        """Move the selection's moving end by a unit, forward (+1) or back (-1)."""
        cursor = self.textCursor()
        anchor, caret = self.scene.positions.from_qt(cursor.anchor()), self.caret()
        goes_back = caret < anchor or (caret == anchor and direction < 0)
        edge = Edge.START if goes_back else Edge.END
        self._place(anchor, next_boundary(self.scene.model.text, caret, unit, direction, edge=edge))
        self.ensureCursorVisible()

    def move_caret(self, unit: Unit, direction: int) -> None:
        """Move the caret by a unit and select nothing."""
        place = next_boundary(self.scene.model.text, self.caret(), unit, direction, edge=Edge.START)
        self._place(place, place)
        self.ensureCursorVisible()

    def drop_selection(self) -> None:
        """Select nothing; the caret stands at the end of what was selected."""
        span = self.current_span()
        if span is not None:
            self._place(span.end, span.end)

    def _place(self, anchor: int, caret: int) -> None:
        cursor = self.textCursor()
        self.setTextCursor(self.scene.positions.place(cursor, anchor=anchor, caret=caret))

    def _tell_selection(self) -> None:
        if self._is_settling:
            return
        span, caret = self.current_span(), self.caret()
        if caret != self._told_caret:
            self._told_caret = caret
            self.caret_moved.emit(caret)
        if span != self._told_span:
            self._told_span = span
            self.selection_changed.emit(span)

    def position_near(self, point: QPointF) -> CodePoint:
        """Give the position nearest to a point of the viewport, as a drag wants it."""
        inside = point + QPointF(0, self.verticalScrollBar().value())
        found = self.document().documentLayout().hitTest(inside, Qt.HitTestAccuracy.FuzzyHit)
        return self.scene.positions.from_qt(max(0, found))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection; one that stands is dropped first, or a press inside would drag its text away."""
        is_left = event.button() is Qt.MouseButton.LeftButton
        is_longer = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._is_settling = True
        if is_left and not is_longer and self.textCursor().hasSelection():
            near = self.position_near(event.position())
            self._place(near, near)
        super().mousePressEvent(event)
        if is_left:
            cursor = self.textCursor()
            self._drag_anchor = self.scene.positions.from_qt(cursor.anchor())
            if cursor.hasSelection():  # by Shift, or the third click of three
                self._snap(self._unit if is_longer else Unit.PARAGRAPH)
        self._settle()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the selection on, snapped to whole units."""
        self._is_settling = True
        super().mouseMoveEvent(event)
        if self._drag_anchor is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._place(self._drag_anchor, self.position_near(event.position()))
            self._snap(self._unit)
        self._settle()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection."""
        super().mouseReleaseEvent(event)
        self._drag_anchor = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word at the pointer, or the larger unit that is set."""
        self._is_settling = True
        super().mouseDoubleClickEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            near, text = self.position_near(event.position()), self.scene.model.text
            start = max(0, min(near, len(text) - 1))
            if text:
                self._place(start, start + 1)
                self._snap(Unit.WORD if self._unit is Unit.CHARACTER else self._unit)
                self._drag_anchor = self.scene.positions.from_qt(self.textCursor().anchor())
        self._settle()

    def _snap(self, unit: Unit) -> None:
        """Grow the selection to whole units without white space around; the moving end stays on its side."""
        cursor = self.textCursor()
        span = self.scene.positions.selected(cursor)
        if span is None:
            return
        grown = snapped(self.scene.model.text, span, unit)
        if grown != span:
            goes_back = cursor.position() < cursor.anchor()
            self._place(*((grown.end, grown.start) if goes_back else (grown.start, grown.end)))

    def _settle(self) -> None:
        self._is_settling = False
        self._tell_selection()
