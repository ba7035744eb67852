# SPDX-License-Identifier: MIT
"""Files that are no project, or not any more: one sentence, an exit code, and the file exactly as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import operations
from annotator.domain import Coder, CoderId, new_uuid

Bend = Callable[[Path], None]


def _sql(*statements: str) -> Bend:
    def bend(path: Path) -> None:
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return bend


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _scribble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[5000:9000] = os.urandom(4000)
    path.write_bytes(bytes(data))


def _replaced(content: bytes) -> Bend:
    return lambda path: path.write_bytes(content) and None


BENT: dict[str, Bend] = {
    "empty": _replaced(b""),
    "text": _replaced(b"This is no project.\n"),
    "binary": _replaced(bytes(range(256)) * 64),
    "cut": _cut,
    "newer format": _sql("PRAGMA user_version = 99"),
    "other program": _sql("PRAGMA application_id = 1"),
    "write-ahead mode": _sql("PRAGMA journal_mode = WAL"),
    "foreign trigger": _sql("CREATE TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END"),
    "foreign view": _sql("CREATE VIEW more AS SELECT 1 AS one"),
    "foreign table": _sql("CREATE TABLE more (one)"),
    "lost table": _sql("DROP TABLE reading"),
    "lost guard": _sql("DROP TRIGGER change_delete"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "study.annotator"
    handle = operations.new_project(path, lead=Coder(CoderId(new_uuid()), "Mara"))
    operations.close_project(handle)
    return path


def _annotator(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("kind", BENT)
@pytest.mark.parametrize("command", ["info", "check"])
def test_bent_project_is_refused_and_untouched(kind: str, command: str, project: Path) -> None:
    BENT[kind](project)
    before = project.read_bytes()
    answer = _annotator(command, project)
    assert answer.returncode in (1, 3, 4), answer.stderr
    assert "Traceback" not in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert project.read_bytes() == before


def test_page_that_was_scribbled_on_is_found(project: Path) -> None:
    _scribble(project)
    answer = _annotator("check", project)
    assert answer.returncode in (3, 4)
    assert "Traceback" not in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


@pytest.mark.parametrize("kind", BENT)
def test_bent_project_is_not_merged_and_harms_nothing(kind: str, project: Path, tmp_path: Path) -> None:
    sent = tmp_path / "sent.annotator"
    shutil.copy(project, sent)
    BENT[kind](sent)
    before = operations.open_project(project)
    digest = operations.info(before).journal_digest
    operations.close_project(before)
    answer = _annotator("merge", project, sent, "--as", "Mara")
    assert answer.returncode in (1, 3), answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    after = operations.open_project(project)
    assert operations.info(after).journal_digest == digest
    operations.close_project(after)


def test_folder_and_nothing_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.annotator"):
        answer = _annotator("info", path)
        assert answer.returncode == 1
        assert len(answer.stderr.splitlines()) == 1
    assert not (tmp_path / "nothing.annotator").exists()
