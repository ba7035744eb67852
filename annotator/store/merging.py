# SPDX-License-Identifier: MIT
"""The union of journals, written: changes that are not here yet, their texts, and their fold."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.domain import Change
from annotator.store import journal, projection
from annotator.store.project_file import ProjectFile


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a union added or brought back: how many changes, their places in the journal, what they touch."""

    added: int
    first: int
    last: int
    entities: tuple[str, ...]


def unite(file: ProjectFile, changes: Iterable[Change], texts: Mapping[str, str]) -> Arrival:
    """Add what is not here yet and fold it; inside the caller's transaction.

    A change that was withdrawn here comes back. Raises Refused or LockedOrDamaged where something
    in the union cannot stand; the caller's transaction is then undone.
    """
    before = last_arrival(file.live)
    for body in texts.values():
        file.texts.add(body)
    known = journal.ids(file.live)
    withdrawn = {row[0] for row in file.live.execute("SELECT change FROM withdrawn")}
    touched: dict[str, None] = {}
    latest, brought_back = "", 0
    fresh: list[Change] = []
    for change in changes:
        if change.id not in known:
            known.add(change.id)
            fresh.append(change)
        elif change.id in withdrawn:
            file.live.execute("DELETE FROM withdrawn WHERE change = ?", (change.id,))
            brought_back += 1
        else:
            continue
        touched[change.entity] = None
        latest = max(latest, change.time)
    journal.insert_many(file.live, fresh)
    projection.fold(file.live, file.texts, touched)
    if latest:
        file.take_in_clock(latest)
    return Arrival(len(fresh) + brought_back, before + 1, last_arrival(file.live), tuple(touched))


def withdraw(file: ProjectFile, *, first: int, last: int) -> tuple[str, ...]:
    """Hide the changes of one arrival from this file's fold; gives the entities touched. They stay in the journal."""
    rows = file.live.execute("SELECT id, entity FROM change WHERE arrival BETWEEN ? AND ?", (first, last)).fetchall()
    file.live.executemany(
        "INSERT INTO withdrawn (change) VALUES (?) ON CONFLICT (change) DO NOTHING", ((row[0],) for row in rows)
    )
    touched = tuple(dict.fromkeys(row[1] for row in rows))
    projection.fold(file.live, file.texts, touched)
    return touched


def last_arrival(live: sqlite3.Connection) -> int:
    """Give the place of the newest change in this file's journal, 0 where there is none."""
    return int(live.execute("SELECT coalesce(max(arrival), 0) FROM change").fetchone()[0])
