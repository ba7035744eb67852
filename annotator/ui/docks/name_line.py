# SPDX-License-Identifier: MIT
"""The line over the text of a file made for a coder: is this your name? Nothing else waits for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.surfaces import Surface, column, row

if TYPE_CHECKING:
    from annotator.operations import CoderFile


class NameLine(Surface):
    """``confirmed(name)`` by Enter or the button; then it goes for good."""

    confirmed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("info")
        px = theme.px
        self._words = plain.label(wrap=True)
        self.name = QLineEdit()
        self.name.setAccessibleName("Your name")
        self.name.setMaximumWidth(px(280))
        self.confirm = Button(theme, "This is my name", kind="primary")
        self._hint = plain.label(
            "It goes on everything you code. Mend it here if it is wrong.", ink="secondary", wrap=True
        )
        self._hint.setFont(theme.font(Type.META))
        lines = column(self, margins=(px(16), px(10), px(16), px(12)), gap=px(6))
        lines.addWidget(self._words)
        line = row(gap=px(8))
        line.addWidget(self.name, 1)
        line.addWidget(self.confirm)
        line.addWidget(KeyCap(theme, "Enter"))
        line.addStretch(1)
        lines.addLayout(line)
        lines.addWidget(self._hint)
        self.name.textChanged.connect(lambda text: self.confirm.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(self._confirm)
        self.confirm.clicked.connect(self._confirm)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_file(self, coder_file: CoderFile | None) -> None:
        """Ask, unless this is no file for a coder or was answered; what is being typed stays."""
        asks = coder_file is not None and not coder_file.confirmed
        if asks and coder_file is not None and self.isHidden():
            lead, name = coder_file.lead.name, coder_file.coder.name
            self._words.setText(plain.cut(f"{lead} made this file for {name}. Is this your name?", longest=400))
            self.name.setText(name)
        self.setVisible(asks)

    def take_focus(self) -> None:
        """Put the focus on the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _confirm(self) -> None:
        if self.name.text().strip():
            self.confirmed.emit(self.name.text().strip())
