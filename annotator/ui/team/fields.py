# SPDX-License-Identifier: MIT
"""Small parts of the panels at the sides of the team page: a heading, a line with a button, a number, a result."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import row

_NUMBER = 72


def head(theme: Theme, text: str) -> QLabel:
    """Make the heading of a panel."""
    made = plain.label(text)
    made.setFont(theme.font(Type.HEAD))
    made.setFixedHeight(theme.px(40))
    made.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
    return made


def small(theme: Theme, text: str = "", *, ink: str = "secondary") -> QLabel:
    """Make a line of small words that wraps."""
    made = plain.label(text, ink=ink, wrap=True)
    made.setFont(theme.font(Type.META))
    return made


def tell(label: QLabel, words: str) -> None:
    """Put words on a label; without any it takes no room."""
    label.setText(plain.cut(words, longest=1500))
    label.setVisible(bool(words))


def named(theme: Theme, words: str, control: QWidget) -> QHBoxLayout:
    """Put a control at the right of its words."""
    line = row(gap=theme.px(8))
    label = plain.label(words, ink="secondary", wrap=True)
    line.addWidget(label, 1)
    line.addWidget(control)
    control.setAccessibleName(plain.cut(words))
    return line


class NumberField(QLineEdit):
    """A whole number in its bounds; ``value`` is None while there is none."""

    def __init__(self, theme: Theme, value: int, *, least: int, most: int) -> None:
        super().__init__(str(value))
        self.setValidator(QIntValidator(least, most, self))
        self.setFixedWidth(theme.px(_NUMBER))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    @property
    def value(self) -> int | None:
        """The number, or None."""
        return int(self.text()) if self.hasAcceptableInput() else None


class NameLine(QWidget):
    """A name and its verb. ``given(name)`` by the button or Enter; ``left`` by Esc."""

    given = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, *, hint: str, verb: str) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.button = Button(theme, verb)
        line = row(self, gap=theme.px(8))
        line.addWidget(self.field, 1)
        line.addWidget(self.button)
        self.button.setEnabled(False)
        self.field.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)

    def show_verb(self, verb: str, *, name: str = "") -> None:
        """Let it do something else, to this name."""
        self.button.show_words(verb)
        self.field.setText(name)
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self.field.text().strip():
            self.given.emit(self.field.text().strip())
