# SPDX-License-Identifier: MIT
"""Undo and redo: inverse changes appended to the journal, over restarts and across documents.

Each person's own actions in this copy make a stack. Undoing an action writes the values that its
changes replaced; redoing is undoing the undo. Nothing is ever taken out of the journal.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from annotator.domain import (
    MAIN_ROUND,
    ActionId,
    AnnotationId,
    Change,
    ChangeId,
    CoderId,
    DocumentId,
    Json,
    Refused,
    RegionId,
)
from annotator.domain.fields import REQUIRED, default
from annotator.domain.identifiers import completion_id
from annotator.merging import DELETED, resolve
from annotator.operations.outcome import EVERYTHING, Outcome, Touched
from annotator.operations.passages import require_open, round_of
from annotator.operations.projects import Project
from annotator.store import identities, journal, queries

LABELS = {
    "annotate": "coding a passage",
    "recode": "changing a code",
    "resize": "moving the ends of a passage",
    "describe": "describing a passage",
    "delete": "deleting annotations",
    "propose region": "excluding a passage",
    "settle region": "settling an excluded passage",
    "resize region": "moving the ends of an excluded passage",
    "delete region": "deleting an excluded passage",
    "finish": "finishing an article",
    "reopen": "reopening an article",
    "import texts": "importing articles",
    "import annotations": "importing annotations",
    "answer merge": "the answers to a merge",
    "add code": "adding a code",
    "change code": "changing a code's entry in the codebook",
    "import codebook": "taking in a codebook",
    "define field": "changing a field of the articles",
    "remove field": "removing a field of the articles",
    "reorder fields": "reordering the fields of the articles",
    "set metadata": "changing what is known of articles",
    "import metadata": "importing what is known of articles",
    "confirm duplicates": "declaring articles copies of one another",
    "part duplicates": "taking copies of an article apart",
    "add round": "adding a round",
    "change round": "changing a round",
    "assign": "assigning articles",
    "unassign": "taking articles away from coders",
    "add person": "adding a coder",
    "rename person": "renaming a coder",
    "decide": "deciding on a passage",
    "change decision": "changing a decision",
    "defer": "deferring a passage",
    "reject": "rejecting a passage",
    "withdraw decision": "withdrawing a decision",
    "withdraw decisions": "withdrawing all decisions on an article",
    "accept all": "accepting all of one coder",
    "merge by rule": "deciding by rule",
    "split cluster": "splitting competing passages",
    "join clusters": "joining competing passages",
    "map code": "mapping codes",
    "unmap code": "taking a code's mapping back",
    "same person": "declaring two coders one person",
    "apart": "taking two coders apart",
    "say": "writing a remark",
    "answer": "answering a question",
    "change message": "changing a message",
    "delete message": "deleting a message",
}
"""The verbs that undo reaches, in the words of the menu."""

UNDO, REDO = "undo", "redo"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a stack: the action whose effect stands (or was undone), and the verb it began as."""

    action: str
    verb: str


def labels(project: Project, *, coder: CoderId) -> tuple[str, str]:
    """Name what undo and redo would do for this coder; empty where there is nothing."""
    undoable, redoable = _stacks(project, coder)
    return (
        LABELS[undoable[-1].verb] if undoable else "",
        LABELS[redoable[-1].verb] if redoable else "",
    )


def undo(project: Project, *, coder: CoderId) -> Outcome[str]:
    """Undo this coder's latest action in this copy; the value names it.

    Raises Refused where there is none, or where somebody has changed the same things since.
    """
    undoable, _ = _stacks(project, coder)
    if not undoable:
        raise Refused("There is nothing to undo.")
    return _reverse(project, coder, undoable[-1], UNDO)


def redo(project: Project, *, coder: CoderId) -> Outcome[str]:
    """Do again what was undone last; the value names it. Raises Refused as undo does."""
    _, redoable = _stacks(project, coder)
    if not redoable:
        raise Refused("There is nothing to redo.")
    return _reverse(project, coder, redoable[-1], REDO)


