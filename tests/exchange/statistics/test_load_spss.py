# SPDX-License-Identifier: MIT
"""load.sps, run by PSPP: every cell, label and missing value; no label can break the script."""

import csv
from pathlib import Path

import pytest
from exchange import made_statistics as made
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.domain.tables import Row, StatisticsTable, Variable, VariableKind
from annotator.domain.variable_names import is_variable_name
from annotator.exchange.comma_separated import write_table
from annotator.exchange.statistics.load_spss import measure_texts, rows_of_one_line, spss_script, spss_text
from annotator.exchange.statistics.statistics_columns import Form, columns_of

hostile = st.text(
    st.one_of(st.sampled_from("\"'\\.!%*/+=()\n\r\t中😀\u00a0\u2028"), st.characters(exclude_categories=["Cs"])),
    max_size=40,
)


def loaded(folder: Path, *tables: StatisticsTable, then: str = "") -> tuple[list[dict[str, str]], str]:
    """Load tables by our script in PSPP and give the rows of the last one, and what PSPP says of it."""
    files = {table.name: folder / f"{table.name}.csv" for table in tables}
    for table in tables:
        write_table(files[table.name], columns=table.columns, rows=rows_of_one_line(table.rows()))
    measures = {table.name: measure_texts(table) for table in tables}
    script = spss_script(made.statistics(*tables), files=files, measures=measures)
    save = "SAVE TRANSLATE /OUTFILE='read.csv' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES.\nDISPLAY DICTIONARY.\n"
    said = made.run_pspp(folder, f"{script}\n{then}{save}")
    return made.read_csv(folder / "read.csv"), said


def test_every_cell(tmp_path: Path) -> None:
    table = made.table()
    read, _ = loaded(tmp_path, table)
    columns = columns_of(StatisticsTable(table.name, "", "", table.variables, lambda: rows_of_one_line(table.rows())))
    assert set(read[0]) == {column.name for column in columns}
    for column in columns:
        found = [row[column.name] for row in read]
        if column.form in {Form.WHOLE, Form.DECIMAL}:
            made.assert_same_numbers([float(cell) if cell.strip() else None for cell in found], column.cells)
        elif column.form is Form.DAY:
            assert [cell.strip() for cell in found] == [
                "" if cell is None else f"{cell:%m/%d/%Y}"  # type: ignore[str-bytes-safe]  # a day
                for cell in column.cells
            ]
        else:
            assert found == ["" if cell is None else cell for cell in column.cells], column.name


def test_labels(tmp_path: Path) -> None:
    _, said = loaded(tmp_path, made.table())
    cells = [cell for line in csv.reader(said.splitlines()) for cell in line]
    for label in ("Present", "Day or month (day)", "Trust", 'a "q" \\', "one 'or' two", "yes", "Ordinal", "Scale"):
        assert label in cells, label
    assert any(cell.startswith("A \"quoted\" 'label' \\ with") for cell in cells)


def test_each_table_is_a_dataset(tmp_path: Path) -> None:
    tables = (made.table(name="articles"), made.table(name="coders", rows=[("only", *[None] * 9)]))
    read, said = loaded(tmp_path, *tables, then="DATASET DISPLAY.\n")
    assert "articles (active dataset)" in said
    assert "coders" in said
    assert len(read) == len(made.default_rows())
    read, _ = loaded(tmp_path, *tables, then="DATASET ACTIVATE coders.\n")
    assert [row["id"] for row in read] == ["only"]


def test_a_variable_may_bear_the_name_of_a_command(tmp_path: Path) -> None:
    names = ("document", "list", "get", "compute", "display", "value", "file", "sort", "erase", "execute", "missing")
    assert all(map(is_variable_name, names))
    kinds = (VariableKind.TEXT, VariableKind.DATE, VariableKind.YES_NO, VariableKind.INTEGER)
    variables = tuple(Variable(name, name, kinds[index % 4]) for index, name in enumerate(names))
    rows: list[Row] = [tuple(("x", "2026", True, 0)[index % 4] for index in range(len(names)))]
    [row], _ = loaded(tmp_path, StatisticsTable("t", "", "", variables, lambda: rows))
    assert [row[name].strip() for name in names] == [("x", "2026", "1", "0")[index % 4] for index in range(len(names))]


def test_line_breaks_are_found_and_made_spaces() -> None:
    rows: list[Row] = [("a\r\n\nb", 1, None)]
    assert list(rows_of_one_line(rows)) == [("a b", 1, None)]
    assert measure_texts(made.table()).has_line_breaks
    measured = measure_texts(made.table(rows=[("a", "b\u2028c", *[None] * 8)]))
    assert not measured.has_line_breaks
    assert (measured.widths["quote"], measured.widths["grosse"], measured.widths["variable_by"]) == (5, 10, 1)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("it's", "'it''s'"),
        ("a\nb.", "'a b.'"),
        ("", "''"),
        ("'" * 3, "''''''''"),
        ("中中中", "'中…'"),
        ("a\0b", "'a b'"),
    ],
)
def test_texts_of_spss(text: str, written: str) -> None:
    assert spss_text(text, 8) == written


@settings(max_examples=15)
@example(label="\x7f", words=["¡"])
@given(label=hostile, words=st.lists(hostile.filter(str.strip), min_size=1, max_size=5))
def test_no_label_breaks_the_script(tmp_path_factory: pytest.TempPathFactory, label: str, words: list[str]) -> None:
    one_line = rows_of_one_line([(word.replace("\0", ""),) for word in words])
    plain = list(dict.fromkeys(" ".join(str(cell).split()) for [cell] in one_line))
    plain = [word for word in plain if word] or ["x"]
    variables = (
        Variable("id", label),
        Variable("c", label, VariableKind.CHOICE, value_labels=dict.fromkeys(plain, label)),
        Variable("n", label, VariableKind.INTEGER, value_labels={0: label, 1: label}),
    )
    rows: list[Row] = [("a", word, 0) for word in plain] + [("b", None, None)]
    table = StatisticsTable("t", label, label, variables, lambda: rows)
    read, _ = loaded(tmp_path_factory.mktemp("labels"), table)
    assert [row["c"].strip() for row in read] == [*map(str, range(1, len(plain) + 1)), ""]
    assert [row["n"].strip() for row in read] == ["0"] * len(plain) + [""]
