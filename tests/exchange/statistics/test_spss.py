# SPDX-License-Identifier: MIT
"""Files for SPSS, read by PSPP and by R's own reader, which share nothing with the library that writes them."""

import csv
from pathlib import Path

import pytest
from exchange import made_statistics as made
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import NotSaved
from annotator.domain.tables import Row, StatisticsTable, Variable, VariableKind
from annotator.exchange.findings import FindingKind
from annotator.exchange.statistics.spss import write_spss
from annotator.exchange.statistics.statistics_columns import columns_of

ENDINGS = (".sav", ".zsav")


def written(table: StatisticsTable, path: Path) -> Path:
    write_spss(table, path, statistics=made.statistics(table))
    return path


def by_pspp(path: Path) -> list[dict[str, str]]:
    """Read a file by PSPP: its values, dates as days, missing numbers as a blank."""
    translate = "SAVE TRANSLATE /OUTFILE='read.csv' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES."
    made.run_pspp(path.parent, f"GET FILE='{path.name}'.\n{translate}\n")
    return made.read_csv(path.parent / "read.csv")


def as_pspp_says(cell: object) -> str:
    """Give a cell as PSPP writes it."""
    if cell is None:
        return ""
    return f"{cell:%m/%d/%Y}" if hasattr(cell, "month") else str(cell)


@pytest.mark.parametrize("ending", ENDINGS)
def test_pspp_reads_every_cell(tmp_path: Path, ending: str) -> None:
    read = by_pspp(written(made.table(), tmp_path / f"table{ending}"))
    columns = columns_of(made.table())
    assert list(read[0]) == [column.name for column in columns]
    for column in columns:
        found = [row[column.name] for row in read]
        if column.form.name in {"WHOLE", "DECIMAL"}:
            numbers = [float(cell) if cell.strip() else None for cell in found]
            made.assert_same_numbers(numbers, column.cells)
        else:
            assert [cell.strip(" ") if column.form.name == "DAY" else cell for cell in found] == [
                as_pspp_says(cell) for cell in column.cells
            ], column.name


@pytest.mark.parametrize("ending", ENDINGS)
def test_pspp_reads_labels_levels_and_notes(tmp_path: Path, ending: str) -> None:
    path = written(made.table(), tmp_path / f"table{ending}")
    said = made.run_pspp(tmp_path, f"GET FILE='{path.name}'.\nDISPLAY DICTIONARY.\nSYSFILE INFO '{path.name}'.\n")
    lines = [line for line in csv.reader(said.splitlines()) if line]
    [present] = [line for line in lines if line[0] == "variable_all" and len(line) > 5][:1]
    assert present[2] == "Present"
    assert "Nominal" in present
    [share] = [line for line in lines if line[0] == "variable_str10"][:1]
    assert "Scale" in share
    [choice] = [line for line in lines if line[0] == "grosse"][:1]
    assert "Ordinal" in choice
    flat = [cell for line in lines for cell in line]
    assert 'a "q" \\' in flat
    assert "é" * 58 + "…" in flat  # 120 bytes of 400
    assert flat.count("same") >= 4  # labels may be alike
    assert "F2.0" in present
    assert "A títle 中" in said
    assert "offset_unit: unicode-codepoint" in said
    assert "journal_digest: " + "ab12" * 16 in said


def test_r_reads_numbers_and_missing_values(tmp_path: Path) -> None:
    plain = StatisticsTable(
        "table", "Table", "", made.table().variables[2:6], lambda: [row[2:6] for row in made.table().rows()]
    )
    written(plain, tmp_path / "table.sav")
    script = (
        'd <- foreign::read.spss("table.sav", to.data.frame = TRUE, use.value.labels = FALSE, reencode = FALSE)\n'
        'write.csv(format(d, digits = 17), "read.csv", row.names = FALSE)\n'
        'cat(sum(is.na(d$variable_all)), sum(d$variable_all == 0, na.rm = TRUE), sum(is.na(d$variable_if)), "\\n")'
    )
    rows = list(plain.rows())
    expected = [sum(row[3] is None for row in rows), sum(row[3] is False for row in rows)]
    expected.append(sum(row[0] is None for row in rows))
    assert [int(number) for number in made.run_r(tmp_path, script).split()] == expected
    shares = [row["variable_str10"].strip() for row in made.read_csv(tmp_path / "read.csv")]
    made.assert_same_numbers([None if share == "NA" else float(share) for share in shares], [row[2] for row in rows])


@pytest.mark.parametrize("ending", ENDINGS)
def test_long_texts_are_cut_at_a_character(tmp_path: Path, ending: str) -> None:
    texts = ["中" * 12_000, "x" * 32_767, "x" * 32_768, "😀" * 9_000, "short", None]
    rows: list[Row] = [(text,) for text in texts]
    table = StatisticsTable("table", "Table", "", (Variable("quote", "Quote"),), lambda: rows)
    path = tmp_path / f"table{ending}"
    [finding] = write_spss(table, path, statistics=made.statistics(table))
    assert (finding.kind, finding.count) == (FindingKind.DROPPED, 3)
    read = by_pspp(path)
    assert [row["quote"] for row in read] == ["中" * 10_922, "x" * 32_767, "x" * 32_767, "😀" * 8_191, "short", ""]
    assert [row["quote_truncated"].strip() for row in read] == ["1", "0", "1", "1", "0", ""]


def test_an_empty_table_is_a_table(tmp_path: Path) -> None:
    written(made.table(rows=[]), tmp_path / "table.zsav")
    said = made.run_pspp(tmp_path, "GET FILE='table.zsav'.\nDISPLAY DICTIONARY.\n")
    assert "variable_by_day" in said
    assert "SDATE10" in said


@settings(max_examples=10)
@given(
    label=st.text(st.characters(exclude_categories=["Cs"]), max_size=400),
    labels=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), max_size=4),
)
def test_any_label_can_be_written(tmp_path_factory: pytest.TempPathFactory, label: str, labels: list[str]) -> None:
    variable = Variable("n", label, VariableKind.INTEGER, value_labels=dict(enumerate(labels)))
    rows: list[Row] = [(0,), (None,)]
    table = StatisticsTable("table", label, label, (variable,), lambda: rows)
    path = written(table, tmp_path_factory.mktemp("labels") / "table.sav")
    assert [row["n"].strip() for row in by_pspp(path)] == ["0", ""]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_bytes_anywhere(tmp_path: Path, ending: str) -> None:
    call = (
        "from annotator.exchange.statistics.spss import write_spss\n"
        f"write_spss(table(), folder / 'table{ending}', statistics=statistics())"
    )
    [data] = made.written_elsewhere(tmp_path, call).values()
    assert data[:4] == (b"$FL2" if ending == ".sav" else b"$FL3")
    assert data[92:109] == b"01 Mar 2612:34:56"


def test_rounded_numbers_are_told(tmp_path: Path) -> None:
    rows: list[Row] = [(2**53 + 1,), (1,)]
    table = StatisticsTable("table", "", "", (Variable("n", "N", VariableKind.INTEGER),), lambda: rows)
    [finding] = write_spss(table, tmp_path / "table.sav", statistics=made.statistics(table))
    assert finding.kind is FindingKind.NOTED


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        written(made.table(), tmp_path / "nowhere" / "table.sav")
