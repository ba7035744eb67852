# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.short_names import RESERVED, is_short_name, proposed_short_name_of, proposed_word


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Trust in others", "trust_in_others"),
        ("  1 Größe!", "größe"),
        ("北京", "北京"),
        ("123", ""),
        ("Exclude", "exclude_2"),
    ],
)
def test_a_name_becomes_one_word(name: str, word: str) -> None:
    assert proposed_word(name, taken=()) == word


def test_a_taken_word_gets_a_number() -> None:
    assert proposed_word("Trust", taken={"trust", "trust_2"}) == "trust_3"


def test_a_name_without_letters_is_called_code() -> None:
    assert proposed_short_name_of("???", taken={"code"}) == "code_2"


@given(st.text(max_size=80), st.sets(st.sampled_from(["code", "a", "b", "a_2"])))
def test_every_name_gets_a_word_that_may_stand_in_files(name: str, taken: set[str]) -> None:
    word = proposed_short_name_of(name, taken=taken)
    assert is_short_name(word)
    assert word.casefold() not in taken | RESERVED
