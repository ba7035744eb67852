# SPDX-License-Identifier: MIT
"""Which entries are wanted: person, kind of action, article, code, words, from and to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from annotator.domain import CodeId, CoderId, DocumentId
from annotator.operations import HistoryFilter, Overview
from annotator.ui import plain, words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import FieldNote
from annotator.ui.widgets.surfaces import Surface, column

_TYPED_MILLISECONDS = 250
_ONE_ROW_FROM, _TWO_ROWS_FROM = 1120, 560
VERB_WORDS = {
    "annotate": "Code a passage", "delete": "Delete an annotation", "describe": "Fill in details",
    "recode": "Change the code", "resize": "Move an end", "merge": "Merge files",
    "withdrawn merge": "Take a merge back", "answer merge": "Answer a merge",
}  # fmt: skip


class HistoryFilters(Surface):
    """``changed`` when another choice was made; what is typed counts a moment later, or by Enter."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel", line="bottom")
        self._theme = theme
        px = theme.px
        self.person = Choice(theme, name="Person")
        self.verb = Choice(theme, name="Kind of action")
        self.document = Choice(theme, name="Article")
        self.code = Choice(theme, name="Code")
        self.text = self._field("Words", "Words in it")
        self.since = self._field("From day", "2026-03-31")
        self.until = self._field("To day", "2026-03-31")
        self.everything = Button(theme, "Show everything", kind="quiet")
        self.note = FieldNote(theme)
        self._parts: list[tuple[str, QWidget, int]] = [
            ("Person", self.person, 3), ("Action", self.verb, 3), ("Article", self.document, 4), ("Code", self.code, 3),
            ("Words", self.text, 3), ("From", self.since, 2), ("To", self.until, 2),
        ]  # fmt: skip
        self._cells = [self._cell(name, part) for name, part, _ in self._parts]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(6))
        self._across = 0
        whole = column(self, margins=(px(24), px(8), px(24), px(10)), gap=px(4))
        whole.addLayout(self._grid)
        whole.addWidget(self.note)
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MILLISECONDS)
        self._typed.timeout.connect(self._tell)
        for choice in (self.person, self.verb, self.document, self.code):
            choice.currentIndexChanged.connect(lambda _: self._tell())
        self.everything.clicked.connect(self.clear)
        self._arrange(len(self._cells) + 1)
        self.everything.setEnabled(False)

    @property
    def wanted(self) -> HistoryFilter:
        """What is chosen."""
        return HistoryFilter(
            person=CoderId(self.person.value), verb=self.verb.value, document=DocumentId(self.document.value),
            code=CodeId(self.code.value), since=self.since.text().strip(), until=self.until.text().strip(),
            text=self.text.text().strip(),
        )  # fmt: skip

    def offer(self, overview: Overview, verbs: Sequence[str]) -> None:
        """Offer what the project knows; what was chosen stays chosen."""
        self._fill(self.person, "Everybody", [(each.id, words.coder_name(each)) for each in overview.coders])
        self._fill(self.verb, "Everything", [(verb, VERB_WORDS.get(verb, words.sentence(verb))) for verb in verbs])
        self._fill(
            self.document, "All articles", [(each.document.id, each.document.heading) for each in overview.documents]
        )
        self._fill(
            self.code,
            "All codes",
            [(each.id, words.short(each.short_name or each.name)) for each in overview.codebook.codes],
        )

    def clear(self) -> None:
        """Restrict nothing."""
        for choice in (self.person, self.verb, self.document, self.code):
            choice.show_value("")
        for field in (self.text, self.since, self.until):
            field.blockSignals(True)
            field.clear()
            field.blockSignals(False)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row, in two or in four."""
        super().resizeEvent(event)
        px, wide = self._theme.px, self.width()
        self._arrange(len(self._cells) + 1 if wide >= px(_ONE_ROW_FROM) else 4 if wide >= px(_TWO_ROWS_FROM) else 2)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place in range(len(self._cells) + 1):
            self._grid.setColumnStretch(place, 0)
        cells = [*zip(self._cells, [stretch for _, _, stretch in self._parts], strict=True), (self.everything, 0)]
        for place, (cell, stretch) in enumerate(cells):
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, place // across, place % across, Qt.AlignmentFlag.AlignBottom)
            if across > 4 or stretch:
                self._grid.setColumnStretch(place % across, stretch if across > 4 else 1)

    def _cell(self, name: str, part: QWidget) -> QWidget:
        made = QWidget()
        lines = column(made, gap=self._theme.px(2))
        head = plain.label(name, ink="secondary")
        head.setFont(self._theme.font(Type.META))
        head.setBuddy(part)
        lines.addWidget(head)
        lines.addWidget(part)
        return made

    def _field(self, name: str, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.setMinimumWidth(self._theme.px(72))
        made.textEdited.connect(lambda _: self._typed.start())
        made.returnPressed.connect(self._tell)
        return made

    def _fill(self, choice: Choice, everything: str, items: Sequence[tuple[str, str]]) -> None:
        kept = choice.value
        choice.blockSignals(True)
        choice.clear()
        choice.addItem(everything, "")
        for value, name in items:
            choice.addItem(plain.cut(name, longest=80), value)
        choice.setCurrentIndex(max(0, choice.findData(kept)))
        choice.blockSignals(False)

    def _tell(self) -> None:
        self._typed.stop()
        self.everything.setEnabled(self.wanted != HistoryFilter())
        self.changed.emit()
