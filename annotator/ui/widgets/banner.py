# SPDX-License-Identifier: MIT
"""One sentence across the page with what to do about it; it goes when the cause goes or the reader closes it.

What is kept comes back whenever something said later is gone.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, row

WARNING, ERROR, INFO = "warning", "error", "info"


class Banner(Surface):
    """Hidden until something is said; says one thing at a time, the last one."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(INFO, parent=parent)
        self._theme = theme
        self._action: Callable[[], None] = lambda: None
        self._other_action: Callable[[], None] = lambda: None
        self._say_kept: Callable[[], None] | None = None
        self._picture = Picture(theme, INFO)
        self._label = plain.label(wrap=True)
        self.button = Button(theme, "")
        self.other = Button(theme, "", kind="quiet")
        self._close = Button(theme, kind="icon", icon="cross", spoken="Close this message")
        line = row(self, margins=(theme.px(16), theme.px(6), theme.px(8), theme.px(6)), gap=theme.px(10))
        line.addWidget(self._picture)
        line.addWidget(self._label, 1)
        line.addWidget(self.button)
        line.addWidget(self.other)
        line.addWidget(self._close)
        self.button.clicked.connect(lambda _: self._action())
        self.other.clicked.connect(lambda _: self._other_action())
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def kind(self) -> str:
        """Which kind of sentence is said: warning, error or info."""
        return str(self.property("surface"))

    @property
    def sentence(self) -> str:
        """What is said, empty while hidden."""
        return "" if self.isHidden() else self._label.text()

    def keep(self, sentence: str, *, action: str = "", do: Callable[[], None] = lambda: None) -> None:
        """Show an error that lasts: other words may be shown meanwhile, and then it comes back."""
        self._say_kept = lambda: self.say(sentence, kind=ERROR, action=action, do=do, stays=True)
        self._say_kept()

    def leave(self) -> None:
        """Take away what needs no answer: the page on which it was said is gone."""
        if self.button.isHidden() and not self._close.isHidden():
            self.hide()

    def hide(self) -> None:
        """Take away what is said; what is kept comes back."""
        if self._say_kept is None:
            super().hide()
        else:
            self._say_kept()

    def say(  # a sentence, and up to two verbs with what they do
        self,
        sentence: str,
        *,
        kind: str = INFO,
        action: str = "",
        do: Callable[[], None] = lambda: None,
        other: str = "",
        do_other: Callable[[], None] = lambda: None,
        stays: bool = False,
    ) -> None:
        """Show a sentence, with verbs on buttons where there is something to do; ``stays`` hides the closing cross."""
        self.setProperty("surface", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._picture.show_icon(kind, token={INFO: "accent"}.get(kind, kind))
        self._label.setText(plain.cut(sentence, longest=1000))
        self._label.setAccessibleName(plain.cut(sentence))
        self._action, self._other_action = do, do_other
        for button, words in ((self.button, action), (self.other, other)):
            button.show_words(words)
            button.setVisible(bool(words))
        self._close.setVisible(not stays)
        self.show()
