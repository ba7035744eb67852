# SPDX-License-Identifier: MIT
"""Keeping figures as they are now, under a name, and looking up those that were kept."""

from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from annotator import operations
from annotator.operations import KeptFigures, with_names
from annotator.ui import plain, words
from annotator.ui.dialogs.page_dialog import PageDialog
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement import ALPHA
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.surfaces import clear, rule

WHY = (
    "Reliability is measured before differences are discussed or adjudicated. Kept figures stay as they are, with the "
    "state of the project that they are of, whatever changes afterwards. They lie in this copy of the project."
)


class KeepFiguresDialog(PageDialog):
    """Stays open: what was just kept stands in the list."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget, *, measured: Measured) -> None:
        super().__init__(theme, "Keep these figures", parent, size=(640, 560))
        self._session = session
        self._measured = measured
        self.name = QLineEdit()
        self.name.setAccessibleName("Name")
        self.name.setPlaceholderText("like “before the meeting in March”")
        why = plain.label(WHY, ink="secondary", wrap=True)
        form = Form(theme)
        form.add("name", "Name", self.name)
        head = plain.label("Kept so far")
        head.setFont(theme.font(Type.HEAD))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        for part in (why, form, head):
            self.body.addWidget(part)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.keep = Button(theme, "Keep the figures", kind="primary")
        self.close_it = Button(theme, "Close")
        self.foot.addWidget(self.close_it)
        self.foot.addWidget(self.keep)
        self.keep.setEnabled(False)
        self.keep.setDefault(True)
        self.name.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.clicked.connect(self._keep)
        self.close_it.clicked.connect(self.reject)
        self._read()

    def _keep(self) -> None:
        name, answer, asked = self.name.text(), self._measured.answer, self._measured.asked
        self._session.read(
            lambda project: operations.keep_figures(
                project, name=name, snapshot=answer.snapshot, results=with_names(answer.results, asked=asked)
            ),
            done=lambda _: self._kept(),
            failed=self.refuse,
        )

    def _kept(self) -> None:
        self.name.clear()
        self.note.tell("")
        self._read()

    def _read(self) -> None:
        self._session.read(operations.kept_figures, done=self._show, failed=self.refuse)

    def _show(self, kept: tuple[KeptFigures, ...]) -> None:
        clear(self._grid)
        if not kept:
            self._grid.addWidget(plain.label("Nothing is kept yet.", ink="secondary"), 0, 0)
        for line, each in enumerate(reversed(kept)):
            self._grid.addWidget(rule(), 2 * line, 0, 1, 2)
            moment = plain.label(moment_words(each.kept_at), ink="secondary")
            self._grid.addWidget(moment, 2 * line + 1, 0)
            said = f"{each.name}: {alphas(each)}"
            self._grid.addWidget(plain.label(said, wrap=True), 2 * line + 1, 1)


def moment_words(moment: str) -> str:
    """Say when by the reader's clock."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    return f"{words.written_date(local.date().isoformat())}, {local:%H:%M}"


def alphas(kept: KeptFigures) -> str:
    """Say each code's alpha as it was."""
    found = []
    for result in kept.results:
        value = result.get("value")
        if result.get("measure") == ALPHA and result.get("code") is not None:
            figure = figures.number(value) if isinstance(value, float | int) else "undefined"
            found.append(f"{words.short(str(result['code']))} {figure}")
    return f"alpha of {words.listed(found)}" if found else "no alpha"
