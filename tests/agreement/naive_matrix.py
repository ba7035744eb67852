# SPDX-License-Identifier: MIT
"""Coefficients of a reliability matrix the slow and obvious way: every pair spelled out, in fractions.

Shares no code with the package. Units are rows of values, None where one is missing; repeated rows are
spelled out. A coefficient that does not exist is None.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product
from typing import Any

Rows = Sequence[Sequence[Any]]
Weight = Callable[[Any, Any], Fraction]


def equal(one: Any, other: Any) -> Fraction:
    return Fraction(one == other)


def agreement(rows: Rows, *, weight: Weight = equal) -> Fraction | None:
    """Percent (items), weighted."""
    shares = []
    for row in rows:
        pairs = list(permutations(_given(row), 2))
        if pairs:
            shares.append(sum((weight(one, other) for one, other in pairs), Fraction(0)) / len(pairs))
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def percent_pairable(rows: Rows) -> Fraction | None:
    coincidences = _coincidences(rows)
    total = sum(coincidences.values(), Fraction(0))
    return sum((n for (one, other), n in coincidences.items() if one == other), Fraction(0)) / total if total else None


def fleiss_kappa(rows: Rows) -> Fraction | None:
    shares = _mean_shares(rows)
    return _corrected(rows, chance=sum((share**2 for share in shares.values()), Fraction(0)))


def scott_pi(rows: Rows) -> Fraction | None:
    both = [row for row in rows if len(_given(row)) == 2]
    values = Counter(value for row in both for value in row)
    return _corrected(both, chance=sum((Fraction(n, 2 * len(both)) ** 2 for n in values.values()), Fraction(0)))


def conger_kappa(rows: Rows) -> Fraction | None:
    marginals = []
    for column in zip(*rows, strict=True):
        given = _given(column)
        if given:
            marginals.append({value: Fraction(n, len(given)) for value, n in Counter(given).items()})
    pairs = list(combinations(marginals, 2))
    if not pairs:
        return None
    chance = sum((one[value] * other.get(value, 0) for one, other in pairs for value in one), Fraction(0))
    return _corrected(rows, chance=chance / len(pairs))


def cohen_kappa(rows: Rows) -> Fraction | None:
    return conger_kappa([row for row in rows if len(_given(row)) == 2] or [[None, None]])


def weighted_kappa(rows: Rows, *, apart: Weight) -> Fraction | None:
    """Disagreement weights; the table of all pairs of a first and a second value stands for chance."""
    both = [row for row in rows if len(_given(row)) == 2]
    if len(both) < 2:
        return None
    observed = sum((apart(one, other) for one, other in both), Fraction(0)) / len(both)
    first, second = zip(*both, strict=True)
    expected = sum((apart(one, other) for one, other in product(first, second)), Fraction(0)) / len(both) ** 2
    return 1 - observed / expected if expected else None


def brennan_prediger(rows: Rows, *, q: int) -> Fraction | None:
    observed = agreement(rows)
    return None if observed is None else (observed - Fraction(1, q)) / (1 - Fraction(1, q))


def gwet(rows: Rows, *, categories: Sequence[Any], weight: Weight = equal) -> Fraction | None:
    """AC1, or AC2 with agreement weights; ``categories`` are all of the codebook's."""
    observed, q = agreement(rows, weight=weight), len(categories)
    if observed is None:
        return None
    total = sum((weight(one, other) for one, other in product(categories, repeat=2)), Fraction(0))
    spread = sum((share * (1 - share) for share in _mean_shares(rows).values()), Fraction(0))
    chance = total * spread / (q * (q - 1))
    return (observed - chance) / (1 - chance)


def alpha(rows: Rows, *, metric: str) -> Fraction | None:
    coincidences = _coincidences(rows)
    if sum(len(_given(row)) >= 2 for row in rows) < 2:
        return None
    totals: dict[Any, Fraction] = {}
    for (one, _), n in coincidences.items():
        totals[one] = totals.get(one, Fraction(0)) + n
    number = sum(totals.values(), Fraction(0))

    def squared(one: Any, other: Any) -> Fraction:
        if metric == "nominal":
            return Fraction(one != other)
        if metric == "interval":
            return Fraction(one - other) ** 2
        if metric == "ratio":
            return Fraction(one - other, one + other) ** 2 if one + other else Fraction(0)
        low, high = sorted((one, other))
        between = sum((n for value, n in totals.items() if low <= value <= high), Fraction(0))
        return (between - (totals[low] + totals[high]) / 2) ** 2

    observed = sum((n * squared(one, other) for (one, other), n in coincidences.items()), Fraction(0)) / number
    expected = sum(
        (totals[one] * totals[other] * squared(one, other) for one, other in product(totals, repeat=2)), Fraction(0)
    ) / (number * (number - 1))
    return 1 - observed / expected if expected else None


def linear(categories: Sequence[Any]) -> Weight:
    """Agreement weights by places in the list."""
    return lambda one, other: 1 - Fraction(abs(categories.index(one) - categories.index(other)), len(categories) - 1)


def quadratic(categories: Sequence[Any]) -> Weight:
    """Agreement weights by squared places in the list."""
    return lambda one, other: 1 - Fraction(categories.index(one) - categories.index(other), len(categories) - 1) ** 2


def _given(values: Sequence[Any]) -> list[Any]:
    return [value for value in values if value is not None]


def _corrected(rows: Rows, *, chance: Fraction) -> Fraction | None:
    observed = agreement(rows)
    if observed is None or chance == 1 or sum(len(_given(row)) >= 2 for row in rows) < 2:
        return None
    return (observed - chance) / (1 - chance)


def _mean_shares(rows: Rows) -> dict[Any, Fraction]:
    given = [_given(row) for row in rows if _given(row)]
    shares: dict[Any, Fraction] = {}
    for values in given:
        for value in values:
            shares[value] = shares.get(value, Fraction(0)) + Fraction(1, len(values) * len(given))
    return shares


def _coincidences(rows: Rows) -> dict[tuple[Any, Any], Fraction]:
    found: dict[tuple[Any, Any], Fraction] = {}
    for row in rows:
        given = _given(row)
        for one, other in permutations(given, 2):
            found[one, other] = found.get((one, other), Fraction(0)) + Fraction(1, len(given) - 1)
    return found
