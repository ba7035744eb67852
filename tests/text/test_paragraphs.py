# SPDX-License-Identifier: MIT
from itertools import pairwise

from hypothesis import given
from text.strategies import texts

from annotator.text.blanks import is_blank
from annotator.text.paragraphs import paragraph_spans


def test_stretches_between_line_feeds_that_hold_something_to_see() -> None:
    text = "Heading\n\n  First. \u00a0\n\u200b\n \t\nSecond\u2028line\u2029Third\n"
    assert [text[s:e] for s, e in paragraph_spans(text)] == ["Heading", "First.", "Second\u2028line", "Third"]


def test_a_white_space_that_carries_a_mark_is_seen() -> None:
    assert paragraph_spans("a\n \u0301b\n") == [(0, 1), (2, 5)]


@given(texts)
def test_all_that_is_seen_lies_in_a_paragraph(text: str) -> None:
    spans = paragraph_spans(text)
    inside = {position for start, end in spans for position in range(start, end)}
    assert {position for position, character in enumerate(text) if not is_blank(character)} <= inside
    assert not any(text[position] == "\n" for position in inside)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
