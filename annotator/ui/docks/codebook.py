# SPDX-License-Identifier: MIT
"""The codes with their keys and definitions, and the excluded region under 0."""

from collections import Counter

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from annotator.domain import Annotation, Code, Codebook
from annotator.ui import plain
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.docks.code_row import CodeRow
from annotator.ui.shortcuts import BY_NAME, EXCLUDED_KEY
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import Scroll, clear, column, row

EXCLUDED = ""
"""What stands for the excluded region where a code is asked for: no code."""


class CodebookPanel(QWidget):
    """``applied(code id)`` asks to code the selection; the empty id asks for an excluded region.

    ``edit_asked(code id)`` and ``new_asked`` come where editing is let: for the lead. ``take_asked`` and
    ``save_asked`` name the entries of the table of keys for codebooks that come in and go out.
    """

    applied = Signal(str)
    edit_asked = Signal(str)
    new_asked = Signal()
    take_asked = Signal(str)
    save_asked = Signal(str)

    def __init__(self, theme: Theme, desk: ArticleDesk) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._codebook = Codebook()
        self._rows: dict[str, CodeRow] = {}
        self._may_apply = self._may_edit = False
        self._new: Button | None = None
        self.more: Button | None = None
        content = QWidget()
        self._list = column(content)
        self._scroll = Scroll(content)
        column(self).addWidget(self._scroll)
        desk.chosen_changed.connect(lambda _: self._follow())
        desk.marks_changed.connect(lambda _removed, _added: self._heard())
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

    def let_edit(self, may: bool) -> None:
        """Say whether the codebook may be edited here; whoever may not sees no sign of it."""
        if may != self._may_edit:
            self._may_edit = may
            self._rebuild()

    @property
    def new_button(self) -> Button | None:
        """The button at the end of the list, where the codebook may be edited."""
        return self._new

    @property
    def focused_code(self) -> str:
        """The code whose row has the focus, or empty."""
        return next((code for code, made in self._rows.items() if made.hasFocus()), "")

    def reveal(self, code: str) -> bool:
        """Bring a code into sight; False where it is not in the list yet."""
        found = self._rows.get(code)
        if found is not None:
            # Its place is known once the list has been laid out.
            QTimer.singleShot(0, found, lambda: self._scroll.ensureWidgetVisible(found))
        return found is not None

    def take_focus(self) -> None:
        """Put the focus on the code of the selected passage, else on the first."""
        chosen = self._desk.chosen
        code = str(chosen.code) if isinstance(chosen, Annotation) else next(iter(self._rows), "")
        if (found := self._rows.get(code)) is not None:
            found.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rebuild(self) -> None:
        clear(self._list)
        self._rows = {}
        self._new = self.more = None
        retired = [code for code in self._codebook.codes if code.retired]
        for code in (*self._codebook.active, *retired):
            self._add(code.id, self._row(code))
        excluded = CodeRow(self._theme, key=EXCLUDED_KEY, name="Excluded region", pattern=None, colour="")
        excluded.describe("Web furniture, captions, repeated quotes: no part of the article.")
        self._add(EXCLUDED, excluded)
        if self._may_edit:
            self._add_new_button()
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
        if self._may_edit:
            made.offer_edit(code.name)
            made.edit_asked.connect(lambda: self.edit_asked.emit(code.id))
            made.menu_asked.connect(lambda place: self._open_menu(code, place))
        return made

    def _add_new_button(self) -> None:
        px = self._theme.px
        line = row(margins=(px(12), px(6), px(16), px(12)))
        self._new = Button(self._theme, BY_NAME["new_code"].words, kind="quiet", icon="plus")
        plain.set_tooltip(self._new, BY_NAME["new_code"].shown)
        self._new.clicked.connect(self.new_asked)
        self.more = Button(self._theme, kind="icon", icon="more", spoken="Codebooks from and to files")
        self.more.clicked.connect(self._open_more)
        line.addWidget(self._new)
        line.addStretch(1)
        line.addWidget(self.more)
        self._list.addLayout(line)

    def _open_menu(self, code: Code, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(plain.caption(f"Edit “{code.name}”…")).triggered.connect(lambda: self.edit_asked.emit(code.id))
        menu.addAction(plain.caption(BY_NAME["new_code"].words)).triggered.connect(self.new_asked)
        menu.addSeparator()
        self._add_files(menu)
        menu.popup(place)

    def _add_files(self, menu: QMenu) -> None:
        """Offer codebooks that come in and go out."""
        for name, asked in (("take_codebook", self.take_asked), ("save_codebook", self.save_asked)):
            menu.addAction(plain.caption(BY_NAME[name].words)).triggered.connect(
                lambda _=False, asked=asked, name=name: asked.emit(name)
            )

    def files_menu(self) -> QMenu:
        """Make the menu of codebooks that come in and go out."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_files(made)
        return made

    def _open_more(self) -> None:
        if self.more is not None:
            self.files_menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

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

    def _heard(self) -> None:
        self._recount()
        lit = self._rows.get(self._chosen_code() or "")
        if lit is not None and not lit.is_lit:
            self._follow()

    def _chosen_code(self) -> str | None:
        chosen = self._desk.chosen
        return None if chosen is None else chosen.code if isinstance(chosen, Annotation) else EXCLUDED

    def _follow(self) -> None:
        code = self._chosen_code()
        for each, made in self._rows.items():
            made.light(each == code)
        if code is not None and code in self._rows:
            self._scroll.ensureWidgetVisible(self._rows[code])
