# SPDX-License-Identifier: MIT
"""A project from elsewhere is data: what is not exactly ours is refused in a sentence, and nobody's folder changes."""

import dataclasses
import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from store.conftest import CODE, CODER, DOCUMENT, TEXT, annotation, fill, span
from store.crafting import change, plant, tamper, writing

from annotator.domain import KnownError, LockedOrDamaged, Refused
from annotator.store import guard, limited_reading, opening
from annotator.store.guard import read_project

ONE = "01900000-0000-7000-8000-000000000001"
TWO = "01900000-0000-7000-8000-000000000002"
OTHER_CODER = "01900000-0000-7000-8000-0000000000ab"


@pytest.fixture
def sent(tmp_path, data):
    """A sound project as a coder has sent it, alone in the sender's folder."""
    folder = tmp_path / "sender"
    folder.mkdir()
    file = opening.create(folder / "anna.annotator", data_folder=data)
    fill(file)
    with file.action(author=CODER, verb="annotate") as action:
        action.write("annotation", ONE, annotation(0, 7, memo="m"))
    opening.close_file(file)
    return file.path


def folder_state(folder):
    return {
        str(each.relative_to(folder)): (
            hashlib.sha256(each.read_bytes()).hexdigest() if each.is_file() else each.lstat().st_mode
        )
        for each in sorted(folder.rglob("*"))
    }


def refused(path, sentence, kind=KnownError):
    before = folder_state(path.parent)
    with pytest.raises(kind, match=sentence) as refusal:
        read_project(path)
    assert folder_state(path.parent) == before
    words = refusal.value.sentence
    assert words.endswith((".", "…"))
    assert "\n" not in words
    assert len(words) < 400
    assert refusal.value.where


def test_a_sound_project_is_read_whole(sent):
    before = folder_state(sent.parent)
    read = read_project(sent)
    assert list(read.texts.values()) == [TEXT]
    assert {each.entity for each in read.changes} >= {ONE, DOCUMENT, CODER, CODE}
    assert read.beginnings[ONE].payload["set"]["memo"] == "m"
    assert folder_state(sent.parent) == before


def test_only_the_file_itself_is_copied_never_its_neighbours(sent, monkeypatch):
    (sent.parent / "anna.annotator-journal").write_bytes(b"stranger")
    (sent.parent / "anna.annotator-wal").write_bytes(b"stranger")
    copied, opened = [], []
    copyfile, connect = shutil.copyfile, sqlite3.connect

    def copy(source, target):
        copied.append(source)
        return copyfile(source, target)

    def spy(database, **options):
        opened.append(database)
        return connect(database, **options)

    monkeypatch.setattr(shutil, "copyfile", copy)
    monkeypatch.setattr(sqlite3, "connect", spy)
    read_project(sent)
    assert copied == [sent]
    assert all("mode=ro&immutable=1" in each and str(sent.parent) not in each for each in opened)


SCHEMAS = {
    "trigger": ("CREATE TRIGGER evil AFTER INSERT ON code BEGIN DELETE FROM annotation; END", "CREATE TRIGGER evil"),
    "trigger on change": ("CREATE TRIGGER evil AFTER INSERT ON change BEGIN SELECT 1; END", "CREATE TRIGGER evil"),
    "foreign table": ("CREATE TABLE evil (x)", "CREATE TABLE evil"),
    "virtual table": ("CREATE VIRTUAL TABLE evil USING fts5(x)", "CREATE"),
    "foreign index": ("CREATE INDEX evil ON change (time)", "CREATE INDEX evil"),
    "foreign view": ("CREATE VIEW evil AS SELECT load_extension('x')", "CREATE VIEW evil"),
    "recursive view": (
        "CREATE VIEW evil AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        "CREATE VIEW evil",
    ),
    "missing view": ("DROP VIEW v_annotations", "lacks a part"),
    "missing guard": ("DROP TRIGGER change_delete", "lacks a part"),
    "newer format": ("PRAGMA user_version = 4", "format 4"),
    "no format": ("PRAGMA user_version = 0", "no format number"),
    "another program": ("PRAGMA application_id = 7", "another program"),
    "write-ahead": ("PRAGMA journal_mode = WAL", "write-ahead"),
}  # fmt: skip


