# SPDX-License-Identifier: MIT
"""The passages that are shown, written to a file in one of several forms."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from annotator import operations
from annotator.operations import Project
from annotator.operations.retrieval import retrieve
from annotator.ui import plain
from annotator.ui.background import Background
from annotator.ui.dialogs import files
from annotator.ui.jobs import Report
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.quotes.reading import Wish

if TYPE_CHECKING:
    from annotator.operations.export_report import ExportReport

SUFFIX = "_spreadsheet"


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its words in the menu, the name that is proposed, what the dialog offers, and for whom it is."""

    words: str
    name: str
    kinds: str
    for_spreadsheets: bool = False


FORMS = (
    Form("Word document…", "quotes.docx", "Word documents (*.docx)"),
    Form("Web page (HTML)…", "quotes.html", "Web pages (*.html)"),
    Form("Markdown…", "quotes.md", "Markdown (*.md)"),
    Form("Table (CSV)…", "quotes.csv", files.TABLES),
    Form("Table for spreadsheets (CSV)…", f"quotes{SUFFIX}.csv", files.TABLES, for_spreadsheets=True),
)


class QuoteSaving(QObject):
    """``menu()`` offers the forms; the page says where the file lies. Its work is seen in the status line."""

    def __init__(self, page: ProjectPage, work: Background, wish: Callable[[], Wish]) -> None:
        super().__init__(page)
        self._page = page
        self._work = work
        self._wish = wish

    def menu(self) -> QMenu:
        """Make the menu of forms; it deletes itself."""
        made = QMenu(self._page)
        made.setAccessibleName("Save the passages as")
        for form in FORMS:
            made.addAction(plain.caption(form.words)).triggered.connect(lambda _=False, form=form: self.save(form))
        made.aboutToHide.connect(made.deleteLater)
        return made

    def save(self, form: Form) -> None:
        """Ask where, then write all that is shown."""
        path = files.ask_new_file(self._page, "Save the passages", name=form.name, kinds=form.kinds)
        if path is None:
            return
        wish = self._wish()

        def write(project: Project, report: Report) -> "ExportReport":
            found = retrieve(project, selection=wish.selection, order=wish.order, context=wish.context)
            return operations.write_quotes(
                project, retrieval=found, path=path, for_spreadsheets=form.for_spreadsheets, progress=report
            )

        self._work.read(write, words="Writing the passages", done=lambda _: self._page.said.emit(
            f"The passages lie in {path}."
        ), failed=self._page.refused.emit)  # fmt: skip
