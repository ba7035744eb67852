# SPDX-License-Identifier: MIT
"""A new project, or more articles for an open one: what will be taken and what will not, before anything is written."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.domain import KnownError, Refused
from annotator.exchange.plain_text import read_plain_text
from annotator.text import decode
from annotator.ui import plain, words
from annotator.ui.pages.encoding_choice import EncodingChoice, words_for
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Scroll, Surface, clear, column, row, rule

SUFFIXES = (".txt", ".text")
_FIRST_WORDS = 90


@dataclass(frozen=True, slots=True)
class Candidate:
    """One file: ``length`` in characters and some words of its text, or the sentence that refuses it.

    ``encoding`` is empty where the file says it itself, by being UTF-8 or by a byte order mark.
    """

    path: Path
    length: int = 0
    words: str = ""
    refused: str = ""
    encoding: str = ""


def look_at(paths: Sequence[Path], *, encoding: str = "") -> list[Candidate]:
    """Read files without keeping anything; what cannot be taken comes with its reason.

    Files that say their encoding themselves are read by it, the others by ``encoding``. Raises UsageError
    for a name that is no encoding.
    """
    if encoding:
        with suppress(Refused):  # asked only whether there is such an encoding
            decode(b"a", encoding=encoding)
    return [_look_at(path, encoding) for path in paths]


def _look_at(path: Path, encoding: str) -> Candidate:
    try:
        body = read_plain_text(path).decoded.body
        return Candidate(path, len(body), plain.cut(body.strip()[:400], longest=_FIRST_WORDS))
    except Refused as error:
        if not encoding:
            return Candidate(path, refused=error.sentence)
    try:
        body = read_plain_text(path, encoding=encoding).decoded.body
    except Refused as error:
        return Candidate(path, refused=error.sentence)
    return Candidate(path, len(body), telling_words(body), encoding=encoding)


def telling_words(body: str) -> str:
    """Give the words around the first sign that shows whether an encoding is the right one."""
    first = next((place for place, sign in enumerate(body) if not sign.isascii()), 0)
    start = max(0, first - _FIRST_WORDS // 3)
    before = "…" if body[:start].strip() else ""
    return plain.cut(before + body[start : start + 400].strip(), longest=_FIRST_WORDS)


def texts_in(folder: Path) -> list[Path]:
    """Give the files of a folder that are texts by their names, in order; hidden ones and sub-folders are left out."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.casefold() in SUFFIXES and not path.name.startswith(".") and path.is_file()
    )


class NewProjectPage(Surface):
    """``accepted(candidates)`` with the files to take, ``left`` when the reader changes their mind.

    ``encoding_chosen`` asks for the files to be read anew.
    """

    accepted = Signal(object)
    encoding_chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("window")
        self._theme = theme
        self._candidates: list[Candidate] = []
        self._is_new = True
        px = theme.px
        self._title = plain.label()
        self._title.setFont(theme.font(Type.TITLE))
        self._subtitle = plain.label(ink="secondary", wrap=True)
        self.encoding = EncodingChoice(theme)
        self.encoding.chosen.connect(self.encoding_chosen)
        card = Surface("card")
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(px(16), px(8), px(16), px(8))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(3, 1)
        column(card, margins=(1, 1, 1, 1)).addWidget(Scroll(content))
        whole = column(self)
        body = column(margins=(px(24), px(20), px(24), px(16)), gap=px(4))
        body.addWidget(self._title)
        body.addWidget(self._subtitle)
        body.addSpacing(px(10))
        body.addWidget(self.encoding)
        body.addSpacing(px(10))
        body.addWidget(card)
        body.addStretch(1)
        whole.addLayout(body, 1)
        whole.addWidget(self._make_foot())

    def _make_foot(self) -> QWidget:
        px = self._theme.px
        foot = Surface("panel", line="top")
        line = row(foot, margins=(px(24), px(12), px(24), px(12)), gap=px(12))
        self._note = plain.label(ink="secondary")
        line.addWidget(self._note, 1)
        cancel = Button(self._theme, "Cancel")
        self.accept = Button(self._theme, "", kind="primary")
        line.addWidget(cancel)
        line.addWidget(self.accept)
        cancel.clicked.connect(self.left)
        self.accept.clicked.connect(lambda: self.accepted.emit([each for each in self._candidates if not each.refused]))
        return foot

    def wait(self, title: str) -> None:
        """Say that files are being read."""
        self._title.setText(plain.cut(title))
        self._subtitle.setText("Reading the files. Nothing has been written yet.")
        self.accept.setEnabled(False)
        clear(self._grid)

    def show_candidates(self, title: str, candidates: Sequence[Candidate], *, is_new: bool) -> None:
        """List the files; the button says how many will be taken and what comes next."""
        self._candidates, self._is_new = list(candidates), is_new
        taken = [each for each in candidates if not each.refused]
        refused = len(candidates) - len(taken)
        self._title.setText(plain.cut(title))
        said = f"{words.counted(len(taken), 'article')} will be taken"
        said += f", {words.counted(refused, 'file')} will not" if refused else ""
        self._subtitle.setText(f"{said}. This is a preview. Nothing has been written yet.")
        clear(self._grid)
        for place, each in enumerate((*taken, *(each for each in candidates if each.refused))):
            self._add(each, 2 * place)
        self._grid.setRowStretch(2 * len(candidates), 1)
        self._note.setText("" if taken else "No file here can be taken. Choose their encoding, or another folder.")
        verb = (
            f"Save a project with {words.counted(len(taken), 'article')}…"
            if is_new
            else f"Add {words.counted(len(taken), 'article')}"
        )
        self.accept.show_words(verb)
        self.accept.setEnabled(bool(taken))
        if not self.encoding.is_in_use:
            (self.accept if taken else self.encoding.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as a change of mind."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def refuse_encoding(self, error: KnownError) -> None:
        """Say that the name that was typed is no encoding; the list stays as it was read."""
        self.show_candidates(self._title.text(), self._candidates, is_new=self._is_new)
        self.encoding.tell(error.sentence)

    def _add(self, each: Candidate, line: int) -> None:
        theme = self._theme
        name = plain.label(each.path.name)
        name.setMinimumHeight(theme.px(36))
        if each.refused:
            state, said = Picture(theme, "error", token="error"), plain.label(each.refused, ink="error", wrap=True)
        else:
            state, said = Picture(theme, "tick"), plain.label(each.words, ink="secondary", wrap=True)
        length = plain.label(_taken_words(each), ink="secondary")
        said.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        for place, part in enumerate((state, name, length, said)):
            self._grid.addWidget(part, line, place)
        self._grid.addWidget(rule(), line + 1, 0, 1, 4)


def _taken_words(each: Candidate) -> str:
    """Say how long an article is, and what it was read as where it did not say that itself."""
    if each.refused:
        return "Not taken"
    return f"{each.length:,} characters" + (f", {words_for(each.encoding)}" if each.encoding else "")
