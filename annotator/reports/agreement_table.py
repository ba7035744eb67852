# SPDX-License-Identifier: MIT
"""Agreement per code as a table: rows as data, their words for the terminal, their records for CSV.

A value that does not exist is never a number: on screen it is the word "undefined" with the reason
below the table, in CSV an empty cell beside its status and reason.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from annotator.agreement.result import Result
from annotator.reports.number_words import coefficient, interval, level
from annotator.reports.terminal import columns, cut, padded, printable

MEASURE_HEADINGS: Mapping[str, str] = MappingProxyType({
    "percent": "percent",
    "cohen_kappa": "Cohen kappa",
    "fleiss_kappa": "Fleiss kappa",
    "krippendorff_alpha_nominal": "alpha",
    "positive_specific_agreement": "specific",
})  # fmt: skip
"""What stands above a measure's column; one that is not here stands under its own name."""

FILE_NAME = "agreement.csv"
AGREEMENT_COLUMNS = (
    "measure", "code_id", "code", "unit", "coder_ids", "coders", "documents", "n", "value", "status", "reason",
)  # fmt: skip

UNDEFINED = "undefined"
_ALL_CODES = "all codes"
_WIDEST_NAME = 40
_GAP = "  "

AgreementRecord = tuple[str | int | float | None, ...]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """All measures of one code (None: all codes together) and one set of coders; ``results`` is by measure.

    ``documents`` and ``n`` are one number for the whole row: what counts for a code counts for each measure.
    """

    code: str | None
    unit: str
    coders: tuple[str, ...]
    documents: int
    n: int
    results: Mapping[str, Result]


@dataclass(frozen=True, slots=True)
class AgreementTable:
    """The rows of one unit and one set of coders, and the measures that any of them has, in order."""

    unit: str
    coders: tuple[str, ...]
    measures: tuple[str, ...]
    rows: tuple[AgreementRow, ...]


def agreement_tables(results: Iterable[Result]) -> list[AgreementTable]:
    """Sort results into one table per unit and set of coders; all orders are those of the results."""
    by_table: dict[tuple[str, tuple[str, ...]], dict[str | None, dict[str, Result]]] = {}
    for result in results:
        rows = by_table.setdefault((result.unit, result.coders), {})
        rows.setdefault(result.code, {})[result.measure] = result
    return [_table(unit, coders, rows) for (unit, coders), rows in by_table.items()]


def _table(unit: str, coders: tuple[str, ...], rows: Mapping[str | None, Mapping[str, Result]]) -> AgreementTable:
    measures = tuple(dict.fromkeys(measure for row in rows.values() for measure in row))
    return AgreementTable(unit, coders, measures, tuple(_row(row) for row in rows.values()))


def _row(results: Mapping[str, Result]) -> AgreementRow:
    first = next(iter(results.values()))
    return AgreementRow(first.code, first.unit, first.coders, len(first.documents), first.n, dict(results))


def value_in_words(result: Result) -> str:
    """Give a value with three digits and no leading zero (``.710``, ``-.052``), or "undefined".

    ``1.000`` stands for full agreement only: what falls short of it by less than the digits show is ``.999``.
    """
    return UNDEFINED if result.value is None else coefficient(result.value)


def remarks(table: AgreementTable) -> list[tuple[str | None, tuple[str, ...], str]]:
    """Give each reason of a table once per code: the code, the measures that it is about, and its words."""
    found: dict[tuple[str | None, str], list[str]] = {}
    for row in table.rows:
        for measure, result in row.results.items():
            if result.reason:
                found.setdefault((row.code, result.reason), []).append(measure)
    return [(code, tuple(measures), reason) for (code, reason), measures in found.items()]


def agreement_in_words(
    results: Iterable[Result], *, code_names: Mapping[str, str], coder_names: Mapping[str, str]
) -> str:
    """Render all tables for a terminal; names come from files and are made harmless. No trailing line end."""
    rendered = (_rendered(table, code_names, coder_names) for table in agreement_tables(results))
    return "\n\n".join(rendered) or "There is nothing to measure yet."


def agreement_records(
    results: Iterable[Result], *, code_names: Mapping[str, str], coder_names: Mapping[str, str]
) -> Iterator[AgreementRecord]:
    """Give the records of ``agreement.csv``, in AGREEMENT_COLUMNS; lists of coders are JSON, documents a number."""
    for result in results:
        yield (
            result.measure,
            result.code,
            None if result.code is None else code_names.get(result.code, result.code),
            result.unit,
            _listed(result.coders),
            _listed([coder_names.get(coder, coder) for coder in result.coders]),
            len(result.documents),
            result.n,
            None if result.value is None else result.value + 0.0,  # a negative zero becomes 0
            result.status.value,
            result.reason,
        )


def _listed(words: Sequence[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False, separators=(",", ":"))


def _rendered(table: AgreementTable, code_names: Mapping[str, str], coder_names: Mapping[str, str]) -> str:
    names = [printable(coder_names.get(coder, coder)) for coder in table.coders]
    whose = f" of {_joined(names)}," if names else ""
    lines = [f"Agreement{whose} by {table.unit}", ""]
    shown = _with_intervals(table)
    headings = ["code", *(heading for heading, _ in shown), f"{table.unit}s", "articles"]
    body = [headings, *(_cells(row, shown, code_names) for row in table.rows)]
    widths = [max(columns(line[index]) for line in body) for index in range(len(headings))]
    lines += [_line(cells, widths) for cells in body]
    lines += _notes(table, code_names)
    return "\n".join(lines)


_Column = tuple[str, Callable[[AgreementRow], str]]


def _with_intervals(table: AgreementTable) -> list[_Column]:
    """Give each measure its column; that of alpha is followed by its interval, where any row has one."""
    found: list[_Column] = []
    for measure in table.measures:
        found.append((MEASURE_HEADINGS.get(measure, measure), partial(_value, measure=measure)))
        levels = {
            result.interval.level for row in table.rows if (result := row.results.get(measure)) and result.interval
        }
        if measure == "krippendorff_alpha_nominal" and levels:
            found.append((f"{level(min(levels))} interval", partial(_interval, measure=measure)))
    return found


def _value(row: AgreementRow, *, measure: str) -> str:
    return value_in_words(row.results[measure]) if measure in row.results else ""


def _interval(row: AgreementRow, *, measure: str) -> str:
    result = row.results.get(measure)
    return interval(result.interval) if result is not None and result.interval is not None else ""


def _cells(row: AgreementRow, shown: Sequence[_Column], code_names: Mapping[str, str]) -> list[str]:
    name = cut(_code_name(row.code, code_names), width=_WIDEST_NAME)
    return [name, *(words(row) for _, words in shown), f"{row.n:,}", f"{row.documents:,}"]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    fields = [padded(first[0], width=first[1]), *(padded(cell, width=width, right=True) for cell, width in others)]
    return _GAP.join(fields).rstrip()


def _notes(table: AgreementTable, code_names: Mapping[str, str]) -> list[str]:
    lines = [""]
    for code, measures, reason in remarks(table):
        about = (
            ""
            if len(measures) == len(table.measures)
            else f", {_joined([MEASURE_HEADINGS.get(m, m) for m in measures])}"
        )
        lines.append(f"{_code_name(code, code_names)}{about}: {printable(reason)}")
    return lines if len(lines) > 1 else []


def _code_name(code: str | None, names: Mapping[str, str]) -> str:
    return _ALL_CODES if code is None else printable(names.get(code, code))


def _joined(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
