# SPDX-License-Identifier: MIT
"""Saving what the page shows: the whole report in a folder, one page of it, or the table of figures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from annotator import operations
from annotator.ui import plain, words
from annotator.ui.dialogs import files
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.pages.agreement_measuring import Measuring
from annotator.ui.pages.project_page import ProjectPage

if TYPE_CHECKING:
    from annotator.operations import ReportInput
    from annotator.reports.report_blocks import Report

Progress = Callable[[float], None]
_COMPUTED = 0.7


@dataclass(frozen=True, slots=True)
class Form:
    """One form to save in: its words in the menu, the name that is proposed, and what the dialog offers."""

    words: str
    name: str
    kinds: str


FOLDER = Form("Folder with all forms…", "", "")
TABLE = Form("Table of figures (CSV)…", "agreement.csv", files.TABLES)
PAGES = (
    Form("Web page (HTML)…", "agreement.html", "Web pages (*.html)"),
    Form("PDF…", "agreement.pdf", "PDF documents (*.pdf)"),
    Form("Markdown…", "agreement.md", "Markdown (*.md)"),
    Form("LaTeX tables…", "agreement.tex", "LaTeX (*.tex)"),
)


class Saving(QObject):
    """Asks where, then gathers, computes and writes beside the window; the page says where it lies."""

    def __init__(self, page: ProjectPage, measuring: Measuring) -> None:
        super().__init__(page)
        self._page = page
        self._measuring = measuring

    def menu(self, measured: Measured) -> QMenu:
        """Make the menu of forms."""
        made = QMenu(self._page)
        made.setAccessibleName("Save the report as")
        made.addAction(plain.caption(FOLDER.words)).triggered.connect(lambda: self._folder(measured))
        made.addSeparator()
        for form in PAGES:
            action = made.addAction(plain.caption(form.words))
            action.triggered.connect(lambda _=False, form=form: self._one(form, measured))
        made.addAction(plain.caption(TABLE.words)).triggered.connect(lambda: self._table(measured))
        return made

    def offer(self, button: QWidget, measured: Measured) -> None:
        """Open the menu below a button; where that one is folded away, below the page's bar."""
        menu = self.menu(measured)
        menu.aboutToHide.connect(menu.deleteLater)
        anchor = button if button.isVisible() else self._page.bar
        menu.popup(anchor.mapToGlobal(QPoint(anchor.width() - menu.sizeHint().width(), anchor.height())))

    def _folder(self, measured: Measured) -> None:
        path = files.ask_folder(self._page, "Save the report in a folder")
        if path is not None:
            self._write(
                measured,
                lambda report, progress: operations.write_report(report, directory=path, progress=progress).files,
            )

    def _one(self, form: Form, measured: Measured) -> None:
        path = files.ask_new_file(self._page, "Save the report", name=form.name, kinds=form.kinds)
        if path is None:
            return

        def write(report: "Report", _progress: Progress) -> tuple[Path, ...]:
            if form.name.endswith(".pdf"):
                _write_pdf(report, path)
            else:
                operations.write_report_page(report, path=path.with_suffix(Path(form.name).suffix))
            return (path,)

        self._write(measured, write)

    def _table(self, measured: Measured) -> None:
        path = files.ask_new_file(self._page, "Save the figures", name=TABLE.name, kinds=TABLE.kinds)
        if path is not None:
            self._page.session.jobs.compute(
                lambda: operations.export_agreement(measured.answer, path=path),
                done=lambda written: self._page.said.emit(f"The figures lie in {written.path}."),
                failed=self._page.refused.emit,
            )

    def _write(self, measured: Measured, write: Callable[["Report", Progress], tuple[Path, ...]]) -> None:
        choice = measured.answer.choice

        def compute(found: "ReportInput") -> None:
            def work(report: Progress) -> tuple[Path, ...]:
                made = operations.compute_report(found, progress=lambda share: report(_COMPUTED * share))
                return write(made, lambda share: report(_COMPUTED + (1 - _COMPUTED) * share))

            self._measuring.compute(
                work, words="Writing the report", done=self._written, failed=self._page.refused.emit
            )

        self._page.session.read(
            lambda project: operations.gather_report(project, choice=choice),
            done=compute,
            failed=self._page.refused.emit,
        )

    def _written(self, paths: tuple[Path, ...]) -> None:
        if len(paths) == 1:
            self._page.said.emit(f"The report lies in {paths[0]}.")
        else:
            self._page.said.emit(f"The report lies in {paths[0].parent}, in {words.counted(len(paths), 'file')}.")


def _write_pdf(report: "Report", path: Path) -> None:
    from annotator.ui.printing import write_pdf

    write_pdf(
        operations.report_page(report, for_print=True),
        title=report.title,
        pictures=operations.report_pictures(report),
        path=path,
    )
