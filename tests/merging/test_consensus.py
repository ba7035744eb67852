# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest
from merging.made_clusters import CODERS, CODES
from merging.made_queue import article_queue, clusters, decision, spans

from annotator.domain import DecisionSource, Verdict
from annotator.merging.consensus import consensus
from annotator.merging.decision_matching import DRAWN

ALIKE = [(0, 2, 9), (1, 2, 9), (2, 2, 9)]
APART = [(0, 2, 9), (1, 3, 9), (2, 2, 9)]


def passages(places, made=None):
    return [
        (each.span.start, each.span.end, each.provenance.value, each.votes, each.voters)
        for each in consensus(article_queue(places, [made] if made else []))
    ]


def test_what_is_not_decided():
    assert passages(ALIKE) == [(2, 9, "unanimous", 3, 3)]
    assert passages(APART) == [(2, 9, "unresolved", 2, 3)]


@pytest.mark.parametrize("source", DecisionSource)
def test_what_is_decided_as_all_said_is_unanimous(source):
    made = decision(clusters(*ALIKE)[0], result=[(2, 9)], source=source)
    assert passages(ALIKE, made) == [(2, 9, "unanimous", 3, 3)]


def test_by_a_person_and_by_a_rule():
    found = clusters(*APART)[0]
    assert passages(APART, decision(found, result=[(3, 9)])) == [(3, 9, "adjudicated", 1, 3)]
    assert passages(APART, decision(found, result=[(2, 9)], source=DecisionSource.RULE)) == [(2, 9, "rule", 2, 3)]
    assert passages(ALIKE, decision(clusters(*ALIKE)[0], result=[(3, 9)])) == [(3, 9, "adjudicated", 0, 3)]
    assert passages(APART, decision(found, result=[(2, 4), (6, 9)])) == [
        (2, 4, "adjudicated", 0, 3), (6, 9, "adjudicated", 0, 3),
    ]  # fmt: skip


def test_rejected_is_not_there_deferred_and_moved_are_open():
    found = clusters(*APART)[0]
    assert passages(APART, decision(found, Verdict.REJECTED)) == []
    assert passages(APART, decision(found, Verdict.DEFERRED)) == [(2, 9, "unresolved", 2, 3)]
    assert passages(ALIKE, decision(found, result=[(3, 9)])) == [(2, 9, "unresolved", 3, 3)]


def test_the_code_is_that_of_the_decision():
    made = decision(clusters(*APART)[0], result=[(2, 9)])
    (passage,) = consensus(article_queue(APART, [made]))
    assert passage.code == CODES[0]
    (other,) = consensus(article_queue(APART, [replace(made, result=CODES[1])]))
    assert (other.code, other.votes) == (CODES[1], 0)


def test_what_the_judge_drew():
    made = decision(verdict=Verdict.OWN, result=[(3, 5)], basis=DRAWN)
    assert passages([], made) == [(3, 5, "adjudicated", 0, 0)]
    assert spans((3, 5)) == made.spans
    assert made.judge == CODERS[3]
