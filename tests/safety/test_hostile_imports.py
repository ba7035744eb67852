# SPDX-License-Identifier: MIT
"""A hostile import is harmless: it is refused or read as words; nothing is loaded, written or read outside, or hangs.

Each file goes to a process with a gigabyte of memory and ten seconds. Around it lie a secret that no text may show, a
folder that must not change, and a listener that nobody may call. What a careless reader does with such files is shown
beside, or the guards would prove nothing.
"""

import io
import json
import os
import signal
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from safety.hostile_imports import CONTAINERS, HARMFUL, SECRET, Make

from annotator.domain import Refused
from annotator.exchange import guarded_reading
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.exchange.articles.article_reading import Source, read_articles
from annotator.exchange.containers import opened_container, write_container
from annotator.exchange.foreign_xml import each_element

CHILD = Path(__file__).with_name("hostile_import_process.py")
SECONDS = 10


@dataclass
class Trap:
    """The surroundings of a hostile file: all that it could reach."""

    folder: Path
    listener: socket.socket

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}/x"

    @property
    def secret(self) -> Path:
        return self.folder / "secret.txt"

    def listing(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()
        }

    def calls(self) -> int:
        count = 0
        while True:
            try:
                self.listener.accept()[0].close()
            except BlockingIOError:
                return count
            count += 1


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    with socket.create_server(("127.0.0.1", 0), backlog=50) as listener:
        listener.settimeout(0)
        trap = Trap(tmp_path / "trap", listener)
        (trap.folder / "work").mkdir(parents=True)
        trap.secret.write_text(SECRET)
        yield trap


def _read(trap: Trap, kind: str, make: Make) -> dict[str, object]:
    """Let a child read such a file; gives what it says, after looking whether anything else happened."""
    path = trap.folder / "work" / f"file.{kind}"
    path.write_bytes(make(trap.address, trap.secret))
    before = trap.listing()
    answer = subprocess.run(
        [sys.executable, CHILD, kind, path],
        cwd=trap.folder / "work",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(trap.folder / "work")},
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert trap.listing() == before
    assert trap.calls() == 0
    assert SECRET not in answer.stdout
    if kind == "pdf" and answer.returncode == -signal.SIGABRT:  # so ends a library that gets no more memory
        return {"refused": "The file cannot be read without harm."}
    assert answer.returncode == 0, answer.stderr[-2000:]
    assert answer.stderr == ""
    said: dict[str, object] = json.loads(answer.stdout)
    return said


@pytest.mark.parametrize("what", HARMFUL)
def test_it_is_refused_or_read_as_words(what: str, trap: Trap) -> None:
    kind, make = HARMFUL[what]
    said = _read(trap, kind, make)
    if "refused" in said:
        assert len(str(said["refused"]).splitlines()) == 1
        assert "Traceback" not in str(said["refused"])
    else:
        (text,) = said["texts"]
        assert "words" in text
        assert "haha" not in text


@pytest.mark.parametrize("what", CONTAINERS)
def test_a_container_is_refused(what: str, trap: Trap) -> None:
    said = _read(trap, "zip", CONTAINERS[what])
    assert "nothing was taken" in str(said["refused"])


def test_through_the_workers_of_an_import_the_others_are_read(trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded_reading, "may_start_workers", lambda: True)
    sources = [Source(ArticleKind.TEXT, b"first", "first")]
    for what, (kind, make) in HARMFUL.items():
        sources.append(Source(ArticleKind(kind), make(trap.address, trap.secret), what))
    sources.append(Source(ArticleKind.TEXT, b"last", "last"))
    before = trap.listing()
    first, *found, last = read_articles(sources)
    assert (first[0].decoded.body, last[0].decoded.body) == ("first", "last")
    for answer in found:
        if isinstance(answer, tuple):
            assert SECRET not in answer[0].decoded.body
        else:
            assert isinstance(answer, Refused)
            assert len(answer.sentence.splitlines()) == 1
    assert trap.listing() == before
    assert trap.calls() == 0


def _row(number: int) -> bytes:
    return b"<PlainTextSelection guid='%032x' startPosition='%d'><Coding/></PlainTextSelection>\n" % (number**7, number)


def test_our_own_largest_containers_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "large.zip"
    members: dict[str, bytes | Iterator[bytes]] = {
        f"sources/{number:05}.txt": b"words " * 20 for number in range(20_000)
    }
    members["project.qde"] = (piece for piece in (b"<a>", *map(_row, range(100_000)), b"</a>"))
    write_container(path, members)
    with opened_container(path) as container:
        assert len(container.members) == 20_001
        assert container.read("sources/19999.txt") == b"words " * 20
        with container.stream("project.qde") as file:
            assert sum(event == "end" for event, _ in each_element(file, name="large")) == 200_001


def test_control_a_careless_unpacker_is_noticed(trap: Trap) -> None:
    before = trap.listing()
    with zipfile.ZipFile(io.BytesIO(CONTAINERS["slip"]("", trap.secret))) as archive:
        for entry in archive.infolist():
            (trap.folder / "work" / entry.filename).write_bytes(archive.read(entry))
    assert trap.listing() != before


def test_control_a_careless_parser_expands_entities() -> None:
    text = ElementTree.fromstring('<!DOCTYPE a [<!ENTITY e "haha">]><a>&e;</a>').text
    assert text == "haha"


def test_control_a_call_is_counted_and_a_secret_seen(trap: Trap) -> None:
    with pytest.raises(OSError, match=r"."):
        urlopen(trap.address, timeout=0.2)
    assert trap.calls() == 1
    assert SECRET in urlopen(trap.secret.as_uri()).read().decode()


def test_control_the_child_has_no_more_than_its_memory(trap: Trap) -> None:
    greedy = CHILD.read_text().replace("    try:\n", "    bytes(3 << 29)\n    try:\n", 1)
    (trap.folder / "greedy.py").write_text(greedy)
    command = [sys.executable, trap.folder / "greedy.py", "html", trap.secret]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
    assert "MemoryError" in answer.stderr
