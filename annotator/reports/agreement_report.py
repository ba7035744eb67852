# SPDX-License-Identifier: MIT
"""The report on agreement as data: what is said, in which order. How it looks is the renderers' business."""

from collections.abc import Iterator

from annotator.domain.model import MAIN_ROUND
from annotator.reports.advanced_section import advanced_section
from annotator.reports.articles_section import articles_section
from annotator.reports.compared_section import compared_section
from annotator.reports.differences_section import differences_section, passages_section
from annotator.reports.methods_paragraph import methods_section
from annotator.reports.number_words import count
from annotator.reports.pairs_section import pairs_section
from annotator.reports.per_code_section import per_code_section, reliability_table
from annotator.reports.report_blocks import Report, Section
from annotator.reports.report_records import records
from annotator.reports.report_source import ReportSource
from annotator.reports.thresholds_and_caveats import reading_section


def agreement_report(source: ReportSource) -> Report:
    """Build the report; its sections stand in the order in which questions come up."""
    return Report(
        title="Agreement" if source.round == MAIN_ROUND else f"Agreement in round {source.round}",
        subtitle=subtitle(source),
        sections=tuple(sections(source)),
        records=tuple(records(source)),
    )


def sections(source: ReportSource) -> Iterator[Section]:
    """Give the sections; where nothing was finished by two coders only those that say so."""
    yield compared_section(source)
    if not source.shared:
        yield Section("codes", "Agreement per code", (reliability_table(source),))
        return
    yield per_code_section(source)
    yield reading_section(source)
    yield pairs_section(source)
    yield differences_section(source)
    yield articles_section(source)
    if source.advanced:
        yield advanced_section(source)
    yield methods_section(source)
    if source.quoted:
        yield passages_section(source)


def subtitle(source: ReportSource) -> str:
    """Say in one line what the figures are of."""
    people, shared = count(len(source.taking_part), "coder"), count(len(source.shared), "article")
    whom = "both" if len(source.taking_part) == 2 else "at least two of them"
    cut = "excluded regions cut out" if source.excluded_characters else "no text excluded"
    until = f" State of {source.snapshot.latest[:10]}." if source.snapshot.latest else ""
    return f"{people}, {shared} finished by {whom}, {source.unit} by {source.unit}, {cut}.{until}"
