# SPDX-License-Identifier: MIT
"""Stretches of a text as sorted, disjoint, half-open pairs: their union, what two share, how long they are."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Stretches: TypeAlias = "Sequence[tuple[int, int]]"


def union(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap or touch; they may come in any order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def shared(first: Stretches, second: Stretches) -> list[tuple[int, int]]:
    """Give what lies in both of two unions."""
    found = []
    place = other = 0
    while place < len(first) and other < len(second):
        start, end = max(first[place][0], second[other][0]), min(first[place][1], second[other][1])
        if start < end:
            found.append((start, end))
        if first[place][1] < second[other][1]:
            place += 1
        else:
            other += 1
    return found


def length(stretches: Stretches) -> int:
    """Count the characters of a union."""
    return sum(end - start for start, end in stretches)


def length_outside(stretches: Stretches, excluded: Stretches) -> int:
    """Count the characters of a union that do not lie in another."""
    return length(stretches) - (length(shared(stretches, excluded)) if excluded else 0)
