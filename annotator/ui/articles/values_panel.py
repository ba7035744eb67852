# SPDX-License-Identifier: MIT
"""One value for all selected articles: which field, which value, one verb that says what it will do."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from annotator.domain.metadata import BUILT_IN, MetadataKind
from annotator.operations.article_metadata import value_of
from annotator.operations.metadata_rules import tidied
from annotator.ui import plain, words
from annotator.ui.articles.desk import ArticleRow, ArticlesDesk
from annotator.ui.articles.rows import ArticleWords
from annotator.ui.team.fields import head, small
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.surfaces import column, rule

_HINTS = {
    MetadataKind.DATE: "2026, 2026-03 or 2026-03-15",
    MetadataKind.NUMBER: "with a point as decimal mark",
    MetadataKind.TEXT: "",
    MetadataKind.CHOICE: "",
}
NONE_SELECTED = "Select one article or several in the table: with Shift or Ctrl, or Ctrl+A for all."
IN_A_TABLE = "A row per article, a column per field: written out, filled in with a spreadsheet, taken in again."
HOW_TO_EDIT = "A single value is edited in its cell: F2, a double click, or simply by typing."


class ValuesPanel(QWidget):
    """Sets a field of the rows that are selected. ``take`` and ``export`` are for whoever asks for files."""

    def __init__(self, theme: Theme, desk: ArticlesDesk, words_of: ArticleWords) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._words = words_of
        self._rows: Sequence[ArticleRow] = ()
        px = theme.px
        self.said = small(theme, NONE_SELECTED)
        self.field = Choice(theme, name="Field")
        self.typed = QLineEdit()
        self.typed.setAccessibleName("Value for all selected articles")
        self.chosen = Choice(theme, name="Value for all selected articles")
        self._value = QStackedWidget()
        self._value.addWidget(self.typed)
        self._value.addWidget(self.chosen)
        self.form = Form(theme)
        self.form.add("field", "Field", self.field)
        self.form.add("value", "Value", self._value, hint=_HINTS[MetadataKind.TEXT])
        self.set = Button(theme, "Set", kind="primary")
        self.take, self.export = Button(theme, "Import values…"), Button(theme, "Export values…")
        self.clear = Button(theme, "Clear", kind="quiet")
        lines = column(self)
        lines.addWidget(head(theme, "Selected articles"))
        inside = column(margins=(px(16), 0, px(16), px(16)), gap=px(10))
        for part in (self.said, self.form, self.set, self.clear, small(theme, HOW_TO_EDIT)):
            inside.addWidget(part)
        lines.addLayout(inside)
        lines.addWidget(rule())
        lines.addWidget(head(theme, "Values in a table"))
        below = column(margins=(px(16), 0, px(16), px(16)), gap=px(10))
        for part in (small(theme, IN_A_TABLE), self.take, self.export):
            below.addWidget(part)
        lines.addLayout(below)
        self.field.activated.connect(lambda _: self._turn())
        self.typed.textChanged.connect(lambda _: self._judge())
        self.typed.returnPressed.connect(self._write)
        self.chosen.activated.connect(lambda _: self._judge())
        self.set.clicked.connect(self._write)
        self.clear.clicked.connect(lambda: self._store(""))
        self.show_fields()

    def show_fields(self) -> None:
        """Offer the fields that there are now."""
        before = self.field.value
        self.field.blockSignals(True)
        self.field.clear()
        for name in (*BUILT_IN, *(each.name for each in self._words.fields)):
            self.field.addItem(plain.cut(self._words.heading_of(name), longest=80), name)
        self.field.setCurrentIndex(max(0, self.field.findData(before or "outlet")))
        self.field.blockSignals(False)
        self._turn()

    def show_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Say whom it will concern."""
        self._rows = rows
        heading = plain.cut(rows[0].document.heading, longest=120) if len(rows) == 1 else ""
        number = words.counted(len(rows), "article is", many="articles are")
        self.said.setText(f"“{heading}” is selected." if heading else f"{number} selected." if rows else NONE_SELECTED)
        self._judge()

    @property
    def value(self) -> str:
        """What would be set."""
        return self.chosen.value if self._value.currentWidget() is self.chosen else tidied(self.typed.text())

    def _turn(self) -> None:
        """Show the control of the kind of field that is chosen."""
        field = self._words.field(self.field.value)
        kind = field.kind if field is not None else MetadataKind.TEXT
        if self.field.value == "date":
            kind = MetadataKind.DATE
        is_choice = field is not None and kind is MetadataKind.CHOICE
        if field is not None and is_choice:
            self.chosen.clear()
            self.chosen.addItem("not set", "")
            for each in field.choices:
                self.chosen.addItem(plain.cut(each, longest=80), each)
        self._value.setCurrentWidget(self.chosen if is_choice else self.typed)
        self._value.setFocusProxy(self.chosen if is_choice else self.typed)
        self.form.note("value").show_hint(_HINTS[kind])
        self._judge()

    def _judge(self) -> None:
        name = self.field.value
        fault = self._words.fault_of(name, self.value) if name else ""
        self.form.tell("value", fault)
        heading = plain.cut(self._words.heading_of(name), longest=40) if name else ""
        number = words.counted(len(self._rows), "article")
        has_articles = bool(self._desk.state.rows)
        self.take.setEnabled(has_articles and self._desk.may_edit)
        self.export.setEnabled(has_articles)
        may = bool(self._rows) and self._desk.may_edit
        self.set.show_words(f"Set {heading} of {number}")
        self.set.setEnabled(may and bool(self.value) and not fault)
        self.clear.show_words(f"Take {heading} away from {number}")
        self.clear.setEnabled(may and any(value_of(row.document, name) for row in self._rows))

    def _write(self) -> None:
        if self.set.isEnabled():
            self._store(self.value)

    def _store(self, value: str) -> None:
        self._desk.set_values({row.document.id: {self.field.value: value} for row in self._rows})
