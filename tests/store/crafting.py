# SPDX-License-Identifier: MIT
"""Projects as somebody with bad intentions, or a bad disk, would hand them in."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.domain import Change
from annotator.domain.change import change_id, payload
from annotator.store import journal
from annotator.store.schema import GUARDS

AUTHOR = "01900000-0000-7000-8000-0000000000aa"
ACTION = "01900000-0000-7000-8000-0000000000ac"
REPLICA = "01900000-0000-7000-8000-0000000000ad"
TIME = "000001732213086.00000"


def tamper(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Change a closed project behind the program's back, its guards lifted and put back in the very words."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for guard in GUARDS:
            connection.execute(f"DROP TRIGGER {guard.split()[2]}")
        for statement in statements:
            connection.execute(statement, values if "?" in statement else ())
        for guard in GUARDS:
            connection.execute(guard)


def plant(path: Path, *changes: Change) -> None:
    """Put changes into a closed project's journal as they are."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        journal.insert_many(connection, changes)


def change(entity: str, payload_json: str, *, prev: str = "[]", **other: object) -> Change:
    """Make a change of any payload, rightly hashed."""
    cells = {
        "replica": REPLICA, "seq": 1, "time": TIME, "author": AUTHOR, "action": ACTION, "verb": "annotate",
    } | other  # fmt: skip
    named = change_id(entity=entity, payload_json=payload_json, prev_json=prev, **cells)
    return Change(id=named, entity=entity, payload_json=payload_json, prev_json=prev, **cells)


def writing(kind: str, /, **fields: object) -> str:
    """Spell a payload as we would, whatever the fields hold."""
    return json.dumps(payload(kind, fields), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
