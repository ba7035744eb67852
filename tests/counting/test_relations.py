# SPDX-License-Identifier: MIT
from itertools import permutations

from counting.coded_articles import CODES, UNITS, coded_articles, places
from hypothesis import given
from hypothesis import strategies as st

from annotator.counting.relations import grouped_by_coder, members, pairs, units_touched
from annotator.counting.selection import Relation, Together


def stand(one, other, relation, units):
    """Brute force: whether the first stands so to the second."""
    here, there = places(one), places(other)
    if relation is Relation.ARTICLE:
        return True
    if relation is Relation.OVERLAP:
        return bool(here & there)
    if relation is Relation.INSIDE:
        return here <= there
    return any(here & set(range(*unit)) and there & set(range(*unit)) for unit in units)


@given(coded_articles(most=1), st.sampled_from(Relation))
def test_pairs_are_those_of_brute_force(articles, relation):
    for article in articles:
        for group in grouped_by_coder(article.annotations).values():
            found = [(one.id, other.id) for one, other in pairs(group, relation, units=article.units)]
            wanted = {
                (one.id, other.id)
                for one, other in permutations(group, 2)
                if one.code != other.code and stand(one, other, relation, article.units)
            }
            if relation is not Relation.INSIDE:
                found += [(other, one) for one, other in found]
            assert sorted(found) == sorted(wanted)


@given(coded_articles(most=1), st.sampled_from(Relation))
def test_members_are_the_passages_of_the_pairs(articles, relation):
    for article in articles:
        for group in grouped_by_coder(article.annotations).values():
            for first, second in permutations(CODES, 2):
                wanted = {
                    each.id
                    for one, other in permutations(group, 2)
                    if (one.code, other.code) == (first, second) and stand(one, other, relation, article.units)
                    for each in (one, other)
                }
                assert members(group, Together(first, second, relation), units=article.units) == wanted


@given(st.integers(0, 23), st.integers(1, 12))
def test_units_touched_are_those_with_a_character_in_common(start, length):
    wanted = [place for place, unit in enumerate(UNITS) if set(range(*unit)) & set(range(start, start + length))]
    assert list(range(*units_touched(start, start + length, UNITS))) == wanted


def test_coders_and_rounds_are_kept_apart():
    assert grouped_by_coder(()) == {}
