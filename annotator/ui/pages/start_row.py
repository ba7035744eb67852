# SPDX-License-Identifier: MIT
"""A wide row to press: an icon, a line in bold, a line below it, something at the right end."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.key_cap import HEIGHT, cap_width, paint_cap

REMOVE = "Remove from this list"


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row shows; ``key`` is drawn as a cap, ``aside`` as plain words, ``warning`` as a third line."""

    icon: str
    title: str
    detail: str
    key: str = ""
    aside: str = ""
    warning: str = ""
    dimmed: bool = False


class StartRow(QAbstractButton):
    """Painted on its own; Enter and Space press it. ``removed``: by Del or the menu, where it ``may_go``."""

    removed = Signal()

    def __init__(self, theme: Theme, words: RowWords, *, last: bool = False, may_go: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._last = last
        self._may_go = may_go
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoRepeat(False)
        parts = (words.title, words.detail, words.aside, words.warning)
        self.setAccessibleName(plain.cut(". ".join(part for part in parts if part)))
        plain.set_tooltip(self, f"{words.title}: {words.detail}" + (f". {REMOVE}: Del" if may_go else ""))
        theme.changed.connect(self.update)

    @property
    def words(self) -> RowWords:
        """What it shows."""
        return self._words

    def show_key(self, key: str) -> None:
        """Draw another key, or none."""
        self._words = replace(self._words, key=key)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines, or three."""
        return QSize(self._theme.px(400), self._theme.px(78 if self._words.warning else 60))

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a few words."""
        return QSize(self._theme.px(200), self.sizeHint().height())

    def keyPressEvent(self, event: object) -> None:
        """Enter presses too, not only Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]  # Qt hands a QKeyEvent
            self.click()
            return
        if event.key() == Qt.Key.Key_Delete and self._may_go:  # type: ignore[attr-defined]  # as above
            self.removed.emit()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]  # Qt hands a QKeyEvent

    def make_menu(self) -> QMenu:
        """Make the menu of what can be done with the row."""
        menu = QMenu(self)
        menu.addAction(plain.caption(self._words.aside if self._words.dimmed else "Open"), self.click)
        menu.addAction(f"{REMOVE}\tDel", self.removed.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to take the row away, by the right button or the menu key."""
        if self._may_go:
            self.make_menu().popup(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, words, cap and ring."""
        theme, words, painter = self._theme, self._words, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        if not self._last:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hairline"))
            painter.drawRect(QRectF(0, box.bottom() - 1, box.width(), 1))
        picture = theme.pixmap(
            words.icon, token="secondary" if words.dimmed else "text", ratio=self.devicePixelRatioF()
        )
        painter.drawPixmap(theme.px(16), theme.px(14), picture)
        right = self._paint_end(painter)
        self._paint_lines(painter, right)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))

    def _paint_end(self, painter: QPainter) -> int:
        theme, words = self._theme, self._words
        right = self.width() - theme.px(16)
        if words.key:
            width = cap_width(theme, words.key)
            top = (self.height() - theme.px(HEIGHT)) / 2
            paint_cap(painter, theme, QRectF(right - width, top, width, theme.px(HEIGHT)), words.key)
            right -= width + theme.px(12)
        if words.aside:
            painter.setFont(theme.font(Type.META))
            painter.setPen(theme.colour("secondary"))
            width = painter.fontMetrics().horizontalAdvance(words.aside)
            painter.drawText(
                QRect(right - width, theme.px(10), width, theme.px(20)), Qt.AlignmentFlag.AlignVCenter, words.aside
            )
            right -= width + theme.px(12)
        return right

    def _paint_lines(self, painter: QPainter, right: int) -> None:
        theme, words = self._theme, self._words
        left = theme.px(46)
        lines = [(words.title, Type.HEAD, "secondary" if words.dimmed else "text", 11, right),
                 (words.detail, Type.META, "secondary", 31, right)]  # fmt: skip
        if words.warning:
            picture = theme.pixmap("warning", token="warning", size=14, ratio=self.devicePixelRatioF())
            painter.drawPixmap(left, theme.px(53), picture)
            lines.append((words.warning, Type.META, "warning", 50, self.width() - theme.px(16)))
        for text, role, token, top, end in lines:
            shift = theme.px(20) if token == "warning" else 0
            room = QRect(left + shift, theme.px(top), end - left - shift, theme.px(20))
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            shown = painter.fontMetrics().elidedText(plain.cut(text), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
