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
    """What a union added or brought back.

    The number of changes, the closed ranges of the journal in which they stand, and what they touch.
    """

    added: int
    ranges: tuple[tuple[int, int], ...]
    entities: tuple[str, ...]


def unite(
    file: ProjectFile,
    changes: Iterable[Change],
    texts: Mapping[str, str],
    *,
    prepared: projection.Prepared | None = None,
) -> Arrival:
    """Add what is not here yet and fold it; inside the caller's transaction.

    ``prepared`` are rows of these changes that were worked out before.
    A change that was withdrawn here comes back. Raises Refused or LockedOrDamaged where something
    in the union cannot stand; the caller's transaction is then undone.
    """
    before = last_arrival(file.live)
    known, known_entities = journal.ids(file.live), journal.entities(file.live)
    withdrawn = {row[0] for row in file.live.execute("SELECT change FROM withdrawn")}
    _add_texts(file, texts)
    fresh: dict[str, Change] = {}
    back: dict[str, Change] = {}
    for change in changes:
        if change.id not in known:
            fresh.setdefault(change.id, change)
        elif change.id in withdrawn:
            back.setdefault(change.id, change)
    file.live.executemany("DELETE FROM withdrawn WHERE change = ?", ((each,) for each in back))
    journal.insert_many(file.live, fresh.values())
    new: dict[str, list[Change]] = {}
    touched: dict[str, None] = {}
    for change in (*back.values(), *fresh.values()):
        if change.entity in known_entities:
            touched[change.entity] = None
        else:
            new.setdefault(change.entity, []).append(change)
    projection.fold(file.live, file.texts, touched, new=new, prepared=prepared)
    if fresh or back:
        file.take_in_clock(max(change.time for change in (*back.values(), *fresh.values())))
    return Arrival(len(fresh) + len(back), _ranges(file, back, before), (*touched, *new))


def _add_texts(file: ProjectFile, texts: Mapping[str, str]) -> None:
    stored = {row[0] for row in file.live.execute("SELECT sha256 FROM text")}
    for sha256, body in texts.items():
        if sha256 not in stored:
            file.texts.add(body)


def _ranges(file: ProjectFile, back: Iterable[str], before: int) -> tuple[tuple[int, int], ...]:
    """Give where the changes that came back stand in the journal, and those after ``before``."""
    places = sorted(
        file.live.execute("SELECT arrival FROM change WHERE id = ?", (each,)).fetchone()[0] for each in back
    )
    ranges: list[tuple[int, int]] = []
    for place in places:
        if ranges and ranges[-1][1] == place - 1:
            ranges[-1] = (ranges[-1][0], place)
        else:
            ranges.append((place, place))
    last = last_arrival(file.live)
    return (*ranges, (before + 1, last)) if last > before else tuple(ranges)


def withdraw(file: ProjectFile, *, ranges: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Hide what stands in these ranges of the journal from this file's fold; it stays there. Gives what was touched."""
    rows = [
        row
        for each in ranges
        for row in file.live.execute("SELECT id, entity FROM change WHERE arrival BETWEEN ? AND ?", tuple(each))
    ]
    file.live.executemany(
        "INSERT INTO withdrawn (change) VALUES (?) ON CONFLICT (change) DO NOTHING", ((row[0],) for row in rows)
    )
    touched = tuple(dict.fromkeys(row[1] for row in rows))
    projection.fold(file.live, file.texts, touched)
    return touched


def last_arrival(live: sqlite3.Connection) -> int:
    """Give the place of the newest change in this file's journal, 0 where there is none."""
    return int(live.execute("SELECT coalesce(max(arrival), 0) FROM change").fetchone()[0])
