# SPDX-License-Identifier: MIT
"""One open project file: its connection, its local state, and the writing of user actions."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import ActionId, Change, CoderId, FileId, Json, ProjectId, canonical_json, new_uuid
from annotator.domain.change import payload
from annotator.domain.fields import fault
from annotator.domain.live_files import Identity
from annotator.merging import DELETED, resolve
from annotator.store import clock, connection, journal, projection
from annotator.store.side_files import OpenRecord
from annotator.store.texts import Texts


@dataclass(frozen=True, slots=True)
class FileState:
    """What this copy of the project knows of itself; never merged into another."""

    project: ProjectId
    file: FileId
    clean: bool
    clock: str
    active_coder: CoderId
    shown: tuple[CoderId, ...]
    active_round: str
    is_handed_out: bool


class ProjectFile:
    """A live project. Made by :mod:`annotator.store.opening`; every method belongs to the thread that made it."""

    def __init__(self, path: Path, live: sqlite3.Connection) -> None:
        self.path = path
        self.live = live
        self.texts = Texts(live)
        state = self.state()
        self.project_id = state.project
        self.file_id = state.file
        self.was_clean = state.clean
        self._clock = state.clock
        self._replica = ""
        self._sequence = 0
        self.record: OpenRecord | None = None
        self.identity: Identity | None = None

    def state(self) -> FileState:
        """Read the local state."""
        project, file, clean, reading, active, shown, active_round, mode = self.live.execute(
            "SELECT project, file, clean, clock, active_coder, shown, active_round, mode FROM file_state"
        ).fetchone()
        return FileState(
            ProjectId(project), FileId(file), bool(clean), reading, CoderId(active),
            tuple(CoderId(coder) for coder in json.loads(shown)), active_round, mode == "coder",
        )  # fmt: skip

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run what is inside as one transaction: all of it is durable on return, or nothing is written.

        Raises NotSaved where the disk or the file fails; the file is then as it was before.
        """
        try:
            self.live.execute("BEGIN IMMEDIATE")
            yield
            self.live.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            if connection.is_disk_trouble(error):
                raise connection.not_saved(error, where=self.path.name) from error
            raise
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        self.texts.forget()
        if self.live.in_transaction:
            self.live.execute("ROLLBACK")

    @contextmanager
    def action(self, *, author: CoderId, verb: str, undoes: str = "") -> Iterator["Action"]:
        """Write one user action: its changes, their fold and the local record of it, in one transaction."""
        with self.transaction(), self.action_inside(author=author, verb=verb, undoes=undoes) as action:
            yield action

    @contextmanager
    def action_inside(self, *, author: CoderId, verb: str, undoes: str = "") -> Iterator["Action"]:
        """Write one user action as a part of the caller's transaction."""
        action = Action(self, author=author, verb=verb, undoes=undoes)
        yield action
        if action.changes:
            projection.fold(self.live, self.texts, action.entities, new=action.new)
            self.live.execute(
                "INSERT INTO action_here (author, action, verb, undoes) VALUES (?, ?, ?, ?)",
                (author, action.id, verb, undoes),
            )
            self.live.execute("UPDATE file_state SET clock = ?", (self._clock,))

    def next_stamp(self) -> tuple[str, int, str]:
        """Give (replica, seq, time) for the next change; the replica is drawn at the first write after each opening."""
        if not self._replica:
            self._replica = new_uuid()
        self._sequence += 1
        self._clock = clock.tick(self._clock, clock.wall_milliseconds())
        return self._replica, self._sequence, self._clock

    def take_in_clock(self, latest: str) -> None:
        """Move the clock past the changes that a merge brought."""
        self._clock = clock.take_in(self._clock, latest, clock.wall_milliseconds())
        self.live.execute("UPDATE file_state SET clock = ?", (self._clock,))

    def set_active_coder(self, coder: CoderId) -> None:
        """Remember who codes in this copy."""
        self.live.execute("UPDATE file_state SET active_coder = ?", (coder,))

    def set_shown(self, coders: tuple[CoderId, ...]) -> None:
        """Remember whose annotations the window shows beside one's own."""
        self.live.execute("UPDATE file_state SET shown = ?", (canonical_json(list(coders)),))

    def set_active_round(self, name: str) -> None:
        """Remember in which round this copy is coded."""
        self.live.execute("UPDATE file_state SET active_round = ?", (name,))

    def set_handed_out(self) -> None:
        """Mark this copy as one that a coder works in."""
        self.live.execute("UPDATE file_state SET mode = 'coder'")

    def forget_actions_here(self) -> None:
        """Begin the undo stacks of this copy anew; the journal keeps everything."""
        self.live.execute("DELETE FROM action_here")

    def forget_action_here(self, action: str) -> None:
        """Take one action, and what undid or redid it, out of the undo stacks of this copy; the journal keeps it."""
        self.live.execute(
            "WITH RECURSIVE chain (action) AS (VALUES (?) UNION SELECT action_here.action FROM action_here "
            "JOIN chain ON action_here.undoes = chain.action) "
            "DELETE FROM action_here WHERE action IN (SELECT action FROM chain)",
            (action,),
        )

    def note_event(self, kind: str, detail: Mapping[str, Json]) -> None:
        """Keep a local record of a merge, an import or an export."""
        stamp = clock.as_iso(clock.spell(clock.wall_milliseconds(), 0))
        self.live.execute(
            "INSERT INTO event (time, kind, detail) VALUES (?, ?, ?)", (stamp, kind, canonical_json(dict(detail)))
        )


