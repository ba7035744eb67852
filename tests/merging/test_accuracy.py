# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merging.made_clusters import CODERS, CODES, characters, finished, marks
from merging.made_queue import article_queue, clusters, decision, together

from annotator.domain import Verdict
from annotator.merging.accuracy import Scores, accuracy
from annotator.merging.clusters import clusters_of

PLACES = [(0, 0, 10), (1, 2, 10), (1, 20, 24), (2, 30, 34)]


def judged_queue():
    first, second, third = clusters(*PLACES)
    made = [
        decision(first, result=[(0, 8)]),
        decision(second, result=[(20, 24)], number=2),
        decision(third, Verdict.REJECTED, number=3),
    ]
    return article_queue(PLACES, made)


def of(queue, coder, code=0):
    return next(each for each in accuracy(queue) if (each.coder, each.code) == (CODERS[coder], CODES[code]))


def test_by_hand():
    first = of(judged_queue(), 0)
    assert first.characters == Scores(right=8, marked=10, found=8, standing=12)
    assert first.passages == Scores(right=1, marked=1, found=1, standing=2)
    assert (first.characters.precision, first.characters.recall) == (0.8, pytest.approx(2 / 3))
    assert first.characters.f1 == pytest.approx(2 * 8 / (10 + 12))
    third = of(judged_queue(), 2)
    assert (third.characters.precision, third.characters.recall, third.characters.f1) == (0.0, 0.0, 0.0)
    assert third.documents == 1


def test_nothing_of_a_code_is_undefined():
    none = of(judged_queue(), 0, code=1)
    assert (none.characters.precision, none.characters.recall, none.characters.f1) == (None, None, None)


def test_only_decided_articles_count():
    assert accuracy(article_queue(PLACES)) == ()
    both = together(judged_queue(), article_queue([(0, 0, 4), (1, 0, 3)], document=1))
    assert of(both, 0) == of(judged_queue(), 0)


def test_what_was_moved_to_another_code_counts_there():
    (only,) = clusters((0, 0, 10))
    queue = article_queue([(0, 0, 10)], [replace(decision(only, result=[(0, 10)]), result=CODES[1])])
    assert of(queue, 0).characters == Scores(0, 10, 0, 0)
    assert of(queue, 0, code=1).characters == Scores(0, 0, 0, 10)


@given(marks(), st.data())
def test_characters_against_counting_one_by_one(given_marks, data):
    found = clusters_of(given_marks, finished=finished(0, 1, 2, 3))
    made = []
    for number, each in enumerate(found):
        end = data.draw(st.integers(each.start, each.end))
        verdict = Verdict.REJECTED if end == each.start else Verdict.OWN
        made.append(decision(each, verdict, [(each.start, end)] if end > each.start else (), number=number))
    places = [(CODERS.index(each.coder), each.span.start, each.span.end) for each in given_marks]
    renamed = {each.members: each for each in clusters(*places, people=(0, 1, 2, 3))}
    standing = characters(span for each in made for span in each.spans)
    queue = article_queue(
        places,
        [
            replace(each, members=other.members, basis=other.basis)
            for each, other in zip(made, renamed.values(), strict=True)
        ],
        people=(0, 1, 2, 3),
    )
    for place, coder in enumerate(CODERS):
        own = characters(each.span for each in given_marks if each.coder == coder)
        assert of(queue, place).characters == Scores(len(own & standing), len(own), len(own & standing), len(standing))
