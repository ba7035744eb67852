# SPDX-License-Identifier: MIT
"""Long work in the status line: what is being done, how far it is, and the button that calls it off."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import row

SHOWS_AFTER_MILLISECONDS = 300
"""What is through sooner is never announced: a line that flashes says nothing."""
_STEPS = 1000


class Work(QWidget):
    """Hidden while nothing runs. ``called_off`` when the button is pressed."""

    called_off = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        self._words = plain.label(ink="secondary")
        self._words.setFont(theme.font(Type.META))
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(px(120))
        self.cancel = Button(theme, "Cancel", kind="small")
        line = row(self, gap=px(8))
        for part in (self._words, self.bar, self.cancel):
            line.addWidget(part)
        self.cancel.clicked.connect(self.called_off)
        self._soon = QTimer(self, singleShot=True, interval=SHOWS_AFTER_MILLISECONDS)
        self._soon.timeout.connect(self.show)
        self.hide()

    @property
    def words(self) -> str:
        """What is being done, whether or not it is shown already; empty where nothing is."""
        return self._words.text()

    def begin(self, words: str) -> None:
        """Say what has begun, unless it is through in a moment."""
        self._words.setText(plain.cut(words))
        self.bar.setAccessibleName(plain.cut(words))
        plain.name_for_screen_reader(self.cancel, f"Cancel: {words}")
        self.bar.setValue(0)
        if not self.isVisible():
            self._soon.start()

    def advance(self, share: float) -> None:
        """Say how far it is, from 0 to 1."""
        self.bar.setValue(round(share * _STEPS))

    def end(self) -> None:
        """Take it away: it is through, or nobody waits for it."""
        self._soon.stop()
        self._words.setText("")
        self.hide()
