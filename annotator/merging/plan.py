# SPDX-License-Identifier: MIT
"""What a merge would do, said before anything is written.

The plan is worked out file by file in the order given, each upon the union of what is here and the
files before it, so its numbers add up. The union itself depends on no order.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain import Change, DocumentId, Json
from annotator.merging.preview import CoderPlan, DocumentMatch, FilePlan, Recognised, is_many
from annotator.merging.registers import Resolved, resolve


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """The journal of one file that is offered for a merge. ``sender`` is the coder whose copy it is, by identity."""

    name: str
    project: str
    changes: Sequence[Change]
    sender: str = ""
    digest: str = ""


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
        here, added = self._changes_of(entity), self._added.get(entity)
        changes = here + added if here and added else added or here
        return resolve(changes) if changes else None

    def add(self, changes: Iterable[Change]) -> None:
        """Take in changes that are not known yet."""
        for change in changes:
            self._known.add(change.id)
            self._added.setdefault(change.entity, []).append(change)


Move = tuple[str, Resolved | None, Resolved]
"""An entity, its state before, its state after."""


@dataclass(frozen=True, slots=True)
class Moves:
    """What a file does to the union: its new changes, and the entities it holds before and after them."""

    file: IncomingFile
    fresh: tuple[Change, ...]
    before: Mapping[str, Resolved | None]
    after: Mapping[str, Resolved]
    moved: frozenset[str]
    """The entities that a new change is written to."""
    kinds: Mapping[str, Sequence[Move]]

    def of_kind(self, kind: str) -> Sequence[Move]:
        """Give what the file does to the entities of a kind, in the order of the file."""
        return self.kinds.get(kind, ())


def take_in(incoming: IncomingFile, union: Union) -> Moves:
    """Take a file into the union and say what it moved; raises ValueError where one identity would be of two kinds."""
    fresh = tuple(change for change in incoming.changes if not union.has(change))
    touched = dict.fromkeys(change.entity for change in incoming.changes)
    before = {entity: union.state(entity) for entity in touched}
    union.add(fresh)
    written: dict[str, list[Change]] = {}
    for change in fresh:
        written.setdefault(change.entity, []).append(change)
    after: dict[str, Resolved] = {}
    kinds: dict[str, list[Move]] = {}
    for entity, earlier in before.items():
        state = after[entity] = _state_after(entity, earlier, written.get(entity), union)
        kinds.setdefault(state.kind, []).append((entity, earlier, state))
    return Moves(incoming, fresh, before, after, frozenset(written), kinds)


def _state_after(entity: str, before: Resolved | None, written: Sequence[Change] | None, union: Union) -> Resolved:
    """Give the state of an entity to which a file wrote these changes; where nothing was known of it, they are all."""
    state = before if written is None else resolve(written) if before is None else union.state(entity)
    if state is None:
        raise ValueError("an entity that a file writes to has a state after the file")
    return state


def plan_file(moves: Moves, *, union: Union, living: Mapping[str, int], project: str) -> FilePlan:
    """Say what one file brings.

    ``living`` counts the annotations of each coder before it, ``project`` is the identity of the project here.
    """
    tally = _Tally()
    for entity, before, after in moves.of_kind("annotation"):
        _count(tally, before, after, is_fresh=entity in moves.moved)
    matches = tuple(_matches(moves))
    coders = _coder_plans(tally, union, living)
    return FilePlan(
        name=moves.file.name,
        new_changes=len(moves.fresh),
        known_changes=len(moves.file.changes) - len(moves.fresh),
        coders=coders,
        documents_known=sum(match.recognised is not Recognised.NEW for match in matches),
        documents_new=tuple(match.name for match in matches if match.recognised is Recognised.NEW),
        notes=(*_notes(moves, project), *_older_copy(moves.file.sender, coders)),
        conflicts=sum(coder.conflicts for coder in coders),
        sender=name_in(union, moves.file.sender),
        documents=matches,
        digest=moves.file.digest,
    )


@dataclass(slots=True)
class _Tally:
    counts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, coder: str, what: str, number: int = 1) -> None:
        self.counts[coder][what] += number


def _count(tally: _Tally, before: Resolved | None, after: Resolved, *, is_fresh: bool) -> None:
    coder = str(after.values.get("coder", ""))
    was_alive = before is not None and not before.deleted
    if is_fresh and not after.is_single and any(len(heads) > 1 for heads in after.heads.values()):
        tally.add(coder, "conflicts")
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
        before = living.get(coder, 0)
        plans.append(
            CoderPlan(
                coder=coder, name=name_in(union, coder), new=counts["new"], changed=counts["changed"],
                deleted=counts["deleted"], already_there=counts["already_there"], before=before,
                after=before + counts["new"] - counts["deleted"], conflicts=counts["conflicts"],
            )
        )  # fmt: skip
    return tuple(sorted(plans, key=lambda plan: (plan.name, plan.coder)))


def name_in(union: Union, coder: str) -> str:
    """Give the name of a person in a union, empty where it is unknown."""
    state = union.state(coder) if coder else None
    return str(state.values.get("name", "")) if state is not None else ""


def _matches(moves: Moves) -> Iterable[DocumentMatch]:
    for entity, before, after in moves.of_kind("document"):
        if after.deleted:
            continue
        name, others = str(after.values["name"]), _other_names(after)
        recognised = Recognised.OTHER_NAME if others else Recognised.SAME_TEXT
        yield DocumentMatch(DocumentId(entity), name, Recognised.NEW if before is None else recognised, others)


def _other_names(document: Resolved) -> tuple[str, ...]:
    return tuple(sorted({_name(head) for head in document.heads["name"]} - {str(document.values["name"])}))


def _name(change: Change) -> str:
    written = change.payload["set"]
    return str(written["name"]) if isinstance(written, dict) else ""


def _notes(moves: Moves, project: str) -> Iterable[str]:
    if moves.file.project != project:
        yield "It was begun as a project of its own; the same texts and codes are recognised by what they are."
    for _, before, after in moves.of_kind("document"):
        names = () if before is None or after.deleted else _other_names(after)
        if names:
            yield (
                f"The text of “{after.values['name']}” has another name there: {', '.join(names)}. It is one document."
            )
    for _, before, after in moves.of_kind("code"):
        if before is not None and not after.deleted and _definition(before) != _definition(after):
            yield f"The code “{after.values['name']}” is defined otherwise there; both definitions are kept."
    for _, before, after in moves.of_kind("coder"):
        if before is not None and before.values["name"] != after.values["name"]:
            yield f"The coder “{before.values['name']}” is called “{after.values['name']}” there; it is one person."


def _older_copy(sender: str, coders: Iterable[CoderPlan]) -> Iterable[str]:
    """Say where somebody's copy lacks so many of their own annotations that they may work on an older one."""
    for each in coders:
        lacking = each.before - each.already_there - each.changed - each.deleted
        if each.coder == sender and is_many(lacking, of=each.before):
            yield (
                f"{each.name}'s copy lacks {lacking:,} of the {each.before:,} annotations that are here: it may be an "
                "older one, or from another computer. None is taken away."
            )


def _definition(state: Resolved) -> tuple[Json, ...]:
    return tuple(state.values.get(name, "") for name in ("name", "definition", "counts", "does_not"))
