# SPDX-License-Identifier: MIT
"""Tables as they come: any delimiter and encoding, long cells, ragged rows, and every fault with its line."""

import csv
import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import KnownError, Refused
from annotator.exchange.articles.foreign_tables import (
    DELIMITERS,
    ForeignTable,
    headings,
    proposed_delimiter,
    read_json_lines_table,
    read_separated_values,
)
from annotator.exchange.findings import FindingKind
from annotator.text import How

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r'"), max_size=12)


def read(text: str, **options: str) -> ForeignTable:
    return read_separated_values(text.encode(), name="a.csv", **options)


def cells(table: ForeignTable) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6), st.sampled_from(DELIMITERS))
def test_what_was_written_is_read(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    file = StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerow(["text", "title", "id"])
    writer.writerows(rows)
    table = read(file.getvalue(), delimiter=delimiter)
    expected = [row for row in rows if any(cell.strip() for cell in row)]
    assert table.columns == ("text", "title", "id")
    assert cells(table) == expected


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_the_delimiter_is_proposed(delimiter: str) -> None:
    lines = [["title", "text"], ["One, two; three", "A | b, and\nso on; well"], ["x", "y, z"]]
    file = StringIO()
    csv.writer(file, delimiter=delimiter).writerows(lines)
    table = read(file.getvalue())
    assert table.delimiter == delimiter
    assert cells(table) == [tuple(line) for line in lines[1:]]
    assert proposed_delimiter("text\nonly, one column") in DELIMITERS


def test_a_cell_may_be_as_long_as_an_article_and_the_limit_of_the_process_stays() -> None:
    before = csv.field_size_limit()
    long = "Word, word. " * 100_000
    assert cells(read(f'title,text\nA,"{long}"\n')) == [("A", long)]
    assert csv.field_size_limit() == before


def test_the_encoding_is_told_guessed_or_chosen() -> None:
    text = "titre;texte\nDéjà vu;L'été, le président a été très déçu par les décisions prises là-bas. Voilà.\n" * 3
    with pytest.raises(Refused, match="perhaps cp1252"):
        read_separated_values(text.encode("cp1252"), name="a.csv")
    guessed = read_separated_values(text.encode("cp1252"), name="a.csv", guess=True)
    assert (guessed.encoding, guessed.how) == ("cp1252", How.GUESSED)
    chosen = read_separated_values(text.encode("cp1252"), name="a.csv", encoding="cp1252")
    assert chosen.rows == guessed.rows
    assert chosen.how is How.CHOSEN
    assert read_separated_values(text.encode("utf-16"), name="a.csv").rows == chosen.rows


def test_the_guard_of_a_spreadsheet_is_taken_off_and_said() -> None:
    table = read("title,text\n'=1+1,'Tis the season\n'-minus,''quoted\n")
    assert cells(table) == [("=1+1", "'Tis the season"), ("-minus", "'quoted")]
    (finding,) = table.findings
    assert (finding.kind, finding.count) == (FindingKind.NOTED, 3)


def test_ragged_rows_are_filled_or_left_out_and_listed() -> None:
    table = read("title,text\nshort\na,b,\na,b,c\n\n , \nd,e\n", delimiter=",")
    assert cells(table) == [("short", ""), ("a", "b"), ("d", "e")]
    assert [row.line for row in table.rows] == [2, 3, 7]
    assert [(each.kind, each.places) for each in table.findings] == [
        (FindingKind.DROPPED, ("line 4",)),
        (FindingKind.NOTED, ("line 2",)),
    ]


def test_columns_get_names_of_their_own() -> None:
    assert headings(["text", "", "Text", " a  b ", "", "text"], name="a.csv") == (
        "text", "column 2", "Text 2", "a b", "column 5", "text 3",
    )  # fmt: skip
    with pytest.raises(Refused, match="more than 1000 columns"):
        headings(["x"] * 1001, name="a.csv")


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ('title,text\na,"b\n', "a.csv, line 2", "no valid CSV"),
        ('title,text\na,b\n"c"d,e\n', "a.csv, line 3", "no valid CSV"),
        ("", "a.csv", "empty"),
        ("\n \n", "a.csv", "empty"),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(text: str, where: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as caught:
        read(text, delimiter=",")
    assert caught.value.where == where


def test_json_lines_are_a_table_of_all_names() -> None:
    lines = [
        {"format": "anything", "version": 1},
        {"text": "One.", "title": "A", "n": 7, "metadata": {"desk": "Politics", "title": "inner"}},
        {"text": "Two.", "tags": ["a", "b"], "ok": True, "none": None, "deep": {"x": [1]}},
    ]
    data = b"\xef\xbb\xbf" + "\r\n\n".join(json.dumps(line) for line in lines).encode()
    table = read_json_lines_table(data, name="a.jsonl")
    assert table.columns == ("desk", "title", "text", "n", "tags", "ok", "none", "deep")
    assert cells(table) == [
        ("Politics", "A", "One.", "7", "", "", "", ""),
        ("", "", "Two.", "", "a; b", "true", "", '{"x": [1]}'),
    ]
    assert [row.line for row in table.rows] == [3, 5]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": "a"', "no valid JSON"),
        ("[1]", "no object"),
        ('{"text": "a", "text": "b"}', "given twice"),
        ('{"text": "\\u0000"}', "NUL"),
        ('{"a": ' + "[" * 5000 + "]" * 5000 + "}", "nested deeper"),
        ('{"text": "\\ud800"}', "surrogate"),
    ],
)
def test_a_fault_in_json_lines_is_refused_with_its_line(line: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as caught:
        read_json_lines_table(f'{{"text": "good"}}\n{line}\n'.encode(), name="a.jsonl")
    assert caught.value.where == "a.jsonl, line 2"


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_a_table_or_a_sentence(data: bytes, guess: bool) -> None:
    for reading in (
        lambda: read_separated_values(data, name="x", guess=guess),
        lambda: read_json_lines_table(data, name="x"),
    ):
        try:
            table = reading()
        except KnownError:
            continue
        else:
            assert all(len(row.cells) == len(table.columns) for row in table.rows)
