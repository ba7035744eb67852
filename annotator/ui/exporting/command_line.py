# SPDX-License-Identifier: MIT
"""The command that writes the same, to be copied."""

from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import Surface, column, row

WHY = "The same without the window, for a script. With the same project and choices it writes the same bytes."


class CommandLine(Surface):
    """A field that can be read along by key, and a button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        px = theme.px
        title = plain.label("As a command")
        title.setFont(theme.font(Type.HEAD))
        why = plain.label(WHY, ink="secondary", wrap=True)
        why.setFont(theme.font(Type.META))
        self.field = QLineEdit()
        self.field.setReadOnly(True)
        self.field.setAccessibleName("The command")
        self.copy = Button(theme, "Copy", icon="copy")
        plain.name_for_screen_reader(self.copy, "Copy the command")
        whole = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(6))
        whole.addWidget(title)
        whole.addWidget(why)
        line = row(gap=px(8))
        line.addWidget(self.field, 1)
        line.addWidget(self.copy)
        whole.addLayout(line)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.command))
        self.setAccessibleName("As a command")

    @property
    def command(self) -> str:
        """The command."""
        return self.field.text()

    def show_command(self, command: str) -> None:
        """Show another command, from its beginning."""
        self.field.setText(command)
        self.field.setCursorPosition(0)
