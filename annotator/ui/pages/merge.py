# SPDX-License-Identifier: MIT
"""Merging: which files, what each would bring, then one verb. Nothing is written before it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotator import operations
from annotator.domain import KnownError
from annotator.operations import MergePreview, MergeResult, Outcome
from annotator.ui import plain, words
from annotator.ui.dialogs import files
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Scroll, Surface, clear, column, row, rule

HEADINGS = ("File", "Coder", "New", "Changed", "Deleted", "Already there", "Articles", "State")
_FIGURES = range(2, 6)
BACKUP = "A checked backup is made first. If anything fails, the project stays as it is."
EMPTY = "Choose the project files that your coders sent you. What each would bring is shown here before anything is written."


class MergePage(ProjectPage):
    """Holds the chosen files; each choice makes a fresh preview of all of them together."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_merge")
        self._paths: list[Path] = []
        self._preview: MergePreview | None = None
        px = theme.px
        self._title = plain.label("Merge")
        self._title.setFont(theme.font(Type.TITLE))
        self._subtitle = plain.label(ink="secondary", wrap=True)
        self.add = Button(theme, "Choose files…", icon="plus")
        self.merge = Button(theme, "Merge", kind="primary")
        self.cancel = Button(theme, "Clear the list")
        self._missing = plain.label(ink="secondary")
        self._card = Surface("card")
        self._warnings = column(gap=px(8))
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
        self._grid = QGridLayout()
        self._grid.setContentsMargins(px(16), 0, px(16), 0)
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(0)
        card_lines = column(self._card, margins=(1, 1, 1, 1))
        card_lines.addLayout(self._grid)
        self._total = plain.label(ink="secondary", wrap=True)
        self._total.setContentsMargins(px(16), px(10), px(16), px(10))
        card_lines.addWidget(self._total)
        lines.addWidget(self._card)
        lines.addSpacing(px(10))
        lines.addLayout(self._warnings)
        lines.addStretch(1)
        self.body.addWidget(Scroll(content), 1)
        self.body.addWidget(self._make_foot())
        self.add.clicked.connect(self._choose)
        self.merge.clicked.connect(self._merge)
        self.cancel.clicked.connect(self._forget)
        self._show_empty()

    def _make_foot(self) -> QWidget:
        px = self.theme.px
        foot = Surface("panel", line="top")
        line = row(foot, margins=(px(24), px(12), px(24), px(12)), gap=px(10))
        line.addWidget(Picture(self.theme, "shield"))
        line.addWidget(plain.label(BACKUP, ink="secondary"))
        line.addStretch(1)
        line.addWidget(self._missing)
        line.addWidget(self.cancel)
        line.addWidget(self.merge)
        return foot

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
        self.merge.setEnabled(False)
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
        self._preview = None
        self._title.setText("Merge")
        self._subtitle.setText(EMPTY)
        self._card.hide()
        clear(self._warnings)
        self.merge.show_words("Merge")
        self.merge.setEnabled(False)
        self._missing.setText("No file is chosen")
        self.cancel.hide()

    def _fail(self, error: KnownError) -> None:
        self._show_empty()
        self.refused.emit(error)

    def _show(self, preview: MergePreview) -> None:
        self._preview = preview
        count = len(preview.files) + len(preview.refused)
        self._title.setText(f"Merge {words.counted(count, 'file')}")
        self._subtitle.setText("This is a preview. Nothing has been written yet.")
        self._fill(preview)
        self._card.show()
        clear(self._warnings)
        notes = [note for plan in preview.files for note in plan.notes]
        for sentence in dict.fromkeys((*preview.warnings, *notes)):
            self._warnings.addWidget(self._warning(sentence))
        mergeable = len(preview.files)
        self.merge.show_words(f"Merge {words.counted(mergeable, 'file')}" if mergeable else "Merge")
        self.merge.setEnabled(mergeable > 0 and preview.new_changes > 0)
        self._missing.setText(
            ""
            if preview.new_changes
            else "Everything in these files is here already"
            if mergeable
            else "No file here can be merged"
        )
        self.cancel.show()
        self.begin()

    def _fill(self, preview: MergePreview) -> None:
        clear(self._grid)
        for place, heading in enumerate(HEADINGS):
            label = self._cell(heading, place, ink="")
            label.setFont(self.theme.font(Type.META))
        line = self._rule(1)
        for plan in preview.files:
            for number, coder in enumerate(plan.coders):
                figures = (coder.new, coder.changed, coder.deleted, coder.already_there)
                known = plan.documents_known + len(plan.documents_new)
                self._cell(plan.name if number == 0 else "", 0, line=line)
                self._cell(coder.name, 1, line=line)
                for place, figure in zip(_FIGURES, figures, strict=True):
                    strong = figure > 0 and place != 5
                    self._cell(
                        f"{figure:,}", place, line=line, ink="" if strong else "secondary", strong=strong and place != 3
                    )
                articles = f"{plan.documents_known} of {known} known" if number == 0 else ""
                self._cell(articles, 6, line=line, ink="secondary")
                drop = f"{coder.before - coder.after} fewer than before" if coder.has_dropped else ""
                self._state(
                    "warning" if drop else "tick",
                    drop or ("Ready" if number == 0 else ""),
                    line,
                    token="warning" if drop else "text",
                )
                line = self._rule(line + 1)
            if not plan.coders:
                self._cell(plan.name, 0, line=line)
                said = (
                    f"No annotations; {words.counted(plan.new_changes, 'change')} of other kinds"
                    if plan.new_changes
                    else "Nothing new"
                )
                self._cell(said, 1, line=line, ink="secondary", span=6)
                self._state("tick", "Ready", line)
                line = self._rule(line + 1)
        for refused in preview.refused:
            self._cell(refused.name, 0, line=line)
            self._cell(refused.sentence, 1, line=line, ink="secondary", span=6)
            self._state("error", "Refused", line, token="error")
            line = self._rule(line + 1)
        self._total.setText(_total(preview))

    def _cell(
        self, text: str, place: int, *, line: int = 0, ink: str = "", strong: bool = False, span: int = 1
    ) -> QLabel:  # a cell has this many sides
        made = plain.label(text, ink=ink, wrap=span > 1)
        made.setMinimumHeight(self.theme.px(36))
        if strong:
            made.setFont(self.theme.font(Type.HEAD))
        side = Qt.AlignmentFlag.AlignRight if place in _FIGURES and span == 1 else Qt.AlignmentFlag.AlignLeft
        made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(made, line, place, 1, span)
        return made

    def _state(self, icon: str, text: str, line: int, *, token: str = "text") -> None:
        made = QWidget()
        inner = row(made, gap=self.theme.px(6))
        if text:
            inner.addWidget(Picture(self.theme, icon, token=token))
        inner.addWidget(plain.label(text, ink="" if token == "text" else token))
        inner.addStretch(1)
        self._grid.addWidget(made, line, len(HEADINGS) - 1)

    def _rule(self, line: int) -> int:
        self._grid.addWidget(rule(), line, 0, 1, len(HEADINGS))
        return line + 1

    def _warning(self, sentence: str) -> QWidget:
        made = Surface("warning")
        line = row(
            made,
            margins=(self.theme.px(16), self.theme.px(10), self.theme.px(16), self.theme.px(10)),
            gap=self.theme.px(10),
        )
        line.addWidget(Picture(self.theme, "warning", token="warning"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(plain.label(sentence, wrap=True), 1)
        return made

    def _merge(self) -> None:
        author, wanted = self.session.coder.id, list(self._paths)
        self.merge.setEnabled(False)
        self._subtitle.setText("Merging.")
        self.session.write(
            lambda project: operations.merge(project, author=author, paths=wanted, skip_refused=True),
            done=self._merged, failed=lambda _: self.preview(wanted), initiator=self,
        )  # fmt: skip

    def _merged(self, outcome: Outcome[MergeResult]) -> None:
        result = outcome.value
        self._paths = []
        self._show_empty()
        merged = words.counted(len(result.preview.files), "file")
        kept = f" The project as it was before lies in {result.backup}." if result.backup else ""
        self._subtitle.setText(plain.cut(f"{merged} merged.{kept}", longest=600))
        self.said.emit(f"{merged} merged.")


def _total(preview: MergePreview) -> str:
    coders = [coder for plan in preview.files for coder in plan.coders]
    sums = [sum(getattr(coder, name) for coder in coders) for name in ("new", "changed", "deleted", "already_there")]
    conflicts = sum(plan.conflicts for plan in preview.files)
    said = f"{words.counted(len(preview.files), 'file')}: {sums[0]:,} annotations are new, {sums[1]:,} changed, {sums[2]:,} deleted, {sums[3]:,} already there."
    return (
        f"{said} {words.counted(conflicts, 'edit')} made twice: both are kept, the later one is shown."
        if conflicts
        else said
    )
