# SPDX-License-Identifier: MIT
"""What a coefficient is to the rest: a name, a formula over sums, and when it does not exist."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.result import Status
from annotator.agreement.sums import CoderSums, CodeSums, PairSums, Sums, Values


class Needs(Enum):
    """What must be there before a number means anything, from the least to the most."""

    UNITS = "at least one unit with two values"
    USE = "a unit that someone coded"
    VARIATION = "two units, and both values in use"


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient of any number of coders.

    The formula works on each element of the sums' common shape by itself, so that it serves one
    pooled number and many resamples alike; it gives NaN where the coefficient does not exist.
    """

    name: str
    needs: Needs
    of_sums: Callable[[Sums], Values]

    def value(self, numbers: CodeSums) -> Values:
        """Give the coefficient of each element of the numbers' leading shape."""
        return self.of_sums(numbers.sums)


@dataclass(frozen=True, slots=True)
class PairCoefficient:
    """A coefficient of exactly two coders; the formula as in :class:`Coefficient`."""

    name: str
    needs: Needs
    of_pair: Callable[[PairSums], Values]

    def value(self, numbers: CodeSums) -> Values:
        """Give the coefficient; ValueError where there are not just two coders."""
        if numbers.pair is None:
            raise ValueError(f"{self.name} is a coefficient of two coders")
        return self.of_pair(numbers.pair)


@dataclass(frozen=True, slots=True)
class CoderCoefficient:
    """A coefficient that needs each coder's own numbers; the formula as in :class:`Coefficient`."""

    name: str
    needs: Needs
    of_coders: Callable[[Sums, CoderSums], Values]

    def value(self, numbers: CodeSums) -> Values:
        """Give the coefficient of each element of the numbers' leading shape."""
        return self.of_coders(numbers.sums, numbers.each)


AnyCoefficient = Coefficient | PairCoefficient | CoderCoefficient


def lacking(needs: Needs, *, units: int, values: int, coded: int) -> Status:
    """Say from exact counts whether what is needed is there (``ok``), or what is not.

    ``coded`` of the ``values`` given for ``units`` say "coded". A single unit is named before
    missing variation: there could be none.
    """
    if units == 0:
        return Status.NO_UNITS
    if needs is Needs.VARIATION and units == 1:
        return Status.ONE_UNIT
    if needs is not Needs.UNITS and coded == 0:
        return Status.NO_VARIATION
    if needs is Needs.VARIATION and coded == values:
        return Status.NO_VARIATION
    return Status.OK


def quotient(
    numerator: NDArray[np.int64] | Values, denominator: NDArray[np.int64] | Values, *, exists: NDArray[np.bool_]
) -> Values:
    """Divide where the result exists, NaN elsewhere; never warns."""
    result = np.full(np.shape(numerator), np.nan)
    np.divide(numerator, denominator, out=result, where=exists)
    return result


def has_variation(sums: Sums) -> NDArray[np.bool_]:
    """Whether both values, "coded" and "not coded", occur: exactly, on whole numbers."""
    return np.asarray((sums.coded > 0) & (sums.coded < sums.values))
