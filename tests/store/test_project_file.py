# SPDX-License-Identifier: MIT
"""One action is one transaction: durable whole, or not there at all, and the next save works again."""

import sqlite3

import pytest
from store.conftest import CODER, TEXT, annotation

from annotator.domain import CoderId, LockedOrDamaged, NotSaved
from annotator.store import clock, journal, opening, verification
from annotator.text.quotation import digest

ONE = "01900000-0000-7000-8000-000000000001"
TWO = "01900000-0000-7000-8000-000000000002"


def annotate(file, entity=ONE, **other):
    with file.action(author=CODER, verb="annotate") as action:
        return action.write("annotation", entity, annotation(0, 7, **other))


def write(file, several, *, text=TEXT):
    with file.action(author=CODER, verb="import") as action:
        file.texts.add(text)
        for entity, fields in several.items():
            action.write("annotation", entity, fields)


def state(file):
    return sorted(journal.ids(file.live)), file.live.execute("SELECT count(*) FROM annotation").fetchone()


def test_an_action_is_one_commit(file):
    said = []
    file.live.set_trace_callback(said.append)
    annotate(file)
    file.live.set_trace_callback(None)
    assert [each for each in said if each.startswith(("BEGIN", "COMMIT", "ROLLBACK"))] == ["BEGIN IMMEDIATE", "COMMIT"]


def test_an_action_of_two_things_is_whole_or_not_there(file):
    before = state(file)
    with pytest.raises(ValueError, match="cannot hold"):
        write(file, {ONE: annotation(0, 7), TWO: annotation(8, 14, certainty="sure")})
    assert state(file) == before
    assert file.live.execute("SELECT count(*) FROM action_here WHERE verb = 'import'").fetchone() == (0,)
    assert not file.live.in_transaction


def test_a_full_disk_is_said_and_the_next_save_works(file):
    pages = file.live.execute("PRAGMA page_count").fetchone()[0]
    file.live.execute(f"PRAGMA max_page_count = {pages + 8}")
    annotate(file, ONE)
    before = state(file)
    with pytest.raises(NotSaved, match=r"^.*Not saved\. The disk is full; make room and try again\.$") as said:
        write(
            file, {f"01900000-0000-7000-8000-{number:012d}": annotation(0, 7, memo="m" * 9000) for number in range(99)}
        )
    assert said.value.exit_code == 3
    assert said.value.where == "study.annotator"
    assert state(file) == before
    assert list(verification.faults(file)) == []
    file.live.execute("PRAGMA max_page_count = 1000000")
    annotate(file, TWO)
    assert len(state(file)[0]) == len(before[0]) + 1


def test_a_file_that_became_read_only_is_said_and_nothing_is_half_written(file):
    before = state(file)
    file.live.execute("PRAGMA query_only = ON")
    with pytest.raises(NotSaved, match="read-only, or another program has replaced it"):
        annotate(file)
    file.live.execute("PRAGMA query_only = OFF")
    assert state(file) == before
    annotate(file)


def test_closing_a_file_that_cannot_be_written_still_lets_go_of_it(path, data):
    file = opening.create(path, data_folder=data)
    file.live.execute("PRAGMA query_only = ON")
    opening.close_file(file)
    again = opening.open_file(path, data_folder=data)
    assert not again.was_clean
    opening.close_file(again)


def test_a_text_of_a_failed_action_is_forgotten(file):
    with pytest.raises(ValueError, match="cannot hold"):
        write(file, {ONE: {"certainty": "sure"}}, text="another text")
    with pytest.raises(LockedOrDamaged, match="missing"):
        file.texts.body(digest("another text"))


def test_every_opening_writes_as_a_replica_of_its_own(path, data, file):
    first = annotate(file)
    second = annotate(file, TWO)
    assert (first.replica, first.seq + 1) == (second.replica, second.seq)
    opening.close_file(file)
    again = opening.open_file(path, data_folder=data)
    third = annotate(again, TWO, memo="x")
    assert third.replica != first.replica
    assert third.seq == 1
    opening.close_file(again)


