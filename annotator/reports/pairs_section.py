# SPDX-License-Identifier: MIT
"""The third section: which two coders agree, and each coder against the rest."""

from collections.abc import Sequence

from annotator.agreement.result import Result
from annotator.reports.report_blocks import Block, Cell, Column, Kind, Picture, Section, Table, Words
from annotator.reports.report_cells import merged, short_cell
from annotator.reports.report_drawings import HeatMap, HeatPanel
from annotator.reports.report_source import ALPHA, ReportSource


def pairs_section(source: ReportSource) -> Section:
    """Give the matrix of pairs as a table and as a picture, and the means against the rest."""
    people = source.taking_part
    if len(people) < 3:
        words = Words("There are two coders: their pair is what the tables above show.")
        return Section("pairs", "Pairs of coders", (words,))
    blocks: list[Block] = [heat_map(source), pairs_table(source), rest_table(source)]
    return Section("pairs", "Pairs of coders", tuple(blocks))


def _of_coders(results: Sequence[Result], coders: tuple[str, ...], *, code: str) -> Result | None:
    return next(
        (each for each in results if each.measure == ALPHA and each.code == code and set(each.coders) == set(coders)),
        None,
    )


def heat_map(source: ReportSource) -> Picture:
    """Draw alpha of every pair, one panel per code."""
    people = source.taking_part
    panels = []
    for code in source.codes:
        values = []
        for place, one in enumerate(people[1:], start=1):
            found = [_of_coders(source.figures.pairs, (one, two), code=code) for two in people[:place]]
            values.append(tuple(each.value if each else None for each in found))
        panels.append(HeatPanel(source.code_name(code), tuple(values)))
    names = tuple(source.coder_name(coder) for coder in people)
    return Picture(
        name="pairs",
        caption=(
            "Krippendorff's alpha of each pair of coders, per code. A stronger shade is a higher value; hatched is "
            "below 0."
        ),
        alternative="A triangle of values per code; the same values stand in the table of pairs.",
        drawing=HeatMap(names=names, panels=tuple(panels)),
    )


def pairs_table(source: ReportSource) -> Table:
    """Give alpha of every pair, codes as columns."""
    people = source.taking_part
    rows = []
    for place, one in enumerate(people):
        for two in people[place + 1 :]:
            cells = [short_cell(_of_coders(source.figures.pairs, (one, two), code=code)) for code in source.codes]
            rows.append((Cell(f"{source.coder_name(one)} – {source.coder_name(two)}"), *merged(cells)))
    columns = (Column("Pair", Kind.WORDS), *(Column(source.code_name(code)) for code in source.codes))
    notes = ("Over the articles that both finished. “No variation”: neither used the code there, or both everywhere.",)
    return Table("pairs", "Alpha of each pair", columns, tuple(rows), notes)


def rest_table(source: ReportSource) -> Table:
    """Give each coder's mean over her pairs."""
    rows = []
    for coder in source.taking_part:
        own = [each for each in source.figures.rest if each.measure == ALPHA and each.coders[0] == coder]
        cells = [short_cell(next((each for each in own if each.code == code), None)) for code in source.codes]
        rows.append((Cell(source.coder_name(coder)), *merged(cells)))
    columns = (Column("Coder", Kind.WORDS), *(Column(source.code_name(code)) for code in source.codes))
    notes = ("Mean alpha of the pairs that a coder is in; pairs without a value are left out of the mean.",)
    return Table("against_the_rest", "Each coder against the rest", columns, tuple(rows), notes)
