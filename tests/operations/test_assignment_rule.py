# SPDX-License-Identifier: MIT
"""Shares by chance: what each rule promises, for any numbers; and golden draws, the same on every computer."""

from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.reliability_sample import draw
from annotator.domain import Assignment, CoderId, DocumentId, UsageError
from annotator.operations.assignment_rule import AssignmentRule, assigned_by_rule


def coders(number):
    return tuple(CoderId(f"coder-{each}") for each in range(number))


def documents(number):
    return tuple(DocumentId(f"document-{each}") for each in range(number))


def shares(rule, number, present=()):
    return assigned_by_rule(rule, documents=documents(number), present=present, round_name="main")


RULES = st.integers(1, 8).flatmap(
    lambda people: st.tuples(
        st.integers(0, 40).flatmap(lambda texts: st.tuples(st.just(texts), st.integers(0, texts))),
        st.builds(
            AssignmentRule, coders=st.just(coders(people)), each=st.integers(1, people), seed=st.integers(-5, 10**6)
        ),
    )
)


@settings(deadline=None)
@given(RULES)
def test_every_article_goes_to_so_many_and_loads_differ_by_one(drawn):
    (number, shared), rule = drawn
    rule = AssignmentRule(rule.coders, each=rule.each, everybody=shared, seed=rule.seed)
    found = shares(rule, number)
    assert len(set(found)) == len(found)
    per_document = Counter(each.document for each in found)
    assert set(per_document) == set(documents(number))
    full = [document for document, count in per_document.items() if count == len(rule.coders)]
    assert len(full) >= shared
    assert all(count in (rule.each, len(rule.coders)) for count in per_document.values())
    loads = Counter(dict.fromkeys(rule.coders, 0)) + Counter(each.coder for each in found)
    counts = [loads[coder] for coder in rule.coders]
    assert max(counts) - min(counts) <= 1


@settings(deadline=None)
@given(RULES, st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_in_which_things_are_named(drawn, random):
    (number, shared), rule = drawn
    texts, people = list(documents(number)), list(rule.coders)
    random.shuffle(texts)
    random.shuffle(people)
    other = AssignmentRule(tuple(people), each=rule.each, everybody=shared, seed=rule.seed)
    first = AssignmentRule(rule.coders, each=rule.each, everybody=shared, seed=rule.seed)
    again = assigned_by_rule(other, documents=texts, present=(), round_name="main")
    assert set(again) == set(shares(first, number))


@settings(deadline=None)
@given(RULES)
def test_the_same_rule_once_more_adds_nothing(drawn):
    (number, shared), rule = drawn
    rule = AssignmentRule(rule.coders, each=rule.each, everybody=shared, seed=rule.seed)
    found = shares(rule, number)
    assert set(shares(rule, number, present=found)) == set(found)


def test_what_everybody_codes_is_the_reliability_sample_of_that_seed():
    rule = AssignmentRule(coders(4), each=1, everybody=5, seed=7)
    per_document = Counter(each.document for each in shares(rule, 30))
    everybodys = {document for document, count in per_document.items() if count == 4}
    assert everybodys == set(draw(documents(30), number=5, seed=7).documents)


def test_golden_shares():
    found = shares(AssignmentRule(coders(3), each=2, everybody=1, seed=1), 5)
    spelled = "\n".join(sorted(f"{each.document} {each.coder}" for each in found))
    assert sha256(spelled.encode()).hexdigest()[:16] == "6ad055b134dae8f4"


def test_what_is_there_counts_and_stays():
    known = [Assignment(coders(2)[0], document, "main") for document in documents(4)]
    found = shares(AssignmentRule(coders(2), each=1), 8, present=known)
    assert set(known) <= set(found)
    loads = Counter(each.coder for each in found)
    assert loads == {coders(2)[0]: 4, coders(2)[1]: 4}, "the new ones go to who has none"


def test_a_coder_outside_the_rule_does_not_count():
    stranger = Assignment(CoderId("stranger"), documents(1)[0], "main")
    found = shares(AssignmentRule(coders(2), each=2), 1, present=[stranger])
    assert {each.coder for each in found} == set(coders(2))


@pytest.mark.parametrize(("percent", "number"), [(0, 0), (1, 1), (10, 1), (11, 2), (100, 10)])
def test_a_percentage_is_rounded_up(percent, number):
    found = shares(AssignmentRule(coders(3), each=1, everybody_percent=percent), 10)
    assert sum(count == 3 for count in Counter(each.document for each in found).values()) == number


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (AssignmentRule(coders(2), each=3), "1 to 2 coders here, not to 3"),
        (AssignmentRule(coders(2), each=0), "not to 0"),
        (AssignmentRule((), each=1), "1 to 0"),
        (AssignmentRule(coders(2), everybody=11), "11 of them cannot go to everybody"),
        (AssignmentRule(coders(2), everybody=-1), "cannot go to everybody"),
        (AssignmentRule(coders(2), everybody_percent=101), "between 0 and 100"),
        (AssignmentRule(coders(2), everybody=1, everybody_percent=1), "not both"),
    ],
)
def test_a_rule_that_cannot_be_met_is_told(rule, words):
    with pytest.raises(UsageError, match=words):
        shares(rule, 10)


def test_a_rule_is_kept_as_plain_json():
    assert AssignmentRule(coders(1), each=1, seed=3).as_json() == {
        "coders": ["coder-0"], "each": 1, "everybody": 0, "everybody_percent": 0, "documents": [], "seed": 3,
    }  # fmt: skip
