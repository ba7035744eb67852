# SPDX-License-Identifier: MIT
"""The questions that files raise by what they hold: lost annotations, one name twice, two wordings of one thing."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from annotator.domain import AnnotationId, Change, CodeId, CoderId, DocumentId, canonical_json
from annotator.merging.plan import Moves
from annotator.merging.preview import CodebookDifference, CoderPlan, DifferenceKind, FilePlan
from annotator.merging.questions import (
    APART,
    HERE,
    LEAVE_OUT,
    SAME,
    TAKE,
    AlarmDetail,
    Choice,
    CodeDetail,
    PersonDetail,
    Question,
    QuestionKind,
    Version,
    VersionsDetail,
)
from annotator.merging.registers import DELETED, Resolved, resolve

_WORDS_OF = {"code": ("name", "definition", "counts", "does_not"), "coder": ("name",)}


@dataclass(frozen=True, slots=True)
class Named:
    """A code or a person as it is known: its name, and of a code its short name, definition and looks."""

    id: str
    name: str
    short_name: str = ""
    definition: str = ""
    colour: str = ""
    colour_dark: str = ""
    pattern: str = ""

    @property
    def words(self) -> set[str]:
        """What it is called, without regard to case."""
        return {each.casefold() for each in (self.name, self.short_name) if each}


def alarms(
    moves: Moves, plan: FilePlan, *, last_merge: str, article: Callable[[str], str], as_iso: Callable[[str], str]
) -> list[Question]:
    """Ask about each coder of whose annotations a file takes so many away that it may be a mishap."""
    return [_alarm(moves, coder, last_merge, article, as_iso) for coder in plan.coders if coder.has_dropped]


def _alarm(
    moves: Moves, coder: CoderPlan, last_merge: str, article: Callable[[str], str], as_iso: Callable[[str], str]
) -> Question:
    gone = {
        entity: after
        for entity, before, after in moves.of_kind("annotation")
        if after.deleted and before is not None and not before.deleted and after.values["coder"] == coder.coder
    }
    times = sorted(head.time for state in gone.values() for head in state.heads[DELETED])
    places = Counter(str(state.values["document"]) for state in gone.values())
    detail = AlarmDetail(
        coder=CoderId(coder.coder), coder_name=coder.name, before=coder.before, after=coder.after,
        last_merge=last_merge, deleted=tuple(AnnotationId(each) for each in gone),
        first=as_iso(times[0]), last=as_iso(times[-1]),
        articles=tuple((DocumentId(each), article(each), number) for each, number in places.most_common()),
    )  # fmt: skip
    fewer = coder.before - coder.after
    title = f"{coder.name}: {max(fewer, coder.deleted):,} annotations fewer than here in {moves.file.name}"
    choices = (
        Choice(TAKE, f"Take the file as it is; the {coder.deleted:,} go, and Undo brings them back"),
        Choice(LEAVE_OUT, f"Leave this file out and ask {coder.name} first"),
    )
    return Question(
        id=f"alarm:{moves.file.digest[:16]}:{coder.coder}", kind=QuestionKind.ALARM, files=(moves.file.name,),
        title=title, explanation=_when_and_where(detail), choices=choices, required=True, detail=detail,
    )  # fmt: skip


def _when_and_where(detail: AlarmDetail) -> str:
    _, name, most = detail.articles[0]
    where = f"{most:,} of them in “{name}”" if most < len(detail.deleted) else f"all in “{name}”"
    return (
        f"{detail.coder_name} had {detail.before:,} here and would have {detail.after:,}. "
        f"{len(detail.deleted):,} were deleted between {detail.first} and {detail.last}, {where}."
    )


def same_names(kind: str, here: Iterable[Named], moves: Sequence[Moves], aliased: frozenset[str]) -> list[Question]:
    """Ask of each code or person that comes under the name of another whether both are the same.

    ``aliased`` are the identities of which that is settled.
    """
    by_word: dict[str, Named] = {}
    for known in here:
        for word in known.words:
            by_word.setdefault(word, known)
    met = {each.id for each in by_word.values()}
    questions: list[Question] = []
    for each in moves:
        for entity, before, after in each.of_kind(kind):
            if before is not None or after.deleted or entity in met:
                continue
            coming = named(entity, after)
            target = next((by_word[word] for word in sorted(coming.words) if word in by_word), None)
            if target is None:
                by_word |= {word: coming for word in coming.words if word not in by_word}
            elif entity not in aliased:
                questions.append(_same(kind, coming, target, each))
            met.add(entity)
    return questions


def named(entity: str, state: Resolved) -> Named:
    """Give what a code or a person is called."""
    return Named(entity, *(str(state.values.get(each.name, "")) for each in fields(Named)[1:]))


def _same(kind: str, coming: Named, target: Named, moves: Moves) -> Question:
    number = sum(
        not state.deleted and state.values.get(kind) == coming.id for _, _, state in moves.of_kind("annotation")
    )
    choices = (
        Choice(SAME, f"Yes, count them together; the name “{coming.name}” stays in the history"),
        Choice(APART, "No, keep a second code" if kind == "code" else "No, they are two people"),
    )
    if kind == "code":
        title = f"Is the code “{coming.name}” of {moves.file.name} your “{target.name}”?"
        detail: CodeDetail | PersonDetail = CodeDetail(
            CodeId(coming.id), coming.name, coming.definition, number,
            CodeId(target.id), target.name, target.definition, coming.colour, coming.colour_dark, coming.pattern,
        )  # fmt: skip
    else:
        title = f"Is “{coming.name}” of {moves.file.name} the same person as “{target.name}”?"
        detail = PersonDetail(CoderId(coming.id), coming.name, CoderId(target.id), target.name, number)
    asked = QuestionKind.CODE if kind == "code" else QuestionKind.PERSON
    return Question(
        id=f"{asked.value}:{coming.id}:{target.id}", kind=asked, files=(moves.file.name,), title=title,
        explanation=f"{number:,} annotations in this file. Until you say otherwise, both are kept apart.",
        choices=choices, default=APART, detail=detail,
    )  # fmt: skip


def two_wordings(kind: str, moves: Sequence[Moves], *, current: Callable[[str], Resolved | None]) -> list[Question]:
    """Ask which words hold where a code or a person was worded at two places that had not seen each other.

    ``current`` gives an entity's state in the union of all files.
    """
    questions: list[Question] = []
    touched: dict[str, list[Moves]] = {}
    for each in moves:
        for entity, _, _ in each.of_kind(kind):
            touched.setdefault(entity, []).append(each)
    for entity, several in touched.items():
        fresh: set[str] = {change.id for each in several for change in each.fresh}
        state = current(entity)
        if state is not None and not state.deleted and _differs(kind, state, fresh):
            questions.append(_wording(kind, entity, state, several))
    return questions


def _differs(kind: str, state: Resolved, fresh: set[str]) -> bool:
    return any(
        head.id in fresh and len({str(_written(each, name)) for each in heads}) > 1
        for name in _WORDS_OF[kind]
        if len(heads := state.heads.get(name, ())) > 1
        for head in heads
    )


def _written(change: Change, name: str) -> object:
    written = change.payload["set"]
    return written.get(name, "") if isinstance(written, dict) else ""


def _wording(kind: str, entity: str, shown: Resolved, several: Sequence[Moves]) -> Question:
    versions: dict[str, Version] = {}
    before = several[0].before[entity]
    if before is not None:
        _add_version(versions, HERE, kind, before)
    for each in several:
        theirs = resolve(change for change in each.file.changes if change.entity == entity)
        _add_version(versions, each.file.name, kind, theirs)
    default = _add_version(versions, "as it would be shown", kind, shown)
    what = QuestionKind.DEFINITION if kind == "code" else QuestionKind.NAME
    name = str(shown.values["name"])
    title = f"Which definition of “{name}” holds?" if kind == "code" else f"What is “{name}” called?"
    return Question(
        id=f"{what.value}:{entity}", kind=what, files=tuple(each.file.name for each in several), title=title,
        explanation="It was worded at two places that had not seen each other. Both stay in the history.",
        choices=tuple(Choice(each.id, f"{each.source}: {_in_words(each)}") for each in versions.values()),
        default=default, detail=VersionsDetail(entity, tuple(versions.values())),
    )  # fmt: skip


def _add_version(versions: dict[str, Version], source: str, kind: str, state: Resolved) -> str:
    fields = {name: str(state.values.get(name, "")) for name in _WORDS_OF[kind]}
    key = hashlib.sha256(canonical_json(fields).encode()).hexdigest()[:12]
    versions.setdefault(key, Version(key, source, fields))
    return key


def _in_words(version: Version) -> str:
    return " · ".join(value for value in version.fields.values() if value)


def codebook_differences(moves: Moves, questions: Iterable[Question]) -> tuple[CodebookDifference, ...]:
    """Say how the codebook of a file differs from the one here, with what was asked of it."""
    details = [each.detail for each in questions]
    meant = {each.source: each for each in details if isinstance(each, CodeDetail)}
    worded = {each.entity for each in details if isinstance(each, VersionsDetail)}
    found: list[CodebookDifference] = []
    for entity, before, after in moves.of_kind("code"):
        code, name = CodeId(entity), str(after.values.get("name", ""))
        if code in meant:
            other = meant[code]
            found.append(CodebookDifference(DifferenceKind.SAME_NAME, code, name, other.target, other.target_name))
        elif before is None and not after.deleted:
            found.append(CodebookDifference(DifferenceKind.ADDED, code, name))
        elif entity in worded:
            found.append(CodebookDifference(DifferenceKind.TWO_DEFINITIONS, code, name))
    return tuple(found)


def wanted_out(questions: Iterable[Question], answers: Mapping[str, str]) -> frozenset[str]:
    """Give the names of the files that the answers leave out."""
    return frozenset(name for each in questions if answers.get(each.id) == LEAVE_OUT for name in each.files)
