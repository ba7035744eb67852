# SPDX-License-Identifier: MIT
"""What stands beside values of gamma."""

from dataclasses import replace

import pytest
from reports import made_study

from annotator.agreement.by_name import IntervalMethod, measured
from annotator.agreement.result import Result
from annotator.reports.advanced_section import advanced_section
from annotator.reports.gamma_words import error_of, gamma_notes, is_of_gamma
from annotator.reports.report_blocks import Table

NAMES = ("gamma", "gamma_cat", "gamma_k", "percent")


@pytest.fixture(scope="module")
def results() -> tuple[Result, ...]:
    return tuple(
        measured(made_study.codings(), made_study.question(), names=NAMES, method=IntervalMethod("none"))
    )  # fmt: skip


def with_settings(results: tuple[Result, ...], **settings: object) -> tuple[Result, ...]:
    return tuple(replace(each, settings={**each.settings, **settings}) for each in results)


def test_parameters_draws_and_error_are_told(results) -> None:
    [gamma] = [each for each in results if each.measure == "gamma"]
    first, second, *_ = gamma_notes(results)
    assert "α = 1 weighs positions, β = 1 codes" in first
    assert (
        f"{gamma.settings['samples']:,} random codings (statistical, per coder; seed {gamma.settings['seed']})" in first
    )
    assert f"leaves in gamma is {error_of(gamma)}." in first
    assert second.startswith("The passages of all coders were aligned together")


def test_a_mean_of_pairs_is_called_so(results) -> None:
    told = " ".join(gamma_notes(with_settings(results, exact=False, pairs=3)))
    assert "means of pairwise gammas, over 3 pairs of coders." in told


def test_several_best_alignments_and_several_articles_are_told(results) -> None:
    told = " ".join(gamma_notes(with_settings(results, best_alignment="one of several", several_documents="...")))
    assert "others are as good" in told
    assert "No publication defines gamma for several articles." in told


def test_an_error_too_small_for_three_decimals_is_not_zero(results) -> None:
    [gamma] = [each for each in with_settings(results, monte_carlo_error=0.0001) if each.measure == "gamma"]
    assert error_of(gamma) == "< .001"


def test_without_a_value_nothing_is_told(results) -> None:
    assert gamma_notes([each for each in results if not is_of_gamma(each)]) == ()
    assert all(error_of(each) == "" for each in results if not is_of_gamma(each))


def test_each_value_of_gamma_has_a_name_of_its_own_and_no_interval(results) -> None:
    tables = [each for each in advanced_section(made_study.source(advanced=results)).blocks if isinstance(each, Table)]
    rows = {row[0].text: row for row in tables[1].rows}
    assert {"Gamma", "Gamma: observed disorder", "Gamma: expected disorder", "Gamma-cat"} <= set(rows)
    assert rows["Gamma"][2].text.startswith("None; Monte-Carlo error ")
    assert rows["Gamma: observed disorder"][2].text == "None"
    assert len(rows) == len(tables[1].rows)
