# SPDX-License-Identifier: MIT
import json
import os
import sqlite3
import subprocess
import sys
import textwrap

import pytest
from store.conftest import annotation, fill

from annotator.domain import LockedOrDamaged, Refused
from annotator.store import connection, opening

HOLDER = """
    import sys
    from pathlib import Path
    from annotator.store import opening
    file = opening.open_file(Path(sys.argv[1]), data_folder=Path(sys.argv[2]))
    print("open", flush=True)
    sys.stdin.readline()
    opening.close_file(file)
"""


def test_a_closed_project_is_one_file_and_says_so(path, data, tmp_path):
    file = opening.create(path, data_folder=data)
    fill(file)
    opening.close_file(file)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["data", "study.annotator"]
    assert not list((data / "open").iterdir())
    with sqlite3.connect(path) as reader:
        assert reader.execute("SELECT clean, holder FROM file_state").fetchone() == (1, "")
        assert reader.execute("PRAGMA application_id").fetchone() == (0x414E4F54,)
        assert reader.execute("PRAGMA user_version").fetchone() == (3,)
    reader.close()


def test_any_sqlite_browser_finds_readable_views(path, data):
    file = opening.create(path, data_folder=data)
    fill(file)
    with file.action(author="01900000-0000-7000-8000-0000000000aa", verb="annotate") as action:
        action.write("annotation", "01900000-0000-7000-8000-0000000000dd", annotation(0, 7))
    opening.close_file(file)
    reader = sqlite3.connect(path)
    rows = reader.execute("SELECT coder, code, document, quote FROM v_annotations").fetchall()
    assert rows == [("Anna", "trust", "a.txt", "Beijing")]
    assert reader.execute("SELECT number, name FROM v_documents").fetchall() == [(1, "a.txt")]
    assert reader.execute("SELECT short_name FROM v_codebook").fetchall() == [("trust",)]
    reader.close()


def test_nothing_is_ever_written_over(path, data):
    path.write_text("mine")
    with pytest.raises(Refused, match="already something"):
        opening.create(path, data_folder=data)
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there_is_named(tmp_path, data):
    with pytest.raises(Refused, match="cannot be made here"):
        opening.create(tmp_path / "nowhere" / "a.annotator", data_folder=data)


def test_a_second_program_is_refused_and_told_who_holds_the_file(path, data):
    opening.close_file(opening.create(path, data_folder=data))
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDER), str(path), str(data)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as holder:  # fmt: skip
        assert holder.stdout.readline() == "open\n"
        before = path.read_bytes()
        with pytest.raises(LockedOrDamaged, match=r"open elsewhere.*held by .* since"):
            opening.open_file(path, data_folder=data)
        assert path.read_bytes() == before
        holder.communicate("close\n")
    opening.close_file(opening.open_file(path, data_folder=data))


