# SPDX-License-Identifier: MIT
"""Numbers as words: what they round to is never something that the number is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.result import Interval
from annotator.reports import number_words

COEFFICIENTS = {0.7104: ".710", -0.0004: ".000", 1.0: "1.000", 0.99951: ".999", -0.0523: "-.052", -1.25: "-1.250"}
PERCENTS = {0.0: "0.0 %", 1.0: "100.0 %", 0.00001: "0.1 %", 0.99999: "99.9 %", 0.14: "14.0 %"}
PROBABILITIES = {0.0: "< .001", 0.0004: "< .001", 0.14: ".140", 0.9999: "> .999", 1.0: "> .999"}


@pytest.mark.parametrize(("value", "words"), COEFFICIENTS.items())
def test_coefficients(value: float, words: str) -> None:
    assert number_words.coefficient(value) == words


@pytest.mark.parametrize(("share", "words"), PERCENTS.items())
def test_percents(share: float, words: str) -> None:
    assert number_words.percent(share) == words


@pytest.mark.parametrize(("share", "words"), PROBABILITIES.items())
def test_probabilities(share: float, words: str) -> None:
    assert number_words.probability(share) == words


@given(st.floats(0, 1))
def test_only_all_is_a_hundred_percent_and_only_nothing_is_none(share: float) -> None:
    words = number_words.percent(share)
    assert (words == "100.0 %") == (share == 1)
    assert (words == "0.0 %") == (share == 0)


def test_counts_with_their_nouns() -> None:
    assert number_words.count(142806) == "142,806"
    assert number_words.count(1, "article") == "1 article"
    assert number_words.count(0, "article") == "0 articles"
    assert number_words.count(2, "coder's own", many="coders' own") == "2 coders' own"


def test_intervals_and_their_levels() -> None:
    assert number_words.interval(Interval(-0.05, 1.0, 0.95, "percentile")) == "[-.050, 1.000]"
    assert number_words.level(0.95) == "95 %"
    assert number_words.level(0.995) == "99.5 %"


def test_lists_as_sentences_have_them() -> None:
    assert number_words.listed([]) == ""
    assert number_words.listed(["a"]) == "a"
    assert number_words.listed(["a", "b", "c"]) == "a, b and c"
