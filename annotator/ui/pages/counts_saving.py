# SPDX-License-Identifier: MIT
"""Counts in files: the table with what it was counted by, the figure to be printed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from annotator import operations
from annotator.operations import Counts, Project
from annotator.ui import plain
from annotator.ui.background import Background
from annotator.ui.dialogs import files
from annotator.ui.jobs import Report
from annotator.ui.pages.project_page import ProjectPage

if TYPE_CHECKING:
    from annotator.operations.export_report import ExportReport


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its words in the menu, the end of the name that is proposed, what the dialog offers."""

    words: str
    ending: str
    kinds: str
    for_spreadsheets: bool = False


TABLES = (
    Form("Table (CSV)…", ".csv", files.TABLES),
    Form("Table for spreadsheets (CSV)…", "_spreadsheet.csv", files.TABLES, for_spreadsheets=True),
)
FIGURES = (
    Form("SVG…", ".svg", "Scalable graphics (*.svg)"),
    Form("PDF…", ".pdf", "PDF documents (*.pdf)"),
    Form("PNG…", ".png", "Pictures (*.png)"),
)


class CountSaving(QObject):
    """Asks where, then writes beside the window; the page says where it lies."""

    def __init__(self, page: ProjectPage, work: Background) -> None:
        super().__init__(page)
        self._page = page
        self._work = work

    def menu(self, forms: tuple[Form, ...], counts: Counts) -> QMenu:
        """Make the menu of forms; it deletes itself."""
        made = QMenu(self._page)
        made.setAccessibleName("Save as")
        for form in forms:
            action = made.addAction(plain.caption(form.words))
            action.triggered.connect(lambda _=False, form=form: self.save(form, counts))
        made.aboutToHide.connect(made.deleteLater)
        return made

    def offer(self, button: QWidget, forms: tuple[Form, ...], counts: Counts) -> None:
        """Open the menu below a button; where that one is folded away, below the page's bar."""
        menu = self.menu(forms, counts)
        anchor = button if button.isVisible() else self._page.bar
        menu.popup(anchor.mapToGlobal(QPoint(anchor.width() - menu.sizeHint().width(), anchor.height())))

    def save(self, form: Form, counts: Counts) -> None:
        """Write what is shown now."""
        path = files.ask_new_file(self._page, "Save", name=f"{counts.kind.value}{form.ending}", kinds=form.kinds)
        if path is None:
            return

        def write(project: Project, _report: Report) -> "ExportReport":
            return operations.write_counts(project, counts=counts, path=path, for_spreadsheets=form.for_spreadsheets)

        self._work.read(
            write,
            words="Writing",
            done=lambda _: self._page.said.emit(f"It lies at {path}."),
            failed=self._page.refused.emit,
        )
