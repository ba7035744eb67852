# SPDX-License-Identifier: MIT
"""The consensus as a layer of its own: what stands after judging, and where it comes from.

An accepted cluster gives the spans of its decision, one that all agree on the spans of everybody; a
rejected one gives nothing. Whatever else is open is there as unresolved, so that nobody takes what is
not judged yet for what is not there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain import CodeId, DecisionSource, Span
from annotator.merging.adjudication_queue import Entry, Queue
from annotator.merging.clusters import ClusterKind
from annotator.merging.decision_matching import ClusterState


class Provenance(StrEnum):
    """Where a passage of the consensus comes from.

    UNANIMOUS: every coder who finished marked exactly this, whether or not it was taken yet. RULE and
    ADJUDICATED: a rule or a person decided between them. UNRESOLVED: open.
    """

    UNANIMOUS = "unanimous"
    RULE = "rule"
    ADJUDICATED = "adjudicated"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class ConsensusPassage:
    """One span of the consensus, or (unresolved) the stretch of a cluster that is open, and its entry.

    ``votes`` are the coders who marked exactly the spans of the entry's result under this code, of
    ``voters``.
    """

    entry: Entry
    code: CodeId
    span: Span
    provenance: Provenance
    votes: int
    voters: int


def consensus(queue: Queue) -> Iterator[ConsensusPassage]:
    """Go through the consensus in the order of the queue."""
    for entry in queue.entries:
        spans, code = result(entry), entry.code
        provenance = provenance_of(entry)
        if entry.state is ClusterState.ACCEPTED and entry.decision is not None:
            code = entry.decision.result
        elif provenance is Provenance.UNRESOLVED:
            spans = (Span.of(entry.start, entry.end),)
        votes = _votes(entry, spans, code)
        for span in spans:
            yield ConsensusPassage(entry, code, span, provenance, votes, len(entry.coders))


def result(entry: Entry) -> tuple[Span, ...]:
    """Give the spans that stand of an entry; none where it was rejected or is open."""
    if entry.state is ClusterState.ACCEPTED and entry.decision is not None:
        return entry.decision.spans
    return entry.versions[0].spans if entry.state is ClusterState.AGREED else ()


def provenance_of(entry: Entry) -> Provenance:
    """Say where the result of an entry comes from."""
    if entry.state is ClusterState.AGREED:
        return Provenance.UNANIMOUS
    if not entry.state.is_settled or entry.decision is None:
        return Provenance.UNRESOLVED
    is_as_all_said = (
        entry.kind is ClusterKind.NONE
        and bool(entry.versions)
        and entry.decision.result == entry.code
        and entry.decision.spans == entry.versions[0].spans
    )
    if is_as_all_said:
        return Provenance.UNANIMOUS
    return Provenance.RULE if entry.decision.source is DecisionSource.RULE else Provenance.ADJUDICATED


def _votes(entry: Entry, spans: tuple[Span, ...], code: CodeId) -> int:
    return sum(version.spans == spans for version in entry.versions) if code == entry.code else 0
