# SPDX-License-Identifier: MIT
"""The short list at the caret: which of the marks over these words is meant.

Arrows choose, Enter selects, Esc goes back to the text.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCloseEvent, QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import plain
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.scene import Scene
from annotator.ui.text_view.surface import ReadingSurface
from annotator.ui.text_view.swatch import paint_swatch
from annotator.ui.theme.tokens import Tokens

_MARK_ROLE = Qt.ItemDataRole.UserRole
_QUOTE_LENGTH = 120
_WIDTH, _ROW, _SWATCH, _INSET = 384, 46, 26, 12
_MOST_ROWS = 8
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    """The marks, with one line of words each for a screen reader."""

    def __init__(self, marks: Sequence[Mark], words: Sequence[str]) -> None:
        super().__init__()
        self._marks, self._words = marks, words

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Give the number of marks."""
        return 0 if parent.isValid() else len(self._marks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a mark, or its words."""
        if role == _MARK_ROLE:
            return self._marks[index.row()]
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._words[index.row()] if role in words else None


class _RowPainter(QStyledItemDelegate):
    """Paints swatch, code and length above the head of the quote."""

    def __init__(self, scene: Scene, serif: QFont) -> None:
        super().__init__()
        self._scene = scene
        self._serif = QFont(serif)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give two lines and their insets."""
        del index
        return QSize(_WIDTH, max(_ROW, option.fontMetrics.height() * 2 + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        mark, tokens = index.data(_MARK_ROLE), self._scene.tokens
        box: QRect = option.rect
        font: QFont = option.font
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(box, QColor(tokens.soft))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(tokens.accent))
        style = self._scene.style(mark)
        half = box.height() // 2
        paint_swatch(
            painter, QRectF(box.left() + _INSET, box.center().y() - 2, _SWATCH, 4), style, is_region=mark.is_region
        )
        left = box.left() + _INSET + _SWATCH + _INSET
        upper = QRect(left, box.top() + 4, box.right() - left - _INSET, half - 3)
        lower = QRect(left, box.top() + half, upper.width(), half - 4)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text))
        used = painter.boundingRect(upper, Qt.AlignmentFlag.AlignVCenter, style.name)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, style.name)
        painter.setFont(font)
        painter.setPen(QColor(tokens.secondary))
        painter.drawText(upper.adjusted(used.width() + 8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, _about(mark))
        painter.setFont(self._serif)
        painter.setPen(QColor(tokens.text))
        quote = painter.fontMetrics().elidedText(_head(self._scene, mark), Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, quote)
        painter.restore()


class CaretList(QFrame):
    """A list laid over the window. ``chosen`` carries the id of the mark taken; the caret stays where it was.

    ``pointed`` carries the id of the row that the arrows are on, and the empty string when the list goes.
    It is a child, not a window of its own, so it never grabs the keyboard; it goes when the focus goes.
    """

    chosen = Signal(str)
    pointed = Signal(str)

    def __init__(self, view: ReadingSurface, marks: Sequence[Mark]) -> None:
        super().__init__(view.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view, self._marks = view, marks
        scene = view.scene
        words = [f"{scene.style(mark).name}, {_about(mark)}: {_head(scene, mark)}" for mark in marks]
        self._rows = _Rows(marks, words)
        serif = QFont(view.document().defaultFont())
        serif.setPixelSize(max(13, self.fontInfo().pixelSize() + 1))
        self._delegate = _RowPainter(scene, serif)
        self._list_view = QListView(self)
        self._list_view.setFrameShape(QFrame.Shape.NoFrame)
        self._list_view.setModel(self._rows)
        self._list_view.setItemDelegate(self._delegate)
        self._list_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list_view.setAccessibleName("Annotations at the caret")
        self._list_view.setCurrentIndex(self._rows.index(0, 0))
        self._list_view.clicked.connect(lambda _: self._take())
        self._list_view.installEventFilter(self)
        self._list_view.selectionModel().currentChanged.connect(
            lambda index: self.pointed.emit(self._marks[index.row()].id)
        )
        self._build()

    def open_at(self, caret: QRect) -> None:
        """Open below the caret's line and its lanes, or above where there is no room; never over them."""
        self.adjustSize()
        window, viewport = self._view.window(), self._view.viewport()
        line = QRect(viewport.mapTo(window, caret.topLeft()), caret.size())
        top = line.bottom() + 1 + self._view.scene.metrics.room
        if top + self.height() > window.height():
            top = line.top() - self.height() - 2
        left = max(0, min(line.left(), window.width() - self.width()))
        self.move(left, max(0, top))
        self.show()
        self.raise_()
        self._list_view.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the focus goes elsewhere."""
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self.close()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the row, or go back to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Point at nothing any more."""
        super().closeEvent(event)
        self.pointed.emit("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and its border."""
        del event
        tokens, painter = self._view.scene.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.raised))
        painter.setPen(QColor(tokens.border))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _take(self) -> None:
        index = self._list_view.currentIndex()
        self._leave()
        if index.isValid():
            self.chosen.emit(self._marks[index.row()].id)

    def _leave(self) -> None:
        """Go, and give the keyboard back to the text."""
        self._view.setFocus(Qt.FocusReason.PopupFocusReason)
        self.close()

    def _build(self) -> None:
        tokens = self._view.scene.tokens
        head = QHBoxLayout()
        head.setContentsMargins(_INSET, 8, _INSET, 8)
        head.addWidget(_label(f"{len(self._marks)} annotations at the caret", tokens.text, is_strong=True))
        head.addStretch()
        head.addWidget(_label("smallest first", tokens.secondary))
        foot = QHBoxLayout()
        foot.setContentsMargins(_INSET, 6, _INSET, 8)
        foot.setSpacing(8)
        for key, what in (("↑", ""), ("↓", "choose"), ("Enter", "select"), ("Esc", "back to text")):
            foot.addWidget(_KeyCap(key, tokens))
            if what:
                foot.addWidget(_label(what, tokens.secondary))
                foot.addSpacing(8)
        foot.addStretch()
        palette = self._list_view.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(tokens.raised))
        self._list_view.setPalette(palette)
        rows = min(len(self._marks), _MOST_ROWS)
        self._list_view.setFixedHeight(rows * self._list_view.sizeHintForRow(0))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_Hairline(tokens.hairline))
        column.addWidget(self._list_view)
        column.addWidget(_Hairline(tokens.hairline))
        column.addLayout(foot)
        self.setFixedWidth(_WIDTH)


