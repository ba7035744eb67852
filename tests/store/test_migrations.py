# SPDX-License-Identifier: MIT
import sqlite3
import subprocess
import sys
from contextlib import closing

from annotator.store import schema
from annotator.store.migrations import create, migrations, wrapped


def test_the_steps_make_a_new_file_and_are_noted_in_it():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create(connection)
        schema.require_exact_schema(connection, name="new")
        noted = connection.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall()
        assert noted == [("annotator", "001_first_format")]
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.FORMAT,)
        before = connection.total_changes
        migrations.apply(wrapped(connection))
        assert connection.total_changes == before


def test_the_library_does_not_bring_its_heavy_friends():
    program = (
        "import sys; import annotator.store.migrations; "
        "assert not {'pandas', 'numpy'} & set(sys.modules), sorted(sys.modules); import numpy"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert answer.stderr == ""
