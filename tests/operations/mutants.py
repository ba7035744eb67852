# SPDX-License-Identifier: MIT
"""Faults to plant: the mistakes that a store with undo and merge is most easily built with."""

from annotator.merging import registers
from annotator.operations import history
from annotator.store import clock, journal
from annotator.store import merging as union_store
from annotator.store.project_file import ProjectFile


def identity_by_replica_and_number():
    """A replica is a file and a change is its number there: clones write two things under one name."""

    def next_stamp(self):
        self._sequence = 1 + self.live.execute("SELECT count(*) FROM change").fetchone()[0]
        self._clock = clock.tick(self._clock, clock.wall_milliseconds())
        return self.file_id, self._sequence, self._clock

    unite = union_store.unite

    def unite_by_number(file, changes, texts, **prepared):
        known = {(each.replica, each.seq) for each in journal.all_changes(file.live)}
        return unite(file, [each for each in changes if (each.replica, each.seq) not in known], texts, **prepared)

    return [(ProjectFile, "next_stamp", next_stamp), (union_store, "unite", unite_by_number)]


def last_clock_wins():
    """The latest clock is shown, whatever its writer had seen."""
    return [(registers, "_heads", lambda written, replaced: (max(written, key=registers._order),))]


def delete_always_wins():
    """A delete takes away what it had not seen."""

    def deletion(heads, written):
        latest = heads.get("deleted", ())
        return bool(latest) and written[latest[-1]] is True, ()

    return [(registers, "_deletion", deletion)]


def undo_forgets_a_change():
    """An undo leaves out one change of an action of several."""

    class Forgetful:
        def __getattr__(self, name):
            return getattr(journal, name)

        def changes_in(self, connection, action):
            changes = journal.changes_in(connection, action)
            return changes[:-1] if len(changes) > 1 else changes

    return [(history, "journal", Forgetful())]


MUTANTS = (identity_by_replica_and_number, last_clock_wins, delete_always_wins, undo_forgets_a_change)
