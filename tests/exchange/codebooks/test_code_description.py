# SPDX-License-Identifier: MIT
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Code, CodeId
from annotator.exchange.codebooks.code_description import CodeWords, described, taken_apart

_WORDS = st.text(st.sampled_from("aé北 .\n"), max_size=12).map(str.strip)


def test_each_text_is_a_paragraph_of_its_own() -> None:
    code = Code(CodeId(""), "A", "a", definition="D", counts="c", does_not="n", examples=("x", "y"))
    assert described(code) == "D\n\nCounts: c\n\nDoes not count: n\n\nExample: x\n\nExample: y"
    assert described(Code(CodeId(""), "A", "a")) == ""


@given(_WORDS, _WORDS, _WORDS, st.lists(_WORDS.filter(bool), max_size=3))
def test_what_is_put_together_is_taken_apart(definition: str, counts: str, does_not: str, examples: list[str]) -> None:
    words = CodeWords(definition, counts, does_not, tuple(examples))
    code = Code(CodeId(""), "A", "a", "", definition, counts, does_not, tuple(examples))
    assert taken_apart(described(code)) == words


def test_what_is_not_ours_is_a_definition_whole() -> None:
    text = "D\n\nCounts: a\n\nCounts: b"
    assert taken_apart(text) == CodeWords(text)
    assert taken_apart("He counts: one") == CodeWords("He counts: one")
