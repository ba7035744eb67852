# SPDX-License-Identifier: MIT
"""Words on screen, never markup: the only maker of labels, boxes, tooltips, button and menu texts.

Qt guesses whether a string is HTML, and an article's title may look like it: a guessed picture is loaded from disk.
Everything that shows words from a file goes through here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from annotator.domain import KnownError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
"""What html.escape does; its module brings a table of two thousand names along, before the first window."""
LONGEST = 300
"""How many characters of a text from a file are shown at most; a label of megabytes would stop the window."""


def cut(text: str, *, longest: int = LONGEST) -> str:
    """Shorten to this many characters, the last being an ellipsis, and show line breaks as spaces."""
    line = " ".join(text.split()) if "\n" in text or "\u2029" in text else text
    return line if len(line) <= longest else line[: longest - 1] + "…"


class _Wrapped(QLabel):
    """A label over several lines that asks for the height of its own width: Qt's asks for that of the narrowest."""

    def minimumSizeHint(self) -> QSize:
        """Ask for one line, however narrow; the layout asks for the height at the width it gives."""
        return QSize(1, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """Ask for the height at the present width."""
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))


def label(text: str = "", *, ink: str = "", wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Make a label that shows its text as it is; ``ink`` is secondary, warning, error or success."""
    made = _Wrapped(parent) if wrap else QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(cut(text, longest=2000))
    if ink:
        made.setProperty("ink", ink)
    if wrap:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def tooltip(text: str) -> str:
    """Escape a text for a tooltip: always rich text, never guessed, so that it wraps and shows every sign."""
    return f"<p>{cut(text).translate(_ESCAPES)}</p>" if text else ""


def set_tooltip(target: QWidget | QAction, text: str) -> None:
    """Give a widget or an action a tooltip that shows the text as it is."""
    target.setToolTip(tooltip(text))


def caption(text: str) -> str:
    """Escape a text for a button or a menu item, where a lone ampersand would mark a key."""
    return cut(text, longest=120).replace("&", "&&")


def window_title(text: str) -> str:
    """Escape a text for a window's title, where ``[*]`` would be a sign for unsaved changes."""
    return cut(text, longest=120).replace("[*]", "[*][*]")


def name_for_screen_reader(target: QWidget, name: str, *, description: str = "") -> None:
    """Give a widget its spoken name, and a tooltip of the same words where it shows none itself."""
    target.setAccessibleName(cut(name))
    if description:
        target.setAccessibleDescription(cut(description))
    if isinstance(target, QAbstractButton) and not target.text():
        set_tooltip(target, name)


def box(parent: QWidget | None, *, title: str, sentence: str, buttons: tuple[str, ...], more: str = "") -> QMessageBox:
    """Make a box with verbs on its buttons; the first is the default, the last answers Esc. The caller opens it."""
    from PySide6.QtWidgets import QMessageBox

    made = QMessageBox(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWindowTitle(window_title(title))
    made.setText(cut(sentence, longest=1000))
    made.setInformativeText(cut(more, longest=1000))
    for place, words in enumerate(buttons):
        role = QMessageBox.ButtonRole.AcceptRole if place == 0 else QMessageBox.ButtonRole.RejectRole
        button = made.addButton(caption(words), role)
        if place == 0:
            made.setDefaultButton(button)
        if place == len(buttons) - 1:
            made.setEscapeButton(button)
    return made


def sentence_of(error: KnownError) -> str:
    """Give the sentence of an error with its place, in the order in which one reads it."""
    return f"{error.where}: {error.sentence}" if error.where else error.sentence
