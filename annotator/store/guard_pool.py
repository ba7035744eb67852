# SPDX-License-Identifier: MIT
"""Reading several projects from elsewhere at once, in processes that can be killed.

Each worker reads one file at a time through the guard and answers with plain rows. One that answers
not in time, takes too much memory or dies is ended, and its file is refused; the others go on. A few
small files are read in this process, under the same limits of the guard: within two megabytes nothing
takes long. So are all where no worker can be started, or the program is a script of somebody's, which would run anew.
"""

import gc
import marshal
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path

from annotator.domain import Change, FileId, KnownError, LockedOrDamaged, ProjectId, Refused
from annotator.domain.live_files import is_live
from annotator.store import guard, journal
from annotator.store.guard import ForeignProject

Progress = Callable[[float], None]
"""Told the share that is done, from 0 to 1; may raise to end the reading."""
Answer = ForeignProject | KnownError
_Row = tuple[str | int, ...]
_Spoken = tuple[str, str] | tuple[str, str, str, str, str, list[_Row], dict[str, str]]
"""What a worker says: a kind of refusal and its sentence, or what a file holds, as plain values."""

MOST_WORKERS = 2
LEAST_BYTES = 2_000_000
"""So much is read in this process: a worker would take longer to start."""
_SECONDS = 15.0
_BYTES_PER_SECOND = 500_000
_LEAST_MEMORY = 1 << 30
_MEMORY_PER_BYTE = 24
_TOLD_EVERY_SECONDS = 0.1
_LIKE_SIZE = 4_000_000
"""Files that differ by less than so many bytes are taken in the order in which they were named."""
_KINDS: dict[str, type[KnownError]] = {kind.__name__: kind for kind in (Refused, LockedOrDamaged)}


def read_projects(
    paths: Sequence[Path],
    *,
    progress: Progress = lambda _: None,
    arrived: Callable[[Path, Answer], None] = lambda _path, _answer: None,
) -> list[Answer]:
    """Read projects that are not open here; gives for each what it holds, or why it is refused.

    ``arrived`` is told of each as soon as it and all before it are there, so that work on the first
    can begin while the last are being read.
    """
    sizes = [_size(path) for path in paths]
    answers: list[Answer | None] = [None] * len(paths)
    in_order = _InOrder(paths, answers, arrived)
    if sum(sizes) > LEAST_BYTES and _may_start_workers():

        def told(share: float) -> None:
            in_order.tell()
            progress(share)

        _Pool(paths, sizes, answers, told).run()
    for place, path in enumerate(paths):
        if answers[place] is None:
            answers[place] = _read_here(path)
            in_order.tell()
            progress((place + 1) / len(paths))
    in_order.tell()
    return [answer for answer in answers if answer is not None]


class _InOrder:
    """Tells of answers in the order of their paths, whatever the order in which they come."""

    def __init__(
        self, paths: Sequence[Path], answers: Sequence[Answer | None], arrived: Callable[[Path, Answer], None]
    ) -> None:
        self._paths = paths
        self._answers = answers
        self._arrived = arrived
        self._told = 0

    def tell(self) -> None:
        """Tell of what has come since the last time."""
        while self._told < len(self._paths) and (answer := self._answers[self._told]) is not None:
            self._told += 1
            self._arrived(self._paths[self._told - 1], answer)


def _may_start_workers() -> bool:
    """Whether the program is one that can be started anew as a worker without doing its work again.

    The packaged program, ``annotator`` and ``python -m ...`` can; a script of somebody's would run twice.
    """
    main = sys.modules["__main__"]
    is_module = getattr(main, "__spec__", None) is not None
    return getattr(sys, "frozen", False) or is_module or Path(getattr(main, "__file__", "")).stem == "annotator"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _read_here(path: Path) -> Answer:
    try:
        return guard.read_project(path)
    except KnownError as error:
        return error


