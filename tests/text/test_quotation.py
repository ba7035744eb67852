# SPDX-License-Identifier: MIT
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text.strategies import texts

from annotator.domain import CONTEXT_LENGTH, Span
from annotator.text import context, digest, quote, stands

TEXT = "One 😀 two.\u00a0Three e\u0301."


def test_quote_is_the_slice_in_code_points() -> None:
    assert quote(TEXT, Span.of(4, 9)) == "😀 two"
    assert quote(TEXT, Span.of(10, 11)) == "\u00a0"


def test_quote_beyond_the_text_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="beyond"):
        quote("abc", Span.of(2, 4))


def test_context_is_cut_at_the_edges_of_the_text() -> None:
    text = "x" * 40 + "QUOTE" + "y" * 10
    assert context(text, Span.of(40, 45)) == ("x" * CONTEXT_LENGTH, "y" * 10)
    assert context(text, Span.of(0, len(text))) == ("", "")


def test_stands_asks_for_the_very_code_points() -> None:
    assert stands("café", Span.of(0, 4), "café")
    assert not stands("cafe\u0301", Span.of(0, 5), "café")
    assert not stands("a\u00a0b", Span.of(0, 3), "a b")
    assert not stands("abc", Span.of(1, 4), "bc"), "a slice that Python cuts short is no quote"
    assert not stands("abc", Span.of(5, 6), "")


@given(texts, st.data())
def test_a_quote_stands_where_it_was_taken(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.of(start, data.draw(st.integers(start + 1, len(text))))
    before, after = context(text, span)
    assert stands(text, span, quote(text, span))
    assert before + quote(text, span) + after in text
    assert len(before) <= CONTEXT_LENGTH >= len(after)


def test_digest_is_of_the_utf8() -> None:
    assert digest("é\n") == hashlib.sha256(b"\xc3\xa9\n").hexdigest()
    with pytest.raises(UnicodeEncodeError):
        digest("\ud800")