@pytest.mark.parametrize("craft", SCHEMAS)
def test_what_is_not_exactly_our_structure_is_refused(sent, craft):
    statement, sentence = SCHEMAS[craft]
    with closing(sqlite3.connect(sent, isolation_level=None)) as connection:
        connection.execute(statement)
    refused(sent, sentence, Refused)


@pytest.mark.parametrize("table", ["change", "text", "file_state"])
def test_a_view_in_the_place_of_a_table_is_refused(sent, table):
    with closing(sqlite3.connect(sent, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA legacy_alter_table = ON")
        connection.execute(f"ALTER TABLE {table} RENAME TO aside")
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM aside")
    refused(sent, "holds something|lacks a part", Refused)


def test_thousands_of_tables_are_refused(sent):
    with closing(sqlite3.connect(sent, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for number in range(2000):
            connection.execute(f"CREATE TABLE t{number} (x)")
        connection.execute("COMMIT")
    refused(sent, "holds something", Refused)


def full(**other):
    return writing("annotation", **(annotation(8, 14) | other))


PAYLOADS = {
    "not an object": "[]",
    "a word": '"x"',
    "no JSON": "{",
    "not canonical: spaces": full().replace(":", ": ", 1),
    "not canonical: order": '{"v":1,"kind":"annotation","set":{"memo":"x"}}',
    "not canonical: escapes": full(memo="ä").replace("ä", "\\u00e4"),
    "a key twice": full().replace('"v":1', '"v":1,"v":1'),
    "a lone surrogate": full(memo="X").replace("X", "\\ud800"),
    "another version": full().replace('"v":1', '"v":2'),
    "version true": full().replace('"v":1', '"v":true'),
    "version with a point": full().replace('"v":1', '"v":1.0'),
    "no version": full().replace(',"v":1', ""),
    "one part more": full().replace('"v":1', '"v":1,"w":1'),
    "undoes no action": full().replace('"v":1', '"undoes":"../x","v":1'),
    "writes nothing": writing("annotation"),
    "null": full(memo=None),
    "float": full(memo=1.5),
    "not a number": full(memo=float("nan")),
    "infinity": full(memo=float("inf")),
    "unknown kind": writing("evil", name="x"),
    "unknown field": full(evil="x"),
    "kind is a list": full().replace('"annotation"', '["annotation"]'),
    "huge memo": full(memo="m" * 100_001),
    "NUL in a memo": full(memo="a\x00b"),
    "certainty of another word": full(certainty="sure"),
    "flag as a number": full(ask_lead=1),
    "path as a document": full(document="../../etc/passwd"),
    "upper-case identity": full(coder=CODER.upper().replace("0", "A")),
    "offsets beyond the text": full(span=span(8, 14) | {"start": 9000, "end": 9006}),
    "negative offsets": full(span=span(8, 14) | {"start": -8, "end": -2}),
    "huge offsets": full(span=span(8, 14) | {"start": 2**60, "end": 2**60 + 6}),
    "offsets as words": full(span=span(8, 14) | {"start": "8"}),
    "quote of other words": full(span=span(8, 14) | {"quote": "distrs"}),
    "context of other words": full(span=span(8, 14) | {"before": "x"}),
    "context too long": full(span=span(8, 14) | {"after": "x" * 33}),
    "span with a part more": full(span=span(8, 14) | {"evil": 1}),
    "empty span": full(span=span(8, 14) | {"end": 8, "quote": ""}),
    "an annotation of no document": full(document=TWO),
    "begins without a span": writing("annotation", document=DOCUMENT, coder=CODER, code=CODE, round="main"),
    "begins with a memo": writing("annotation", memo="x"),
    "begins with a delete": writing("annotation", deleted=True),
    "deep": '{"kind":"annotation","set":{"memo":' + "[" * 100_000 + "]" * 100_000 + '},"v":1}',
    "position beyond all numbers": writing("code", name="x", short_name="x", position=2**63),
    "number of a thousand digits": writing("code", name="x", short_name="x", position=0).replace(
        '"position":0', '"position":' + "9" * 5000
    ),
    "colour of another form": writing("code", name="x", short_name="x", colour="url(file:///etc/passwd)"),
    "document by another identity": writing("document", name="x", text_sha256="0" * 64, length=1),
    "completion by another identity": writing(
        "completion", coder=CODER, document=DOCUMENT, round="main", state="finished"
    ),
}


@pytest.mark.parametrize("craft", PAYLOADS)
def test_a_change_that_we_could_not_have_written_is_refused(sent, craft):
    plant(sent, change(TWO, PAYLOADS[craft]))
    refused(sent, "could not|not one that we could have written", Refused)


COLUMNS = {
    "a path as entity": {"entity": "../../../etc/passwd"},
    "replica of another form": {"replica": "x"},
    "author of another form": {"author": "'; DROP TABLE change; --"},
    "action of another form": {"action": ""},
    "verb of another form": {"verb": "<b>annotate</b>"},
    "time of another form": {"time": "yesterday"},
    "predecessors no list": {"prev": "{}"},
    "predecessors no hashes": {"prev": '["x"]'},
    "predecessors with spaces": {"prev": f'[ "{"0" * 64}"]'},
    "predecessors null": {"prev": "[null]"},
    "predecessors no JSON": {"prev": "["},
}


@pytest.mark.parametrize("craft", COLUMNS)
def test_names_and_predecessors_have_their_form(sent, craft):
    crafted = dict(COLUMNS[craft])
    plant(sent, change(crafted.pop("entity", TWO), full(), **crafted))
    refused(sent, "not one that we could have written", Refused)


def test_a_change_that_bears_another_hash_is_refused(sent):
    made = change(TWO, full())
    plant(sent, dataclasses.replace(made, id="0" * 64))
    refused(sent, "its hash does not fit", Refused)


@pytest.mark.parametrize("column", ["payload", "author", "time", "verb", "prev", "entity", "seq"])
def test_a_change_altered_afterwards_is_noticed(sent, column):
    tamper(sent, f"UPDATE change SET {column} = {column} || '1'")
    refused(sent, "hash does not fit", Refused)


def test_a_change_taken_out_of_the_journal_is_noticed(sent):
    tamper(sent, f"DELETE FROM change WHERE entity = '{ONE}'")
    refused(sent, "Changes are missing in the file", LockedOrDamaged)


def test_two_kinds_under_one_identity_are_refused(sent):
    plant(sent, change(ONE, writing("code", name="x", short_name="x")))
    refused(sent, "one thing into another", Refused)


@pytest.mark.parametrize("field", [{"coder": OTHER_CODER}, {"document": TWO}])
def test_an_annotation_cannot_be_given_to_another(sent, field):
    plant(sent, change(ONE, writing("annotation", **field)))
    refused(sent, "one thing into another", Refused)


def test_an_edit_whose_quote_does_not_stand_is_refused(sent):
    plant(sent, change(ONE, writing("annotation", span=span(8, 14) | {"quote": "distrs"})))
    refused(sent, "does not stand at its place, characters 8 to 14", Refused)


def test_a_document_of_another_length_is_refused(sent):
    plant(sent, change(DOCUMENT, writing("document", length=3, text_sha256=_sha())))
    refused(sent, "not one that we could have written", Refused)


def _sha():
    return hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_document_without_its_text_is_refused(sent):
    tamper(sent, "DELETE FROM document", "DELETE FROM annotation", "DELETE FROM text")
    refused(sent, "no text", Refused)


@pytest.mark.parametrize("body", ["another text", "a\x00b"])
def test_a_text_that_is_not_what_was_stored_is_noticed(sent, body):
    tamper(sent, "UPDATE text SET body = ?", values=(body,))
    refused(sent, "damaged|not what was stored", LockedOrDamaged)


def test_a_text_of_wrong_bytes_is_noticed(sent):
    tamper(sent, "UPDATE text SET body = CAST(x'ff80fe' AS TEXT)")
    refused(sent, "damaged|not what was stored", LockedOrDamaged)


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM file_state", "UPDATE file_state SET project = '../x'", "UPDATE file_state SET file = ''"],
)
def test_a_file_that_does_not_say_whose_it_is_is_refused(sent, statement):
    tamper(sent, statement)
    refused(sent, "which project", Refused)


def test_a_value_of_sixty_megabytes_is_refused(sent):
    tamper(sent, "UPDATE text SET body = ?", values=("m" * 70_000_000,))
    refused(sent, "damaged", LockedOrDamaged)


def test_a_file_cut_short_is_refused(sent):
    whole = sent.read_bytes()
    sent.write_bytes(whole[: len(whole) // 2])
    refused(sent, "ends in the middle", LockedOrDamaged)


def test_flipped_bytes_are_never_believed(sent):
    """Whatever a bit does: the file is refused in a sentence, or what is read is the truth."""
    whole, truth = sent.read_bytes(), read_project(sent)
    believed = 0
    for place in range(100, len(whole), max(1, len(whole) // 300)):
        sent.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        try:
            read = read_project(sent)
        except KnownError:
            continue
        believed += 1
        assert (read.changes, read.texts) == (truth.changes, truth.texts)
    assert believed < 300


def test_what_is_no_ordinary_file_is_refused(sent):
    folder = sent.parent
    (folder / "folder.annotator").mkdir()
    refused(folder / "folder.annotator", "folder", Refused)
    refused(folder / "missing.annotator", "no such file", Refused)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.annotator")
        with pytest.raises(Refused, match="no ordinary file"):
            read_project(folder / "pipe.annotator")
        (folder / "pipe.annotator").unlink()
    (folder / "link.annotator").symlink_to(sent)
    refused(folder / "link.annotator", "link", Refused)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions bind nobody here")
def test_a_file_that_may_not_be_read_is_refused(sent):
    sent.chmod(0)
    with pytest.raises(Refused, match="cannot be read"):
        read_project(sent)


def test_reading_takes_no_longer_than_its_limit(sent, monkeypatch):
    monkeypatch.setattr(limited_reading, "_SECONDS", -1e9)
    rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) SELECT i, '', '', '' FROM n"
    tamper(sent, f"INSERT INTO event {rows}")
    refused(sent, "damaged", LockedOrDamaged)


def test_a_reader_may_do_nothing_but_read(sent):
    with guard._opened(sent, "anna") as reader:
        for statement in (
            "DELETE FROM annotation", "CREATE TEMP TABLE x (y)", "ATTACH ':memory:' AS other",
            "PRAGMA journal_mode = WAL", "SELECT hex(1)", "SELECT load_extension('x')",
        ):  # fmt: skip
            with pytest.raises(sqlite3.DatabaseError):
                reader.execute(statement)
        assert reader.execute("SELECT count(*) FROM text").fetchone() == (1,)


def test_payloads_of_the_table_are_told_apart():
    """The crafted payloads differ from a good one in what their name says only: the good one passes."""
    assert guard.change_fault(change(TWO, full())) == ""
    assert json.loads(full())["set"]["span"] == span(8, 14)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_among_many_good_changes_the_one_that_is_wrong_is_found(payload):
    good = [change(TWO, full(memo=str(number)), seq=number + 1) for number in range(250)]
    wrong = change(TWO, payload)
    assert guard.first_fault(good) == ""
    for place in (0, 99, 100, 249):
        assert guard.first_fault([*good[:place], wrong, *good[place:]]) == guard.change_fault(wrong)
