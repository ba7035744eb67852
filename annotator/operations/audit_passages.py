# SPDX-License-Identifier: MIT
"""The passages that an entry of the history is about, as they are now: for a list that leads into the texts."""

from dataclasses import dataclass

from annotator.domain import Annotation, AnnotationId, HistoryEntry
from annotator.operations.projects import Project
from annotator.store import journal, queries

PASSAGES = 100


@dataclass(frozen=True, slots=True)
class EntryPassages:
    """Some of the living passages of an entry in the order in which they were written; ``gone`` counts deleted ones."""

    annotations: tuple[Annotation, ...]
    gone: int


def history_passages(project: Project, *, entry: HistoryEntry, most: int = PASSAGES) -> EntryPassages:
    """Give at most so many annotations that an action wrote to, or spoke of."""
    if not entry.action:
        return EntryPassages((), 0)
    found: dict[AnnotationId, Annotation | None] = {}
    for change in journal.first_changes_in(project.live, entry.action, most=most):
        named = _annotation_of(change.entity, change.payload)
        if named and named not in found:
            found[named] = queries.annotation(project.live, named)
    if entry.annotation and entry.annotation not in found:
        found[entry.annotation] = queries.annotation(project.live, entry.annotation)
    living = tuple(each for each in found.values() if each is not None)
    return EntryPassages(living, len(found) - len(living))


def _annotation_of(entity: str, payload: object) -> AnnotationId:
    if not isinstance(payload, dict):
        return AnnotationId("")
    if payload.get("kind") == "annotation":
        return AnnotationId(entity)
    written = payload.get("set")
    return AnnotationId(str(written.get("annotation", ""))) if isinstance(written, dict) else AnnotationId("")
