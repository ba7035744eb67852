# SPDX-License-Identifier: MIT
"""How to read files that are not UTF-8: automatic, one of the encodings in common use, or one by its name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import FieldNote
from annotator.ui.widgets.surfaces import column, row

AUTOMATIC = ""
BY_NAME = "by name"
OFFERED = (
    (AUTOMATIC, "Automatic: UTF-8 or byte order mark"),
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
_HINT = "UTF-8 and byte order marks are recognised. Files that cannot be read so need their encoding chosen here."
_CHOSEN_HINT = "For the files that are not UTF-8 and have no byte order mark. Compare their words below."


def words_for(encoding: str) -> str:
    """Name an encoding as the list does, or by its own name."""
    return dict(OFFERED).get(encoding, encoding).split(",")[0]


class EncodingChoice(QWidget):
    """``chosen(name)`` when the reader wants the files read otherwise; empty stands for automatic."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        self._value = AUTOMATIC
        self._was_used = False
        self.list = Choice(theme, name="Encoding")
        for value, words in OFFERED:
            self.list.addItem(words, value)
        self.list.setFixedWidth(px(288))
        self.list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name = QLineEdit()
        self.name.setFixedWidth(px(168))
        self.name.setPlaceholderText("Name, such as iso8859-15")
        self.name.setAccessibleName("Name of the encoding")
        self.name.hide()
        self._note = FieldNote(theme, hint=_HINT)
        label = plain.label("Encoding", ink="secondary")
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = row(gap=px(8))
        for part in (label, self.list, self.name):
            line.addWidget(part)
        line.addStretch(1)
        lines = column(self, gap=px(4))
        lines.addLayout(line)
        lines.addWidget(self._note)
        self.list.activated.connect(lambda _: self._take_list())
        self.name.editingFinished.connect(self._take_name)

    @property
    def value(self) -> str:
        """The encoding in force, empty for automatic."""
        return self._value

    @property
    def note(self) -> FieldNote:
        """The line below the choice."""
        return self._note

    @property
    def is_in_use(self) -> bool:
        """Whether the reader has chosen something and may go on choosing."""
        return self._was_used and (self.list.hasFocus() or self.name.hasFocus())

    def start_afresh(self) -> None:
        """Go back to automatic, without telling anyone."""
        self.list.show_value(AUTOMATIC)
        self.name.clear()
        self.name.hide()
        self._value, self._was_used = AUTOMATIC, False
        self.tell("")

    def tell(self, error: str) -> None:
        """Say what is wrong with the encoding, or (empty) that nothing is."""
        self._note.show_hint(_CHOSEN_HINT if self._value else _HINT)
        self._note.tell(error)

    def _take_list(self) -> None:
        by_name = self.list.value == BY_NAME
        self.name.setVisible(by_name)
        if by_name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._take(self.list.value)

    def _take_name(self) -> None:
        name = self.name.text().strip()
        if name and self.list.value == BY_NAME:
            self._take(name)

    def _take(self, value: str) -> None:
        if value != self._value:
            self._value, self._was_used = value, True
            self.tell("")
            self.chosen.emit(value)
