# SPDX-License-Identifier: MIT
"""A field for a memo: grows with its lines, hands over its text when left or after a pause."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from annotator.ui.theme.current import Theme

_PAUSE_MILLISECONDS = 1200
_FEWEST_LINES, _MOST_LINES = 2, 6


class MemoField(QPlainTextEdit):
    """``committed(text)`` comes when the field is left or typing pauses; ``typing(bool)`` says whether text waits."""

    committed = Signal(str)
    typing = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._known = ""
        self._waits = False
        self.setTabChangesFocus(True)
        self.setAccessibleName("Memo")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._edited)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    @property
    def text(self) -> str:
        """The text exactly as typed: read raw, since Qt's plain text turns no-break spaces into spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show a memo without telling anyone; what is being typed is left alone if it is the same memo."""
        self._known = text
        if self.text != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self._wait(False)
        self._grow()

    def commit(self) -> None:
        """Hand over what waits."""
        if self._waits:
            text = self.text
            self._known = text
            self.committed.emit(text)
            self._wait(False)

    def sizeHint(self) -> QSize:
        """As high as its lines, from two to six."""
        lines = min(_MOST_LINES, max(_FEWEST_LINES, round(self.document().size().height())))
        return QSize(self._theme.px(160), lines * self.fontMetrics().lineSpacing() + self._theme.px(18))

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

    def _edited(self) -> None:
        self._wait(self.text != self._known)
        self._grow()

    def _wait(self, waits: bool) -> None:
        if waits:
            self._pause.start()
        else:
            self._pause.stop()
        if waits != self._waits:
            self._waits = waits
            self.typing.emit(waits)

    def _grow(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
