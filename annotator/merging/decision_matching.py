# SPDX-License-Identifier: MIT
"""Which decision is on which cluster, and whether it still stands after annotations have come, gone or moved.

A decision belongs to the cluster of its code with which it shares most members; where none of its
members is left, or it never had any (a span that the judge drew), to the one that its spans share
most characters with. It stands where the members are what and where they were. It is never altered
here: what changed is for the judge to see.

State of a cluster:

* with a decision that stands: accepted, rejected or deferred;
* with one that does not: to review, also where a part of what was decided together is now elsewhere;
* without: waiting while fewer finished than are needed; incomplete where one of them marked nothing;
  differs; agreed.

What is left of a decision without a cluster: accepted where it never had members, to review where all
of them went and spans stay behind, else nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain import AnnotationId, Decision, Verdict
from annotator.merging.clusters import Cluster, ClusterKind, basis_of, shared_characters

DRAWN = basis_of(())
"""The basis of a decision that was made where nobody had marked anything."""


class ClusterState(StrEnum):
    """How far the judge is with a cluster; the first four have no decision."""

    WAITING = "waiting"
    AGREED = "agreed"
    DIFFERS = "differs"
    INCOMPLETE = "incomplete"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    TO_REVIEW = "to_review"

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do."""
        return self in (ClusterState.ACCEPTED, ClusterState.REJECTED)


@dataclass(frozen=True, slots=True)
class Judged:
    """A cluster with what was decided on it.

    ``cluster`` is None for what the judge drew where nobody marked anything, and where all members
    went. ``decision`` is the latest that belongs here, ``others`` the earlier ones (clusters that
    grew together). ``shared``: a decision that belongs to another cluster and has members here.
    """

    cluster: Cluster | None
    state: ClusterState
    decision: Decision | None = None
    others: tuple[Decision, ...] = ()
    shared: tuple[Decision, ...] = ()


def judged(clusters: Sequence[Cluster], decisions: Iterable[Decision], *, is_waiting: bool) -> list[Judged]:
    """Bring clusters and decisions of one article and round together, in the order of the text."""
    belonging: dict[int, list[Decision]] = {}
    sharing: dict[int, list[Decision]] = {}
    alone: list[Decision] = []
    places = {mark.annotation: place for place, cluster in enumerate(clusters) for mark in cluster.marks}
    for decision in decisions:
        shares = _members(clusters, decision, places) or _characters(clusters, decision)
        if not shares:
            alone.append(decision)
            continue
        best = max(shares, key=lambda place: (shares[place], -place))
        belonging.setdefault(best, []).append(decision)
        for place in shares:
            if place != best:
                sharing.setdefault(place, []).append(decision)
    found = [
        _on_cluster(cluster, belonging.get(place, []), sharing.get(place, []), is_waiting=is_waiting)
        for place, cluster in enumerate(clusters)
    ]
    found += [
        Judged(None, ClusterState.TO_REVIEW if decision.members else ClusterState.ACCEPTED, decision)
        for decision in alone
        if decision.spans
    ]
    return sorted(found, key=_place)


def _members(
    clusters: Sequence[Cluster], decision: Decision, places: Mapping[AnnotationId, int]
) -> dict[int, tuple[int, int]]:
    """Give by place how many members clusters have of a decision, and how many of its characters."""
    here = Counter(places[each] for each in decision.members if each in places)
    return {
        place: (number, _shared(clusters[place], decision))
        for place, number in here.items()
        if clusters[place].code == decision.code
    }


def _characters(clusters: Sequence[Cluster], decision: Decision) -> dict[int, tuple[int, int]]:
    """Give the place of the one cluster with most characters of a decision that has no members any more."""
    shares = {
        place: (0, number)
        for place, cluster in enumerate(clusters)
        if cluster.code == decision.code and (number := _shared(cluster, decision))
    }
    best = max(shares, key=lambda place: (shares[place], -place), default=None)
    return {} if best is None else {best: shares[best]}


def _shared(cluster: Cluster, decision: Decision) -> int:
    return shared_characters((mark.span for mark in cluster.marks), decision.spans) if decision.spans else 0


def _on_cluster(
    cluster: Cluster, decisions: Sequence[Decision], shared: Sequence[Decision], *, is_waiting: bool
) -> Judged:
    basis = cluster.basis
    latest_last = sorted(decisions, key=lambda each: (each.basis == basis, each.judged, each.id))
    if latest_last:
        decision = latest_last[-1]
        state = _decided(decision) if decision.basis == basis else ClusterState.TO_REVIEW
        return Judged(cluster, state, decision, tuple(latest_last[:-1]), tuple(shared))
    if shared:
        return Judged(cluster, ClusterState.TO_REVIEW, shared=tuple(shared))
    return Judged(cluster, _undecided(cluster, is_waiting=is_waiting))


def _decided(decision: Decision) -> ClusterState:
    if decision.verdict is Verdict.REJECTED:
        return ClusterState.REJECTED
    return ClusterState.DEFERRED if decision.verdict is Verdict.DEFERRED else ClusterState.ACCEPTED


def _undecided(cluster: Cluster, *, is_waiting: bool) -> ClusterState:
    if is_waiting:
        return ClusterState.WAITING
    if cluster.kind is ClusterKind.NONE:
        return ClusterState.AGREED
    return ClusterState.INCOMPLETE if cluster.silent else ClusterState.DIFFERS


def _place(each: Judged) -> tuple[int, int, str]:
    if each.cluster is not None:
        return each.cluster.start, each.cluster.end, each.cluster.code
    spans = each.decision.spans if each.decision is not None else ()
    return spans[0].start, spans[-1].end, each.decision.code if each.decision is not None else ""