class _Pool:
    """The workers of one reading. What none of them could take is left for the caller."""

    def __init__(
        self, paths: Sequence[Path], sizes: Sequence[int], answers: list[Answer | None], progress: Progress
    ) -> None:
        self._paths = paths
        self._sizes = sizes
        self._answers = answers
        self._progress = progress
        # The largest first, so that both workers end at about the same time; of like size those that come first.
        # A file that is open here is known to this process alone.
        closed = [place for place, path in enumerate(paths) if not is_live(path)]
        self._waiting = sorted(closed, key=lambda place: (sizes[place] // _LIKE_SIZE, -place))
        self._total = max(1, len(self._waiting))
        self._done = 0
        self._workers: dict[Connection, _Worker] = {}
        self._private = ""

    def run(self) -> None:
        """Hand out the files until all are answered, or no worker can be started."""
        # One that is killed leaves its copies behind: they go with this folder.
        with tempfile.TemporaryDirectory(prefix="annotator-", ignore_cleanup_errors=True) as self._private:
            try:
                for _ in range(min(MOST_WORKERS, os.cpu_count() or 1, len(self._waiting))):
                    self._start()
                while self._workers:
                    self._take_answers()
            finally:
                for worker in self._workers.values():
                    worker.end()

    def _start(self) -> None:
        with suppress(OSError, RuntimeError):  # no process, no pipe: the caller reads by itself
            worker = _Worker(_LEAST_MEMORY + _MEMORY_PER_BYTE * max(self._sizes), self._private)
            self._workers[worker.connection] = worker

    def _take_answers(self) -> None:
        ready = wait(list(self._workers), timeout=_TOLD_EVERY_SECONDS)
        for connection, worker in list(self._workers.items()):
            if connection in ready:
                self._take_answer(worker)
            elif worker.is_late:
                self._give_up(worker, "Reading the file took too long; nothing in it was used.")
        self._progress(self._done / self._total)

    def _take_answer(self, worker: "_Worker") -> None:
        try:
            answer = worker.answer()
        except (EOFError, OSError, ValueError):
            self._give_up(worker, "The file cannot be read without harm; nothing in it was used.")
            return
        if worker.place is not None and answer is not None:
            self._answers[worker.place] = _as_answer(self._paths[worker.place], answer)
            self._done += 1
        self._hand_out(worker)

    def _hand_out(self, worker: "_Worker") -> None:
        if self._waiting:
            place = self._waiting.pop()
            worker.read(place, self._paths[place], _SECONDS + self._sizes[place] / _BYTES_PER_SECOND)
        else:
            worker.end()
            del self._workers[worker.connection]

    def _give_up(self, worker: "_Worker", sentence: str) -> None:
        """End a worker and refuse its file. One that never began to work is not replaced."""
        worker.end()
        del self._workers[worker.connection]
        if worker.place is None:
            return
        self._answers[worker.place] = LockedOrDamaged(sentence, where=self._paths[worker.place].name)
        self._done += 1
        if self._waiting:
            self._start()


class _Worker:
    """One process that reads files for this one."""

    def __init__(self, memory: int, private: str) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, memory, private), daemon=True)
        self._process.start()
        theirs.close()
        self.place: int | None = None
        self._deadline = time.monotonic() + _SECONDS

    @property
    def is_late(self) -> bool:
        """Whether it should have answered by now."""
        return time.monotonic() > self._deadline

    def read(self, place: int, path: Path, seconds: float) -> None:
        """Give it the file at this place to read."""
        self.place = place
        self._deadline = time.monotonic() + seconds
        with suppress(OSError):  # it died meanwhile: its end of the pipe says so at the next look
            self.connection.send_bytes(os.fsencode(path.absolute()))

    def answer(self) -> object:
        """Take its answer; None where it says that it is ready. Raises EOFError where it died."""
        return marshal.loads(self.connection.recv_bytes())

    def end(self) -> None:
        """Kill the process and take it away."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def serve(connection: Connection, memory: int, private: str) -> None:
    """Be a worker: say that it is ready, then answer one path after the other until the pipe closes.

    ``memory`` is the most that it may take, in bytes; ``private`` is the folder for its copies.
    """
    tempfile.tempdir = private
    gc.disable()  # what is read holds no cycle, and the collector would walk all of it again and again
    _limit_memory(memory)
    connection.send_bytes(marshal.dumps(None))
    with suppress(EOFError, OSError):
        while True:
            path = Path(os.fsdecode(connection.recv_bytes()))
            connection.send_bytes(marshal.dumps(_answer(path)))


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _answer(path: Path) -> _Spoken:
    try:
        read = guard.read_project(path)
    except KnownError as error:
        return type(error).__name__, error.sentence
    except MemoryError:
        return LockedOrDamaged.__name__, "The file takes more memory than any project may; nothing in it was used."
    rows = [journal.as_row(change) for change in read.changes]
    return read.project, read.file, read.sender, read.digest, read.coder_round, rows, read.texts


def _as_answer(path: Path, answer: object) -> Answer:
    if not isinstance(answer, tuple):
        raise TypeError("a worker answers with a tuple")
    if len(answer) == 2:
        return _KINDS.get(answer[0], Refused)(answer[1], where=path.name)
    project, file, sender, digest, coder_round, rows, texts = answer
    changes = tuple(journal.from_row(row) for row in rows)
    begun: dict[str, Change] = {}
    for change in changes:
        begun.setdefault(change.entity, change)
    return ForeignProject(path, ProjectId(project), FileId(file), changes, texts, begun, sender, digest, coder_round)
