# SPDX-License-Identifier: MIT
"""What the tables are built of: the chosen part of a project as plain values, read one document at a time."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.domain import (
    Annotation,
    AnnotationId,
    Code,
    Codebook,
    CodeId,
    Coder,
    CoderId,
    Completion,
    CompletionState,
    Document,
    DocumentId,
    Region,
    RegionState,
)
from annotator.domain.metadata import MetadataField

Bounds = Sequence[tuple[int, int]]
Key = tuple[CoderId, DocumentId, str]
"""A coder, a document and the name of a round."""


NOBODY = CoderId("")


class Place(NamedTuple):
    """A document and the round in which it was coded."""

    document: Document
    round: str


class Mark(NamedTuple):
    """What most tables need of an annotation: who, what, when, where, and whether it counts under the policy."""

    coder: CoderId
    code: CodeId
    round: str
    start: int
    end: int
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """The documents, coders, codes and rounds that were chosen, in their order, and what was coded of them.

    ``annotations_of`` gives the annotations of these coders, codes and rounds in a document, sorted by
    start, -end, order of the codes, coder and id; without those that lie wholly in accepted regions,
    where nothing counts; ``marks_of`` gives the same ones in brief. ``left_out`` are those of them that the
    policy on duplicates does not count.
    ``consensus`` is the identity under which the consensus stands among the coders, "" where it does not.
    ``states`` holds every coder, document and round in which anything was said about completion.
    ``people`` names everybody, chosen or not. ``units_of`` cuts a document into what is counted (``unit``,
    by ``rule``); ``sentences_of`` into sentences. ``superseded`` are texts whose annotations are carried
    over to another. ``attribute_values`` are all values that occur, by the name of the attribute.
    """

    codebook: Codebook
    codes: tuple[Code, ...]
    coders: tuple[Coder, ...]
    people: Mapping[CoderId, Coder]
    rounds: tuple[str, ...]
    documents: tuple[Document, ...]
    fields: tuple[MetadataField, ...] = ()
    states: Mapping[Key, Completion] = field(default_factory=dict)
    regions: Mapping[DocumentId, Sequence[Region]] = field(default_factory=dict)
    attribute_values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    left_out: frozenset[AnnotationId] = frozenset()
    superseded: frozenset[DocumentId] = frozenset()
    consensus: CoderId = NOBODY
    unit: str = "sentence"
    rule: str = "touched"
    annotations_of: Callable[[DocumentId], Sequence[Annotation]]
    marks_of: Callable[[DocumentId], Sequence[Mark]]
    created_of: Callable[[DocumentId], Mapping[str, str]]
    text_of: Callable[[Document], str]
    units_of: Callable[[Document], Bounds]
    sentences_of: Callable[[Document], Bounds]

    def completion(self, coder: CoderId, place: Place) -> Completion:
        """Give how far a coder is with a document in a round; where nothing is known, not started."""
        known = self.states.get((coder, place.document.id, place.round))
        return known or Completion(coder, place.document.id, place.round, CompletionState.NOT_STARTED)

    def gives_value(self, coder: CoderId, place: Place, code: CodeId) -> bool:
        """Whether this coder's silence on this code means "not coded": finished, under a codebook with the code."""
        known = self.states.get((coder, place.document.id, place.round))
        return known is not None and known.state is CompletionState.FINISHED and code in known.codes

    def counted(self, document: DocumentId) -> Sequence[Annotation]:
        """Give the annotations of a document that count under the policy on duplicates."""
        found = self.annotations_of(document)
        return [each for each in found if each.id not in self.left_out] if self.left_out else found

    def excluded(self, document: DocumentId) -> "Excluded":
        """Give the accepted excluded regions of a document."""
        return accepted(self.regions.get(document, ()))


@dataclass(frozen=True, slots=True)
class Excluded:
    """Excluded regions of one document, unioned and in order, as half-open code points."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, spans: Bounds) -> "Excluded":
        """Union spans that may overlap, in any order."""
        unioned: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if unioned and start <= unioned[-1][1]:
                unioned[-1] = unioned[-1][0], max(unioned[-1][1], end)
            else:
                unioned.append((start, end))
        return cls(tuple(start for start, _ in unioned), tuple(end for _, end in unioned))

    @property
    def length(self) -> int:
        """How many characters are excluded in all."""
        return sum(self.ends) - sum(self.starts)

    def left_of(self, start: int, end: int) -> int:
        """Count the characters of a span that are not excluded."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        inside = zip(self.starts[first:last], self.ends[first:last], strict=True)
        return end - start - sum(min(end, stop) - max(start, begin) for begin, stop in inside)

    def close(self, position: int) -> int:
        """Give where a position comes to lie once the text closes up over the regions."""
        return self.left_of(0, position)


def accepted(regions: Sequence[Region]) -> Excluded:
    """Give those of a document's regions that leave the counts."""
    return Excluded.of([(each.span.start, each.span.end) for each in regions if each.state is RegionState.ACCEPTED])


def union_length(spans: Bounds) -> int:
    """Count the characters that lie in any of these spans."""
    return Excluded.of(spans).length
