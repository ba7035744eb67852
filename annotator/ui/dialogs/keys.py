# SPDX-License-Identifier: MIT
"""All keys, from the one table, drawn as key caps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from annotator.ui import plain
from annotator.ui.shortcuts import JUDGING, SHORTCUTS, Shortcut, key_words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.surfaces import Scroll, column, row

CODES = Shortcut("codes", "Code the selection, or change the selected annotation's code", ("1", "9"), "Coding")
COMPARED = Shortcut("compared", "Take the version of coder A, B, C and so on", ("1", "9"), JUDGING)
REASONS = Shortcut("reasons", "Give the reason", ("Ctrl+1", "Ctrl+7"), JUDGING)
EXCLUDED = Shortcut("excluded", "Propose the selection as an excluded region", ("0",), "Coding")

_OWN = {CODES.group: (CODES, EXCLUDED), JUDGING: (COMPARED, REASONS)}
"""What belongs to a group and is no single key."""


class KeysDialog(QDialog):
    """A list to read; Esc closes it. ``hidden`` names the entries that are not for this coder."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, hidden: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle("All keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        px = theme.px
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(px(24), px(16), px(24), px(16))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        line = 0
        for group in dict.fromkeys(shortcut.group for shortcut in SHORTCUTS):
            head = plain.label(group)
            head.setFont(theme.font(Type.HEAD))
            head.setContentsMargins(0, px(10) if line else 0, 0, 0)
            grid.addWidget(head, line, 0, 1, 2)
            line += 1
            own = _OWN.get(group, ())
            for shortcut in (*own, *(each for each in SHORTCUTS if each.group == group and each.keys)):
                if shortcut.name in hidden:
                    continue
                grid.addWidget(self._caps(theme, shortcut), line, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(plain.label(shortcut.words.rstrip("…")), line, 1)
                line += 1
        whole = column(self)
        whole.addWidget(Scroll(content), 1)
        foot = row(margins=(px(24), px(8), px(24), px(16)))
        foot.addStretch(1)
        close = Button(theme, "Close", kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot.addWidget(close)
        whole.addLayout(foot)
        self.resize(px(620), px(600))

    def _caps(self, theme: Theme, shortcut: Shortcut) -> QWidget:
        made = QWidget()
        line = row(made, gap=theme.px(4))
        between = "to" if shortcut in (CODES, COMPARED, REASONS) else "or"
        shown = list(dict.fromkeys(key_words(key) for key in shortcut.keys))[:2]
        for place, key in enumerate(shown):
            if place:
                line.addWidget(plain.label(between, ink="secondary"))
            parts = key.split("+") if not key.endswith("+") else [*key[:-2].split("+"), "+"]
            for part in parts:
                line.addWidget(KeyCap(theme, part))
        return made
