# SPDX-License-Identifier: MIT
"""The figures of a report as records for other programs: full values, empty where there is none, with the reason."""

import json
from collections.abc import Iterable, Iterator

from annotator.agreement.result import Result
from annotator.reports.report_blocks import RawCell, Records
from annotator.reports.report_source import ReportSource

RESULT_COLUMNS = (
    "measure", "code_id", "code", "unit", "coders", "documents", "n", "value", "status", "reason", "interval_low",
    "interval_high", "interval_level", "interval_method", "resamples", "resamples_undefined", "share_below_667",
    "share_below_800", "settings",
)  # fmt: skip
PASSAGE_COLUMNS = (
    "code_id", "code", "kind", "document_id", "document", "start", "end", "marked_by", "unmarked_by", "spans",
    "other_codes", "characters_missed", "characters_boundary", "characters_other_code",
)  # fmt: skip
USAGE_COLUMNS = (
    "code_id",
    "code",
    "unit",
    "coder_id",
    "coder",
    "machine_made",
    "spans",
    "coded",
    "units",
    "prevalence",
)


def records(source: ReportSource) -> Iterator[Records]:
    """Give every table for other programs; those without a row are left out, but for the first two."""
    figures = source.figures
    yield _of_results(source, "agreement", (*figures.results, *figures.spans))
    yield Records("usage", USAGE_COLUMNS, tuple(_usage(source)))
    if source.beside is not None:
        yield _of_results(source, f"agreement_by_{source.noun(source.beside)}", source.beside.results)
    yield from (
        table
        for table in (
            _of_results(source, "pairs", figures.pairs),
            _of_results(source, "against_the_rest", figures.rest),
            _of_results(source, "articles", figures.by_document, articles=True),
            _batches(source),
            _of_results(source, "further_coefficients", source.advanced),
            _confusion(source),
            Records("passages", PASSAGE_COLUMNS, tuple(_passages(source))),
        )
        if table.rows
    )


def _of_results(source: ReportSource, name: str, results: Iterable[Result], *, articles: bool = False) -> Records:
    """Lay results in rows; with ``articles`` their names stand in place of their number."""
    return Records(name, RESULT_COLUMNS, tuple(_row(source, each, articles=articles) for each in results))


def _row(source: ReportSource, result: Result, *, articles: bool) -> tuple[RawCell, ...]:
    return (
        result.measure,
        result.code,
        None if result.code is None else _short_name(source, result.code),
        result.unit,
        _json([source.coder_name(coder) for coder in result.coders]),
        _json([source.heading(document) for document in result.documents]) if articles else len(result.documents),
        result.n,
        None if result.value is None else result.value + 0.0,  # a negative zero becomes 0
        result.status.value,
        result.reason,
        *_interval(result),
        _json(dict(result.settings)),
    )


def _interval(result: Result) -> tuple[RawCell, ...]:
    found = result.interval
    if found is None:
        return (None,) * 8
    low, high = found.low + 0.0, found.high + 0.0
    below = found.below
    return (
        low, high, found.level, found.method, found.resamples, found.undefined, below.get(0.667), below.get(0.8)
    )  # fmt: skip


def _usage(source: ReportSource) -> Iterator[tuple[RawCell, ...]]:
    people = {coder.id: coder for coder in source.coders}
    for usage in source.figures.usage:
        for own in usage.coders:
            coder = next((each for identity, each in people.items() if identity == own.coder), None)
            yield (
                usage.code, _short_name(source, usage.code), usage.unit, own.coder, coder.name if coder else "",
                coder.machine_made if coder else None, own.spans, own.coded, own.units, usage.prevalence,
            )  # fmt: skip


def _batches(source: ReportSource) -> Records:
    rows = [
        (batch.label, *_row(source, result, articles=False))
        for batch in source.figures.batches
        for result in batch.results
    ]
    return Records("drift", ("finished_in", *RESULT_COLUMNS), tuple(rows))


def _confusion(source: ReportSource) -> Records:
    found = source.figures.confusions.overall()
    names = [*(_short_name(source, code) for code in found.codes), None]
    rows = [
        (one, other, found.characters[row][column], found.passages[row][column])
        for row, one in enumerate(names)
        for column, other in enumerate(names)
    ]
    return Records("confusion", ("one_coder", "the_other", "characters", "passages"), tuple(rows))


def _passages(source: ReportSource) -> Iterator[tuple[RawCell, ...]]:
    headings: dict[str, str] = {document.id: document.heading for document in source.shared}
    for each in source.figures.differences.passages:
        yield (
            each.code, _short_name(source, each.code), each.kind.value, each.document, headings[each.document],
            each.start, each.end,
            _json([source.coder_name(coder) for coder in each.marked]),
            _json([source.coder_name(coder) for coder in each.unmarked]),
            _json([[source.coder_name(coder), start, end] for coder, start, end in each.spans]),
            _json([[source.coder_name(coder), _short_name(source, code), n] for coder, code, n in each.other_codes]),
            each.characters.missed, each.characters.boundary, each.characters.other_code,
        )  # fmt: skip


def _short_name(source: ReportSource, code: str) -> str:
    return next((each.short_name for each in source.codebook.codes if each.id == code), code)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
