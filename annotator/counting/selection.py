# SPDX-License-Identifier: MIT
"""Which passages are meant: a filter that is a plain value, so that a cell of a table can carry it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from annotator.counting.actors import Actors
from annotator.counting.duplicates import Duplicates
from annotator.counting.periods import Period
from annotator.domain import Certainty, CodeId, CoderId, CompletionState, DocumentId


class Relation(StrEnum):
    """How two passages of one coder stand to each other.

    OVERLAP: they share a character. INSIDE: the first lies in the second, which may be as long. SENTENCE,
    PARAGRAPH: they touch the same one. ARTICLE: they lie in the same one.
    """

    OVERLAP = "overlap"
    INSIDE = "inside"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


class Values(NamedTuple):
    """An attribute of annotations or a field of articles, and the values that it may have; "" is not set."""

    name: str
    values: tuple[str, ...]


class InPeriod(NamedTuple):
    """A period of publication by its name; "" for what has no date that tells the period."""

    period: Period
    name: str


class Together(NamedTuple):
    """Passages of the first code that stand so to one of the second by the same coder in the same round, and these."""

    first: CodeId
    second: CodeId
    relation: Relation


class Tie(NamedTuple):
    """Statements from a source about a target; where ``signed``, only those with this sign (None: without one)."""

    source: str
    target: str
    actors: Actors
    sign: float | None = None
    signed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """All conditions hold together; one that is left out (empty) restricts nothing.

    ``consensus`` turns from what coders made to what was settled between them. ``since`` and ``until`` are
    dates of ISO 8601, perhaps partial and both included; an article is in a range where all of its date is.
    ``words`` must occur in the quote, ``memo_words`` in the memo, whatever the case. Names of ``fields`` are
    ``name``, those built in and the project's own.

    Of ``duplicates`` the earliest stays among all annotations of the layer and of these states, before any other
    condition is looked at. So a narrower selection holds no passage that the wider one left out.
    """

    codes: tuple[CodeId, ...] = ()
    coders: tuple[CoderId, ...] = ()
    rounds: tuple[str, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    consensus: bool = False
    states: tuple[CompletionState, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    attributes: tuple[Values, ...] = ()
    fields: tuple[Values, ...] = ()
    since: str = ""
    until: str = ""
    words: str = ""
    memo_words: str = ""
    placed: InPeriod | None = None
    together: Together | None = None
    tie: Tie | None = None
    duplicates: Duplicates = Duplicates.ALL
    same: tuple[str, ...] = ()


EVERYTHING = Selection()
