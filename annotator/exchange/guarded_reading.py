# SPDX-License-Identifier: MIT
"""Reading files of others in processes of their own, which may die without harm.

A worker calls one function of ours on the bytes of one file after the other, within limits of memory and time,
and answers in JSON: nothing that a file could make a worker say is program here. One that is late, takes too much or
dies is ended, and its file is refused; the others go on. Where no worker can be started, or the program is a script
of somebody's, which would run anew in each worker, files are read in this process, within the limits of each reader.
"""

import importlib
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path

from annotator.domain.errors import KnownError, Refused, UsageError
from annotator.domain.live_files import is_live
from annotator.exchange.incoming_files import opened

Plain = None | bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"]
"""What JSON can carry."""
Answer = Plain | KnownError
Heartbeat = Callable[[], None]
"""Called about ten times a second while files are read; may raise to end the reading."""

MOST_WORKERS = 2
MAXIMUM_FILE_BYTES = 200_000_000
MEMORY_BYTES = 1 << 30
SECONDS = 15.0
BYTES_PER_SECOND = 500_000
_MOST_ANSWER_BYTES = 400_000_000
_HEARTBEAT_SECONDS = 0.1
_KINDS: dict[str, type[KnownError]] = {kind.__name__: kind for kind in (Refused, UsageError)}
_LATE = "Reading the file took too long; nothing was taken from it: save it anew in its program and try again."
_DIED = "The file cannot be read without harm; nothing was taken from it: save it anew in its program and try again."
_TOO_LARGE = "The file takes more memory than any article may; nothing was taken from it: split it first."


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read: ``function`` ("MODULE:NAME") is called with bytes, ``name=``, ``settings=``.

    The source is a path, which the worker opens, or the bytes of a member of a container. What the function returns
    and ``settings`` are plain values; it raises Refused or UsageError, anything else is the end of the worker.
    """

    function: str
    source: Path | bytes
    name: str
    settings: Mapping[str, Plain] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many bytes there are to read."""
        if isinstance(self.source, bytes):
            return len(self.source)
        try:
            return self.source.stat().st_size
        except OSError:
            return 0


def answers(tasks: Sequence[Task], *, heartbeat: Heartbeat = lambda: None) -> Iterator[Answer]:
    """Give for each task, in their order, what its function returned or why its file is refused.

    The workers end with the iterator: close it, or take all of it.
    """
    if tasks and may_start_workers():
        pool = _Pool(tasks, heartbeat)
        try:
            yield from pool.answers()
        finally:
            pool.end()
    else:
        for task in tasks:
            heartbeat()
            yield _called(task.function, task.source, task.name, task.settings)


def may_start_workers() -> bool:
    """Whether the program is one that can be started anew as a worker without doing its work again.

    The packaged program, ``annotator`` and ``python -m ...`` can; a script of somebody's would run twice.
    """
    main = sys.modules["__main__"]
    is_module = getattr(main, "__spec__", None) is not None
    return getattr(sys, "frozen", False) or is_module or Path(getattr(main, "__file__", "")).stem == "annotator"


class _Pool:
    """The workers of one reading. What none of them could take is read here."""

    def __init__(self, tasks: Sequence[Task], heartbeat: Heartbeat) -> None:
        self._tasks = tasks
        self._heartbeat = heartbeat
        self._next = 0
        self._came: dict[int, Answer] = {}
        self._workers: dict[Connection, _Worker] = {}

    def answers(self) -> Iterator[Answer]:
        """Hand out the tasks and give the answers in order."""
        for _ in range(min(MOST_WORKERS, os.cpu_count() or 1, len(self._tasks))):
            self._start()
        for place, task in enumerate(self._tasks):
            while place not in self._came and self._workers:
                self._take_answers()
            if place in self._came:
                yield self._came.pop(place)
            else:
                yield _called(task.function, task.source, task.name, task.settings)

    def end(self) -> None:
        """Kill the workers that are left."""
        for worker in self._workers.values():
            worker.end()
        self._workers.clear()

    def _start(self) -> None:
        with suppress(OSError, RuntimeError):  # no process, no pipe: it is read here
            worker = _Worker()
            self._workers[worker.connection] = worker

    def _take_answers(self) -> None:
        ready = wait(list(self._workers), timeout=_HEARTBEAT_SECONDS)
        for connection, worker in list(self._workers.items()):
            if connection in ready:
                self._take_answer(worker)
            elif worker.is_late:
                self._give_up(worker, _LATE)
        self._heartbeat()

    def _take_answer(self, worker: "_Worker") -> None:
        try:
            said = worker.answer()
        except (EOFError, OSError, ValueError, RecursionError):
            self._give_up(worker, _DIED)
            return
        if worker.place is not None:
            self._came[worker.place] = _as_answer(said, self._tasks[worker.place].name)
        self._hand_out(worker)

    def _hand_out(self, worker: "_Worker") -> None:
        while self._next < len(self._tasks):
            place, task = self._next, self._tasks[self._next]
            self._next += 1
            # A project that is open here is known to this process alone: what opens it must ask here.
            if not isinstance(task.source, Path) or not is_live(task.source):
                worker.begin(place, task)
                return
            self._came[place] = _called(task.function, task.source, task.name, task.settings)
        worker.end()
        del self._workers[worker.connection]

    def _give_up(self, worker: "_Worker", sentence: str) -> None:
        """End a worker and refuse its file. One that never began to work is not replaced."""
        worker.end()
        del self._workers[worker.connection]
        if worker.place is None:
            return
        self._came[worker.place] = Refused(sentence, where=self._tasks[worker.place].name)
        if self._next < len(self._tasks):
            self._start()


