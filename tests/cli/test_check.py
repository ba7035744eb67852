# SPDX-License-Identifier: MIT
"""``annotator check``."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from cli.conftest import Answer

Call = Callable[..., Answer]


def test_sound_project(coded: Path, call: Call) -> None:
    answer = call("check", coded)
    assert (answer.code, answer.err) == (0, "")
    assert "No fault found." in answer.out


def test_sound_project_in_json(project: Path, call: Call) -> None:
    assert call("check", project, "--json").json == []


def test_table_that_is_not_what_the_journal_says_is_a_fault(coded: Path, call: Call) -> None:
    connection = sqlite3.connect(coded)
    connection.execute("UPDATE annotation SET memo = 'somebody wrote here' WHERE memo = ''")
    connection.commit()
    connection.close()
    answer = call("check", coded, "--json")
    assert answer.code == 4
    assert any(finding["weight"] == "fault" for finding in answer.json)
    assert "nothing was changed" in answer.error["error"]


def test_faults_for_people(coded: Path, call: Call) -> None:
    connection = sqlite3.connect(coded)
    connection.execute("DELETE FROM annotation")
    connection.commit()
    connection.close()
    answer = call("check", coded)
    assert answer.code == 4
    assert answer.out.startswith("Fault: ")
    assert len(answer.err.splitlines()) == 1


def test_foreign_view_is_refused_before_anything_is_read(project: Path, call: Call) -> None:
    connection = sqlite3.connect(project)
    connection.execute("CREATE VIEW v_more AS SELECT 1")
    connection.commit()
    connection.close()
    assert call("check", project).code in (1, 3)


def test_newer_format_is_refused_and_untouched(project: Path, call: Call) -> None:
    connection = sqlite3.connect(project)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    before = project.read_bytes()
    answer = call("check", project)
    assert answer.code in (1, 3)
    assert "99" in answer.err or "newer" in answer.err
    assert project.read_bytes() == before
