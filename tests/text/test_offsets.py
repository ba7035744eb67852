# SPDX-License-Identifier: MIT
"""Laws of the offset map, against Python's own encoders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text.strategies import texts

from annotator.domain import CodePoint, Utf16
from annotator.text import OffsetMap

FAMILY = "👩\u200d👩\u200d👧"


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_every_position_agrees_with_the_encoders(text: str) -> None:
    offsets = OffsetMap(text)
    assert offsets.utf16_length == _utf16(text)
    for position in range(len(text) + 1):
        before = text[:position]
        assert offsets.to_utf16(CodePoint(position)) == _utf16(before)
        assert offsets.to_utf8(CodePoint(position)) == len(before.encode())
        assert offsets.to_code_point(offsets.to_utf16(CodePoint(position))) == position


@given(texts)
def test_inside_a_pair_lies_the_start_of_its_character(text: str) -> None:
    offsets = OffsetMap(text)
    for position, character in enumerate(text):
        if ord(character) > 0xFFFF:
            inside = Utf16(offsets.to_utf16(CodePoint(position)) + 1)
            assert offsets.to_code_point(inside) == position


@given(texts)
def test_order_is_kept(text: str) -> None:
    offsets = OffsetMap(text)
    there = [offsets.to_utf16(CodePoint(position)) for position in range(len(text) + 1)]
    back = [offsets.to_code_point(Utf16(position)) for position in range(offsets.utf16_length + 1)]
    assert there == sorted(set(there))
    assert back == sorted(back)
    assert set(back) == set(range(len(text) + 1))


def test_without_astral_characters_both_units_are_one() -> None:
    text = "Li Keqiang (李克強) e\u0301\u00a0\u2028"
    offsets = OffsetMap(text)
    assert all(offsets.to_utf16(CodePoint(p)) == p == offsets.to_code_point(Utf16(p)) for p in range(len(text) + 1))


def test_a_family_of_three() -> None:
    offsets = OffsetMap(f"a{FAMILY}b")
    assert [offsets.to_utf16(CodePoint(p)) for p in range(8)] == [0, 1, 3, 4, 6, 7, 9, 10]
    assert [offsets.to_code_point(Utf16(p)) for p in range(11)] == [0, 1, 1, 2, 3, 3, 4, 5, 5, 6, 7]
    assert offsets.to_utf8(CodePoint(6)) == 1 + 4 + 3 + 4 + 3 + 4


@given(st.integers(4090, 4100) | st.integers(8185, 8200), st.sampled_from(["a", "é", "中", "😀"]))
def test_bytes_across_the_known_positions(position: int, character: str) -> None:
    text = ("ab" + character) * 3000
    assert OffsetMap(text).to_utf8(CodePoint(position)) == len(text[:position].encode())


@pytest.mark.parametrize("position", [-1, 4])
def test_a_position_outside_is_a_mistake_of_the_caller(position: int) -> None:
    offsets = OffsetMap("abc")
    with pytest.raises(ValueError, match="outside a text of length 3"):
        offsets.to_utf16(CodePoint(position))
    with pytest.raises(ValueError, match="outside a text of length 3"):
        offsets.to_code_point(Utf16(position))
    with pytest.raises(ValueError, match="outside a text of length 3"):
        offsets.to_utf8(CodePoint(position))


def test_the_empty_text_has_one_position() -> None:
    offsets = OffsetMap("")
    assert (offsets.utf16_length, offsets.to_utf16(CodePoint(0)), offsets.to_utf8(CodePoint(0))) == (0, 0, 0)
