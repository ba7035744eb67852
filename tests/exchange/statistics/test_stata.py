# SPDX-License-Identifier: MIT
"""Files for Stata, read by R's haven and by pyreadstat; pandas, which writes them, is neither."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from exchange import made_statistics as made
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.tables import Row, StatisticsTable, Variable, VariableKind
from annotator.domain.variable_names import is_variable_name
from annotator.exchange.findings import FindingKind
from annotator.exchange.statistics.stata import data_label, write_stata
from annotator.exchange.statistics.statistics_columns import Form, columns_of


def written(table: StatisticsTable, path: Path) -> Path:
    write_stata(table, path, statistics=made.statistics(table))
    return path


def of_numbers(*numbers: int | None, **labels: str) -> StatisticsTable:
    rows: list[Row] = [(number,) for number in numbers]
    given = {int(key[1:]): label for key, label in labels.items()}
    variable = Variable("n", "N", VariableKind.INTEGER, value_labels=given)
    return StatisticsTable("table", "Table", "", (variable,), lambda: rows)


def test_haven_reads_every_cell(tmp_path: Path) -> None:
    written(made.table(), tmp_path / "table.dta")
    script = """
    d <- haven::read_dta("table.dta")
    for (name in names(d)) {
      x <- haven::zap_labels(d[[name]])
      words <- if (is.character(x)) x else if (is.numeric(x) && !inherits(x, "Date")) sprintf("%.17g", x) else format(x)
      words[is.na(x)] <- "<NA>"
      writeBin(charToRaw(paste0(enc2utf8(paste0(words, collapse = "\\x1e")), "\\x1d")), pipe_to)
    }
    """.replace("pipe_to", "out")
    made.run_r(tmp_path, f'out <- file("read.bin", "wb"){script}close(out)')
    found = (tmp_path / "read.bin").read_bytes().decode().split("\x1d")[:-1]
    columns = columns_of(made.table())
    assert len(found) == len(columns)
    for column, words in zip(columns, found, strict=True):
        cells = [None if word == "<NA>" else word for word in words.split("\x1e")]
        if column.form in {Form.WHOLE, Form.DECIMAL}:
            assert [None if cell is None else float(cell) for cell in cells] == list(column.cells), column.name
        elif column.form is Form.DAY:
            assert cells == [None if cell is None else str(cell) for cell in column.cells]
        else:
            assert cells == ["" if cell is None else cell for cell in column.cells], column.name


def test_haven_reads_labels(tmp_path: Path) -> None:
    written(made.table(), tmp_path / "table.dta")
    script = """
    d <- haven::read_dta("table.dta")
    show <- function(x) cat(x, sep = "\\x1d")
    show(c(attr(d, "label"), attr(d$quote, "label"), attr(d$variable_by_day, "label"), class(d$variable_by_day)))
    show(c("", names(attr(d$grosse, "labels")), attr(d$grosse, "labels"), names(attr(d$variable_all, "labels"))))
    """
    said = made.run_r(tmp_path, script).split("\x1d")
    assert said[0] == data_label(made.statistics())
    assert said[0] == "offsets: unicode-codepoint; journal: " + "ab12" * 10
    assert said[1] == (" ".join(made.LABEL.split()))[:79] + "…"
    assert said[2:4] == ["Day or month (day)", "Date"]
    assert said[4:] == [*made.CHOICES.values(), "1", "2", "3", "4", "5", "6", "no", "yes"]


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [
        ((0, None, 100, -100), "int8"), ((101, None), "int16"), ((-101, 0), "int16"), ((32_740, None), "int16"),
        ((32_741, None), "int32"), ((2_147_483_620, None), "int32"), ((2_147_483_621, None, 0), "double"),
        ((None, None), "int8"),
    ],
)  # fmt: skip
def test_whole_numbers_stay_whole_and_missing_ones_missing(
    tmp_path: Path, numbers: tuple[int | None, ...], kind: str
) -> None:
    import pyreadstat

    data, meta = pyreadstat.read_dta(written(of_numbers(*numbers), tmp_path / "table.dta"))
    assert meta.readstat_variable_types["n"] == kind
    assert [None if number != number else int(number) for number in data["n"]] == list(numbers)  # noqa: PLR0124 -- NaN


def test_long_texts_are_whole(tmp_path: Path) -> None:
    import pyreadstat

    texts = ["中" * 40_000, "x" * 2_046, "é" * 65, "", "x" * 2_046, "😀\nNBSP\u00a0 "]
    rows: list[Row] = [(text or None, text[:20] or None) for text in texts]
    variables = (Variable("quote", "Quote"), Variable("title", "Title"))
    table = StatisticsTable("table", "Table", "", variables, lambda: rows)
    data, meta = pyreadstat.read_dta(written(table, tmp_path / "table.dta"))
    assert list(data["quote"]) == texts
    assert list(data["title"]) == [text[:20] for text in texts]
    assert meta.original_variable_types == {"quote": "%9s", "title": "%60s"}  # strL, and a width in bytes


@pytest.mark.parametrize("rows", [[], [("only", *[None] * 9)]])
def test_empty_and_missing_columns(tmp_path: Path, rows: list[Row]) -> None:
    import pyreadstat

    data, meta = pyreadstat.read_dta(written(made.table(rows=rows), tmp_path / "table.dta"))
    assert len(data) == len(rows)
    assert meta.original_variable_types["variable_by_day"] == "%td"


def test_days_beyond_the_library_stay_as_text(tmp_path: Path) -> None:
    import pyreadstat

    rows: list[Row] = [("1605-01-01",), ("2026-03-15",), ("9999-12-31",), ("2026",), (None,)]
    table = StatisticsTable("table", "", "", (Variable("d", "D", VariableKind.DATE),), lambda: rows)
    [finding] = write_stata(table, tmp_path / "table.dta", statistics=made.statistics(table))
    assert finding.count == 2
    data, _ = pyreadstat.read_dta(tmp_path / "table.dta", disable_datetime_conversion=True)
    assert list(data["d"]) == ["1605-01-01", "2026-03-15", "9999-12-31", "2026", ""]
    days = [None if day != day else date(1960, 1, 1) + timedelta(days=day) for day in data["d_day"]]  # noqa: PLR0124 -- NaN
    assert days == [None, date(2026, 3, 15), None, None, None]


def test_value_labels_are_cut_alike_where_they_have_no_room(tmp_path: Path) -> None:
    import pyreadstat

    table = of_numbers(1, 2, _1="é" * 30_000, _2="short", _3="中" * 3)
    [finding] = write_stata(table, tmp_path / "table.dta", statistics=made.statistics(table))
    assert finding.kind is FindingKind.NOTED
    labels = pyreadstat.read_dta(tmp_path / "table.dta")[1].variable_value_labels["n"]
    assert labels[2] == "short"
    assert labels[1].startswith("é" * 5_000)
    assert labels[1].endswith("…")
    many = of_numbers(1, **{f"_{number}": f"label {number}" for number in range(6_000)})
    [finding] = write_stata(many, tmp_path / "many.dta", statistics=made.statistics(many))
    assert "cut" in finding.sentence
    assert "n" not in pyreadstat.read_dta(tmp_path / "many.dta")[1].variable_value_labels


@settings(max_examples=10)
@given(
    label=st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    labels=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), max_size=4),
)
def test_any_label_can_be_written(tmp_path_factory: pytest.TempPathFactory, label: str, labels: list[str]) -> None:
    import pyreadstat

    variable = Variable("n", label, VariableKind.INTEGER, value_labels=dict(enumerate(labels)))
    rows: list[Row] = [(0,), (None,)]
    table = StatisticsTable("table", label, label, (variable,), lambda: rows)
    path = written(table, tmp_path_factory.mktemp("labels") / "table.dta")
    assert json.loads(pyreadstat.read_dta(path)[0]["n"].to_json(orient="values")) == [0, None]


def test_the_same_bytes_anywhere(tmp_path: Path) -> None:
    call = (
        "from annotator.exchange.statistics.stata import write_stata\n"
        "write_stata(table(), folder / 'table.dta', statistics=statistics())"
    )
    [data] = made.written_elsewhere(tmp_path, call).values()
    assert b"01 Mar 2026 12:34" in data


def test_no_name_of_ours_is_renamed_unasked() -> None:
    from pandas.io.stata import StataParser

    words = [word for word in StataParser().RESERVED_WORDS if word.isalpha()]
    assert len(words) > 40
    assert [word for word in words if is_variable_name(word)] == []


def test_numbers_beyond_those_of_stata_are_told(tmp_path: Path) -> None:
    import pyreadstat

    rows: list[Row] = [(1e308,), (-1e308,), (8.9e307,), (5e-324,), (None,)]
    table = StatisticsTable("table", "", "", (Variable("x", "X", VariableKind.NUMBER),), lambda: rows)
    [finding] = write_stata(table, tmp_path / "table.dta", statistics=made.statistics(table))
    assert (finding.kind, finding.count) == (FindingKind.DROPPED, 2)
    data, _ = pyreadstat.read_dta(tmp_path / "table.dta")
    found = [None if number != number else number for number in data["x"]]  # noqa: PLR0124 -- NaN
    assert found == [None, None, 8.9e307, 5e-324, None]
