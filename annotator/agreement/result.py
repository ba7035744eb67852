# SPDX-License-Identifier: MIT
"""What every measure of agreement returns: a number, or the reason why there is none.

Nothing here needs numpy, so the verbs and the command line may import it at any time.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    """Whether a value stands, and if not, why not. A value is given with ``ok`` and never else.

    A percent of 1 that holds only because nobody used the code is ``ok`` as well: the number is
    defined, and the reason beside it begins with the word "trivially".
    """

    OK = "ok"
    NO_VARIATION = "no_variation"
    NO_SHARED_DOCUMENTS = "no_shared_documents"
    NO_UNITS = "no_units"
    ONE_UNIT = "one_unit"
    CODE_NOT_IN_REVISION = "code_not_in_revision"
    OVERLAPPING_UNITS = "overlapping_units"
    NOT_FOR_THESE_VALUES = "not_for_these_values"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a value may lie: ``low`` to ``high`` at ``level``, found by ``method``.

    ``resamples`` are those that gave a value, None where nothing was drawn; ``undefined`` are those
    that gave none. ``below`` holds, for each threshold, the share of resamples under it.

    Raises ValueError for an end that is not finite and for ends in the wrong order.
    """

    low: float
    high: float
    level: float
    method: str
    resamples: int | None = None
    undefined: int = 0
    below: Mapping[float, float] = field(default_factory=lambda: _NOTHING_BELOW)

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high) and self.low <= self.high):
            raise ValueError(f"an interval from {self.low} to {self.high}")

    def as_json(self) -> dict[str, object]:
        """Give the plain form; a negative zero becomes 0."""
        return {
            "low": self.low + 0.0,
            "high": self.high + 0.0,
            "level": self.level,
            "method": self.method,
            "resamples": self.resamples,
        }


_NOTHING_BELOW: Mapping[float, float] = MappingProxyType({})
_NO_SETTINGS: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Result:
    """One value of one measure with everything that defines it.

    ``n`` counts the units compared: those for which at least two of ``coders`` give a value.
    ``documents`` are the ones that count for this code and these coders. ``coders`` are those who share at least one
    finished document with another of the chosen (all the chosen where nobody does). ``code`` is
    None for a measure of all codes together. Values are shares or coefficients, never percentages:
    1 is full agreement. ``reason`` is a sentence where the value is missing, else a remark or "".
    ``settings`` are plain values that JSON can hold: what fixed the number beside the codings.

    Raises ValueError for an interval without a value, a value without ``ok``, ``ok`` without a value,
    or one that is not finite.
    """

    measure: str
    code: str | None
    unit: str
    coders: tuple[str, ...]
    documents: tuple[str, ...]
    n: int
    value: float | None
    status: Status
    reason: str = ""
    interval: Interval | None = None
    settings: Mapping[str, object] = field(default_factory=lambda: _NO_SETTINGS)

    def __post_init__(self) -> None:
        if (self.value is None) is (self.status is Status.OK):
            raise ValueError(f"{self.measure}: status {self.status} with value {self.value}")
        if self.value is None and not self.reason:
            raise ValueError(f"{self.measure}: undefined without a reason")
        if self.value is not None and not math.isfinite(self.value):
            raise ValueError(f"{self.measure}: {self.value} is not a value")
        if self.value is None and self.interval is not None:
            raise ValueError(f"{self.measure}: an interval around no value")

    def as_json(self) -> dict[str, object]:
        """Give the plain form that ``agreement --json`` prints; a negative zero becomes 0."""
        return {
            "measure": self.measure,
            "code": self.code,
            "unit": self.unit,
            "coders": list(self.coders),
            "documents": list(self.documents),
            "n": self.n,
            "value": None if self.value is None else self.value + 0.0,
            "status": self.status.value,
            "reason": self.reason,
            "interval": None if self.interval is None else self.interval.as_json(),
            "settings": dict(self.settings),
        }


@dataclass(frozen=True, slots=True)
class CoderUsage:
    """How one coder used one code over the shared documents that count for this code.

    ``spans`` counts distinct spans, overlapping ones each, after excluded regions are cut out.
    ``coded`` counts the units under them, each once, out of ``units``.
    """

    coder: str
    spans: int
    coded: int
    units: int


@dataclass(frozen=True, slots=True)
class CodeUsage:
    """How much of the compared text carries a code.

    ``prevalence`` is the share of all values (units times the coders who give one) that are "coded";
    None where there is no unit. ``n`` is as in :class:`Result`.
    """

    code: str
    unit: str
    n: int
    prevalence: float | None
    coders: tuple[CoderUsage, ...]
