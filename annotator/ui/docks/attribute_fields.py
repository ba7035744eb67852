# SPDX-License-Identifier: MIT
"""One control per attribute of a code: a closed list, free words with suggestions, a number, or yes and no."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from annotator.domain import AttributeDefinition, AttributeKind
from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import column

NOT_SET = "not set"
Changed = Callable[[str], None]


class AttributeField(QWidget):
    """A control for one attribute; ``changed`` is called with values that the attribute accepts, never with another."""

    def __init__(self, theme: Theme, definition: AttributeDefinition, *, changed: Changed) -> None:
        super().__init__()
        self.definition = definition
        self._changed = changed
        self._shown = ""
        self._error = plain.label(ink="error", wrap=True)
        self._error.setFont(theme.font(Type.META))
        self._error.hide()
        self._control = self._build(theme)
        self.setFocusProxy(self._control)
        lines = column(self, gap=theme.px(2))
        lines.addWidget(self._control)
        lines.addWidget(self._error)

    @property
    def control(self) -> QWidget:
        """What takes the focus."""
        return self._control

    @property
    def error(self) -> QLabel:
        """The line that says what is wrong, hidden while nothing is."""
        return self._error

    def show_value(self, value: str) -> None:
        """Show a stored value without telling anyone."""
        self._shown = value
        self._error.hide()
        control = self._control
        if isinstance(control, Choice | Segmented):
            control.show_value(value)
        elif isinstance(control, QLineEdit) and control.text() != value:
            control.setText(value)

    def _build(self, theme: Theme) -> QWidget:
        kind, label = self.definition.kind, self.definition.label or self.definition.name
        if kind is AttributeKind.CHOICE:
            choice = Choice(theme, name=label)
            choice.addItem(NOT_SET, "")
            for each in self.definition.choices:
                choice.addItem(plain.cut(each), each)
            choice.activated.connect(lambda _: self._take(choice.value))
            return choice
        if kind is AttributeKind.YES_NO:
            segmented = Segmented(theme, (("yes", "Yes"), ("no", "No")), name=label, may_be_none=True)
            segmented.chosen.connect(self._take)
            return segmented
        return self._line(label)

    def _line(self, label: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(plain.cut(label))
        line.setPlaceholderText(NOT_SET)
        if self.definition.choices:
            completer = QCompleter(list(self.definition.choices), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        line.editingFinished.connect(lambda: self._take(line.text().strip()))
        return line

    def _take(self, value: str) -> None:
        if value == self._shown:
            return
        wrong = not self.definition.accepts(value)
        self._error.setVisible(wrong)
        self._control.setProperty("state", "invalid" if wrong else "")
        self._control.style().unpolish(self._control)
        self._control.style().polish(self._control)
        if wrong:
            self._error.setText(
                f"“{plain.cut(value, longest=40)}” is no number. Write it like 12 or 3.5, or leave it empty."
            )
            return
        self._shown = value
        self._changed(value)
