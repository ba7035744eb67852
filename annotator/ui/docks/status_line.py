# SPDX-License-Identifier: MIT
"""The line at the bottom: leftmost whether everything is saved, then who, where, how many, how large; long work."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui import plain, words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, row, rule
from annotator.ui.widgets.work import Work

ALL_SAVED, SAVING, NOT_SAVED, TYPING = "All changes saved", "Saving", "Not saved", "Memo not saved yet"


class StatusLine(Surface):
    """The saved state is set by the ``show_`` methods, which the session calls from the answers of the store thread."""

    said = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel", line="top")
        self._theme = theme
        self._narrow = False
        self._said = ""
        self._picture = Picture(theme, "saved")
        self._state = plain.label("")
        self._state.setFont(theme.font(Type.CAP))
        self._time = self._meta()
        self.coder = Elided(theme, role=Type.META, token="secondary")
        self.place = Elided(theme, role=Type.META, token="secondary")
        self.counts = Elided(theme, role=Type.META, token="secondary")
        self.news = Elided(theme, role=Type.META, token="text")
        self.message = Elided(theme, role=Type.META, token="text")
        self.checking = Elided(theme, role=Type.META, token="secondary")
        self.zoom = self._meta()
        self.work = Work(theme)
        self._separators: dict[QWidget, QWidget] = {}
        px = theme.px
        line = row(self, margins=(px(12), 0, px(12), 0), gap=px(8))
        line.addWidget(self._picture)
        line.addWidget(self._state)
        line.addWidget(self._time)
        for part in (self.checking, self.coder, self.place, self.counts, self.message, self.news):
            separator = rule(down=True)
            separator.setFixedHeight(px(12))
            self._separators[part] = separator
            line.addWidget(separator)
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.work)
        line.addWidget(self.zoom)
        self.details = Button(theme, "Details F8", kind="small", spoken="Details of the annotation (F8)")
        line.addWidget(self.details)
        self.details.hide()
        self.setFixedHeight(px(28))
        self.show_nothing()

    @property
    def state(self) -> str:
        """The words of the saved state."""
        return self._said

    @property
    def time(self) -> str:
        """The clock time of the last save, or empty."""
        return self._time.text()

    def show_nothing(self) -> None:
        """No project: no state."""
        for part in (self._picture, self._state, self._time):
            part.hide()
        for text in (self.checking, self.coder, self.place, self.counts, self.message, self.news):
            self.tell(text, "")
        self.zoom.setText("")

    def fold(self, *, narrow: bool, details: bool = True) -> None:
        """Keep only the saved state, words on the selected annotation, and (if wanted) the way to its details."""
        self._narrow = narrow
        self.details.setVisible(narrow and details)
        self.zoom.setVisible(not narrow)
        for part in (self.coder, self.place, self.counts, self.message):
            self.tell(part, part.text)
        self._state.setText(self._worded(self._said))

    def show_saved(self, moment: datetime | None) -> None:
        """Everything is in the file; a moment where something was just written, None keeps the time shown."""
        self._show("saved", ALL_SAVED, token="text")
        if moment is not None:
            self._time.setText(words.clock(moment))
        self._time.setVisible(bool(self._time.text()))

    def show_saving(self) -> None:
        """Something has been waiting for more than 300 ms."""
        self._show("saving", SAVING, token="text")

    def show_typing(self) -> None:
        """Say that a memo is being typed; it is stored when typing pauses."""
        self._show("saving", TYPING, token="text")

    def show_not_saved(self) -> None:
        """Say that the disk did not take a change."""
        self._show("error", NOT_SAVED, token="error")

    def tell(self, part: Elided, text: str) -> None:
        """Put words into one of the parts; an empty part takes no room."""
        part.set_text(text)
        shown = bool(text) and (part in (self.checking, self.news) or (part is self.message) is self._narrow)
        part.setVisible(shown)
        self._separators[part].setVisible(shown)

    def _show(self, icon: str, text: str, *, token: str) -> None:
        self._picture.show_icon(icon, token=token)
        self._picture.show()
        changed = self._said != text
        self._said = text
        self._state.setText(self._worded(text))
        self._state.setProperty("ink", "error" if token == "error" else "")
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)
        self._state.show()
        if changed:
            self.said.emit(text)

    def _worded(self, text: str) -> str:
        return "Saved" if self._narrow and text == ALL_SAVED else text

    def _meta(self) -> QLabel:
        made = plain.label(ink="secondary")
        made.setFont(self._theme.font(Type.META))
        return made
