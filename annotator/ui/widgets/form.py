# SPDX-License-Identifier: MIT
"""Fields with their names at the left and, below each, a hint or what is wrong with it and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import column, row

_LABEL_WIDTH = 88


class FieldNote(QWidget):
    """A line below a field: a hint in the secondary colour, or an error with its sign. Empty, it takes no room."""

    def __init__(self, theme: Theme, *, hint: str = "") -> None:
        super().__init__()
        self._hint = hint
        self._sign = Picture(theme, "error", token="error", size=14)
        self._label = plain.label(wrap=True)
        self._label.setFont(theme.font(Type.META))
        line = row(self, gap=theme.px(6))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._label, 1)
        self._sign.hide()
        self._write(hint, ink="secondary")
        # Shown here, where it has no place in a page yet, it would be a window of its own.
        if not hint:
            self.hide()

    @property
    def text(self) -> str:
        """What is said, empty while nothing is."""
        return "" if self.isHidden() else self._label.text()

    @property
    def is_error(self) -> bool:
        """Whether what is said is an error."""
        return bool(self.text) and not self._sign.isHidden()

    def tell(self, error: str) -> None:
        """Say an error; the empty one gives its place back to the hint."""
        self._sign.setVisible(bool(error))
        self._write(error or self._hint, ink="error" if error else "secondary")
        self.setVisible(bool(error or self._hint))

    def show_hint(self, hint: str) -> None:
        """Change the hint; an error that is shown stays."""
        self._hint = hint
        if not self.is_error:
            self.tell("")

    def _write(self, text: str, *, ink: str) -> None:
        self._label.setText(plain.cut(text, longest=600))
        self._label.setProperty("ink", ink)
        self._label.style().unpolish(self._label)
        self._label.style().polish(self._label)


class Form(QWidget):
    """Lines of a form by the names of their fields."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._notes: dict[str, FieldNote] = {}
        self._controls: dict[str, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(10))
        self._grid.setColumnMinimumWidth(0, theme.px(_LABEL_WIDTH))
        self._grid.setColumnStretch(1, 1)

    def add(self, field: str, label: str, control: QWidget, *, hint: str = "") -> None:
        """Add a line; ``label`` is drawn at the left, ``field`` names the line."""
        lines = column(gap=self._theme.px(3))
        note = FieldNote(self._theme, hint=hint)
        lines.addWidget(control)
        lines.addWidget(note)
        place = self._grid.rowCount()
        self._grid.addWidget(self._label(label), place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(lines, place, 1)
        self._notes[field] = note
        self._controls[field] = control

    def add_head(self, text: str) -> None:
        """Add a heading over the lines that follow."""
        head = plain.label(text)
        head.setFont(self._theme.font(Type.HEAD))
        head.setContentsMargins(0, self._theme.px(10), 0, 0)
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 2)

    def note(self, field: str) -> FieldNote:
        """Give the line below a field."""
        return self._notes[field]

    def has(self, field: str) -> bool:
        """Whether there is such a field."""
        return field in self._notes

    def tell(self, field: str, error: str) -> None:
        """Say what is wrong with a field, or (empty) that nothing is."""
        self._notes[field].tell(error)
        control = self._controls[field]
        if isinstance(control, QLineEdit):
            control.setProperty("state", "invalid" if error else "")
            control.style().unpolish(control)
            control.style().polish(control)
        control.setAccessibleDescription(plain.cut(error))

    def focus(self, field: str) -> None:
        """Put the focus on a field."""
        self._controls[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def _label(self, text: str) -> QLabel:
        made = plain.label(text, ink="secondary")
        made.setFixedWidth(self._theme.px(_LABEL_WIDTH))
        made.setFixedHeight(self._theme.px(32))
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return made
