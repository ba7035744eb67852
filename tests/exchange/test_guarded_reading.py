# SPDX-License-Identifier: MIT
"""A file may kill, hang or fill its worker: it is refused, and the others are read."""

import os
import sys
from collections.abc import Iterator, Mapping
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from annotator.domain import Refused, UsageError
from annotator.domain.live_files import mark_closed, mark_live
from annotator.exchange import guarded_reading
from annotator.exchange.guarded_reading import Plain, Task, answers

HERE = f"{__name__}:"


def reader(data: bytes, *, name: str, settings: Mapping[str, Plain]) -> Plain:
    """What a hostile file makes a library do."""
    if data == b"die":
        os._exit(11)
    if data == b"hang":
        while True:
            pass
    if data == b"fill":
        return len(b"x" * (2 << 30))
    if data == b"crash":
        raise LookupError("a library's own trouble")
    if data == b"say":
        print("words of a library", file=sys.stderr)
    if data == b"refuse":
        raise Refused("No.")
    if data == b"misuse":
        raise UsageError("Not so.", where="there")
    return [name, data.decode(), settings.get("one"), os.getpid()]


def modules(data: bytes, *, name: str, settings: Mapping[str, Plain]) -> Plain:
    """What a worker has loaded that reads one text."""
    from annotator.exchange.articles import article_reading

    article_reading.read_plainly(data, name=name, settings=settings)
    return sorted(sys.modules)


@pytest.fixture
def _workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded_reading, "may_start_workers", lambda: True)


def _tasks(*data: bytes) -> list[Task]:
    return [Task(f"{HERE}reader", each, f"{number}", {"one": 1}) for number, each in enumerate(data)]


def _shown(found: Iterator[object]) -> list[str]:
    return [each.sentence.split(";")[0] if isinstance(each, Refused) else str(each[1]) for each in found]  # type: ignore[index]  # what the reader above answers


@pytest.mark.usefixtures("_workers")
def test_each_is_answered_in_order_by_another_process(capfd: pytest.CaptureFixture[str]) -> None:
    found = list(answers(_tasks(b"a", b"refuse", b"misuse", "é".encode(), b"say")))
    assert [type(each) for each in found] == [list, Refused, UsageError, list, list]
    assert found[0][:3] == ["0", "a", 1]
    assert found[3][1] == "é"
    assert found[0][3] != os.getpid()
    assert (found[1].sentence, found[1].where) == ("No.", "1")
    assert (found[2].sentence, found[2].where) == ("Not so.", "there")
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("_workers")
def test_what_harms_its_worker_is_refused_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(guarded_reading, "SECONDS", 3.0)
    found = _shown(answers(_tasks(b"a", b"die", b"hang", b"fill", b"b", b"crash", b"c")))
    harm = "The file cannot be read without harm"
    memory = "The file takes more memory than any article may"
    assert found == ["a", harm, "Reading the file took too long", memory, "b", harm, "c"]
    assert capfd.readouterr() == ("", "")


def test_without_workers_it_is_read_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded_reading, "may_start_workers", lambda: False)
    path = tmp_path / "a.txt"
    path.write_bytes(b"a")
    tasks = [Task(f"{HERE}reader", path, "a"), Task(f"{HERE}reader", tmp_path / "none", "b")]
    first, second = answers(tasks)
    assert first == ["a", "a", None, os.getpid()]
    assert isinstance(second, Refused)
    assert second.where == "none"


@pytest.mark.usefixtures("_workers")
def test_a_project_that_is_open_here_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "live"
    path.write_bytes(b"a")
    known = mark_live(path)
    found = list(answers([Task(f"{HERE}reader", path, "a"), *_tasks(b"b")]))
    mark_closed(known)
    assert isinstance(found[0], Refused)
    assert "open here" in found[0].sentence
    assert found[1][1] == "b"


@pytest.mark.usefixtures("_workers")
def test_where_no_worker_works_it_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded_reading, "serve", _dying)
    assert [each[3] for each in answers(_tasks(b"a", b"b"))] == [os.getpid()] * 2

    def refused() -> None:
        raise OSError

    monkeypatch.setattr(guarded_reading, "_Worker", refused)
    assert [each[3] for each in answers(_tasks(b"a", b"b"))] == [os.getpid()] * 2


def _dying(*_arguments: object) -> None:
    raise SystemExit


def _babbling(connection: guarded_reading.Connection, _memory: int) -> None:
    connection.send_bytes(b"null")
    for said in (b"{", b"[" * 100_000, b'["Unheard", "of", "x"]', b'{"a": 1}'):
        connection.recv_bytes()
        connection.recv_bytes()
        connection.send_bytes(said)


@pytest.mark.usefixtures("_workers")
def test_what_a_worker_says_is_only_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded_reading, "serve", _babbling)
    monkeypatch.setattr(guarded_reading, "MOST_WORKERS", 1)
    found = list(answers(_tasks(b"a", b"b")))
    assert [type(each) for each in found] == [Refused, Refused]


@pytest.mark.usefixtures("_workers")
def test_the_caller_can_end_it() -> None:
    class Enough(Exception):
        pass

    def end() -> None:
        raise Enough

    with pytest.raises(Enough):
        list(answers(_tasks(b"hang", b"hang"), heartbeat=end))
    found = answers(_tasks(b"a", b"hang", b"b"))
    assert next(found)[1] == "a"
    found.close()


@pytest.mark.usefixtures("_workers")
def test_a_worker_that_reads_text_has_loaded_little() -> None:
    (loaded,) = answers([Task(f"{HERE}modules", b"text", "a", {"kind": "text"})])
    heavy = {"PySide6", "click", "numpy", "pandas", "lxml", "mammoth", "pypdfium2", "resiliparse", "sqlite3", "jinja2"}
    # The test's own imports are not the worker's.
    assert heavy.isdisjoint({name.split(".")[0] for name in loaded})
    assert not {name for name in loaded if name.startswith(("annotator.store", "annotator.operations", "annotator.ui"))}


@pytest.mark.parametrize(
    ("file", "is_module", "may"),
    [
        ("/bin/annotator", False, True),
        ("C:/annotator.exe", False, True),
        ("/x/script.py", False, False),
        ("/x/y.py", True, True),
        ("", False, False),
    ],
)
def test_only_what_can_be_started_anew_starts_workers(
    monkeypatch: pytest.MonkeyPatch, file: str, is_module: bool, may: bool
) -> None:
    main = ModuleType("__main__")
    main.__file__ = file
    main.__spec__ = ModuleSpec("m", None) if is_module else None
    monkeypatch.setitem(sys.modules, "__main__", main)
    assert guarded_reading.may_start_workers() is may
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert guarded_reading.may_start_workers()