class _Worker:
    """One process that reads files for this one."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, MEMORY_BYTES), daemon=True)
        self._process.start()
        theirs.close()
        self.place: int | None = None
        self._deadline = time.monotonic() + SECONDS

    @property
    def is_late(self) -> bool:
        """Whether it should have answered by now."""
        return time.monotonic() > self._deadline

    def begin(self, place: int, task: Task) -> None:
        """Give it the task at this place."""
        self.place = place
        seconds = SECONDS + task.size / BYTES_PER_SECOND
        self._deadline = time.monotonic() + seconds
        path = os.fspath(task.source.absolute()) if isinstance(task.source, Path) else None
        with suppress(OSError):  # it died meanwhile: its end of the pipe says so at the next look
            self.connection.send_bytes(_json([task.function, path, task.name, task.settings, seconds]))
            if isinstance(task.source, bytes):
                self.connection.send_bytes(task.source)

    def answer(self) -> object:
        """Take what it says; None where it is ready to begin. Raises EOFError where it died."""
        return json.loads(self.connection.recv_bytes(_MOST_ANSWER_BYTES))

    def end(self) -> None:
        """Kill the process and take it away."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def serve(connection: Connection, memory_bytes: int) -> None:
    """Be a worker: say that it is ready, then answer one task after the other until the pipe closes."""
    _limit_memory(memory_bytes)
    # What a library has to say of a broken file, or Python of a library, is not for the user's terminal.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    connection.send_bytes(_json(None))
    with suppress(EOFError, OSError):
        while True:
            function, path, name, settings, seconds = json.loads(connection.recv_bytes())
            _limit_processor_time(seconds)
            source = connection.recv_bytes() if path is None else Path(path)
            answer = _called(function, source, name, settings)
            if isinstance(answer, KnownError):
                connection.send_bytes(_json([type(answer).__name__, answer.sentence, answer.where]))
            else:
                connection.send_bytes(_json([answer]))


def _json(value: Plain) -> bytes:
    return json.dumps(value).encode()


def _limit_memory(memory_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _limit_processor_time(seconds: float) -> None:
    """End this worker some time after its task should have ended, even where nobody is left to kill it."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + 2 * seconds) + 1
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _called(function: str, source: Path | bytes, name: str, settings: Mapping[str, Plain]) -> Answer:
    """Call a reader; gives what it returns or why it refuses."""
    file, _, called = function.partition(":")
    try:
        if isinstance(source, Path):
            with opened(source, maximum_bytes=MAXIMUM_FILE_BYTES) as stream:
                source = stream.read(MAXIMUM_FILE_BYTES + 1)
        answer: Plain = getattr(importlib.import_module(file), called)(source, name=name, settings=settings)
    except (Refused, UsageError) as error:
        return type(error)(error.sentence, where=error.where or name)
    except MemoryError:
        return Refused(_TOO_LARGE, where=name)
    return answer


def _as_answer(said: object, name: str) -> Answer:
    if isinstance(said, list) and len(said) == 1:
        answer: Plain = said[0]
        return answer
    if isinstance(said, list) and len(said) == 3 and all(isinstance(word, str) for word in said):
        return _KINDS.get(said[0], Refused)(said[1], where=said[2])
    return Refused(_DIED, where=name)
