# SPDX-License-Identifier: MIT
"""Merging: which files, what each would bring, then one verb. Nothing is written before it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import KnownError
from annotator.operations import MergePreview, MergeResult, Outcome
from annotator.ui import plain, words
from annotator.ui.dialogs import files
from annotator.ui.file_check import HeldButton
from annotator.ui.pages.merge_table import MergeTable
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Scroll, Surface, clear, column, row

BACKUP = "A checked backup is made first. If anything fails, the project stays as it is."
EMPTY = "Choose the project files that your coders sent you. What each would bring is shown before anything is written."


class MergePage(ProjectPage):
    """Holds the chosen files; each choice makes a fresh preview of all of them together."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_merge")
        self._paths: list[Path] = []
        self._title = plain.label("Merge")
        self._title.setFont(theme.font(Type.TITLE))
        self._subtitle = plain.label(ink="secondary", wrap=True)
        self.add = Button(theme, "Choose files…", icon="plus")
        self.merge = Button(theme, "Merge", kind="primary")
        self.cancel = Button(theme, "Clear the list")
        self._missing = plain.label(ink="secondary")
        self._held = HeldButton(session.check, self.merge, self._missing)
        self.table = MergeTable(theme)
        self._table_room = Scroll(self.table, sideways=True)
        self._warnings = column(gap=theme.px(8))
        self.body.addWidget(Scroll(self._make_content()), 1)
        self.body.addWidget(self._make_foot())
        self.add.clicked.connect(self._choose)
        self.merge.clicked.connect(self._merge)
        self.cancel.clicked.connect(self._forget)
        self._show_empty()

    def _make_content(self) -> QWidget:
        px = self.theme.px
        content = QWidget()
        lines = column(content, margins=(px(24), px(16), px(24), px(24)), gap=px(4))
        head = row(gap=px(12))
        said = column(gap=px(2))
        said.addWidget(self._title)
        said.addWidget(self._subtitle)
        head.addLayout(said, 1)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        lines.addLayout(head)
        lines.addSpacing(px(10))
        lines.addWidget(self._table_room)
        lines.addSpacing(px(10))
        lines.addLayout(self._warnings)
        lines.addStretch(1)
        return content

    def _make_foot(self) -> QWidget:
        px = self.theme.px
        foot = Surface("panel", line="top")
        line = row(foot, margins=(px(24), px(12), px(24), px(12)), gap=px(10))
        line.addWidget(Picture(self.theme, "shield"))
        line.addWidget(plain.label(BACKUP, ink="secondary", wrap=True), 1)
        line.addWidget(self._missing)
        line.addWidget(self.cancel)
        line.addWidget(self.merge)
        return foot

    @property
    def title(self) -> str:
        """What stands on top."""
        return self._title.text()

    @property
    def subtitle(self) -> str:
        """What the page says about what it shows."""
        return self._subtitle.text()

    def begin(self) -> None:
        """Put the focus on the first thing to do."""
        (self.merge if self.merge.isEnabled() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def preview(self, paths: list[Path]) -> None:
        """Read the files and show what merging them would do."""
        self._paths = list(dict.fromkeys(paths))
        wanted = list(self._paths)
        self._subtitle.setText(f"Reading {words.counted(len(wanted), 'file')}. Nothing has been written.")
        self._held.allow(False)
        self.session.read(
            lambda project: operations.preview_merge(project, paths=wanted), done=self._show, failed=self._fail
        )

    def _choose(self) -> None:
        chosen = files.ask_files(self, "Choose the files to merge", kinds=files.PROJECTS)
        if chosen:
            self.preview([*self._paths, *chosen])

    def _forget(self) -> None:
        self._paths = []
        self._show_empty()

    def _show_empty(self) -> None:
        self._title.setText("Merge")
        self._subtitle.setText(EMPTY)
        self._table_room.hide()
        clear(self._warnings)
        self.merge.show_words("Merge")
        self._held.allow(False, missing="No file is chosen")
        self.cancel.hide()

    def _fail(self, error: KnownError) -> None:
        self._show_empty()
        self.refused.emit(error)

    def _show(self, preview: MergePreview) -> None:
        mergeable = len(preview.files)
        self._title.setText(f"Merge {words.counted(mergeable + len(preview.refused), 'file')}")
        self._subtitle.setText("This is a preview. Nothing has been written yet.")
        self.table.show_preview(preview)
        self._table_room.show()
        clear(self._warnings)
        notes = [note for plan in preview.files for note in plan.notes]
        for sentence in dict.fromkeys((*preview.warnings, *notes)):
            self._warnings.addWidget(self._warning(sentence))
        self.merge.show_words(f"Merge {words.counted(mergeable, 'file')}" if mergeable else "Merge")
        nothing = "Everything in these files is here already" if mergeable else "No file here can be merged"
        self._held.allow(preview.new_changes > 0, missing="" if preview.new_changes else nothing)
        self.cancel.show()
        self.begin()

    def _warning(self, sentence: str) -> QWidget:
        px = self.theme.px
        made = Surface("warning")
        line = row(made, margins=(px(16), px(10), px(16), px(10)), gap=px(10))
        line.addWidget(Picture(self.theme, "warning", token="warning"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(plain.label(sentence, wrap=True), 1)
        return made

    def _merge(self) -> None:
        author, wanted = self.session.coder.id, list(self._paths)
        self._held.allow(False)
        self._subtitle.setText("Merging.")
        self.session.write(
            lambda project: operations.merge(project, author=author, paths=wanted, skip_refused=True),
            done=self._merged,
            failed=lambda _: self.preview(wanted),
            initiator=self,
        )

    def _merged(self, outcome: Outcome[MergeResult]) -> None:
        result = outcome.value
        self._paths = []
        self._show_empty()
        merged = words.counted(len(result.preview.files), "file")
        kept = f" The project as it was before lies in {result.backup}." if result.backup else ""
        self._subtitle.setText(plain.cut(f"{merged} merged.{kept}", longest=600))
        self.said.emit(f"{merged} merged.")
