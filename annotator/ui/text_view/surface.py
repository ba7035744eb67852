# SPDX-License-Identifier: MIT
"""The widget that shows one text and draws a scene around it: document, type, visible blocks, painting."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextBlock
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.domain import CodePoint, Refused
from annotator.ui.text_view.marks import CodeStyle
from annotator.ui.text_view.metrics import LANES, TEXT_PX, metrics_for
from annotator.ui.text_view.page_format import SIDE_PX, gaps_for, make_document
from annotator.ui.text_view.painter import ScenePainter
from annotator.ui.text_view.positions import Positions
from annotator.ui.text_view.scene import Scene, VisibleBlock
from annotator.ui.text_view.typeface import article_font, column_width
from annotator.ui.theme.tokens import Tokens

CARET_PX = 2
_NOT_EXACT = (
    "This article cannot be shown letter for letter, so it is not opened for coding; nothing was changed. "
    "Import its text again."
)


class ReadingSurface(QTextEdit):
    """A read-only text with lanes below its lines. The text is set once; everything else is painted.

    ``read_to`` gives the furthest code point that was in sight. For the widgets beside: ``visible_changed``
    comes when other blocks are in sight or lie elsewhere, ``redrawn`` when what is drawn on them is
    drawn anew, ``marks_changed`` when there are other marks or colours anywhere, ``measures_changed``
    when the column wants another width.
    """

    read_to = Signal(int)
    visible_changed = Signal()
    redrawn = Signal()
    marks_changed = Signal()
    measures_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = Scene()
        self.visible: tuple[VisibleBlock, ...] = ()
        self._painter = ScenePainter(self.scene)
        self._text_px, self._lane_count, self._is_serif = TEXT_PX, LANES, True
        self._furthest = 0
        self._first_seen = 0
        self._seen_key: tuple[object, ...] = ()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self._set_document("", self.scene.positions)

    def set_styles(self, styles: Sequence[CodeStyle], tokens: Tokens) -> None:
        """Take the looks of the codes and the colours of the mode in force."""
        was_strong = self.scene.is_high_contrast
        self.scene.restyle(styles, tokens)
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, tokens.page),
            (QPalette.ColorRole.Window, tokens.page),
            (QPalette.ColorRole.Text, tokens.text),
            (QPalette.ColorRole.Highlight, tokens.selection),
            (QPalette.ColorRole.HighlightedText, tokens.selection_text),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)
        if was_strong != self.scene.is_high_contrast:
            self._retype()
        self.marks_changed.emit()
        self.redraw()

    def set_text_size(self, size_px: int) -> None:
        """Set the size of the letters; what was at the top stays there."""
        if size_px != self._text_px:
            self._text_px = size_px
            self._retype()

    def set_lane_room(self, lanes: int) -> None:
        """Set how many lanes have room below each line."""
        if lanes != self._lane_count:
            self._lane_count = lanes
            self._retype()

    def set_serif(self, is_serif: bool) -> None:
        """Choose the reading serif or the interface's own face."""
        if is_serif != self._is_serif:
            self._is_serif = is_serif
            self._retype()

    @property
    def preferred_width(self) -> int:
        """The width (px) of the viewport in which a line holds at most 70 characters."""
        return column_width(self.document().defaultFont()) + 2 * SIDE_PX

    def set_side_margins(self, *, left: int, right: int) -> None:
        """Keep so much free (px) left and right of the viewport."""
        self.setViewportMargins(left, 0, right, 0)

    def seen_range(self) -> tuple[CodePoint, CodePoint]:
        """Give the first and the last position in sight."""
        if not self.visible:
            return CodePoint(0), CodePoint(0)
        return self.scene.positions.from_qt(self._top_position()), self._seen_to()

    @property
    def text_px(self) -> int:
        """The size of the letters."""
        return self._text_px

    def redraw(self) -> None:
        """Draw all that is in sight anew, here and beside."""
        self.viewport().update()
        self.redrawn.emit()

    def _set_text(self, text: str) -> Positions:
        positions = Positions(text)
        self._set_document(text, positions)
        self._furthest = self._first_seen = 0
        self._seen_key = ()
        return positions

    def _set_document(self, text: str, positions: Positions) -> None:
        metrics = metrics_for(lanes=self._lane_count, text_px=self._text_px, strong=self.scene.is_high_contrast)
        font = article_font(size_px=self._text_px, serif=self._is_serif, fallback=self.font())
        gaps = gaps_for(text, scale=self._text_px / TEXT_PX)
        made = make_document(text, positions=positions, font=font, metrics=metrics, gaps=gaps)
        if made.characterCount() - 1 != positions.qt_length:
            raise Refused(_NOT_EXACT)
        old = self.document()
        self.visible = ()  # blocks of the old document must not outlive it
        self._document = made  # the editor does not own it
        self.setDocument(made)
        self.setCursorWidth(max(CARET_PX, round(self._text_px / 12)))  # Qt keeps it with the document
        if shiboken6.isValid(old):
            shiboken6.delete(old)
        self.scene.resize(metrics)
        self.measures_changed.emit()

    def _retype(self) -> None:
        cursor, top = self.textCursor(), self._top_position()
        anchor, caret = cursor.anchor(), cursor.position()
        self._set_document(self.scene.model.text, self.scene.positions)
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(caret, cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._bring_to_top(top)
        self.redraw()

    def _top_position(self) -> int:
        """Give the position (UTF-16) of the first line in sight."""
        height = self.verticalScrollBar().value() + 1
        block = self._first_block(height)
        layout, top = block.layout(), self.document().documentLayout().blockBoundingRect(block).top()
        numbers = range(layout.lineCount())
        line = bisect_right(numbers, height - top, key=lambda number: layout.lineAt(number).y()) - 1
        return block.position() + (layout.lineAt(line).textStart() if line >= 0 else 0)

    def _bring_to_top(self, position: int) -> None:
        if position == 0:
            self._scroll_to(0)
            return
        block = self.document().findBlock(position)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        self._scroll_to(round(top + (line.y() if line.isValid() else 0)))

    def _scroll_to(self, height: int) -> None:
        """Scroll to a height of the document, having laid it out whole if it is not known to reach so far."""
        bar = self.verticalScrollBar()
        if height > bar.maximum():
            whole = self.document().documentLayout().documentSize().height()
            bar.setMaximum(max(0, round(whole) - self.viewport().height()))  # Qt would do so only later
        bar.setValue(height)

    @contextmanager
    def _keeping_place(self) -> Iterator[None]:
        top = self._top_position()
        yield
        self._bring_to_top(top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the shapes if the column is another; keep the reader's place."""
        if event.oldSize().width() == event.size().width():
            super().resizeEvent(event)
            return
        self.scene.refresh()
        with self._keeping_place():
            super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the interface's font where it is the article's too."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and not self._is_serif and hasattr(self, "_document"):
            self._retype()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lanes, then the text over them, then what lies on top."""
        dirty = event.rect()
        self.visible = tuple(self._seen_blocks(0, self.viewport().height()))
        strip = self.scene.metrics.room
        blocks = [
            seen for seen in self.visible if seen.origin.y() < dirty.bottom() + 1 and seen.bottom + strip > dirty.top()
        ]
        heights = {"top": float(dirty.top() - strip), "bottom": float(dirty.bottom() + 1 + strip)}
        painter = QPainter(self.viewport())
        self._painter.below(painter, blocks, **heights)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._painter.above(painter, blocks, **heights)
        self._paint_on_top(painter)
        painter.end()
        self._tell_if_seen_changed()

    def _paint_on_top(self, painter: QPainter) -> None:
        """Paint above the text; for the classes that build on this one."""

    def _seen_blocks(self, top: int, bottom: int) -> Iterator[VisibleBlock]:
        """Give the blocks between two heights of the viewport, found from the block that was first last time."""
        scrolled = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        block = self._first_block(scrolled + top)
        self._first_seen = block.blockNumber()
        box = layout.blockBoundingRect(block)
        while block.isValid() and box.top() - scrolled < bottom:
            following = block.next()
            next_box = layout.blockBoundingRect(following) if following.isValid() else None
            end = next_box.top() if next_box is not None else box.bottom() + self.scene.metrics.room
            origin = QPointF(box.left(), box.top() - scrolled)
            yield VisibleBlock(block.blockNumber(), origin, end - scrolled, block)
            if next_box is None:
                return
            block, box = following, next_box

    def _first_block(self, height: float) -> QTextBlock:
        """Find the block that a height of the document lies in, by galloping from the last one found."""
        document = self.document()
        layout, last = document.documentLayout(), document.blockCount() - 1

        def begins_above(number: int) -> bool:
            return layout.blockBoundingRect(document.findBlockByNumber(number)).top() <= height

        low, step = min(self._first_seen, last), 1
        while low > 0 and not begins_above(low):
            low, step = max(0, low - step), step * 2
        high, step = low + 1, 1
        while high <= last and begins_above(high):
            low, high, step = high, high + step, step * 2
        high = min(high, last + 1)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if begins_above(middle) else (low, middle)
        return document.findBlockByNumber(low)

    def _tell_if_seen_changed(self) -> None:
        key = tuple((seen.number, seen.origin.y(), seen.bottom) for seen in self.visible)
        if key == self._seen_key:
            return
        self._seen_key = key
        self.visible_changed.emit()
        seen_to = self._seen_to()
        if seen_to > self._furthest:
            self._furthest = seen_to
            self.read_to.emit(seen_to)

    def _seen_to(self) -> CodePoint:
        """Give the code point behind the last line that is wholly in sight."""
        for seen in reversed(self.visible):
            layout, rest = seen.block.layout(), self.viewport().height() - seen.origin.y()
            for number in range(layout.lineCount() - 1, -1, -1):
                line = layout.lineAt(number)
                if line.y() + line.height() <= rest:
                    return self.scene.positions.from_qt(seen.block.position() + line.textStart() + line.textLength())
        return CodePoint(0)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the clipboard the stored text of the selection, no-break spaces and all.

        The object is Qt's own, emptied and filled anew: the clipboard keeps it until the process ends, and one made in
        Python would be destroyed there after Python itself (measured: a segmentation fault at exit).
        """
        span = self.scene.positions.selected(self.textCursor())
        data = super().createMimeDataFromSelection()
        data.text()  # Qt fills it when it is first read
        for form in data.formats():
            data.removeFormat(form)
        data.setText(self.scene.positions.slice(span) if span else "")
        return data
