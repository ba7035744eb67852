# SPDX-License-Identifier: MIT
"""The three ways into a project: the demonstration, a new one from articles, one that is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import Coder, KnownError
from annotator.ui.dialogs import files
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme

if TYPE_CHECKING:
    from annotator.operations import ArticlePreview, NearChoice, Project
    from annotator.ui.intake.intake import Intake

DEMO_FOLDER = "annotator-demo"


class ProjectStarts(QObject):
    """``wanted(make, path)`` asks for a project to be opened in a window by a function that makes or opens it.

    ``previewing`` asks for the page of the intake, ``done`` for whatever was shown before it, ``failed(error)`` for
    a banner.
    ``moved(former, path)`` says where a missing project was found.
    """

    wanted = Signal(object, object)
    moved = Signal(str, object)
    previewing = Signal()
    done = Signal()
    failed = Signal(object)

    def __init__(self, window: QWidget, theme: Theme, session: Session, *, me: Callable[[], Coder | None]) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._session = session
        self._me = me
        self._name = ""

    @cached_property
    def intake(self) -> Intake:
        """The page on which the articles of a new project are looked at, made when it is first wanted."""
        from annotator.ui.intake.intake import Intake

        made = Intake(self._theme, self._session, for_new_project=True)
        made.left.connect(self.done)
        made.failed.connect(self._refuse)
        made.accepted.connect(self._save_new)
        return made

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
        folder = files.ask_folder(self._window, "Choose a folder of articles")
        if folder is not None:
            self._look_into([folder])

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Open a project that was dropped, or show what other files would bring to a new one."""
        if paths[0].suffix.casefold() == files.PROJECT_SUFFIX:
            self.open_path(paths[0])
        else:
            self._look_into(paths)

    def _look_into(self, paths: Sequence[Path]) -> None:
        first = paths[0]
        self._name = first.name if first.is_dir() else first.stem
        self.intake.start_afresh(f"New project from “{self._name}”")
        self.previewing.emit()
        self.intake.look_into(paths)

    def _refuse(self, error: KnownError) -> None:
        self.done.emit()
        self.failed.emit(error)

    def _save_new(self) -> None:
        me, preview, book = self._me(), self.intake.preview, self.intake.book
        target = files.ask_new_file(
            self._window, "Save the new project", name=f"{self._name}.annotator", kinds=files.PROJECTS
        )
        if target is None or me is None or preview is None:
            return
        wanted = _Wanted(
            preview, book.keep(preview), book.near_by_place(preview), book.metadata_by_place(preview),
            book.repeated_passages,
        )  # fmt: skip

        def make() -> Project:
            return _make_project(target, lead=me, wanted=wanted)

        self.wanted.emit(make, target)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was chosen about the articles of a new project."""

    preview: ArticlePreview
    keep: set[int]
    near: Mapping[int, NearChoice]
    metadata: Mapping[int, Mapping[str, str]]
    repeated_passages: bool


def _make_project(target: Path, *, lead: Coder, wanted: _Wanted) -> Project:
    """Make a project with its first articles; if they cannot be taken, nothing is left behind."""
    project = operations.new_project(target, lead=lead)
    try:
        operations.import_articles(
            project, author=lead.id, preview=wanted.preview, keep=wanted.keep, near=wanted.near,
            metadata=wanted.metadata, repeated_passages=wanted.repeated_passages,
        )  # fmt: skip
    except KnownError:
        operations.close_project(project)
        target.unlink(missing_ok=True)
        raise
    return project
