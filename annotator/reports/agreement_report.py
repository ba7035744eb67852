# SPDX-License-Identifier: MIT
"""The report on agreement as data: what is said, in which order. How it looks is the renderers' business."""

from annotator.reports.advanced_section import advanced_section
from annotator.reports.articles_section import articles_section
from annotator.reports.compared_section import compared_section
from annotator.reports.differences_section import differences_section, passages_section
from annotator.reports.methods_paragraph import methods_section
from annotator.reports.number_words import count
from annotator.reports.pairs_section import pairs_section
from annotator.reports.per_code_section import per_code_section
from annotator.reports.report_blocks import Report
from annotator.reports.report_records import records
from annotator.reports.report_source import ReportSource
from annotator.reports.thresholds_and_caveats import reading_section


def agreement_report(source: ReportSource) -> Report:
    """Build the report; its sections stand in the order in which questions come up."""
    sections = [
        compared_section(source),
        per_code_section(source),
        reading_section(source),
        pairs_section(source),
        differences_section(source),
        articles_section(source),
    ]
    if source.advanced:
        sections.append(advanced_section(source))
    sections.append(methods_section(source))
    if source.quoted:
        sections.append(passages_section(source))
    return Report(
        title="Agreement" if source.round == "main" else f"Agreement in round {source.round}",
        subtitle=subtitle(source),
        sections=tuple(sections),
        records=tuple(records(source)),
    )


def subtitle(source: ReportSource) -> str:
    """Say in one line what the figures are of."""
    people, shared = count(len(source.taking_part), "coder"), count(len(source.shared), "article")
    cut = "excluded regions cut out" if source.excluded_characters else "no text excluded"
    by = f"{source.unit} by {source.unit}"
    until = f" State of {source.snapshot.latest[:10]}." if source.snapshot.latest else ""
    return f"{people}, {shared} finished by at least two of them, {by}, {cut}.{until}"
