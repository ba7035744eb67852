# SPDX-License-Identifier: MIT
from unicodedata import bidirectional, category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.reports.terminal import columns, cut, padded, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("", ""),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b2J", "\\x9b2J"),
        ("a\rb\nc\td\0", "a\\x0db\\x0ac\\x09d\\x00"),
        ("\u202egpj.exe\u2066", "\\u202egpj.exe\\u2066"),
        ("\u200e\u200f\u061c\ufeff\u00ad", "\\u200e\\u200f\\u061c\\ufeff\\xad"),
        ("a\u2028b\u2029", "a\\u2028b\\u2029"),
        ("\ud800", "\\ud800"),
        ("\U000e0041\ue000", "\\U000e0041\\ue000"),
        ("李克強 שלום e\u0301 a\u00a0b", "李克強 שלום e\u0301 a\u00a0b"),
        ("👩\u200d👩\u200d👧 می\u200cخواهم", "👩\u200d👩\u200d👧 می\u200cخواهم"),
    ],
)
def test_what_steers_is_spelled_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_nothing_printable_steers(text: str) -> None:
    shown = printable(text)
    assert not any(category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    steering = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert not any(bidirectional(character) in steering for character in shown)
    assert printable(shown) == shown
    shown.encode()


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("李克強", 6), ("e\u0301", 1), ("ｶﾅ", 2), ("😀", 2), ("", 0)])
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


def test_cutting_and_filling() -> None:
    assert cut("evidence", width=8) == "evidence"
    assert cut("evidence", width=5) == "evid…"
    assert cut("李克強", width=6) == "李克強"
    assert cut("李克強", width=5) == "李克…"
    assert cut("李克強", width=4) == "李…"
    assert padded("李", width=4) == "李  "
    assert padded("7", width=3, right=True) == "  7"
    assert padded("wide", width=2) == "wide"


@given(st.text().map(printable), st.integers(1, 20))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert columns(cut(text, width=width)) <= width
    assert columns(padded(cut(text, width=width), width=width)) == width
