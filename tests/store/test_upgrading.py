# SPDX-License-Identifier: MIT
"""A real file of each older format, written by the version that had it: two articles, three people, every local record.

In it are an undone deletion, a settled region, a finished article, a conflict, a merge, and a merge taken
back; in that of format 2 one thing of every kind that a team has, too.
"""

import gzip
import os
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import LockedOrDamaged, NotSaved, Refused, document_id
from annotator.merging import resolve
from annotator.store import (
    backup,
    connection,
    guard,
    journal,
    opening,
    projection,
    queries,
    schema,
    schema_of_format_2,
    upgrading,
    verification,
)
from annotator.text.quotation import digest

FIXTURES = Path(__file__).with_name("fixtures")
DIGESTS = {
    1: "5c68405498b615ebd4955fd548f8ff8935af0fb567625c7686d49336a70186ea",
    2: "c0b7329e410b495d8f4ceee183d421a88d196867653f22f9ca0b0fc1c9d4f5ad",
}
CHANGES = {1: 27, 2: 37}
ANNA = "01900000-0000-7000-8000-0000000000a2"
BO = "01900000-0000-7000-8000-0000000000a3"
SHARED = (
    "text", "change", "project", "coder", "code", "annotation", "region", "completion", "conflict", "event",
    "action_here", "withdrawn", "reading",
)  # fmt: skip
TEAM = ("round", "assignment", "alias", "carried_over", "decision", "grouping", "message")
DOCUMENT = "id, name, text_sha256, length, title, outlet, author, date, raw_sha256, encoding, position, other_names"
GUARDS = tuple(f"{table}_{verb}" for table in ("text", "change") for verb in ("update", "delete"))


@pytest.fixture(params=[1, 2])
def was(request):
    return request.param


@pytest.fixture
def old(path, was):
    path.write_bytes(gzip.decompress((FIXTURES / f"format_{was}.annotator.gz").read_bytes()))
    return path


def contents(path):
    """Give what a file holds, by table; of a table that has grown, what every format has."""
    with closing(sqlite3.connect(path)) as reader:
        present = {row[0] for row in reader.execute("SELECT name FROM sqlite_schema")}
        tables = [*SHARED, *(each for each in TEAM if each in present)]
        found = {table: sorted(reader.execute(f"SELECT * FROM {table}")) for table in tables}
        found["document"] = sorted(reader.execute(f"SELECT {DOCUMENT} FROM document"))
        return {table: rows for table, rows in found.items() if rows}


def file_format(path):
    with closing(sqlite3.connect(path)) as reader:
        return reader.execute("PRAGMA user_version").fetchone()[0]


def tamper(path, *statements):
    """Change the file behind the back of its guards, which are put back in the very words."""
    with closing(sqlite3.connect(path, isolation_level=None)) as changed:
        words = {
            name: changed.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
            for name in GUARDS
        }
        for name in GUARDS:
            changed.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            changed.execute(statement)
        for sentence in words.values():
            changed.execute(sentence)


def test_everything_comes_over(old, was, data):
    before = contents(old)
    assert file_format(old) == was
    assert set(before) == {*SHARED, "document", *(TEAM if was == 2 else ())}, (
        "the old file holds something of everything"
    )
    file = opening.open_file(old, data_folder=data)
    assert journal.digest(journal.ids(file.live)) == DIGESTS[was]
    assert list(verification.faults(file)) == []
    assert file.state().active_coder == ANNA
    assert file.state().shown == (BO,)
    assert file.state().active_round == ("main" if was == 1 else "pilot")
    assert not file.state().is_handed_out
    opening.close_file(file)
    assert contents(old) == before
    assert file_format(old) == 3
    assert sorted(each.name for each in old.parent.iterdir()) == ["data", "study.annotator"]


