# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from text.strategies import texts

from annotator.text.blanks import is_blank, visible_end, visible_start


@pytest.mark.parametrize("character", [*" \t\n\r\u00a0\u2003\u2028\u2029\u3000\u200b\ufeff\u2060\u200e\u202e\u2069"])
def test_what_leaves_nothing_to_see(character: str) -> None:
    assert is_blank(character)


@pytest.mark.parametrize("character", [*"a.中\u0301\u200c\u200d😀_-"])
def test_what_is_seen_or_belongs_to_what_is_seen(character: str) -> None:
    assert not is_blank(character)


@given(texts)
def test_edges_agree_with_a_walk_over_the_characters(text: str) -> None:
    seen = [index for index, character in enumerate(text) if not is_blank(character)]
    assert visible_start(text, 0, len(text)) == (seen[0] if seen else len(text))
    assert visible_end(text, 0, len(text)) == (seen[-1] + 1 if seen else 0)


def test_only_the_given_stretch_is_looked_at() -> None:
    text = "a  b  c"
    assert visible_start(text, 1, 3) == 3
    assert visible_end(text, 4, 6) == 4
    assert (visible_start(text, 1, 5), visible_end(text, 1, 5)) == (3, 4)
