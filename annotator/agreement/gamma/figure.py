# SPDX-License-Identifier: MIT
"""One number of the gamma family as it is reported, or the reason why there is none."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.agreement.gamma.gamma import Ratio
from annotator.agreement.gamma.reasons import NO_PAIRS
from annotator.agreement.result import Status


@dataclass(frozen=True, slots=True)
class Figure:
    """A value or the reason for none, its Monte-Carlo standard error and what it was drawn from.

    ``pairs`` counts the pairs of coders that a mean was taken over; None where none was.
    """

    value: float | None
    error: float | None = None
    samples: int | None = None
    pairs: int | None = None
    status: Status = Status.OK
    reason: str = ""

    @classmethod
    def missing(cls, status: Status, reason: str) -> "Figure":
        """Give no value."""
        return cls(value=None, status=status, reason=reason)

    @classmethod
    def plain(cls, value: float | None, *, factor: float = 1.0) -> "Figure":
        """Give a disorder or a count, if there is one."""
        return cls.missing(Status.NO_UNITS, NO_PAIRS) if value is None else cls(value=float(value * factor))

    @classmethod
    def of_ratio(cls, ratio: Ratio, *, nothing: str, flat: str) -> "Figure":
        """Give 1 - observed / expected; ``nothing`` says why there is no disorder, ``flat`` why none is expected."""
        if ratio.observed is None:
            return cls.missing(Status.NO_UNITS, nothing)
        if ratio.value is None:
            return cls.missing(Status.NO_VARIATION, flat)
        return cls(value=ratio.value, error=ratio.error, samples=ratio.samples)

    def settings(self) -> dict[str, object]:
        """Give what belongs to this figure alone."""
        found = {"samples": self.samples, "monte_carlo_error": self.error, "pairs_with_value": self.pairs}
        return {name: value for name, value in found.items() if value is not None}


def mean_of(figures: Sequence[Figure]) -> Figure:
    """Average the figures that have a value; the reason of the first where none has."""
    defined = [(figure, figure.value) for figure in figures if figure.value is not None]
    if not defined:
        return figures[0]
    errors = [figure.error for figure, _ in defined if figure.error is not None]
    counts = [figure.samples for figure, _ in defined if figure.samples is not None]
    return Figure(
        value=sum(value for _, value in defined) / len(defined),
        # As if the pairs' samples had nothing to do with each other.
        error=math.hypot(*errors) / len(defined) if errors else None,
        samples=min(counts, default=None),
        pairs=len(defined),
    )
