# SPDX-License-Identifier: MIT
"""Workbooks, read by calamine and as XML: words are words, numbers numbers, and what was cut is told."""

import re
import zipfile
from pathlib import Path

import pytest
from exchange import made_statistics as made
from python_calamine import CalamineWorkbook

from annotator.domain import NotSaved, Refused
from annotator.domain.tables import Row, StatisticsTable, Variable, VariableKind
from annotator.exchange.findings import FindingKind
from annotator.exchange.statistics import xlsx
from annotator.exchange.statistics.xlsx import cut_to_units, write_xlsx


def sheets(path: Path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def of_texts(*texts: str | None, name: str = "quotes") -> StatisticsTable:
    rows: list[Row] = [(text, number) for number, text in enumerate(texts)]
    variables = (Variable("quote", "Quote"), Variable("number", "Number", VariableKind.INTEGER))
    return StatisticsTable(name, "Quotes", "What was said.", variables, lambda: rows)


def test_every_cell_comes_back(tmp_path: Path) -> None:
    assert write_xlsx(made.statistics(), tmp_path / "a.xlsx") == ()
    header, *rows = sheets(tmp_path / "a.xlsx")["annotations_long"]
    assert tuple(header) == made.table().columns
    expected = [["" if cell is None else cell for cell in row] for row in made.table().rows()]
    assert rows == expected
    for row, wanted in zip(rows, expected, strict=True):  # true is not 1, and "0" is not 0
        assert [isinstance(cell, bool) for cell in row] == [isinstance(cell, bool) for cell in wanted]
        assert [isinstance(cell, str) for cell in row] == [isinstance(cell, str) for cell in wanted]


def test_no_formula_and_no_link_in_the_file(tmp_path: Path) -> None:
    texts = ["=1+1", '=HYPERLINK("http://example.org")', "http://example.org", "mailto:a@b.c", "+1", "@x", "12", "{=1}"]
    write_xlsx(made.statistics(of_texts(*texts)), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        names = archive.namelist()
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert not any("sheet2.xml.rels" in name for name in names)
    assert [row[0] for row in sheets(tmp_path / "a.xlsx")["quotes"][1:]] == texts


def test_control_characters_and_escapes_come_back(tmp_path: Path) -> None:
    texts = ["a\x01b", "_x0041_", "a\rb", "a\r\nb", " a ", "\t", "<&>", "]]>", "\u200b"]
    write_xlsx(made.statistics(of_texts(*texts)), tmp_path / "a.xlsx")
    assert [row[0] for row in sheets(tmp_path / "a.xlsx")["quotes"][1:]] == texts


def test_long_texts_are_cut_and_told(tmp_path: Path) -> None:
    texts = ["x" * 32_767, "x" * 32_768, "😀" * 16_383, "😀" * 16_384, "中" * 40_000, "short"]
    findings = write_xlsx(made.statistics(of_texts(*texts)), tmp_path / "a.xlsx")
    [finding] = findings
    assert (finding.kind, finding.count) == (FindingKind.DROPPED, 3)
    assert finding.places == ("quotes, quote, row 3", "quotes, quote, row 5", "quotes, quote, row 6")
    read = sheets(tmp_path / "a.xlsx")
    expected = [texts[0], "x" * 32_766 + "…", texts[2], "😀" * 16_383 + "…", "中" * 32_766 + "…", "short"]
    assert [row[0] for row in read["quotes"][1:]] == expected
    assert any("are cut in the workbook. 3: quotes, quote, row 3" in str(row[1]) for row in read["about"])
    assert all(len(cut_to_units(text).encode("utf-16-le")) // 2 <= 32_767 for text in texts)


def test_the_first_sheet_describes_the_others(tmp_path: Path) -> None:
    write_xlsx(made.statistics(made.table(), of_texts("a")), tmp_path / "a.xlsx")
    read = sheets(tmp_path / "a.xlsx")
    assert list(read) == ["about", "annotations_long", "quotes"]
    about = [[cell for cell in row if cell != ""] for row in read["about"]]
    assert ["journal_digest", "ab12" * 16] in about
    assert ["offset_unit", "unicode-codepoint"] in about
    assert ["duplicates", "All annotations are here."] in about
    assert ["annotations_long", "id", "Identity", "text"] in about
    [choice] = [row for row in about if "choice" in row]
    assert 'it\'s = a "q" \\' in choice[-1]
    described = [row[1] for row in read["about"] if row[0] == "annotations_long" and row[1]]
    assert tuple(described) == made.table().columns


def test_more_rows_than_a_sheet_holds_go_on_upon_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS_OF_A_SHEET", 3)
    name = "a" * 31
    tables = (of_texts(*"abcdefg", name=name), of_texts(*"abc", name="whole"), of_texts(name="empty"))
    [finding] = write_xlsx(made.statistics(*tables), tmp_path / "a.xlsx")
    assert finding.places == (f"{name}, 3 sheets",)
    read = sheets(tmp_path / "a.xlsx")
    assert list(read) == ["about", name, "a" * 29 + "_2", "a" * 29 + "_3", "whole", "empty"]
    pieces = [read[sheet] for sheet in list(read)[1:4]]
    assert [piece[0] for piece in pieces] == [["quote", "number"]] * 3
    assert [row[0] for piece in pieces for row in piece[1:]] == list("abcdefg")
    assert read["empty"] == [["quote", "number"]]


def test_header_stays_in_view_and_has_a_filter(tmp_path: Path) -> None:
    write_xlsx(made.statistics(of_texts("a", "b")), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    assert 'ySplit="1"' in sheet
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:B3"/>' in sheet
    widths = [float(width) for width in re.findall(r'<col [^>]*width="([\d.]+)"', sheet)]
    assert len(widths) == 2
    assert all(8 <= width <= 61 for width in widths)


def test_whole_numbers_that_a_sheet_would_round_are_words(tmp_path: Path) -> None:
    rows: list[Row] = [(2**53,), (2**53 + 1,), (-(2**60),), (None,), (0,)]
    table = StatisticsTable("t", "", "", (Variable("n", "N", VariableKind.INTEGER),), lambda: rows)
    write_xlsx(made.statistics(table), tmp_path / "a.xlsx")
    assert [row[0] for row in sheets(tmp_path / "a.xlsx")["t"][1:]] == [2.0**53, str(2**53 + 1), str(-(2**60)), "", 0]


def test_a_failed_export_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(Refused, match="NUL"):
        write_xlsx(made.statistics(of_texts("good", "a\0b")), path)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]
    with pytest.raises(NotSaved):
        write_xlsx(made.statistics(of_texts("good")), tmp_path / "nowhere" / "a.xlsx")


def test_a_disk_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.Workbook._store_workbook", full)
    with pytest.raises(NotSaved, match="could not be written"):
        write_xlsx(made.statistics(), tmp_path / "a.xlsx")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []


def test_the_same_bytes_anywhere(tmp_path: Path) -> None:
    call = "from annotator.exchange.statistics.xlsx import write_xlsx\nwrite_xlsx(statistics(), folder / 'a.xlsx')"
    made.written_elsewhere(tmp_path, call)
    with zipfile.ZipFile(tmp_path / "first" / "a.xlsx") as archive:
        assert "2026-03-01T12:34:56Z" in archive.read("docProps/core.xml").decode()
