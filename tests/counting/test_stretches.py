# SPDX-License-Identifier: MIT
from itertools import pairwise

from counting.coded_articles import covered
from hypothesis import given
from hypothesis import strategies as st

from annotator.counting.stretches import length, length_outside, shared, union

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda each: (each[0], sum(each))), max_size=9)


@given(SPANS, SPANS)
def test_stretches_are_sets_of_characters(first, second):
    one, other = union(first), union(second)
    assert covered(one) == covered(first)
    assert all(end < start for (_, end), (start, _) in pairwise(one))
    assert length(one) == len(covered(first))
    assert covered(shared(one, other)) == covered(first) & covered(second)
    assert length_outside(one, other) == len(covered(first) - covered(second))
