# SPDX-License-Identifier: MIT
"""One code in the codebook: key, lane, name, count, what it marks; opened, what counts and what does not."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from annotator.domain import Pattern
from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.lane import LaneSample
from annotator.ui.widgets.surfaces import column, row


class CodeRow(QFrame):
    """Enter or a click applies the code, Space opens the row; ``applied`` and ``moved(step)`` go to the panel.

    ``edit_asked`` comes from the button of the opened row, ``menu_asked(place on screen)`` where a menu is wanted.
    """

    applied = Signal()
    moved = Signal(int)
    edit_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, theme: Theme, *, key: str, name: str, pattern: Pattern | None, colour: str) -> None:
        super().__init__()
        self._theme = theme
        self._lit = False
        self._open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name = Elided(theme, name, role=Type.STRONG)
        self._count = plain.label(ink="secondary")
        self._definition = self._paragraph()
        self._details = QWidget()
        self._detail_lines = column(self._details, gap=theme.px(4))
        px = theme.px
        lines = column(self, margins=(px(16), px(8), px(16), px(8)), gap=px(2))
        head = row(gap=px(10))
        if key:
            head.addWidget(KeyCap(theme, key.upper()))
        else:
            head.addSpacing(px(20))
        head.addWidget(LaneSample(theme, pattern=pattern, colour=colour))
        head.addWidget(self._name, 1)
        head.addWidget(self._count)
        lines.addLayout(head)
        below = column(margins=(px(66), 0, 0, 0), gap=px(4))
        below.addWidget(self._definition)
        below.addWidget(self._details)
        lines.addLayout(below)
        self._definition.hide()
        self._details.hide()
        self.setAccessibleName(plain.cut(f"{name}, key {key}" if key else name))

    @property
    def is_open(self) -> bool:
        """Whether the details are shown."""
        return self._open

    @property
    def count(self) -> str:
        """The count shown."""
        return self._count.text()

    def show_count(self, number: int) -> None:
        """Show how often the code is used in this article."""
        self._count.setText(f"{number:,}")

    def describe(self, definition: str, *, details: tuple[tuple[str, str], ...] = ()) -> None:
        """Set the definition and the lines of the opened row, each with its heading."""
        self._definition.setText(plain.cut(definition))
        self._definition.setVisible(bool(definition))
        for heading, text in details:
            line = column(gap=0)
            title = self._paragraph()
            title.setFont(self._theme.font(Type.CAP))
            title.setProperty("ink", "")
            title.setText(plain.cut(heading))
            body = self._paragraph()
            body.setText(plain.cut(text, longest=1000))
            line.addWidget(title)
            line.addWidget(body)
            self._detail_lines.addLayout(line)
        self.setAccessibleDescription(plain.cut(definition))

    def offer_edit(self, name: str) -> None:
        """Put a button into the opened row that asks to edit the code."""
        line = row()
        button = Button(self._theme, "Edit code…", spoken=f"Edit {name}")
        button.clicked.connect(self.edit_asked)
        line.addWidget(button)
        line.addStretch(1)
        self._detail_lines.addSpacing(self._theme.px(2))
        self._detail_lines.addLayout(line)

    @property
    def is_lit(self) -> bool:
        """Whether this is the code of the selected passage."""
        return self._lit

    def light(self, lit: bool) -> None:
        """Fill the ground softly: this is the code of the selected passage."""
        self._lit = lit
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Show or hide the details."""
        self._open = is_open and self._detail_lines.count() > 0
        self._details.setVisible(self._open)

    def _paragraph(self) -> QLabel:
        made = plain.label(ink="secondary", wrap=True)
        made.setFont(self._theme.font(Type.META))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter applies, Space opens, Up and Down go along the codes."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.applied.emit()
            case Qt.Key.Key_Space:
                self.set_open(not self._open)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Apply the code where words are selected, else open the row: the panel decides."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.applied.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of this code."""
        self.menu_asked.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground: soft where lit, hover, focus ring inside."""
        painter = QPainter(self)
        if self._lit:
            painter.fillRect(self.rect(), self._theme.colour("soft"))
            painter.fillRect(0, 0, self._theme.px(3), self.height(), self._theme.colour("accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), self._theme.colour("hover"))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
