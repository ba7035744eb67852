# SPDX-License-Identifier: MIT
"""Standard errors by linearisation over units, and the interval built on them (Gwet 2014, ch. 5 and 6).

Every coefficient kappa here is a function of means over units. To the first order it moves by x_u
when a unit is drawn or left out, and with n units

    SE^2 = sum_u (x_u - kappa)^2 / [n (n - 1)]

For a coefficient (p_a - p_e) / (1 - p_e), with n' of the n units valued by two coders or more, a_u
the agreement within a unit (0 where there is one value) and c_u what the unit adds to p_e,

    x_u = (n/n') (a_u - p_e [r_u >= 2]) / (1 - p_e) - (1 - kappa) c_u / (1 - p_e)

The interval is kappa -+ t SE with Student's t of n - 1 degrees of freedom, cut at 1. Units are taken
as drawn one by one: where they are characters this understates the error, and it is not offered there.
"""

import math
from dataclasses import dataclass, field

import numpy as np

from annotator.agreement.matrix import Integers, ReliabilityMatrix, Values
from annotator.agreement.result import Interval
from annotator.agreement.student import student_quantile

METHOD = "gwet_standard_error"


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """A coefficient of a matrix, and what each row of equal units moves it by.

    ``parts`` are the x_u - kappa of the module's formula, one per row, for ``weights`` units each;
    both are empty where there is no standard error. ``trivial`` says that all values were the same.
    """

    value: float
    parts: Values = field(default_factory=lambda: np.empty(0))
    weights: Integers = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    trivial: bool = False

    def standard_error(self) -> float | None:
        """Give Gwet's standard error; None where it is not known or there are fewer than two units."""
        units = int(self.weights.sum())
        if units < 2:
            return None
        return math.sqrt(float(self.weights @ self.parts**2) / (units * (units - 1)))

    def interval(self, level: float) -> Interval | None:
        """Give the interval from the standard error; None where there is none."""
        error = self.standard_error()
        if error is None:
            return None
        reach = student_quantile(level, freedom=int(self.weights.sum()) - 1) * error
        return Interval(low=min(self.value - reach, 1.0), high=min(self.value + reach, 1.0), level=level, method=METHOD)


def trivial(matrix: ReliabilityMatrix) -> Estimate | None:
    """Give the value 1 where all values of the matrix are the same; None where they differ."""
    return Estimate(value=1.0, trivial=True) if np.count_nonzero(matrix.category_totals()) < 2 else None


def agreement_of_units(matrix: ReliabilityMatrix, *, shares: Values) -> Values:
    """Spread the agreement of the pairable rows over all rows of a matrix, 0 where there is one value."""
    agreement = np.zeros(len(matrix.values))
    agreement[matrix.values_per_unit >= 2] = shares
    return agreement


def chance_corrected(
    matrix: ReliabilityMatrix, *, shares: Values, chance: float, chance_parts: Values | float
) -> Estimate:
    """Build (p_a - p_e) / (1 - p_e) with its parts.

    Every row of ``matrix`` has a value; ``shares`` are the agreement of the rows with two or more;
    ``chance`` is p_e, below 1, and ``chance_parts`` the c_u of all rows. There is no standard error
    where only one unit has two values.
    """
    weights, pairable = matrix.weights, matrix.values_per_unit >= 2
    agreement = agreement_of_units(matrix, shares=shares)
    compared = int(weights[pairable].sum())
    value = (float(weights @ agreement) / compared - chance) / (1 - chance)
    if compared < 2:
        return Estimate(value=value)
    moved = matrix.units / compared * (agreement - chance * pairable) - (1 - value) * chance_parts
    return Estimate(value=value, parts=moved / (1 - chance) - value, weights=weights)
