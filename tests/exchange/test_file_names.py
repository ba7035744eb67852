# SPDX-License-Identifier: MIT
from pathlib import Path
from unicodedata import category, is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange import safe_file_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("How the Moscow-Beijing axis became a friendship", "How the Moscow-Beijing axis became a friendship"),
        ("a/b\\c:d*e?f|g<h>i\"j", "a_b_c_d_e_f_g_h_i_j"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("\u202egpj.exe\u200f", "gpj.exe"),
        ("two\nlines\tand\x1b[31m", "two lines and[31m"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1", "_com1"),
        ("LPT² .x", "_LPT² .x"),
        ("CONIN$", "_CONIN$"),
        ("console", "console"),
        ("-rf", "rf"),
        ("~root", "root"),
        (".hidden", "hidden"),
        ("ends. . ", "ends"),
        ("cafe\u0301", "café"),
        ("\ud800x\udfff", "x"),
        ("李克強 – Présidence", "李克強 – Présidence"),
        ("a\u00a0b", "a b"),
        ("a\u2028b", "a_b"),
    ],
)  # fmt: skip
def test_names(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe


def test_suffix_and_fallback() -> None:
    assert safe_file_name("x" * 200, suffix=".csv") == "x" * 76 + ".csv"
    assert safe_file_name("中" * 200, suffix=".csv") == "中" * 48 + ".csv"
    assert safe_file_name("aux", suffix=".csv") == "_aux.csv"
    assert safe_file_name("///", fallback="project") == "_"
    assert safe_file_name("...", suffix=".csv", fallback="project") == "project.csv"


@given(st.text(), st.sampled_from(["", ".csv", ".annotator"]))
def test_any_name_becomes_one_that_every_system_takes(name: str, suffix: str) -> None:
    safe = safe_file_name(name, suffix=suffix)
    assert 0 < len(safe) <= 80
    assert len(safe.encode()) <= 150
    assert safe.endswith(suffix)
    assert Path(safe).name == safe
    assert not set(safe) & set('\\/<>:"|?*')
    assert not any(category(character)[0] == "C" for character in safe)
    assert safe[0] not in " .-~" or safe == suffix
    assert safe[-1] not in " ."
    assert is_normalized("NFC", safe)
    assert safe_file_name(safe) == safe