class Action:
    """The changes of one user action while they are being written."""

    def __init__(self, file: ProjectFile, *, author: CoderId, verb: str, undoes: str) -> None:
        self.id = ActionId(new_uuid())
        self.changes: list[Change] = []
        self.new: dict[str, list[Change]] = {}
        self._file = file
        self._author = author
        self._verb = verb
        self._undoes = undoes

    @property
    def entities(self) -> list[str]:
        """What was written to, in order, but for what is new as a whole."""
        return [change.entity for change in self.changes if change.entity not in self.new]

    def write(self, kind: str, entity: str, fields: Mapping[str, Json]) -> Change:
        """Append a change of these fields; raises ValueError for what the fields cannot hold (a bug of the caller).

        Writing to what is deleted brings it back, and says so: the writer has seen the delete.
        """
        _refuse_faults(kind, entity, fields)
        known = journal.changes_of(self._file.live, entity)
        resolved = resolve(known) if known else None
        if resolved is not None and resolved.deleted:
            fields = {DELETED: False, **fields}
        prev = resolved.heads_of(fields) if resolved is not None else []
        made = self._made(kind, entity, fields, prev)
        journal.insert(self._file.live, made)
        self.changes.append(made)
        if entity in self.new:
            self.new[entity].append(made)
        return made

    def write_new(self, kind: str, fields_by_entity: Mapping[str, Mapping[str, Json]]) -> None:
        """Append the first change of each of many entities at once.

        Raises ValueError where the journal knows one of them already, or for what a field cannot hold.
        """
        known = journal.known_among(self._file.live, list(fields_by_entity))
        if known:
            raise ValueError(f"{kind} {min(known)} is not new")
        made = []
        for entity, fields in fields_by_entity.items():
            _refuse_faults(kind, entity, fields)
            made.append(self._made(kind, entity, fields, ()))
        journal.insert_many(self._file.live, made)
        self.changes += made
        self.new.update((change.entity, [change]) for change in made)

    def _made(self, kind: str, entity: str, fields: Mapping[str, Json], prev: Sequence[str]) -> Change:
        replica, sequence, time = self._file.next_stamp()
        return Change.made(
            replica=replica, seq=sequence, time=time, author=self._author, action=self.id, verb=self._verb,
            entity=entity, payload=payload(kind, fields, undoes=self._undoes), prev=prev,
        )  # fmt: skip


def _refuse_faults(kind: str, entity: str, fields: Mapping[str, Json]) -> None:
    for name, value in fields.items():
        if wrong := fault(kind, name, value):
            raise ValueError(f"{kind} {entity}: {wrong}")
