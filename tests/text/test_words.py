# SPDX-License-Identifier: MIT
from itertools import pairwise

import pytest
from hypothesis import given
from text.strategies import texts

from annotator.text.words import word_spans


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Beijing’s “war games” don't", ["Beijing’s", "war", "games", "don't"]),
        ("US$400 billion, 3,200km; 3.5%", ["US", "400", "billion", "3,200km", "3.5"]),
        ("the U.S. and the G7", ["the", "U.S", "and", "the", "G7"]),
        ("China-Russia—so-called", ["China", "Russia", "so", "called"]),
        ("a,b 1,2, ,3 4,", ["a", "b", "1,2", "3", "4"]),
        ("Li (李克強)。", ["Li", "李", "克", "強"]),
        ("COVID感染 人々", ["COVID", "感", "染", "人", "々"]),
        ("これはテスト", ["こ", "れ", "は", "テスト"]),
        ("\U00020000\U00020001", ["\U00020000", "\U00020001"]),
        ("葛\U000e0100城", ["葛\U000e0100", "城"]),
        ("cafe\u0301s na\u0308chste", ["cafe\u0301s", "na\u0308chste"]),
        ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),
        ("שָׁלוֹם עולם", ["שָׁלוֹם", "עולם"]),
        ("می\u200cخواهم co\u00adoperate", ["می\u200cخواهم", "co\u00adoperate"]),
        ("한국어 문장", ["한국어", "문장"]),
        ("snake_case naïve", ["snake_case", "naïve"]),
        ("😀 👩\u200d👧 … -- ’’", []),
        ("’tis the countries’ end.", ["tis", "the", "countries", "end"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert _words(text) == words


@given(texts)
def test_every_letter_lies_in_exactly_one_word(text: str) -> None:
    spans = word_spans(text)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    inside = {position for start, end in spans for position in range(start, end)}
    assert {position for position, character in enumerate(text) if character.isalnum()} <= inside
    assert not any(character == "\n" for start, end in spans for character in text[start:end])
