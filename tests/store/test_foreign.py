# SPDX-License-Identifier: MIT
import os
import sqlite3
from contextlib import suppress

import pytest

from annotator.domain import KnownError, LockedOrDamaged, Refused
from annotator.store import foreign, limited_reading
from annotator.store.foreign import read_tables

WANTED = {"STATEMENTS": ("ID", "Start"), "CODERS": ("ID", "Name")}


def made(path, *statements):
    database = sqlite3.connect(path)
    for each in statements:
        database.execute(each)
    database.commit()
    database.close()
    return path


GOOD = (
    "CREATE TABLE statements (ID INTEGER PRIMARY KEY, start INTEGER, Other TEXT)",
    "INSERT INTO statements VALUES (2, 20, 'x'), (1, 10, 'y')",
    "CREATE TABLE CODERS (ID INTEGER, Name TEXT)",
    "INSERT INTO CODERS VALUES (1, 'Änne')",
)
ENDLESS = "WITH RECURSIVE n(ID) AS (SELECT 1 UNION ALL SELECT ID + 1 FROM n) SELECT ID, 'x' AS Name FROM n"


@pytest.fixture
def file(tmp_path):
    return made(tmp_path / "foreign.dna", *GOOD)


def test_the_named_columns_of_the_named_tables_in_any_case(file):
    before = file.read_bytes()
    assert read_tables(file, wanted=WANTED) == {"STATEMENTS": [(1, 10), (2, 20)], "CODERS": [(1, "Änne")]}
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "instead",
    [
        (),
        ("CREATE VIEW CODERS AS SELECT 1 AS ID, 'x' AS Name",),
        (f"CREATE VIEW CODERS AS {ENDLESS}",),
        ("CREATE VIRTUAL TABLE CODERS USING fts4(ID, Name)",),
        ("CREATE TABLE CODERS (ID INTEGER, Name TEXT AS ('x'))",),
        ("CREATE TABLE CODERS (ID INTEGER)",),
    ],
)  # fmt: skip
def test_what_is_no_plain_table_is_refused(tmp_path, instead):
    path = made(tmp_path / "foreign.dna", GOOD[0], *instead)
    with pytest.raises(Refused, match="nothing"):
        read_tables(path, wanted=WANTED)


def test_a_trigger_never_runs_and_views_do_no_harm(file):
    made(file, "CREATE VIEW v AS SELECT load_extension('x') AS x",
         "CREATE TRIGGER t AFTER INSERT ON CODERS BEGIN DELETE FROM statements; END")  # fmt: skip
    assert len(read_tables(file, wanted=WANTED)["STATEMENTS"]) == 2


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 4000, b"plain"])
def test_damaged_bytes_are_refused(tmp_path, data):
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(KnownError):
        read_tables(tmp_path / "x", wanted=WANTED)


def test_any_flipped_byte_ends_in_rows_or_a_sentence(file, tmp_path):
    good = file.read_bytes()
    for place in range(0, len(good), 97):
        (tmp_path / "flipped").write_bytes(good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :])
        with suppress(KnownError):
            read_tables(tmp_path / "flipped", wanted=WANTED)


def test_a_database_that_its_program_has_open_is_not_read(file):
    file.with_name(file.name + "-wal").write_bytes(b"pending")
    with pytest.raises(LockedOrDamaged, match="close it"):
        read_tables(file, wanted=WANTED)


def test_folders_pipes_and_nothing(tmp_path, monkeypatch, file):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "nothing"):
        with pytest.raises(Refused):
            read_tables(path, wanted=WANTED)
    monkeypatch.setattr(foreign, "LARGEST_BYTES", 10)
    with pytest.raises(Refused, match="larger"):
        read_tables(file, wanted=WANTED)


def test_too_many_rows_and_too_much_time(file, monkeypatch):
    monkeypatch.setattr(foreign, "MOST_ROWS", 1)
    with pytest.raises(Refused, match="more than"):
        read_tables(file, wanted=WANTED)
    monkeypatch.undo()
    made(
        file,
        f"INSERT INTO CODERS {ENDLESS} LIMIT 20000",
    )
    monkeypatch.setattr(limited_reading, "_SECONDS", -1e9)
    with pytest.raises(LockedOrDamaged):
        read_tables(file, wanted=WANTED)