def test_the_same_file_is_not_opened_twice_in_one_program(file, path, data):
    with pytest.raises(Refused, match="already open here"):
        opening.open_file(path, data_folder=data)
    file.live.execute("SELECT 1")


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("CREATE TRIGGER evil AFTER INSERT ON annotation BEGIN DELETE FROM annotation; END", "CREATE TRIGGER evil"),
        ("CREATE VIEW evil AS SELECT 1", "CREATE VIEW evil"),
        ("CREATE TABLE evil (x)", "CREATE TABLE evil"),
        ("DROP VIEW v_annotations", "lacks a part"),
        ("CREATE TRIGGER e AFTER INSERT ON _sqlite_migrations BEGIN SELECT 1; END", "migrations"),
        ("ALTER TABLE _sqlite_migrations ADD COLUMN evil", "migrations"),
        ("PRAGMA user_version = 4", "format 4"),
        ("PRAGMA user_version = 0", "no format number"),
        ("PRAGMA application_id = 7", "another program"),
        ("PRAGMA journal_mode = WAL", "write-ahead"),
    ],
)
def test_a_file_that_is_not_exactly_ours_is_refused_untouched(path, data, statement, sentence):
    opening.close_file(opening.create(path, data_folder=data))
    stranger = sqlite3.connect(path, isolation_level=None)
    stranger.execute(statement)
    stranger.close()
    before = path.read_bytes()
    with pytest.raises(Refused, match=sentence) as refusal:
        opening.open_file(path, data_folder=data)
    assert refusal.value.where
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_written_is_not_opened_and_says_why(path, data, monkeypatch):
    opening.close_file(opening.create(path, data_folder=data))
    before, connect = path.read_bytes(), connection.connect

    def reading_only(where):
        live = connect(where)
        live.execute("PRAGMA query_only = ON")  # what a write-protected file answers
        return live

    monkeypatch.setattr(connection, "connect", reading_only)
    with pytest.raises(LockedOrDamaged, match=r"^study.annotator: The project was not opened\. .* read-only"):
        opening.open_file(path, data_folder=data)
    assert path.read_bytes() == before
    assert not list((data / "open").iterdir())


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + b"\x00" * 50, os.urandom(5000)])
def test_what_is_no_project_is_refused(path, data, content):
    path.write_bytes(content)
    with pytest.raises(Refused, match="no project"):
        opening.open_file(path, data_folder=data)
    assert path.read_bytes() == content


def test_a_folder_and_a_missing_file_are_refused(tmp_path, data):
    with pytest.raises(Refused, match="folder"):
        opening.open_file(tmp_path, data_folder=data)
    with pytest.raises(Refused, match="no such file"):
        opening.open_file(tmp_path / "nowhere", data_folder=data)


def test_a_file_cut_short_is_damaged(path, data):
    opening.close_file(opening.create(path, data_folder=data))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(LockedOrDamaged, match="ends in the middle"):
        opening.open_file(path, data_folder=data)


def test_a_journal_that_arrived_beside_a_project_is_set_aside_and_kept(path, data):
    opening.close_file(opening.create(path, data_folder=data))
    stranger = path.with_name(path.name + "-journal")
    stranger.write_bytes(b"stranger")
    opening.close_file(opening.open_file(path, data_folder=data))
    kept = [each for each in path.parent.iterdir() if "set-aside" in each.name]
    assert [each.read_bytes() for each in kept] == [b"stranger"]
    assert not stranger.exists()


def test_a_link_in_the_place_of_a_journal_is_set_aside(path, data, tmp_path):
    opening.close_file(opening.create(path, data_folder=data))
    target = tmp_path / "precious"
    target.write_text("precious")
    path.with_name(path.name + "-journal").symlink_to(target)
    opening.close_file(opening.open_file(path, data_folder=data))
    assert target.read_text() == "precious"


def test_an_interrupted_project_is_told_from_a_clean_one(path, data):
    opening.close_file(opening.create(path, data_folder=data))
    file = opening.open_file(path, data_folder=data)
    assert file.was_clean
    note = json.loads(next((data / "open").iterdir()).read_text())
    assert note["inode"] == path.stat().st_ino
    opening.close_file(file)
    with sqlite3.connect(path) as crashed:
        crashed.execute("UPDATE file_state SET clean = 0")
    crashed.close()
    file = opening.open_file(path, data_folder=data)
    assert not file.was_clean
    opening.close_file(file)


def test_the_settings_that_durability_rests_on(file):
    def value(name):
        return file.live.execute(f"PRAGMA {name}").fetchone()[0]

    assert value("journal_mode") == "truncate"
    assert value("synchronous") == 3
    assert value("locking_mode") == "exclusive"
    assert value("recursive_triggers") == 1
    assert value("foreign_keys") == 1
    assert value("secure_delete") == 1
    assert value("mmap_size") == 0
    assert value("trusted_schema") == 0
    assert value("temp_store") == 2