class _Hairline(QWidget):
    """A line of one pixel."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = QColor(colour)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        painter.end()


class _KeyCap(QLabel):
    """The name of a key, drawn as its cap."""

    def __init__(self, key: str, tokens: Tokens) -> None:
        super().__init__(key)
        self._tokens = tokens
        font = self.font()
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(max(20, self.fontMetrics().horizontalAdvance(key) + 12), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap, one pixel thicker below, then its name."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._tokens.border))
        painter.setBrush(QColor(self._tokens.raised))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 4, 4)
        painter.drawLine(QPointF(box.left() + 3, box.bottom() - 1), QPointF(box.right() - 3, box.bottom() - 1))
        painter.setPen(QColor(self._tokens.text))
        painter.drawText(box.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


def _label(words: str, colour: str, *, is_strong: bool = False) -> QLabel:
    made = plain.label(words)
    made.setStyleSheet(f"color: {colour}; background: transparent")  # a palette would lose to the window's own sheet
    if is_strong:
        font = made.font()
        font.setWeight(QFont.Weight.DemiBold)
        made.setFont(font)
    return made


def _about(mark: Mark) -> str:
    length = f"{mark.span.length:,} {'character' if mark.span.length == 1 else 'characters'}"
    return length if mark.own or not mark.coder else f"{length}, {mark.coder}"


def _head(scene: Scene, mark: Mark) -> str:
    """Give the beginning of the marked words on one line."""
    quote = scene.model.text[mark.span.start : min(mark.span.end, mark.span.start + _QUOTE_LENGTH)]
    return " ".join(quote.split())
