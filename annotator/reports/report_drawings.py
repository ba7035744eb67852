# SPDX-License-Identifier: MIT
"""What the pictures of a report show, as data: labels and values, no ink."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Mark:
    """A value with its interval; ends are None where there is no interval."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One line of a forest plot: a mark per series, None where the series has no value here."""

    label: str
    marks: tuple[Mark | None, ...]


@dataclass(frozen=True, slots=True)
class Forest:
    """Values with intervals, one line each; ``series`` names what the marks of a line stand for."""

    series: tuple[str, ...]
    rows: tuple[ForestRow, ...]


@dataclass(frozen=True, slots=True)
class HeatPanel:
    """Values of pairs under one heading: ``values[i][j]`` is of ``names[i + 1]`` with ``names[j]``, j <= i."""

    label: str
    values: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """One panel per code over the same names."""

    names: tuple[str, ...]
    panels: tuple[HeatPanel, ...]


@dataclass(frozen=True, slots=True)
class StripRow:
    """The values of single articles on one line, and how many articles have none."""

    label: str
    values: tuple[float, ...]
    undefined: int
    pooled: float | None


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of dots per code."""

    rows: tuple[StripRow, ...]


@dataclass(frozen=True, slots=True)
class DriftLine:
    """One code over all batches; None where a batch has no value."""

    label: str
    marks: tuple[Mark | None, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """Values over batches in the order of time, one small panel per code."""

    batches: tuple[str, ...]
    lines: tuple[DriftLine, ...]


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One bar: a length per part, in the unit that the picture's caption names."""

    label: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """Bars of several parts, told apart by fill and hatching."""

    parts: tuple[str, ...]
    bars: tuple[ShareBar, ...]


Drawing: TypeAlias = "Forest | HeatMap | Strip | Drift | Shares"
