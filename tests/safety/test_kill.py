# SPDX-License-Identifier: MIT
"""Killing the process at any moment loses nothing that was acknowledged, and leaves a project that checks clean."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator import operations
from annotator.domain import Coder, CoderId, new_uuid

PROCESS = Path(__file__).with_name("coding_process.py")
LONGEST_SECONDS = 0.08
KILLS = 20
CONTROLS = 40

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is what is tried")


class Known(NamedTuple):
    """What was last said of one annotation."""

    start: int
    end: int
    code: str


class Heard:
    """What a process said: the annotations as they must be, and the verb that it had begun and not ended."""

    def __init__(self, known: dict[str, Known]) -> None:
        self.known = dict(known)
        self.begun: tuple[str, str] | None = None
        self.done = 0

    def follow(self, line: str) -> None:
        verb, *rest = line.split(" ")
        if verb == "will":
            self.begun = (rest[0], rest[1])
            return
        self.begun = None
        self.done += 1
        if verb == "annotated":
            self.known[rest[0]] = Known(int(rest[1]), int(rest[2]), rest[3])
        elif verb == "recoded":
            self.known[rest[0]] = self.known[rest[0]]._replace(code=rest[1])
        elif verb == "resized":
            self.known[rest[0]] = self.known[rest[0]]._replace(start=int(rest[1]), end=int(rest[2]))
        elif verb == "deleted":
            del self.known[rest[0]]

    def unexplained(self, found: dict[str, Known]) -> set[str]:
        """The annotations that are not as was said, but for the one verb that was under way: it may be done or not."""
        differing = {each for each in self.known.keys() | found.keys() if self.known.get(each) != found.get(each)}
        verb, chosen = self.begun or ("", "")
        if verb == "annotate":
            new = differing - self.known.keys()
            return differing - new if len(new) == 1 else differing
        return differing - {chosen}


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    article = tmp_path / "article.txt"
    article.write_text("The two will meet again, or so they say. 你好 \U0001f600 \u00a0 " * 60, encoding="utf-8")
    path = tmp_path / "killed.annotator"
    project = operations.new_project(path, lead=Coder(CoderId(new_uuid()), "Mara"))
    lead = operations.overview(project).lead
    operations.import_texts(project, author=lead, paths=[article])
    operations.close_project(project)
    return path


def _killed(path: Path, *options: str, known: dict[str, Known], moment: float) -> Heard:
    """Let the process code until ``moment`` seconds after it was ready, kill it, and give what it had said."""
    with subprocess.Popen([sys.executable, str(PROCESS), str(path), *options], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        # The moment of the kill is what is tried here: it waits for nothing.
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        said = process.stdout.read()
    assert process.returncode == -signal.SIGKILL, "the process must not have ended by itself"
    whole, _, _torn = said.rpartition(b"\n")
    heard = Heard(known)
    for line in whole.decode().split("\n"):
        if line:
            heard.follow(line)
    return heard


def _in_the_file(path: Path) -> dict[str, Known]:
    project = operations.open_project(path)
    try:
        assert [each for each in operations.check(project) if each.weight is operations.Weight.FAULT] == []
        return {each.id: Known(each.span.start, each.span.end, each.code) for each in operations.annotations(project)}
    finally:
        operations.close_project(project)


def test_nothing_acknowledged_is_lost(project_path: Path, batch: int) -> None:
    chance = random.Random(batch)
    known: dict[str, Known] = {}
    acknowledged = 0
    for kill in range(KILLS):
        moment = chance.random() * LONGEST_SECONDS
        heard = _killed(project_path, str(batch * KILLS + kill), known=known, moment=moment)
        known = _in_the_file(project_path)
        assert heard.unexplained(known) == set(), f"after kill {kill}"
        acknowledged += heard.done
    print(f"{KILLS} kills, {acknowledged} acknowledged, none lost")
    assert acknowledged > KILLS, "too little was coded between the kills to say anything"


def test_control_that_speaks_too_early_is_caught(project_path: Path) -> None:
    """A process that says "resized" before it is so loses what it said: the test above would see it."""
    chance = random.Random(21)
    known: dict[str, Known] = {}
    for seed in range(CONTROLS):
        moment = chance.random() * LONGEST_SECONDS
        heard = _killed(project_path, str(seed), "early", known=known, moment=moment)
        known = _in_the_file(project_path)
        if heard.unexplained(known):
            return
    pytest.fail("the control was never caught")
