# SPDX-License-Identifier: MIT
"""Ways back from the history: older steps of one's own undone or brought back, merges taken back.

Ctrl+Z walks the latest steps; where it is refused, because somebody has changed the same thing
since, the steps before it are reached from here. What an older step wrote is taken back only where
nothing has touched it since; an article that it began stays begun.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain import ActionId, Change, CoderId, CompletionState, HistoryEntry, HistoryMark, Refused
from annotator.operations.history import LABELS, REDO, UNDO, Inverses, Step, inverses, reverse
from annotator.operations.outcome import Outcome
from annotator.operations.projects import Project
from annotator.store import audit_queries, identities, journal, queries


class Way(StrEnum):
    """What can be done about an entry of the history."""

    NONE = ""
    UNDO = "undo"
    BRING_BACK = "bring back"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class WayBack:
    """What can be done about an entry, or the sentence why nothing can."""

    way: Way
    reason: str = ""


def way_back(project: Project, *, coder: CoderId, entry: HistoryEntry) -> WayBack:
    """Say what this person can do about an entry of the history; nothing is written."""
    if not entry.action:
        return _of_event(project, entry)
    if entry.mark is HistoryMark.WITHDRAWN:
        return WayBack(Way.NONE, "It is hidden because its merge was taken back; merging again brings it back.")
    try:
        latest, is_undone = _own_step(project, coder, entry.action)
        _planned(project, coder, latest, whole=entry.action)
    except Refused as refused:
        return WayBack(Way.NONE, refused.sentence)
    return WayBack(Way.BRING_BACK if is_undone else Way.UNDO)


def undo_action(project: Project, *, coder: CoderId, action: ActionId) -> Outcome[str]:
    """Undo an own action however old, here or in another copy; the value names it.

    Raises Refused for another person's action, one that is undone already, and where anything it
    wrote has been changed since.
    """
    latest, is_undone = _own_step(project, coder, action)
    if is_undone:
        raise Refused("This step is undone already; it can be brought back.")
    return reverse(
        project, coder=coder, step=latest, verb=UNDO, inverses=_planned(project, coder, latest, whole=action)
    )


def bring_back(project: Project, *, coder: CoderId, action: ActionId) -> Outcome[str]:
    """Do again an own action that was undone, however long ago; raises Refused as :func:`undo_action` does."""
    latest, is_undone = _own_step(project, coder, action)
    if not is_undone:
        raise Refused("This step stands; there is nothing to bring back.")
    return reverse(
        project, coder=coder, step=latest, verb=REDO, inverses=_planned(project, coder, latest, whole=action)
    )


def turns(changes: Iterable[Change], action: str) -> tuple[str, ...]:
    """Give an action, what undid it, what undid that, and so on; ``changes`` are those of a thing that it touched.

    Of several that undo one action, as two copies may, the last to arrive counts.
    """
    undone = {str(each.payload["undoes"]): str(each.action) for each in changes if "undoes" in each.payload}
    found = [action]
    while (following := undone.get(found[-1])) is not None and following not in found:
        found.append(following)
    return tuple(found)


def _of_event(project: Project, entry: HistoryEntry) -> WayBack:
    if entry.verb != "merge":
        return WayBack(Way.NONE, "This is a record of what happened in this copy; there is nothing to undo.")
    taken_back = {note.get("merge") for _, _, note in queries.events(project.live, "withdrawn merge")}
    if entry.event in taken_back:
        return WayBack(Way.NONE, "This merge was taken back already; merging again brings it back.")
    return WayBack(Way.WITHDRAW)


def _own_step(project: Project, coder: CoderId, action: ActionId) -> tuple[Step, bool]:
    """Give the latest turn of an own action, under the verb it began as, and whether it is undone by now."""
    first = next(iter(journal.first_changes_in(project.live, action, most=1)), None)
    if first is None:
        raise Refused("This step is not in the history of this copy.")
    if CoderId(first.author) not in identities.load(project.live).of_coder(coder):
        raise Refused("This is another person's step; only they can undo it.")
    if "undoes" in first.payload:
        raise Refused("This entry is itself an undo; look at the step that it undid.")
    if first.verb not in LABELS:
        raise Refused("A step of this kind is not undone.")
    if audit_queries.is_withdrawn(project.live, first.id):
        raise Refused("This step is hidden because its merge was taken back; merging again brings it back.")
    chain = turns(journal.changes_of(project.live, first.entity), action)
    return Step(chain[-1], first.verb), len(chain) % 2 == 0


def _planned(project: Project, coder: CoderId, latest: Step, *, whole: str) -> Inverses:
    changes = journal.changes_in(project.live, latest.action)
    here = {
        each
        for change in changes
        for each in turns(journal.changes_of(project.live, change.entity), whole)
    }  # fmt: skip
    kept = [change for change in changes if not _only_began(change) or len(changes) == 1]
    return inverses(project, coder, kept, here)


def _only_began(change: Change) -> bool:
    """Whether a change notes no more than that an article was begun, which later work may stand on."""
    written = change.payload["set"]
    return (
        change.payload["kind"] == "completion"
        and isinstance(written, dict)
        and written.get("state", CompletionState.IN_PROGRESS) == CompletionState.IN_PROGRESS
        and "reopened_at" not in written
    )
