# SPDX-License-Identifier: MIT
"""One remark: who, when, and the words; its author changes or deletes it in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain import MessageKind
from annotator.ui import plain, words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.message_field import MessageField
from annotator.ui.widgets.surfaces import column, row, rule

if TYPE_CHECKING:
    from annotator.operations import Remark

_LONGEST = 2000


class RemarkLine(QWidget):
    """``changed(text)`` and ``deleted()`` ask for it: what is being written stays until other words are shown."""

    changed = Signal(str)
    deleted = Signal()

    def __init__(self, theme: Theme, remark: Remark, *, is_own: bool) -> None:
        super().__init__()
        self._theme = theme
        self.remark = remark
        self.field: MessageField | None = None
        self.change = Button(theme, "Change", kind="link")
        self.delete = Button(theme, "Delete", kind="link")
        self.keep = Button(theme, "Keep this", kind="quiet")
        self.cancel = Button(theme, "Cancel", kind="quiet")
        self._text = plain.label(plain.cut(remark.message.text, longest=_LONGEST), wrap=True)
        self._verbs, self._ends = QWidget(), QWidget()
        self._lines = self._lay_out()
        self._verbs.setVisible(is_own)
        self._ends.hide()
        self.change.clicked.connect(lambda: self.begin(remark.message.text))
        self.delete.clicked.connect(self.deleted)
        self.keep.clicked.connect(self._hand_over)
        self.cancel.clicked.connect(self._end)

    def _lay_out(self) -> QVBoxLayout:
        px, remark = self._theme.px, self.remark
        is_answer = remark.message.kind is MessageKind.ANSWER
        line = row(self, gap=px(8))
        if is_answer:
            line.addWidget(rule(down=True))
        lines = column(gap=px(1))
        who = plain.label(f"{remark.name}, the lead’s answer" if is_answer else remark.name)
        who.setFont(self._theme.font(Type.HEAD if is_answer else Type.STRONG))
        lines.addWidget(who)
        when = plain.label(words.moment_words(remark.message.written), ink="secondary")
        when.setFont(self._theme.font(Type.META))
        below = row(gap=px(8))
        below.addWidget(when, 1)
        below.addWidget(self._verbs)
        lines.addLayout(below)
        verbs = row(self._verbs, gap=px(8))
        verbs.addWidget(self.change)
        verbs.addWidget(self.delete)
        lines.addWidget(self._text)
        ends = row(self._ends, gap=px(8))
        ends.addStretch(1)
        for part in (KeyCap(self._theme, "Ctrl+Enter"), self.cancel, self.keep):
            ends.addWidget(part)
        lines.addWidget(self._ends)
        line.addLayout(lines, 1)
        self.setAccessibleName(plain.cut(f"{who.text()}: {remark.message.text}"))
        return lines

    @property
    def draft(self) -> str | None:
        """What is being written in the place of the remark, None where nothing is."""
        return None if self.field is None else self.field.text

    def begin(self, text: str) -> None:
        """Let the words be changed, beginning with these."""
        if self.field is None:
            self.field = MessageField(self._theme, name="Your remark")
            self.field.edited.connect(self._allow)
            self.field.handed_over.connect(self._hand_over)
            self._lines.insertWidget(self._lines.indexOf(self._text), self.field)
        self.field.show_text(text)
        self._show_which()
        self._allow()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the remark as it was."""
        if event.key() == Qt.Key.Key_Escape and self.field is not None:
            self._end()
        else:
            super().keyPressEvent(event)

    def _end(self) -> None:
        field, self.field = self.field, None
        self._show_which()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        if field is not None:
            field.hide()
            field.deleteLater()

    def _show_which(self) -> None:
        is_written = self.field is not None
        self._ends.setVisible(is_written)
        self._text.setVisible(not is_written)
        self._verbs.setVisible(not is_written)

    def _allow(self) -> None:
        self.keep.setEnabled(bool((self.draft or "").strip()))

    def _hand_over(self) -> None:
        draft = self.draft or ""
        if draft == self.remark.message.text:
            self._end()
        elif draft.strip():
            self.changed.emit(draft)
