# SPDX-License-Identifier: MIT
"""Cells made of results: a value as a number, what is missing as its reason over all the cells it concerns."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from annotator.agreement.catalogue import measure_named
from annotator.agreement.result import Result
from annotator.reports import number_words
from annotator.reports.report_blocks import Cell, Drawn

NOT_MEASURED = "not measured"
THRESHOLDS = (0.667, 0.8)
NO_INTERVAL: Mapping[str, str] = MappingProxyType({
    "not_asked": "none: no samples drawn",
    "no_interval_few_documents": "none: fewer than two articles, or groups of near-identical ones",
    "no_interval_unstable": "none: more than 5 % of the samples gave no value",
    "no_interval_one_unit": "none: a single unit",
})  # fmt: skip
"""Why there is no interval, by the status that a result's settings name."""


def number(text: str, *, strong: bool = False) -> Cell:
    """Make a cell of a number in words."""
    return Cell(text, strong=strong)


def missing(reason: str) -> Cell:
    """Make a cell that says why there is no number: the words of the reason, in capitals as a sentence begins."""
    return Cell(reason[:1].upper() + reason[1:], missing=True)


def value_cell(result: Result | None, *, strong: bool = False, as_percent: bool = False) -> Cell:
    """Write a value, or why there is none."""
    if result is None:
        return missing(NOT_MEASURED)
    if result.value is None:
        return missing(result.reason)
    return Cell(
        number_words.percent(result.value) if as_percent else number_words.coefficient(result.value), 1, False, strong
    )


def short_cell(result: Result | None) -> Cell:
    """Write a value, or the first words of why there is none: for tables with many of them."""
    if result is None or result.value is not None:
        return value_cell(result)
    return Cell(short_reason(result), missing=True)


def short_reason(result: Result) -> str:
    """Give the head of a reason, "no variation" of "undefined (no variation: nobody ...)"."""
    return result.reason.removeprefix("undefined (").partition(":")[0].rstrip(")")


def interval_cell(result: Result | None) -> Cell:
    """Write the two ends, or why there are none."""
    if result is None or result.value is None:
        return value_cell(result)
    if result.interval is None:
        return missing(no_interval(result))
    return Cell(number_words.interval(result.interval))


def no_interval(result: Result) -> str:
    """Say why a value has no interval."""
    return NO_INTERVAL.get(str(result.settings.get("interval_status", "not_asked")), NO_INTERVAL["not_asked"])


def drawn_cell(result: Result | None) -> Cell:
    """Draw a value and its interval; nothing where there is no value."""
    if result is None or result.value is None:
        return value_cell(result)
    found = result.interval
    return Cell("", drawn=Drawn(result.value, found.low, found.high) if found else Drawn(result.value))


def below_cell(result: Result | None, *, threshold: float) -> Cell:
    """Write the share of resamples below a threshold."""
    if result is None or result.value is None or result.interval is None:
        return interval_cell(result)
    return Cell(number_words.probability(result.interval.below[threshold]))


def merged(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Join neighbours that miss for the same reason to one cell, so that it is said once."""
    found: list[Cell] = []
    for cell in cells:
        last = found[-1] if found else None
        if last is not None and cell.missing and last.missing and cell.text == last.text:
            found[-1] = Cell(last.text, span=last.span + cell.span, missing=True)
        else:
            found.append(cell)
    return tuple(found)


def lowest_drawn(rows: Iterable[tuple[Cell, ...]]) -> float:
    """Give where an axis has to begin to show every interval: 0, or the tenth below the lowest end."""
    ends = [
        min(end for end in (drawn.value, drawn.low) if end is not None)
        for row in rows
        for cell in row
        if (drawn := cell.drawn)
    ]
    lowest = min(ends, default=0.0)
    tenths = int(lowest * 10) - 1 if lowest < 0 else 0
    return max(-1.0, tenths / 10) if tenths else 0.0


def remarks(results: Iterable[Result]) -> tuple[str, ...]:
    """Give each remark on values that exist once, after the measures that it is on: "(Percent): trivial, since ..."."""
    said: dict[str, list[str]] = {}
    for result in results:
        if result.value is not None and result.reason:
            measure = measure_named(result.measure)
            said.setdefault(result.reason, []).append(measure.label if measure else result.measure)
    return tuple(
        f"({number_words.listed(labels)}): {reason.replace('trivially: ', 'trivial, since ', 1)}."
        for reason, labels in said.items()
    )
