# SPDX-License-Identifier: MIT
"""The second section: how far the coders agree on each code, and how much each of them marked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.agreement.result import CodeUsage, Result
from annotator.reports import number_words
from annotator.reports.number_words import listed
from annotator.reports.report_blocks import Block, Cell, Column, Kind, Picture, Section, Table, Tone, Words
from annotator.reports.report_cells import (
    THRESHOLDS,
    below_cell,
    drawn_cell,
    interval_cell,
    lowest_drawn,
    merged,
    missing,
    number,
    remarks,
    value_cell,
)
from annotator.reports.report_drawings import Forest, ForestRow, Mark
from annotator.reports.report_source import (
    ALPHA,
    BY_OVERLAP,
    EXACT,
    KAPPA,
    PERCENT,
    POSITIVE,
    OtherUnit,
    ReportSource,
    of_code,
)

if TYPE_CHECKING:
    from annotator.agreement.figures import Figures

NOBODY = "set an expected share: nobody used this code"
EVERYWHERE = "not defined: everyone used this code everywhere"


def per_code_section(source: ReportSource) -> Section:
    """Give the tables per code and the forest plot."""
    blocks: list[Block] = [
        Words(
            "Each code is a question of its own: coded or not. Krippendorff's alpha is 1 where all agree and 0 "
            "where they agree as often as chance alone would have it. The interval says how far the value may move "
            "when other articles of the same kind are read.",
        ),
        reliability_table(source),
        forest_picture(source),
        usage_table(source),
    ]
    if source.beside is not None:
        blocks.append(units_table(source))
    blocks += [spans_table(source), sample_size_table(source), Words(_SAMPLE_SIZE_ASIDE, Tone.ASIDE)]
    return Section("codes", "Agreement per code", tuple(blocks))


def reliability_table(source: ReportSource) -> Table:
    """Give the default table: a row per code."""
    results = source.figures.results
    rows = tuple(merged(_reliability_cells(source, code)) for code in source.codes)
    columns = [
        Column("Code", Kind.WORDS),
        Column("Prevalence"),
        Column("Percent"),
        Column("Alpha"),
        Column(f"{_level(source)} interval", Kind.INTERVAL),
        Column("", Kind.DRAWN, lowest=lowest_drawn(rows)),
        Column("P(<\u00a0.667)"),
        Column("P(<\u00a0.800)"),
        Column("Positive agr."),
    ]
    if len(source.taking_part) == 2:
        columns.append(Column("Cohen's κ"))
    shown = [each for each in results if each.measure in (PERCENT, ALPHA, POSITIVE, KAPPA)]
    notes = (
        "Alpha: Krippendorff, nominal, coded or not coded, pooled over articles. P: share of the bootstrap samples "
        "below a threshold. Positive agreement: how far coders agree on what is coded, text without the code left "
        "aside.",
        *remarks_by_code(source, shown),
    )
    return Table("reliability", f"Agreement per code, by {source.unit}", tuple(columns), rows, notes)


def _level(source: ReportSource) -> str:
    return number_words.level(source.figures.question.level)


def _reliability_cells(source: ReportSource, code: str) -> Iterator[Cell]:
    results = source.figures.results
    alpha = of_code(results, ALPHA, code=code)
    prevalence = source.usage_of(code).prevalence
    percent = of_code(results, PERCENT, code=code)
    yield Cell(source.code_name(code))
    yield value_cell(percent) if prevalence is None else number(number_words.percent(prevalence))
    yield value_cell(percent, as_percent=True)
    yield value_cell(alpha, strong=True)
    yield interval_cell(alpha)
    yield drawn_cell(alpha)
    for threshold in THRESHOLDS:
        yield below_cell(alpha, threshold=threshold)
    yield value_cell(of_code(results, POSITIVE, code=code))
    if len(source.taking_part) == 2:
        yield value_cell(of_code(results, KAPPA, code=code))


def remarks_by_code(source: ReportSource, results: list[Result]) -> tuple[str, ...]:
    """Give the remarks on values that exist, each after the name of its code."""
    found = []
    for code in source.codes:
        found += [
            f"{source.code_name(code)} {words}" for words in remarks(each for each in results if each.code == code)
        ]
    return tuple(found)


def forest_picture(source: ReportSource) -> Picture:
    """Draw alpha per code with its interval, by each unit."""
    every = source.units
    rows = tuple(
        ForestRow(
            label=source.code_name(code),
            marks=tuple(_mark(of_code(figures.results, ALPHA, code=code)) for figures in every),
        )
        for code in source.codes
    )
    series = tuple(f"by {source.noun(figures)}" for figures in every)
    said = "; ".join(f"{source.code_name(code)} {_alpha_in_words(source, code)}" for code in source.codes)
    return Picture(
        name="alpha_per_code",
        caption=f"Krippendorff's alpha per code with its {_level(source)} interval. Lines: .667 and .800.",
        alternative=f"Alpha by {source.unit}: {said}.",
        drawing=Forest(series=series, rows=rows),
    )


def _mark(result: Result | None) -> Mark | None:
    if result is None or result.value is None:
        return None
    found = result.interval
    return Mark(result.value, found.low, found.high) if found else Mark(result.value)


def _alpha_in_words(source: ReportSource, code: str) -> str:
    alpha = of_code(source.figures.results, ALPHA, code=code)
    return "not measured" if alpha is None else value_cell(alpha).text


def usage_table(source: ReportSource) -> Table:
    """Say how many passages and how much text each coder marked, and what chance would give."""
    people = source.taking_part
    columns = [Column("Code", Kind.WORDS)]
    columns += [Column(source.coder_name(coder), group="Passages") for coder in people]
    columns += [Column(source.coder_name(coder), group=f"Share of {source.unit}s coded") for coder in people]
    columns += [Column(f"{source.unit}s".capitalize()), Column("Expected agr.")]
    rows = tuple(merged(_usage_cells(source, code)) for code in source.codes)
    notes = (
        "Who marks much more or less than the others shows here at once. Expected agreement: what chance would give "
        "with this prevalence (1 − expected disagreement of alpha); observed agreement is the percent above.",
    )
    return Table("usage", "How much each coder marked", tuple(columns), rows, notes)


def _usage_cells(source: ReportSource, code: str) -> Iterator[Cell]:
    usage = source.usage_of(code)
    own = {each.coder: each for each in usage.coders}
    yield Cell(source.code_name(code))
    for coder in source.taking_part:
        yield number(number_words.count(own[coder].spans)) if coder in own else missing("no article finished")
    for coder in source.taking_part:
        units = own[coder].units if coder in own else 0
        yield number(number_words.percent(own[coder].coded / units)) if units else missing("no article counts")
    yield number(number_words.count(usage.n))
    expected = expected_agreement(usage)
    yield missing("too few units") if expected is None else number(number_words.percent(expected))


def expected_agreement(usage: CodeUsage) -> float | None:
    """Give the agreement that chance would give, as alpha has it: 1 - 2 n1 (N - n1) / [N (N - 1)].

    N counts the values, n1 those that are "coded". None with fewer than two values.
    """
    values = sum(each.units for each in usage.coders)
    coded = sum(each.coded for each in usage.coders)
    if values < 2:
        return None
    return 1 - 2 * coded * (values - coded) / (values * (values - 1))


def units_table(source: ReportSource) -> Table:
    """Set alpha by the chosen unit beside alpha by another one."""
    columns = [Column("Code", Kind.WORDS)]
    for figures in source.units:
        above = f"By {source.noun(figures)}"
        columns += [Column("Percent", group=above), Column("Alpha", group=above)]
        columns += [Column(f"{_level(source)} interval", Kind.INTERVAL, group=above)]
    rows = []
    for code in source.codes:
        cells = [Cell(source.code_name(code))]
        for figures in source.units:
            alpha = of_code(figures.results, ALPHA, code=code)
            cells.append(value_cell(of_code(figures.results, PERCENT, code=code), as_percent=True))
            cells += merged([value_cell(alpha, strong=True), interval_cell(alpha)])
        rows.append(tuple(cells))
    larger = next(noun for noun in map(source.noun, reversed(source.units)) if noun != "character")
    notes = (
        f"By {larger}: is the code present in it. Where this is much higher than by character, the coders see the same "
        "things and differ on the edges.",
    )
    return Table(
        "units", f"By {listed([source.noun(each) for each in source.units])}", tuple(columns), tuple(rows), notes
    )


def spans_table(source: ReportSource) -> Table:
    """Give F1 on whole passages."""
    wanted = ((EXACT, None, "Same edges"), (BY_OVERLAP, 0.5, "Half in common"), (BY_OVERLAP, 1e-9, "Any overlap"))
    columns = [Column("Code", Kind.WORDS), *(Column(heading) for _, _, heading in wanted)]
    rows = []
    for code in (*source.codes, None):
        found = [_span_result(source, measure, code=code, threshold=at) for measure, at, _ in wanted]
        name = source.code_name(code)
        rows.append(merged([Cell(name[:1].upper() + name[1:] if code is None else name), *map(value_cell, found)]))
    notes = (
        "F1 on passages, not on text: how many passages of two coders meet one to one, out of all of theirs; mean over "
        "pairs of coders. Half in common: the shared part is at least half of both together (IoU .5).",
    )
    return Table("span_f1", "Whole passages: span F1", tuple(columns), tuple(rows), notes)


def _span_result(source: ReportSource, measure: str, *, code: str | None, threshold: float | None) -> Result | None:
    return next(
        (
            each
            for each in source.figures.spans
            if each.measure == measure and each.code == code and each.settings.get("threshold") == threshold
        ),
        None,
    )


def sample_size_table(source: ReportSource) -> Table:
    """Say how many units there are and how many would be needed to trust a figure above a threshold."""
    columns = [Column("Code", Kind.WORDS)]
    for figures in source.units:
        above = f"{source.noun(figures)}s".capitalize()
        columns += [
            Column("Have", group=above),
            Column("Need for .667", group=above),
            Column("Need for .800", group=above),
        ]
    rows = []
    for code in source.codes:
        cells = [Cell(source.code_name(code))]
        for figures in source.units:
            cells += merged(_needed(figures, code=code))
        rows.append(tuple(cells))
    return Table("sample_size", "How much double-coded text is enough", tuple(columns), tuple(rows))


_SAMPLE_SIZE_ASIDE = (
    "After Krippendorff (from Bloch and Kraemer), at 95 % confidence: so many units let one trust that alpha is not "
    "below the threshold. The formula takes units as drawn independently of each other. Characters and sentences of "
    "one article are not, so having enough units on few articles is not enough: more articles are."
)


def _needed(figures: "Figures | OtherUnit", *, code: str) -> Iterator[Cell]:
    need = next(each for each in figures.needed if each.code == code)
    prevalence = next(each.prevalence for each in figures.usage if each.code == code)
    yield number(number_words.count(need.have))
    for threshold in THRESHOLDS:
        if threshold in need.needed:
            yield number(number_words.count(need.needed[threshold]))
        elif prevalence is None:
            yield missing("no units")
        else:
            yield missing(EVERYWHERE if prevalence > 0 else NOBODY)
