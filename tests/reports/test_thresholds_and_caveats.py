# SPDX-License-Identifier: MIT
"""Cautions are printed when they apply, and no figure is ever called good or bad."""

from dataclasses import replace

from reports import made_study

from annotator.domain import Coder
from annotator.reports.report_source import ReportSource
from annotator.reports.thresholds_and_caveats import CONVENTION, caveats, clusters, reading_section


def _said(source: ReportSource) -> str:
    return "\n".join(caveats(source))


def _with_prevalence(share: float) -> ReportSource:
    source = made_study.source()
    usage = tuple(replace(each, prevalence=share) for each in source.figures.usage)
    return replace(source, figures=replace(source.figures, usage=usage))


def test_conventions_are_called_conventions() -> None:
    assert "conventions, not tests" in CONVENTION
    assert reading_section(made_study.source()).blocks[0].text == CONVENTION  # type: ignore[union-attr]  # a paragraph


def test_rare_codes_bring_the_caution_on_percent() -> None:
    assert "Percent alone says little about a rare code." in _said(_with_prevalence(0.04))
    assert "stands on 4.0 % of the characters" in _said(_with_prevalence(0.04))
    assert "rare code." not in _said(_with_prevalence(0.3))


def test_the_unit_is_always_spoken_of() -> None:
    assert "by character and by sentence" in _said(made_study.source())
    assert "The unit changes the number" in _said(made_study.source(beside=None))


def test_few_articles_are_counted_in_clusters() -> None:
    assert clusters(made_study.source()) == 5
    assert "rest on 5 clusters of articles only" in _said(made_study.source())
    many = tuple(replace(made_study.ARTICLES[0], id=f"x{number}") for number in range(12))
    assert "rest on" not in _said(made_study.source(shared=many, groups=()))


def test_programs_among_the_coders_are_named() -> None:
    assert "A program made the annotations of Trial coder (machine-made)." in _said(made_study.source())
    people = tuple(Coder(coder.id, coder.name) for coder in made_study.CODERS)
    assert "A program" not in _said(made_study.source(coders=people))


def test_undefined_samples_are_counted() -> None:
    source = made_study.source()
    results = tuple(
        replace(each, interval=replace(each.interval, undefined=7)) if each.interval is not None else each
        for each in source.figures.results
    )
    assert "Evidence of trust 7 of 400" in _said(replace(source, figures=replace(source.figures, results=results)))


def test_text_that_was_not_excluded_brings_the_pull_quote() -> None:
    assert "pull quote" not in _said(made_study.source())
    assert "pull quote" in _said(made_study.source(excluded_characters=0))


def test_no_verdict_is_passed() -> None:
    words = _said(made_study.source()).casefold()
    for verdict in ("excellent", "substantial", "moderate", "poor", "acceptable"):
        assert verdict not in words
