# SPDX-License-Identifier: MIT
"""What comes of a cluster: one coder's version, characters counted over coders, or a rule applied to many.

* union: the characters that anybody covers;
* intersection: those that everyone covers who marked anything;
* majority: those that more than half of the voters cover, silent ones counted; half is not enough.

Runs of characters that touch are one span. A rule takes a cluster which at least k of the n voters
marked, by the chosen treatment of boundaries; ``exact`` wants k coders with the very same spans. What
would leave nothing, or several pieces of what is one, is left to a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from annotator.domain import CoderId, Span, Verdict
from annotator.merging.clusters import Cluster


class Boundary(StrEnum):
    """How a rule treats boundaries that differ."""

    EXACT = "exact"
    INTERSECTION = "intersection"
    UNION = "union"
    MAJORITY = "majority"


class Left(StrEnum):
    """Why a rule leaves a cluster to a person."""

    WAITING = "waiting"
    TOO_FEW = "too_few"
    TIE = "tie"
    EMPTY = "empty"
    BROKEN_UP = "broken_up"


@dataclass(frozen=True, slots=True)
class MergeRule:
    """At least ``at_least`` of the coders who finished, and how boundaries are treated. ValueError below 1."""

    at_least: int
    boundary: Boundary = Boundary.EXACT

    def __post_init__(self) -> None:
        if self.at_least < 1:
            raise ValueError(f"not a number of coders: {self.at_least}")


@dataclass(frozen=True, slots=True)
class RuleResult:
    """What a rule makes of a cluster: spans, or why it is left."""

    spans: tuple[Span, ...] = ()
    left: Left | None = None


def version_of(cluster: Cluster, coder: CoderId) -> tuple[Span, ...]:
    """Give what one coder marked; ValueError for one who marked nothing here."""
    if coder not in cluster.versions:
        raise ValueError("this coder marked nothing in the cluster")
    return cluster.versions[coder]


def union(cluster: Cluster) -> tuple[Span, ...]:
    """Give the characters that anybody covers."""
    return _covered_by(cluster, at_least=1)


def intersection(cluster: Cluster) -> tuple[Span, ...]:
    """Give the characters that everyone covers who marked anything; there may be none."""
    return _covered_by(cluster, at_least=max(len(cluster.versions), 1))


def majority(cluster: Cluster) -> tuple[Span, ...]:
    """Give the characters that more than half of the voters cover; there may be none."""
    return _covered_by(cluster, at_least=len(cluster.voters) // 2 + 1)


def ties(cluster: Cluster) -> tuple[Span, ...]:
    """Give the characters that exactly half of the voters cover: no majority for, none against."""
    if len(cluster.voters) % 2:
        return ()
    half = len(cluster.voters) // 2
    return _runs([Span.of(start, end) for start, end, number in _counts(cluster) if number == half])


def spans_by(cluster: Cluster, verdict: Verdict, *, taken: CoderId | None = None) -> tuple[Span, ...]:
    """Give what a verdict leaves of a cluster; ValueError for OWN, whose spans only the judge knows."""
    if verdict is Verdict.TAKEN and taken is not None:
        return version_of(cluster, taken)
    if verdict is Verdict.UNION:
        return union(cluster)
    if verdict is Verdict.INTERSECTION:
        return intersection(cluster)
    if verdict is Verdict.MAJORITY:
        return majority(cluster)
    if verdict in (Verdict.REJECTED, Verdict.DEFERRED):
        return ()
    raise ValueError(f"{verdict.value} does not say which spans")


VERDICTS = {
    Boundary.EXACT: Verdict.TAKEN,
    Boundary.INTERSECTION: Verdict.INTERSECTION,
    Boundary.UNION: Verdict.UNION,
    Boundary.MAJORITY: Verdict.MAJORITY,
}
"""The verdict that a rule's decision carries."""


def by_rule(cluster: Cluster, rule: MergeRule) -> RuleResult:
    """Apply a rule to a cluster that is not waiting."""
    if len(cluster.versions) < rule.at_least:
        return RuleResult(left=Left.TOO_FEW)
    if rule.boundary is Boundary.EXACT:
        return _exactly(cluster, rule.at_least)
    spans = spans_by(cluster, VERDICTS[rule.boundary])
    if not spans:
        return RuleResult(left=Left.EMPTY)
    return RuleResult(left=Left.BROKEN_UP) if len(spans) > 1 else RuleResult(spans)


def _exactly(cluster: Cluster, at_least: int) -> RuleResult:
    versions = list(cluster.versions.values())
    reached = {version for version in versions if versions.count(version) >= at_least}
    if not reached:
        return RuleResult(left=Left.TOO_FEW)
    return RuleResult(left=Left.TIE) if len(reached) > 1 else RuleResult(reached.pop())


def _covered_by(cluster: Cluster, *, at_least: int) -> tuple[Span, ...]:
    return _runs([Span.of(start, end) for start, end, number in _counts(cluster) if number >= at_least])


def _counts(cluster: Cluster) -> list[tuple[int, int, int]]:
    """Cut the cluster at every boundary: start, end, by how many coders covered."""
    steps: dict[int, int] = {}
    for spans in cluster.versions.values():
        for span in spans:
            steps[span.start] = steps.get(span.start, 0) + 1
            steps[span.end] = steps.get(span.end, 0) - 1
    found, number = [], 0
    for start, end in pairwise(sorted(steps)):
        number += steps[start]
        found.append((start, end, number))
    return found


def _runs(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Join sorted spans that touch."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].end == span.start:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def disagreement(cluster: Cluster) -> int:
    """Count the characters on which pairs of voters differ: the sum of r(m - r), r of m voters covering each."""
    voters = len(cluster.voters)
    return sum((end - start) * number * (voters - number) for start, end, number in _counts(cluster))
