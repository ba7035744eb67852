# SPDX-License-Identifier: MIT
"""The section of further coefficients, where they were asked for, with a line on what each says."""

from collections.abc import Iterable, Sequence

from annotator.agreement.catalogue import MEASURES, Family, Measure, head_of
from annotator.agreement.result import Result
from annotator.reports.gamma_words import error_of, gamma_notes, is_of_gamma
from annotator.reports.number_words import coefficient, count, listed
from annotator.reports.number_words import interval as interval_words
from annotator.reports.report_blocks import Block, Cell, Column, Kind, Listing, Section, Table, Tone, Words
from annotator.reports.report_cells import interval_cell, merged, missing, remarks, short_reason, value_cell
from annotator.reports.report_source import ALPHA, EXACT, KAPPA, PERCENT, POSITIVE, ReportSource

CAUTION = (
    "These figures answer other questions than alpha does and differ from it on the same codings. Say beforehand "
    "which one you will report: choosing the highest afterwards is not reporting."
)
RANKED = (
    "Weighted kappa, AC2 and the ordinal, interval and ratio forms of alpha are left out: where a code is there or "
    "not, they equal the unweighted forms."
)
SHOWN_ABOVE = frozenset({PERCENT, "percent_items", ALPHA, POSITIVE, KAPPA, EXACT})
SEMEVAL_PARTS = ("correct", "incorrect", "partial", "missed", "spurious", "precision", "recall", "f1")
_COUNTS = frozenset(SEMEVAL_PARTS[:5])


def advanced_section(source: ReportSource) -> Section:
    """Give one table of the coefficients per code, one of those over all codes, and the SemEval counts."""
    blocks: list[Block] = [Words(CAUTION, Tone.CAUTION)]
    wanted = [each for each in MEASURES if each.name not in SHOWN_ABOVE and each.family is not Family.RANKED]
    shown = [measure for measure in wanted if _of(source.advanced, measure)]
    plain = [measure for measure in shown if measure.family is not Family.SEMEVAL]
    blocks += [_per_code_table(source, plain), _all_codes_table(source, plain)]
    if len(plain) < len(shown):
        blocks.append(_semeval_table(source, [measure for measure in shown if measure.family is Family.SEMEVAL]))
    lines = [f"{measure.label}: {measure.explanation} {measure.reference}." for measure in shown]
    blocks += [Listing(tuple(lines)), Words(RANKED, Tone.ASIDE)]
    return Section("advanced", "Further coefficients", tuple(blocks))


def _of(results: Iterable[Result], measure: Measure) -> list[Result]:
    """Give the results of a measure, not those of the values that come along with it under other names."""
    return [each for each in results if head_of(each.measure) == measure.name and each.measure.startswith(measure.name)]


def _per_code_table(source: ReportSource, measures: Sequence[Measure]) -> Table:
    columns = (Column("Coefficient", Kind.WORDS), *(Column(source.code_name(code)) for code in source.codes))
    rows: list[tuple[Cell, ...]] = []
    why: dict[str, list[str]] = {}
    for measure in measures:
        own = [each for each in _of(source.advanced, measure) if each.code is not None]
        for part in dict.fromkeys(map(_part, own)):
            by_code = {each.code: each for each in own if _part(each) == part}
            cells = [_cell(by_code.get(code)) for code in source.codes]
            rows.append((Cell(_name(measure, part)), *merged(cells)))
        for reason in dict.fromkeys(each.reason for each in own if each.value is None):
            why.setdefault(reason, []).append(measure.label)
    return Table(
        "further_per_code",
        f"Per code, by {source.unit} unless the name says otherwise",
        columns,
        tuple(rows),
        tuple(f"{listed(labels)}: {reason}." for reason, labels in why.items()),
    )


def _all_codes_table(source: ReportSource, measures: Sequence[Measure]) -> Table:
    columns = (Column("Coefficient", Kind.WORDS), Column("Value"), Column("Interval", Kind.INTERVAL))
    rows, shown = [], []
    for measure in measures:
        for result in _of(source.advanced, measure):
            if result.code is None:
                shown.append(result)
                cells = merged([value_cell(result, strong=True), _ends(result)])
                rows.append((Cell(_name(measure, _part(result))), *cells))
    return Table(
        "further_all_codes", "All codes together", columns, tuple(rows), (*remarks(shown), *gamma_notes(shown))
    )


def _ends(result: Result) -> Cell:
    """Write the interval; gamma has none, but the error of what was drawn at random."""
    if result.value is None or not is_of_gamma(result):
        return interval_cell(result)
    error = error_of(result)
    return missing(f"none; Monte-Carlo error {error}" if error else "none")


def _semeval_table(source: ReportSource, measures: Sequence[Measure]) -> Table:
    columns = (
        Column("Scheme", Kind.WORDS),
        *(Column("F1" if part == "f1" else part.capitalize()) for part in SEMEVAL_PARTS),
    )
    rows = []
    for measure in measures:
        parts = {_part(each): each for each in _of(source.advanced, measure)}
        cells = [_semeval_cell(parts.get(part), part=part) for part in SEMEVAL_PARTS]
        rows.append((Cell(measure.label.removeprefix("SemEval ").capitalize()), *merged(cells)))
    first = source.coder_name(source.taking_part[0]) if source.taking_part else "the first coder"
    notes = (f"Passages of all codes; {first} is taken as the reference, which is a convention and no judgement.",)
    return Table("semeval", "SemEval counts", columns, tuple(rows), notes)


def _semeval_cell(result: Result | None, *, part: str) -> Cell:
    if result is None or result.value is None or part not in _COUNTS:
        return value_cell(result)
    return Cell(count(round(result.value)))


def _cell(result: Result | None) -> Cell:
    """Write a value with its interval in one cell."""
    if result is None or result.value is None:
        return missing("not measured") if result is None else missing(short_reason(result))
    ends = f" {interval_words(result.interval)}" if result.interval is not None else ""
    return Cell(f"{coefficient(result.value)}{ends}")


def _name(measure: Measure, part: str) -> str:
    return f"{measure.label}: {part}" if part else measure.label


def _part(result: Result) -> str:
    """Name one of several values of a measure: by its threshold, or by what its name adds to the measure's."""
    if "threshold" in result.settings:
        at = float(str(result.settings["threshold"]))
        return "any overlap" if at < 0.001 else f"IoU {at:g}".replace("0.", ".")
    return result.measure.removeprefix(head_of(result.measure)).lstrip(":_").replace("_", " ")
