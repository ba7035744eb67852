# SPDX-License-Identifier: MIT
"""Reading the journal as a history: user actions, the newest first, a few at a time.

Actions have UUIDs of version 7, so the index on them is in the order of time over all copies and
each step back is one look into it; an action of thousands of changes costs no more than one of one.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.domain import ActionId

_LAST = "g"
"""Greater than every UUID: where a history begins."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which actions: by any of these authors, with this verb, at clock readings from ``since`` until ``until``.

    What is empty does not restrict.
    """

    authors: Sequence[str] = ()
    verb: str = ""
    since: str = ""
    until: str = ""


def actions_before(live: sqlite3.Connection, before: str, *, most: int, wanted: Wanted) -> list[ActionId]:
    """Give at most so many actions before this one ("" for the newest), newest first."""
    where, values = _restriction(wanted)
    found: list[ActionId] = []
    step = f"SELECT action FROM change WHERE action < ? {where} ORDER BY action DESC LIMIT 1"
    latest = before or _LAST
    while len(found) < most:
        row = live.execute(step, (latest, *values)).fetchone()
        if row is None:
            break
        latest = row[0]
        found.append(ActionId(latest))
    return found


def _restriction(wanted: Wanted) -> tuple[str, list[str]]:
    clauses: list[str] = []
    values: list[str] = []
    if wanted.authors:
        clauses.append(f"AND author IN ({', '.join('?' * len(wanted.authors))})")
        values += wanted.authors
    for clause, value in (
        ("AND verb = ?", wanted.verb),
        ("AND time >= ?", wanted.since),
        ("AND time <= ?", wanted.until),
    ):
        if value:
            clauses.append(clause)
            values.append(value)
    return " ".join(clauses), values


def kinds_in(live: sqlite3.Connection, action: str) -> dict[str, int]:
    """Count the changes of an action by the kind of what they change."""
    rows = live.execute(
        "SELECT json_extract(payload, '$.kind'), count(*) FROM change WHERE action = ? GROUP BY 1", (action,)
    )
    return {str(kind): number for kind, number in rows}


def mentions(live: sqlite3.Connection, action: str, identity: str, *, fields: Sequence[str]) -> bool:
    """Whether any change of an action is to the thing of this identity, or writes it into one of these fields."""
    named = " OR ".join(["entity = ?", *("instr(payload, ?) > 0" for _ in fields)])
    query = f"SELECT 1 FROM change WHERE action = ? AND ({named}) LIMIT 1"
    written = (f'"{field}":"{identity}"' for field in fields)
    return live.execute(query, (action, identity, *written)).fetchone() is not None


def is_withdrawn(live: sqlite3.Connection, change: str) -> bool:
    """Whether this copy hides a change."""
    return live.execute("SELECT 1 FROM withdrawn WHERE change = ?", (change,)).fetchone() is not None


def verbs(live: sqlite3.Connection) -> list[str]:
    """Give the verbs of the journal."""
    return [row[0] for row in live.execute("SELECT DISTINCT verb FROM change ORDER BY verb")]


def local_events(live: sqlite3.Connection) -> Iterator[tuple[int, str, str, dict[str, Any]]]:
    """Give number, time, kind and note of the local records of this copy, the oldest first."""
    for number, moment, kind, detail in live.execute("SELECT number, time, kind, detail FROM event ORDER BY number"):
        yield number, moment, kind, json.loads(detail)
