# SPDX-License-Identifier: MIT
"""Merging: which files, what each would bring and asks, then one verb. Nothing is written before it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from annotator import operations
from annotator.domain import KnownError
from annotator.operations import ExportedFile, MergePreview, MergeResult, Outcome
from annotator.ui import words
from annotator.ui.dialogs import files
from annotator.ui.merging import sentences
from annotator.ui.merging.answer_book import AnswerBook
from annotator.ui.merging.foot import MergeFoot
from annotator.ui.merging.preview_pane import PreviewPane
from annotator.ui.merging.reading import FileReading
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme

EMPTY = (
    "Drop the files that your coders sent you anywhere on this window, or choose them. What each would bring is shown "
    "before anything is written."
)

LETS_GO_AFTER_MILLISECONDS = 300_000


class MergePage(ProjectPage):
    """Holds the chosen files and the answers; each choice of files makes a fresh preview of all of them together.

    ``passage_asked(passage, words)`` leads to a passage in its article, ``history_asked`` to the page
    of the history.
    """

    passage_asked = Signal(object, str)
    history_asked = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_merge")
        self._paths: list[Path] = []
        self._looked_at: list[Path] = []
        self._preview: MergePreview | None = None
        self._is_stale = self._is_merging = False
        self._let_go = QTimer(self, singleShot=True, interval=LETS_GO_AFTER_MILLISECONDS)
        self.book = AnswerBook()
        self.reading = FileReading(session, parent=self)
        self.pane = PreviewPane(theme, session, self.book)
        self.foot = MergeFoot(theme, session.check)
        self.body.addWidget(self.pane, 1)
        self.body.addWidget(self.foot)
        self._connect()
        self._show_empty()

    def _connect(self) -> None:
        self.pane.add.clicked.connect(self._choose)
        self.pane.save.clicked.connect(self._save)
        self.pane.answered.connect(self._answer)
        self.pane.opened.connect(self.passage_asked)
        self.pane.result.withdrawn.connect(self._withdraw)
        self.pane.result.history_asked.connect(self.history_asked)
        self.foot.merge_asked.connect(self._merge)
        self.foot.cancelled.connect(self._cancel)
        self.foot.missing_asked.connect(self.pane.enter_missing)
        self.reading.done.connect(self._show)
        self.reading.failed.connect(self._fail)
        self.reading.called_off.connect(self._called_off)
        self.session.bus.changed.connect(self._heard)
        self._let_go.timeout.connect(self.reading.forget)

    @property
    def title(self) -> str:
        """What stands on top."""
        return self.pane.title.text()

    @property
    def subtitle(self) -> str:
        """What the page says about what it shows."""
        return self.pane.subtitle.text()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that were chosen."""
        return tuple(self._paths)

    def begin(self) -> None:
        """Put the focus on the first thing to do; a preview of a project that has changed meanwhile is made anew."""
        if self._is_stale and self._paths and not self.reading.is_running:
            self.preview(self._paths)
        elif self._preview is not None and self.book.missing:
            self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            first = self.foot.merge if self.foot.merge.isEnabled() else self.pane.add
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what was read if the reader stays away: it is then read again for the merge."""
        super().hideEvent(event)
        if self._preview is not None:
            self._let_go.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep what was read."""
        super().showEvent(event)
        self._let_go.stop()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Look at these files too; answers given so far stay."""
        if not self._is_merging:
            self.preview([*self._paths, *paths])

    def preview(self, paths: Sequence[Path]) -> None:
        """Read the files and show what merging them would do."""
        self._paths = list(dict.fromkeys(paths))
        self._is_stale = False
        self.pane.result.hide()
        self.pane.subtitle.setText(f"Reading {words.counted(len(self._paths), 'file')}. Nothing has been written.")
        self.foot.cancel.show()
        self.foot.allow(False, missing="The files are being read")
        self.reading.read(self._paths)

    def _choose(self) -> None:
        chosen = files.ask_files(self, "Choose the files to merge", kinds=files.PROJECTS)
        if chosen:
            self.add_files(chosen)

    def _cancel(self) -> None:
        """Stop reading, or let go of the files."""
        if self.reading.is_running:
            self.reading.cancel()
            return
        self._paths, self._looked_at = [], []
        self.book.forget()
        self.reading.forget()
        self._show_empty()

    def _called_off(self) -> None:
        """Go back to what was looked at before."""
        self._paths = list(self._looked_at)
        if self._preview is not None and self._paths:
            self._show(self._preview)
        else:
            self._show_empty()

    def _show_empty(self) -> None:
        self._preview = None
        self.pane.show_nothing()
        self.pane.subtitle.setText(EMPTY)
        self.foot.merge.show_words("Merge")
        self.foot.allow(False, missing="No file is chosen")
        self.foot.cancel.hide()

    def _fail(self, error: KnownError) -> None:
        self._paths = []
        self._show_empty()
        self.refused.emit(error)

    def _show(self, preview: MergePreview) -> None:
        self._preview = preview
        self._looked_at = list(self._paths)
        self.book.take(preview.questions)
        self.pane.subtitle.setText(sentences.NOTHING_WRITTEN)
        self.pane.show_preview(preview)
        self.foot.cancel.show()
        self._allow()
        if self.isVisible():
            self.begin()

    def _answer(self, question: str, choice: str) -> None:
        self.book.choose(question, choice)
        self.pane.show_answers()
        self._allow()

    def _allow(self) -> None:
        preview = self._preview
        if preview is None:
            return
        going = [plan for plan in preview.files if plan.name not in self.book.left_out]
        self.foot.merge.show_words(f"Merge {words.counted(len(going), 'file')}" if going else "Merge")
        nothing = ""
        if not going:
            nothing = "Every file is left out" if preview.files else "No file here can be merged"
        elif not sum(plan.new_changes for plan in going):
            nothing = "Everything in these files is here already"
        self.foot.allow(not nothing, missing=nothing, answers=sentences.missing_words(self.book.missing))

    def _merge(self) -> None:
        author, wanted, answers = self.session.coder.id, list(self._paths), self.book.answers
        self._is_merging = True
        self.foot.allow(False, missing="Merging")
        self.foot.cancel.setEnabled(False)
        self.pane.subtitle.setText("Merging. A checked backup is made first.")
        self.reading.began.emit("Merging")
        self.session.write(
            lambda project: operations.merge(
                project, author=author, paths=wanted, answers=answers, progress=self.reading.progressed.emit
            ),
            done=self._merged, failed=self._not_merged, initiator=self,
        )  # fmt: skip

    def _stop_merging(self) -> None:
        self._is_merging = False
        self.foot.cancel.setEnabled(True)
        self.reading.ended.emit()

    def _not_merged(self, _error: KnownError) -> None:
        """Look at the files anew, which may have changed meanwhile; the session says why it went wrong."""
        self._stop_merging()
        self.preview(self._paths)

    def _merged(self, outcome: Outcome[MergeResult]) -> None:
        self._stop_merging()
        self._paths, self._looked_at = [], []
        self.book.forget()
        self._show_empty()
        self.pane.show_result(outcome.value)
        self.foot.allow(False, missing="")
        if self.isVisible():
            self.pane.result.history.setFocus(Qt.FocusReason.OtherFocusReason)

    def _withdraw(self, number: int) -> None:
        author = self.session.coder.id

        def withdrawn(_: Outcome[int]) -> None:
            self.pane.result.show_withdrawn()
            self.pane.result.history.setFocus(Qt.FocusReason.OtherFocusReason)

        self.session.write(
            lambda project: operations.withdraw_merge(project, author=author, number=number),
            done=withdrawn, initiator=self,
        )  # fmt: skip

    def _save(self) -> None:
        preview, answers = self._preview, self.book.answers
        if preview is None:
            return
        path = files.ask_new_file(self, "Save the preview", name="merge preview.json", kinds=files.JSON)
        if path is not None:
            self.session.read(
                lambda _: operations.export_merge_preview(preview, path=path, answers=answers), done=self._saved
            )

    def _saved(self, written: ExportedFile) -> None:
        self.said.emit(
            f"The preview lies in {written.path}, with your answers so far. annotator merge --answers reads it."
        )

    def _heard(self, _touched: object, initiator: object) -> None:
        if initiator is not self:
            self._is_stale = True