def test_the_old_file_is_kept_as_a_backup_that_opens(old, was, data, tmp_path):
    before = contents(old)
    file = opening.open_file(old, data_folder=data)
    (kept,) = (data / "backups" / file.project_id / file.file_id).iterdir()
    opening.close_file(file)
    assert kept.name.endswith(f"-before-upgrade-{CHANGES[was]}.annotator")
    assert file_format(kept) == was
    assert contents(kept) == before
    again = tmp_path / "again.annotator"
    again.write_bytes(kept.read_bytes())
    opening.close_file(opening.open_file(again, data_folder=data))
    assert contents(again) == before


def test_an_upgraded_file_is_upgraded_once(old, data):
    opening.close_file(opening.open_file(old, data_folder=data))
    file = opening.open_file(old, data_folder=data)
    assert len(list((data / "backups" / file.project_id / file.file_id).iterdir())) == 1
    opening.close_file(file)


def test_what_was_undone_and_taken_back_stays_so(old, data):
    file = opening.open_file(old, data_folder=data)
    assert {each.coder for each in queries.annotations(file.live)} == {ANNA, BO}
    assert sum(each.coder == BO for each in queries.annotations(file.live)) == 1, "the merge taken back stays hidden"
    number, merged = queries.latest_merge(file.live)
    first, last = merged["ranges"][0]
    brought = file.live.execute(
        "SELECT DISTINCT author FROM change WHERE arrival BETWEEN ? AND ?", (first, last)
    ).fetchall()
    assert {author for (author,) in brought} <= {ANNA, BO}
    assert number
    assert queries.actions_here(file.live, (ANNA,))
    opening.close_file(file)


def test_places_in_the_journal_stay_though_there_are_gaps(old, data):
    tamper(old, "UPDATE change SET arrival = arrival + 100 WHERE arrival > 20", "UPDATE event SET number = number + 5")
    before = contents(old)
    opening.close_file(opening.open_file(old, data_folder=data))
    assert contents(old) == before


def test_an_older_file_from_elsewhere_is_read_for_a_merge(old, was):
    before = old.read_bytes()
    read = guard.read_project(old)
    assert journal.digest(each.id for each in read.changes) == DIGESTS[was]
    assert len(read.texts) == 2
    assert old.read_bytes() == before


@pytest.mark.parametrize("number", [4, 99])
def test_newer_formats_are_refused_as_ever(old, data, number):
    with closing(sqlite3.connect(old)) as changed:
        changed.execute(f"PRAGMA user_version = {number}")
    before = old.read_bytes()
    with pytest.raises(Refused, match=f"format {number}"):
        opening.open_file(old, data_folder=data)
    with pytest.raises(Refused, match=f"format {number}"):
        guard.read_project(old)
    assert old.read_bytes() == before


HOSTILE = {
    "CREATE TRIGGER evil AFTER INSERT ON annotation BEGIN DELETE FROM annotation; END": (Refused, "CREATE TRIGGER"),
    "CREATE TABLE metadata_field (id TEXT)": (Refused, "CREATE TABLE metadata_field"),
    "DROP VIEW v_annotations": (Refused, "lacks a part"),
    "PRAGMA user_version = 3": (Refused, "holds something that no project|lacks a part"),
    "UPDATE file_state SET project = '../../../evil'": (Refused, "which project"),
    "DELETE FROM file_state": (Refused, "which project"),
    "UPDATE text SET body = body || '!'": (LockedOrDamaged, "not what was stored"),
    "UPDATE change SET author = entity WHERE arrival = 20": (Refused, "hash does not fit"),
    "DELETE FROM annotation": (LockedOrDamaged, "annotation holds 0 rows, its journal gives 4"),
    "DELETE FROM text WHERE sha256 = (SELECT min(sha256) FROM text)": (Refused, "not one that we could have written"),
}


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_file_that_is_not_exactly_of_its_format_stays_as_it_is(old, data, statement):
    tamper(old, "PRAGMA foreign_keys = OFF", statement)
    before = old.read_bytes()
    kind, sentence = HOSTILE[statement]
    with pytest.raises(kind, match=sentence):
        opening.open_file(old, data_folder=data)
    assert old.read_bytes() == before
    assert sorted(each.name for each in old.parent.iterdir()) == ["data", "study.annotator"]
    assert not list(data.parent.parent.glob("**/evil"))


