# SPDX-License-Identifier: MIT
"""What was said on a passage: who, when, and the words; the lead's answer is marked by a word and a rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.domain import CoderId
from annotator.ui.docks.remark_line import RemarkLine
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.surfaces import clear, column

if TYPE_CHECKING:
    from annotator.operations import Remark


class RemarkLines(QWidget):
    """One below the other, oldest first; without any it takes no room.

    ``changed(message, text)`` and ``deleted(message)`` come from the reader's own remarks only.
    """

    changed = Signal(str, str)
    deleted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._reader: CoderId | None = None
        self._shown: tuple[Remark, ...] = ()
        self.parts: list[RemarkLine] = []
        self._lines = column(self, gap=theme.px(8))
        self.hide()

    @property
    def said(self) -> tuple[Remark, ...]:
        """What is shown."""
        return self._shown

    def show_remarks(self, remarks: Sequence[Remark], *, reader: CoderId | None = None) -> None:
        """Show these; what the reader is writing in the place of one of them stays while that one is as it was."""
        if (tuple(remarks), reader) == (self._shown, self._reader):
            return
        begun = {part.remark: part.draft for part in self.parts if part.draft is not None}
        self._shown, self._reader = tuple(remarks), reader
        clear(self._lines)
        self.parts = [self._one(each) for each in remarks]
        for part in self.parts:
            self._lines.addWidget(part)
        self.setVisible(bool(remarks))
        for part in self.parts:
            draft = begun.get(part.remark)
            if draft is not None:
                part.begin(draft)

    def _one(self, remark: Remark) -> RemarkLine:
        message, reader = remark.message.id, self._reader
        made = RemarkLine(self._theme, remark, is_own=reader is not None and remark.is_by(reader))
        made.changed.connect(lambda text: self.changed.emit(message, text))
        made.deleted.connect(lambda: self.deleted.emit(message))
        return made
