# SPDX-License-Identifier: MIT
import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.store import schema, schema_of_format_2

FIXTURE = Path(__file__).with_name("fixtures") / "format_2.annotator.gz"


def words(statement):
    return " ".join(statement.split())


def test_the_statements_are_those_of_a_real_file(path):
    path.write_bytes(gzip.decompress(FIXTURE.read_bytes()))
    with closing(sqlite3.connect(path)) as reader:
        found = reader.execute("SELECT sql FROM sqlite_schema WHERE sql <> '' AND tbl_name <> '_sqlite_migrations'")
        assert {words(sql) for (sql,) in found} == {words(each) for each in schema_of_format_2.STATEMENTS}


def test_neither_format_is_read_as_the_other():
    with closing(sqlite3.connect(":memory:")) as empty:
        for statement in schema_of_format_2.STATEMENTS:
            empty.execute(statement)
        names = {row[0] for row in empty.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert names < {statement.split()[2] for statement in schema.TABLES}
