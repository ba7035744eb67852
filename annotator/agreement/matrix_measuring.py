# SPDX-License-Identifier: MIT
"""Every coefficient of a reliability matrix, each with its number or the reason why there is none."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

import numpy as np

from annotator.agreement.brennan_prediger import brennan_prediger_of_matrix
from annotator.agreement.cohen import cohen_of_matrix
from annotator.agreement.conger import conger_of_matrix
from annotator.agreement.fleiss import fleiss_of_matrix
from annotator.agreement.gwet import Weights, ac1_of_matrix, ac2_of_matrix
from annotator.agreement.krippendorff import alpha_of_matrix
from annotator.agreement.krippendorff_bootstrap import BESIDE, alphas_of_matrix, bootstrap_interval
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.metrics import Metric, squared_distance
from annotator.agreement.percent import percent_items_of_matrix, percent_pairable_of_matrix
from annotator.agreement.question import LEVEL, RESAMPLES, SEED
from annotator.agreement.reasons import counted
from annotator.agreement.result import Interval, Result, Status
from annotator.agreement.scott import scott_of_matrix
from annotator.agreement.standard_error import Estimate
from annotator.agreement.weighted_kappa import weighted_kappa_of_matrix

SE_SUFFIX = ":se_gwet"
"""What follows the name of a measure in the name of its standard error."""


class IntervalKind(StrEnum):
    """How intervals are found; Krippendorff's bootstrap is of alphas only."""

    GWET = "gwet"
    KRIPPENDORFF = "krippendorff"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Intervals:
    """Which intervals are wanted; the last two matter where something is drawn."""

    kind: IntervalKind = IntervalKind.GWET
    level: float = LEVEL
    resamples: int = RESAMPLES
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class MatrixCoefficient:
    """A coefficient of a matrix: its formula, and what it wants of coders and categories.

    ``metric`` is that of an alpha. ``settings`` fix the number beside the values, together with the
    number of categories where ``of_categories``. ``has_error`` says that a standard error is known.
    """

    name: str
    of_matrix: Callable[[ReliabilityMatrix], Estimate | Status]
    two_coders: bool = False
    metric: Metric | None = None
    of_categories: bool = False
    has_error: bool = True
    settings: Mapping[str, object] = field(default_factory=dict)

    def settings_for(self, matrix: ReliabilityMatrix) -> dict[str, object]:
        """Give everything that fixes the number beside the values."""
        return {**self.settings, "categories": matrix.q} if self.of_categories else dict(self.settings)


def _alpha(metric: Metric) -> MatrixCoefficient:
    return MatrixCoefficient(
        f"krippendorff_alpha_{metric}",
        partial(alpha_of_matrix, metric=metric),
        metric=metric,
        has_error=metric is not Metric.ORDINAL,
        settings={"metric": metric.value},
    )


def _kappa(weights: Weights) -> MatrixCoefficient:
    return MatrixCoefficient(
        f"cohen_kappa_{weights}",
        partial(weighted_kappa_of_matrix, weights=weights),
        two_coders=True,
        settings={"weights": weights.value},
    )


def _ac2(weights: Weights) -> MatrixCoefficient:
    return MatrixCoefficient(
        f"gwet_ac2_{weights}",
        partial(ac2_of_matrix, weights=weights),
        of_categories=True,
        settings={"weights": weights.value},
    )


MATRIX_COEFFICIENTS: tuple[MatrixCoefficient, ...] = (
    MatrixCoefficient("percent_items", percent_items_of_matrix, has_error=False),
    MatrixCoefficient("percent_pairable", percent_pairable_of_matrix, has_error=False),
    MatrixCoefficient("cohen_kappa", cohen_of_matrix, two_coders=True),
    _kappa(Weights.LINEAR),
    _kappa(Weights.QUADRATIC),
    MatrixCoefficient("scott_pi", scott_of_matrix, two_coders=True),
    MatrixCoefficient("fleiss_kappa", fleiss_of_matrix),
    MatrixCoefficient("conger_kappa", conger_of_matrix),
    MatrixCoefficient("brennan_prediger", brennan_prediger_of_matrix, of_categories=True),
    MatrixCoefficient("gwet_ac1", ac1_of_matrix, of_categories=True),
    _ac2(Weights.LINEAR),
    _ac2(Weights.QUADRATIC),
    *map(_alpha, Metric),
)
"""The measures in the order in which they are reported."""

MATRIX_MEASURES: tuple[str, ...] = tuple(
    name
    for each in MATRIX_COEFFICIENTS
    for name in ((each.name, each.name + SE_SUFFIX) if each.has_error else (each.name,))
)
"""The names of all measures of a matrix, each coefficient's standard error after it."""


def measure_matrix(
    matrix: ReliabilityMatrix,
    *,
    coders: tuple[str, ...],
    documents: tuple[str, ...] = (),
    unit: str = "unit",
    measures: Sequence[str] | None = None,
    intervals: Intervals | None = None,
) -> list[Result]:
    """Measure the values of all categories together.

    ``coders`` names the columns; ``documents`` and ``unit`` are carried into the results. Of
    ``measures`` those named are given, in their own order; None asks for all that there are for so
    many coders, standard errors only with Gwet's intervals. ValueError where the number of coders'
    names is not that of the columns, for an unknown measure, and for a coefficient of two coders that
    is asked for by name with more or fewer.
    """
    if len(coders) != matrix.values.shape[1]:
        raise ValueError(f"{len(coders)} names for {matrix.values.shape[1]} coders")
    asked = chosen(measures, coders=len(coders))
    measuring = _Measuring(matrix, coders=coders, documents=documents, unit=unit, intervals=intervals or Intervals())
    return [
        result
        for coefficient in MATRIX_COEFFICIENTS
        if {coefficient.name, coefficient.name + SE_SUFFIX} & set(asked)
        for result in measuring.results(coefficient)
        if result.measure in asked
    ]


