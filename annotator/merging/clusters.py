# SPDX-License-Identifier: MIT
"""Which annotations compete: spans of one code that overlap, directly or through others, in one article and round.

A cluster is a connected component of the spans of one code that share at least one character; touching
ends do not overlap. Overlapping spans of one coder count as what they cover together, so identical
stacked spans are one. The judge's word (a grouping) splits or joins clusters. Only coders who finished
the article take part: their silence says "nothing here", that of anybody else says nothing. All
positions are code points, half-open.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import combinations

from annotator.domain import AnnotationId, CodeId, CoderId, Grouping, Span, canonical_json

Finished = Mapping[CoderId, frozenset[CodeId]]
"""Who finished an article, and with which codes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation, as far as it competes with others."""

    annotation: AnnotationId
    coder: CoderId
    code: CodeId
    span: Span


class ClusterKind(StrEnum):
    """How the coders of a cluster differ; the first that holds, from the last to the first.

    OMISSION: one who finished marked nothing. SEGMENTATION: one span of a coder meets several of
    another. BOUNDARY: everyone marked something, not the same.
    """

    NONE = "none"
    BOUNDARY = "boundary"
    SEGMENTATION = "segmentation"
    OMISSION = "omission"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Competing annotations of one code.

    ``marks`` are sorted by place. ``voters`` are the coders who finished and could use the code;
    ``versions`` hold, for those of them who marked something, what they marked: sorted, their own
    overlaps joined. ``basis`` is a SHA-256 of where and what the marks are.
    """

    code: CodeId
    marks: tuple[Mark, ...]
    voters: tuple[CoderId, ...]
    versions: Mapping[CoderId, tuple[Span, ...]]
    basis: str

    @classmethod
    def of(cls, marks: Iterable[Mark], *, code: CodeId, voters: Iterable[CoderId]) -> "Cluster":
        """Make a cluster of some marks of one code; whoever marked is a voter."""
        placed = tuple(sorted(marks, key=lambda mark: (mark.span, mark.annotation)))
        spans: dict[CoderId, list[Span]] = {}
        for mark in placed:
            spans.setdefault(mark.coder, []).append(mark.span)
        versions = {coder: joined(spans[coder]) for coder in sorted(spans)}
        return cls(code, placed, tuple(sorted({*voters, *versions})), versions, basis_of(placed))

    @property
    def members(self) -> tuple[AnnotationId, ...]:
        """The annotations, sorted by identity."""
        return tuple(sorted(mark.annotation for mark in self.marks))

    @property
    def start(self) -> int:
        """Where the first mark begins."""
        return self.marks[0].span.start

    @property
    def end(self) -> int:
        """Where the last mark ends."""
        return max(mark.span.end for mark in self.marks)

    @property
    def silent(self) -> tuple[CoderId, ...]:
        """The voters who marked nothing."""
        return tuple(coder for coder in self.voters if coder not in self.versions)

    @property
    def kind(self) -> ClusterKind:
        """How the coders differ."""
        if self.silent:
            return ClusterKind.OMISSION
        if any(_is_segmented(*pair) for pair in combinations(self.versions.values(), 2)):
            return ClusterKind.SEGMENTATION
        return ClusterKind.BOUNDARY if len(set(self.versions.values())) > 1 else ClusterKind.NONE


def basis_of(marks: Iterable[Mark]) -> str:
    """Hash (annotation, coder, code, start, end) of some marks, in whatever order they come."""
    rows = sorted((mark.annotation, mark.coder, mark.code, mark.span.start, mark.span.end) for mark in marks)
    return sha256(canonical_json(rows).encode()).hexdigest()


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join spans that overlap; touching ones stay two."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and found[-1].overlaps(span):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def clusters_of(
    marks: Iterable[Mark], *, finished: Finished, groupings: Sequence[Grouping] = ()
) -> tuple[Cluster, ...]:
    """Cluster the marks of one article and round by code, in the order of the text.

    Marks of coders who did not finish are left out. ``groupings`` are those of the same article and
    round; of two that claim a mark the later one (by identity) has it. What came after a grouping
    belongs to the one that it shares most characters with.
    """
    by_code: dict[CodeId, list[Mark]] = {}
    for mark in marks:
        if mark.coder in finished:
            by_code.setdefault(mark.code, []).append(mark)
    found = []
    for code, several in by_code.items():
        marked = {mark.coder for mark in several}
        voters = [coder for coder, codes in finished.items() if code in codes or coder in marked]
        own = [grouping for grouping in groupings if grouping.code == code]
        found += [Cluster.of(part, code=code, voters=voters) for part in _parts(several, own)]
    return tuple(sorted(found, key=lambda cluster: (cluster.start, cluster.end, cluster.code, cluster.members)))


def _parts(marks: Sequence[Mark], groupings: Sequence[Grouping]) -> list[list[Mark]]:
    claims = {
        annotation: grouping.id
        for grouping in sorted(groupings, key=lambda each: each.id)
        for annotation in grouping.members
    }
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.annotation in claims:
            groups.setdefault(claims[mark.annotation], []).append(mark)
    claimed = [groups[identity] for identity in sorted(groups)]
    settled = [tuple(mark.span for mark in group) for group in claimed]
    parts = []
    for part in _components([mark for mark in marks if mark.annotation not in claims]):
        spans = tuple(mark.span for mark in part)
        shares = [shared_characters(spans, group) for group in settled]
        if any(shares):
            claimed[shares.index(max(shares))] += part
        else:
            parts.append(part)
    return claimed + parts


def _components(marks: Iterable[Mark]) -> list[list[Mark]]:
    found: list[list[Mark]] = []
    reach = 0
    for mark in sorted(marks, key=lambda each: each.span):
        if found and mark.span.start < reach:
            found[-1].append(mark)
        else:
            found.append([mark])
        reach = max(reach, mark.span.end)
    return found


def shared_characters(some: Iterable[Span], others: Iterable[Span]) -> int:
    """Count the characters that both cover."""
    first, second = joined(some), joined(others)
    count = one = two = 0
    while one < len(first) and two < len(second):
        shared = first[one].intersection(second[two])
        count += shared.length if shared else 0
        if first[one].end <= second[two].end:
            one += 1
        else:
            two += 1
    return count


def _is_segmented(first: Sequence[Span], second: Sequence[Span]) -> bool:
    return any(
        sum(span.overlaps(other) for other in others) > 1
        for spans, others in ((first, second), (second, first))
        for span in spans
    )
