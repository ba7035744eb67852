# SPDX-License-Identifier: MIT
"""Gamma the slow and obvious way: every way of cutting the units into unitary alignments is tried.

Shares no code with the package; in fractions, in units of delta_empty.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import comb

Unit = tuple[str, float, float, str]
Cut = tuple[tuple[Unit, ...], ...]


def dissimilarity(one: Unit, two: Unit, *, alpha: int, beta: int) -> Fraction:
    return alpha * place(one, two) + beta * (one[3] != two[3])


def place(one: Unit, two: Unit) -> Fraction:
    offset = abs(Fraction(one[1]) - Fraction(two[1])) + abs(Fraction(one[2]) - Fraction(two[2]))
    lengths = Fraction(one[2]) - Fraction(one[1]) + Fraction(two[2]) - Fraction(two[1])
    return (offset / lengths) ** 2


def cost(unitary: Sequence[Unit], *, coders: int, alpha: int, beta: int) -> Fraction:
    pairs = comb(coders, 2)
    together = sum(
        (dissimilarity(one, two, alpha=alpha, beta=beta) for one, two in combinations(unitary, 2)), Fraction(0)
    )
    return (together + pairs - comb(len(unitary), 2)) / pairs


def cuts(units: Sequence[Unit]) -> Iterator[Cut]:
    """Every partition of the units into sets with at most one unit per coder."""
    if not units:
        yield ()
        return
    first, rest = units[0], units[1:]
    others = [unit for unit in rest if unit[0] != first[0]]
    for size in range(len(others) + 1):
        for chosen in combinations(others, size):
            if len({unit[0] for unit in chosen}) == size:
                for cut in cuts([unit for unit in rest if unit not in chosen]):
                    yield ((first, *chosen), *cut)


def best_cuts(units: Sequence[Unit], *, coders: int, alpha: int = 1, beta: int = 1) -> tuple[Fraction, list[Cut]]:
    """The least disorder and every alignment that has it."""
    found: list[tuple[Fraction, Cut]] = []
    costs: dict[tuple[Unit, ...], Fraction] = {}
    for cut in cuts(units):
        for unitary in cut:
            if unitary not in costs:
                costs[unitary] = cost(unitary, coders=coders, alpha=alpha, beta=beta)
        found.append((sum((costs[unitary] for unitary in cut), Fraction(0)), cut))
    least = min(total for total, _ in found)
    return least * coders / len(units), [cut for total, cut in found if total == least]


def categorical(cut: Cut, *, code: str | None = None) -> Fraction | None:
    """Disagreement on codes over the aligned pairs; None where no pair weighs anything."""
    differing = whole = Fraction(0)
    for unitary in cut:
        for one, two in combinations(unitary, 2):
            if code is None or code in (one[3], two[3]):
                weight = max(Fraction(0), 1 - place(one, two)) / (len(unitary) - 1)
                whole += weight
                differing += weight * (one[3] != two[3])
    return differing / whole if whole else None
