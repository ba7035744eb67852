# SPDX-License-Identifier: MIT
"""Tables for spreadsheets: nothing in them begins like a formula, and the guard comes off without a loss."""

import csv
from pathlib import Path

import pytest
from exchange import made_statistics as made
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.comma_separated import write_table
from annotator.exchange.spreadsheet_csv import (
    guarded,
    spreadsheet_name,
    without_guard,
    write_spreadsheet_csv,
    write_spreadsheet_table,
)

FORMULAS = [
    '=HYPERLINK("http://example.org","x")', "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "\r=1",
    "\n=1", "\tharmless", "\rharmless", "\nharmless", "  =1", "\u00a0=1", "\u3000=1", "\u200b=1", "\ufeff=1",
    "\u2060=1", "\u202e=1", '"=1', "“=1”", "«=1", "„=1", "‘=1", "'=1", "'harmless", "''", "＝1", "＋1", "－1", "＠x",
    "﹦1", "﹢1", "﹣1", "﹫x", "⁺1", "⁼1", "\u22121", ' "\u200b\u00a0=1', "\x00=1", "\x1f=1", "\u0301=1", "\u3164=1",
    "\u2800=1", "\ufe0f=1", "- a dash of dialogue", "'", "=",
]  # fmt: skip
HARMLESS = ["", "a", "1", "a=1", "1-1", "–", "— dash", "(=1)", "x@y", "中文", "“Quote”", "  a", " ", "😀=1", "#=1", "…"]

texts = st.text(
    st.one_of(st.sampled_from("=+-@＝＠'\"“ \t\r\n\u200b\u00a0\ufeffa1"), st.characters(exclude_categories=["Cs"])),
    max_size=12,
)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_like_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == "'" + text
    assert without_guard(guarded(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_what_does_not_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text
    assert without_guard(text) == text


@pytest.mark.parametrize("text", ["'tis", "'90s", "'", "'harmless"])
def test_an_apostrophe_that_is_no_guard_stays(text: str) -> None:
    assert without_guard(text) == text


@given(texts)
def test_the_guard_comes_off_without_a_loss(text: str) -> None:
    assert without_guard(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(("=", "+", "-", "@"))


def test_the_file_bears_the_mark_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / spreadsheet_name("articles.csv")
    assert path.name == "articles_spreadsheet.csv"
    texts = [text for text in FORMULAS if "\0" not in text] + HARMLESS
    rows = [[text, -index, None] for index, text in enumerate(texts)]
    assert write_spreadsheet_table(path, columns=["text", "number", "nothing"], rows=rows) == len(rows)
    assert path.read_bytes().startswith(b"\xef\xbb\xbftext,number,nothing\n")
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file, strict=True))
    assert [without_guard(row["text"]) for row in read] == texts
    assert [row["number"] for row in read] == [str(-index) for index in range(len(texts))]  # a number is no text
    assert {row["nothing"] for row in read} == {""}


def test_no_guard_in_the_raw_form_and_no_change_of_it(tmp_path: Path) -> None:
    rows = [["=1"], ["'=1"]]
    write_spreadsheet_table(tmp_path / "a.csv", columns=["-a"], rows=rows)
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf'-a\n'=1\n''=1\n"
    assert rows == [["=1"], ["'=1"]]


def test_a_table_for_statistics_is_the_raw_one_but_for_the_guard(tmp_path: Path) -> None:
    table = made.table()
    assert write_spreadsheet_csv(table, tmp_path / "a.csv") == len(list(table.rows()))
    write_table(tmp_path / "raw.csv", columns=table.columns, rows=table.rows())
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        guarded_rows = list(csv.DictReader(file, strict=True))
    bare = [{name: without_guard(cell) for name, cell in row.items()} for row in guarded_rows]
    raw = made.read_csv(tmp_path / "raw.csv")
    numbers = ("variable_if", "variable_str10")  # -5 is a number there, and no formula
    assert [{k: v for k, v in row.items() if k not in numbers} for row in bare] == [
        {k: v for k, v in row.items() if k not in numbers} for row in raw
    ]
    assert [[row[name] for name in numbers] for row in guarded_rows] == [[row[name] for name in numbers] for row in raw]
