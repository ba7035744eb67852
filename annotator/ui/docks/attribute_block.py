# SPDX-License-Identifier: MIT
"""The attributes of one code, line by line under each other; made once per code and then only filled."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from annotator.domain import Code
from annotator.ui import plain
from annotator.ui.docks.attribute_fields import AttributeField
from annotator.ui.theme.current import Theme

LABEL_WIDTH = 76


def field_grid(parent: QWidget, theme: Theme) -> QGridLayout:
    """Make the grid of a form: labels of one width on the left, controls on the right."""
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnMinimumWidth(0, theme.px(LABEL_WIDTH))
    grid.setColumnStretch(1, 1)
    return grid


def add_field(grid: QGridLayout, theme: Theme, *, label: str, control: QWidget, height: int = 32) -> None:
    """Add a line to a form. A codebook may explain a name after a colon: the explanation goes into the tooltip."""
    shown = plain.label(label.split(":", maxsplit=1)[0], ink="secondary")
    shown.setFixedSize(theme.px(LABEL_WIDTH), theme.px(height))
    shown.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    plain.set_tooltip(shown, label)
    line = grid.rowCount()
    grid.addWidget(shown, line, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(control, line, 1, Qt.AlignmentFlag.AlignTop)


class AttributeBlock(QWidget):
    """The controls of a code's attributes by name; ``changed(name, value)`` is called with values it accepts."""

    def __init__(self, theme: Theme, code: Code, *, changed: Callable[[str, str], None]) -> None:
        super().__init__()
        self.code = code
        self.fields: dict[str, AttributeField] = {}
        grid = field_grid(self, theme)
        for definition in code.attributes:
            field = AttributeField(theme, definition, changed=partial(changed, definition.name))
            self.fields[definition.name] = field
            add_field(grid, theme, label=definition.label or definition.name, control=field)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show stored values without telling anyone."""
        for name, field in self.fields.items():
            field.show_value(values.get(name, ""))

    def commit(self) -> None:
        """Hand over the line that is being typed, by leaving it."""
        for field in self.fields.values():
            if field.control.hasFocus():
                field.control.clearFocus()
