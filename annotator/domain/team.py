# SPDX-License-Identifier: MIT
"""What a team shares beside annotations: rounds, assignments, names for one and the same, talk."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.identifiers import AnnotationId, CoderId, DocumentId, MessageId, derived_uuid
from annotator.domain.model import MAIN_ROUND


class RoundPurpose(StrEnum):
    """What a round is for. Training does not enter reliability; a retest repeats what was coded before."""

    TRAINING = "training"
    MAIN = "main"
    RETEST = "retest"


@dataclass(frozen=True, slots=True)
class Round:
    """One pass over articles; annotations and completions carry its name.

    ``coders_needed`` is how many coders must have finished an article before it is judged.
    ``released``: the coders may see how their passages were decided.
    """

    name: str
    purpose: RoundPurpose = RoundPurpose.MAIN
    position: int = 0
    coders_needed: int = 2
    released: bool = False


@dataclass(frozen=True, slots=True)
class Assignment:
    """One coder is to code one document in one round."""

    coder: CoderId
    document: DocumentId
    round: str = MAIN_ROUND


class AliasOf(StrEnum):
    """What two identities may stand for."""

    CODE = "code"
    CODER = "coder"


@dataclass(frozen=True, slots=True)
class Alias:
    """``source`` counts as ``target``: a code of another codebook, or a second identity of one person."""

    of: AliasOf
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """An annotation shown on another text than that of its document; the original stays as it was.

    ``document`` is the one it is carried to; ``start`` and ``end`` are code points there, half-open.
    ``score`` is how sure it is, in thousandths.
    """

    annotation: AnnotationId
    document: DocumentId
    start: int
    end: int
    score: int


class MessageKind(StrEnum):
    """A remark on something, or the lead's answer to a coder's question."""

    MEMO = "memo"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Message:
    """One person's words on an annotation, in the order in which they were written.

    ``annotation`` is what they are about; ``document`` where that lies. ``written`` is ISO-8601 in UTC.
    """

    id: MessageId
    author: CoderId
    annotation: AnnotationId
    document: DocumentId
    kind: MessageKind
    text: str
    written: str = ""


def round_id(name: str) -> str:
    """Give the identity of the round of this name: two projects begun apart meet."""
    return derived_uuid("round", name)


def assignment_id(coder: CoderId, document: DocumentId, round_name: str) -> str:
    """Give the identity of the assignment of one coder, document and round."""
    return derived_uuid("assignment", coder, document, round_name)


def alias_id(of: AliasOf, source: str) -> str:
    """Give the identity of what an identity counts as: it can count as one thing only."""
    return derived_uuid("alias", of, source)


def carried_over_id(annotation: AnnotationId, document: DocumentId) -> str:
    """Give the identity of one annotation's place on another text."""
    return derived_uuid("carried_over", annotation, document)