def _stacks(project: Project, coder: CoderId) -> tuple[list[Step], list[Step]]:
    undoable: list[Step] = []
    redoable: list[Step] = []
    began: dict[str, str] = {}
    for action, verb, undoes in _done_here(project, coder):
        if verb in LABELS:
            began[action] = verb
            undoable.append(Step(action, verb))
            redoable.clear()
        elif undoes in began:
            began[action] = began[undoes]
            source, target = (undoable, redoable) if verb == UNDO else (redoable, undoable)
            is_last = bool(source) and source[-1].action == undoes
            source[:] = [step for step in source if step.action != undoes]
            # A step that was taken back out of the middle is brought back from the history, not by redo.
            if is_last or verb == REDO:
                target.append(Step(action, began[action]))
    return undoable, redoable


def _done_here(project: Project, coder: CoderId) -> list[tuple[str, str, str]]:
    """Give (action, verb, undoes) of what this person did in this copy, under whichever identity, in order."""
    return queries.actions_here(project.live, identities.load(project.live).of_coder(coder))


def _reverse(project: Project, coder: CoderId, step: Step, verb: str) -> Outcome[str]:
    here = {action for action, _, _ in _done_here(project, coder)}
    changes = journal.changes_in(project.live, step.action)
    return reverse(project, coder=coder, step=step, verb=verb, inverses=inverses(project, coder, changes, here))


Inverses = Sequence[tuple[Change, dict[str, Json]]]
"""What undoes an action: each of its changes, the last one first, with the fields to write."""


def inverses(project: Project, coder: CoderId, changes: list[Change], here: Collection[str]) -> Inverses:
    """Give what undoes the changes of an action; ``here`` are the actions that may have touched what they began.

    Raises Refused where something has been changed or is needed since.
    """
    found = [(change, _inverse(project, change, here)) for change in reversed(changes)]
    _require_still_open(project, coder, changes)
    gone = {change.entity for change, fields in found if fields.get(DELETED) is True}
    for change, fields in found:
        if fields.get(DELETED) is True:
            _require_unused(project, change, gone)
    return found


def reverse(project: Project, *, coder: CoderId, step: Step, verb: str, inverses: Inverses) -> Outcome[str]:
    """Write what undoes a step; the value names it."""
    with project.action(author=coder, verb=verb, undoes=step.action) as action:
        touched = _touched(project, [change for change, _ in inverses])
        for change, fields in inverses:
            action.write(str(change.payload["kind"]), change.entity, fields)
    return Outcome(LABELS[step.verb], touched, verb)


def _inverse(project: Project, change: Change, here: Collection[str]) -> dict[str, Json]:
    """Give the fields that restore what this change replaced; raises Refused where it is not the latest word.

    ``here`` are this person's actions in this copy. What somebody (or the same person elsewhere) has
    deleted since stays deleted, and what they have added to since is not taken away with its beginning.
    """
    entity = _Entity(project, change.entity)
    written = _written(change)
    is_latest = all(entity.origins(name) == {entity.origin(change, name)} for name in written)
    if not is_latest or (entity.is_deleted and DELETED not in written):
        raise _changed_since(project, entity, change)
    earlier = [entity.known[each] for each in change.prev if each in entity.known]
    creates = not earlier and all(name in written for name in REQUIRED[entity.kind])
    inverse = {name: entity.former(change, name) for name in written}
    if not creates and inverse.get(DELETED) is not True:
        return inverse
    if any(head.action not in here for head in entity.all_heads):
        raise _changed_since(project, entity, change)
    return {DELETED: True}


def _require_still_open(project: Project, coder: CoderId, changes: list[Change]) -> None:
    """Raise Refused where undoing would move the coding of an article that its coder has finished elsewhere."""
    people = identities.load(project.live)
    settled = {change.entity for change in changes if change.payload["kind"] == "completion"}
    for change in changes:
        if change.payload["kind"] not in ("annotation", "region") or set(_written(change)) == {"state"}:
            continue
        values = resolve(journal.changes_of(project.live, change.entity)).values
        document = DocumentId(str(values["document"]))
        # A region is of no round: it is proposed, and taken back, in the round in which this file is coded.
        round_name = str(values["round"]) if "round" in values else round_of(project, None)
        is_own = people.coder(CoderId(str(values["coder"]))) == people.coder(coder)
        if is_own and completion_id(coder, document, round_name) not in settled:
            require_open(project, coder, document, round_name=round_name)


