# SPDX-License-Identifier: MIT
"""All articles of a project in one table, with what is known of them; and the way in for more."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedWidget, QWidget

from annotator import operations
from annotator.domain import KnownError
from annotator.operations import ArticleImportReport, ExportedFile, MetadataChange, Outcome
from annotator.ui import plain, words
from annotator.ui.articles.desk import ArticleRow, ArticlesDesk
from annotator.ui.articles.rows import ArticleWords
from annotator.ui.articles.side import ArticlesSide
from annotator.ui.dialogs import files
from annotator.ui.grid.model import GridModel
from annotator.ui.grid.view import Grid
from annotator.ui.intake.intake import Intake
from annotator.ui.intake.summary_card import SummaryCard
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import Surface, column, row
from annotator.ui.widgets.two_columns import LEFT, RIGHT, TwoColumns

_LOW, _NARROW = 420, 640
"""Below this height or width, in text heights, the title gives way."""
NO_ARTICLES = "There are no articles yet. Add files or a folder of them; what they bring is shown first."
NONE_LEFT = "No article holds all these words."
ONLY_LEAD = "Only the lead changes what is known of articles."


class ArticlesPage(ProjectPage):
    """``article_asked(document)`` leads to the text of an article."""

    article_asked = Signal(str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_articles")
        self.desk = ArticlesDesk(session, parent=self)
        self.desk.is_watched = self.isVisible
        self.words = ArticleWords(may_edit=lambda: self.desk.may_edit, edited=self._edit)
        self.rows = GridModel(self.words, self)
        self.table = Grid(theme, self.rows, name="Articles", widths=lambda room: self.words.widths(theme.px, room))
        self.filter = QLineEdit()
        self.sorted_by = Choice(theme, name="Sorted by")
        self.summary = SummaryCard(theme)
        self.side = ArticlesSide(theme, self.desk, self.words)
        self.intake = Intake(theme, session, for_new_project=False)
        self.add = Button(theme, "Add articles…", icon="plus")
        self.add_first = Button(theme, "Add articles…", kind="primary", icon="plus")
        self._title = plain.label("Articles")
        self._title.setFont(theme.font(Type.TITLE))
        self._subtitle = plain.label(ink="secondary", wrap=True)
        self._empty_words = plain.label(NO_ARTICLES, wrap=True)
        self._first_new = ""
        self._turns = QStackedWidget()
        self.columns = TwoColumns(theme, self._make_middle(), self.side, names=("Articles", "Fields and copies"))
        self._turns.addWidget(self.columns)
        self._turns.addWidget(self.intake)
        self.body.addWidget(self._turns, 1)
        self._connect()

    def _make_middle(self) -> QWidget:
        px = self.theme.px
        made = QWidget()
        self._middle = lines = column(made, margins=(px(24), px(16), px(24), px(16)), gap=px(10))
        top = row(gap=px(10))
        self._said = QWidget()
        said = column(self._said, gap=px(2))
        said.addWidget(self._title)
        said.addWidget(self._subtitle)
        top.addWidget(self._said, 1)
        self.filter.setPlaceholderText("Any words of the row")
        self.filter.setAccessibleName("Filter the articles")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(px(200))
        self.sorted_by.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.sorted_by.setFixedWidth(px(140))
        top.addWidget(self.filter, 1, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.sorted_by, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        lines.addLayout(top)
        lines.addWidget(self.summary)
        self._card = Surface("card")
        inside = column(self._card, margins=(1, 1, 1, 1))
        self._empty = QWidget()
        empty = column(self._empty, margins=(px(16), px(16), px(16), px(16)), gap=px(12))
        empty.addWidget(self._empty_words)
        empty.addWidget(self.add_first, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._empty)
        inside.addWidget(self.table, 1)
        lines.addWidget(self._card, 1)
        self._gap = QWidget()
        lines.addWidget(self._gap, 1)
        made.setMinimumWidth(px(320))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what is said of all articles give way where there is little room; the table and its verbs stay."""
        super().resizeEvent(event)
        px = self.theme.px
        is_small = self.height() < px(_LOW) or self.width() < px(_NARROW)
        self._said.setVisible(not is_small)
        self._middle.setContentsMargins(px(24), px(8 if is_small else 16), px(24), px(8 if is_small else 16))

    def _connect(self) -> None:
        self.desk.changed.connect(self._show)
        self.filter.textChanged.connect(self._narrow)
        self.sorted_by.activated.connect(self.table.sort_by)
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda at, _: self.sorted_by.setCurrentIndex(at))
        self.table.selection_moved.connect(self._show_chosen)
        self.table.entered_row.connect(lambda at: self.article_asked.emit(self.rows.row(at).document.id))
        for button in (self.add, self.add_first):
            button.clicked.connect(self.add_articles)
        self.side.values.take.clicked.connect(self.side.ask_values)
        self.side.values.export.clicked.connect(self._export)
        self.side.article_asked.connect(self.article_asked)
        self.side.said.connect(self.said)
        self.intake.accepted.connect(self._take_in)
        self.intake.left.connect(self._back)
        self.intake.failed.connect(self.refused)
        self.summary.undo_asked.connect(self._undo)
        self.summary.code_asked.connect(self._code_first)

    @property
    def title(self) -> str:
        """What stands on top of the table."""
        return self._title.text()

    @property
    def subtitle(self) -> str:
        """What is said of all articles."""
        return self._subtitle.text()

    @property
    def is_taking_in(self) -> bool:
        """Whether the preview of an import is shown instead of the table."""
        return self._turns.currentWidget() is self.intake

    @property
    def status(self) -> tuple[str, str] | None:
        """Say how many articles are selected and how many there are."""
        number = words.counted(len(self.desk.state.rows), "article")
        return ("" if self.is_taking_in else f"{len(self.table.chosen):,} selected", number)

    def acts(self) -> dict[str, Callable[[], object]]:
        """F6 goes round the parts; undo and redo reach what was done here."""
        return {
            "region": lambda: self._cycle(1),
            "region_back": lambda: self._cycle(-1),
            "undo": self._undo,
            "redo": self._redo,
            "find": self._find,
        }

    def begin(self) -> None:
        """Come into view: everything is read anew; an import that was begun is still there."""
        self.desk.refresh()
        if self.is_taking_in:
            self.intake.take_focus()
        else:
            self._take_focus()

    def add_articles(self) -> None:
        """Show the way in for more articles."""
        self._turns.setCurrentWidget(self.intake)
        self.intake.take_focus()
        self.status_changed.emit()

    def look_into(self, paths: Sequence[Path]) -> None:
        """Show what files and folders would bring."""
        self.add_articles()
        self.intake.look_into(paths)

    def _back(self) -> None:
        self._turns.setCurrentWidget(self.columns)
        self._take_focus()
        self.status_changed.emit()

    def _take_focus(self) -> None:
        target = self.table if self.rows.rowCount() else self.add_first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        state = self.desk.state
        chosen = [self.words.key(self.rows.row(at)) for at in self.table.chosen]
        if self.words.show_fields(state.fields):
            at = self.table.horizontalHeader().sortIndicatorSection()
            self.rows.show_rows([])
            self._offer_sorting(at)
        elif not self.sorted_by.count():
            self._offer_sorting(self.table.horizontalHeader().sortIndicatorSection())
        self.rows.show_rows(state.rows)
        if self._first_new and self.rows.place_of(self._first_new) >= 0:
            self.table.choose(self._first_new)
            self._first_new = ""
        elif not self.table.chosen and self.rows.rowCount():
            self.table.choose(chosen[0] if chosen else "")
        may = self.desk.may_edit
        missing = sum(not each.document.date for each in state.rows)
        undated = f" {missing:,} without a date." if missing else ""
        length = sum(each.document.length for each in state.rows)
        said = f"{words.counted(len(state.rows), 'article')}, {length:,} characters.{undated}"
        self._subtitle.setText(f"{said} {'' if may else ONLY_LEAD}".strip() if state.rows else "")
        self.side.show_state()
        self._say_empty()
        self._show_chosen()
        if self.isVisible() and not self.is_taking_in and self.focusWidget() in (None, self.add_first):
            self._take_focus()

    def _offer_sorting(self, at: int) -> None:
        if self.sorted_by.count() == len(self.words.columns):
            for place, heading in enumerate(self.words.headings()):
                self.sorted_by.setItemText(place, f"By {plain.cut(heading, longest=60)}")
            return
        self.sorted_by.clear()
        for heading in self.words.headings():
            self.sorted_by.addItem(f"By {plain.cut(heading, longest=60)}")
        self.sorted_by.setCurrentIndex(min(at, self.sorted_by.count() - 1))

    def _say_empty(self) -> None:
        none = self.rows.rowCount() == 0
        has_any = bool(self.desk.state.rows)
        self._empty_words.setText(NONE_LEFT if has_any else NO_ARTICLES)
        self.add_first.setVisible(not has_any)
        self._empty.setVisible(none)
        self._gap.setVisible(none)
        self.table.setVisible(not none)
        for part in (self.filter, self.sorted_by, self.add):
            part.setVisible(has_any)

    def _show_chosen(self) -> None:
        self.side.show_chosen([self.rows.row(at) for at in self.table.chosen])
        self.status_changed.emit()

    def _narrow(self, text: str) -> None:
        self.rows.set_filter(text)
        if self.rows.rowCount():
            self.table.choose("")
        self._say_empty()
        self._show_chosen()

    def _find(self) -> None:
        if not self.is_taking_in:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _edit(self, row: ArticleRow, name: str, value: str) -> None:
        def stored(_changes: tuple[MetadataChange, ...]) -> None:
            self.summary.hide()

        self.desk.set_values({row.document.id: {name: value}}, done=stored)

    def _export(self) -> None:
        path = files.ask_new_file(self, "Export values of articles", name="articles.csv", kinds=files.TABLES)
        if path is not None:
            self.session.read(lambda project: operations.export_metadata(project, path=path), done=self._exported)

    def _exported(self, written: ExportedFile) -> None:
        self.said.emit(
            f"{words.counted(written.rows, 'article')} in {written.path}. Edited in a spreadsheet, it can be taken in "
            "again by Import values."
        )

    def _take_in(self) -> None:
        preview, book, author = self.intake.preview, self.intake.book, self.session.coder.id
        if preview is None:
            return
        keep, near = book.keep(preview), book.near_by_place(preview)
        metadata, repeated = book.metadata_by_place(preview), book.repeated_passages
        self.intake.say_writing()

        def taken(outcome: Outcome[ArticleImportReport]) -> None:
            self.intake.start_afresh("Add articles")
            self.summary.show_report(outcome.value)
            self._first_new = next(iter(outcome.value.added), "")
            self._back()

        def refused(_error: KnownError) -> None:
            self.intake.read_again()

        self.session.write(
            lambda project: operations.import_articles(
                project, author=author, preview=preview, keep=keep, near=near, metadata=metadata,
                repeated_passages=repeated,
            ),
            done=taken, failed=refused,
        )  # fmt: skip

    def _code_first(self) -> None:
        chosen = self.table.chosen
        if chosen:
            self.article_asked.emit(self.rows.row(chosen[0]).document.id)

    def _undo(self) -> None:
        coder = self.session.coder.id
        self.session.write(
            lambda project: operations.undo(project, coder=coder), done=lambda outcome: self._tell("Undone", outcome)
        )

    def _redo(self) -> None:
        coder = self.session.coder.id
        self.session.write(
            lambda project: operations.redo(project, coder=coder),
            done=lambda outcome: self._tell("Done again", outcome),
        )

    def _tell(self, how: str, outcome: Outcome[str]) -> None:
        self.summary.hide()
        self.said.emit(f"{how}: {outcome.value}.")

    def _cycle(self, step: int) -> None:
        """Go from part to part; one that has given way is turned to."""
        if self.is_taking_in:
            self.intake.cycle(step)
            return
        focused = self.focusWidget() or self
        stops: list[tuple[str, QWidget, Callable[[], object]]] = [
            (LEFT, self.table, self._take_focus),
            (RIGHT, self.side, self.side.take_focus),
            (LEFT, self.filter, self._find),
        ]
        here = next((at for at, (_, part, _f) in enumerate(stops) if part is focused or part.isAncestorOf(focused)), -1)
        side, _, focus = stops[(here + step) % len(stops)]
        if self.columns.is_folded:
            self.columns.turn_to(side)
        focus()
