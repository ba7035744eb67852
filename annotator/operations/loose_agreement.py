# SPDX-License-Identifier: MIT
"""Agreement without a project: from a reliability matrix, or from spans and lengths, as CSV files."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.agreement.data import DocumentCodings
from annotator.agreement.question import CHARACTER, DOCUMENT, LEVEL, RESAMPLES, SEED, UNITS
from annotator.agreement.result import Result
from annotator.domain import Refused, UsageError
from annotator.exchange.incoming_files import shown_name
from annotator.exchange.incoming_tables import refusal, shown_cell
from annotator.exchange.reliability_matrix_csv import NA, MatrixFile, read_matrix
from annotator.exchange.spans_csv import SpanRow, Stretch, read_excluded, read_lengths, read_spans, read_units

METRICS = ("nominal", "ordinal", "interval", "ratio")

# No number with a leading zero: 007 is a name. No decimal comma: it would be a thousand elsewhere.
_NUMBER = re.compile(r"[+-]?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class SpanFiles:
    """The files that describe spans without a project; ``units`` gives bounds for units other than characters."""

    spans: Path
    lengths: Path
    excluded: Path | None = None
    units: Path | None = None


@dataclass(frozen=True, slots=True)
class SpansCodings:
    """What the files hold, as it is measured: coders and codes are sorted by name, documents as in their file."""

    codings: tuple[DocumentCodings, ...]
    coders: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Which intervals a matrix gets: "gwet", "krippendorff" or "none"; the last two matter where something is drawn."""

    kind: str = "gwet"
    level: float = LEVEL
    resamples: int = RESAMPLES
    seed: int = SEED


def matrix_results(
    path: Path,
    *,
    metric: str = "nominal",
    measures: Sequence[str] | None = (),
    categories: int = 0,
    scale: Sequence[str] = (),
    na: str = "",
    drawn: Drawn | None = None,
) -> list[Result]:
    """Measure a reliability matrix; see :mod:`annotator.exchange.reliability_matrix_csv` for its form.

    Values are numbers where all of them are written as plain numbers, else words. ``metric`` is one
    of METRICS and chooses the ``measures`` where none are named; None asks for all that there are for
    so many coders. ``categories`` is the codebook's number of categories where it has more than occur,
    ``scale`` names them in their order; ``na`` says that the word NA is "missing" or a "category".

    Raises Refused for a file that is no such matrix, UsageError for arguments that do not fit it.
    """
    from annotator.agreement.matrix import ReliabilityMatrix
    from annotator.agreement.matrix_measuring import IntervalKind, Intervals, measure_matrix

    wanted = drawn or Drawn()
    if wanted.kind not in tuple(IntervalKind):
        raise UsageError(f"A matrix has intervals of the kinds {', '.join(IntervalKind)}, not “{wanted.kind}”.")
    if metric not in METRICS:
        raise UsageError(f"The metric is one of {', '.join(METRICS)}, not “{metric}”.")
    if na not in tuple(NA):
        raise UsageError(f"NA is {NA.MISSING} or a {NA.CATEGORY}, not “{na}”.")
    file = read_matrix(path, na=NA(na))
    words = tuple(dict.fromkeys(value for row in file.rows for value in row.values if value is not None))
    if categories < 0:
        raise UsageError(f"A codebook cannot have {categories} categories.")
    _require_scale(scale, words=words)
    if not scale:
        _require_numbers(file, metric=metric)
    read = _number if all(_number(word) is not None for word in (*words, *scale)) else str
    asked = measures if measures is None or measures else _measures_for(metric, coders=len(file.coders))
    try:
        matrix = ReliabilityMatrix.of(
            [[None if value is None else read(value) for value in row.values] for row in file.rows],
            weights=[row.count for row in file.rows],
            categories=[read(word) for word in scale],
            category_count=categories,
        )
        intervals = Intervals(IntervalKind(wanted.kind), wanted.level, wanted.resamples, wanted.seed)
        return measure_matrix(matrix, coders=file.coders, measures=asked, intervals=intervals)
    except ValueError as error:
        raise UsageError(f"This cannot be measured: {error}.", where=file.name) from error


