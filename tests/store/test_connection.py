# SPDX-License-Identifier: MIT
import sqlite3
import subprocess
import sys

import pytest

from annotator.domain import LockedOrDamaged, NotSaved
from annotator.store import connection


@pytest.mark.parametrize(
    ("error", "kind", "sentence"),
    [
        (sqlite3.OperationalError("database or disk is full"), NotSaved, "disk is full"),
        (sqlite3.OperationalError("attempt to write a readonly database"), NotSaved, "read-only"),
        (sqlite3.OperationalError("disk I/O error"), NotSaved, "disk reports: disk I/O error"),
        (sqlite3.DatabaseError("database disk image is malformed"), LockedOrDamaged, "damaged"),
        (sqlite3.DatabaseError("file is not a database"), LockedOrDamaged, "damaged"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(error, kind, sentence):
    said = connection.not_saved(error, where="a.annotator")
    assert type(said) is kind
    assert sentence in said.sentence
    assert connection.is_disk_trouble(error)


@pytest.mark.parametrize(
    "error", [sqlite3.IntegrityError(), sqlite3.ProgrammingError(), sqlite3.InterfaceError(), sqlite3.DataError()]
)
def test_a_wrong_statement_is_our_fault_and_not_the_disks(error):
    assert not connection.is_disk_trouble(error)


def test_what_is_no_database_is_said(tmp_path):
    (tmp_path / "a").write_bytes(b"no database at all" * 100)
    with pytest.raises(LockedOrDamaged, match="damaged and was not opened"):
        connection.connect(tmp_path / "a")


def test_a_folder_is_said(tmp_path):
    with pytest.raises(LockedOrDamaged, match="cannot be read and written"):
        connection.connect(tmp_path)


def test_another_process_may_not_even_read(tmp_path):
    live = connection.connect(tmp_path / "a")
    live.execute("CREATE TABLE t (x)")
    reader = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM t')"
    answer = subprocess.run(
        [sys.executable, "-c", reader, str(tmp_path / "a")], capture_output=True, text=True, check=False
    )
    assert "locked" in answer.stderr
    connection.close(live)
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_the_bare_file_of_an_idle_program_holds_every_save(tmp_path):
    """What is mailed while the program is open is the main file alone."""
    live = connection.connect(tmp_path / "a")
    live.execute("CREATE TABLE t (x)")
    copy = "import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])"
    for number in range(5):
        live.execute("INSERT INTO t VALUES (?)", (number,))
        subprocess.run([sys.executable, "-c", copy, str(tmp_path / "a"), str(tmp_path / "b")], check=True)
        reader = sqlite3.connect(tmp_path / "b")
        assert reader.execute("SELECT count(*) FROM t").fetchone() == (number + 1,)
        reader.close()
    connection.close(live)


def test_a_disk_that_refuses_at_the_end_does_not_keep_the_file(tmp_path):
    class Refusing:
        closed = False

        def execute(self, statement):
            raise sqlite3.OperationalError("disk I/O error")

        def close(self):
            self.closed = True

    refusing = Refusing()
    connection.close(refusing)
    assert refusing.closed
