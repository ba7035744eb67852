# SPDX-License-Identifier: MIT
"""The store thread: one queue, verbs in order, answers by signal. Beside it one thread for computations.

The one live connection belongs to this thread. A verb is an ordinary function that runs here; its answer reaches the
handlers on the thread that made the :class:`Jobs`, the window's, in the order of the queue. A long computation tells
how far it is and can be called off: what it tells next then ends it, and its answer is dropped.
"""

import logging
import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal

from annotator.domain import KnownError

Answer = TypeVar("Answer")
Report = Callable[[float], None]
"""Told the share that is done, from 0 to 1; it raises what ends a computation that was called off."""
_log = logging.getLogger(__name__)

TOLD_EVERY_SECONDS = 0.05
BUG_SENTENCE = "The tool made a mistake while doing this. What was saved before is safe; this step may not be."


class _CalledOff(BaseException):
    """Ends work for whose answer nobody waits any more; no error, so that nothing on the way looks for its cause."""


@dataclass(frozen=True, slots=True)
class _Handlers:
    done: Callable[[Any], None]
    failed: Callable[[KnownError], None]
    progressed: Callable[[float], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class _Answer:
    job: int
    value: object
    error: BaseException | None
    seconds: float


class _Worker(QThread):
    """Runs what is in its queue until it finds None there."""

    answered = Signal(object)
    progressed = Signal(int, float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.queue: queue.SimpleQueue[tuple[int, Callable[[], object]] | None] = queue.SimpleQueue()

    def run(self) -> None:
        """Take one job after the other; whatever one raises is its answer, and the next one runs."""
        while (entry := self.queue.get()) is not None:
            job, work = entry
            began = time.perf_counter()
            value: object = None
            error: BaseException | None = None
            try:
                value = work()
            except (Exception, _CalledOff) as raised:  # noqa: BLE001,RUF100  # the edge of the thread: every failure is handed on, none dies here
                error = raised
            self.answered.emit(_Answer(job, value, error, time.perf_counter() - began))
            # Keep nothing of the last job alive while waiting for the next one.
            del entry, work, value, error


class Jobs(QObject):
    """Hands work to the store thread. Handlers are called on the thread that made this object.

    ``crashed(exception)`` is emitted for an error that is no :class:`KnownError`: a bug, to be reported. The job's
    own ``failed`` handler is called first, so that what was shown too early is taken back.
    """

    crashed = Signal(object)
    waiting_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handlers: dict[int, _Handlers] = {}
        self._last = 0
        self._called_off: set[int] = set()
        self._is_stopping = False
        self._store = self._start("store")
        self._computing: _Worker | None = None

    @property
    def waiting(self) -> int:
        """How many jobs have not been answered yet."""
        return len(self._handlers)

    def submit(
        self,
        work: Callable[[], Answer],
        *,
        done: Callable[[Answer], None] = lambda _: None,
        failed: Callable[[KnownError], None] = lambda _: None,
    ) -> int:
        """Queue a piece of work for the store thread and give its number; one of the handlers will be called, once."""
        return self._put(self._store, work, _Handlers(done, failed))

    def compute(
        self,
        work: Callable[[], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[KnownError], None] = lambda _: None,
    ) -> int:
        """Queue a computation over plain values, so that saving goes on meanwhile; it must not touch a project."""
        return self._put(self._computer(), work, _Handlers(done, failed))

    def compute_in_steps(
        self,
        work: Callable[[Report], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[KnownError], None] = lambda _: None,
        progressed: Callable[[float], None] = lambda _: None,
    ) -> int:
        """Queue a computation that tells how far it is; the number that is given calls it off by :meth:`call_off`."""
        return self._put_in_steps(self._computer(), work, _Handlers(done, failed, progressed))

    def submit_in_steps(
        self,
        work: Callable[[Report], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[KnownError], None] = lambda _: None,
        progressed: Callable[[float], None] = lambda _: None,
    ) -> int:
        """Queue work for the store thread that tells how far it is and may be called off; it must write nothing."""
        return self._put_in_steps(self._store, work, _Handlers(done, failed, progressed))

    def call_off(self, job: int) -> None:
        """Forget a job: none of its handlers is called any more; a computation ends where it next tells its share."""
        if self._handlers.pop(job, None) is not None:
            self._called_off.add(job)
            self.waiting_changed.emit(self.waiting)

    def stop(self) -> None:
        """Let the queues run dry and end the threads; handlers of answers still on their way are not called."""
        self._is_stopping = True
        for worker in (self._computing, self._store):
            if worker is not None and worker.isRunning():
                worker.queue.put(None)
                worker.wait()
        self._handlers.clear()

    def _computer(self) -> _Worker:
        if self._computing is None:
            self._computing = self._start("computing")
        return self._computing

    def _start(self, name: str) -> _Worker:
        worker = _Worker(name)
        worker.answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        worker.progressed.connect(self._progress, Qt.ConnectionType.QueuedConnection)
        worker.start()
        return worker

    def _put_in_steps(self, worker: _Worker, work: Callable[[Report], Answer], handlers: _Handlers) -> int:
        job = self._last + 1
        told = 0.0

        def report(share: float) -> None:
            nonlocal told
            if self._is_stopping or job in self._called_off:
                raise _CalledOff
            now = time.monotonic()
            if now - told >= TOLD_EVERY_SECONDS:
                told = now
                worker.progressed.emit(job, share)

        def begin() -> Answer:
            report(0.0)
            return work(report)

        return self._put(worker, begin, handlers)

    def _put(self, worker: _Worker, work: Callable[[], object], handlers: _Handlers) -> int:
        self._last += 1
        self._handlers[self._last] = handlers
        worker.queue.put((self._last, work))
        self.waiting_changed.emit(self.waiting)
        return self._last

    def _progress(self, job: int, share: float) -> None:
        if (handlers := self._handlers.get(job)) is not None:
            handlers.progressed(share)

    def _answer(self, answer: _Answer) -> None:
        self._called_off.discard(answer.job)
        handlers = self._handlers.pop(answer.job, None)
        if handlers is None:
            return
        _log.debug("job %d answered after %.4f s", answer.job, answer.seconds)
        try:
            if answer.error is None:
                handlers.done(answer.value)
            elif isinstance(answer.error, KnownError):
                handlers.failed(answer.error)
            else:
                _log.error("job %d broke", answer.job, exc_info=answer.error)
                handlers.failed(KnownError(BUG_SENTENCE))
                self.crashed.emit(answer.error)
        finally:
            self.waiting_changed.emit(self.waiting)
