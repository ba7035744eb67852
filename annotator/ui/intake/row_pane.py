# SPDX-License-Identifier: MIT
"""What stands behind a row of the preview: its text as it will be stored, its encoding, its copies, its notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.operations import ImportVerdict, NearChoice, PreviewRow
from annotator.ui import plain, words
from annotator.ui.intake import wordings
from annotator.ui.intake.book import IntakeBook
from annotator.ui.intake.encoding_panel import EncodingPanel
from annotator.ui.team.fields import small, tell
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import column, rule

FIRST_CHARACTERS = 4000
NOTHING = "Choose a row to see its text as it will be stored."
_NEAR_CHOICES = tuple((choice.value, said) for choice, said in wordings.NEAR_WORDS)


class RowPane(QWidget):
    """``encoding_chosen(file, encoding)`` and ``near_chosen(choice)`` for the row that is shown."""

    encoding_chosen = Signal(str, str)
    near_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row: PreviewRow | None = None
        px = theme.px
        self.title = plain.label(NOTHING, wrap=True)
        self.title.setFont(theme.font(Type.HEAD))
        self._facts = small(theme)
        self._why = plain.label(wrap=True)
        self.encoding = EncodingPanel(theme)
        self._near_words = plain.label(wrap=True)
        self.near = Segmented(theme, _NEAR_CHOICES, name="This near-identical article")
        self._notes = small(theme)
        self._first = small(theme)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("The text as it will be stored")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setMinimumHeight(px(180))
        lines = column(self, margins=(px(16), px(12), px(16), px(16)), gap=px(8))
        for part in (self.title, self._facts, self._why, self._near_words, self.near, self._notes):
            lines.addWidget(part)
        self._rule = rule()
        lines.addWidget(self._rule)
        lines.addWidget(self.encoding)
        lines.addWidget(self._first)
        lines.addWidget(self.text, 1)
        self.encoding.chosen.connect(self._choose_encoding)
        self.near.chosen.connect(lambda value: self.near_chosen.emit(NearChoice(value)))
        theme.changed.connect(self._dress)
        self._dress()
        self.show_row(None, IntakeBook(), may_group=False)

    def show_row(self, row: PreviewRow | None, book: IntakeBook, *, may_group: bool, repeated: int = 0) -> None:
        """Show a row, or nothing; only the lead groups copies."""
        is_other = row is None or self._row is None or row.article is not self._row.article
        self._row = row
        for part in (self._rule, self.encoding, self.near, self.text, self._first):
            part.hide()
        for label in (self._facts, self._why, self._near_words, self._notes):
            tell(label, "")
        if row is None:
            self.title.setText(NOTHING)
            return
        self.title.setText(plain.cut(book.value(row, "title") or row.name))
        tell(self._facts, _facts(row))
        if row.verdict is not ImportVerdict.NEW:
            said = wordings.verdict(row, taken=False, choice=NearChoice.KEEP, called=book.called)
            tell(self._why, said)
        if row.near:
            self._show_near(row, book, may_group=may_group)
        tell(self._notes, _notes(row, repeated))
        if row.kind in wordings.ENCODED:
            self._rule.show()
            self.encoding.show_row(row, chosen=book.choices.encodings.get(row.file, ""))
            self.encoding.show()
        if row.article is not None:
            self._show_text(row.article.decoded.body, is_other=is_other)

    def _show_near(self, row: PreviewRow, book: IntakeBook, *, may_group: bool) -> None:
        named = [
            f"{wordings.near_name(each, book.called)} ({wordings.share(each.containment)})" for each in row.near[:3]
        ]
        more = f" and {len(row.near) - 3} more" if len(row.near) > 3 else ""
        tell(self._near_words, f"Shares passages with {words.listed(named)}{more}. What becomes of it?")
        self.near.let(NearChoice.GROUP.value, may_group)
        self.near.show_value(book.near_of(row).value)
        self.near.show()

    def _show_text(self, body: str, *, is_other: bool) -> None:
        left = len(body) - FIRST_CHARACTERS
        more = f", the first {FIRST_CHARACTERS:,} of {len(body):,} characters" if left > 0 else ""
        tell(self._first, f"As it will be stored{more}:")
        if is_other:
            self.text.setPlainText(body[:FIRST_CHARACTERS])
        self.text.show()

    def _choose_encoding(self, encoding: str) -> None:
        if self._row is not None:
            self.encoding_chosen.emit(self._row.file, encoding)

    def _dress(self) -> None:
        self.text.setFont(self._theme.reading_font(15))


def _facts(row: PreviewRow) -> str:
    length = words.counted(row.length, "character") if row.article is not None else ""
    name = row.name if row.name == row.file else f"{row.name} in {row.file}"
    return ", ".join(filter(None, (plain.cut(name, longest=120), wordings.kind(row), length)))


def _notes(row: PreviewRow, repeated: int) -> str:
    said = list(row.article.notes) if row.article is not None else []
    if repeated:
        said.append(f"{words.counted(repeated, 'passage')} of it repeat what stands elsewhere in it.")
    return " ".join(said)
