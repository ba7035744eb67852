# SPDX-License-Identifier: MIT
import sqlite3
from contextlib import closing

import pytest

from annotator.domain import Refused
from annotator.store import schema
from annotator.store.migrations import create


@pytest.fixture
def fresh():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create(connection)
        yield connection


def test_a_new_file_is_exactly_ours(fresh):
    schema.require_exact_schema(fresh, name="new")
    assert fresh.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)


@pytest.mark.parametrize("statement", schema.STATEMENTS, ids=lambda statement: " ".join(statement.split()[:3]))
def test_every_part_is_needed(fresh, statement):
    kind, name = statement.replace("UNIQUE ", "").split()[1:3]
    fresh.execute("PRAGMA foreign_keys = OFF")
    fresh.execute(f"DROP {kind} {name}")
    with pytest.raises(Refused, match=r"lacks a part|holds something"):
        schema.require_exact_schema(fresh, name="a")


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE code ADD COLUMN evil TEXT",
        "CREATE TEMP TABLE x (y)",
        "DROP TRIGGER change_update; CREATE TRIGGER change_update BEFORE UPDATE ON change BEGIN SELECT 1; END",
        "DROP VIEW v_codebook; CREATE VIEW v_codebook AS SELECT 1",
    ],
)
def test_nothing_may_be_worded_otherwise(fresh, statement):
    fresh.executescript(statement)
    if "TEMP" in statement:
        schema.require_exact_schema(fresh, name="what lies beside the file is no part of it")
        return
    with pytest.raises(Refused, match="holds something"):
        schema.require_exact_schema(fresh, name="a")


def test_every_table_is_strict_and_every_view_can_be_read(fresh):
    strict = {row[1]: row[5] for row in fresh.execute("PRAGMA table_list") if row[0] == "main" and row[2] == "table"}
    ours = {statement.split()[2] for statement in schema.TABLES}
    assert all(strict[name] for name in ours)
    for view in ("v_annotations", "v_documents", "v_codebook"):
        assert fresh.execute(f"SELECT * FROM {view}").fetchall() == []


def test_the_views_name_what_a_reader_looks_for(fresh):
    def columns(view):
        return {row[1] for row in fresh.execute(f"PRAGMA table_info({view})")}

    assert columns("v_annotations") >= {"coder", "code", "title", "quote", "start", "end"}
    assert columns("v_documents") >= {"title", "text", "name"}
    assert columns("v_codebook") >= {"name", "short_name", "definition"}
