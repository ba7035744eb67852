# SPDX-License-Identifier: MIT
"""A codebook from elsewhere: what would come, field by field where codes differ, and one verb."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator import operations
from annotator.domain import Code, Json, KnownError
from annotator.operations import CodebookMode, CodebookPreview, CodeChange, Outcome
from annotator.ui import plain, words
from annotator.ui.dialogs.page_dialog import PageDialog
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.findings_list import FindingsList
from annotator.ui.widgets.lane import LaneSample
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import clear, column, row, rule

MODES = (
    (CodebookMode.ADD.value, "Add what is new"),
    (CodebookMode.UPDATE.value, "Also change what differs"),
)
NOTHING_REMOVED = "Codes that the file does not name stay, and nothing that was coded moves. Nothing is written yet."
_LONGEST = 200


class CodebookInDialog(PageDialog):
    """``said(words)`` once it was taken in."""

    said = Signal(str)

    def __init__(self, theme: Theme, session: Session, parent: QWidget, *, path: Path) -> None:
        super().__init__(theme, f"Take in the codebook “{path.name}”", parent, size=(720, 640))
        self._session = session
        self._path = path
        self.preview: CodebookPreview | None = None
        self.mode = Segmented(theme, MODES, name="Codes that are here already")
        self.mode.show_value(MODES[0][0])
        self.summary = plain.label("Reading the file.", wrap=True)
        self.summary.setFont(theme.font(Type.HEAD))
        self._rows = column(gap=theme.px(8))
        self.findings = FindingsList(theme)
        self.body.addWidget(plain.label(NOTHING_REMOVED, ink="secondary", wrap=True))
        self.body.addWidget(self.mode)
        self.body.addWidget(self.summary)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.findings)
        self.body.addStretch(1)
        self.leave = Button(theme, "Leave it")
        self.take = Button(theme, "Take in", kind="primary")
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.take)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)
        self.mode.chosen.connect(lambda _: self._read())
        self._read()

    @property
    def _mode(self) -> CodebookMode:
        return CodebookMode(self.mode.value)

    def _read(self) -> None:
        path, mode = self._path, self._mode
        self.take.setEnabled(False)

        def show(preview: CodebookPreview) -> None:
            if self._mode is mode:
                self._show(preview)

        self._session.read(
            lambda project: operations.preview_codebook(project, path=path, mode=mode), done=show, failed=self._fail
        )

    def _fail(self, error: KnownError) -> None:
        self.summary.setText("Nothing of it can be taken in.")
        clear(self._rows)
        self.refuse(error)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, preview: CodebookPreview) -> None:
        self.preview = preview
        self.note.tell("")
        updates = self._mode is CodebookMode.UPDATE
        self.summary.setText(_summary(preview, updates=updates))
        clear(self._rows)
        for code in preview.new:
            self._rows.addWidget(self._new_code(code))
        for change in preview.changed:
            self._rows.addWidget(self._changed_code(change, updates=updates))
        for collision in preview.collisions:
            made = plain.label(f"{collision.sentence} ({collision.where})", ink="warning", wrap=True)
            self._rows.addWidget(made)
        self.findings.show_findings(preview.findings)
        number = len(preview.new) + (len(preview.changed) if updates else 0)
        self.take.show_words(f"Take in {words.counted(number, 'code')}" if number else "Take in")
        self.take.setEnabled(number > 0)
        focused = self.focusWidget()
        if focused is None or not self.mode.isAncestorOf(focused):
            (self.take if number else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_code(self, code: Code) -> QWidget:
        made, lines = self._block(code, "New")
        if code.definition:
            lines.addWidget(self._small(code.definition))
        return made

    def _changed_code(self, change: CodeChange, *, updates: bool) -> QWidget:
        made, lines = self._block(change.known, "Changes" if updates else "Differs and stays as it is here")
        for each in change.fields:
            field = words.short(each.field)
            lines.addWidget(self._small(f"{field}: {_said(each.here)} → {_said(each.there)}"))
        return made

    def _block(self, code: Code, said: str) -> tuple[QWidget, QVBoxLayout]:
        theme = self.theme
        made = QWidget()
        whole = column(made, gap=theme.px(3))
        whole.addWidget(rule())
        head = row(gap=theme.px(10))
        head.addWidget(LaneSample(theme, pattern=code.pattern, colour=theme.code_colour(code)))
        name = plain.label(code.name, wrap=True)
        name.setFont(theme.font(Type.STRONG))
        head.addWidget(name, 1)
        head.addWidget(plain.label(said, ink="secondary"))
        whole.addLayout(head)
        lines = column(margins=(theme.px(36), 0, 0, 0), gap=theme.px(2))
        whole.addLayout(lines)
        return made, lines

    def _small(self, text: str) -> QWidget:
        made = plain.label(plain.cut(text, longest=2 * _LONGEST + 40), ink="secondary", wrap=True)
        made.setFont(self.theme.font(Type.META))
        return made

    def _take(self) -> None:
        author, path, mode = self._session.coder.id, self._path, self._mode
        self.take.setEnabled(False)
        self._session.write(
            lambda project: operations.import_codebook(project, author=author, path=path, mode=mode),
            done=self._taken, failed=self.refuse,
        )  # fmt: skip

    def _taken(self, outcome: Outcome[CodebookPreview]) -> None:
        preview = outcome.value
        parts = [f"{words.counted(len(preview.new), 'code')} added"]
        if self._mode is CodebookMode.UPDATE:
            parts.append(f"{len(preview.changed):,} changed")
        self._session.refresh()
        self.accept()
        self.said.emit(f"{', '.join(parts)}. Undo takes it back.")


def _summary(preview: CodebookPreview, *, updates: bool) -> str:
    """Say in one line what would come."""
    parts = []
    if preview.new:
        parts.append(f"{words.counted(len(preview.new), 'code')} new")
    if preview.changed:
        verb = "would change" if updates else "differ and stay as they are"
        parts.append(f"{len(preview.changed):,} {verb}")
    if preview.same:
        parts.append(f"{len(preview.same):,} the same as here")
    return f"{words.sentence(', '.join(parts))}." if parts else "There is no code in it."


def _said(value: Json) -> str:
    """Give a value of a field in words."""
    if isinstance(value, str):
        return f"“{plain.cut(value, longest=_LONGEST)}”" if value else "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return plain.cut(words.listed([_item(each) for each in value]), longest=_LONGEST) if value else "nothing"
    return _item(value)


def _item(value: Json) -> str:
    if isinstance(value, dict):
        return str(value.get("name", "…"))
    return f"“{value}”" if isinstance(value, str) else str(value)