def test_a_held_file_is_not_upgraded(old, was, data):
    with closing(sqlite3.connect(old, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedOrDamaged, match="open elsewhere"):
            opening.open_file(old, data_folder=data)
    assert file_format(old) == was


FAILING = {
    "the backup": (backup, "back_up_file"),
    "reading": (guard, "read_project"),
    "making the tables": (upgrading, "create"),
    "the journal": (journal, "insert_at"),
    "the fold": (projection, "rebuild"),
    "looking at it": (verification, "faults"),
    "syncing": (backup, "sync"),
    "taking the name": (os, "replace"),
}
STEPS = FAILING | {"closing": (connection, "close")}


@pytest.mark.parametrize("step", FAILING)
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), sqlite3.OperationalError("disk is full")])
def test_a_disk_that_fails_at_any_step_leaves_the_old_file(old, data, monkeypatch, step, error):
    room, name = STEPS[step]
    before, done = old.read_bytes(), getattr(room, name)

    def failing(*given, **named):
        # The backup is synced and takes its name by the same calls.
        if name in ("sync", "replace") and not upgrade_has_begun():
            return done(*given, **named)
        raise error

    def upgrade_has_begun():
        return old.with_name(old.name + upgrading.PART).exists()

    with monkeypatch.context() as planted:
        planted.setattr(room, name, failing)
        with pytest.raises((NotSaved, LockedOrDamaged)):
            opening.open_file(old, data_folder=data)
    assert old.read_bytes() == before
    assert not upgrade_has_begun()
    opening.close_file(opening.open_file(old, data_folder=data))
    assert file_format(old) == 3


DYING = """
    import os, sys
    from importlib import import_module
    from pathlib import Path
    from annotator.store import opening
    path, data, room, name, moment = sys.argv[1:]
    room = import_module(room)
    done = getattr(room, name)
    def dying(*given, **named):
        if moment == "before":
            os._exit(9)
        done(*given, **named)
        os._exit(9)
    setattr(room, name, dying)
    opening.open_file(Path(path), data_folder=Path(data))
"""


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_crash_at_any_step_leaves_the_old_file_or_the_new_one(old, data, step, moment):
    before = contents(old)
    room, name = STEPS[step]
    dying = [sys.executable, "-c", textwrap.dedent(DYING), str(old), str(data), room.__name__, name, moment]
    assert subprocess.run(dying, check=False).returncode == 9
    opening.close_file(opening.open_file(old, data_folder=data))
    assert contents(old) == before
    assert file_format(old) == 3
    assert sorted(each.name for each in old.parent.iterdir()) == ["data", "study.annotator"]


def test_what_an_upgrade_left_behind_is_no_obstacle(old, data):
    before = contents(old)
    left = old.with_name(old.name + upgrading.PART)
    left.write_bytes(b"half a file")
    left.with_name(left.name + "-journal").write_bytes(b"half a journal" * 100)
    opening.close_file(opening.open_file(old, data_folder=data))
    assert contents(old) == before
    assert not left.exists()


def test_a_save_that_was_interrupted_is_undone_before_the_upgrade(old, data):
    """The last save of the old version was cut off: its journal lies beside the file, its note in the user folder."""
    before = contents(old)
    interrupted = """
        import os, sqlite3, sys
        from pathlib import Path
        from annotator.store.side_files import OpenRecord
        OpenRecord(Path(sys.argv[2]), Path(sys.argv[1])).write()
        file = sqlite3.connect(sys.argv[1], isolation_level=None)
        file.execute("PRAGMA cache_size = 1")
        file.execute("PRAGMA journal_mode = TRUNCATE")
        file.execute("BEGIN IMMEDIATE")
        file.execute("UPDATE coder SET name = 'X' || hex(zeroblob(30000))")
        os._exit(9)
    """
    dying = [sys.executable, "-c", textwrap.dedent(interrupted), str(old), str(data)]
    assert subprocess.run(dying, check=False).returncode == 9
    assert old.with_name(old.name + "-journal").stat().st_size
    opening.close_file(opening.open_file(old, data_folder=data))
    assert contents(old) == before


