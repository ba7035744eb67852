# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from annotator.domain import Refused
from annotator.exchange.spans_csv import SpanRow, Stretch, read_excluded, read_lengths, read_spans, read_units

LENGTHS = {"d1": 100, "d2": 50}


def _file(folder: Path, text: str) -> Path:
    path = folder / "s.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_lengths(tmp_path: Path) -> None:
    assert read_lengths(_file(tmp_path, "note,length,document\nx,100,d1\n,0,d2\n")) == {"d1": 100, "d2": 0}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("document\nd1\n", 1, 'no column "length"'),
        ("document,length\n", 1, "no document below"),
        ("document,length\nd1,\n", 2, "The length '' is no whole number"),
        ("document,length\nd1,-5\n", 2, "The length '-5' is no whole number"),
        ("document,length\nd1,1e3\n", 2, "no whole number"),
        ("document,length\n,5\n", 2, "The document has no name"),
        ("document,length\nd1,5\nd1,5\n", 3, "The document 'd1' has a second length"),
        ("document,length\nd1,999999999\nd2,2\n", 3, "more than 1,000,000,000 characters"),
    ],
)
def test_lengths_that_are_none(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(Refused) as caught:
        read_lengths(_file(tmp_path, text))
    assert caught.value.where == f"s.csv, line {line}"
    assert words in caught.value.sentence


def test_spans_in_any_order_of_columns_and_repeated(tmp_path: Path) -> None:
    text = "code,start,end,extra,coder,document\ntrust,0,10,x,A,d1\ntrust,0,10,y,A,d1\n\n“über”,99,100,,B b,d1\n"
    row = SpanRow(2, "d1", "A", "trust", 0, 10)
    assert read_spans(_file(tmp_path, text), lengths=LENGTHS) == (
        row,
        SpanRow(3, "d1", "A", "trust", 0, 10),
        SpanRow(5, "d1", "B b", "“über”", 99, 100),
    )


def test_there_may_be_no_span_and_no_region(tmp_path: Path) -> None:
    assert read_spans(_file(tmp_path, "document,coder,start,end,code\n"), lengths=LENGTHS) == ()
    assert read_excluded(_file(tmp_path, "document,start,end\n"), lengths=LENGTHS) == ()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("d3,A,0,1,x", "The document 'd3' is not in the table of lengths"),
        (",A,0,1,x", "The document has no name"),
        ("d1,,0,1,x", "The coder has no name"),
        ("d1,A,0,1,", "The code has no name"),
        ("d1,A,,1,x", "The start '' is no whole number"),
        ("d1,A,0,-1,x", "The end '-1' is no whole number"),
        ("d1,A,0.0,1,x", "The start '0.0' is no whole number"),
        ("d1,A,5,5,x", "from 5 to 5 is empty or turned round"),
        ("d1,A,6,5,x", "from 6 to 5 is empty or turned round"),
        ("d1,A,99,101,x", "beyond the 100 characters of 'd1'"),
        ("d1,A,0,99999999999999999999999,x", "The end '99999999999999999999999' is no whole number"),
        ("d1,A,0,1,x,y", "cells (6) than the header (5)"),
    ],
)
def test_spans_that_are_none(tmp_path: Path, row: str, words: str) -> None:
    with pytest.raises(Refused) as caught:
        read_spans(_file(tmp_path, f"document,coder,start,end,code\nd1,A,0,1,x\n{row}\n"), lengths=LENGTHS)
    assert caught.value.where == "s.csv, line 3"
    assert words in caught.value.sentence


@pytest.mark.parametrize("missing", ["document", "coder", "start", "end", "code"])
def test_a_missing_column_is_named(tmp_path: Path, missing: str) -> None:
    header = ",".join(name for name in ("document", "coder", "start", "end", "code") if name != missing)
    with pytest.raises(Refused, match=rf's\.csv, line 1: There is no column "{missing}"'):
        read_spans(_file(tmp_path, f"{header}\n"), lengths=LENGTHS)


def test_excluded_regions_may_overlap(tmp_path: Path) -> None:
    found = read_excluded(_file(tmp_path, "start,end,document\n0,10,d1\n5,15,d1\n"), lengths=LENGTHS)
    assert found == (Stretch(2, "d1", 0, 10), Stretch(3, "d1", 5, 15))
    with pytest.raises(Refused, match=r"s\.csv, line 2: .*beyond the 50 characters"):
        read_excluded(_file(tmp_path, "start,end,document\n0,51,d2\n"), lengths=LENGTHS)


def test_units_are_sorted_and_do_not_overlap(tmp_path: Path) -> None:
    found = read_units(_file(tmp_path, "document,start,end\nd1,50,100\nd2,0,50\nd1,0,50\n"), lengths=LENGTHS)
    assert {name: [(each.start, each.end) for each in own] for name, own in found.items()} == {
        "d1": [(0, 50), (50, 100)],
        "d2": [(0, 50)],
    }
    with pytest.raises(Refused, match=r"s\.csv, line 2: The unit from 49 to 60 overlaps that of line 3"):
        read_units(_file(tmp_path, "document,start,end\nd1,49,60\nd1,0,50\n"), lengths=LENGTHS)
    with pytest.raises(Refused, match=r"s\.csv: The document 'd2' has no unit"):
        read_units(_file(tmp_path, "document,start,end\nd1,0,100\n"), lengths=LENGTHS)
    assert read_units(_file(tmp_path, "document,start,end\n"), lengths={"empty": 0}) == {"empty": ()}


def test_the_names_of_our_own_tables_are_read_too(tmp_path: Path) -> None:
    """annotations_long.csv calls the ends start_char and end_char, for Stata keeps ``end`` for itself."""
    path = tmp_path / "annotations_long.csv"
    path.write_text("document,start_char,end_char,coder,code\na,1,3,x,t\n", encoding="utf-8")
    (row,) = read_spans(path, lengths={"a": 9})
    assert (row.start, row.end) == (1, 3)
