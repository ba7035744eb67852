# SPDX-License-Identifier: MIT
"""The codes with their keys and definitions, and the excluded region under 0."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain import Annotation, Code, Codebook
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.docks.code_row import CodeRow
from annotator.ui.shortcuts import EXCLUDED_KEY
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.surfaces import Scroll, clear, column

EXCLUDED = ""
"""What stands for the excluded region where a code is asked for: no code."""


class CodebookPanel(QWidget):
    """``applied(code id)`` asks to code the selection; the empty id asks for an excluded region."""

    applied = Signal(str)

    def __init__(self, theme: Theme, desk: ArticleDesk) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._codebook = Codebook()
        self._rows: dict[str, CodeRow] = {}
        self._may_apply = False
        content = QWidget()
        self._list = column(content)
        self._scroll = Scroll(content)
        column(self).addWidget(self._scroll)
        desk.chosen_changed.connect(lambda _: self._follow())
        desk.marks_changed.connect(lambda _removed, _added: self._recount())
        desk.article_changed.connect(self._recount)
        theme.changed.connect(self._rebuild)

    @property
    def rows(self) -> dict[str, CodeRow]:
        """The rows by the code's id; the empty id is the excluded region."""
        return self._rows

    def show_codebook(self, codebook: Codebook) -> None:
        """Take the project's codes; the same ones change nothing."""
        if codebook != self._codebook:
            self._codebook = codebook
            self._rebuild()

    def let_apply(self, may: bool) -> None:
        """Say whether words are selected: then a click codes them, else it opens the definition."""
        self._may_apply = may

    def take_focus(self) -> None:
        """Put the focus on the code of the selected passage, else on the first."""
        chosen = self._desk.chosen
        code = str(chosen.code) if isinstance(chosen, Annotation) else next(iter(self._rows), "")
        if (found := self._rows.get(code)) is not None:
            found.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rebuild(self) -> None:
        clear(self._list)
        self._rows = {}
        retired = [code for code in self._codebook.codes if code.retired]
        for code in (*self._codebook.active, *retired):
            self._add(code.id, self._row(code))
        excluded = CodeRow(self._theme, key=EXCLUDED_KEY, name="Excluded region", pattern=None, colour="")
        excluded.describe("Web furniture, captions, repeated quotes: no part of the article.")
        self._add(EXCLUDED, excluded)
        self._list.addStretch(1)
        self._recount()
        self._follow()

    def _row(self, code: Code) -> CodeRow:
        name = f"{code.name} (retired)" if code.retired else code.name
        made = CodeRow(
            self._theme, key="" if code.retired else code.shortcut, name=name, pattern=code.pattern,
            colour=self._theme.code_colour(code),
        )  # fmt: skip
        details = [("Counts", code.counts), ("Does not", code.does_not)]
        details += [("Example", example) for example in code.examples[:3]]
        made.describe(code.definition, details=tuple((head, text) for head, text in details if text))
        return made

    def _add(self, code: str, made: CodeRow) -> None:
        self._rows[code] = made
        made.applied.connect(lambda: self._apply(code))
        made.moved.connect(lambda step: self._move(code, step))
        self._list.addWidget(made)

    def _apply(self, code: str) -> None:
        if self._may_apply:
            self.applied.emit(code)
        else:
            self._rows[code].set_open(not self._rows[code].is_open)

    def _move(self, code: str, step: int) -> None:
        order = list(self._rows)
        target = self._rows[order[(order.index(code) + step) % len(order)]]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(target)

    def _recount(self) -> None:
        article = self._desk.article
        counts: Counter[str] = Counter()
        for entry in article.entries.values() if article else ():
            counts[entry.code if isinstance(entry, Annotation) else EXCLUDED] += 1
        for code, made in self._rows.items():
            made.show_count(counts[code])

    def _follow(self) -> None:
        chosen = self._desk.chosen
        code = None if chosen is None else chosen.code if isinstance(chosen, Annotation) else EXCLUDED
        for each, made in self._rows.items():
            made.light(each == code)
        if code is not None and code in self._rows:
            self._scroll.ensureWidgetVisible(self._rows[code])