def test_every_entity_of_the_old_journal_is_one_of_the_new(old, was, data):
    file = opening.open_file(old, data_folder=data)
    kinds = {resolve(changes).kind for _, changes in journal.visible_by_entity(file.live)}
    plain = {"project", "coder", "code", "document", "annotation", "region", "completion"}
    assert kinds == plain | set(TEAM if was == 2 else ())
    opening.close_file(file)


@pytest.mark.parametrize("was", [2], indirect=True)
def test_a_coders_file_stays_one(old, data):
    with closing(sqlite3.connect(old)) as changed:
        changed.execute("UPDATE file_state SET mode = 'coder'")
        changed.commit()
    file = opening.open_file(old, data_folder=data)
    assert file.state().is_handed_out
    assert file.state().active_round == "pilot"
    opening.close_file(file)


def test_nothing_is_known_of_an_article_that_an_older_format_could_not_say(old, data):
    file = opening.open_file(old, data_folder=data)
    assert queries.metadata_fields(file.live) == ()
    assert all(
        (each.url, dict(each.metadata), each.duplicate_group) == ("", {}, "") for each in queries.documents(file.live)
    )
    opening.close_file(file)


def brought_back(new, old):
    """Write what a file of the present format holds as one of format 2, which could say all of it."""
    with closing(sqlite3.connect(new)) as source, closing(sqlite3.connect(old, isolation_level=None)) as target:
        for statement in schema_of_format_2.STATEMENTS:
            target.execute(statement)
        for (table,) in target.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            columns = ", ".join(row[1] for row in target.execute(f"PRAGMA table_info({table})"))
            rows = source.execute(f"SELECT {columns} FROM {table}").fetchall()
            marks = ", ".join("?" * (columns.count(",") + 1))
            target.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        target.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        target.execute("PRAGMA user_version = 2")


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)


@settings(max_examples=25, deadline=None)
@given(
    bodies=st.lists(WORDS.filter(str.strip), min_size=1, max_size=4, unique=True),
    words=st.lists(st.tuples(st.sampled_from(["name", "title", "outlet", "author", "date"]), WORDS), max_size=8),
    deleted=st.booleans(),
)
def test_whatever_the_articles_of_a_file_are_they_come_over_as_they_were(bodies, words, deleted):
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        new, old = Path(folder) / "new.annotator", Path(folder) / "old.annotator"
        file = opening.create(new, data_folder=data)
        with file.action(author=ANNA, verb="import texts") as action:
            action.write("project", file.project_id, {"name": "Study", "lead": ANNA})
            action.write("coder", ANNA, {"name": "Anna"})
            for place, body in enumerate(bodies):
                sha256 = file.texts.add(body)
                fields = {"name": f"{place}.txt", "text_sha256": sha256, "length": len(body), "position": place}
                action.write("document", document_id(sha256), fields | {f"alias.{place}": True})
            for place, (name, word) in enumerate(words):
                action.write("document", document_id(digest(bodies[place % len(bodies)])), {name: word})
            if deleted:
                action.write("document", document_id(digest(bodies[0])), {"deleted": True})
        expected, ids = queries.documents(file.live), journal.ids(file.live)
        opening.close_file(file)
        brought_back(new, old)
        upgraded = opening.open_file(old, data_folder=data)
        assert queries.documents(upgraded.live) == expected
        assert journal.ids(upgraded.live) == ids
        assert list(verification.faults(upgraded)) == []
        opening.close_file(upgraded)
