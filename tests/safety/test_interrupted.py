# SPDX-License-Identifier: MIT
"""A file whose first page already counts pages that are not there yet: the journal beside it makes it whole again."""

import subprocess
import sys
from pathlib import Path

import pytest

from annotator import operations
from annotator.domain import Coder, CoderId, LockedOrDamaged, new_uuid

# Ends without a commit while pages have already gone to the disk.
INTERRUPTED = """
import os, sys
from pathlib import Path
from annotator import operations
project = operations.open_project(Path(sys.argv[1]))
live = project.live
live.execute("PRAGMA cache_size = 1")
live.execute("BEGIN IMMEDIATE")
for number in range(50):
    live.execute("INSERT INTO event (time, kind, detail) VALUES ('', 'interrupted', ?)", ("x" * 10000,))
os._exit(9)
"""


@pytest.fixture
def interrupted(tmp_path: Path) -> Path:
    path = tmp_path / "interrupted.annotator"
    project = operations.new_project(path, lead=Coder(CoderId(new_uuid()), "Mara"))
    operations.close_project(project)
    answer = subprocess.run([sys.executable, "-c", INTERRUPTED, str(path)], check=False)
    assert answer.returncode == 9
    assert path.with_name(path.name + "-journal").stat().st_size > 0
    return path


def _count_pages_that_are_not_there(path: Path) -> None:
    data = bytearray(path.read_bytes())
    pages = len(data) // int.from_bytes(data[16:18], "big") + 7
    data[28:32] = pages.to_bytes(4, "big")
    path.write_bytes(bytes(data))


def test_interrupted_file_is_rolled_back_and_whole(interrupted: Path) -> None:
    _count_pages_that_are_not_there(interrupted)
    project = operations.open_project(interrupted)
    try:
        assert operations.check(project) == []
        assert operations.overview(project).lead
    finally:
        operations.close_project(project)
    assert [path.name for path in interrupted.parent.iterdir()] == [interrupted.name]


def test_file_that_is_cut_short_is_refused_all_the_same(interrupted: Path) -> None:
    _count_pages_that_are_not_there(interrupted)
    interrupted.with_name(interrupted.name + "-journal").unlink()
    with pytest.raises(LockedOrDamaged):
        operations.open_project(interrupted)
