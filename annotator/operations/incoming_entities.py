# SPDX-License-Identifier: MIT
"""Writing what a file brings: what is new is added, what differs is changed, what was deleted here stays so."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.domain import Change, DocumentId, Json
from annotator.domain.fields import ATTRIBUTE_PREFIX
from annotator.exchange.findings import FindingKind, Findings
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


@dataclass(frozen=True, slots=True)
class Standing:
    """How an entity of a file stands to the project: a word for it, and the fields that are to be written.

    ``emptied`` names the fields among them that have a value here and none in the file.
    """

    word: str
    fields: Mapping[str, Json]
    emptied: tuple[str, ...] = ()


def standing_of(project: Project, incoming: IncomingEntity) -> Standing:
    """Compare with what is there; the word is UPDATED, ALREADY_THERE, LEFT_DELETED or, for what is new, its kind.

    What an undone import had brought is new.
    """
    history: list[Change] = journal.changes_of(project.live, incoming.entity)
    resolved = resolve(history) if history else None
    if resolved is None or (resolved.deleted and was_undone(resolved)):
        # Over what an undone import had said, the whole row is written, with what it leaves unset.
        fields = incoming.fields | _cleared(resolved, incoming) if resolved else without_unset(incoming.fields)
        return Standing(incoming.kind, fields)
    if resolved.deleted:
        return Standing(LEFT_DELETED, {})
    changed = changed_fields(resolved, incoming)
    emptied = tuple(name for name, value in changed.items() if value in ("", False))
    return Standing(UPDATED if changed else ALREADY_THERE, changed, emptied)


def write_incoming(project: Project, action: Action, incoming: IncomingEntity) -> Standing:
    """Write what is new in it; gives how it stood before."""
    standing = standing_of(project, incoming)
    if standing.fields:
        action.write(incoming.kind, incoming.entity, standing.fields)
    return standing


def tell_emptied(findings: Findings, standing: Standing) -> None:
    """Add one to the number of each kind of value that is emptied."""
    for name in standing.emptied:
        value = "An attribute" if name.startswith(ATTRIBUTE_PREFIX) else _VALUES.get(name, f"A value ({name})")
        findings.add(FindingKind.NOTED, f"{value} that the project has and the file has not is emptied.")


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


_VALUES = {"memo": "A memo", "certainty": "A certainty", "ask_lead": "A question to the lead"}
_KEPT = frozenset({"state", "codebook_revision"})
"""What a second import of a row leaves as it is."""


def _cleared(resolved: Resolved, incoming: IncomingEntity) -> dict[str, Json]:
    """Give the attributes that are set and that the row does not name, as not set."""
    is_set = {name for name, value in resolved.values.items() if name.startswith(ATTRIBUTE_PREFIX) and value != ""}
    return dict.fromkeys(sorted(is_set - incoming.fields.keys()), "")


def without_unset(fields: Mapping[str, Json]) -> dict[str, Json]:
    """Leave out what says no more than that it is not set."""
    return {name: value for name, value in fields.items() if not _is_unset(name, value)}


def _is_unset(name: str, value: Json) -> bool:
    return name in ("memo", "certainty", "ask_lead") and value in ("", False)
