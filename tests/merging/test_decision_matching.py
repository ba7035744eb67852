# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merging.made_clusters import CODES, finished, marks
from merging.made_queue import clusters, decision

from annotator.domain import Verdict
from annotator.merging.clusters import clusters_of
from annotator.merging.decision_matching import DRAWN, ClusterState, judged

ALIKE = [(0, 2, 9), (1, 2, 9), (2, 2, 9)]
APART = [(0, 2, 9), (1, 3, 9), (2, 2, 9)]
MISSED = [(0, 2, 9), (1, 2, 9)]


def one(found, decisions=(), **how):
    (only,) = judged(found, decisions, is_waiting=how.get("is_waiting", False))
    return only


@pytest.mark.parametrize(
    ("places", "is_waiting", "verdict", "state"),
    [
        (ALIKE, False, None, "agreed"),
        (APART, False, None, "differs"),
        (MISSED, False, None, "incomplete"),
        (ALIKE, True, None, "waiting"),
        (APART, True, None, "waiting"),
        (ALIKE, False, Verdict.TAKEN, "accepted"),
        (APART, False, Verdict.UNION, "accepted"),
        (APART, False, Verdict.INTERSECTION, "accepted"),
        (APART, False, Verdict.MAJORITY, "accepted"),
        (APART, False, Verdict.OWN, "accepted"),
        (MISSED, False, Verdict.REJECTED, "rejected"),
        (MISSED, False, Verdict.DEFERRED, "deferred"),
        (APART, True, Verdict.UNION, "accepted"),
    ],
)
def test_states(places, is_waiting, verdict, state):
    found = clusters(*places)
    made = [decision(found[0], verdict, [(2, 9)])] if verdict else []
    assert one(found, made, is_waiting=is_waiting).state.value == state


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize(
    "after",
    [
        [(0, 2, 9), (1, 3, 10), (2, 2, 9)],
        [(0, 2, 9), (1, 3, 9)],
        [(0, 2, 9), (1, 3, 9), (2, 2, 9), (2, 5, 7)],
    ],
    ids=["moved", "disappeared", "appeared"],
)
def test_whatever_moves_is_to_be_reviewed(verdict, after):
    made = decision(clusters(*APART)[0], verdict, [(2, 9)])
    found = one(clusters(*after), [made])
    assert (found.state, found.decision) == (ClusterState.TO_REVIEW, made)


def test_clusters_that_grow_together_keep_both_decisions_the_latest_first():
    before = clusters((0, 0, 4), (1, 6, 9))
    made = [decision(before[0], result=[(0, 4)]), decision(before[1], result=[(6, 9)], number=2)]
    found = one(clusters((0, 0, 4), (1, 6, 9), (2, 3, 7)), made)
    assert (found.state, found.decision, found.others) == (ClusterState.TO_REVIEW, made[1], (made[0],))


def test_what_falls_apart_is_to_be_reviewed_on_both_sides():
    made = decision(clusters((0, 0, 4), (1, 6, 9), (2, 3, 7))[0], result=[(0, 9)])
    first, second = judged(clusters((0, 0, 4), (1, 6, 9)), [made], is_waiting=False)
    assert (first.state, first.decision, first.shared) == (ClusterState.TO_REVIEW, made, ())
    assert (second.state, second.decision, second.shared) == (ClusterState.TO_REVIEW, None, (made,))


def test_a_span_that_the_judge_drew():
    drawn = decision(verdict=Verdict.OWN, result=[(20, 24)], basis=DRAWN)
    own, cluster = sorted(
        judged(clusters(*ALIKE), [drawn], is_waiting=False), key=lambda each: each.cluster is not None
    )
    assert (own.cluster, own.state, cluster.state) == (None, ClusterState.ACCEPTED, ClusterState.AGREED)
    met = one(clusters((0, 22, 24)), [drawn])
    assert (met.state, met.decision) == (ClusterState.TO_REVIEW, drawn)


def test_a_decision_whose_members_are_all_gone():
    made = decision(clusters(*APART)[0], result=[(2, 9)])
    left = one((), [made])
    assert (left.cluster, left.state, left.decision) == (None, ClusterState.TO_REVIEW, made)
    assert judged((), [replace(made, verdict=Verdict.REJECTED, spans=())], is_waiting=False) == []


def test_a_decision_stays_with_its_code():
    made = replace(decision(clusters(*APART)[0], result=[(2, 9)]), code=CODES[1])
    found = judged(clusters(*APART), [made], is_waiting=False)
    assert [each.decision for each in found if each.cluster] == [None]


@given(marks(codes=2), marks(codes=2), st.sampled_from(Verdict))
def test_no_decision_is_lost_and_standing_ones_are_untouched(before, after, verdict):
    everyone = finished(0, 1, 2, 3)
    old = clusters_of(before, finished=everyone)
    # The same identity may be on another span of another coder afterwards: the basis has to tell.
    made = [
        decision(each, verdict, [(each.start, each.end)] if verdict not in (Verdict.REJECTED, Verdict.DEFERRED) else (),
                 number=number)
        for number, each in enumerate(old)
    ]  # fmt: skip
    assert [each.decision for each in judged(old, made, is_waiting=False)] == made
    now = judged(clusters_of(after, finished=everyone), made, is_waiting=False)
    assert [each.cluster for each in now if each.cluster] == list(clusters_of(after, finished=everyone))
    shown = {each.id for found in now for each in (found.decision, *found.others) if each is not None}
    assert shown >= {each.id for each in made if each.spans}
    for found in now:
        if found.decision and found.state.is_settled:
            assert found.decision.basis == found.cluster.basis


def test_of_two_leads_decisions_the_one_that_stands_counts_and_else_the_later():
    (cluster,) = clusters(*APART)
    later = decision(cluster, result=[(2, 9)], number=1, judged="2026-01-02T00:00:00Z")
    earlier = decision(cluster, Verdict.REJECTED, number=2)
    assert one([cluster], [earlier, later]).decision == later
    moved = replace(later, basis=DRAWN)
    found = one([cluster], [moved, earlier])
    assert (found.state, found.decision, found.others) == (ClusterState.REJECTED, earlier, (moved,))
