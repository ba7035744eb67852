# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from annotator.domain import Refused
from annotator.exchange.reliability_matrix_csv import NA, MatrixFile, read_matrix


def _read(folder: Path, text: str, na: NA = NA.UNSAID) -> MatrixFile:
    (folder / "m.csv").write_text(text, encoding="utf-8")
    return read_matrix(folder / "m.csv", na=na)


def test_rows_are_units_and_columns_coders(tmp_path: Path) -> None:
    file = _read(tmp_path, "A,B,C\na,b,\n,,c\n")
    assert file.coders == ("A", "B", "C")
    assert [(row.line, row.unit, row.count, row.values) for row in file.rows] == [
        (2, "", 1, ("a", "b", None)),
        (3, "", 1, (None, None, "c")),
    ]


def test_labels_and_counts_may_stand_anywhere(tmp_path: Path) -> None:
    file = _read(tmp_path, "A;Count;B;UNIT\nx;3;y;u1\nx;0;x;u1\n;2;;u2\n")
    assert file.coders == ("A", "B")
    assert [(row.unit, row.count, row.values) for row in file.rows] == [
        ("u1", 3, ("x", "y")),
        ("u1", 0, ("x", "x")),
        ("u2", 2, (None, None)),
    ]


def test_na_is_asked_for(tmp_path: Path) -> None:
    text = "A,B\n1,2\nNA,1\n"
    with pytest.raises(Refused, match=r"m\.csv, line 3: NA may be a missing value or a category"):
        _read(tmp_path, text)
    assert _read(tmp_path, text, NA.MISSING).rows[1].values == (None, "1")
    assert _read(tmp_path, text, NA.CATEGORY).rows[1].values == ("NA", "1")
    assert _read(tmp_path, "A,B\nna,N/A\n").rows[0].values == ("na", "N/A")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("A\nx\n", 1, "one coder only"),
        ("unit,A\nu,x\n", 1, "one coder only"),
        ("unit,count\nu,1\n", 1, "no coder only"),
        ("A,B,A\nx,y,x\n", 1, "The coder 'A' has two columns"),
        (",A,B\n1,x,y\n", 1, "Column 1 has no name"),
        ("A,B,unit,Unit\nx,y,1,2\n", 1, "two columns of labels"),
        ("A,B\n", 1, "no unit below"),
        ("A,B,count\nx,y,1\nx,y,-1\n", 3, "The count '-1' is no whole number"),
        ("A,B,count\nx,y,1.5\n", 2, "The count '1.5' is no whole number"),
        ("A,B,count\nx,y,\n", 2, "The count '' is no whole number"),
        ("A,B,count\nx,y,99999999999999999999\n", 2, "is no whole number"),
        ("A,B,count\nx,y,999999999\nx,x,2\n", 3, "more than 1,000,000,000 units"),
        ("A,B\nx,y\nx,y,z\n", 3, "cells (3) than the header (2)"),
        (",".join(f"c{number}" for number in range(1001)) + "\n", 1, "1,001 columns of coders"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(Refused) as caught:
        _read(tmp_path, text)
    assert caught.value.where == f"m.csv, line {line}"
    assert words in caught.value.sentence
