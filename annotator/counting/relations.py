# SPDX-License-Identifier: MIT
"""Which passages of one coder stand together: by a sweep over an article, each pair once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from annotator.counting.selection import Relation, Together
from annotator.domain import Annotation, CoderId

Bounds: TypeAlias = "Sequence[tuple[int, int]]"
"""Half-open, sorted and disjoint, in code points."""
Range: TypeAlias = "tuple[int, int]"
BY_UNIT = (Relation.SENTENCE, Relation.PARAGRAPH)
"""The relations for which an article must be cut into units."""


def grouped_by_coder(annotations: Iterable[Annotation]) -> dict[tuple[CoderId, str], list[Annotation]]:
    """Part annotations by coder and round: passages of different people, or rounds, never stand together."""
    groups: dict[tuple[CoderId, str], list[Annotation]] = {}
    for each in annotations:
        groups.setdefault((each.coder, each.round), []).append(each)
    return groups


def units_touched(start: int, end: int, units: Bounds) -> Range:
    """Give the half-open range of the units that share a character with a span; it may be empty."""
    return bisect_right(units, start, key=lambda unit: unit[1]), bisect_left(units, end, key=lambda unit: unit[0])


def pairs(
    group: Sequence[Annotation], relation: Relation, *, units: Bounds = ()
) -> Iterator[tuple[Annotation, Annotation]]:
    """Give the pairs of passages of different codes that stand so to each other, each pair once.

    With INSIDE the first lies in the second; two that cover the same stretch lie in each other and are given
    both ways round.
    """
    if relation is Relation.ARTICLE:
        yield from ((one, other) for one, other in combinations(group, 2) if one.code != other.code)
        return
    for one, other in _meeting(group, relation, units):
        if one.code == other.code:
            continue
        if relation is not Relation.INSIDE:
            yield one, other
            continue
        if other.span.covers(one.span):
            yield one, other
        if one.span.covers(other.span):
            yield other, one


def _meeting(group: Sequence[Annotation], relation: Relation, units: Bounds) -> Iterator[tuple[Annotation, Annotation]]:
    """Sweep along the text with those at hand that have not ended yet."""
    placed = [(_range(each, relation, units), each) for each in group]
    placed.sort(key=lambda item: item[0])
    at_hand: list[tuple[int, Annotation]] = []
    for (start, end), each in placed:
        if start >= end:
            continue
        at_hand = [item for item in at_hand if item[0] > start]
        for _, earlier in at_hand:
            yield earlier, each
        at_hand.append((end, each))


def _range(annotation: Annotation, relation: Relation, units: Bounds) -> Range:
    start, end = int(annotation.span.start), int(annotation.span.end)
    return units_touched(start, end, units) if relation in BY_UNIT else (start, end)


def members(group: Sequence[Annotation], together: Together, *, units: Bounds = ()) -> set[str]:
    """Give the identities of the passages of two codes that stand together."""
    both = [each for each in group if each.code in (together.first, together.second)]
    if together.relation is Relation.ARTICLE:
        return {each.id for each in both} if len({each.code for each in both}) > 1 else set()
    wanted = (together.first,) if together.relation is Relation.INSIDE else (together.first, together.second)
    found = pairs(both, together.relation, units=units)
    return {each.id for pair in found if pair[0].code in wanted for each in pair}