class _Entity:
    """The history of one entity, and whose word each of its fields holds."""

    def __init__(self, project: Project, entity: str) -> None:
        changes = journal.changes_of(project.live, entity)
        self._resolved = resolve(changes)
        self._by_action = {each.action: each for each in changes}
        self.known = {each.id: each for each in changes}
        self.kind = self._resolved.kind
        self.is_deleted = self._resolved.deleted

    @property
    def all_heads(self) -> list[Change]:
        """The heads of every field."""
        return [head for heads in self._resolved.heads.values() for head in heads]

    def origins(self, name: str) -> set[str]:
        """Give the changes whose word the field holds: one, unless two people wrote without seeing each other."""
        return {self.origin(head, name) for head in self._resolved.heads[name]}

    def origin(self, change: Change, name: str) -> str:
        """Follow an undo (or redo) back to the change whose value it put back; "" for the field's default."""
        undone = self._by_action.get(ActionId(str(change.payload.get("undoes", ""))))
        if undone is None:
            return change.id
        before = self._before(undone, name)
        return self.origin(before, name) if before else ""

    def former(self, change: Change, name: str) -> Json:
        """Give what the field held when a change was written over it."""
        before = self._before(change, name)
        return _written(before)[name] if before else default(self.kind, name)

    def _before(self, change: Change, name: str) -> Change | None:
        """Give the change whose word the field held when another was written.

        What a writer had seen is the heads of all fields it wrote; one of them may have written this
        field too, long before the head of this field, and by a clock that ran ahead.
        """
        seen = self._writers(change.prev, name)
        superseded: set[str] = set()
        reached = list(seen)
        while reached:
            older = [each for each in self._writers(reached.pop().prev, name) if each.id not in superseded]
            superseded.update(each.id for each in older)
            reached += older
        return max((each for each in seen if each.id not in superseded), key=_order, default=None)

    def _writers(self, ids: Iterable[str], name: str) -> list[Change]:
        found = (self.known[ChangeId(each)] for each in ids if each in self.known)
        return [each for each in found if name in _written(each)]


def _order(change: Change) -> tuple[str, str]:
    return change.time, change.id


def _written(change: Change) -> dict[str, Json]:
    written = change.payload["set"]
    if not isinstance(written, dict):
        raise TypeError("a payload sets an object of fields")
    return written


def _changed_since(project: Project, entity: _Entity, change: Change) -> Refused:
    others = [head for head in entity.all_heads if head.id != change.id]
    people = {coder.id: coder.name for coder in queries.coders(project.live)}
    who = people.get(CoderId(max(others, key=_order).author), "Somebody") if others else "Somebody"
    return Refused(f"{who} has changed the same thing since, so it stays as it is; nothing was undone.")


def _require_unused(project: Project, change: Change, gone: set[str]) -> None:
    kind = str(change.payload["kind"])
    if kind not in ("document", "coder", "code", "round"):
        return
    wanted: str = change.entity
    if kind == "round":
        wanted = str(resolve(journal.changes_of(project.live, wanted)).values["name"])
        if wanted == MAIN_ROUND:
            return  # every project has it, whether anything was ever written of it or not
    if queries.is_used(project.live, kind, wanted, leaving_out=gone):
        raise Refused(f"There is work that needs this {kind} by now, so it stays; nothing was undone.")


def _touched(project: Project, changes: list[Change]) -> Touched:
    documents: set[DocumentId] = set()
    annotations: set[AnnotationId] = set()
    regions: set[RegionId] = set()
    for change in changes:
        kind = change.payload["kind"]
        if kind not in ("annotation", "region", "completion", "decision", "grouping", "message"):
            return EVERYTHING
        values = resolve(journal.changes_of(project.live, change.entity)).values
        documents.add(DocumentId(str(values["document"])))
        if kind == "annotation":
            annotations.add(AnnotationId(change.entity))
        elif kind == "message":
            annotations.add(AnnotationId(str(values["annotation"])))
        elif kind == "region":
            regions.add(RegionId(change.entity))
    return Touched(frozenset(documents), frozenset(annotations), frozenset(regions))
