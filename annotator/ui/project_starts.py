# SPDX-License-Identifier: MIT
"""The three ways into a project, and adding articles to one: asks for files, shows the preview, then acts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import Coder, CoderId, KnownError, Refused
from annotator.ui import words
from annotator.ui.dialogs import files
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.operations import Project
    from annotator.ui.pages.new_project import Candidate, NewProjectPage

DEMO_FOLDER = "annotator-demo"


class ProjectStarts(QObject):
    """``wanted(make, path)`` asks for a project to be opened in a window by a function that makes or opens it.

    ``previewing`` asks for the preview page, ``done`` for whatever was shown before it, ``failed(error)`` for a banner.
    ``moved(former, path)`` says where a missing project was found.
    """

    wanted = Signal(object, object)
    moved = Signal(str, object)
    previewing = Signal()
    done = Signal()
    failed = Signal(object)
    said = Signal(str)

    def __init__(
        self, window: QWidget, session: Session, page: Callable[[], NewProjectPage], me: Callable[[], Coder | None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._page = page
        self._me = me
        self._is_new = True
        self._folder = Path()
        self._paths: list[Path] = []
        self._title = ""

    def demo(self) -> None:
        """Make or find the demonstration in this user's data folder and open it."""
        folder, me = operations.data_folder() / DEMO_FOLDER, self._me()

        def make() -> Project:
            return operations.open_demo(folder, me=me)

        self.wanted.emit(make, folder / "demo.annotator")

    def open_path(self, path: Path) -> None:
        """Open a project file."""
        self.wanted.emit(lambda: operations.open_project(path), path)

    def locate(self, former: str) -> None:
        """Ask where a project is that is not where it was, and open it there."""
        path = files.ask_file(self._window, f"Locate {Path(former).name}", kinds=files.PROJECTS)
        if path is not None:
            self.moved.emit(former, path)
            self.open_path(path)

    def open_or_ask(self, path: str) -> None:
        """Open a project file; for the empty path ask which."""
        if path:
            self.open_path(Path(path))
        else:
            self.ask_open()

    def ask_open(self) -> None:
        """Ask which project to open."""
        path = files.ask_file(self._window, "Open a project", kinds=files.PROJECTS)
        if path is not None:
            self.open_path(path)

    def ask_new(self) -> None:
        """Ask for a folder and show what of it would be taken."""
        from annotator.ui.pages.new_project import texts_in

        folder = files.ask_folder(self._window, "Choose a folder of articles")
        if folder is None:
            return
        try:
            paths = texts_in(folder)
        except OSError as error:
            self.failed.emit(
                Refused(f"The folder cannot be read: {error.strerror}. Nothing was written.", where=str(folder))
            )
            return
        if not paths:
            self.failed.emit(
                Refused(
                    "This folder holds no text files (.txt). Choose the folder with the articles in it.",
                    where=str(folder),
                )
            )
            return
        self._folder = folder
        self._preview(paths, title=f"New project from “{folder.name}”", is_new=True)

    def ask_add(self) -> None:
        """Ask for files and show which would be added to the open project."""
        paths = files.ask_files(self._window, "Choose articles to add", kinds=files.TEXTS)
        if paths:
            self._preview(paths, title="Add articles", is_new=False)

    def accept(self, candidates: list[Candidate]) -> None:
        """Take what the preview showed: into a new file, or into the open project."""
        if self._is_new:
            self._save_new(candidates)
        else:
            author = self._session.coder.id
            self._session.write(
                lambda project: _import(project, author=author, candidates=candidates),
                done=lambda outcome: self._added(outcome.value), failed=lambda _: self.done.emit(),
            )  # fmt: skip

    def _preview(self, paths: list[Path], *, title: str, is_new: bool) -> None:
        self._is_new, self._paths, self._title = is_new, paths, title
        page = self._page()
        page.encoding.start_afresh()
        page.wait(title)
        self.previewing.emit()
        self.read_again("")

    def read_again(self, encoding: str) -> None:
        """Read the files that are previewed, those that do not say their encoding by this one (empty: not at all)."""
        from annotator.ui.pages.new_project import look_at

        page, paths, title, is_new = self._page(), self._paths, self._title, self._is_new
        page.wait(title)

        def show(found: list[Candidate]) -> None:
            if page.encoding.value == encoding and self._paths is paths:
                page.show_candidates(title, found, is_new=is_new)

        self._session.jobs.compute(lambda: look_at(paths, encoding=encoding), done=show, failed=page.refuse_encoding)

    def _save_new(self, candidates: list[Candidate]) -> None:
        me = self._me()
        target = files.ask_new_file(
            self._window, "Save the new project", name=f"{self._folder.name}.annotator", kinds=files.PROJECTS
        )
        if target is None or me is None:
            return

        def make() -> Project:
            return _make_project(target, lead=me, candidates=candidates)

        self.wanted.emit(make, target)

    def _added(self, report: operations.ImportReport) -> None:
        said = f"{words.counted(len(report.added), 'article')} added"
        if report.already_there:
            said += f", {len(report.already_there)} already there by their text"
        self.done.emit()
        self.said.emit(said + ".")


def _import(
    project: Project, *, author: CoderId, candidates: list[Candidate]
) -> operations.Outcome[operations.ImportReport]:
    encodings = {each.path: each.encoding for each in candidates if each.encoding}
    paths = [each.path for each in candidates]
    return operations.import_texts(project, author=author, paths=paths, encodings=encodings)


def _make_project(target: Path, *, lead: Coder, candidates: list[Candidate]) -> Project:
    """Make a project with its first articles; if they cannot be taken, nothing is left behind."""
    project = operations.new_project(target, lead=lead)
    try:
        _import(project, author=lead.id, candidates=candidates)
    except KnownError:
        operations.close_project(project)
        target.unlink(missing_ok=True)
        raise
    return project
