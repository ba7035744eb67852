# SPDX-License-Identifier: MIT
"""What the statistics export asks of all annotations at once."""

import json
import sqlite3

from annotator.domain import CoderId, DocumentId
from annotator.store import clock


def attribute_values(live: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """Give every value that occurs, by the name of its attribute."""
    found: dict[str, set[str]] = {}
    for (attributes,) in live.execute("SELECT DISTINCT attributes FROM annotation WHERE attributes <> '{}'"):
        for name, value in json.loads(attributes).items():
            found.setdefault(name, set()).add(value)
    return {name: frozenset(values) for name, values in found.items()}


def places_of_work(live: sqlite3.Connection) -> set[tuple[CoderId, DocumentId, str]]:
    """Give the identity, document and round of everybody who has an annotation there, as they were written."""
    rows = live.execute(
        "SELECT DISTINCT coder, document, round FROM annotation "
        "UNION SELECT annotation.coder, carried_over.document, annotation.round "
        "FROM carried_over JOIN annotation ON annotation.id = carried_over.annotation"
    )
    return {(CoderId(coder), DocumentId(document), name) for coder, document, name in rows}


def first_times(live: sqlite3.Connection) -> dict[str, str]:
    """Give when anything was first written of each entity, as ISO 8601 in UTC, by its identity.

    The journal is gone through once: that costs less than looking up each of very many annotations.
    """
    first: dict[str, str] = {}
    for entity, moment in live.execute("SELECT entity, time FROM change"):
        if first.setdefault(entity, moment) > moment:
            first[entity] = moment
    for entity, moment in first.items():
        first[entity] = clock.as_iso(moment)
    return first
