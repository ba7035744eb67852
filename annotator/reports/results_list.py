# SPDX-License-Identifier: MIT
"""Any results as a list for a terminal: one line each, what differs in columns of its own, reasons below."""

from collections.abc import Iterable, Mapping, Sequence

from annotator.agreement.catalogue import head_of
from annotator.agreement.result import Result
from annotator.reports.number_words import coefficient, count, interval, level, listed
from annotator.reports.terminal import columns, cut, padded, printable

ALL_CODES = "all codes"
NOTHING = "There is nothing to measure yet."
_WIDEST = 40
_COUNTS = frozenset({"gamma_unitary_alignments", "n_unitary_alignments"})
_COUNTED_PARTS = frozenset({"correct", "incorrect", "partial", "missed", "spurious"})
_SHOWN_SETTINGS = ("threshold", "batch")
_GAP = "  "


def results_in_words(results: Iterable[Result]) -> str:
    """Render results for a terminal; names come from files and are made harmless. No trailing line end.

    Coders stand in a column where results are of different ones, documents where each is of one.
    """
    found = list(results)
    if not found:
        return NOTHING
    several = len({result.coders for result in found}) > 1
    of_one = len({result.documents for result in found}) > 1 and all(len(each.documents) <= 1 for each in found)
    headings = ["measure", "code", *(["coders"] if several else []), *(["article"] if of_one else [])]
    levels = {level(result.interval.level) for result in found if result.interval is not None}
    headings += ["value", f"{listed(sorted(levels))} interval" if levels else "", "n"]
    notes: dict[str, int] = {}
    body = [headings]
    for result in found:
        place = notes.setdefault(result.reason, len(notes) + 1) if result.reason else 0
        body.append(_cells(result, several=several, of_one=of_one, note=place))
    widths = [max(columns(line[index]) for line in body) for index in range(len(headings))]
    left = len(headings) - 3
    lines = [_line(cells, widths, left=left) for cells in body]
    if notes:
        lines += ["", *(f"[{place}] {printable(reason)}" for reason, place in notes.items())]
    return "\n".join([_about(found, several=several), "", *lines])


def _about(results: Sequence[Result], *, several: bool) -> str:
    units = listed(sorted({result.unit for result in results}))
    names = "" if several else f" of {listed([printable(name) for name in results[0].coders])},"
    return f"Agreement{names} by {units}"


def _cells(result: Result, *, several: bool, of_one: bool, note: int) -> list[str]:
    cells = [_measure_in_words(result), cut(printable(result.code) if result.code else ALL_CODES, width=_WIDEST)]
    if several:
        cells.append(cut(printable(listed(list(result.coders))), width=_WIDEST))
    if of_one:
        cells.append(cut(printable("".join(result.documents)), width=_WIDEST))
    mark = f" [{note}]" if note else ""
    shown = "" if result.interval is None else interval(result.interval)
    return [*cells, value_of(result) + mark, shown, count(result.n)]


def value_of(result: Result) -> str:
    """Write a value: a count as a whole number, the rest with three digits; "undefined" where there is none."""
    if result.value is None:
        return "undefined"
    part = result.measure.rpartition(":")[2]
    if result.measure in _COUNTS or (head_of(result.measure) != result.measure and part in _COUNTED_PARTS):
        return f"{result.value:,g}"
    return coefficient(result.value)


def _measure_in_words(result: Result) -> str:
    said = [f"{name} {_short(result.settings[name])}" for name in _SHOWN_SETTINGS if _is_shown(result.settings, name)]
    return ", ".join([result.measure, *said])


def _is_shown(settings: Mapping[str, object], name: str) -> bool:
    return settings.get(name) is not None


def _short(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else printable(str(value))


def _line(cells: Sequence[str], widths: Sequence[int], *, left: int) -> str:
    filled = [
        padded(cell, width=width, right=place >= left)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return _GAP.join(filled).rstrip()
