# SPDX-License-Identifier: MIT
"""A popup to find a code by typing part of its name or definition; placed beside the selection, never over it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.domain import Code, Pattern
from annotator.ui import plain
from annotator.ui.shortcuts import EXCLUDED_KEY
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.key_cap import HEIGHT, KeyCap, cap_width, paint_cap
from annotator.ui.widgets.lane import WIDTH, draw_sample
from annotator.ui.widgets.surfaces import Surface, column, row, rule

_OFFER_ROLE = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: a code, or (with the empty id) the excluded region."""

    code: str
    name: str
    definition: str
    key: str
    pattern: Pattern | None
    colour: str


def offers(codes: Sequence[Code], theme: Theme) -> list[Offer]:
    """Give every code that may be applied, then the excluded region."""
    found = [
        Offer(code.id, code.name, code.definition, code.shortcut.upper(), code.pattern, theme.code_colour(code))
        for code in codes
        if code.is_offered
    ]
    return [*found, Offer("", "Excluded region", "No part of the article", EXCLUDED_KEY, None, "")]


def matching(all_offers: Sequence[Offer], text: str) -> list[Offer]:
    """Give those whose name or definition holds every typed word; names that begin with the text come first."""
    typed = text.casefold().split()
    fitting = [
        offer for offer in all_offers if all(word in f"{offer.name} {offer.definition}".casefold() for word in typed)
    ]
    whole = " ".join(typed)

    def rank(offer: Offer) -> int:
        name = offer.name.casefold()
        if any(part.startswith(whole) for part in (name, *name.split())):
            return 0
        return 1 if whole in name else 2

    return sorted(fitting, key=rank) if typed else fitting


class _Row(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(option.rect.width(), self._theme.px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        offer: Offer = index.data(_OFFER_ROLE)  # type: ignore[attr-defined]  # Qt hands a model index
        theme, box = self._theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        lane = QRectF(box.left() + theme.px(14), box.top() + theme.px(6), theme.px(WIDTH), theme.px(16))
        draw_sample(painter, lane, theme=theme, pattern=offer.pattern, colour=offer.colour)
        right = box.right() - theme.px(14)
        if offer.key:
            width = cap_width(theme, offer.key)
            cap = QRectF(right - width, box.center().y() - theme.px(HEIGHT) / 2, width, theme.px(HEIGHT))
            paint_cap(painter, theme, cap, offer.key)
            right -= width + theme.px(8)
        left = box.left() + theme.px(50)
        lines = ((offer.name, Type.HEAD, "text", 4), (offer.definition, Type.META, "secondary", 22))
        for text, role, token, top in lines:
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            room = QRect(left, box.top() + theme.px(top), right - left, theme.px(18))
            shown = painter.fontMetrics().elidedText(plain.cut(text), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class CodePalette(Surface):
    """``chosen(code id)`` once, then it closes; Esc closes it and nothing is chosen."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, codes: Sequence[Code], parent: QWidget) -> None:
        super().__init__("raised", parent=parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Find a code")
        self._theme = theme
        self._offers = offers(codes, theme)
        self.field = QLineEdit()
        self.field.setProperty("bare", "yes")
        self.field.setPlaceholderText("Find a code")
        self.field.setAccessibleName("Find a code by name or definition")
        self._count = plain.label(ink="secondary")
        self.list = QListWidget()
        self.list.setItemDelegate(_Row(theme, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Codes")
        self._none = plain.label(ink="secondary", wrap=True)
        self._none.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        self._lay_out()
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._take())
        self._narrow("")

    def _lay_out(self) -> None:
        px = self._theme.px
        whole = column(self, margins=(1, 1, 1, 1))
        head = row(margins=(px(6), px(4), px(14), px(4)))
        head.addWidget(self.field, 1)
        head.addWidget(self._count)
        whole.addLayout(head)
        whole.addWidget(rule())
        whole.addWidget(self.list)
        whole.addWidget(self._none)
        whole.addWidget(rule())
        foot = row(margins=(px(12), px(7), px(12), px(7)), gap=px(6))
        for key, words in (("↑", ""), ("↓", "choose"), ("Enter", "code"), ("Esc", "back")):
            foot.addWidget(KeyCap(self._theme, key))
            if words:
                foot.addWidget(plain.label(words, ink="secondary"))
                foot.addSpacing(px(6))
        foot.addStretch(1)
        whole.addLayout(foot)
        self.setFixedWidth(px(384))

    def open_beside(self, selection: QRect) -> None:
        """Open below a rectangle of the screen, or above where there is no room below."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(selection.left(), screen.right() - self.width()))
        top = selection.bottom() + self._theme.px(16)
        if top + self.height() > screen.bottom():
            top = max(screen.top(), selection.top() - self.height() - self._theme.px(4))
        self.move(QPoint(left, top))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter act on the list while the field keeps the focus."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                if self.list.count():
                    self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: object) -> None:
        """Say that it is over, so that the caret gets its place back."""
        super().closeEvent(event)  # type: ignore[arg-type]  # Qt hands a QCloseEvent
        self.closed.emit()

    def _narrow(self, text: str) -> None:
        found = matching(self._offers, text)
        self.list.clear()
        for offer in found:
            item = QListWidgetItem(plain.cut(offer.name))
            item.setData(_OFFER_ROLE, offer)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, plain.cut(f"{offer.name}. {offer.definition}"))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._count.setText(f"{len(found)} of {len(self._offers)}" if text else "")
        self._none.setText(plain.cut(f"No code contains “{text.strip()}”."))
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        self.list.setFixedHeight(min(len(found), _MOST_ROWS) * self._theme.px(44) + 2)
        self.adjustSize()

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        offer: Offer = item.data(_OFFER_ROLE)
        self.close()
        self.chosen.emit(offer.code)
