# SPDX-License-Identifier: MIT
import pytest

from annotator.domain import Refused
from annotator.operations.table_files import read_table_file


def test_a_table_of_either_kind_is_read(tmp_path):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    (tmp_path / "t.csv").write_bytes("\ufefffile;Größe\r\none.txt;3\r\n".encode())
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["file", "Größe"])
        sheet.write_row(1, 0, ["one.txt", 3])
    for name in ("t.csv", "t.xlsx"):
        table = read_table_file(tmp_path / name)
        assert table.columns == ("file", "Größe")
        assert [row.cells for row in table.rows] == [("one.txt", "3")]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04nonsense", b"a,b\n\x00x,1\n", b'a,b\n"x,1\n', b" \n \n"])
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path, content):
    (tmp_path / "t.csv").write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_table_file(tmp_path / "t.csv")
    assert refused.value.where.startswith("t.csv")


def test_what_is_no_file_is_refused(tmp_path):
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(Refused):
            read_table_file(path)
