# SPDX-License-Identifier: MIT
"""Putting back what files changed and was not theirs to change: ordinary changes by the lead, which undo reaches."""

from collections.abc import Iterable, Sequence

from annotator.domain import Change, ChangeId, Json
from annotator.domain.fields import default
from annotator.merging import DELETED, Resolved, resolve
from annotator.operations.projects import Project
from annotator.store import journal
from annotator.store.project_file import Action


def put_back(project: Project, action: Action, unwanted: Sequence[ChangeId]) -> None:
    """Let everything be shown as it would be without these changes, which stay in the journal.

    What somebody wrote upon one of them, having seen it, stands. Inside the caller's transaction,
    after the fold.
    """
    several = frozenset(unwanted)
    for entity in journal.written_to(project.live, several):
        changes = journal.changes_of(project.live, entity)
        others = [each for each in changes if each.id not in several]
        fields = _fields(resolve(changes), resolve(others) if others else None, several)
        if fields:
            action.write(str(changes[0].payload["kind"]), entity, fields)


def _fields(shown: Resolved, wanted: Resolved | None, unwanted: frozenset[ChangeId]) -> dict[str, Json]:
    """Give what to write so that an entity is what it was; None for ``wanted`` means that it was not there."""
    if wanted is None or wanted.deleted:
        return {} if shown.deleted else {DELETED: True}
    fields: dict[str, Json] = {DELETED: False} if shown.deleted else {}
    for name, heads in shown.heads.items():
        if name != DELETED and _is_any(heads, unwanted):
            fields[name] = wanted.values.get(name, default(shown.kind, name))
    return fields


def _is_any(heads: Iterable[Change], unwanted: frozenset[ChangeId]) -> bool:
    return any(head.id in unwanted for head in heads)
