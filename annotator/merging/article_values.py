# SPDX-License-Identifier: MIT
"""What a project that was begun apart says otherwise of articles that are here: their values, and their fields.

Both leads described the same article, or defined a field of the same name, without having seen the other; the
later word would be shown, so the lead here is asked which of them holds. What only adds to what is here is taken.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from annotator.domain import Change, ChangeId, CoderId, Json
from annotator.domain.fields import METADATA_PREFIX
from annotator.merging.plan import Moves
from annotator.merging.questions import (
    KEEP,
    LEAVE_OUT,
    TAKE,
    AuthorityDetail,
    Choice,
    Question,
    QuestionKind,
)
from annotator.merging.registers import Resolved

_VALUES = frozenset({"title", "outlet", "author", "date", "url"})
_DEFINITION = frozenset({"label", "kind", "choices"})
_MOST_NAMED = 5


@dataclass(slots=True)
class _Otherwise:
    """What one writer says otherwise: the changes, and a few words about each thing."""

    changes: list[Change] = field(default_factory=list)
    things: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def told_otherwise(
    several: Sequence[Moves], project: str, *, asked: Sequence[Question], name_of: Callable[[str], str]
) -> Iterator[Question]:
    """Ask, per file begun apart and writer, which values and definitions hold; ``project`` is the one here.

    ``asked`` are the questions so far: what one of them is about is not asked again.
    """
    settled = {each for question in asked if isinstance(question.detail, AuthorityDetail)
               for each in question.detail.changes}  # fmt: skip
    for moves in several:
        if moves.file.project == project:
            continue
        found: dict[str, _Otherwise] = {}
        for change in moves.fresh:
            kind, names = moves.after[change.entity].kind, _overwritten(change, moves)
            if not names or change.id in settled:
                continue
            said = found.setdefault(change.author, _Otherwise())
            said.changes.append(change)
            said.things[change.entity] = kind
            said.words[change.entity] = _in_words(moves, change.entity, names)
        for author, said in found.items():
            yield _question(moves, author, said, name=name_of(author) or "somebody unknown")


def _overwritten(change: Change, moves: Moves) -> list[str]:
    """Name what stands here, is set, and would be shown as this change says it."""
    before, after = moves.before[change.entity], moves.after[change.entity]
    if before is None or before.deleted or after.deleted:
        return []
    return sorted(
        name
        for name, heads in after.heads.items()
        if heads[-1].id == change.id and _counts(after.kind, name)
        and before.values.get(name) not in (None, "", []) and before.values[name] != after.values[name]
    )  # fmt: skip


def _counts(kind: str, name: str) -> bool:
    if kind == "document":
        return name in _VALUES or name.startswith(METADATA_PREFIX)
    return kind == "metadata_field" and name in _DEFINITION


def _in_words(moves: Moves, entity: str, names: Sequence[str]) -> str:
    before, after = moves.before[entity], moves.after[entity]
    if before is None:
        raise ValueError("what is said otherwise stands here")
    listed = ", ".join(
        f"{name.removeprefix(METADATA_PREFIX)} “{_shown(before, name)}” here, “{_shown(after, name)}” there"
        for name in names
    )
    return f"{_called(before)}: {listed}"


def _shown(state: Resolved, name: str) -> str:
    value: Json = state.values.get(name, "")
    return (", ".join(map(str, value)) if isinstance(value, list) else str(value))[:60]


def _called(state: Resolved) -> str:
    what = "the field " if state.kind == "metadata_field" else ""
    return f"{what}“{str(state.values.get('title') or state.values['name'])[:60]}”"


def _question(moves: Moves, author: str, said: _Otherwise, *, name: str) -> Question:
    words = list(said.words.values())
    further = f"; and {len(words) - _MOST_NAMED:,} more" if len(words) > _MOST_NAMED else ""
    choices = (
        Choice(KEEP, "Keep what is said here; what the file says stays in the history"),
        Choice(TAKE, "Take what the file says"),
        Choice(LEAVE_OUT, "Leave this file out"),
    )
    numbers = Counter(said.things.values())
    detail = AuthorityDetail(CoderId(author), name, dict(numbers), tuple(ChangeId(each.id) for each in said.changes))
    return Question(
        id=f"articles:{moves.file.digest[:16]}:{author}", kind=QuestionKind.AUTHORITY, files=(moves.file.name,),
        title=f"{moves.file.name} says otherwise of {_counted(numbers)}",
        explanation=f"By {name}: {'; '.join(words[:_MOST_NAMED])}{further}.",
        choices=choices, default=KEEP, required=True, detail=detail,
    )  # fmt: skip


def _counted(numbers: Counter[str]) -> str:
    words = {"document": ("article", "articles"), "metadata_field": ("field of articles", "fields of articles")}
    return " and ".join(f"{number:,} {words[kind][number > 1]}" for kind, number in sorted(numbers.items()))
