# SPDX-License-Identifier: MIT
"""Reading what a project keeps of its articles beside their texts: the fields it defines, and their values."""

import json
import sqlite3
from collections.abc import Mapping
from types import MappingProxyType

from annotator.domain import NO_ATTRIBUTES, DocumentId
from annotator.domain.metadata import MetadataField, MetadataKind


def metadata_fields(live: sqlite3.Connection) -> tuple[MetadataField, ...]:
    """Give the fields that the project defines for its articles, by position and name."""
    rows = live.execute("SELECT name, label, kind, choices, position FROM metadata_field ORDER BY position, name, id")
    return tuple(
        MetadataField(name, label, MetadataKind(kind), tuple(json.loads(choices)), position)
        for name, label, kind, choices, position in rows
    )


def spelled_names(live: sqlite3.Connection) -> Mapping[str, str]:
    """Give by the folded name of each field that is defined how it is spelled now."""
    return {row[0].casefold(): row[0] for row in live.execute("SELECT name FROM metadata_field")}


def stored_names(live: sqlite3.Connection, document: DocumentId) -> tuple[str, ...]:
    """Give the names, as they were written, under which an article has values of the project's own fields."""
    row = live.execute("SELECT metadata FROM document WHERE id = ?", (document,)).fetchone()
    return () if row is None or row[0] == "{}" else tuple(json.loads(row[0]))


def spelled(metadata: str, names: Mapping[str, str]) -> Mapping[str, str]:
    """Read the values of an article, each under its field's present spelling.

    Two projects that were begun apart may have written one field in two cases; where an article has a
    value under both, the one that is spelled as the field is now stands.
    """
    if metadata == "{}":
        return NO_ATTRIBUTES
    found: dict[str, str] = json.loads(metadata)
    if all(names.get(name.casefold(), name) == name for name in found):
        return MappingProxyType(found)
    respelled = {names.get(name.casefold(), name): value for name, value in found.items()}
    return MappingProxyType(respelled | {name: found[name] for name in respelled if name in found})
