# SPDX-License-Identifier: MIT
"""Agreement the slow and obvious way: every unit spelled out, every formula from its definition, in fractions.

Shares no code with the package. Values are None where a coefficient does not exist.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, permutations

from annotator.agreement import DocumentCodings

Unit = dict[str, bool]
"""One unit: whether each coder who gives a value coded it."""


def counting(documents: Sequence[DocumentCodings], *, coders: Sequence[str], code: str) -> list[DocumentCodings]:
    return [document for document in documents if len(_givers(document, coders=coders, code=code)) >= 2]


def units(
    documents: Sequence[DocumentCodings], *, coders: Sequence[str], code: str, unit: str, half: bool = False
) -> list[Unit]:
    found: list[Unit] = []
    for document in counting(documents, coders=coders, code=code):
        givers = _givers(document, coders=coders, code=code)
        coded = {coder: _characters(document.spans.get((coder, code), ())) for coder in givers}
        left = set(range(document.length)) - _characters(document.excluded)
        pieces = [{place} for place in left] if unit == "character" else _pieces(document, left=left)
        if unit == "document":
            pieces = [left] if left else []
        least = 0.5 if half and unit != "document" else 1e-9
        found += [{coder: len(coded[coder] & piece) >= least * len(piece) for coder in givers} for piece in pieces]
    return found


def percent(found: Sequence[Unit]) -> Fraction | None:
    if not found:
        return None
    shares = []
    for unit in found:
        pairs = list(combinations(unit.values(), 2))
        shares.append(Fraction(sum(one == two for one, two in pairs), len(pairs)))
    return sum(shares, Fraction(0)) / len(shares)


def cohen_kappa(found: Sequence[Unit], *, coders: tuple[str, str]) -> Fraction | None:
    both = [(unit[coders[0]], unit[coders[1]]) for unit in found if coders[0] in unit and coders[1] in unit]
    if len(both) < 2:
        return None
    observed = Fraction(sum(one == two for one, two in both), len(both))
    chance = Fraction(0)
    for category in (True, False):
        first = Fraction(sum(one == category for one, _ in both), len(both))
        second = Fraction(sum(two == category for _, two in both), len(both))
        chance += first * second
    return None if chance == 1 else (observed - chance) / (1 - chance)


def fleiss_kappa(found: Sequence[Unit]) -> Fraction | None:
    if len(found) < 2:
        return None
    chance = Fraction(0)
    for category in (True, False):
        shares = [Fraction(sum(value == category for value in unit.values()), len(unit)) for unit in found]
        chance += (sum(shares, Fraction(0)) / len(found)) ** 2
    observed = percent(found)
    return None if chance == 1 or observed is None else (observed - chance) / (1 - chance)


def krippendorff_alpha_nominal(found: Sequence[Unit]) -> Fraction | None:
    if len(found) < 2:
        return None
    coincidences = {(one, two): Fraction(0) for one in (True, False) for two in (True, False)}
    for unit in found:
        for one, two in permutations(unit.values(), 2):
            coincidences[one, two] += Fraction(1, len(unit) - 1)
    totals = {one: coincidences[one, True] + coincidences[one, False] for one in (True, False)}
    number = sum(totals.values())
    observed = (coincidences[True, False] + coincidences[False, True]) / number
    expected = 2 * totals[True] * totals[False] / (number * (number - 1))
    return None if expected == 0 else 1 - observed / expected


def percent_pairable(found: Sequence[Unit]) -> Fraction | None:
    """One minus Krippendorff's observed disagreement: agreeing ordered pairs, each over the unit's other values."""
    if not found:
        return None
    agreeing = Fraction(0)
    for unit in found:
        for one, two in permutations(unit.values(), 2):
            agreeing += Fraction(one == two, len(unit) - 1)
    return agreeing / sum(len(unit) for unit in found)


def scott_pi(found: Sequence[Unit], *, coders: tuple[str, str]) -> Fraction | None:
    both = [unit for unit in found if set(coders) <= unit.keys()]
    return fleiss_kappa(both)


def conger_kappa(found: Sequence[Unit]) -> Fraction | None:
    """Chance: two different coders drawn, each giving a value by the coder's own shares."""
    coders = sorted({coder for unit in found for coder in unit})
    if len(found) < 2:
        return None
    shares = []
    for coder in coders:
        own = [unit[coder] for unit in found if coder in unit]
        shares.append(Fraction(sum(own), len(own)))
    pairs = list(combinations(shares, 2))
    chance = sum((one * two + (1 - one) * (1 - two) for one, two in pairs), Fraction(0)) / len(pairs)
    observed = percent(found)
    values = {value for unit in found for value in unit.values()}
    return None if len(values) < 2 or observed is None else (observed - chance) / (1 - chance)


def brennan_prediger(found: Sequence[Unit]) -> Fraction | None:
    observed = percent(found)
    return None if observed is None else 2 * observed - 1


def gwet_ac1(found: Sequence[Unit]) -> Fraction | None:
    observed = percent(found)
    if observed is None:
        return None
    share = sum((Fraction(sum(unit.values()), len(unit)) for unit in found), Fraction(0)) / len(found)
    chance = 2 * share * (1 - share)
    return (observed - chance) / (1 - chance)


def positive_specific_agreement(found: Sequence[Unit]) -> Fraction | None:
    both = either = 0
    for unit in found:
        for one, two in combinations(unit.values(), 2):
            both += one and two
            either += one + two
    return Fraction(2 * both, either) if either else None


def coded_by(found: Sequence[Unit], *, coder: str) -> int:
    return sum(unit.get(coder, False) for unit in found)


def _givers(document: DocumentCodings, *, coders: Sequence[str], code: str) -> list[str]:
    known = document.codes_known
    return [coder for coder in coders if coder in document.finished and (known is None or code in known.get(coder, ()))]


def _characters(spans: Sequence[tuple[int, int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _pieces(document: DocumentCodings, *, left: set[int]) -> list[set[int]]:
    pieces = [left & set(range(start, end)) for start, end in document.units or ()]
    return [piece for piece in pieces if piece]
