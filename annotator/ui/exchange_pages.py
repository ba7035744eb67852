# SPDX-License-Identifier: MIT
"""What goes out of a project and what comes into it coded: two pages and a dialog, and where a dropped file belongs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import KnownError, Refused
from annotator.ui.background import Background
from annotator.ui.dialogs import files
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.banner import INFO, Banner
from annotator.ui.widgets.work import Work

if TYPE_CHECKING:
    from annotator.exchange.findings import Finding
    from annotator.ui.dialogs.codebook_in import CodebookInDialog
    from annotator.ui.pages.incoming import IncomingPage
    from annotator.ui.pages.project_page import ProjectPage

INCOMING, HISTORY = "take_annotations", "page_history"
CODEBOOK_ENDINGS = (".qdc", ".qde")


class ExchangePages(QObject):
    """Makes each when it is first asked for; ``show`` shows a page by its name."""

    def __init__(
        self, theme: Theme, session: Session, *, window: QWidget, banner: Banner, work: Work,
        show: Callable[[str], object],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._window = window
        self._banner = banner
        self._work = work
        self._show = show
        self._incoming: IncomingPage | None = None
        self.dialog: CodebookInDialog | None = None

    def page(self, name: str) -> ProjectPage:
        """Give the page of exports or the one for annotations that come in."""
        return self.incoming if name == INCOMING else self._make_export()

    @property
    def incoming(self) -> IncomingPage:
        """The page for annotations that come in."""
        if self._incoming is None:
            from annotator.ui.pages.incoming import IncomingPage

            self._incoming = IncomingPage(self._theme, self._session)
            self._incoming.history_asked.connect(lambda: self._show(HISTORY))
            self._watch(self._incoming.reading)
        return self._incoming

    def take_files(self, paths: Sequence[Path], *, otherwise: Callable[[Sequence[Path]], None]) -> None:
        """Look at what was dropped: by its content annotations, a codebook, or else something for ``otherwise``."""
        first = paths[0]
        if len(paths) > 1:
            otherwise(paths)
        elif first.suffix.casefold() in CODEBOOK_ENDINGS:
            self.take_codebook(first)
        else:
            self._session.jobs.compute(
                lambda: is_coded(first),
                done=lambda coded: self.take_annotations(first) if coded else otherwise(paths),
                failed=lambda _: otherwise(paths),
            )

    def offer(self, paths: Sequence[Path]) -> None:
        """Say of a file that was chosen as an article that it holds annotations, with the way to take these in."""
        if len(paths) == 1:
            self._session.jobs.compute(
                lambda: is_coded(paths[0]), done=lambda coded: self._say(paths[0]) if coded else None
            )

    def take_annotations(self, path: Path) -> None:
        """Show what a coded file would bring; for the lead, since it may bring codes and coders."""
        if not self._session.is_lead:
            self._session.refused.emit(Refused("The lead takes in what was coded elsewhere; nothing was taken in."))
            return
        self._show(INCOMING)
        self.incoming.look_into(path)

    def ask_codebook(self) -> None:
        """Ask for a codebook and show what it would bring."""
        path = files.ask_file(self._window, "Choose a codebook", kinds=files.CODEBOOKS)
        if path is not None:
            self.take_codebook(path)

    def take_codebook(self, path: Path) -> None:
        """Show what a codebook would bring; for the lead, who alone edits it."""
        if not self._session.is_lead:
            self._session.refused.emit(Refused("The lead of the project edits the codebook; nothing was taken in."))
            return
        if self.dialog is not None:
            return
        from annotator.ui.dialogs.codebook_in import CodebookInDialog

        self.dialog = CodebookInDialog(self._theme, self._session, self._window, path=path)
        self.dialog.finished.connect(lambda _: self._closed())
        self.dialog.said.connect(lambda words: self._banner.say(words, kind=INFO))
        self.dialog.open()

    def save_codebook(self) -> None:
        """Ask where and write the codebook in the form that the name says."""
        name = f"{self._session.overview.path.stem} codebook.qdc"
        path = files.ask_new_file(self._window, "Export the codebook", name=name, kinds=files.CODEBOOKS_OUT)
        if path is not None:
            self._session.read(
                lambda project: operations.export_codebook(project, path=path),
                done=lambda findings: self._saved(path, findings),
            )

    def _saved(self, path: Path, findings: Sequence[Finding]) -> None:
        said = f"The codebook lies in {path}."
        for each in findings:
            said += f" {each.sentence.rstrip('.')} ({each.count:,})."
        self._banner.say(said, kind=INFO)

    def _say(self, path: Path) -> None:
        self._banner.say(
            f"“{path.name}” holds annotations too: as an article they would be lost.",
            kind=INFO, action="Take in its annotations", do=lambda: self._go(path),
        )  # fmt: skip

    def _go(self, path: Path) -> None:
        self._banner.hide()
        self.take_annotations(path)

    def _closed(self) -> None:
        self.dialog = None

    def _make_export(self) -> ProjectPage:
        from annotator.ui.pages.export import ExportPage

        page = ExportPage(self._theme, self._session)
        self._watch(page.writing)
        return page

    def _watch(self, background: Background) -> None:
        """Let work be seen in the status line, and called off there."""
        background.began.connect(self._work.begin)
        background.progressed.connect(self._work.advance)
        background.ended.connect(self._work.end)
        self._work.called_off.connect(background.cancel)


def is_coded(path: Path) -> bool:
    """Whether a file or folder is of a form that annotations come in, by its content."""
    try:
        operations.kind_of_corpus(path)
    except KnownError:
        return False
    return True
