# SPDX-License-Identifier: MIT
"""Repeated passages: which of two is the repetition, and what is no repetition at all."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.repeats import LEAST_CHARACTERS, repeated_paragraphs

LONG = "We have never trusted them, and we shall not begin today, said the minister."
OTHER = "The experts, for their part, do not know what to think of any of this."


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in repeated_paragraphs(text)]


def test_a_pull_quote_before_or_behind_its_sentence_is_the_repetition() -> None:
    body = f"He rose. {LONG} Then he sat down."
    before, behind = f"{LONG}\n\n{body}\n{OTHER}", f"{body}\n{OTHER}\n  {LONG} "
    assert quoted(before) == quoted(behind) == [LONG]
    assert repeated_paragraphs(before)[0].start == 0


def test_of_equal_paragraphs_the_first_stays() -> None:
    text = f"{LONG}\n{OTHER}\n{LONG}\n{LONG}"
    spans = repeated_paragraphs(text)
    assert [span.start for span in spans] == [len(LONG) + len(OTHER) + 2, 2 * len(LONG) + len(OTHER) + 3]


def test_short_and_single_paragraphs_are_left_alone() -> None:
    short = "x" * (LEAST_CHARACTERS - 1)
    assert quoted(f"{short}\n{short}\n{LONG}\n{OTHER}") == []
    assert quoted("") == quoted(LONG) == []


def test_a_long_text_of_equal_lines_takes_no_more_than_a_look_at_each() -> None:
    text = "\n".join([LONG] * 50_000)
    assert len(repeated_paragraphs(text)) == 49_999


@given(st.lists(st.sampled_from([LONG, OTHER, f"Now. {LONG}", "short", ""]), max_size=8))
def test_what_is_left_says_everything_once(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    spans = repeated_paragraphs(text)
    kept = "".join(sign for place, sign in enumerate(text) if not any(span.start <= place < span.end for span in spans))
    for words in (LONG, OTHER):
        assert (words in text) == (words in kept)
        assert [line.strip() for line in kept.split("\n")].count(words) <= 1
    assert repeated_paragraphs(kept) == ()
