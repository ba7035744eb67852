# SPDX-License-Identifier: MIT
"""Reading the files of an import away from the window, with how far it is and a way to call it off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator import operations
from annotator.ui import words
from annotator.ui.jobs import Report
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.domain import KnownError
    from annotator.operations import ArticleChoices, ArticlePreview, Project, ReadBefore

_READ_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Looked:
    """A preview, and how many passages of each of its rows repeat what the article says elsewhere."""

    preview: ArticlePreview
    repeated: Mapping[int, int]


class ArticleReading(QObject):
    """One reading at a time; ``done(looked)`` or ``failed(error)`` end it, or nobody wants it any more.

    ``began(words)``, ``progressed(share)`` and ``ended`` are for whoever shows work; ``called_off`` says that
    the reader ended it. Where no project is open, as for a new one, the files are compared among themselves.
    """

    began = Signal(str)
    progressed = Signal(float)
    ended = Signal()
    done = Signal(object)
    failed = Signal(object)
    called_off = Signal()

    def __init__(self, session: Session, *, for_new_project: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._is_new = for_new_project
        self._job: int | None = None
        self._before = operations.ReadBefore()

    @property
    def is_running(self) -> bool:
        """Whether files are being read."""
        return self._job is not None

    def read(self, paths: Sequence[Path], choices: ArticleChoices) -> None:
        """Read what lies there; what is being read is called off."""
        self._stop()
        wanted = tuple(paths)
        self.began.emit(f"Reading {words.counted(len(wanted), 'file or folder', many='files and folders')}")

        def answered(looked: Looked) -> None:
            self._job = None
            self.ended.emit()
            self.done.emit(looked)

        def refused(error: KnownError) -> None:
            self._job = None
            self.ended.emit()
            self.failed.emit(error)

        before = self._before
        if self._is_new:
            self._job = self._session.jobs.compute_in_steps(
                lambda report: _look(None, wanted, choices, report, before=before),
                done=answered, failed=refused, progressed=self.progressed.emit,
            )  # fmt: skip
        else:
            self._job = self._session.read_in_steps(
                lambda project, report: _look(project, wanted, choices, report, before=before),
                done=answered, failed=refused, progressed=self.progressed.emit,
            )  # fmt: skip

    def forget(self) -> None:
        """Let go of what was read."""
        self._before = operations.ReadBefore()

    def cancel(self) -> None:
        """End it because the reader wants it."""
        if self._stop():
            self.called_off.emit()

    def _stop(self) -> bool:
        job, self._job = self._job, None
        if job is None:
            return False
        self._session.jobs.call_off(job)
        self.ended.emit()
        return True


def _look(
    project: Project | None, paths: Sequence[Path], choices: ArticleChoices, report: Report, *, before: ReadBefore
) -> Looked:
    share = 0.0

    def progress(done: int, of: int) -> None:
        nonlocal share
        share = _READ_SHARE * done / of if of else _READ_SHARE
        report(share)

    def goes_on() -> bool:
        report(share)
        return False

    preview = operations.preview_articles(
        project, paths=paths, choices=choices, progress=progress, cancelled=goes_on, before=before
    )
    repeated = {}
    for count, row in enumerate(preview.rows):
        if count % 20 == 0:
            report(_READ_SHARE + (1 - _READ_SHARE) * count / len(preview.rows))
        if found := len(row.repeated):
            repeated[row.place] = found
    return Looked(preview, repeated)
