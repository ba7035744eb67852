# SPDX-License-Identifier: MIT
"""Tables of other programs, well made and hostile: read, or refused in one sentence with file and line."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange.incoming_tables import Row, read_table, refusal, shown_cell, whole_number

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


def _table(folder: Path, data: bytes | str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    path = folder / "a.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    table = read_table(path)
    return table.columns, [row.cells for row in table.rows]


def _refused(folder: Path, data: bytes | str) -> Refused:
    with pytest.raises(Refused) as caught:
        _table(folder, data)
    assert "\n" not in caught.value.sentence
    return caught.value


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_dialects(tmp_path: Path, mark: str, end: str, delimiter: str) -> None:
    text = mark + end.join(delimiter.join(line) for line in (("a", "b"), (" 1 ", '"x, y; z"'), ("", "é")))
    assert _table(tmp_path, text) == (("a", "b"), [("1", "x, y; z"), ("", "é")])
    assert _table(tmp_path, text + end) == _table(tmp_path, text)


def test_the_delimiter_is_the_most_frequent_outside_quotation_marks(tmp_path: Path) -> None:
    assert _table(tmp_path, '"a,b,c";d\n1;2\n')[0] == ("a,b,c", "d")
    assert _table(tmp_path, "a;b,c\n1,2\n")[0] == ("a;b", "c")
    assert _table(tmp_path, "alone\n1\n") == (("alone",), [("1",)])


def test_lines_without_anything_are_passed_over_and_lines_still_count(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('\n\na,b\n\n1,"two\nlines"\n,,,\n , \n3,4\n\n')
    table = read_table(tmp_path / "a.csv")
    assert table.header_line == 3
    assert table.rows == (Row(5, ("1", "two\nlines")), Row(9, ("3", "4")))


@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=6))
def test_what_others_write_is_read(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([["a", "b", "c"], *rows])
    stripped = [tuple(cell.strip() for cell in row) for row in rows]
    expected = [row for row in stripped if any(row)]
    assert _table(tmp_path_factory.mktemp("table"), written.getvalue()) == (("a", "b", "c"), expected)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("table") / "a.csv"
    path.write_bytes(data)
    where = "a.csv"
    try:
        table = read_table(path)
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
    except Refused as refused:
        where = refused.where
    assert where.startswith("a.csv")


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"a,b\n1,2\n1,2,3\n", 3, "cells (3) than the header (2)"),
        (b"a,b\n1\n", 2, "cells (1) than the header (2)"),
        (b"a,b\n1,\xff\n", 2, "byte 0xFF is not UTF-8"),
        ("a,b\n1,é\n".encode("utf-16"), 1, "NUL byte"),
        ("a,b\n1,é\n".encode("latin-1"), 2, "byte 0xE9 is not UTF-8"),
        (b"a,b\n1,2\n\0,1\n", 3, "NUL byte"),
        (b'a,b\n1,2\n"x"y,2\n3,4\n', 3, "no valid CSV"),
        (b'a,b\n1,"2\n3,4\n', 2, "no valid CSV"),
        (b"a,b\n1," + b"x" * 200_000 + b"\n", 2, "no valid CSV"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, data: bytes, line: int, words: str) -> None:
    refused = _refused(tmp_path, data)
    assert refused.where == f"a.csv, line {line}"
    assert words in refused.sentence


@pytest.mark.parametrize("data", [b"", b"\n\r\n", b"\xef\xbb\xbf", b" , \n,,\n"])
def test_a_file_without_anything(tmp_path: Path, data: bytes) -> None:
    refused = _refused(tmp_path, data)
    assert (refused.where, "empty" in refused.sentence) == ("a.csv", True)


def test_columns_are_found_whatever_their_case_and_order(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("End,extra,START,extra\n")
    table = read_table(tmp_path / "a.csv")
    assert table.places(("start", "end")) == (2, 0)
    with pytest.raises(Refused, match=r'a\.csv, line 1: There is no column "code"'):
        table.places(("code",))
    with pytest.raises(Refused, match=r'The column "extra" is twice'):
        table.places(("extra",))


@pytest.mark.parametrize("cell", ["", "-1", "1.0", "1e3", "x", "٣", "1 000", "0x1", "1" * 16, "1" * 5000, "½", "１"])
def test_what_is_no_whole_number(cell: str) -> None:
    assert whole_number(cell) is None


def test_whole_numbers() -> None:
    assert [whole_number(cell) for cell in ("0", "007", "+5", "9" * 15)] == [0, 7, 5, 999_999_999_999_999]


def test_sentences_are_short_and_harmless() -> None:
    assert shown_cell("a\nb") == r"'a\nb'"
    assert len(shown_cell("x" * 5000)) < 50
    assert str(refusal("a.csv", 3, "It is off")) == (
        "a.csv, line 3: It is off; nothing was measured: correct the file and try again."
    )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"b\.csv: There is no such file"):
        read_table(tmp_path / "b.csv")
