# SPDX-License-Identifier: MIT
from hypothesis import given
from merging.made_clusters import CODERS, CODES, characters, finished, mark, marks

from annotator.merging.clusters import clusters_of
from annotator.merging.code_conflicts import CodeConflict, code_conflicts

EVERYONE = finished(0, 1, 2, 3)


def conflicts(*given_marks, people=EVERYONE):
    return code_conflicts(clusters_of(given_marks, finished=people))


def test_one_says_trust_and_the_other_mistrust():
    found = conflicts(mark(1, 0, 0, 9, 0), mark(2, 1, 2, 7, 1))
    assert found == {
        0: (CodeConflict(CODES[1], (CODERS[0],), (CODERS[1],)),),
        1: (CodeConflict(CODES[0], (CODERS[1],), (CODERS[0],)),),
    }


def test_overlapping_codes_alone_are_no_conflict():
    both = [mark(1, 0, 0, 9, 0), mark(2, 1, 0, 9, 0), mark(3, 0, 2, 7, 1), mark(4, 1, 2, 7, 1)]
    assert conflicts(*both) == {}
    assert conflicts(mark(1, 0, 0, 9, 0), mark(2, 1, 0, 9, 0), mark(3, 0, 2, 7, 1)) == {}
    assert conflicts(mark(1, 0, 0, 5, 0), mark(2, 1, 5, 9, 1)) == {}, "touching"


def test_one_against_two():
    found = conflicts(mark(1, 0, 0, 9, 0), mark(2, 1, 2, 7, 1), mark(3, 2, 2, 9, 1))
    assert found[0] == (CodeConflict(CODES[1], (CODERS[0],), (CODERS[1], CODERS[2])),)


@given(marks(codes=2))
def test_against_every_pair_of_clusters(given_marks):
    clusters = clusters_of(given_marks, finished=EVERYONE)
    expected = set()
    for one, first in enumerate(clusters):
        for _two, second in enumerate(clusters):
            for mine in {each.coder for each in first.marks} - {each.coder for each in second.marks}:
                for yours in {each.coder for each in second.marks} - {each.coder for each in first.marks}:
                    here = characters(each.span for each in first.marks if each.coder == mine)
                    there = characters(each.span for each in second.marks if each.coder == yours)
                    if first.code != second.code and here & there:
                        expected.add((one, second.code, mine, yours))
    found = code_conflicts(clusters)
    assert {(place, code) for place, code, _, _ in expected} == {
        (place, each.code) for place, several in found.items() for each in several
    }
    for place, code in {(place, code) for place, code, _, _ in expected}:
        several = [each for each in found[place] if each.code == code]
        pairs = {(mine, yours) for one, other, mine, yours in expected if (one, other) == (place, code)}
        assert {mine for mine, _ in pairs} == {coder for each in several for coder in each.here}
        assert {yours for _, yours in pairs} == {coder for each in several for coder in each.there}
