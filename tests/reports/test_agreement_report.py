# SPDX-License-Identifier: MIT
"""The report as data: its order, its title, and what remains where there is nothing to compare."""

from dataclasses import replace

from reports import made_study

from annotator.agreement.figures import figures
from annotator.reports.agreement_report import agreement_report, subtitle
from annotator.reports.report_source import ReportSource


def test_sections_stand_in_the_order_of_the_questions() -> None:
    assert [section.name for section in made_study.report().sections] == [
        "compared", "codes", "reading", "pairs", "differences", "articles", "methods", "passages"
    ]  # fmt: skip


def test_the_title_names_a_round_of_ones_own() -> None:
    assert made_study.report().title == "Agreement"
    assert made_study.report(round="second").title == "Agreement in round second"


def test_the_subtitle_says_what_the_figures_are_of() -> None:
    assert subtitle(made_study.source()) == (
        "4 coders, 6 articles finished by at least two of them, character by character, excluded regions cut out. "
        "State of 2026-03-14."
    )


def test_the_time_of_looking_changes_nothing() -> None:
    source = made_study.source()
    later = replace(source, snapshot=replace(source.snapshot, taken="2030-01-01T00:00:00Z"))
    assert agreement_report(later) == agreement_report(source)


def _nobody_finished() -> ReportSource:
    codings = [replace(each, finished=frozenset(), codes_known=None) for each in made_study.codings()]
    found = figures(codings, made_study.question(), batches={})
    return made_study.source(figures=found, shared=(), left_out=made_study.ARTICLES, beside=None, quoted=(), offsets=())


def test_with_nothing_to_compare_the_report_says_so() -> None:
    report = agreement_report(_nobody_finished())
    assert [section.name for section in report.sections] == ["compared", "codes"]
    for row in report.tables[0].rows:
        assert row[-1].text.startswith("Undefined (no shared articles")
        assert row[-1].span == len(report.tables[0].columns) - 1
