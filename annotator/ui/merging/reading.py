# SPDX-License-Identifier: MIT
"""Reading the files of a merge on the store thread, with how far it is and a way to call it off."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator import operations
from annotator.domain import KnownError
from annotator.operations import MergePreview
from annotator.ui import words
from annotator.ui.session import Session


class FileReading(QObject):
    """One reading at a time; ``done(preview)`` or ``failed(error)`` end it, or nobody wants it any more.

    ``began(words)``, ``progressed(share)`` and ``ended`` are for whoever shows work; ``called_off`` says
    that the reader ended it.
    """

    began = Signal(str)
    progressed = Signal(float)
    ended = Signal()
    done = Signal(object)
    failed = Signal(object)
    called_off = Signal()

    def __init__(self, session: Session, *, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: int | None = None

    @property
    def is_running(self) -> bool:
        """Whether files are being read."""
        return self._job is not None

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files; what is being read is called off."""
        self._stop()
        wanted = tuple(paths)
        self.began.emit(f"Reading {words.counted(len(wanted), 'file')}")

        def answered(preview: MergePreview) -> None:
            self._job = None
            self.ended.emit()
            self.done.emit(preview)

        def refused(error: KnownError) -> None:
            self._job = None
            self.ended.emit()
            self.failed.emit(error)

        self._job = self._session.read_in_steps(
            lambda project, report: operations.preview_merge(project, paths=wanted, progress=report),
            done=answered, failed=refused, progressed=self.progressed.emit,
        )  # fmt: skip

    def cancel(self) -> None:
        """End it because the reader wants it."""
        if self._stop():
            self.called_off.emit()

    def forget(self) -> None:
        """Let go of what was read: some hundred megabytes where files are large."""
        self._session.jobs.submit(operations.forget_preview)

    def _stop(self) -> bool:
        job, self._job = self._job, None
        if job is None:
            return False
        self._session.jobs.call_off(job)
        self.ended.emit()
        return True
