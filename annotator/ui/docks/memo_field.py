# SPDX-License-Identifier: MIT
"""A field for a memo: grows with its lines as they are wrapped, hands over its text when left or after a pause."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.text_area import TextArea

_PAUSE_MILLISECONDS = 1200
_MOST_LINES = 6


class MemoField(TextArea):
    """``committed(text)`` comes when the field is left or typing pauses; ``typing(bool)`` says whether text waits."""

    committed = Signal(str)
    typing = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, name="Memo", most_lines=_MOST_LINES)
        self._known = ""
        self._waits = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.commit)
        self.edited.connect(lambda: self._wait(self.text != self._known))

    def show_text(self, text: str) -> None:
        """Show a memo without telling anyone; what is being typed is left alone if it is the same memo."""
        self._known = text
        if self.text != text:
            super().show_text(text)
        self._wait(False)

    def commit(self) -> None:
        """Hand over what waits."""
        if self._waits:
            text = self.text
            self._known = text
            self.committed.emit(text)
            self._wait(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field hands the text over."""
        super().focusOutEvent(event)
        self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the field by way of whoever holds it."""
        if event.key() == Qt.Key.Key_Escape:
            self.commit()
            event.ignore()
            return
        super().keyPressEvent(event)

    def _wait(self, waits: bool) -> None:
        if waits:
            self._pause.start()
        else:
            self._pause.stop()
        if waits != self._waits:
            self._waits = waits
            self.typing.emit(waits)
