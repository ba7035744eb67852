# SPDX-License-Identifier: MIT
"""Names for statistics programs: the laws, and the words that each program keeps for itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.variable_names import LONGEST_NAME, is_variable_name, variable_names

VALID = re.compile(r"[a-z][a-z0-9_]*[a-z0-9]|[a-z]")


@given(st.lists(st.text(max_size=50)), st.sets(st.sampled_from(["a", "document_id", "variable", "x_2"])))
def test_every_name_is_plain_short_and_its_own(words: list[str], taken: set[str]) -> None:
    """The laws, for any words."""
    names = variable_names(words, taken=taken)
    assert len(names) == len(words)
    assert all(VALID.fullmatch(name) and len(name) <= LONGEST_NAME for name in names)
    assert len({*names, *taken}) == len(names) + len(taken)
    assert variable_names(words, taken=taken) == names


@given(st.lists(st.text(min_size=1, max_size=50), unique_by=lambda word: word.casefold()))
def test_a_name_that_is_one_already_stays(words: list[str]) -> None:
    """Naming twice is naming once."""
    names = variable_names(words)
    assert variable_names(names) == names
    assert all(map(is_variable_name, names))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["Expert quote", "expert-quote", "EXPERT_QUOTE"], ["expert_quote", "expert_quote_2", "expert_quote_3"]),
        (["Zoë Müller", "Łukasz Ørsted", "Strauß"], ["zoe_muller", "lukasz_orsted", "strauss"]),
        (["信任", "不信任", "!?"], ["variable", "variable_2", "variable_3"]),
        (["2nd reading", "_hidden_"], ["variable_2nd_reading", "hidden"]),
        (["a" * 40, "a" * 41], ["a" * 32, "a" * 30 + "_2"]),
        (["", "variable"], ["variable", "variable_2"]),
    ],
)
def test_names_by_hand(words: list[str], names: list[str]) -> None:
    """Accents, other scripts, digits, length."""
    assert list(variable_names(words)) == names


@pytest.mark.parametrize("word", ["by", "With", "ALL", "end", "if", "str10", "strL", "double", "TRUE", "NA", "_n"])
def test_words_of_the_programs_are_not_taken(word: str) -> None:
    """Stata's writers would rename them unasked, SPSS refuse them, R read them as values."""
    (name,) = variable_names([word], fallback="coder")
    assert name in (f"coder_{word.casefold()}", "n")


def test_another_length_and_fallback() -> None:
    """File names have less room; coders without Latin letters are coders."""
    assert variable_names(["a code with a long name", "测试"], longest=20, fallback="code") == (
        "a_code_with_a_long_n",
        "code",
    )
