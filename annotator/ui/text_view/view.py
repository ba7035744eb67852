# SPDX-License-Identifier: MIT
"""The article as a coder meets it: marks are picked, cycled, stepped through and resized, by mouse and by keys."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain import CodePoint, Span
from annotator.text.boundaries import Edge, Unit
from annotator.ui.text_view.caret_list import CaretList
from annotator.ui.text_view.edges import nudged
from annotator.ui.text_view.handles import HandleDrag, handle_at, handle_bars, paint_handles
from annotator.ui.text_view.hit import character_at, following, lane_at, marks_at
from annotator.ui.text_view.keys import deed_for
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.metrics import TEXT_PX
from annotator.ui.text_view.selecting import SelectingSurface
from annotator.ui.text_view.speech import Speech

_START = CodePoint(0)
_AGAIN_PX = 4
_SCROLL_STEP_MS = 50


class ArticleView(SelectingSurface):
    """One article with its marks. The view shows and asks; what becomes of a mark is decided outside.

    ``picked`` carries the id of the mark the user chose, or the empty string. ``resized`` carries an
    id and the Span asked for; the mark stays as it is until :meth:`change_marks` brings the new one.
    ``list_asked`` carries the ids offered in the list at the caret. ``notice`` carries a sentence
    that says why something did not happen.
    """

    picked = Signal(str)
    resized = Signal(str, object)
    list_asked = Signal(object)
    notice = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag: HandleDrag | None = None
        self._raised: Edge | None = None
        self._press_point: QPointF | None = None
        self._last_click: QPointF | None = None
        self._list: CaretList | None = None
        self._pointer = QPointF()
        self._scroll_timer = QTimer(self, interval=_SCROLL_STEP_MS)
        self._scroll_timer.timeout.connect(self._scroll_on)
        self._speech = Speech(self)
        self.caret_moved.connect(self._speech.caret_moved)
        self.selection_changed.connect(self._leave_mark)

    def show_article(self, text: str, marks: Sequence[Mark], *, caret: CodePoint = _START) -> None:
        """Show another article from its top, or from the caret; ``caret`` is a code point.

        Raises Refused, and goes on showing what it showed, where Qt would not keep the text letter for letter.
        """
        self._give_up_drag()
        positions = self._set_text(text)
        self.scene.show(text, marks, positions)
        self.set_caret(caret)
        if caret:
            self.reveal(Span.of(min(caret, len(text) - 1), min(caret, len(text) - 1) + 1))
        self._last_click = None
        self._speech.caret_moved(caret)
        self.marks_changed.emit()
        self.redraw()

    def change_marks(self, *, removed: Collection[str] = (), added: Sequence[Mark] = ()) -> None:
        """Take marks out and put marks in; one whose id is known replaces it and stays selected if it was."""
        self.scene.change(removed=removed, added=added)
        if self._drag is not None and self.scene.model.mark(self._drag.mark.id) != self._drag.mark:
            self._give_up_drag()
        self._speech.caret_moved(self.caret())
        self.marks_changed.emit()
        self.redraw()

    def settle_mark(self, mark: Mark) -> None:
        """Take a known mark's latest state where it looks as it did: nothing is drawn again."""
        if self.scene.model.mark(mark.id) is not None:
            self.scene.change(removed=(), added=[mark])

    @property
    def selected_mark(self) -> str:
        """The id of the selected mark, or the empty string."""
        return self.scene.selected

    def select_mark(self, mark_id: str) -> None:
        """Select a mark, or none with the empty string; the caret and the text selection stay. Emits nothing."""
        if mark_id == self.scene.selected or (mark_id and self.scene.model.mark(mark_id) is None):
            return
        self._give_up_drag()
        self.scene.selected = mark_id
        self.redraw()

    def hover_mark(self, mark_id: str) -> None:
        """Tint a mark that is pointed at here or beside; none with the empty string."""
        if mark_id != self.scene.hovered:
            self.scene.hovered = mark_id
            self.redraw()

    def pick(self, mark_id: str) -> None:
        """Choose a mark as the user does: selected, brought into sight, the caret at its start, ``picked`` told."""
        mark = self.scene.model.mark(mark_id)
        if mark is None:
            return
        self._choose(mark_id)
        self.set_caret(mark.span.start)
        self.reveal(mark.span)

    def reveal(self, span: Span) -> None:
        """Scroll, only if need be, so that a span is in sight; of a very long one its beginning."""
        to_qt, bar = self.scene.positions.to_qt, self.verticalScrollBar()
        cursor = self.textCursor()
        cursor.setPosition(to_qt(span.start))
        first = self.cursorRect(cursor)
        cursor.setPosition(to_qt(span.end))
        last, height = self.cursorRect(cursor), self.viewport().height()
        is_tall = last.bottom() - first.top() > height
        if first.top() < 0 or first.bottom() > height or (last.bottom() > height and not is_tall):
            self._scroll_to(bar.value() + first.top() - height // 4)

    def centre(self, span: Span) -> None:
        """Scroll so that the beginning of a span stands half-way down."""
        cursor, bar = self.textCursor(), self.verticalScrollBar()
        cursor.setPosition(self.scene.positions.to_qt(span.start))
        self._scroll_to(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 2)

    def nudge(self, edge: Edge, unit: Unit, direction: int) -> None:
        """Ask for the selected mark with one end moved by a unit."""
        mark = self.scene.selected_mark
        if mark is None or not mark.own:
            return
        span = nudged(self.scene.model.text, mark.span, edge=edge, unit=unit, direction=direction)
        if span is not None:
            self._ask_resize(mark, span)

    def cycle(self, direction: int) -> None:
        """Go round the marks at the caret, smallest first."""
        self._choose(following(marks_at(self.scene, self.caret()), self.scene.selected, direction))

    def step_mark(self, direction: int) -> None:
        """Go to the next or previous mark of the article; at the last one nothing happens."""
        found = self.scene.model.neighbour(self.scene.selected, caret=self.caret(), direction=direction)
        if found is not None:
            self.pick(found.id)

    def open_list(self) -> bool:
        """Select the only mark at the caret, or offer several in a list; answer whether there was any."""
        found = marks_at(self.scene, self.caret())
        if len(found) == 1:
            self._choose(found[0].id)
        elif found:
            self._list = CaretList(self, found)
            self._list.chosen.connect(self._choose)
            self._list.pointed.connect(self.hover_mark)
            self._list.open_at(self.cursorRect())
            self.list_asked.emit(tuple(mark.id for mark in found))
        return bool(found)

    def back_out(self) -> bool:
        """Give up a drag, else the text selection, else the selected mark; answer whether there was any of them."""
        if self._drag is not None:
            self._give_up_drag()
        elif self.textCursor().hasSelection():
            self.drop_selection()
        elif self.scene.selected:
            self._choose("")
        else:
            return False
        return True

    def announce(self, sentence: str) -> None:
        """Have a screen reader say a sentence, once; the view shows nothing of it."""
        self._speech.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key of ours asks; leave the others to the editor and the window."""
        deed = deed_for(event)
        if deed is None:
            super().keyPressEvent(event)
            if self.textCursor().atStart():
                self.verticalScrollBar().setValue(0)  # Qt stops at the first line and cuts the handle above it
        elif deed(self) is False:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a handle, else begin a selection or a click."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._press_point = event.position()
        mark = self.scene.selected_mark
        edge = self._handle_under(event.position())
        if mark is not None and edge is not None:
            self._drag = HandleDrag(mark, edge, mark.span)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw a handle, or a selection, or point at things."""
        self._pointer = event.position()
        if self._drag is not None:
            self._draw_handle()
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._point_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag and ask for what it drew, or take a click for a choice."""
        drag, pressed = self._drag, self._press_point
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            super().mouseReleaseEvent(event)
            return
        self._press_point = None
        is_click = (event.position() - pressed).manhattanLength() < QApplication.startDragDistance()
        if drag is None:
            super().mouseReleaseEvent(event)
        else:
            self._give_up_drag()
            if drag.preview != drag.mark.span:
                self._ask_resize(drag.mark, drag.preview)
                return
        if is_click and not self.textCursor().hasSelection():
            self._click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word; the second click of two chooses no mark."""
        self._press_point = None
        super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        super().leaveEvent(event)
        self.hover_mark("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up a drag: it does not outlive the focus."""
        super().focusOutEvent(event)
        self._give_up_drag()

    def _click(self, point: QPointF) -> None:
        """Choose what is under the pointer; a click on the same place again goes on to the next."""
        lane = lane_at(self.scene, self.visible, point)
        if lane:
            self._choose(lane)
            self._last_click = None
            return
        place = character_at(self.scene, self.visible, point)
        found = self.scene.model.at(place) if place is not None else ()
        last = self._last_click
        is_again = last is not None and (point - last).manhattanLength() <= _AGAIN_PX
        self._choose(following(found, self.scene.selected if is_again else "", +1))
        self._last_click = point

    def _choose(self, mark_id: str) -> None:
        if mark_id != self.scene.selected:
            self.select_mark(mark_id)
            self.picked.emit(mark_id)

    def _leave_mark(self, span: Span | None) -> None:
        """Let go of the selected mark: a new selection of text takes its place."""
        if span is not None:
            self._choose("")

    def _ask_resize(self, mark: Mark, span: Span) -> None:
        if self.scene.model.twin(mark, span) is not None:
            name = self.scene.style(mark).name
            self.notice.emit(f"These words already carry {name}, so the end stays where it was.")
            return
        self.resized.emit(mark.id, span)

    def _draw_handle(self) -> None:
        drag = self._drag
        if drag is None:
            return
        if drag.draw_to(self.scene.model.text, self.position_near(self._pointer), self.anchoring):
            self.scene.preview = drag.preview
            self.viewport().update()
        is_inside = 0 <= self._pointer.y() <= self.viewport().height()
        if is_inside:
            self._scroll_timer.stop()
        elif not self._scroll_timer.isActive():
            self._scroll_timer.start()

    def _scroll_on(self) -> None:
        step = self.verticalScrollBar().singleStep()
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + (step if self._pointer.y() > 0 else -step))
        self._draw_handle()

    def _give_up_drag(self) -> None:
        self._scroll_timer.stop()
        if self._drag is not None:
            self._drag, self.scene.preview = None, None
            self._press_point = None
            self.viewport().update()

    def _handle_under(self, point: QPointF) -> Edge | None:
        mark = self.scene.selected_mark
        if mark is None or not mark.own:
            return None
        return handle_at(handle_bars(self.scene, self.visible, mark.span), point)

    def _point_at(self, point: QPointF) -> None:
        raised = self._handle_under(point)
        if raised is not self._raised:
            self._raised = raised
            self.viewport().update()
        lane = "" if raised else lane_at(self.scene, self.visible, point)
        self.hover_mark(lane)
        shape = Qt.CursorShape.IBeamCursor
        if raised:
            shape = Qt.CursorShape.SizeHorCursor
        elif lane:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def _paint_on_top(self, painter: QPainter) -> None:
        mark = self.scene.selected_mark
        if mark is None or not mark.own:
            return
        drag = self._drag
        bars = handle_bars(self.scene, self.visible, self.scene.preview or mark.span)
        old = handle_bars(self.scene, self.visible, mark.span).get(drag.edge) if drag else None
        raised = drag.edge if drag else self._raised
        paint_handles(
            painter, bars, colour=self.scene.tokens.text, raised=raised, old=old, scale=self.text_px / TEXT_PX
        )