def test_times_only_grow_though_the_clock_goes_back(file, monkeypatch):
    first = annotate(file)
    monkeypatch.setattr(clock, "wall_milliseconds", lambda: 5)
    assert annotate(file, TWO).time > first.time


def test_a_clock_a_day_ahead_is_not_taken_over(file):
    ahead = clock.spell(clock.wall_milliseconds() + 3 * clock.LARGEST_SKEW_MILLISECONDS, 0)
    with file.transaction():
        file.take_in_clock(ahead)
    assert annotate(file).time < ahead


def test_writing_to_what_is_deleted_brings_it_back_and_says_so(file):
    annotate(file)
    with file.action(author=CODER, verb="delete") as action:
        gone = action.write("annotation", ONE, {"deleted": True})
    with file.action(author=CODER, verb="annotate") as action:
        back = action.write("annotation", ONE, {"memo": "again"})
    assert back.payload["set"] == {"memo": "again", "deleted": False}
    assert gone.id in back.prev
    assert file.live.execute("SELECT memo FROM annotation").fetchall() == [("again",)]
    assert file.live.execute("SELECT * FROM conflict").fetchall() == []


def test_local_matters_survive_and_are_no_part_of_the_journal(path, data, file):
    before = state(file)
    with file.transaction():
        file.set_active_coder(CoderId(CODER))
        file.set_shown((CoderId(CODER),))
        file.note_event("export", {"files": ["a.csv"]})
    opening.close_file(file)
    again = opening.open_file(path, data_folder=data)
    assert (again.state().active_coder, again.state().shown) == (CODER, (CODER,))
    assert again.live.execute("SELECT kind, detail FROM event").fetchall() == [("export", '{"files":["a.csv"]}')]
    assert state(again) == before
    again.forget_actions_here()
    assert again.live.execute("SELECT count(*) FROM action_here").fetchone() == (0,)
    opening.close_file(again)


def test_a_damaged_file_is_said_to_be_damaged(file, monkeypatch):
    file.live.execute("PRAGMA writable_schema = ON")
    monkeypatch.setattr(file, "live", _Broken(file.live))
    with pytest.raises(LockedOrDamaged, match="damaged; nothing was written"):
        annotate(file)
    monkeypatch.undo()


class _Broken:
    """A connection whose file turns out to be malformed when a change is written."""

    def __init__(self, live):
        self._live = live

    def __getattr__(self, name):
        return getattr(self._live, name)

    def execute(self, statement, *values):
        if statement.startswith("INSERT INTO change"):
            raise sqlite3.DatabaseError("database disk image is malformed")
        return self._live.execute(statement, *values)


def test_many_new_things_are_written_as_one_by_one(file):
    several = {ONE: annotation(0, 7), TWO: annotation(8, 12)}
    with file.action(author=CODER, verb="annotate") as action:
        action.write_new("annotation", several)
        action.write("annotation", TWO, {"memo": "written again within the action"})
    assert len(journal.changes_in(file.live, action.id)) == 3
    rows = file.live.execute("SELECT id, memo FROM annotation ORDER BY id").fetchall()
    assert rows == [(ONE, ""), (TWO, "written again within the action")]
    assert list(verification.faults(file)) == []


def test_what_is_known_already_is_not_new(file):
    annotate(file)
    before = state(file)
    with pytest.raises(ValueError, match="is not new"), file.action(author=CODER, verb="annotate") as action:
        action.write_new("annotation", {TWO: annotation(8, 12), ONE: annotation(0, 7)})
    with pytest.raises(ValueError, match="memo"), file.action(author=CODER, verb="annotate") as action:
        action.write_new("annotation", {TWO: annotation(8, 12, memo=7)})
    assert state(file) == before
