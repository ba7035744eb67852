# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import CodePoint, Span

spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Span.of(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 4), (-1, 3)])
def test_an_empty_or_backward_stretch_is_no_span(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span.of(start, end)


@given(spans, spans)
def test_overlap_is_sharing_a_code_point(first, second):
    shared = set(range(first.start, first.end)) & set(range(second.start, second.end))
    assert first.overlaps(second) is bool(shared)
    assert first.overlaps(second) is second.overlaps(first)
    both = first.intersection(second)
    assert (set(range(both.start, both.end)) if both else set()) == shared
    assert first.covers(second) is (shared == set(range(second.start, second.end)))


@given(spans, st.integers(0, 100))
def test_containment_and_length_count_code_points(span, position):
    assert span.contains(CodePoint(position)) is (position in range(span.start, span.end))
    assert span.length == len(range(span.start, span.end))
