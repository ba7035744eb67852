# SPDX-License-Identifier: MIT
import sqlite3

import pytest
from store.conftest import CODER, annotation, fill

from annotator.store import opening
from annotator.store.slices import CheckProgress, check_slice

ONE = "01900000-0000-7000-8000-000000000001"


def run(file):
    progress, slices = CheckProgress(), 0
    while not progress.done:
        progress = check_slice(file, progress)
        slices += 1
    return progress, slices


def test_a_sound_project_passes_and_a_save_may_slip_in(file):
    progress = CheckProgress()
    for number in range(100):
        progress = check_slice(file, progress)
        with file.action(author=CODER, verb="describe") as action:
            if number == 0:
                action.write("annotation", ONE, annotation(0, 7))
            else:
                action.write("annotation", ONE, {"memo": str(number)})
        if progress.done:
            break
    assert progress.done
    assert progress.fault == ""
    assert check_slice(file, progress) is progress


def test_many_changes_take_many_slices(file):
    _, few = run(file)
    with file.action(author=CODER, verb="describe") as action:
        action.write("annotation", ONE, annotation(0, 7))
        for number in range(1_100):
            action.write("annotation", ONE, {"memo": str(number)})
    _, many = run(file)
    assert many == few + 2


@pytest.mark.parametrize(
    ("table", "statement", "words"),
    [
        ("change", "UPDATE change SET verb = 'delete' WHERE arrival = 2", "Change"),
        ("text", "UPDATE text SET body = body || 'x'", "Text"),
    ],
)
def test_what_was_altered_behind_our_back_is_found(path, data, table, statement, words):
    file = opening.create(path, data_folder=data)
    fill(file)
    opening.close_file(file)
    with sqlite3.connect(path) as stranger:
        trigger = stranger.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (f"{table}_update",)).fetchone()[0]
        stranger.execute(f"DROP TRIGGER {table}_update")
        stranger.execute(statement)
        stranger.execute(trigger)
    stranger.close()
    file = opening.open_file(path, data_folder=data)
    progress, _ = run(file)
    assert progress.fault.startswith(words)
    opening.close_file(file)


def test_what_sqlite_cannot_read_is_a_fault_and_no_crash(path, data):
    file = opening.create(path, data_folder=data)
    fill(file)
    page = file.live.execute("PRAGMA page_size").fetchone()[0]
    (root,) = file.live.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'text'").fetchone()
    opening.close_file(file)
    with path.open("r+b") as raw:
        raw.seek((root - 1) * page)
        raw.write(b"\xff" * 64)
    file = opening.open_file(path, data_folder=data)
    progress, _ = run(file)
    assert progress.done
    assert "text" in progress.fault or "cannot be read" in progress.fault
    # A table that is sound in itself but cannot be read any more ends the check in words too.
    later = check_slice(file, CheckProgress(tables=10_000))
    assert later.fault.startswith("It cannot be read to its end")
    opening.close_file(file)
