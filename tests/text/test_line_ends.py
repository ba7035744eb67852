# SPDX-License-Identifier: MIT
"""Which line ends part sentences: all but those that a column of wrapped text explains."""

import textwrap

import pytest
from hypothesis import given
from text.strategies import texts

from annotator.text.blanks import is_blank
from annotator.text.line_ends import stretches

PROSE = (
    "Beijing and Moscow have been working more closely in the past few months, not just to further interests, but to "
    "hedge against a chill. Relations with Washington have become increasingly frosty since the pandemic began, and "
    "the policy will not be identical. Mr. Li said so on Feb. 4 and again later."
)


def _stretches(text: str) -> list[str]:
    return [text[start:end] for start, end in stretches(text)]


def test_blank_lines_always_part() -> None:
    assert _stretches("one\n\ntwo\n \u00a0\nthree\n\n\n") == ["one", "two", "three"]


@pytest.mark.parametrize("separator", ["\n", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_headings_and_paragraphs_of_one_line_part(separator: str) -> None:
    text = separator.join(["Mutual Interests", PROSE, "Fundamental Differences Remain", PROSE])
    assert _stretches(text) == ["Mutual Interests", PROSE, "Fundamental Differences Remain", PROSE]


@pytest.mark.parametrize("width", [45, 60, 72, 99])
def test_a_wrapped_column_is_one_stretch(width: int) -> None:
    wrapped = textwrap.fill(PROSE, width)
    assert _stretches(wrapped) == [wrapped]
    assert _stretches(f"Mutual Interests\n{wrapped}") == ["Mutual Interests", wrapped]
    assert _stretches(f"{wrapped}\n\n{wrapped}") == [wrapped, wrapped]


def test_a_wide_or_narrow_block_is_no_column() -> None:
    assert len(_stretches(textwrap.fill(PROSE, 130))) > 2
    assert _stretches("Roses are red\nViolets are blue\nSugar is sweet") == [
        "Roses are red",
        "Violets are blue",
        "Sugar is sweet",
    ]


def test_two_headlines_are_two_but_a_lower_case_line_goes_on() -> None:
    first = "How the Moscow-Beijing axis became a genuine friendship"
    assert _stretches(f"{first}\nChinese President Xi Jinping and the Russian President shake") != [first]
    assert len(_stretches(f"{first}\nChinese President Xi Jinping and the Russian President")) == 2
    assert len(_stretches(f"{first}\nafter all and in spite of everything")) == 1


def test_items_of_a_list_part_although_their_lines_are_full() -> None:
    items = [
        "• Joint exercises by land and by sea in the north",
        "• Loans",
        "2) Gas from the fields of eastern Siberia now",
    ]
    assert _stretches("\n".join(items)) == items


def test_a_wrapped_column_of_ideographs() -> None:
    text = "\n".join(["中" * 45, "国" * 45, "人" * 20 + "。"])
    assert _stretches(text) == [text]
    assert _stretches("标题\n" + text) == ["标题", text]


@given(texts)
def test_all_that_is_seen_lies_in_a_stretch(text: str) -> None:
    spans = list(stretches(text))
    inside = {position for start, end in spans for position in range(start, end)}
    assert {position for position, character in enumerate(text) if not is_blank(character)} <= inside
    assert all(start < end and not is_blank(text[start]) and not is_blank(text[end - 1]) for start, end in spans)
    assert "\n\n" not in "".join(text[start:end] for start, end in spans)
