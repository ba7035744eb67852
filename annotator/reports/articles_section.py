# SPDX-License-Identifier: MIT
"""The fifth section: agreement on single articles, and over time."""

from annotator.agreement.result import Result
from annotator.reports.number_words import coefficient, count
from annotator.reports.number_words import interval as interval_words
from annotator.reports.report_blocks import Block, Cell, Column, Kind, Picture, Section, Table, Words
from annotator.reports.report_cells import merged, number, short_cell
from annotator.reports.report_drawings import Drift, DriftLine, Mark, Strip, StripRow
from annotator.reports.report_source import ALPHA, ReportSource, of_code


def articles_section(source: ReportSource) -> Section:
    """Give the values of single articles and of batches in time."""
    blocks: list[Block] = [strip_picture(source), articles_table(source)]
    if len(source.figures.batches) > 1:
        blocks += [drift_picture(source), drift_table(source)]
    else:
        blocks.append(Words("All articles were finished in one stretch of time, so there is no drift to show."))
    return Section("articles", "Single articles, and over time", tuple(blocks))


def _by_article(source: ReportSource) -> dict[tuple[str, str | None], Result]:
    """Give alpha of every article that counts for a code, by article and code."""
    return {
        (each.documents[0], each.code): each
        for each in source.figures.by_document
        if each.measure == ALPHA and len(each.documents) == 1
    }


def strip_picture(source: ReportSource) -> Picture:
    """Draw a dot per article and code."""
    rows, by_article = [], _by_article(source)
    for code in source.codes:
        found = [by_article.get((document.id, code)) for document in source.shared]
        values = tuple(each.value for each in found if each is not None and each.value is not None)
        pooled = of_code(source.figures.results, ALPHA, code=code)
        rows.append(
            StripRow(source.code_name(code), values, len(found) - len(values), pooled.value if pooled else None)
        )
    return Picture(
        name="articles",
        caption="Alpha of single articles (dots) and of all together (bar). Lines: .667 and .800.",
        alternative="One line of dots per code; the same values stand in the table of articles.",
        drawing=Strip(tuple(rows)),
    )


def articles_table(source: ReportSource) -> Table:
    """Give alpha per article, codes as columns."""
    columns = (
        Column("Article", Kind.WORDS),
        Column(f"{source.unit}s".capitalize()),
        *(Column(source.code_name(code)) for code in source.codes),
    )
    rows, by_article = [], _by_article(source)
    for document in source.shared:
        found = [by_article.get((document.id, code)) for code in source.codes]
        units = max((each.n for each in found if each is not None), default=0)
        cells = merged([short_cell(each) for each in found])
        rows.append((Cell(document.heading), number(count(units)), *cells))
    notes = (
        "To look closer, never to be averaged: many single articles have no value, since nobody used a code there "
        "(“no variation”) or it was not yet in the codebook.",
    )
    return Table(
        "articles", f"Alpha of single articles, by {source.unit}", columns, tuple(rows), notes, for_papers=False
    )


def drift_picture(source: ReportSource) -> Picture:
    """Draw alpha per batch and code."""
    batches = source.figures.batches
    lines = []
    for code in source.codes:
        found = [of_code(batch.results, ALPHA, code=code) for batch in batches]
        lines.append(DriftLine(source.code_name(code), tuple(_mark(each) for each in found)))
    return Picture(
        name="drift",
        caption="Alpha over time, by when the last of the coders finished an article. Lines: .667 and .800.",
        alternative="One small plot per code; the same values stand in the table below.",
        drawing=Drift(batches=tuple(batch.label for batch in batches), lines=tuple(lines)),
    )


def _mark(result: Result | None) -> Mark | None:
    if result is None or result.value is None:
        return None
    found = result.interval
    return Mark(result.value, found.low, found.high) if found else Mark(result.value)


def drift_table(source: ReportSource) -> Table:
    """Give alpha and its interval per batch."""
    columns = (
        Column("Finished in", Kind.WORDS),
        Column("Articles"),
        *(Column(source.code_name(code), Kind.INTERVAL) for code in source.codes),
    )
    rows = []
    for batch in source.figures.batches:
        found = [of_code(batch.results, ALPHA, code=code) for code in source.codes]
        rows.append((Cell(batch.label), number(count(len(batch.documents))), *merged(_cell(each) for each in found)))
    notes = (
        "A batch is small: look at its interval. Articles differ, so a fall need not be the coders' drifting apart.",
    )
    return Table("drift", "Alpha over time", columns, tuple(rows), notes)


def _cell(result: Result | None) -> Cell:
    if result is None or result.value is None or result.interval is None:
        return short_cell(result)
    return Cell(f"{coefficient(result.value)} {interval_words(result.interval)}")
