# SPDX-License-Identifier: MIT
"""The whole article in a strip: one column per code, where its marks lie, and the part that is in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain import Span
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.view import ArticleView

MOST_MARKS = 1_000
"""More are thinned out evenly: nobody tells more apart on so few pixels."""
CALM_MS = 15
COLUMN_PX, COLUMN_PITCH_PX, SIDE_PX, LEAST_HEIGHT_PX = 4, 5, 5, 2


def thinned(marks: Sequence[Mark], most: int = MOST_MARKS) -> Sequence[Mark]:
    """Give at most so many of the marks, evenly taken."""
    return marks if len(marks) <= most else marks[:: -(-len(marks) // most)]


class Minimap(QWidget):
    """Where the marks lie. A click scrolls there; nothing here needs the keyboard, so it takes no focus."""

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._bars: dict[str, list[QRectF]] = {}
        self._timer = QTimer(self, interval=CALM_MS, singleShot=True)
        self._timer.timeout.connect(self._gather)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Overview")
        view.marks_changed.connect(self._timer.start)
        view.visible_changed.connect(self.update)

    @property
    def bars(self) -> dict[str, list[QRectF]]:
        """The bars by colour, as they are painted."""
        return self._bars

    def sizeHint(self) -> QSize:
        """Give room for four codes."""
        return QSize(28, 100)

    def _gather(self) -> None:
        scene, height = self._view.scene, self.height()
        codes = sorted(scene.styles.values(), key=lambda style: style.order)
        pitch = min(COLUMN_PITCH_PX, (self.width() - 2 * SIDE_PX + 1) / max(1, len(codes)))
        wide = max(1.0, pitch - 1)
        columns = {style.code: SIDE_PX + index * pitch for index, style in enumerate(codes)}
        length = max(1, len(scene.model.text))
        self._bars = {}
        for mark in thinned([mark for mark in scene.model.in_order() if mark.code in columns and not mark.is_region]):
            top = round(mark.span.start / length * height)
            tall = max(LEAST_HEIGHT_PX, round(mark.span.end / length * height) - top)
            box = QRectF(columns[mark.code], top, wide, tall)
            self._bars.setdefault(scene.styles[mark.code].colour, []).append(box)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the bars anew."""
        super().resizeEvent(event)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part in sight, then the marks, then the line that parts the strip from the page."""
        del event
        tokens = self._view.scene.tokens
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(tokens.hairline))
        window = self.window_rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.border))
        painter.setBrush(QColor(tokens.hover))
        painter.drawRoundedRect(window, 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, boxes in self._bars.items():
            painter.setBrush(QColor(colour))
            painter.drawRects(boxes)
        painter.end()

    def window_rect(self) -> QRectF:
        """Give where the part in sight lies in the strip."""
        length = max(1, len(self._view.scene.model.text))
        first, last = self._view.seen_range()
        top, bottom = first / length * self.height(), last / length * self.height()
        tall = max(8, round(bottom - top) - 1)
        return QRectF(2.5, min(round(top), self.height() - tall - 1) + 0.5, self.width() - 5, tall)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Scroll to where the pointer is."""
        self._scroll_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll along with the pressed pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_to(event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        QApplication.sendEvent(self._view.verticalScrollBar(), event)

    def _scroll_to(self, height: float) -> None:
        length = len(self._view.scene.model.text)
        if length:
            position = max(0, min(length - 1, int(height / max(1, self.height()) * length)))
            self._view.centre(Span.of(position, position + 1))