def chosen(measures: Sequence[str] | None, *, coders: int) -> frozenset[str]:
    """Give the names of what is to be measured; ValueError for one that there is not."""
    of_two = {each.name for each in MATRIX_COEFFICIENTS if each.two_coders}
    if measures is None:
        return frozenset(name for name in MATRIX_MEASURES if coders == 2 or name.removesuffix(SE_SUFFIX) not in of_two)
    for name in measures:
        if name not in MATRIX_MEASURES:
            raise ValueError(f"{name} is no measure of a matrix")
        if coders != 2 and name.removesuffix(SE_SUFFIX) in of_two:
            raise ValueError(f"{name} is a coefficient of two coders, not of {coders}")
    return frozenset(measures)


@dataclass(frozen=True, slots=True)
class _Measuring:
    """One matrix measured: what all its results share."""

    matrix: ReliabilityMatrix
    coders: tuple[str, ...]
    documents: tuple[str, ...]
    unit: str
    intervals: Intervals

    def results(self, coefficient: MatrixCoefficient) -> Iterator[Result]:
        """Give the coefficient, then its standard error."""
        found = coefficient.of_matrix(self.matrix)
        if isinstance(found, Status):
            yield self.result(coefficient, found)
            if coefficient.has_error:
                yield self.result(coefficient, found, suffix=SE_SUFFIX)
            return
        interval = self.interval(coefficient, found)
        yield self.result(coefficient, found.value, interval=interval, remark=self.remark(coefficient, found))
        if not coefficient.has_error:
            return
        error = found.standard_error()
        without = Status.NO_VARIATION if found.trivial else Status.ONE_UNIT
        yield self.result(coefficient, without if error is None else error, suffix=SE_SUFFIX, interval=interval)

    def result(
        self,
        coefficient: MatrixCoefficient,
        found: float | Status,
        *,
        suffix: str = "",
        interval: Interval | None = None,
        remark: str = "",
    ) -> Result:
        """Put a value or the status of a missing one into words."""
        status = found if isinstance(found, Status) else Status.OK
        if isinstance(found, Status):
            remark = matrix_reason(found, coefficient=coefficient, matrix=self.matrix, unit=self.unit)
        return Result(
            measure=coefficient.name + suffix,
            code=None,
            unit=self.unit,
            coders=self.coders,
            documents=self.documents,
            n=self.matrix.pairable().units,
            value=None if isinstance(found, Status) else found,
            status=status,
            reason=remark,
            interval=interval,
            settings=coefficient.settings_for(self.matrix),
        )

    def interval(self, coefficient: MatrixCoefficient, found: Estimate) -> Interval | None:
        """Give the interval that was asked for, where there is one."""
        wanted = self.intervals
        if wanted.kind is IntervalKind.GWET:
            return found.interval(wanted.level)
        if wanted.kind is IntervalKind.NONE or coefficient.metric is None or not wanted.resamples:
            return None
        distance = squared_distance(coefficient.metric, matrix=self.matrix)
        if distance is None:
            return None
        alphas = alphas_of_matrix(self.matrix, distance=distance, resamples=wanted.resamples, seed=wanted.seed)
        return bootstrap_interval(alphas, level=wanted.level)

    def remark(self, coefficient: MatrixCoefficient, found: Estimate) -> str:
        """Say what to know of a value that exists."""
        n = self.matrix.pairable().units
        if found.trivial:
            return f"trivially: all values of {counted(n, self.unit)} are the same"
        if self.intervals.kind is not IntervalKind.GWET:
            drawn = self.intervals.kind is IntervalKind.KRIPPENDORFF and coefficient.metric is not None
            return BESIDE if drawn and np.ptp(self.matrix.pairable().values_per_unit) else ""
        if coefficient.metric is Metric.ORDINAL:
            return "no interval: no standard error is known where the distances are taken from the values themselves"
        return f"no interval: one {self.unit}" if n == 1 and coefficient.has_error else ""


def matrix_reason(status: Status, *, coefficient: MatrixCoefficient, matrix: ReliabilityMatrix, unit: str) -> str:
    """Say in words why a coefficient of this matrix does not exist."""
    units = counted(matrix.units, unit)
    pairable = counted(matrix.pairable().units, unit)
    return {
        Status.NO_UNITS: f"undefined (nothing shared: none of {units} has values of two coders)",
        Status.ONE_UNIT: f"undefined (one unit: of {units} only one has values of two coders)",
        Status.NO_VARIATION: f"undefined (no variation: all values of {pairable} are the same)",
        Status.NOT_FOR_THESE_VALUES: f"undefined (not for these values: {values_wanted(coefficient, matrix=matrix)})",
    }[status]


def values_wanted(coefficient: MatrixCoefficient, *, matrix: ReliabilityMatrix) -> str:
    """Say what kind of values a coefficient needs that these are not."""
    numbers = matrix.numbers()
    if coefficient.metric in {Metric.INTERVAL, Metric.RATIO} and numbers is None:
        return f"{coefficient.name} needs numbers, and some of the values are none"
    if coefficient.metric is Metric.RATIO:
        return f"{coefficient.name} needs numbers from zero on, and some of the values are negative"
    if matrix.q > len(matrix.categories):
        return (
            f"{coefficient.name} needs every category's place on the scale, "
            f"and of {matrix.q} categories only {len(matrix.categories)} are known"
        )
    return f"{coefficient.name} needs numbers, or categories named in their order"
