# SPDX-License-Identifier: MIT
"""Who may write what in a team, held against what files bring: the lead is asked about all else.

The codebook, rounds, assignments, mappings, decisions and what is excluded are the lead's; annotations,
articles finished, messages and a name are the person's own. A change that somebody else made to them
stays in the journal like any other, since a union loses nothing; the lead says whether it holds. Who
wrote a change is what it says of itself: this finds mishaps and clumsy mischief, it is no signature.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain import Change, ChangeId, CoderId, Json, MessageKind, RegionState
from annotator.merging.plan import Moves
from annotator.merging.questions import (
    HERE,
    KEEP,
    LEAVE_OUT,
    TAKE,
    AuthorityDetail,
    Choice,
    Question,
    QuestionKind,
    VersionsDetail,
)
from annotator.merging.registers import DELETED, Resolved

_OF_THE_LEAD = {
    "project": ("the project's name or lead", "the project's name or lead"),
    "code": ("code", "codes"),
    "round": ("round", "rounds"),
    "assignment": ("assignment", "assignments"),
    "alias": ("mapping", "mappings"),
    "metadata_field": ("field of articles", "fields of articles"),
    "carried_over": ("passage carried over", "passages carried over"),
    "decision": ("decision", "decisions"),
    "grouping": ("grouping of passages", "groupings of passages"),
}
_OF_SOMEBODY = {
    "annotation": ("annotation of another coder", "annotations of other coders"),
    "completion": ("state of another coder's article", "states of other coders' articles"),
    "region": ("excluded passage", "excluded passages"),
    "message": ("message", "messages"),
    "coder": ("other coder's name", "other coders' names"),
    "document": ("article taken out or grouped", "articles taken out or grouped"),
}
_WORDS = _OF_THE_LEAD | _OF_SOMEBODY
_PLAIN = frozenset({"annotation", "completion"})
_OF_ANY_PROJECT = frozenset({"code", "round", "metadata_field", *_OF_SOMEBODY})
"""What the lead of a project that was begun apart brings along in their own right."""


@dataclass(frozen=True, slots=True)
class Team:
    """The project here, all identities of its lead, and who stands behind an identity."""

    project: str
    lead: frozenset[str]
    person: Callable[[str], str]


def not_theirs(
    several: Sequence[Moves], team: Team, *, asked: Sequence[Question], name_of: Callable[[str], str]
) -> Iterator[Question]:
    """Ask, per file and writer, whether what was not theirs to write is to hold.

    ``asked`` are the questions so far: of a code or person that was worded twice the lead is asked already.
    """
    worded = {each.detail.entity for each in asked if isinstance(each.detail, VersionsDetail)}
    for moves in several:
        found: dict[str, list[Change]] = {}
        own_lead = _lead_of_another(moves, team.project)
        for change in moves.fresh:
            state = moves.after[change.entity]
            kind = state.kind
            if kind in _PLAIN and state.values["coder"] == change.author:
                continue  # nearly all that a file brings
            if change.author in team.lead or change.entity in worded:
                continue
            is_theirs = change.author == own_lead and kind in _OF_ANY_PROJECT
            if not (is_theirs and _stays_as_it_is(moves, change.entity, kind)) and _is_out_of_place(
                change, kind, moves, team
            ):
                found.setdefault(change.author, []).append(change)
        for author, changes in found.items():
            yield _question(moves, author, changes, name=name_of(author) or "somebody unknown")


def left_to_the_lead(several: Sequence[Moves], team: Team, question: Question) -> Question:
    """Let the lead say which definition of a code holds where somebody else worded it; what is here is offered."""
    detail = question.detail
    if question.kind is not QuestionKind.DEFINITION or not isinstance(detail, VersionsDetail):
        return question
    here = next((each.id for each in detail.versions if each.source == HERE), "")
    others = tuple(
        change.id
        for moves in several
        for change in moves.fresh
        if change.entity == detail.entity and change.author not in team.lead
    )
    if not here or not others:
        return question
    return replace(question, default=here, required=True, detail=replace(detail, unwanted=others))


def new_codes(moves: Moves, team: Team, *, asked: Collection[str]) -> Iterator[str]:
    """Name the codes that a file of this project adds, which only the lead does; ``asked`` are asked about."""
    if moves.file.project != team.project:
        return
    writers = {change.entity: change.author for change in reversed(moves.fresh)}
    for entity, before, after in moves.of_kind("code"):
        is_new = before is None and not after.deleted and entity not in asked
        if is_new and writers[entity] not in team.lead:
            name = after.values["name"]
            yield f"It adds the code “{name}” to the codebook, which only the lead does; it can be mapped."


def _stays_as_it_is(moves: Moves, entity: str, kind: str) -> bool:
    """Whether a code or a field that is known here is shown as before, in its colour, its key and all."""
    before, after = moves.before[entity], moves.after[entity]
    return (
        kind not in ("code", "metadata_field")
        or before is None
        or (before.values == after.values and before.deleted == after.deleted)
    )


def _lead_of_another(moves: Moves, project: str) -> str:
    """Give the lead of a file that was begun as a project of its own, empty for a file of this project."""
    state = moves.after.get(moves.file.project)
    return str(state.values["lead"]) if moves.file.project != project and state is not None else ""


def _is_out_of_place(change: Change, kind: str, moves: Moves, team: Team) -> bool:
    if kind in _OF_THE_LEAD:
        return _is_matter_of_the_lead(change, kind, moves, team)
    before, after = moves.before[change.entity], moves.after[change.entity]
    own = team.person(change.author)
    if kind == "coder":
        return before is not None and team.person(change.entity) != own
    if kind == "document":
        if "duplicate_group" in _written(change):
            return True
        return before is not None and change.payload["set"] == {DELETED: True} and not _began(before, change, team)
    owner = "author" if kind == "message" else "coder"
    return team.person(str(after.values[owner])) != own or _is_word_of_the_lead(kind, change)


def _is_matter_of_the_lead(change: Change, kind: str, moves: Moves, team: Team) -> bool:
    """Whether a change decides for others: not so for a new code, another project, and own passages carried over."""
    if kind == "project":
        return change.entity == team.project
    if kind == "code":
        return moves.before[change.entity] is not None
    if kind == "carried_over":
        carried = moves.after.get(str(moves.after[change.entity].values["annotation"]))
        return carried is None or team.person(str(carried.values["coder"])) != team.person(change.author)
    return True


def _began(state: Resolved, change: Change, team: Team) -> bool:
    """Whether a person takes out what the same person took in."""
    return all(team.person(head.author) == team.person(change.author) for head in state.heads["text_sha256"])


def _is_word_of_the_lead(kind: str, change: Change) -> bool:
    if kind not in ("region", "message"):
        return False
    written = _written(change)
    if kind == "region":
        return written.get("state", RegionState.PROPOSED.value) != RegionState.PROPOSED.value
    return written.get("kind") == MessageKind.ANSWER.value


def _written(change: Change) -> Mapping[str, Json]:
    written = change.payload["set"]
    return written if isinstance(written, dict) else {}


def _question(moves: Moves, author: str, changes: Sequence[Change], *, name: str) -> Question:
    kinds = {change.entity: moves.after[change.entity].kind for change in changes}
    numbers = Counter(kinds.values())
    listed = ", ".join(f"{number:,} {_WORDS[kind][number > 1]}" for kind, number in numbers.most_common())
    choices = (
        Choice(KEEP, "Leave it as it is here; what the file says stays in the history"),
        Choice(TAKE, "Let it hold"),
        Choice(LEAVE_OUT, f"Leave this file out and ask {name} first"),
    )
    detail = AuthorityDetail(
        CoderId(author), name, dict(numbers), tuple(ChangeId(change.id) for change in changes),
    )  # fmt: skip
    return Question(
        id=f"authority:{moves.file.digest[:16]}:{author}", kind=QuestionKind.AUTHORITY, files=(moves.file.name,),
        title=f"{moves.file.name} holds what was not {name}'s to write", explanation=f"By {name}: {listed}.",
        choices=choices, default=KEEP, required=True, detail=detail,
    )  # fmt: skip
