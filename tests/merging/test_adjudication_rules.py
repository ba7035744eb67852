# SPDX-License-Identifier: MIT
import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from merging.made_clusters import CODERS, characters, counted, finished, mark, marks

from annotator.domain import Span, Verdict
from annotator.merging import adjudication_rules as rules
from annotator.merging.adjudication_rules import Boundary, Left, MergeRule
from annotator.merging.clusters import clusters_of

EVERYONE = finished(0, 1, 2, 3)


def cluster(*places, people=EVERYONE):
    (found,) = clusters_of([mark(number, *place) for number, place in enumerate(places)], finished=people)
    return found


def spans(*pairs):
    return tuple(Span.of(*pair) for pair in pairs)


@given(marks(), st.integers(1, 4))
def test_characters_against_counting_one_by_one(given_marks, people):
    everyone = finished(*range(people))
    for each in clusters_of(given_marks, finished=everyone):
        count, voters, markers = counted(each), len(each.voters), len({one.coder for one in each.marks})
        assert characters(rules.union(each)) == set(count)
        assert characters(rules.intersection(each)) == {at for at, number in count.items() if number == markers}
        assert characters(rules.majority(each)) == {at for at, number in count.items() if 2 * number > voters}
        assert characters(rules.ties(each)) == {at for at, number in count.items() if 2 * number == voters}
        assert rules.disagreement(each) == sum(number * (voters - number) for number in count.values())
        for made in (rules.union(each), rules.intersection(each), rules.majority(each)):
            assert all(one.end < two.start for one, two in itertools.pairwise(made)), "touching runs are one"


@given(marks())
def test_laws(given_marks):
    for each in clusters_of(given_marks, finished=EVERYONE):
        everything, shared = characters(rules.union(each)), characters(rules.intersection(each))
        assert characters(one.span for one in each.marks) == everything
        for version in each.versions.values():
            assert shared <= characters(version) <= everything
        majority = characters(rules.majority(each))
        assert majority <= everything
        if not each.silent:
            assert shared <= majority


def test_majority_of_two_is_what_both_have_and_half_is_a_tie():
    two = cluster((0, 0, 9), (1, 3, 12), people=finished(0, 1))
    assert rules.majority(two) == spans((3, 9))
    assert rules.ties(two) == spans((0, 3), (9, 12))
    assert rules.ties(cluster((0, 0, 9), people=finished(0, 1, 2))) == ()


def test_silent_coders_count_against_a_majority():
    assert rules.majority(cluster((0, 0, 9), (1, 0, 9))) == ()
    assert rules.majority(cluster((0, 0, 9), (1, 0, 9), (2, 0, 9))) == spans((0, 9))


def test_verdicts():
    made = cluster((0, 0, 9), (1, 3, 12), people=finished(0, 1))
    assert rules.spans_by(made, Verdict.TAKEN, taken=CODERS[1]) == spans((3, 12))
    assert rules.spans_by(made, Verdict.UNION) == spans((0, 12))
    assert rules.spans_by(made, Verdict.INTERSECTION) == spans((3, 9))
    assert rules.spans_by(made, Verdict.REJECTED) == rules.spans_by(made, Verdict.DEFERRED) == ()
    with pytest.raises(ValueError, match="marked nothing"):
        rules.spans_by(made, Verdict.TAKEN, taken=CODERS[2])
    with pytest.raises(ValueError, match="own"):
        rules.spans_by(made, Verdict.OWN)


@pytest.mark.parametrize(
    ("places", "rule", "expected"),
    [
        ([(0, 0, 9), (1, 0, 9), (2, 0, 8)], (2, "exact"), spans((0, 9))),
        ([(0, 0, 9), (1, 0, 9), (2, 0, 8)], (3, "exact"), Left.TOO_FEW),
        ([(0, 0, 9), (1, 0, 9), (2, 0, 8), (3, 0, 8)], (2, "exact"), Left.TIE),
        ([(0, 0, 9), (1, 0, 9), (2, 0, 8)], (4, "union"), Left.TOO_FEW),
        ([(0, 0, 9), (1, 0, 9), (2, 0, 8)], (3, "union"), spans((0, 9))),
        ([(0, 0, 9), (1, 0, 9), (2, 0, 8)], (3, "majority"), spans((0, 8))),
        ([(0, 0, 5), (1, 4, 9), (2, 8, 12)], (3, "intersection"), Left.EMPTY),
        ([(0, 0, 9), (1, 0, 3), (1, 6, 9)], (2, "intersection"), Left.BROKEN_UP),
        ([(0, 0, 3), (0, 6, 9), (1, 0, 3), (1, 6, 9), (2, 0, 9)], (2, "exact"), spans((0, 3), (6, 9))),
        ([(0, 0, 9), (1, 0, 9)], (2, "majority"), Left.EMPTY),
        ([(0, 0, 9)], (1, "exact"), spans((0, 9))),
    ],
)
def test_rules(places, rule, expected):
    found = rules.by_rule(cluster(*places), MergeRule(rule[0], Boundary(rule[1])))
    assert (found.left or found.spans) == expected


@given(marks(), st.integers(1, 4), st.sampled_from(Boundary))
def test_a_rule_never_adds_a_character_and_never_breaks_up(given_marks, at_least, boundary):
    found = clusters_of(given_marks, finished=EVERYONE)
    assume(found)
    for each in found:
        result = rules.by_rule(each, MergeRule(at_least, boundary))
        assert bool(result.spans) != bool(result.left)
        if result.spans:
            assert len({one.coder for one in each.marks}) >= at_least
            assert characters(result.spans) <= characters(one.span for one in each.marks)
            assert boundary is Boundary.EXACT or len(result.spans) == 1


def test_a_rule_asks_for_somebody():
    with pytest.raises(ValueError, match="0"):
        MergeRule(0)


def test_stacked_identical_spans_of_all_coders_are_settled_in_one_step():
    made = cluster(*[(coder, 2, 7) for coder in range(4) for _ in range(3)])
    assert rules.by_rule(made, MergeRule(4)).spans == spans((2, 7))
