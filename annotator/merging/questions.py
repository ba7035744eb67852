# SPDX-License-Identifier: MIT
"""What a merge asks the lead before anything is written, and what may be answered.

A question's identity follows from what it is about, so the same files upon the same project ask the
same questions under the same names, in a window and on the command line.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain import AnnotationId, ChangeId, CodeId, CoderId, DocumentId, Refused, UsageError

TAKE, LEAVE_OUT, KEEP = "take", "leave_out", "keep"
CARRY_OVER, LEAVE = "carry_over", "leave"
SAME, APART = "same", "apart"
HERE = "here"
"""The source of the words that stand here."""

Answers = Mapping[str, str]
"""The chosen choice by question, both by their identities."""


class QuestionKind(StrEnum):
    """What a question is about."""

    ALARM = "alarm"
    AUTHORITY = "authority"
    REANCHOR = "reanchor"
    PLACE = "place"
    CODE = "code"
    PERSON = "person"
    DEFINITION = "definition"
    NAME = "name"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer, in words."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class AlarmDetail:
    """Whose annotations would go, how many there are before and after, and when and where they were deleted.

    Times are ISO-8601 in UTC, ``last_merge`` empty where nothing was merged yet. ``articles`` are
    (document, name, number), most first.
    """

    coder: CoderId
    coder_name: str
    before: int
    after: int
    last_merge: str
    deleted: tuple[AnnotationId, ...]
    first: str
    last: str
    articles: tuple[tuple[DocumentId, str, int], ...]


@dataclass(frozen=True, slots=True)
class AuthorityDetail:
    """Who wrote what was not theirs to write: how many things by kind, and the changes themselves."""

    author: CoderId
    author_name: str
    things: Mapping[str, int]
    changes: tuple[ChangeId, ...]


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """A passage found again: where, in code points of the other text, and its score in thousandths."""

    annotation: AnnotationId
    coder: CoderId
    start: int
    end: int
    score: int


@dataclass(frozen=True, slots=True)
class ReanchorDetail:
    """What could be carried over from ``source``, a text that is not here, to ``target``, nearly the same one."""

    source: DocumentId
    source_name: str
    target: DocumentId
    target_name: str
    sure: tuple[PlacedAnnotation, ...]
    asked: int
    lost: tuple[AnnotationId, ...]


@dataclass(frozen=True, slots=True)
class OfferedPlace:
    """One place where a passage may stand, with the words around it."""

    start: int
    end: int
    score: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class PlaceDetail:
    """A passage that may stand at several places, or in other words, on another text."""

    annotation: AnnotationId
    coder: CoderId
    source: DocumentId
    target: DocumentId
    quote: str
    places: tuple[OfferedPlace, ...]


@dataclass(frozen=True, slots=True)
class CodeDetail:
    """A code that comes, and one with nearly its name; ``annotations`` of the coming one are in the files.

    The looks are those of the coming one; empty where the file gives none.
    """

    source: CodeId
    source_name: str
    source_definition: str
    annotations: int
    target: CodeId
    target_name: str
    target_definition: str
    source_colour: str = ""
    source_colour_dark: str = ""
    source_pattern: str = ""


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """A person who comes, and one of the same name; ``annotations`` of the coming one are in the files."""

    source: CoderId
    source_name: str
    target: CoderId
    target_name: str
    annotations: int


@dataclass(frozen=True, slots=True)
class Version:
    """What a code or a person is called and defined as in one place: here, in a file, or as it would be shown."""

    id: str
    source: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VersionsDetail:
    """One code or person that was written differently at two places.

    ``unwanted`` are changes of others than the lead, which go where the lead chooses what is here.
    """

    entity: str
    versions: tuple[Version, ...]
    unwanted: tuple[ChangeId, ...] = ()


Detail = AlarmDetail | AuthorityDetail | ReanchorDetail | PlaceDetail | CodeDetail | PersonDetail | VersionsDetail


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``default`` is offered, empty where nothing is; ``required`` says that no default will do.

    ``files`` are those that it comes from.
    """

    id: str
    kind: QuestionKind
    files: tuple[str, ...]
    title: str
    explanation: str
    choices: tuple[Choice, ...]
    default: str = ""
    required: bool = False
    detail: Detail | None = None


def unanswered(questions: Iterable[Question], answers: Answers) -> tuple[Question, ...]:
    """Give the questions that must be answered and are not."""
    return tuple(each for each in questions if each.required and not answers.get(each.id))


def is_of(question: Question, coder: CoderId) -> bool:
    """Whether a question is about a coder's own annotations or name, so that it is theirs to answer."""
    detail = question.detail
    if isinstance(detail, AlarmDetail):
        return detail.coder == coder
    return question.kind is QuestionKind.NAME and isinstance(detail, VersionsDetail) and detail.entity == coder


def require_known(questions: Sequence[Question], answers: Answers) -> None:
    """Raise UsageError for an answer to what was not asked, or one that was not offered."""
    asked = {each.id: each for each in questions}
    for question, choice in answers.items():
        if question not in asked:
            raise UsageError(f"These files do not ask “{question[:120]}”; nothing was merged.")
        if choice and choice not in {each.id for each in asked[question].choices}:
            offered = ", ".join(each.id for each in asked[question].choices)
            raise UsageError(f"“{choice[:60]}” is no answer to “{question[:120]}”; choose from: {offered}.")


def require_answered(questions: Sequence[Question], answers: Answers) -> None:
    """Raise Refused, naming them, where questions that must be answered are not."""
    missing = unanswered(questions, answers)
    if missing:
        named = "; ".join(each.title for each in missing[:3])
        more = f"; and {len(missing) - 3} more" if len(missing) > 3 else ""
        verb = "An answer is" if len(missing) == 1 else f"{len(missing)} answers are"
        raise Refused(f"{verb} missing: {named}{more}. Nothing was merged.")
