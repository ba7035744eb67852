# SPDX-License-Identifier: MIT
"""Bytes to exact text: what is changed, what is kept, and what is refused in one sentence."""

import codecs
import hashlib
import importlib
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Refused, UsageError
from annotator.text import How, decode

# Kept as they are: no-break space, soft hyphen, line and paragraph separator, VT, FF, NEL, combining mark.
ODD = "a\u00a0b\u00adc\u2028d\u2029e\x0bf\x0cg\x85h e\u0301 é 👩\u200d👧 \ufdd0 \uffff"


def test_strict_utf8() -> None:
    data = ODD.encode()
    decoded = decode(data)
    assert decoded.body == ODD
    assert (decoded.encoding, decoded.how, decoded.line_ends_changed) == ("utf-8", How.STRICT, 0)
    assert decoded.raw_sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_dropped(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + f"{ODD}\r\n".encode(encoding))
    assert decoded.body == f"{ODD}\n"
    assert (decoded.encoding, decoded.how, decoded.line_ends_changed) == (encoding, How.MARK, 1)


def test_only_the_first_mark_is_a_mark() -> None:
    assert decode("\ufeff\ufeffa\ufeff".encode()).body == "\ufeffa\ufeff"


def test_line_ends_become_line_feeds_and_are_counted() -> None:
    decoded = decode(b"one\r\ntwo\rthree\nfour\r\r\nfive\n\r")
    assert decoded.body == "one\ntwo\nthree\nfour\n\nfive\n\n"
    assert decoded.line_ends_changed == 5


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1))
def test_a_text_without_carriage_returns_comes_back_exactly(text: str) -> None:
    assert decode(f"{text}!".encode()).body == f"{text}!".removeprefix("\ufeff")


@given(st.text(st.sampled_from("a\r\n")))
def test_no_carriage_return_stays(text: str) -> None:
    body = decode(f"{text}!".encode()).body
    assert body == "\n".join(f"{text}!".replace("\r\n", "\n").split("\r"))


def test_a_chosen_encoding_goes_before_everything() -> None:
    decoded = decode("Él dijo: «ya».".encode("cp1252"), encoding="CP1252")
    assert (decoded.body, decoded.encoding, decoded.how) == ("Él dijo: «ya».", "cp1252", How.CHOSEN)
    assert decode("中国".encode("gb18030"), encoding="gb18030").body == "中国"
    assert decode(codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), encoding="utf-16-le").body == "é"
    assert decode("ab".encode("utf-16-le"), encoding="utf-16-le").body == "ab"


NO_ENCODINGS = (
    "", "no-such-codec", "hex", "rot13", "base64", "zlib", "undefined", "unicode_escape", "raw_unicode_escape",
    "idna", "punycode", "a\0b", "é", "\ud800", "x" * 10_000, "../../etc/passwd",
)  # fmt: skip


@pytest.mark.parametrize("name", NO_ENCODINGS, ids=ascii)
def test_what_is_no_encoding_is_a_mistake_in_the_call(name: str) -> None:
    with pytest.raises(UsageError, match="is not an encoding") as caught:
        decode(b"text", encoding=name)
    assert len(caught.value.sentence) < 300
    assert caught.value.sentence.isascii()


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n\t\n", "\u00a0\u2028\u200b".encode()])
def test_nothing_to_code_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="empty or holds only white space"):
        decode(data)


def test_undecodable_bytes_are_named_by_position_and_line() -> None:
    with pytest.raises(Refused) as caught:
        decode(b"one\ntwo\ncaf\xe9 au lait")
    assert "0xE9 at position 11 (counted from 0, line 3)" in caught.value.sentence
    assert "choose the encoding" in caught.value.sentence


def test_undecodable_in_the_chosen_encoding() -> None:
    with pytest.raises(Refused, match=r"0x81 at position 1 .* as cp1252"):
        decode(b"a\x81", encoding="cp1252")
    with pytest.raises(Refused, match="position 2"):
        decode(b"\xff\xfea", encoding=None)
    with pytest.raises(Refused, match="as ascii"):
        decode("é".encode(), encoding="ascii")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"MZ\x90\0\x03",
        b"%PDF\n\0",
        "text".encode("utf-16-le"),
        b"PK\x03\x04\x14\0\x08",
    ],
)
def test_binary_is_refused_by_the_position_of_its_first_nul(data: bytes) -> None:
    with pytest.raises(Refused, match=rf"NUL byte at position {data.index(0)} .*choose its encoding"):
        decode(data)


def test_nul_and_lone_surrogates_are_refused_whatever_the_encoding() -> None:
    with pytest.raises(Refused, match="NUL character at character 2"):
        decode(b"ab\0", encoding="latin-1")
    with pytest.raises(Refused, match="NUL character at character 1"):
        decode(codecs.BOM_UTF16_BE + "a\0".encode("utf-16-be"))
    with pytest.raises(Refused, match="lone surrogate at character 2"):
        decode(b"ab+2AA-c", encoding="utf-7")
    with pytest.raises(Refused, match="position 2"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8a\x00")
    with pytest.raises(Refused, match="0xED at position 1 "):
        decode(b"a\xed\xa0\x80")


def test_more_than_an_article_can_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.import_module("annotator.text.decode"), "MAXIMUM_BYTES", 3_000_000)
    with pytest.raises(Refused, match="larger than 3 MB"):
        decode(b"a" * 3_000_001)
    assert decode(b"a" * 3_000_000).body == "a" * 3_000_000


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "utf-7", "gb18030", "cp932", "hz"]))
def test_any_bytes_give_a_storable_text_or_one_sentence(data: bytes, encoding: str | None) -> None:
    try:
        body = decode(data, encoding=encoding).body
    except Refused:
        return
    assert body.strip()
    assert "\r" not in body
    assert "\0" not in body
    body.encode()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), st.sampled_from(["", "\ufeff"]))
def test_the_hash_of_the_text_is_that_of_its_own_bytes(text, mark):
    data = (mark + text).encode()
    with suppress(Refused):  # nothing but blanks
        decoded = decode(data)
        assert decoded.text_sha256 == hashlib.sha256(decoded.body.encode()).hexdigest()
        assert replace(decoded, body="other").text_sha256 == hashlib.sha256(b"other").hexdigest()
