# SPDX-License-Identifier: MIT
"""Taking articles in: which files, what each would bring, what is to be settled, then one verb.

Nothing is written before it. The same for a project that is open and for one that is yet to be made.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.domain import KnownError
from annotator.operations import ArticleChoices, ArticlePreview, ImportVerdict, NearChoice, PreviewRow
from annotator.ui import plain, words
from annotator.ui.dialogs import files
from annotator.ui.grid.model import GridModel
from annotator.ui.grid.view import Grid
from annotator.ui.intake import wordings
from annotator.ui.intake.book import IntakeBook
from annotator.ui.intake.frame import TEXT, IntakeFrame
from annotator.ui.intake.reading import ArticleReading, Looked
from annotator.ui.intake.rows import COLUMN_OF, PreviewWords, widths
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.two_columns import RIGHT

EMPTY = (
    "Drop files or a folder anywhere on this window, or choose them: text, web pages, Word, OpenDocument, RTF, PDF, "
    "e-books, tables, downloads of news archives, ZIPs of them. All that would come in is shown first."
)
NOTHING_WRITTEN = "This is a preview. Nothing has been written yet."


class Intake(IntakeFrame):
    """``accepted`` when the verb is pressed: ``preview`` and ``book`` say what is to come in. ``left`` by Cancel.

    ``failed(error)`` where the files could not be read at all.
    """

    accepted = Signal()
    left = Signal()
    failed = Signal(object)
    looked_into = Signal(object)

    def __init__(self, theme: Theme, session: Session, *, for_new_project: bool) -> None:
        self.book = IntakeBook()
        self._looked: Looked | None = None
        self.rows = GridModel(PreviewWords(lambda: self.book, changed=self._edited))
        table = Grid(theme, self.rows, name="Articles that would come in", widths=self._widths)
        super().__init__(theme, table)
        self.rows.setParent(self)
        self._session = session
        self._is_new = for_new_project
        self._paths: list[Path] = []
        self._by_former: ArticleChoices | None = None
        self.reading = ArticleReading(session, for_new_project=for_new_project, parent=self)
        self._connect()
        self.start_afresh("Add articles")

    def _connect(self) -> None:
        self.add_files.clicked.connect(self.ask_files)
        self.add_folder.clicked.connect(self.ask_folder)
        self.cancel.clicked.connect(self.leave)
        self.accept.clicked.connect(self.accepted)
        self.go_there.clicked.connect(self._correct)
        self.table.selection_moved.connect(self._show_row)
        self.table.entered_row.connect(lambda _: self._enter_row())
        self.pane.encoding_chosen.connect(self._choose_encoding)
        self.pane.near_chosen.connect(self._choose_near)
        self.options.changed.connect(self._choose_reading)
        self.strip.near_chosen.connect(self._choose_near_of_all)
        self.strip.repeated_chosen.connect(self._choose_repeated)
        self.reading.began.connect(self.work.begin)
        self.reading.progressed.connect(self.work.advance)
        self.reading.ended.connect(self.work.end)
        self.reading.done.connect(self._show)
        self.reading.failed.connect(self._fail)
        self.reading.called_off.connect(self._called_off)
        self.work.called_off.connect(self.reading.cancel)

    @property
    def preview(self) -> ArticlePreview | None:
        """What was read, or None."""
        return self._looked.preview if self._looked is not None else None

    def start_afresh(self, title: str) -> None:
        """Let go of everything that was chosen and read."""
        self.reading.forget()
        self._paths, self._looked, self.book, self._by_former = [], None, IntakeBook(), None
        self._title.setText(plain.cut(title))
        self._subtitle.setText(EMPTY)
        self.rows.show_rows([])
        self._say()

    def take_focus(self) -> None:
        """Put the focus where the next thing is to be done."""
        target = self.table if self.rows.rowCount() else self.add_files
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_files(self) -> None:
        """Ask for files and look at them too."""
        self.look_into(files.ask_files(self, "Choose articles", kinds=files.ARTICLES))

    def ask_folder(self) -> None:
        """Ask for a folder and look at what lies in it."""
        folder = files.ask_folder(self, "Choose a folder of articles")
        self.look_into([folder] if folder is not None else [])

    def look_into(self, paths: Sequence[Path]) -> None:
        """Read these too; what was chosen about others stays."""
        new = [path for path in paths if path not in self._paths]
        if new:
            self._paths += new
            self._read()
            self.looked_into.emit(new)

    def say_writing(self) -> None:
        """Let nothing be pressed while the articles are taken in."""
        self.accept.setEnabled(False)
        self._subtitle.setText("Taking the articles in.")

    def read_again(self) -> None:
        """Look at the same files once more: they, or the project, are others now."""
        self._read()

    def leave(self) -> None:
        """Stop reading; where nothing is being read, let go of the files and leave."""
        if self.reading.is_running:
            self.reading.cancel()
            return
        self.start_afresh(self.title)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as Cancel; F6 goes round the parts where no project is open whose window would know it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F6:
            self.cycle(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        self._note.setText("")
        self._subtitle.setText("Reading the files. Nothing has been written yet.")
        self.accept.setEnabled(False)
        self.reading.read(self._paths, self.book.choices)

    def _show(self, looked: Looked) -> None:
        self._looked, self._by_former = looked, self.book.choices
        self.book.called = self._titles()
        self._subtitle.setText(NOTHING_WRITTEN)
        chosen = [self.rows.words.key(self.rows.row(place)) for place in self.table.chosen[:1]]
        self.rows.show_rows(looked.preview.rows)
        self.options.show_preview(looked.preview, self.book.choices)
        self._say()
        if self.rows.rowCount():
            self.table.choose(chosen[0] if chosen else "")
        self._show_row()
        if self.isVisible() and not self._panel.isAncestorOf(self.focusWidget() or self.table):
            self.take_focus()

    def _fail(self, error: KnownError) -> None:
        """Go back to how files were read before; a name that is no encoding is no reason to lose them."""
        if self._looked is None:
            self.start_afresh(self.title)
            self.failed.emit(error)
            return
        self.book.choices = self._by_former or ArticleChoices()
        self._show(self._looked)
        self._note.setText(plain.sentence_of(error))

    def _correct(self) -> None:
        """Begin to edit the first value that could not be stored."""
        wrong = self.book.first_fault(self.book.coming(self.preview)) if self.preview is not None else None
        if wrong is not None:
            each, name = wrong
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.choose(self.rows.words.key(each))
            cell = self.rows.index(self.table.currentIndex().row(), COLUMN_OF[name])
            self.table.setCurrentIndex(cell)
            self.table.edit(cell)

    def _called_off(self) -> None:
        if self._looked is None:
            self.start_afresh(self.title)
        else:
            self.book.choices = self._by_former or ArticleChoices()
            self._show(self._looked)

    def _edited(self, row: PreviewRow) -> None:
        self.rows.change_row(row)
        # What is skipped or repeated hangs on its neighbours.
        self.rows.refresh()
        self._say()
        self._show_row()

    def _say(self) -> None:
        """Say what would come in, and whether it may."""
        preview = self.preview
        self.show_parts(has_rows=preview is not None)
        coming = self.book.coming(preview) if preview is not None else []
        number = words.counted(len(coming), "article")
        verb = f"Save a project with {number}…" if self._is_new else f"Add {number}"
        self.accept.show_words(verb if coming else "Add articles")
        wrong = self.book.first_fault(coming)
        missing = ""
        if preview is not None and not coming:
            is_any = any(row.verdict is ImportVerdict.NEW for row in preview.rows)
            missing = "No row that could come in is ticked." if is_any else "Nothing in these files can come in."
        if wrong is not None:
            each, name = wrong
            missing = f"Row {each.place + 1}: {name} cannot be stored as it stands."
            self.go_there.show_words(f"Correct row {each.place + 1}")
        self.go_there.setVisible(wrong is not None)
        self.accept.setEnabled(bool(coming) and wrong is None and not self.reading.is_running)
        self._note.setText(plain.cut(missing))
        if preview is None:
            self.strip.hide()
            return
        self._sums.set_text(wordings.sums(preview.rows, len(coming)))
        self._say_copies(preview)

    def _say_copies(self, preview: ArticlePreview) -> None:
        near = [row for row in preview.rows if row.near]
        choices = {self.book.near_of(row) for row in near}
        repeated = self._looked.repeated if self._looked is not None else {}
        self.strip.tell(
            near=len(near), repeated=sum(repeated.values()), articles=len(repeated), may_group=self._may_group,
            chosen=next(iter(choices)) if len(choices) == 1 else None,
        )  # fmt: skip

    @property
    def _may_group(self) -> bool:
        return self._is_new or self._session.is_lead

    def _titles(self) -> dict[str, str]:
        """Give what the project's articles are called, by identity and by text."""
        if self._is_new or not self._session.is_open:
            return {}
        documents = [each.document for each in self._session.overview.documents]
        return {key: each.heading for each in documents for key in (each.id, each.text_sha256)}

    def _current(self) -> PreviewRow | None:
        chosen = self.table.chosen
        return self.rows.row(chosen[0]) if chosen else None

    def _show_row(self) -> None:
        current = self._current()
        repeated = self._looked.repeated.get(current.place, 0) if self._looked is not None and current else 0
        self.pane.show_row(current, self.book, may_group=self._may_group, repeated=repeated)

    def _enter_row(self) -> None:
        self.turn_to(TEXT)
        if self.columns.is_folded:
            self.columns.turn_to(RIGHT)
        self.pane.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_encoding(self, file: str, encoding: str) -> None:
        self.book.read_file_by(file, encoding)
        self._read()

    def _choose_reading(self, choices: ArticleChoices) -> None:
        if choices != self.book.choices:
            self.book.choices = choices
            self._read()

    def _choose_near(self, choice: NearChoice) -> None:
        for place in self.table.chosen:
            if (each := self.rows.row(place)).near:
                self.book.choose_near(each, choice)
        if (current := self._current()) is not None:
            self._edited(current)

    def _choose_near_of_all(self, choice: NearChoice) -> None:
        self.book.choose_near_of_all(choice)
        self.rows.refresh()
        self._say()
        self._show_row()

    def _choose_repeated(self, on: bool) -> None:
        self.book.repeated_passages = on

    def _widths(self, room: int) -> dict[int, int]:
        kinds = [row.kind for row in self._looked.preview.rows] if self._looked is not None else []
        return widths(self.theme.px, room, kinds=kinds)
