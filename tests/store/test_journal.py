# SPDX-License-Identifier: MIT
import dataclasses
import sqlite3

import pytest
from store.conftest import CODER, DOCUMENT, annotation

from annotator.domain import LockedOrDamaged
from annotator.store import journal

ONE = "01900000-0000-7000-8000-000000000001"


def annotate(file, entity=ONE, **other):
    with file.action(author=CODER, verb="annotate") as action:
        return action.write("annotation", entity, annotation(0, 7, **other))


@pytest.mark.parametrize("table", ["change", "text"])
@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM {}", "UPDATE {} SET rowid = rowid", "REPLACE INTO {} SELECT * FROM {}"],
)
def test_the_journal_and_the_texts_only_grow(file, table, statement):
    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
        file.live.execute(statement.format(table, table))


def test_a_known_change_is_not_added_twice(file):
    change = annotate(file)
    before = len(journal.ids(file.live))
    assert journal.insert(file.live, change) is False
    assert len(journal.ids(file.live)) == before


def test_two_changes_with_one_identity_are_a_lie(file):
    change = annotate(file)
    with pytest.raises(LockedOrDamaged, match="one identity"):
        journal.insert(file.live, dataclasses.replace(change, verb="delete"))


def test_changes_come_back_as_they_were_written(file):
    change = annotate(file, memo="Пекин 👍 \u2028 \u00a0")
    assert journal.changes_of(file.live, ONE) == [change]
    assert journal.changes_in(file.live, change.action) == [change]
    assert change in list(journal.all_changes(file.live))
    assert dict(journal.visible_by_entity(file.live))[ONE] == [change]
    assert change.expected_id == change.id


def test_a_write_names_what_its_writer_had_seen(file):
    first = annotate(file)
    with file.action(author=CODER, verb="describe") as action:
        second = action.write("annotation", ONE, {"memo": "a"})
    with file.action(author=CODER, verb="describe") as action:
        third = action.write("annotation", ONE, {"memo": "b", "certainty": "high"})
    with file.action(author=CODER, verb="delete") as action:
        last = action.write("annotation", ONE, {"deleted": True})
    assert first.prev == []
    assert second.prev == []
    assert third.prev == [second.id]
    assert last.prev == sorted([first.id, third.id])


def test_the_digest_is_of_the_set(file):
    annotate(file)
    ids = sorted(journal.ids(file.live))
    assert journal.digest(ids) == journal.digest(reversed(ids))
    assert journal.digest(ids) != journal.digest(ids[1:])


def test_a_query_of_one_entity_does_not_scan_the_journal(file):
    plan = file.live.execute("EXPLAIN QUERY PLAN SELECT * FROM change WHERE entity = ?", (DOCUMENT,)).fetchall()
    assert "SEARCH" in plan[0][3]


def test_what_was_written_to_is_named_once_each(file):
    made = [annotate(file), annotate(file, ONE[:-1] + "2"), annotate(file, memo="again")]
    assert journal.written_to(file.live, [each.id for each in reversed(made)] + ["0" * 64]) == [ONE, ONE[:-1] + "2"]


def test_the_changes_of_many_entities_are_those_of_each(file, monkeypatch):
    monkeypatch.setattr(journal, "_ENTITIES_AT_ONCE", 2)
    annotate(file)
    annotate(file, memo="again")
    wanted = [DOCUMENT, "01900000-0000-7000-8000-00000000000f", ONE]
    found = list(journal.changes_by_entity(file.live, wanted))
    assert found == [(entity, journal.changes_of(file.live, entity)) for entity in wanted]
    assert [len(changes) for _, changes in found] == [1, 0, 2]


def test_which_of_many_entities_are_known(file, monkeypatch):
    monkeypatch.setattr(journal, "_ENTITIES_AT_ONCE", 2)
    annotate(file)
    assert journal.known_among(file.live, ["a", "b", ONE, "c", CODER]) == {ONE, CODER}
    assert journal.known_among(file.live, []) == set()
