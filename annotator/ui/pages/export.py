# SPDX-License-Identifier: MIT
"""Export: what is written, where to, and afterwards what was written."""

from pathlib import Path

from PySide6.QtCore import Qt

from annotator import operations
from annotator.domain import KnownError
from annotator.operations import ExportReport
from annotator.ui import plain, words
from annotator.ui.dialogs import files
from annotator.ui.file_check import HeldButton
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, clear, column, row

WHAT = (
    "One row for each annotation, with article, coder, code, place, quote, attributes, certainty and memo. Plain UTF-8 "
    "for R, Python and any statistics program."
)


class ExportPage(ProjectPage):
    """Asks for a folder, writes, lists the files."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_export")
        px = theme.px
        self.choose = Button(theme, "Choose a folder and export…", kind="primary")
        self._missing = plain.label(ink="secondary")
        self._state = plain.label(ink="secondary", wrap=True)
        self._report = Surface("card")
        self._lines = column(self._report, margins=(px(16), px(8), px(16), px(8)))
        lines = column(margins=(px(24), px(16), px(24), px(24)), gap=px(4))
        title = plain.label("Export")
        title.setFont(theme.font(Type.TITLE))
        lines.addWidget(title)
        lines.addWidget(self._state)
        lines.addSpacing(px(10))
        card = Surface("card")
        card.setMaximumWidth(px(720))
        inner = row(card, margins=(px(16), px(14), px(16), px(14)), gap=px(12))
        inner.addWidget(Picture(theme, "file"), 0, Qt.AlignmentFlag.AlignTop)
        said = column(gap=px(2))
        name = plain.label("Comma-separated values (CSV)")
        name.setFont(theme.font(Type.HEAD))
        said.addWidget(name)
        said.addWidget(plain.label(WHAT, ink="secondary", wrap=True))
        inner.addLayout(said, 1)
        act = column(gap=px(4))
        act.addStretch(1)
        act.addWidget(self.choose)
        act.addWidget(self._missing, 0, Qt.AlignmentFlag.AlignHCenter)
        act.addStretch(1)
        inner.addLayout(act)
        lines.addWidget(card)
        lines.addSpacing(px(10))
        self._report.setMaximumWidth(px(720))
        lines.addWidget(self._report)
        lines.addStretch(1)
        self.body.addLayout(lines, 1)
        self._held = HeldButton(session.check, self.choose, self._missing)
        self._report.hide()
        self.choose.clicked.connect(self._export)
        session.overview_changed.connect(self._refresh)

    @property
    def state(self) -> str:
        """What the page says."""
        return self._state.text()

    def begin(self) -> None:
        """Say what there is to export."""
        self._report.hide()
        self._say_what()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        if self.isVisible() and self._report.isHidden() and self.choose.isEnabled():
            self._say_what()

    def _say_what(self) -> None:
        overview = self.session.overview
        self._state.setText(
            f"{words.counted(overview.annotations, 'annotation')} of {words.counted(len(overview.coders), 'coder')} in "
            f"{words.counted(len(overview.documents), 'article')}. Files of the same names are replaced."
        )

    def _export(self) -> None:
        folder = files.ask_folder(self, "Choose a folder for the export")
        if folder is None:
            return
        self._held.allow(False)
        self._state.setText("Writing.")
        self.session.read(
            lambda project: operations.export_csv(project, directory=folder),
            done=lambda report: self._show(report, folder), failed=self._fail,
        )  # fmt: skip

    def _fail(self, error: KnownError) -> None:
        self._held.allow(True)
        self.begin()
        self.refused.emit(error)

    def _show(self, report: ExportReport, folder: Path) -> None:
        self._held.allow(True)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._state.setText(plain.cut(f"{words.counted(len(report.files), 'file')} written to {folder}."))
        clear(self._lines)
        for path in report.files:
            line = row(gap=self.theme.px(8))
            line.addWidget(Picture(self.theme, "tick"))
            line.addWidget(plain.label(path.name))
            line.addStretch(1)
            line.addWidget(plain.label(f"{path.stat().st_size / 1000:,.1f} kB", ink="secondary"))
            self._lines.addLayout(line)
        self._report.show()
