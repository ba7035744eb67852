# SPDX-License-Identifier: MIT
"""What the statistics export asks of all annotations at once."""

import json
import sqlite3

from annotator.domain import CoderId, DocumentId


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
