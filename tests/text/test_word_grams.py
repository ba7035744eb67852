# SPDX-License-Identifier: MIT
"""Word 5-grams against a naive cutting of the same texts: equal grams have equal numbers, others other ones."""

import re
from unicodedata import normalize

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from text.strategies import texts

from annotator.text.word_grams import distinct, word_grams

IDEOGRAPH = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd\u3041-\u3096\u309d\u309e"


def naive(text: str) -> set[tuple[str, ...]]:
    """Cut a text one word after the other."""
    visible = re.sub("[\u00ad\u200b\u200c\u200d\u2060\ufeff]", "", text)
    words: list[str] = []
    for run in re.findall(rf"[{IDEOGRAPH}]+|[^\W{IDEOGRAPH}]+", normalize("NFKC", visible).casefold()):
        is_row = len(run) >= 5 and re.match(f"[{IDEOGRAPH}]", run)
        words += list(run) if is_row else [run]
    return {tuple(words[place : place + 5]) for place in range(len(words) - 4)}


LONG = st.text(st.sampled_from("ab"), min_size=100, max_size=300)
WORDS = ["the", "The", "trust", "a", "北京", "北京信任莫斯科", "ひらがな", "é", "ǅ", "ﬁn", ",", "\u00ad", "\ud800"]
MIXED = st.lists(st.sampled_from(WORDS) | LONG, max_size=15).map(lambda words: " ".join(words) + "".join(words[:3]))


@given(st.lists(texts | MIXED, max_size=5))
def test_numbers_stand_for_grams(bodies: list[str]) -> None:
    found = [set(each.tolist()) for each in word_grams(bodies)]
    expected = [naive(body) for body in bodies]
    assert [len(each) for each in found] == [len(each) for each in expected]
    for one, expected_one in zip(found, expected, strict=True):
        for other, expected_other in zip(found, expected, strict=True):
            assert len(one & other) == len(expected_one & expected_other)


@given(st.lists(texts | MIXED, min_size=1, max_size=4))
def test_a_text_has_the_same_numbers_in_whatever_company(bodies: list[str]) -> None:
    together = word_grams(bodies)
    for body, grams in zip(bodies, together, strict=True):
        assert word_grams([body])[0].tolist() == grams.tolist()
        assert word_grams(["é", f"{body} "])[1].tolist() == grams.tolist()
        assert sorted(set(grams.tolist())) == grams.tolist()


def test_long_words_are_told_apart_to_their_ends() -> None:
    for length in (7, 8, 9, 127, 128, 129, 5000):
        first, second = (word_grams([f"a b c d {'x' * length}{end}"])[0] for end in "yz")
        assert len(first) == len(second) == 1
        assert first != second


def test_a_word_of_a_million_letters_takes_no_million_steps() -> None:
    assert len(word_grams([f"a b {'x' * 3_000_000} c d e"])[0]) == 2


def test_numbers_are_the_same_on_every_machine() -> None:
    (numbers,) = word_grams(["The quick brown fox jumps over 懶狗 and 五六七八九十 again"])
    assert len(numbers) == 11
    assert numbers.tolist()[0] == 2554189045249578041


def test_distinct_numbers() -> None:
    assert distinct(np.array([3, 1, 3, 2, 1], dtype=np.uint64)).tolist() == [1, 2, 3]
    assert distinct(np.empty(0, dtype=np.uint64)).tolist() == []
    assert word_grams([]) == []
    assert [len(each) for each in word_grams(["", "one two", "\n"])] == [0, 0, 0]
