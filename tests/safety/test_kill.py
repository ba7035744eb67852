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


class Known(NamedTuple):
    """What was last said of one annotation."""

    start: int
    end: int
    code: str


@pytest.fixture
def project_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    article = tmp_path / "article.txt"
    article.write_text("The two will meet again, or so they say. 你好 \U0001f600 \u00a0 " * 60, encoding="utf-8")
    path = tmp_path / "killed.annotator"
    project = operations.new_project(path, lead=Coder(CoderId(new_uuid()), "Mara"))
    lead = operations.overview(project).lead
    operations.import_texts(project, author=lead, paths=[article])
    operations.close_project(project)
    return path


def _killed(path: Path, *, seed: int, moment: float) -> list[list[str]]:
    """Let the process code until ``moment`` seconds after it was ready, kill it, and give what it had said."""
    with subprocess.Popen([sys.executable, str(PROCESS), str(path), str(seed)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        # The moment of the kill is what is tried here: it waits for nothing.
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        said = process.stdout.read()
    assert process.returncode == -signal.SIGKILL, "the process must not have ended by itself"
    whole, _, _torn = said.rpartition(b"\n")
    return [line.decode().split(" ") for line in whole.split(b"\n") if line]


def _follow(known: dict[str, Known], said: list[list[str]]) -> None:
    for verb, annotation, *rest in said:
        if verb == "annotated":
            known[annotation] = Known(int(rest[0]), int(rest[1]), rest[2])
        elif verb == "recoded":
            known[annotation] = known[annotation]._replace(code=rest[0])
        elif verb == "resized":
            known[annotation] = known[annotation]._replace(start=int(rest[0]), end=int(rest[1]))
        elif verb == "deleted":
            del known[annotation]


def _in_the_file(path: Path) -> dict[str, Known]:
    project = operations.open_project(path)
    try:
        assert operations.check(project) == []
        return {each.id: Known(each.span.start, each.span.end, each.code) for each in operations.annotations(project)}
    finally:
        operations.close_project(project)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is what is tried")
def test_nothing_acknowledged_is_lost(project_path: Path, kills: int) -> None:
    chance = random.Random(20)
    known: dict[str, Known] = {}
    acknowledged = 0
    for seed in range(kills):
        said = _killed(project_path, seed=seed, moment=chance.random() * LONGEST_SECONDS)
        acknowledged += len(said)
        _follow(known, said)
        found = _in_the_file(project_path)
        # One verb may have reached the disk whose word did not reach us any more: it touches one annotation.
        differing = {each for each in known.keys() | found.keys() if known.get(each) != found.get(each)}
        assert len(differing) <= 1, f"after kill {seed}: {differing}"
        known = found
    assert acknowledged > kills, "too little was coded between the kills to say anything"
