# SPDX-License-Identifier: MIT
"""How the bytes of one file are read: the likeliest encodings with samples, common ones, or one by its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QWidget

from annotator.operations import EncodingSample, PreviewRow
from annotator.text import How
from annotator.ui import plain
from annotator.ui.intake import wordings
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import RadioDot
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import clear, column

AUTOMATIC, BY_NAME = "", "by name"
OFFERED = (
    (AUTOMATIC, "Found by itself"),
    ("utf-8", "UTF-8"),
    ("cp1252", "Windows-1252, Western Europe"),
    ("cp1250", "Windows-1250, Central Europe"),
    ("cp1251", "Windows-1251, Cyrillic"),
    ("utf-16-le", "UTF-16 without a byte order mark"),
    ("gb18030", "GB 18030, Chinese"),
    ("big5", "Big5, Chinese"),
    ("shift_jis", "Shift JIS, Japanese"),
    ("euc-kr", "EUC-KR, Korean"),
    (BY_NAME, "Another, by its name…"),
)


class EncodingPanel(QWidget):
    """``chosen(encoding)`` for the file of the row that is shown; empty gives the finding of it back."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self.title = plain.label(wrap=True)
        self.title.setFont(theme.font(Type.HEAD))
        self._likely = QWidget()
        self._samples = column(self._likely, gap=px(2))
        self._group = QButtonGroup(self)
        self.list = Choice(theme, name="Encoding of this file")
        for value, words in OFFERED:
            self.list.addItem(words, value)
        self.name = QLineEdit()
        self.name.setPlaceholderText("iso8859-15")
        self.name.setAccessibleName("Name of the encoding")
        self.name.hide()
        lines = column(self, gap=px(6))
        for part in (self.title, self._likely, self.list, self.name):
            lines.addWidget(part)
        self.list.activated.connect(lambda _: self._take_list())
        self.name.editingFinished.connect(self._take_name)

    def show_row(self, row: PreviewRow, *, chosen: str) -> None:
        """Show how the file of a row is read and how else it may be."""
        decoded = row.article.decoded if row.article is not None else None
        is_guess = decoded is not None and decoded.how is How.GUESSED
        said = wordings.encoding(row)
        self.title.setText(f"Encoding: {said}" if said else "Choose the encoding of this file")
        self._show_samples(row.samples, now=decoded.encoding if decoded is not None else "", is_guess=is_guess)
        self.list.show_value(chosen if not self.name.isVisible() else BY_NAME)
        if not chosen and not self.name.hasFocus():
            self.name.hide()

    def _show_samples(self, samples: Sequence[EncodingSample], *, now: str, is_guess: bool) -> None:
        clear(self._samples)
        for button in self._group.buttons():
            self._group.removeButton(button)
        for sample in samples:
            words = wordings.encoding_name(sample.encoding)
            is_now = sample.encoding == now
            dot = RadioDot(self._theme, f"{words}, a guess" if is_now and is_guess else words)
            dot.setChecked(is_now)
            dot.setAccessibleDescription(plain.cut(sample.lines))
            dot.clicked.connect(lambda _=False, name=sample.encoding: self.chosen.emit(name))
            self._group.addButton(dot)
            self._samples.addWidget(dot)
            self._samples.addWidget(self._sample(sample.lines))
        self._likely.setVisible(bool(samples))

    def _sample(self, lines: str) -> QLabel:
        first = next(iter(lines.splitlines()), "") or "no sign in it tells encodings apart"
        made = plain.label(plain.cut(first, longest=120), ink="secondary", wrap=True)
        made.setFont(self._theme.reading_font(14))
        made.setContentsMargins(self._theme.px(24), 0, 0, self._theme.px(6))
        return made

    def _take_list(self) -> None:
        is_by_name = self.list.value == BY_NAME
        self.name.setVisible(is_by_name)
        if is_by_name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chosen.emit(self.list.value)

    def _take_name(self) -> None:
        name = self.name.text().strip()
        if name and self.list.value == BY_NAME:
            self.chosen.emit(name)
