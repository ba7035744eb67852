# SPDX-License-Identifier: MIT
"""Every measure of the 2016 family of unitizing alpha, with its number or the reason for none.

u, |u, cu, cu_coverage and (k)u need that no coder's units of different codes overlap; uα of a code by
itself exists without that. See ``unitizing_2016`` for the formulas and their source.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np

from annotator.agreement.bootstrap import Drawing, with_intervals
from annotator.agreement.data import DocumentCodings
from annotator.agreement.question import Question
from annotator.agreement.reasons import counted, shared_articles
from annotator.agreement.result import Result, Status
from annotator.agreement.sums import Integers, Values
from annotator.agreement.unitizing import Ground, Unitized
from annotator.agreement.unitizing_2016 import (
    CategoryNumbers,
    UnitNumbers,
    category_numbers,
    code_u_of,
    coded_u_of,
    coverage_of,
    cu_of,
    overlapping,
    u_alpha,
    u_of,
    unit_numbers,
)

U_ALPHA, U, CODED_U, CU, CU_COVERAGE, CODE_U = "u_alpha_2016", "u", "|u", "cu", "cu_coverage", "(k)u"
OF_ALL: Mapping[str, Callable[..., Values]] = MappingProxyType(
    {U: u_of, CODED_U: coded_u_of, CU_COVERAGE: coverage_of, CU: cu_of}
)
CONTESTED = "for three coders or more: implementations square the covers pair by pair, or their union"
VARIANT = "squared pairwise covers"


@dataclass(frozen=True, slots=True)
class Swept2016:
    """Everything swept once; ``numbers`` by code, lines as ``unitized.continua.documents``.

    ``categories`` is None where units of one coder overlap; ``overlaps`` counts such units.
    """

    unitized: Unitized
    numbers: dict[str, UnitNumbers]
    categories: CategoryNumbers | None
    overlaps: int

    @property
    def coders(self) -> int:
        """The number of coders who take part."""
        return len(self.unitized.continua.coders)


def unitizing_2016_results(
    documents: Sequence[DocumentCodings], question: Question, *, drawing: Drawing | None = None
) -> list[Result]:
    """Give uα of each code, then u, |u, cu_coverage, cu, and (k)u of each code.

    With ``drawing`` each value has its interval.

    ``unit`` of all is the character, whatever the question says. ValueError for positions outside
    their document.
    """
    swept = sweep_2016(documents, question)
    found = [code_result(swept, code=code, drawing=drawing) for code in question.codes]
    results = results_together(swept)
    if swept.categories is None:
        return found + results
    formulas = [formula_of(each, swept=swept) for each in results]
    return found + with_intervals(results, numbers=swept.categories, formulas=formulas, drawing=drawing)


def sweep_2016(documents: Sequence[DocumentCodings], question: Question) -> Swept2016:
    """Sweep all codes once, each by itself and all together."""
    unitized = Unitized.of(documents, question)
    counts = unitized.counts(None)
    overlaps = int(overlapping(unitized)[counts].sum())
    return Swept2016(
        unitized=unitized,
        numbers={code: unit_numbers(unitized, code=code) for code in question.codes},
        categories=None if overlaps else category_numbers(unitized).only(counts),
        overlaps=overlaps,
    )


def results_together(swept: Swept2016) -> list[Result]:
    """Give every measure of all codes together."""
    codes = swept.unitized.continua.codes
    ground = Ground.of(swept.unitized, code=None)
    status, words = ground.status, ""
    if status is not Status.OK:
        words = ground.words_for(status)
    elif swept.categories is None:
        status, words = Status.OVERLAPPING_UNITS, overlapping_units(swept)
    if status is Status.OK and swept.categories is not None:
        found = together(swept.categories.pooled(), ground=ground, coders=swept.coders)
    else:
        keys = [*((name, None) for name in OF_ALL), *((CODE_U, code) for code in codes)]
        found = dict.fromkeys(keys, (status, words))
    return [
        ground.result(measure, code=code, found=value, words=told, settings=settings_of(measure))
        for (measure, code), (value, told) in found.items()
    ]


def formula_of(result: Result, *, swept: Swept2016) -> Callable[[CategoryNumbers], Values]:
    """Give the formula of a measure of all codes together."""
    if result.code is None:
        return partial(OF_ALL[result.measure], coders=swept.coders)
    place = swept.unitized.continua.codes.index(result.code)
    return lambda numbers: code_u_of(numbers, coders=swept.coders)[..., place]


def code_result(swept: Swept2016, *, code: str, drawing: Drawing | None) -> Result:
    """Give uα of one code by itself."""
    ground = Ground.of(swept.unitized, code=code)
    numbers = swept.numbers[code].only(swept.unitized.counts(code))
    pooled = numbers.pooled()
    status = ground.status
    if status is Status.OK and pooled.coded == swept.coders * pooled.characters:
        status = Status.NO_VARIATION
    settings = settings_of(U_ALPHA)
    if status is not Status.OK:
        return ground.result(U_ALPHA, code=code, found=status, words=ground.words_for(status), settings=settings)
    formula = partial(u_alpha, coders=swept.coders)
    result = ground.result(U_ALPHA, code=code, found=float(formula(pooled)), words="", settings=settings)
    return with_intervals([result], numbers=numbers, formulas=[formula], drawing=drawing)[0]


def overlapping_units(swept: Swept2016) -> str:
    """Say that units overlap and what to look at instead."""
    units = counted(swept.overlaps, "annotation")
    return (
        f"overlapping units: {units} of different codes by the same coder overlap, "
        f"and this measure takes one code at a time; see {U_ALPHA} of each code"
    )


def together(
    pooled: CategoryNumbers, *, ground: Ground, coders: int
) -> dict[tuple[str, str | None], tuple[float | Status, str]]:
    """Give the measures of all codes by name and code: the value or the status, and the words with it."""
    where = f"all {counted(ground.characters, 'character')} of {shared_articles(len(ground.documents))}"
    found: dict[tuple[str, str | None], tuple[float | Status, str]] = {
        (U, None): or_no_variation(u_of(pooled, coders=coders), f"everyone put the same code on {where}"),
        (CODED_U, None): or_no_variation(coded_u_of(pooled, coders=coders), f"everyone put some code on {where}"),
        (CU_COVERAGE, None): (float(coverage_of(pooled, coders=coders)), ""),
        (CU, None): of_meetings(cu_of(pooled, coders=coders), met=pooled.met, code=None),
    }
    values = code_u_of(pooled, coders=coders)
    for place, code in enumerate(ground.unitized.continua.codes):
        found[CODE_U, code] = of_meetings(values[place], met=pooled.met, code=place)
    return found


def or_no_variation(value: Values, words: str) -> tuple[float | Status, str]:
    """Give the value, or where there is none say that nothing varies."""
    if np.isnan(value):
        return Status.NO_VARIATION, f"no variation: {words}"
    return float(value), ""


def of_meetings(value: Values, *, met: Integers, code: int | None) -> tuple[float | Status, str]:
    """Give cu or (k)u; where there is none, say from how annotations of two coders meet why not."""
    if not np.isnan(value):
        return float(value), ""
    own = met.sum() if code is None else met[code]
    if own == 0:
        whose = "no annotation" if code is None else "no annotation of this code"
        return Status.NO_UNITS, f"no units: {whose} meets one of another coder"
    if np.count_nonzero(met) == 1:
        return Status.NO_VARIATION, "no variation: wherever annotations of two coders meet, all carry the same code"
    return Status.NOT_FOR_THESE_VALUES, (
        "too few annotations meet: with one meeting place or little more nothing is to be expected by chance"
    )


def settings_of(measure: str) -> dict[str, object]:
    """Name what fixes the number beside the codings."""
    settings: dict[str, object] = {"year": 2016}
    if measure in (CU, CODE_U):
        settings |= {"contested": CONTESTED, "variant": VARIANT}
    return settings
