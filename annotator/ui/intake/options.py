# SPDX-License-Identifier: MIT
"""How the files of an import are read, format by format: only what there is among them. Each choice reads anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator import operations
from annotator.domain.metadata import BUILT_IN
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.exchange.articles.reading_options import Division, HtmlText, Lines, ReadingOptions
from annotator.operations import ArticleChoices, ArticlePreview
from annotator.ui import plain, words
from annotator.ui.dialogs.archive_rules import ArchiveRulesDialog
from annotator.ui.team.fields import head, small
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button, TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.surfaces import clear, column, row

NONE_NEEDED = "Nothing is to be chosen for these files: they are read as they are."
_HTML = (
    (HtmlText.MAIN, "The article alone"),
    (HtmlText.WHOLE, "All that is shown"),
    (HtmlText.RAW, "As typed, with markup"),
)
_BOOKS = ((Division.WHOLE, "The whole book"), (Division.CHAPTERS, "Each chapter"))
_LINES = ((Lines.KEPT, "As on the page"), (Lines.JOINED, "Joined to paragraphs"))
_DELIMITERS = (("", "Found by itself"), (",", "Comma"), (";", "Semicolon"), ("\t", "Tab"), ("|", "Bar"))
_ROLES = {"text": "Text", **BUILT_IN, "external_id": "Number or id"}
_PROPOSED, _NOTHING = "\nproposed", ""
_NO_COLUMN = "No column"


class ReadingPanel(QWidget):
    """``changed(choices)``: the files are to be read by these."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._choices = ArticleChoices()
        self._shown: object = None
        self.controls: dict[str, QWidget] = {}
        self._lines: QVBoxLayout = column(self, gap=theme.px(2))

    def show_preview(self, preview: ArticlePreview | None, choices: ArticleChoices) -> None:
        """Offer what there is to choose; what is shown already keeps its focus."""
        self._choices = choices
        shown = _what_is_there(preview)
        if shown == self._shown:
            self._show_values()
            return
        self._shown = shown
        clear(self._lines)
        self.controls.clear()
        if preview is not None:
            self._offer(preview)
        if not self.controls:
            empty = small(self._theme, NONE_NEEDED)
            px = self._theme.px
            empty.setContentsMargins(px(16), px(12), px(16), px(12))
            self._lines.addWidget(empty)
        if preview is not None:
            self._offer_rules()
        self._lines.addStretch(1)
        self._show_values()

    def _offer_rules(self) -> None:
        """Offer to look at the rules for news archives, and to make one where none fits."""
        px = self._theme.px
        self.rules = Button(self._theme, "Rules for news archives…", kind="quiet")
        self.rules.clicked.connect(self._open_rules)
        line = row(margins=(px(12), px(8), px(16), px(8)))
        line.addWidget(self.rules)
        line.addStretch(1)
        self._lines.addLayout(line)

    def _open_rules(self) -> None:
        key = "" if self._choices.archive == operations.NO_ARCHIVE else self._choices.archive
        dialog = ArchiveRulesDialog(self._theme, self, key=key)
        dialog.kept.connect(lambda kept: self.changed.emit(replace(self._choices, archive=kept)))
        dialog.gone.connect(lambda: self.changed.emit(replace(self._choices, archive="")))
        dialog.open()

    def _offer(self, preview: ArticlePreview) -> None:
        kinds = {row.kind for row in preview.rows}
        if ArticleKind.HTML in kinds:
            self._section("Web pages", {"html_text": self._choice("Which text", _HTML)})
        if ArticleKind.EPUB in kinds:
            self._section("E-books", {"division": self._choice("Article", _BOOKS)})
        if ArticleKind.PDF in kinds:
            self._section("PDF", {
                "pdf_lines": self._choice("Lines", _LINES),
                "pdf_running_heads_left_out": self._tick("Leave running heads out"),
                "pdf_hyphens_joined": self._tick("Join words divided at line ends"),
            })  # fmt: skip
        self._offer_archives(preview)
        self._offer_tables(preview)

    def _offer_archives(self, preview: ArticlePreview) -> None:
        if not preview.archives and not self._choices.archive:
            return
        rules = [(each.key, each.rule.name) for each in operations.archive_rules() if each.rule is not None]
        offered = (("", "The rule that fits"), *rules, (operations.NO_ARCHIVE, "Leave them whole"))
        self._section("News archives", {"archive": self._choice("Split by", offered)})
        for found in preview.archives[:5]:
            said = f"{found.file}: {words.counted(len(found.split.articles), 'article')} by “{found.split.rule}”"
            self._say(said)

    def _offer_tables(self, preview: ArticlePreview) -> None:
        if not preview.tables:
            return
        columns = list(dict.fromkeys(column for table in preview.tables for column in table.columns))
        used = {role: column for table in preview.tables for role, column in table.roles.items()}
        parts: dict[str, QWidget] = {}
        for role, label in _ROLES.items():
            proposed = used.get(role, "")
            first = f"{plain.cut(proposed, longest=60)} (proposed)" if proposed else f"{_NO_COLUMN} (proposed)"
            offered = [(_PROPOSED, first), *((each, plain.cut(each, longest=80)) for each in columns)]
            if role != "text":
                offered.append((_NOTHING, _NO_COLUMN))
            parts[f"column {role}"] = self._choice(label, offered)
        if any(table.delimiter for table in preview.tables):
            parts["delimiter"] = self._choice("Divided by", _DELIMITERS)
        sheets = list(dict.fromkeys(sheet for table in preview.tables for sheet in table.sheets))
        if len(sheets) > 1:
            parts["sheet"] = self._choice("Sheet", (("", "The first with rows"), *((each, each) for each in sheets)))
        self._section("Tables: which column holds what", parts)

    def _section(self, title: str, parts: Mapping[str, QWidget]) -> None:
        px = self._theme.px
        self._lines.addWidget(head(self._theme, title))
        form = Form(self._theme)
        boxes = column(margins=(px(16), 0, px(16), px(8)), gap=px(4))
        boxes.addWidget(form)
        for name, control in parts.items():
            self.controls[name] = control
            if isinstance(control, TickBox):
                boxes.addWidget(control)
            else:
                form.add(name, control.accessibleName(), control)
        self._lines.addLayout(boxes)

    def _say(self, sentence: str) -> None:
        px = self._theme.px
        said = small(self._theme, plain.cut(sentence))
        said.setContentsMargins(px(16), 0, px(16), px(4))
        self._lines.addWidget(said)

    def _choice(self, name: str, offered: Sequence[tuple[str, str]]) -> Choice:
        made = Choice(self._theme, name=name)
        for value, said in offered:
            made.addItem(said, str(value))
        made.activated.connect(lambda _: self._take())
        return made

    def _tick(self, name: str) -> TickBox:
        made = TickBox(self._theme, name)
        made.clicked.connect(lambda _=False: self._take())
        return made

    def _show_values(self) -> None:
        chosen, reading = self._choices, self._choices.reading
        for name, control in self.controls.items():
            if isinstance(control, TickBox):
                control.setChecked(bool(getattr(reading, name)))
            elif isinstance(control, Choice):
                if name.startswith("column "):
                    value = chosen.columns.get(name.removeprefix("column "), _PROPOSED)
                else:
                    value = str(getattr(reading if hasattr(reading, name) else chosen, name))
                control.show_value(value)

    def _take(self) -> None:
        reading = self._choices.reading
        turned: dict[str, Callable[[str], HtmlText | Division | Lines]] = {
            "html_text": HtmlText, "division": Division, "pdf_lines": Lines,
        }  # fmt: skip
        values = {name: turned[name](value) for name, value in self._values().items() if name in turned}
        ticks = {name: each.isChecked() for name, each in self.controls.items() if isinstance(each, TickBox)}
        plain_values = reading.as_plain() | {name: str(value) for name, value in values.items()} | ticks
        columns = {
            name.removeprefix("column "): value
            for name, value in self._values().items()
            if name.startswith("column ") and value != _PROPOSED
        }
        values_of = self._values()
        self.changed.emit(
            replace(
                self._choices,
                reading=ReadingOptions.from_plain(plain_values),
                columns=columns,
                delimiter=values_of.get("delimiter", ""),
                sheet=values_of.get("sheet", ""),
                archive=values_of.get("archive", ""),
            )
        )

    def _values(self) -> dict[str, str]:
        return {name: each.value for name, each in self.controls.items() if isinstance(each, Choice)}


def _what_is_there(preview: ArticlePreview | None) -> object:
    """Give all that decides which choices are offered."""
    if preview is None:
        return None
    tables = tuple(
        (table.columns, tuple(table.roles.items()), table.sheets, table.delimiter) for table in preview.tables
    )
    archives = tuple((each.file, each.split.rule, len(each.split.articles)) for each in preview.archives)
    return frozenset(row.kind for row in preview.rows), tables, archives
