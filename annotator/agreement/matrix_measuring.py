# SPDX-License-Identifier: MIT
"""Every coefficient of a reliability matrix, each with its number or the reason why there is none."""

from collections.abc import Callable, Mapping

from annotator.agreement.cohen import cohen_of_matrix
from annotator.agreement.fleiss import fleiss_of_matrix
from annotator.agreement.krippendorff import alpha_of_matrix
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.percent import percent_items_of_matrix, percent_pairable_of_matrix
from annotator.agreement.reasons import counted
from annotator.agreement.result import Result, Status

FORMULAS: Mapping[str, Callable[[ReliabilityMatrix], float | Status]] = {
    "percent_items": percent_items_of_matrix,
    "percent_pairable": percent_pairable_of_matrix,
    "cohen_kappa": cohen_of_matrix,
    "fleiss_kappa": fleiss_of_matrix,
    "krippendorff_alpha_nominal": alpha_of_matrix,
}


def measure_matrix(
    matrix: ReliabilityMatrix, *, coders: tuple[str, ...], documents: tuple[str, ...] = (), unit: str = "unit"
) -> list[Result]:
    """Measure the values of all categories together; Cohen's kappa only where there are two coders.

    ``coders`` names the columns; ``documents`` and ``unit`` are carried into the results. ValueError
    where the number of names is not that of the columns.
    """
    if len(coders) != matrix.values.shape[1]:
        raise ValueError(f"{len(coders)} names for {matrix.values.shape[1]} coders")
    results = []
    for name, formula in FORMULAS.items():
        if name == "cohen_kappa" and len(coders) != 2:
            continue
        found = formula(matrix)
        status = found if isinstance(found, Status) else Status.OK
        results.append(
            Result(
                measure=name,
                code=None,
                unit=unit,
                coders=coders,
                documents=documents,
                n=matrix.pairable().units,
                value=None if isinstance(found, Status) else found,
                status=status,
                reason=matrix_reason(status, matrix=matrix, unit=unit),
            )
        )
    return results


def matrix_reason(status: Status, *, matrix: ReliabilityMatrix, unit: str) -> str:
    """Say in words why a coefficient of this matrix does not exist; "" where it does."""
    units = counted(matrix.units, unit)
    pairable = counted(matrix.pairable().units, unit)
    return {
        Status.NO_UNITS: f"undefined (nothing shared: none of {units} has values of two coders)",
        Status.ONE_UNIT: f"undefined (one unit: of {units} only one has values of two coders)",
        Status.NO_VARIATION: f"undefined (no variation: all values of {pairable} are the same)",
    }.get(status, "")
