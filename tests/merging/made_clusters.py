# SPDX-License-Identifier: MIT
"""Marks drawn at random, and clusters found character by character, sharing nothing with the package."""

from hypothesis import strategies as st

from annotator.domain import AnnotationId, CodeId, CoderId, Span
from annotator.merging.clusters import Mark

CODERS = tuple(CoderId(f"01900000-0000-7000-8000-00000000000{digit}") for digit in "1234")
CODES = tuple(CodeId(f"01900000-0000-7000-8000-0000000000c{digit}") for digit in "12")
LENGTH = 24


def identity(number):
    return AnnotationId(f"01900000-0000-7000-8000-{number:012d}")


def mark(number, coder, start, end, code=0):
    return Mark(identity(number), CODERS[coder], CODES[code], Span.of(start, end))


def finished(*places, codes=CODES):
    return {CODERS[place]: frozenset(codes) for place in places}


@st.composite
def marks(draw, most=9, codes=1):
    found = []
    for number in range(draw(st.integers(0, most))):
        start = draw(st.integers(0, LENGTH - 1))
        end = draw(st.integers(start + 1, min(LENGTH, start + 9)))
        coder = draw(st.integers(0, len(CODERS) - 1))
        found.append(mark(number + 1, coder, start, end, draw(st.integers(0, codes - 1))))
    return found


def naive_clusters(given):
    """Give sets of annotations: begin with one each and unite as long as two share a character."""
    groups = [({each.annotation}, set(range(each.span.start, each.span.end))) for each in given]
    while True:
        pair = next(
            (
                (one, two)
                for one in range(len(groups))
                for two in range(one + 1, len(groups))
                if groups[one][1] & groups[two][1]
            ),
            None,
        )
        if pair is None:
            return {frozenset(names) for names, _ in groups}
        one, two = pair
        joined = (groups[one][0] | groups[two][0], groups[one][1] | groups[two][1])
        groups = [group for place, group in enumerate(groups) if place not in pair] + [joined]


def characters(spans):
    return {position for span in spans for position in range(span.start, span.end)}


def counted(cluster):
    """Give by character how many coders of a cluster have it."""
    by_coder = {}
    for each in cluster.marks:
        by_coder.setdefault(each.coder, set()).update(range(each.span.start, each.span.end))
    return {position: sum(position in own for own in by_coder.values()) for position in set().union(*by_coder.values())}
