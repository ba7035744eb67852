# SPDX-License-Identifier: MIT
"""Writing what a file brings: what is new is added, what differs is changed, what was deleted here stays so."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.domain import Change, DocumentId, Json
from annotator.domain.fields import ATTRIBUTE_PREFIX
from annotator.merging import DELETED, Resolved, resolve
from annotator.operations.projects import Project
from annotator.store import journal
from annotator.store.project_file import Action

UPDATED, ALREADY_THERE, LEFT_DELETED = "updated", "already there", "left deleted"


@dataclass(frozen=True, slots=True)
class IncomingEntity:
    """One annotation or region of a file, by an identity under which the same one meets itself again."""

    kind: str
    entity: str
    document: DocumentId
    fields: dict[str, Json]


def write_incoming(project: Project, action: Action, incoming: IncomingEntity) -> str:
    """Write what is new in it; gives its kind where all of it is, else UPDATED, ALREADY_THERE or LEFT_DELETED.

    What an undone import had brought is new.
    """
    history: list[Change] = journal.changes_of(project.live, incoming.entity)
    resolved = resolve(history) if history else None
    if resolved is None or (resolved.deleted and was_undone(resolved)):
        # Over what an undone import had said, the whole row is written, with what it leaves unset.
        fields = incoming.fields | _cleared(resolved, incoming) if resolved else _without_unset(incoming.fields)
        action.write(incoming.kind, incoming.entity, fields)
        return incoming.kind
    if resolved.deleted:
        return LEFT_DELETED
    changed = changed_fields(resolved, incoming)
    if not changed:
        return ALREADY_THERE
    action.write(incoming.kind, incoming.entity, changed)
    return UPDATED


def changed_fields(resolved: Resolved, incoming: IncomingEntity) -> dict[str, Json]:
    """Give the fields in which a file differs from what is there; an attribute that it does not name is cleared."""
    present = resolved.values
    changed: dict[str, Json] = {
        name: value
        for name, value in incoming.fields.items()
        if name not in _KEPT and present.get(name, value if _is_unset(name, value) else None) != value
    }
    return changed | _cleared(resolved, incoming)


def was_undone(resolved: Resolved) -> bool:
    """Whether nobody deleted a thing by a verb of deleting: an undo took its beginning away."""
    return all("undoes" in head.payload for head in resolved.heads[DELETED])


_KEPT = frozenset({"state", "codebook_revision"})
"""What a second import of a row leaves as it is."""


def _cleared(resolved: Resolved, incoming: IncomingEntity) -> dict[str, Json]:
    """Give the attributes that are set and that the row does not name, as not set."""
    is_set = {name for name, value in resolved.values.items() if name.startswith(ATTRIBUTE_PREFIX) and value != ""}
    return dict.fromkeys(sorted(is_set - incoming.fields.keys()), "")


def _without_unset(fields: Mapping[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in fields.items() if not _is_unset(name, value)}


def _is_unset(name: str, value: Json) -> bool:
    return name in ("memo", "certainty", "ask_lead") and value in ("", False)
