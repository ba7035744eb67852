# SPDX-License-Identifier: MIT
import sqlite3

import pytest

from annotator.store.limited_reading import harden, limited_reader, only_reading


@pytest.fixture
def file(tmp_path):
    database = sqlite3.connect(tmp_path / "x.sqlite")
    database.execute("CREATE TABLE t (a)")
    database.execute("INSERT INTO t VALUES (1)")
    database.commit()
    database.close()
    return tmp_path / "x.sqlite"


def test_a_reader_reads_and_does_nothing_else(file):
    with limited_reader(file, "x") as reader:
        harden(reader)
        reader.set_authorizer(only_reading)
        assert reader.execute("SELECT count(*), length(a) FROM t").fetchone() == (1, 1)
        assert reader.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for refused in ("INSERT INTO t VALUES (2)", "PRAGMA query_only = OFF", "ATTACH ':memory:' AS x",
                        "SELECT load_extension('x')", "CREATE TABLE u (a)"):  # fmt: skip
            with pytest.raises(sqlite3.Error):
                reader.execute(refused)


def test_no_value_may_be_larger_than_the_limit(file):
    with limited_reader(file, "x") as reader, pytest.raises(sqlite3.Error):
        reader.execute("SELECT zeroblob(100000000)").fetchone()
