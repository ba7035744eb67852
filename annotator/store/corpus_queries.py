# SPDX-License-Identifier: MIT
"""What an exchange format asks of the journal itself: when a thing was made, and under what an identity is known."""

import sqlite3

from annotator.domain import AnnotationId
from annotator.store import clock


def creation_times(live: sqlite3.Connection) -> dict[AnnotationId, str]:
    """Give when each annotation was made, as ISO 8601 in UTC: the time of the first change to it."""
    rows = live.execute(
        "SELECT annotation.id, min(change.time) FROM annotation JOIN change ON change.entity = annotation.id "
        "GROUP BY annotation.id"
    )
    return {AnnotationId(identity): clock.as_iso(moment) for identity, moment in rows}
