# SPDX-License-Identifier: MIT
"""A report as data: rows fill their tables, and tables do without what cannot be drawn."""

import pytest
from reports import made_study

from annotator.reports.report_blocks import Cell, Column, Drawn, Kind, Table

COLUMNS = (
    Column("Code", Kind.WORDS),
    Column("Alpha"),
    Column("", Kind.DRAWN),
    Column("Low", group="P"),
    Column("High", group="P"),
)


def test_a_row_that_does_not_fill_its_table_is_refused() -> None:
    with pytest.raises(ValueError, match="a row of 2 for 5"):
        Table("t", "T", COLUMNS, ((Cell("a"), Cell("b")),))


def test_without_drawings_a_wide_cell_becomes_narrower() -> None:
    drawn = (Cell("a"), Cell(".5"), Cell("", drawn=Drawn(0.5)), Cell("1"), Cell("2"))
    wide = (Cell("b"), Cell("why not", span=3, missing=True), Cell("2"))
    table = Table("t", "T", COLUMNS, (drawn, wide)).without_drawings()
    assert [column.heading for column in table.columns] == ["Code", "Alpha", "Low", "High"]
    assert [cell.text for cell in table.rows[0]] == ["a", ".5", "1", "2"]
    assert [cell.span for cell in table.rows[1]] == [1, 2, 1]


def test_a_table_without_drawings_stays_what_it_is() -> None:
    table = Table("t", "T", COLUMNS[:2], ((Cell("a"), Cell("b")),))
    assert table.without_drawings() is table


def test_groups_say_how_many_columns_they_span() -> None:
    assert Table("t", "T", COLUMNS, ()).groups() == (("", 1), ("", 1), ("", 1), ("P", 2))


def test_names_of_tables_pictures_and_records_are_parts_of_file_names_and_unique() -> None:
    report = made_study.report()
    for names in ([t.name for t in report.tables], [p.name for p in report.pictures], [r.name for r in report.records]):
        assert len(set(names)) == len(names)
        assert all(name.replace("_", "").isalnum() and name.isascii() for name in names)


def test_no_cell_is_empty_but_drawn_ones() -> None:
    for table in made_study.report().tables:
        for row in table.rows:
            for cell in row:
                assert cell.text.strip() or cell.drawn is not None, (table.name, row)
                assert cell.text not in ("-", "–", "nan", "None", "inf")
