# SPDX-License-Identifier: MIT
"""Coefficients of one code, document by document and pooled at once, against the slow and obvious way."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from agreement import naive
from agreement.made import CODERS, CODES, chosen_coders, projects, units
from hypothesis import given, settings

from annotator.agreement import DocumentCodings
from annotator.agreement.brennan_prediger import BRENNAN_PREDIGER
from annotator.agreement.coefficient import AnyCoefficient, Needs, PairCoefficient
from annotator.agreement.conger import CONGER_KAPPA
from annotator.agreement.gwet import GWET_AC1
from annotator.agreement.measuring import sweep
from annotator.agreement.percent import PERCENT_PAIRABLE
from annotator.agreement.scott import SCOTT_PI
from annotator.agreement.sums import CoderSums, CodeSums, PairSums, Sums

TOLERANCE = 1e-12

SLOW_WAYS: dict[AnyCoefficient, Callable[[list[naive.Unit]], Fraction | None]] = {
    PERCENT_PAIRABLE: naive.percent_pairable,
    BRENNAN_PREDIGER: naive.brennan_prediger,
    GWET_AC1: naive.gwet_ac1,
    CONGER_KAPPA: naive.conger_kappa,
}
ANY = pytest.mark.parametrize("coefficient", [*SLOW_WAYS, SCOTT_PI], ids=lambda coefficient: coefficient.name)


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders, unit=units)
def test_of_any_number_of_coders(documents: list[DocumentCodings], coders: list[str], unit: str) -> None:
    swept = sweep(documents, coders=coders, codes=CODES, unit=unit)
    for code, numbers in swept.codes.items():
        sums = numbers.code_sums()
        alone = [naive.units([each], coders=coders, code=code, unit=unit) for each in swept.documents]
        together = [found for each in alone for found in each]
        for coefficient, slow in SLOW_WAYS.items():
            same(coefficient.value(sums), alone, needs=coefficient.needs, slow=slow)
            pooled = np.asarray(coefficient.value(sums.pooled()))[np.newaxis]
            same(pooled, [together], needs=coefficient.needs, slow=slow)


@settings(deadline=None)
@given(documents=projects(), unit=units)
def test_of_two_coders(documents: list[DocumentCodings], unit: str) -> None:
    pair = (CODERS[0], CODERS[1])
    swept = sweep(documents, coders=pair, codes=CODES, unit=unit)
    for code, numbers in swept.codes.items():
        alone = [naive.units([each], coders=pair, code=code, unit=unit) for each in swept.documents]
        same(
            SCOTT_PI.value(numbers.code_sums()),
            alone,
            needs=SCOTT_PI.needs,
            slow=lambda found: naive.scott_pi(found, coders=pair),
        )


def same(
    values: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    found: list[list[naive.Unit]],
    *,
    needs: Needs,
    slow: Callable[[list[naive.Unit]], Fraction | None],
) -> None:
    assert len(values) == len(found)
    for value, spelled_out in zip(values.tolist(), found, strict=True):
        expected = slow(spelled_out)
        if expected is not None:
            assert value == pytest.approx(float(expected), abs=TOLERANCE)
        elif needs is Needs.UNITS or len(spelled_out) != 1:
            # Of a single unit a formula may well give a number: its count tells.
            assert np.isnan(value)


@ANY
def test_a_binary_code_that_nobody_used(coefficient: AnyCoefficient) -> None:
    value = float(coefficient.value(of_two(units=1000, first=0, second=0, both=0)))
    assert np.isnan(value) if coefficient.needs is Needs.VARIATION else value == 1.0


@ANY
def test_a_binary_code_on_everything(coefficient: AnyCoefficient) -> None:
    value = float(coefficient.value(of_two(units=1000, first=1000, second=1000, both=1000)))
    assert np.isnan(value) if coefficient.needs is Needs.VARIATION else value == 1.0


@ANY
def test_ten_megabytes_do_not_overflow(coefficient: AnyCoefficient) -> None:
    """Twenty coders of 10**7 characters drawn 50 times over; half of the second one's passage is also the first's."""
    scale = 50
    large = coefficient.value(
        of_two(units=10**7 * scale, first=10**5 * scale, second=10**5 * scale, both=50_000 * scale)
    )
    small = coefficient.value(of_two(units=1000, first=10, second=10, both=5))
    assert float(large) == pytest.approx(float(small), abs=1e-9)
    if isinstance(coefficient, PairCoefficient):
        return
    many = coefficient.value(of_many(units=10**7 * scale, coded=10**5 * scale, coders=20))
    few = coefficient.value(of_many(units=1000, coded=10, coders=20))
    assert float(many) == pytest.approx(float(few), abs=1e-9)


def of_two(*, units: int, first: int, second: int, both: int) -> CodeSums:
    arrays = [np.asarray(number, dtype=np.int64) for number in (units, first, second, both)]
    return PairSums(*arrays).as_code_sums()


def of_many(*, units: int, coded: int, coders: int) -> CodeSums:
    """One coder of many coded so many units, the others none."""
    whole = {
        "units": units,
        "values": units * coders,
        "coded": coded,
        "coded_pairs": 0,
        "possible_pairs": coded * (coders - 1),
    }
    broken = {
        "disagreement": 2.0 * coded,
        "agreement": units - coded * 2 / coders,
        "share": coded / coders,
    }
    sums = Sums(
        **{name: np.asarray(number, dtype=np.int64) for name, number in whole.items()},
        **{name: np.asarray(number) for name, number in broken.items()},
    )
    each = CoderSums(values=np.full(coders, units), coded=np.array([coded] + [0] * (coders - 1)))
    return CodeSums(sums=sums, each=each, pair=None)
