# SPDX-License-Identifier: MIT
"""The choices go through JSON and come back."""

import json

import pytest

from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, Division, HtmlText, Lines, ReadingOptions


@pytest.mark.parametrize(
    "options",
    [
        DEFAULT_OPTIONS,
        ReadingOptions("cp1252", guess=True, html_text=HtmlText.RAW, division=Division.CHAPTERS),
        ReadingOptions(pdf_lines=Lines.JOINED, pdf_running_heads_left_out=True, pdf_hyphens_joined=True),
    ],
)
def test_there_and_back(options: ReadingOptions) -> None:
    assert ReadingOptions.from_plain(json.loads(json.dumps(options.as_plain()))) == options


def test_nothing_changes_a_text_where_nobody_chose() -> None:
    assert ReadingOptions.from_plain({}) == DEFAULT_OPTIONS
    assert not DEFAULT_OPTIONS.guess
    assert not DEFAULT_OPTIONS.pdf_hyphens_joined
    assert not DEFAULT_OPTIONS.pdf_running_heads_left_out
    assert DEFAULT_OPTIONS.pdf_lines is Lines.KEPT


def test_a_choice_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="upside down"):
        ReadingOptions.from_plain({"html_text": "upside down"})
