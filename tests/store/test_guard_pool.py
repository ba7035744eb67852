# SPDX-License-Identifier: MIT
"""Workers read as this process does; one that dies or hangs costs its own file alone."""

import shutil
import tempfile

import pytest
from operations.replicas import template

from annotator.domain import LockedOrDamaged, Refused
from annotator.store import guard, guard_pool


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Three sound projects, a text file and one cut short."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("pool")
        patch.setenv("ANNOTATOR_HOME", str(folder / "home"))
        whole = template(folder)
    copies = [folder / f"{number}.annotator" for number in range(3)]
    for copy in copies:
        shutil.copyfile(whole, copy)
    text, short = folder / "text.annotator", folder / "short.annotator"
    text.write_text("no project")
    short.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    return [copies[0], text, copies[1], short, copies[2]]


@pytest.fixture
def workers(monkeypatch):
    monkeypatch.setattr(guard_pool, "LEAST_BYTES", 0)
    monkeypatch.setattr(guard_pool, "_may_start_workers", lambda: True)


def kinds(answers):
    return [type(answer).__name__ for answer in answers]


def test_small_files_are_read_here_without_a_worker(files, monkeypatch):
    monkeypatch.setattr(guard_pool, "_Pool", None)
    answers = guard_pool.read_projects(files)
    assert kinds(answers) == ["ForeignProject", "Refused", "ForeignProject", "LockedOrDamaged", "ForeignProject"]


def test_workers_read_what_this_process_reads(files, workers):
    shares = []
    answers = guard_pool.read_projects(files, progress=shares.append)
    assert kinds(answers) == ["ForeignProject", "Refused", "ForeignProject", "LockedOrDamaged", "ForeignProject"]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    for path, answer in zip(files, answers, strict=True):
        if isinstance(answer, guard.ForeignProject):
            assert answer == guard.read_project(path)
        else:
            with pytest.raises(type(answer)) as said:
                guard.read_project(path)
            assert said.value.sentence == answer.sentence
            assert answer.where == path.name


def dying(*_arguments):
    raise SystemExit


def test_where_no_worker_can_work_all_is_read_here(files, workers, monkeypatch):
    monkeypatch.setattr(guard_pool, "serve", dying)
    assert kinds(guard_pool.read_projects(files)).count("ForeignProject") == 3


def test_where_no_process_can_be_started_all_is_read_here(files, workers, monkeypatch):
    def refused(*_):
        raise OSError

    monkeypatch.setattr(guard_pool, "_Worker", refused)
    assert kinds(guard_pool.read_projects(files)).count("ForeignProject") == 3


def dying_at_a_file(connection, _memory, _private):
    import marshal

    connection.send_bytes(marshal.dumps(None))
    connection.recv_bytes()
    raise SystemExit


def test_a_file_at_which_a_worker_dies_is_refused(files, workers, monkeypatch):
    monkeypatch.setattr(guard_pool, "serve", dying_at_a_file)
    answers = guard_pool.read_projects(files[:1])
    assert isinstance(answers[0], LockedOrDamaged)
    assert answers[0].where == files[0].name


def hanging(connection, _memory, _private):
    import marshal

    connection.send_bytes(marshal.dumps(None))
    while True:
        connection.recv_bytes()


def test_a_worker_that_hangs_is_killed_and_its_file_refused(files, workers, monkeypatch):
    monkeypatch.setattr(guard_pool, "serve", hanging)
    monkeypatch.setattr(guard_pool, "_BYTES_PER_SECOND", 1 << 40)

    class Clock:
        """Runs a minute ahead with every look."""

        now = 0.0

        def monotonic(self):
            Clock.now += 60 if any(worker.place is not None for worker in waiting) else 0
            return Clock.now

    waiting = []
    made = guard_pool._Worker
    monkeypatch.setattr(guard_pool, "_Worker", lambda *given: waiting.append(made(*given)) or waiting[-1])
    monkeypatch.setattr(guard_pool, "time", Clock())
    [answer] = guard_pool.read_projects(files[:1])
    assert "took too long" in answer.sentence
    assert waiting[0]._process._popen.poll() is not None


def test_calling_off_ends_the_workers(files, workers, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made, started = guard_pool._Worker, []
    monkeypatch.setattr(guard_pool, "_Worker", lambda *given: started.append(made(*given)) or started[-1])

    def call_off(_share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guard_pool.read_projects(files, progress=call_off)
    assert started
    assert list(tmp_path.iterdir()) == [], "nor do their copies stay"
    assert all(worker.connection.closed for worker in started)


def test_a_script_of_somebodys_is_not_started_anew(monkeypatch, tmp_path):
    import sys
    from types import ModuleType

    main = ModuleType("__main__")
    main.__spec__, main.__file__ = None, str(tmp_path / "analysis.py")
    monkeypatch.setitem(sys.modules, "__main__", main)
    assert not guard_pool._may_start_workers()
    main.__file__ = "/usr/bin/annotator"
    assert guard_pool._may_start_workers()


def test_an_open_project_is_refused_here(tmp_path):
    assert isinstance(guard_pool.read_projects([tmp_path / "missing.annotator"])[0], Refused)
