# SPDX-License-Identifier: MIT
"""What is compared: counts, unit, missing articles and the state are said in words."""

from dataclasses import replace

import pytest
from reports import made_study

from annotator.agreement.question import Rule
from annotator.domain import Snapshot
from annotator.reports.compared_section import (
    articles,
    compared_section,
    excluded_in_words,
    groups_in_words,
    missing_in_words,
    state_in_words,
    unit_in_words,
)
from annotator.reports.report_blocks import Facts, Tone, Words


def test_every_fact_is_there() -> None:
    [facts] = compared_section(made_study.source()).blocks
    assert isinstance(facts, Facts)
    terms = [term for term, _ in facts.rows]
    assert terms == [
        "Articles", "Coders", "Unit", "Excluded text", "Missing", "Near-identical", "Round", "State"
    ]  # fmt: skip
    assert dict(facts.rows)["Coders"] == "Novák, Okafor, Haddad and Trial coder (machine-made)"


def test_articles_left_out_are_named() -> None:
    source = made_study.source()
    assert articles(source) == "6 of 7 articles, finished by at least two of the coders."
    words = missing_in_words(source)
    assert "Left out, not finished by two of the coders: “Article number 7”." in words
    assert "Okafor 1, Haddad 1 and Trial coder (machine-made) 2" in words
    assert missing_in_words(replace(source, left_out=(), missing={})).startswith("Nothing")


@pytest.mark.parametrize("unit", ["character", "token", "sentence", "paragraph", "document"])
def test_the_choice_of_unit_is_explained(unit: str) -> None:
    source = made_study.source()
    figures = replace(source.figures, question=replace(source.figures.question, unit=unit, rule=Rule.HALF))
    words = unit_in_words(replace(source, figures=figures))
    assert words.startswith("The unit is the ")
    assert words.endswith("compare figures of the same unit only.")
    assert (
        ("at least half" in words) == ("segmenter version 1" in words) == (unit in ("token", "sentence", "paragraph"))
    )


def test_excluded_text_is_counted_with_its_kind() -> None:
    source = made_study.source()
    assert "300 characters" in excluded_in_words(source)
    assert "lead accepted" in excluded_in_words(source)
    assert "proposed or accepted" in excluded_in_words(replace(source, excluded="any"))
    assert excluded_in_words(replace(source, excluded="none")) == "None was cut out, whatever was proposed."


def test_versions_of_one_text_are_named() -> None:
    source = made_study.source()
    assert "“Article number 1” and “Article number 2”" in groups_in_words(source)
    assert groups_in_words(replace(source, groups=())).startswith("No two of the articles")
    # Of a group of which one article alone is shared nothing is drawn together.
    assert groups_in_words(replace(source, groups=(("d1", "d7"),))).startswith("No two of the articles")


def test_the_state_is_named_by_its_latest_change_and_not_by_when_it_was_looked_at() -> None:
    source = made_study.source()
    assert state_in_words(source) == (
        f"412 changes in the project's journal, the latest of 2026-03-14 09:26 UTC; SHA-256 {'ab' * 32}."
    )
    assert "latest" not in state_in_words(replace(source, snapshot=Snapshot(0, "cd" * 32)))


def test_without_shared_articles_it_is_said() -> None:
    source = made_study.source(shared=(), left_out=made_study.ARTICLES)
    last = compared_section(source).blocks[-1]
    assert isinstance(last, Words)
    assert last.tone is Tone.CAUTION
