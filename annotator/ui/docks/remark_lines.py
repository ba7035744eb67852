# SPDX-License-Identifier: MIT
"""What was said on a passage: who, when, and the words; the lead's answer is marked by a word and a rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.domain import MessageKind
from annotator.ui import plain, words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.surfaces import clear, column, row, rule

if TYPE_CHECKING:
    from annotator.operations import Remark

_LONGEST = 2000


class RemarkLines(QWidget):
    """One below the other, oldest first; without any it takes no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Remark, ...] = ()
        self._lines = column(self, gap=theme.px(8))
        self.hide()

    @property
    def said(self) -> tuple[Remark, ...]:
        """What is shown."""
        return self._shown

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these."""
        if tuple(remarks) == self._shown:
            return
        self._shown = tuple(remarks)
        clear(self._lines)
        for each in remarks:
            self._lines.addWidget(self._one(each))
        self.setVisible(bool(remarks))

    def _one(self, remark: Remark) -> QWidget:
        px = self._theme.px
        is_answer = remark.message.kind is MessageKind.ANSWER
        made = QWidget()
        line = row(made, gap=px(8))
        if is_answer:
            line.addWidget(rule(down=True))
        lines = column(gap=px(1))
        who = plain.label(f"{remark.name}, the lead’s answer" if is_answer else remark.name)
        who.setFont(self._theme.font(Type.HEAD if is_answer else Type.STRONG))
        lines.addWidget(who)
        when = plain.label(words.moment_words(remark.message.written), ink="secondary")
        when.setFont(self._theme.font(Type.META))
        lines.addWidget(when)
        text = plain.label(plain.cut(remark.message.text, longest=_LONGEST), wrap=True)
        lines.addWidget(text)
        line.addLayout(lines, 1)
        made.setAccessibleName(plain.cut(f"{who.text()}: {remark.message.text}"))
        return made
