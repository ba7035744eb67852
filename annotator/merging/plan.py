# SPDX-License-Identifier: MIT
"""What a merge would do, said before anything is written.

The plan is worked out file by file in the order given, each upon the union of what is here and the
files before it, so its numbers add up. The union itself depends on no order.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain import Change, Json
from annotator.merging.registers import Resolved, resolve

ALARM_SHARE = 0.10
ALARM_NUMBER = 5


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """The journal of one file that is offered for a merge."""

    name: str
    project: str
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class CoderPlan:
    """What a file brings of one coder, in annotations; ``before`` and ``after`` count the living ones."""

    coder: str
    name: str
    new: int
    changed: int
    deleted: int
    already_there: int
    before: int
    after: int

    @property
    def has_dropped(self) -> bool:
        """Whether so many annotations go that the lead should know before it happens."""
        return self.deleted >= ALARM_NUMBER and self.deleted >= ALARM_SHARE * self.before


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What one file would bring. ``notes`` are sentences for the lead; none of them stands in the way."""

    name: str
    new_changes: int
    known_changes: int
    coders: tuple[CoderPlan, ...]
    documents_known: int
    documents_new: tuple[str, ...]
    notes: tuple[str, ...] = ()
    conflicts: int = 0


class Union:
    """What is known so far: the journal here and the files already planned.

    ``known`` are the ids of all changes here; ``changes_of`` reads the changes of one entity here.
    """

    def __init__(self, known: Iterable[str], changes_of: Callable[[str], list[Change]]) -> None:
        self._known = set(known)
        self._changes_of = changes_of
        self._added: dict[str, list[Change]] = {}

    def has(self, change: Change) -> bool:
        """Whether the change is known."""
        return change.id in self._known

    def state(self, entity: str) -> Resolved | None:
        """Give the state of an entity, or None where it is unknown."""
        changes = self._changes_of(entity) + self._added.get(entity, [])
        return resolve(changes) if changes else None

    def add(self, changes: Iterable[Change]) -> None:
        """Take in changes that are not known yet."""
        for change in changes:
            self._known.add(change.id)
            self._added.setdefault(change.entity, []).append(change)


@dataclass(slots=True)
class _Tally:
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    conflicts: int = 0

    def add(self, coder: str, what: str, number: int = 1) -> None:
        self.counts.setdefault(coder, Counter())[what] += number


def plan_file(incoming: IncomingFile, *, union: Union, living: Mapping[str, int], project: str) -> FilePlan:
    """Plan one file upon the union, then take it into the union.

    ``living`` counts the annotations of each coder before the merge, ``project`` is the identity of
    the project here. Raises ValueError where one identity would be of two kinds.
    """
    fresh = [change for change in incoming.changes if not union.has(change)]
    touched = list(dict.fromkeys(change.entity for change in incoming.changes))
    fresh_entities = {change.entity for change in fresh}
    before = {entity: union.state(entity) for entity in touched}
    union.add(fresh)
    after = {entity: _known(union.state(entity)) if entity in fresh_entities else _known(before[entity])
             for entity in touched}  # fmt: skip
    tally = _Tally()
    for entity in touched:
        if after[entity].kind == "annotation":
            _count(tally, before[entity], after[entity], is_fresh=entity in fresh_entities)
    documents = {entity: state for entity, state in after.items() if state.kind == "document" and not state.deleted}
    return FilePlan(
        name=incoming.name,
        new_changes=len(fresh),
        known_changes=len(incoming.changes) - len(fresh),
        coders=_coder_plans(tally, union, living),
        documents_known=sum(before[entity] is not None for entity in documents),
        documents_new=tuple(str(state.values["name"]) for entity, state in documents.items() if before[entity] is None),
        notes=tuple(_notes(incoming, before, after, project)),
        conflicts=tally.conflicts,
    )


def _known(state: Resolved | None) -> Resolved:
    if state is None:
        raise ValueError("an entity that a file writes to has a state after the file")
    return state


def _count(tally: _Tally, before: Resolved | None, after: Resolved, *, is_fresh: bool) -> None:
    coder = str(after.values.get("coder", ""))
    was_alive = before is not None and not before.deleted
    tally.conflicts += is_fresh and any(len(heads) > 1 for heads in after.heads.values())
    if before is None and after.deleted:
        return
    if not is_fresh:
        tally.add(coder, "already_there", int(was_alive))
    elif not was_alive and not after.deleted:
        tally.add(coder, "new")
    elif was_alive and after.deleted:
        tally.add(coder, "deleted")
    elif was_alive:
        tally.add(coder, "changed")


def _coder_plans(tally: _Tally, union: Union, living: Mapping[str, int]) -> tuple[CoderPlan, ...]:
    plans = []
    for coder, counts in tally.counts.items():
        state = union.state(coder)
        name = str(state.values.get("name", "")) if state is not None else ""
        before = living.get(coder, 0)
        plans.append(
            CoderPlan(
                coder=coder, name=name, new=counts["new"], changed=counts["changed"], deleted=counts["deleted"],
                already_there=counts["already_there"], before=before,
                after=before + counts["new"] - counts["deleted"],
            )
        )  # fmt: skip
    return tuple(sorted(plans, key=lambda plan: (plan.name, plan.coder)))


def _notes(
    incoming: IncomingFile, before: Mapping[str, Resolved | None], after: Mapping[str, Resolved], project: str
) -> Iterable[str]:
    if incoming.project != project:
        yield "It was begun as a project of its own; the same texts and codes are recognised by what they are."
    for entity, state in after.items():
        earlier = before[entity]
        if earlier is None or state.deleted:
            continue
        if state.kind == "document":
            yield from _other_names(state)
        elif state.kind == "code" and _definition(earlier) != _definition(state):
            yield f"The code “{state.values['name']}” is defined otherwise there; both definitions are kept."


def _other_names(state: Resolved) -> Iterable[str]:
    names = sorted({_name(head) for head in state.heads["name"]} - {str(state.values["name"])})
    if names:
        yield f"The text of “{state.values['name']}” has another name there: {', '.join(names)}. It is one document."


def _name(change: Change) -> str:
    written = change.payload["set"]
    return str(written["name"]) if isinstance(written, dict) else ""


def _definition(state: Resolved) -> tuple[Json, ...]:
    return tuple(state.values.get(name, "") for name in ("name", "definition", "counts", "does_not"))
