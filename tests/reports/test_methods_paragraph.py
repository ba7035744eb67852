# SPDX-License-Identifier: MIT
"""The methods paragraph names everything that another person needs to get the same figures."""

from dataclasses import replace

import pytest
from reports import made_study

from annotator.agreement.question import Rule
from annotator.reports.methods_paragraph import methods_paragraph, methods_section
from annotator.reports.report_blocks import Listing, Tone, Words

NAMED = (
    "Discourse Annotator 1.2.3", "4 coders", "Novák, Okafor, Haddad and Trial coder (machine-made)", "6 articles",
    "of 7 in the project", "[how these articles were drawn]", "round “main”", "of 2026-03-14", "412 changes",
    "SHA-256 abababababababab…",
    "single character (Unicode code point)", "300 characters in regions accepted as excluded by the lead",
    "codes may overlap", "counts as missing", "Krippendorff 2011", "Fleiss 1971", "95 %", "400 bootstrap samples",
    "5 clusters of articles", "near-identical articles drawn together", "seed 1", "numpy 9.9", "percentile",
)  # fmt: skip


@pytest.mark.parametrize("words", NAMED)
def test_it_names(words: str) -> None:
    assert words in methods_paragraph(made_study.source())


def test_each_code_has_value_interval_percent_and_prevalence() -> None:
    words = methods_paragraph(made_study.source())
    for code in made_study.CODES[:3]:
        assert f"{code.name}: alpha ." in words
    assert words.count("prevalence") == 3
    assert words.endswith(
        "Solidarity in crisis: alpha undefined (no variation: nobody used this code in the 6 shared articles)."
    )


def test_a_larger_unit_names_rule_and_segmenter() -> None:
    source = made_study.source()
    question = replace(source.figures.question, unit="sentence", rule=Rule.HALF)
    words = methods_paragraph(replace(source, figures=replace(source.figures, question=question)))
    assert "The unit of analysis was the sentence, coded by a code where passages with it cover at least half" in words
    assert "(segmenter 1)" in words


def test_without_samples_it_says_so() -> None:
    source = made_study.source()
    figures = replace(source.figures, question=replace(source.figures.question, resamples=0))
    assert "No intervals were computed." in methods_paragraph(replace(source, figures=figures))


def test_undefined_samples_are_named() -> None:
    source = made_study.source()
    results = tuple(
        replace(each, interval=replace(each.interval, undefined=3)) if each.interval is not None else each
        for each in source.figures.results
    )
    words = methods_paragraph(replace(source, figures=replace(source.figures, results=results)))
    assert "samples without a value were left out (Evidence of trust 3, " in words


def test_it_is_to_be_copied_and_has_its_works() -> None:
    _, paragraph, works = methods_section(made_study.source()).blocks
    assert isinstance(paragraph, Words)
    assert paragraph.tone is Tone.COPY
    assert isinstance(works, Listing)
    assert [item.split(",")[0] for item in works.items] == ["Cicchetti", "Efron", "Fleiss", "Krippendorff"]
