# SPDX-License-Identifier: MIT
"""The random draw of the articles that everybody codes: how many, from which seed, from each stratum in proportion."""

from pathlib import Path

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator import operations
from annotator.operations import ReliabilitySample
from annotator.ui import plain, words
from annotator.ui.dialogs import files
from annotator.ui.dialogs.page_dialog import PageDialog
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button, TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.text_area import TextArea

STRATA = (("", "All articles alike"), ("outlet", "Each outlet"), ("month", "Each month"), ("author", "Each author"))
_MOST = 1_000_000
_LARGEST_SEED = 2**31 - 1


class SampleDialog(PageDialog):
    """Draws when asked to; the list can be saved. Nothing in the project changes."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget, *, documents: int) -> None:
        super().__init__(theme, "Draw a reliability sample", parent, size=(620, 640))
        self._session = session
        self._sample: ReliabilitySample | None = None
        there = len(session.overview.documents)
        self.number = self._whole(str(max(1, min(documents, there))), "Articles", most=_MOST)
        self.seed = self._whole("1", "Seed", most=_LARGEST_SEED)
        self.by = Choice(theme, name="Strata")
        for value, title in STRATA:
            self.by.addItem(title, value)
        self.one = TickBox(theme, "Of near-identical articles one at most")
        self.drawn = TextArea(theme, name="Drawn articles", fewest_lines=8, most_lines=14)
        self.drawn.setReadOnly(True)
        self.summary = plain.label(wrap=True)
        form = Form(theme)
        form.add("number", "Articles", self.number, hint=f"The project has {words.counted(there, 'article')}.")
        form.add("seed", "Seed", self.seed, hint="The same seed draws the same articles again, anywhere.")
        form.add("by", "From", self.by, hint="Strata are drawn in proportion, one article at least from each.")
        for part in (form, self.one, self.summary, self.drawn):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.draw = Button(theme, "Draw the articles", kind="primary")
        self.save = Button(theme, "Save the list…")
        self.close_it = Button(theme, "Close")
        for button in (self.close_it, self.save, self.draw):
            self.foot.addWidget(button)
        self.save.setEnabled(False)
        self.drawn.hide()
        self.draw.setDefault(True)
        self.draw.clicked.connect(self._draw)
        self.save.clicked.connect(self._save)
        self.close_it.clicked.connect(self.reject)

    @property
    def sample(self) -> ReliabilitySample | None:
        """What was drawn, or None."""
        return self._sample

    def _whole(self, text: str, name: str, *, most: int) -> QLineEdit:
        made = QLineEdit(text)
        made.setAccessibleName(name)
        made.setValidator(QIntValidator(0, most, made))
        return made

    def _draw(self) -> None:
        number, seed = (int(field.text() or 0) for field in (self.number, self.seed))
        by, near = self.by.value, "one" if self.one.isChecked() else "each"
        self._session.read(
            lambda project: operations.draw_sample(project, documents=number, seed=seed, by=by, near_identical=near),
            done=self._show,
            failed=self.refuse,
        )

    def _show(self, sample: ReliabilitySample) -> None:
        self._sample = sample
        self.note.tell("")
        strata = ", ".join(f"{each.name or 'all'}: {each.drawn} of {each.size}" for each in sample.strata)
        drawn = words.counted(len(sample.documents), "article")
        self.summary.setText(plain.cut(f"{drawn} drawn with seed {sample.seed} ({strata}).", longest=1000))
        lines = (f"{place}. {plain.cut(each.heading)}" for place, each in enumerate(sample.documents, start=1))
        self.drawn.show_text("\n".join(lines))
        self.drawn.show()
        self.save.setEnabled(True)

    def _save(self) -> None:
        sample = self._sample
        path = files.ask_new_file(self, "Save the drawn articles", name="sample.csv", kinds=files.TABLES)
        if sample is None or path is None:
            return

        def written(_rows: int, path: Path = path) -> None:
            self.note.show_hint(f"The list lies in {path}.")

        self._session.jobs.compute(
            lambda: operations.export_sample(sample, path=path), done=written, failed=self.refuse
        )
