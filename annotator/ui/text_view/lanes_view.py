# SPDX-License-Identifier: MIT
"""The text of an article below which coders' lanes are drawn: pointed at and selected in, never changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.domain import Span
from annotator.ui.text_view.scene import Tint
from annotator.ui.text_view.view import ArticleView

_LEFT_TO_THE_PAGE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight)


class LanesView(ArticleView):
    """``picked`` tells which piece was clicked; nothing is selected by it, since the page decides what is chosen."""

    def show_tints(self, tints: Sequence[Tint]) -> None:
        """Tint other words."""
        if tuple(tints) != self.scene.tints:
            self.scene.tints = tuple(tints)
            self.redraw()

    def reveal_high(self, span: Span) -> None:
        """Bring a span into sight, if it is not, a third down the page."""
        cursor, bar, height = self.textCursor(), self.verticalScrollBar(), self.viewport().height()
        heights = []
        for position in (span.start, span.end):
            cursor.setPosition(self.scene.positions.to_qt(position))
            heights.append(self.cursorRect(cursor))
        is_tall = heights[1].bottom() - heights[0].top() > height
        if heights[0].top() < 0 or (heights[0].bottom() if is_tall else heights[1].bottom()) > height:
            self._scroll_to(bar.value() + heights[0].top() - height // 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that judge and step to the page."""
        if event.key() in _LEFT_TO_THE_PAGE or (event.text().isalnum() and not event.modifiers()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choose(self, mark_id: str) -> None:
        if mark_id:
            self.picked.emit(mark_id)
