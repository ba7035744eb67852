# SPDX-License-Identifier: MIT
"""What a merge would bring, file by file: plain values for a window, a command and a test."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain import CodeId, DocumentId

ALARM_SHARE = 0.10
ALARM_NUMBER = 5


class Recognised(StrEnum):
    """How a document of a file was recognised: by its text, never by its name."""

    SAME_TEXT = "same_text"
    OTHER_NAME = "other_name"
    NEARLY = "nearly"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class DocumentMatch:
    """One document of a file. ``near`` is the one here with nearly the same text, empty where there is none.

    Of the passages that could be carried over to it, ``sure`` need no second look, ``asked`` do, and
    ``lost`` have no place there.
    """

    document: DocumentId
    name: str
    recognised: Recognised
    other_names: tuple[str, ...] = ()
    near: str = ""
    near_name: str = ""
    sure: int = 0
    asked: int = 0
    lost: int = 0


class DifferenceKind(StrEnum):
    """How the codebook of a file differs from the one here."""

    ADDED = "added"
    SAME_NAME = "same_name"
    TWO_DEFINITIONS = "two_definitions"


@dataclass(frozen=True, slots=True)
class CodebookDifference:
    """One difference. ``other`` is the code here that has nearly the same name, empty for the other kinds."""

    kind: DifferenceKind
    code: CodeId
    name: str
    other: str = ""
    other_name: str = ""


@dataclass(frozen=True, slots=True)
class CoderPlan:
    """What a file brings of one coder, in annotations; ``before`` and ``after`` count the living ones.

    ``conflicts`` are those that were edited at two places which had not seen each other.
    """

    coder: str
    name: str
    new: int
    changed: int
    deleted: int
    already_there: int
    before: int
    after: int
    conflicts: int = 0

    @property
    def has_dropped(self) -> bool:
        """Whether so many annotations go that the lead should know before it happens."""
        return is_many(self.deleted, of=self.before)


def is_many(number: int, *, of: int) -> bool:
    """Whether so many of so many annotations are more than a coder takes back in passing."""
    return number >= ALARM_NUMBER and number >= ALARM_SHARE * of


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What one file would bring. ``notes`` are sentences for the lead; none of them stands in the way.

    ``sender`` is the name of the person who codes in that copy; ``digest`` the SHA-256 of the file.
    """

    name: str
    new_changes: int
    known_changes: int
    coders: tuple[CoderPlan, ...]
    documents_known: int
    documents_new: tuple[str, ...]
    notes: tuple[str, ...] = ()
    conflicts: int = 0
    sender: str = ""
    documents: tuple[DocumentMatch, ...] = ()
    codebook: tuple[CodebookDifference, ...] = ()
    digest: str = ""
