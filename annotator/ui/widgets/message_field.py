# SPDX-License-Identifier: MIT
"""A field for a message: Ctrl+Enter hands it over, Enter begins a line."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.text_area import TextArea

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MessageField(TextArea):
    """``handed_over`` by Ctrl+Enter, which elsewhere finishes the article: here the field takes it first."""

    handed_over = Signal()

    def __init__(self, theme: Theme, *, name: str, hint: str = "") -> None:
        super().__init__(theme, name=name, hint=hint)

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Enter before the window's shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_hand_over(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand over by Ctrl+Enter; Esc is left to whoever holds the field."""
        if _is_hand_over(event):
            self.handed_over.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _is_hand_over(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
