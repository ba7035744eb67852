# SPDX-License-Identifier: MIT
"""Unitizing alpha the slow and obvious way: character by character, unit by unit, in fractions.

Shares no code with the package; the 2016 family with its expected coincidences written out. Values
are None where a measure does not exist.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product

from annotator.agreement import DocumentCodings

GAP = ""
Unit = tuple[int, int, str]
"""Start, end and code."""


class Text:
    """One document: its length once excluded regions are cut out, and each coder's units."""

    def __init__(self, document: DocumentCodings, *, coders: Sequence[str], codes: Sequence[str]) -> None:
        excluded = {place for start, end in document.excluded for place in range(start, end)}
        left = [place for place in range(document.length) if place not in excluded]
        self.length = len(left)
        self.units: list[list[Unit]] = []
        for coder in coders:
            own = []
            for code in codes:
                spans = [
                    (sum(place < start for place in left), sum(place < end for place in left))
                    for start, end in document.spans.get((coder, code), ())
                ]
                own += [(start, end, code) for start, end in _unioned(spans)]
            self.units.append(sorted(own))

    def label(self, coder: int, place: int) -> str:
        return next((code for start, end, code in self.units[coder] if start <= place < end), GAP)

    def gaps(self, coder: int, code: str) -> list[int]:
        """The lengths of the gaps between and beside the units of one code."""
        ends = [0, *(end for _, end, each in self.units[coder] if each == code)]
        starts = [*(start for start, _, each in self.units[coder] if each == code), self.length]
        return [start - end for end, start in zip(ends, starts, strict=True)]


def texts(
    documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str]
) -> tuple[tuple[str, ...], list[Text]]:
    """The documents finished by all the coders, who all had every code."""
    counting = [
        each
        for each in documents
        if set(coders) <= each.finished
        and (each.codes_known is None or all(set(codes) <= each.codes_known[coder] for coder in coders))
    ]
    return tuple(each.document for each in counting), [Text(each, coders=coders, codes=codes) for each in counting]


def overlap(found: Sequence[Text]) -> int:
    """How many units share a character with another unit of the same coder."""
    number = 0
    for text in found:
        for own in text.units:
            number += sum(any(one is not two and one[0] < two[1] and two[0] < one[1] for two in own) for one in own)
    return number


def family(found: Sequence[Text], *, codes: Sequence[str]) -> dict[str, Fraction | None]:
    """u, |u, cu, cu_coverage, and (k)u by its code behind it."""
    coders = len(found[0].units)
    categories = [GAP, *codes]
    common = {pair: Fraction(0) for pair in product(categories, repeat=2)}
    squares = dict.fromkeys(categories, 0)
    covers = {code: Fraction(0) for code in codes}
    for text in found:
        labels = [[text.label(coder, place) for place in range(text.length)] for coder in range(coders)]
        for one, two in permutations(labels, 2):
            for pair in zip(one, two, strict=True):
                common[pair] += Fraction(1, coders - 1)
        squares[GAP] += sum(label == GAP for own in labels for label in own)
        for coder, own in enumerate(text.units):
            for start, end, code in own:
                squares[code] += (end - start) ** 2
                for other in range(coders):
                    if other != coder:
                        covers[code] += Fraction(sum(map(bool, labels[other][start:end])) ** 2, coders - 1)
    total = Fraction(coders * sum(text.length for text in found))
    return {**_all_text(common, squares, total), **_where_units_meet(common, covers, total)}


def _all_text(
    common: Mapping[tuple[str, str], Fraction], squares: Mapping[str, int], total: Fraction
) -> dict[str, Fraction | None]:
    lengths = {one: sum((common[one, two] for two in squares), Fraction(0)) for one in squares}
    used = [one for one in squares if lengths[one]]
    if len(used) < 2:
        return {"u": None, "|u": None}

    def expected(one: str, two: str) -> Fraction:
        own = squares[one] if one == two else 0
        return total * (lengths[one] * lengths[two] - own) / (total**2 - sum(squares.values()))

    observed_u = total - sum(common[one, one] for one in squares)
    u = 1 - observed_u / (total - sum(expected(one, one) for one in squares))
    if GAP not in used:
        return {"u": u, "|u": None}
    coded = 1 - (lengths[GAP] - common[GAP, GAP]) / sum(expected(GAP, two) for two in squares if two != GAP)
    return {"u": u, "|u": coded}


def _where_units_meet(
    common: Mapping[tuple[str, str], Fraction], covers: Mapping[str, Fraction], total: Fraction
) -> dict[str, Fraction | None]:
    met = {one: sum((common[one, two] for two in covers), Fraction(0)) for one in covers}
    everything = sum(met.values(), Fraction(0))
    found: dict[str, Fraction | None] = {"cu_coverage": everything / total, "cu": None}
    found |= {f"(k)u {code}": None for code in covers}
    if not everything:
        return found
    below = everything - sum(covers.values()) / everything
    enough = {one: met[one] * everything > covers[one] and met[one] < everything for one in covers if met[one]}
    used = [one for one in covers if met[one]]
    if below > 0 and len(used) > 1:
        chance = sum(met[one] * met[two] / below for one, two in permutations(used, 2))
        found["cu"] = 1 - (everything - sum(common[one, one] for one in covers)) / chance
    for one in used:
        if enough[one]:
            # The divisor of all expected coincidences cancels; it is 0 where cu does not exist.
            every = met[one] * everything - covers[one]
            others = every - (met[one] ** 2 - covers[one])
            found[f"(k)u {one}"] = 1 - every / met[one] * (met[one] - common[one, one]) / others
    return found


def alpha_2004(found: Sequence[Text], *, codes: Sequence[str]) -> Fraction | None:
    """Squared differences, observed and expected, over texts and codes; None where none are expected."""
    parts = [parts_2004(text, code=code) for text in found for code in codes]
    expected = sum((part[1] for part in parts), Fraction(0))
    return 1 - sum((part[0] for part in parts), Fraction(0)) / expected if expected else None


def parts_2004(text: Text, *, code: str) -> tuple[Fraction, Fraction]:
    """The squared length of the text times the observed, and times the expected disagreement."""
    coders, length = len(text.units), text.length
    own = [[(start, end) for start, end, each in units if each == code] for units in text.units]
    observed = 0
    for one, two in combinations(own, 2):
        for first, second in product(one, two):
            if first[0] < second[1] and second[0] < first[1]:
                observed += (first[0] - second[0]) ** 2 + (first[1] - second[1]) ** 2
        for units, others in ((one, two), (two, one)):
            for start, end in units:
                if not any(start < other[1] and other[0] < end for other in others):
                    observed += (end - start) ** 2
    sizes = [end - start for units in own for start, end in units]
    gaps = [gap for coder in range(coders) for gap in text.gaps(coder, code)]
    if not sizes:
        return Fraction(observed), Fraction(0)
    chance = Fraction(0)
    for size in sizes:
        chance += Fraction((len(sizes) - 1) * (2 * size**3 - 3 * size**2 + size), 3)
        chance += size**2 * sum(gap - size + 1 for gap in gaps if gap >= size)
    ways = coders * length * (coders * length - 1) - sum(size * (size - 1) for size in sizes)
    return Fraction(2 * observed, coders * (coders - 1)), 2 * length * chance / ways


def _unioned(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
