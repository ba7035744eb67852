# SPDX-License-Identifier: MIT
"""Who acts, and a project that is closed however the command ends."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

from annotator import operations
from annotator.cli.options import acting, opened
from annotator.domain import Refused, UsageError

Call = Callable[..., Answer]


def test_nobody_named_is_one_sentence() -> None:
    with pytest.raises(UsageError, match="--as NAME"):
        acting(None)


def test_nobody_named_ends_with_2_and_writes_nothing(call: Call, tmp_path: Path) -> None:
    answer = call("new", tmp_path / "a.annotator")
    assert answer.code == 2
    assert not (tmp_path / "a.annotator").exists()


def test_named_on_the_command_line() -> None:
    assert acting("Mara").name == "Mara"


def test_named_by_the_environment(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_AS", "Jonas")
    assert call("new", tmp_path / "a.annotator").code == 0
    assert call("info", tmp_path / "a.annotator", "--json").json["lead"] == "Jonas"


def test_named_by_the_settings() -> None:
    operations.remember_me("Ines")
    assert acting(None).name == "Ines"


def test_command_line_goes_before_the_settings() -> None:
    operations.remember_me("Ines")
    assert acting("Mara").name == "Mara"


def test_one_name_is_one_person() -> None:
    assert acting("Mara").id == acting("Mara").id


def test_default_is_nobody(call: Call, tmp_path: Path) -> None:
    assert call("new", tmp_path / "a.annotator", "--as", "default").code == 2


def test_project_is_closed_after_an_error(project: Path) -> None:
    with pytest.raises(Refused), opened(project):
        raise Refused("Not taken.")
    with opened(project) as handle:
        assert len(operations.overview(handle).documents) == 3


def test_coder_of_the_project_is_found_by_name(coded: Path) -> None:
    with opened(coded) as handle:
        known = {coder.name: coder for coder in operations.overview(handle).coders}
        assert acting("Trial 1", handle) == known["Trial 1"]


def test_project_that_is_open_elsewhere_is_locked(project: Path) -> None:
    command = [sys.executable, "-m", "annotator", "info", str(project), "--json"]
    with opened(project):
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout) == (3, "")
    assert set(json.loads(answer.stderr)) == {"error", "where"}


def test_whether_a_file_may_be_read_is_found_out_by_reading_it(
    project: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read is refused input, not wrong usage: the parser of the arguments does not look."""
    monkeypatch.setattr("os.access", lambda *_: False)
    assert call("info", project).code == 0


def _damage(project: Path, table: str, content: bytes) -> None:
    """Write over the first page of a table."""
    reader = sqlite3.connect(project)
    page = reader.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    size = reader.execute("PRAGMA page_size").fetchone()[0]
    reader.close()
    with project.open("r+b") as stream:
        stream.seek((page - 1) * size)
        stream.write(content[:size].ljust(size, b"\0"))


@pytest.mark.parametrize("content", [b"", b"\x0d\xff" * 3000], ids=["zeros", "bytes of anything"])
@pytest.mark.parametrize("table", ["annotation", "change", "text", "file_state", "coder", "document"])
def test_a_damaged_project_is_said_to_be_damaged_by_every_command(
    table: str, content: bytes, coded: Path, call: Call, tmp_path: Path
) -> None:
    call("new", tmp_path / "other.annotator", "--as", "Mara")
    _damage(coded, table, content)
    for command in (
        ("info", coded),
        ("agreement", coded),
        ("export", coded, "--format", "csv", "--output", tmp_path / "tables"),
        ("merge", coded, tmp_path / "other.annotator", "--as", "Mara"),
        ("merge", tmp_path / "other.annotator", coded, "--as", "Mara"),
    ):
        answer = call(*command)
        assert answer.code in (0, 3), command  # a command that does not need the page does not meet it
        assert (answer.code == 3) == ("damaged" in answer.err), command
        assert len(answer.err.splitlines()) <= 1
    assert call("merge", tmp_path / "other.annotator", coded, "--as", "Mara").code == 3
    answer = call("check", coded)
    assert answer.code in (3, 4)
    assert not list((tmp_path / "home").rglob("crash-*.txt"))


def test_a_fault_of_ours_on_a_sound_project_stays_one(coded: Path) -> None:
    with pytest.raises(ZeroDivisionError), opened(coded):
        raise ZeroDivisionError
    with opened(coded):
        pass
