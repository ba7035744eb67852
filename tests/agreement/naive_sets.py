# SPDX-License-Identifier: MIT
"""Agreement on sets of codes the slow and obvious way: every unit's sets spelled out, in fractions.

Shares no code with the package. Values are None where a measure does not exist.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from annotator.agreement import DocumentCodings

Codes = frozenset[str]
Unit = list[Codes]
"""The sets that the coders who give a value put on one unit."""


def counting(documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str]) -> list[str]:
    return [document.document for document in documents if _counts(document, coders=coders, codes=codes)]


def units(
    documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str], unit: str, half: bool = False
) -> list[Unit]:
    found: list[Unit] = []
    for document in documents:
        if not _counts(document, coders=coders, codes=codes):
            continue
        left = set(range(document.length)) - _characters(document.excluded)
        pieces = [{place} for place in left]
        if unit == "document":
            pieces = [left]
        elif unit != "character":
            pieces = [left & set(range(start, end)) for start, end in document.units or ()]
        for piece in filter(None, pieces):
            values = []
            for coder in coders:
                if coder in document.finished:
                    touched = {code: len(_characters(document.spans.get((coder, code), ())) & piece) for code in codes}
                    need = len(piece) / 2 if half else 1
                    values.append(frozenset(code for code, size in touched.items() if size >= need))
            found.append(values)
    return found


def nominal(one: Codes, two: Codes) -> Fraction:
    return Fraction(one != two)


def jaccard(one: Codes, two: Codes) -> Fraction:
    return 1 - Fraction(len(one & two), len(one | two)) if one | two else Fraction(0)


def masi(one: Codes, two: Codes) -> Fraction:
    if one == two:
        return Fraction(0)
    if not one & two:
        return Fraction(1)
    monotonicity = Fraction(2, 3) if one < two or two < one else Fraction(1, 3)
    return 1 - Fraction(len(one & two), len(one | two)) * monotonicity


def alpha(found: Sequence[Unit], distance: Callable[[Codes, Codes], Fraction]) -> Fraction | None:
    pairable = [unit for unit in found if len(unit) >= 2]
    values = [value for unit in pairable for value in unit]
    if len(pairable) < 2 or len(set(values)) < 2:
        return None
    observed = Fraction(0)
    for unit in pairable:
        observed += sum(distance(one, two) for one, two in permutations(unit, 2)) / Fraction(len(unit) - 1)
    kinds = {value: values.count(value) for value in values}
    expected = sum(kinds[one] * kinds[two] * distance(one, two) for one in kinds for two in kinds)
    return 1 - (len(values) - 1) * observed / expected


def percent(found: Sequence[Unit]) -> Fraction | None:
    shares = []
    for unit in found:
        pairs = list(combinations(unit, 2))
        if pairs:
            shares.append(Fraction(sum(one == two for one, two in pairs), len(pairs)))
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def _counts(document: DocumentCodings, *, coders: Sequence[str], codes: Sequence[str]) -> bool:
    finished = [coder for coder in coders if coder in document.finished]
    known = document.codes_known
    return len(finished) >= 2 and (known is None or all(set(codes) <= known[coder] for coder in finished))


def _characters(spans: Sequence[tuple[int, int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}
