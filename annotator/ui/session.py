# SPDX-License-Identifier: MIT
"""One open project in one window: its verbs queued, its state of saving, its overview kept fresh.

Runs on the window's thread; the project handle is only ever touched by what it queues for the store thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from annotator import operations
from annotator.domain import Coder, CompletionState, KnownError, NotSaved, Refused, UsageError
from annotator.ui.bus import Bus
from annotator.ui.file_check import EDITING_PAUSED, FileCheck
from annotator.ui.jobs import Jobs, Report

if TYPE_CHECKING:
    from annotator.operations import CoderFile, Outcome, Overview, Project

Answer = TypeVar("Answer")
SAVING_SHOWS_AFTER_MILLISECONDS = 300
NAME_NEEDED = "Write your name first: it goes on everything you code."
_REFRESH_AFTER_MILLISECONDS = 30


class Session(QObject):
    """A project, or none yet.

    Signals tell the state of saving: ``saving`` after 300 ms of waiting, ``saved(moment)`` and
    ``not_saved(error)`` only in the handler of the store thread's answer.
    """

    opened = Signal()
    overview_changed = Signal()
    saving = Signal()
    typing = Signal()
    saved = Signal(object)
    not_saved = Signal(object)
    refused = Signal(object)
    closed = Signal()

    def __init__(self, jobs: Jobs, bus: Bus, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.bus = bus
        self.check = FileCheck(self)
        self._project: Project | None = None
        self._overview: Overview | None = None
        self._coder_file: CoderFile | None = None
        self._writes = 0
        self._unsaved = 0
        self._typing = False
        self._slow = QTimer(self, singleShot=True, interval=SAVING_SHOWS_AFTER_MILLISECONDS)
        self._slow.timeout.connect(self._say_saving)
        self._stale = QTimer(self, singleShot=True, interval=_REFRESH_AFTER_MILLISECONDS)
        self._stale.timeout.connect(self.refresh)

    @property
    def overview(self) -> Overview:
        """What the project holds; only while one is open."""
        assert self._overview is not None, "no project is open"
        return self._overview

    @property
    def is_open(self) -> bool:
        """Whether a project is open and its overview is there."""
        return self._overview is not None

    @property
    def answers(self) -> bool:
        """Whether the project can be asked anything: one that is being closed cannot."""
        return self._project is not None

    @property
    def may_read(self) -> bool:
        """Whether questions can be asked: not before a project is open, nor once it is being closed."""
        return self._project is not None

    @property
    def may_be_asked(self) -> bool:
        """Whether the project answers: one that is being closed is still shown and answers no more."""
        return self._project is not None

    @property
    def path(self) -> Path | None:
        """Where the open project lies."""
        return self._overview.path if self._overview else None

    @property
    def coder(self) -> Coder:
        """Who codes in this window."""
        coder = self.overview.active_coder
        assert coder is not None, "the window sets a coder when it opens a project"
        return coder

    @property
    def is_lead(self) -> bool:
        """Whether who codes here also leads the project."""
        return self.is_open and self.overview.lead == self.coder.id

    @property
    def coder_file(self) -> CoderFile | None:
        """For whom the open file was made, by whom; None for one that was not handed out."""
        return self._coder_file

    @property
    def is_saved(self) -> bool:
        """Whether every change made here is in the file."""
        return self._writes == 0 and self._unsaved == 0 and not self._typing

    def open(self, make: Callable[[], Project], *, me: Coder | None, failed: Callable[[KnownError], None]) -> None:
        """Open or make a project on the store thread and set who codes where the file does not know yet.

        Where nobody has said a name on this computer, only the demonstration opens, whose reader is no person, and a
        file that was made for a coder, who confirms the name in it.
        """

        def work() -> tuple[Project, Overview, CoderFile | None]:
            project = make()
            try:
                with operations.TellingDamage(project):
                    overview, coder_file = operations.overview(project), operations.coder_file(project)
            except KnownError:
                operations.close_project(project)
                raise
            if me is None and coder_file is None and overview.active_coder != operations.DEMO_READER:
                operations.close_project(project)
                raise UsageError(NAME_NEEDED)
            if me is not None and coder_file is None and not _works_here(overview.active_coder, me):
                operations.set_active_coder(project, coder=operations.acting_person(me.name, project=project))
                overview = operations.overview(project)
            return project, overview, coder_file

        self.jobs.submit(work, done=self._opened, failed=failed)

    def read(
        self,
        work: Callable[[Project], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Queue a question to the project; a failure is refused in words unless the caller handles it."""
        project = self._project
        assert project is not None
        self.jobs.submit(lambda: _told(project, work), done=done, failed=failed or self.refused.emit)

    def read_in_steps(
        self,
        work: Callable[[Project, Report], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[KnownError], None],
        progressed: Callable[[float], None],
    ) -> int:
        """Queue a long question that tells how far it is; the number that is given calls it off by the jobs."""
        project = self._project
        assert project is not None

        def begin(report: Report) -> Answer:
            return _told(project, lambda here: work(here, report))

        return self.jobs.submit_in_steps(begin, done=done, failed=failed, progressed=progressed)

    def write(
        self,
        work: Callable[[Project], Outcome[Answer]],
        *,
        done: Callable[[Outcome[Answer]], None] = lambda _: None,
        failed: Callable[[KnownError], None] = lambda _: None,
        initiator: object = None,
    ) -> None:
        """Queue a verb. Its outcome goes to ``done``, then to all by the bus; a failure to ``failed``, then on.

        Nothing is written to a file in which the check has found a fault: that is refused at once.
        """
        project = self._project
        assert project is not None
        if self.check.fault:
            paused = Refused(EDITING_PAUSED)
            failed(paused)
            self.refused.emit(paused)
            return
        self._writes += 1
        if self._writes == 1:
            self._slow.start()

        def stored(outcome: Outcome[Answer]) -> None:
            self._settle()
            done(outcome)
            self.bus.changed.emit(outcome.touched, initiator)
            self._stale.start()
            if self.is_saved:
                self.saved.emit(datetime.now())  # a clock time for the reader, local

        def refused(error: KnownError) -> None:
            self._settle()
            failed(error)
            (self.not_saved if isinstance(error, NotSaved) else self.refused).emit(error)
            if self.is_saved and not isinstance(error, NotSaved):
                self.saved.emit(None)

        self.jobs.submit(lambda: _told(project, work), done=stored, failed=refused)

    def note_typing(self, typing: bool) -> None:
        """Note that words are being typed that no verb carries yet: until then not everything is saved."""
        self._typing = typing
        if typing:
            self.typing.emit()
        elif self.is_saved:
            self.saved.emit(None)

    def hold_unsaved(self, count: int) -> None:
        """Note that so many changes wait, painted but refused by the disk; 0 once they are stored or given up."""
        self._unsaved = count
        if self.is_saved:
            self.saved.emit(None)

    def refresh(self) -> None:
        """Read the overview anew."""
        if self._project is not None:
            self.read(operations.overview, done=self.take_overview)

    def read_out(self, then: Callable[[], None]) -> None:
        """Call a function once everything queued so far has been answered."""
        self.jobs.submit(lambda: None, done=lambda _: then())

    def close(self, *, closed: Callable[[], None], failed: Callable[[KnownError], None]) -> None:
        """Close the file once everything queued before is done; the answer comes when the file is closed."""
        project, self._project = self._project, None
        if project is None:
            closed()
            return
        self._stale.stop()
        self.check.pause()

        def done(_: object) -> None:
            self._overview = None
            self.closed.emit()
            closed()

        def broken(error: KnownError) -> None:
            self._project = project
            self.check.go_on()
            failed(error)

        self.jobs.submit(lambda: operations.close_project(project), done=done, failed=broken)

    def _opened(self, answer: tuple[Project, Overview, CoderFile | None]) -> None:
        self._project, overview, self._coder_file = answer
        self._overview = _own_articles_only(overview)
        self.opened.emit()
        self.overview_changed.emit()

    def take_overview(self, overview: Overview, *, coder_file: CoderFile | None = None) -> None:
        """Take an overview that was read from the file just now, and for whom it was made where that was asked too."""
        self._overview = _own_articles_only(overview)
        self._coder_file = coder_file or self._coder_file
        self.overview_changed.emit()

    def _settle(self) -> None:
        self._writes -= 1
        if self._writes == 0:
            self._slow.stop()

    def _say_saving(self) -> None:
        if self._writes:
            self.saving.emit()


def _told(project: Project, work: Callable[[Project], Answer]) -> Answer:
    """Do a piece of work; an error that nobody foresaw is told as damage where the file is damaged."""
    with operations.TellingDamage(project):
        return work(project)


def _own_articles_only(overview: Overview) -> Overview:
    """Leave out, in a file made for a coder, the articles of other rounds: they stay in it, with nothing to be done."""
    if not overview.is_handed_out:
        return overview
    own = tuple(each for each in overview.documents if each.state is not CompletionState.NOT_ASSIGNED)
    return replace(overview, documents=own)


def _works_here(coder: Coder | None, me: Coder) -> bool:
    """Whether the coder that a file names is somebody of this computer; a copy that was sent names its sender."""
    if coder is None:
        return False
    return coder.name == me.name or coder.id in operations.load_settings().people.values()
