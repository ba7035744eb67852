# SPDX-License-Identifier: MIT
"""Values out of a table: which rows name an article, what would change, what is refused and where; then one verb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import Document, DocumentId, KnownError
from annotator.operations import MetadataPreview
from annotator.ui import plain, words
from annotator.ui.articles.desk import ArticlesDesk
from annotator.ui.articles.rows import ArticleWords
from annotator.ui.dialogs.page_dialog import PageDialog
from annotator.ui.team.fields import small
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button, TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import Form

MOST_LINES = 2000
_FOUND = ""


class ValuesImport(PageDialog):
    """Looks at the table anew with every choice. ``taken(words)`` once its values are in the project."""

    taken = Signal(str)

    def __init__(
        self, theme: Theme, desk: ArticlesDesk, parent: QWidget, *, path: Path, words_of: ArticleWords
    ) -> None:
        super().__init__(theme, f"Values from {path.name}", parent, size=(760, 660))
        self._desk = desk
        self._path = path
        self._words = words_of
        self._asked = 0
        self.preview: MetadataPreview | None = None
        self.summary = plain.label(wrap=True)
        self.key = Choice(theme, name="Column that names the articles")
        self.key.addItem("Found by itself", _FOUND)
        self.define = TickBox(theme, "Unknown columns become new fields")
        self.define.setChecked(True)
        self.clears = TickBox(theme, "Empty cells take values away")
        self.lines = LinesList(theme, name="What the table would do")
        self.lines.setMinimumHeight(theme.px(260))
        form = Form(theme)
        form.add("key", "Articles by", self.key)
        self.body.addWidget(self.summary)
        self.body.addWidget(form)
        for part in (self.define, self.clears):
            self.body.addWidget(part)
        self.body.addWidget(self.lines, 1)
        self.body.addWidget(small(theme, "Nothing has been written yet. Ctrl+Z takes all of it back afterwards."))
        self.cancel = Button(theme, "Cancel")
        self.accept_it = Button(theme, "Take in", kind="primary")
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.accept_it)
        self.key.activated.connect(lambda _: self._ask())
        self.define.clicked.connect(lambda _=False: self._ask())
        self.clears.clicked.connect(lambda _=False: self._ask())
        self.cancel.clicked.connect(self.reject)
        self.accept_it.clicked.connect(self._take)
        self.accept_it.setEnabled(False)
        self._ask()

    def _ask(self) -> None:
        self._asked += 1
        asked, path, key = self._asked, self._path, self.key.value or None
        define, clears = self.define.isChecked(), self.clears.isChecked()

        def show(preview: MetadataPreview) -> None:
            if asked == self._asked:
                self._show(preview)

        self._desk.ask(
            lambda project: operations.preview_metadata(project, path=path, key=key, define=define, clears=clears),
            done=show, failed=self._fail,
        )  # fmt: skip

    def _fail(self, error: KnownError) -> None:
        self.preview = None
        self.lines.show_lines([])
        self.summary.setText("Nothing can be taken from this table as it is.")
        self.accept_it.setEnabled(False)
        self.refuse(error)

    def _show(self, preview: MetadataPreview) -> None:
        self.preview = preview
        self.note.tell("")
        if self.key.count() == 1:
            headings = [preview.key.heading, *(each.heading for each in preview.columns.taken)]
            headings += [each.heading for each in preview.left_out]
            for heading in dict.fromkeys(headings):
                self.key.addItem(plain.cut(heading, longest=80), heading)
        self.key.setItemText(0, f"“{plain.cut(preview.key.heading, longest=60)}”, found by itself")
        self.summary.setText(summary(preview))
        documents = {row.document.id: row.document for row in self._desk.state.rows}
        every = list(lines_of(preview, documents, self._words))
        self.lines.show_lines(every[:MOST_LINES])
        number = len(preview.changes)
        verb = f"Take in {words.counted(number, 'value')}" if number else "Take in the fields"
        self.accept_it.show_words(verb)
        self.accept_it.setEnabled(bool(preview.changes or preview.new_fields))
        if not (preview.changes or preview.new_fields):
            self.note.tell("")
        if self.accept_it.isEnabled() and self.focusWidget() in (None, self.cancel):
            self.accept_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        path, key = self._path, self.key.value or None
        define, clears = self.define.isChecked(), self.clears.isChecked()
        self.accept_it.setEnabled(False)

        def done(preview: MetadataPreview) -> None:
            left = len(preview.refused) + len(preview.unmatched)
            more = f" {words.counted(left, 'line was', many='lines were')} left aside." if left else ""
            self.taken.emit(f"{words.counted(len(preview.changes), 'value')} taken in from {path.name}.{more}")
            self.accept()

        self._desk.write(
            lambda project, author: operations.import_metadata(
                project, author=author, path=path, key=key, define=define, clears=clears, skip_refused=True
            ),
            done=done, failed=self.refuse,
        )  # fmt: skip


def summary(preview: MetadataPreview) -> str:
    """Say in numbers what a table would do."""
    changed = len({each.document for each in preview.changes})
    parts = [
        f"{words.counted(len(preview.matched), 'row names', many='rows name')} an article",
        f"{words.counted(len(preview.changes), 'value')} in {words.counted(changed, 'article')} would change",
        f"{words.counted(len(preview.unmatched), 'row names', many='rows name')} none" if preview.unmatched else "",
        f"{words.counted(len(preview.refused), 'value is', many='values are')} refused" if preview.refused else "",
        f"{preview.unnamed:,} of the project {'is' if preview.unnamed == 1 else 'are'} not in it"
        if preview.unnamed
        else "",
    ]
    return ", ".join(filter(None, parts)) + "."


def lines_of(
    preview: MetadataPreview, documents: Mapping[DocumentId, Document], words_of: ArticleWords
) -> Iterator[ListLine]:
    """Go through what is refused, by line, then what is new, then what changes."""
    for place, each in enumerate((*preview.refused, *preview.unmatched)):
        where = f"Line {each.line}" + (f", column {each.column}" if each.column else "")
        token = "error" if place < len(preview.refused) else "warning"
        yield ListLine(
            f"left {place}", where, words.sentence(each.sentence), icon=token, token=token,
            aside="Refused" if token == "error" else "No article",
        )  # fmt: skip
    for out in preview.left_out:
        yield ListLine(f"out {out.heading}", f"Column {out.heading}", out.reason, icon="info", aside="Not taken")
    for field in preview.new_fields:
        yield ListLine(f"new {field.name}", field.heading, "A new field of text", icon="plus", aside="New field")
    headings = {each.name: each.heading for each in preview.columns.fields}
    for change in preview.changes:
        document = documents.get(change.document)
        heading = headings.get(change.field) or words_of.heading_of(change.field)
        yield ListLine(
            f"change {change.document} {change.field}", document.heading if document else change.document,
            f"{heading}: {change.before or 'not set'} becomes {change.after or 'not set'}",
            icon="tick", aside="Changes",
        )  # fmt: skip
