# SPDX-License-Identifier: MIT
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.json_objects import MAXIMUM_DEPTH, Fault, parsed_object

storable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=10)
numbers = st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | numbers | storable,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(storable, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(storable, values, max_size=4), st.booleans())
def test_an_object_comes_back(value: dict[str, object], escaped: bool) -> None:
    assert parsed_object(json.dumps(value, ensure_ascii=escaped).encode()) == value


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b"{", "no valid JSON at column 2"),
        (b"", "no valid JSON at column 1"),
        (b"{'a': 1}", "no valid JSON at column 2"),
        (b'{"a": 1} {"a": 2}', "no valid JSON at column 10 .Extra data"),
        (b'{"a": 1,}', "no valid JSON"),
        (b'{"a": "x\ty"}', "no valid JSON at column 9"),
        (b"[1]", "no object"),
        (b'"text"', "no object"),
        (b"null", "no object"),
        (b'{"a": 1, "a": 2}', "'a' is given twice"),
        (b'{"x": {"b": 1, "\\u0062": 2}}', "'b' is given twice"),
        (b'{"a": NaN}', "NaN is no JSON number"),
        (b'{"a": -Infinity}', "-Infinity is no JSON number"),
        (b'{"a": ' + b"9" * 5000 + b"}", "The number 9999999999… has 5000 digits"),
        (b'{"a": "\xe9"}', "0xE9 at position 7 is not UTF-8"),
        (b'\xff\xfe{"a"', "0xFF at position 0 is not UTF-8"),
        (b'{"a": "\\ud800"}', "a lone surrogate"),
        (b'{"\\udfff": 1}', "a lone surrogate"),
        (b'{"a": ["x\\u0000"]}', "a NUL"),
        (b'{"a": "\xed\xa0\x80"}', "not UTF-8"),
        (b'{"a":' * 60 + b"1" + b"}" * 60, "nested deeper than 50"),
        (b'{"a":' + b"[" * 100_000, "nested deeper than 50"),
        (b"[" * 100_000, "nested deeper than 50"),
    ],
)
def test_faults(line: bytes, fault: str) -> None:
    with pytest.raises(Fault, match=fault):
        parsed_object(line)


def test_brackets_in_texts_are_no_depth() -> None:
    value = {"a": "[{" * 200 + '\\"[[' * 100, "b": ["[[[["] * 60}
    assert parsed_object(json.dumps(value).encode()) == value


def test_the_deepest_that_is_taken() -> None:
    def nested(depth: int) -> bytes:
        return b'{"a":' * depth + b"1" + b"}" * depth

    assert parsed_object(nested(MAXIMUM_DEPTH))
    with pytest.raises(Fault):
        parsed_object(nested(MAXIMUM_DEPTH + 1))


def test_a_surrogate_pair_is_one_character() -> None:
    assert parsed_object(b'{"a": "\\ud83d\\ude00"}') == {"a": "\U0001f600"}


@given(st.binary(max_size=60))
def test_any_bytes_give_an_object_or_a_fault(data: bytes) -> None:
    try:
        assert isinstance(parsed_object(data), dict)
    except Fault:
        return