def spans_codings(files: SpanFiles, *, unit: str = CHARACTER, silent: Sequence[str] = ()) -> SpansCodings:
    """Read spans, lengths and what else there is into what agreement is measured on.

    Every coder named in the file of spans finished every document in the file of lengths, and so did
    the ``silent`` coders, who marked nothing anywhere.

    Raises Refused for files that are no such tables or have one coder only, UsageError for a unit that
    needs a file of units.
    """
    if unit not in UNITS:
        raise UsageError(f"Agreement is measured by {', '.join(UNITS)}, not by “{unit}”.")
    if unit not in (CHARACTER, DOCUMENT) and files.units is None:
        raise UsageError(
            f"Without the texts nobody knows where a {unit} begins: name a file with document, start and end of each "
            "(--units), or measure by character or document."
        )
    lengths = read_lengths(files.lengths)
    rows = read_spans(files.spans, lengths=lengths)
    excluded = read_excluded(files.excluded, lengths=lengths) if files.excluded else ()
    needs_bounds = unit not in (CHARACTER, DOCUMENT)
    bounds = read_units(files.units, lengths=lengths) if files.units and needs_bounds else {}
    coders = _coders(rows, silent, name=shown_name(files.spans))
    spans, regions = _spans_by_document(rows), _pairs_by_document(excluded)
    codings = tuple(
        DocumentCodings(
            document=document,
            length=length,
            finished=frozenset(coders),
            spans=spans.get(document, {}),
            excluded=regions.get(document, ()),
            units=[(each.start, each.end) for each in bounds[document]] if needs_bounds else None,
        )
        for document, length in lengths.items()
    )
    return SpansCodings(codings, coders, codes=tuple(sorted({row.code for row in rows})))


def _measures_for(metric: str, *, coders: int) -> tuple[str, ...]:
    """Give the measures that go with a metric: of nominal values no weighted ones, of others these too."""
    from annotator.agreement.matrix_measuring import MATRIX_COEFFICIENTS

    return tuple(
        each.name
        for each in MATRIX_COEFFICIENTS
        if (coders == 2 or not each.two_coders)
        and (each.metric is None or each.metric == metric)
        and (metric != "nominal" or "weights" not in each.settings)
    )


def _require_scale(scale: Sequence[str], *, words: Sequence[str]) -> None:
    unnamed = [word for word in words if word not in scale] if scale else []
    if unnamed or len(set(scale)) < len(scale):
        which = f"{shown_cell(unnamed[0])} is not there" if unnamed else "one is there twice"
        raise UsageError(f"The scale must name every category of the matrix once: {which}.")


def _require_numbers(file: MatrixFile, *, metric: str) -> None:
    """Refuse, with its line, the first value that the metric cannot take."""
    if metric == "nominal":
        return
    for row in file.rows:
        for value in row.values:
            number = 0 if value is None else _number(value)
            if number is None:
                kind = f"no number, which the {metric} metric needs (a decimal point, no comma)"
                raise refusal(file.name, row.line, f"The value {shown_cell(value or '')} is {kind}")
            if metric == "ratio" and number < 0:
                raise refusal(
                    file.name, row.line, f"The value {value} is negative, which the ratio metric has no zero for"
                )


def _number(word: str) -> int | float | None:
    """Read a plain number, None for a word; 1 and 1.0 are one value."""
    if not _NUMBER.fullmatch(word):
        return None
    number = float(word)
    if not math.isfinite(number):
        return None
    return int(word) if word.lstrip("+-").isdigit() else number


def _coders(rows: Sequence[SpanRow], silent: Sequence[str], *, name: str) -> tuple[str, ...]:
    coders = sorted({row.coder for row in rows} | set(silent))
    if len(coders) < 2:
        who = f"one coder only ({shown_cell(coders[0])})" if coders else "no coder"
        raise Refused(
            f"The table of spans names {who}, and agreement needs two; nothing was measured: put all coders' spans "
            "into one table, and name those who marked nothing (--silent-coder).",
            where=name,
        )
    return tuple(coders)


def _pairs_by_document(stretches: Sequence[Stretch]) -> dict[str, list[tuple[int, int]]]:
    pairs: dict[str, list[tuple[int, int]]] = {}
    for each in stretches:
        pairs.setdefault(each.document, []).append((each.start, each.end))
    return pairs


def _spans_by_document(rows: Sequence[SpanRow]) -> dict[str, dict[tuple[str, str], list[tuple[int, int]]]]:
    spans: dict[str, dict[tuple[str, str], list[tuple[int, int]]]] = {}
    for row in rows:
        spans.setdefault(row.document, {}).setdefault((row.coder, row.code), []).append((row.start, row.end))
    return spans
