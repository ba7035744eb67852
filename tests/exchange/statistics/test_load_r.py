# SPDX-License-Identifier: MIT
"""load.R, run by R: every cell and label as in the values; no label can break the script."""

from pathlib import Path

import pytest
from exchange import made_statistics as made
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.tables import Row, StatisticsTable, Variable, VariableKind
from annotator.exchange.comma_separated import write_table
from annotator.exchange.statistics.load_r import distinct_labels, r_script, r_text
from annotator.exchange.statistics.statistics_columns import whole_day

hostile = st.text(
    st.one_of(
        st.sampled_from("\"'\\`$#{}()\n\r\t%/*.;中😀\u00a0\u2028\x00\x01uUx0"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=40,
)
SHOW = """
said <- file("said.bin", "wb")
show <- function(x) writeBin(charToRaw(paste0(enc2utf8(paste0(ifelse(is.na(x), "<NA>", as.character(x)),
  collapse = "\\x1e")), "\\x1d")), said)
"""


def loaded(folder: Path, table: StatisticsTable, script: str) -> list[list[str | None]]:
    """Load a table by our script, run a script of the test's own behind it, and give each vector that it shows."""
    path = folder / f"{table.name}.csv"
    write_table(path, columns=table.columns, rows=table.rows())
    code = r_script(made.statistics(table), files={table.name: path})
    assert code.isascii()
    (folder / "load.R").write_text(code, encoding="ascii")
    made.run_r(folder, f'source("load.R")\n{SHOW}{script}\nclose(said)')
    vectors = (folder / "said.bin").read_bytes().decode().split("\x1d")[:-1]
    return [[None if word == "<NA>" else word for word in vector.split("\x1e")] for vector in vectors]


def test_every_cell(tmp_path: Path) -> None:
    table = made.table()
    numbers = 'if (is.numeric(x)) sprintf("%.17g", unclass(x)) else x'
    show = f"x <- {numbers}; x[is.na(d[[name]])] <- NA; show(x)"
    script = f"d <- annotations_long; for (name in names(d)) {{ x <- d[[name]]; {show} }}"
    *vectors, days = loaded(tmp_path, table, script)
    assert len(vectors) == len(table.variables)
    rows = list(table.rows())
    for index, (variable, found) in enumerate(zip(table.variables, vectors, strict=True)):
        cells = [row[index] for row in rows]
        if variable.kind in {VariableKind.INTEGER, VariableKind.NUMBER}:
            assert [None if cell is None else float(cell) for cell in found] == cells
        elif variable.kind is VariableKind.YES_NO:
            assert found == [None if cell is None else str(cell).upper() for cell in cells]
        elif variable.kind is VariableKind.CHOICE:
            labels = dict(
                zip(made.CHOICES, distinct_labels([*made.CHOICES.values()], [*map(str, made.CHOICES)]), strict=True)
            )
            assert found == [None if cell is None else labels[str(cell)] for cell in cells]
        else:
            assert found == cells, variable.name
    dates = [row[table.columns.index("variable_by")] for row in rows]
    assert days == [None if cell is None or whole_day(str(cell)) is None else cell for cell in dates]


def test_types_and_labels(tmp_path: Path) -> None:
    script = """
    d <- annotations_long
    show(sapply(d, function(x) class(x)[1]))
    show(c(attr(d, "label"), attr(d$quote, "label")))
    show(levels(d$grosse))
    show(c(names(attr(d$variable_end, "labels")), attr(d$variable_end, "labels")))
    show(c(ls(), exists("read_texts")))
    """
    classes, labels, levels, numbers, left = loaded(tmp_path, made.table(), script)
    assert classes == [
        "character", "character", "integer", "haven_labelled", "numeric", "logical", "character", "ordered",
        "character", "integer", "Date",
    ]  # fmt: skip
    assert labels == ["A títle 中", made.LABEL]
    assert levels == ["Trust", 'a "q" \\', "same [中文😀]", "same [a`b'$c]", "é" * 200, "empty"]
    assert numbers == ["none", "one 'or' two", "same [2]", "same [3]", made.NUMBERS[9], "0", "1", "2", "3", "9"]
    assert "annotations_long" in left
    assert left[-1] == "FALSE"


def test_base_r_is_enough(tmp_path: Path) -> None:
    table = made.table()
    write_table(tmp_path / "t.csv", columns=table.columns, rows=table.rows())
    code = r_script(made.statistics(table), files={table.name: tmp_path / "t.csv"})
    without = code.replace('requireNamespace("haven", quietly = TRUE)', "FALSE")
    assert without != code
    checks = "x <- annotations_long$variable_end\nstopifnot(is.integer(x))\ncat(attr(x, 'labels'))"
    assert made.run_r(tmp_path, f"{without}\n{checks}") == "0 1 2 3 9"


@pytest.mark.parametrize(
    ("variable", "cell"),
    [
        (Variable("c", "C", VariableKind.CHOICE, value_labels={"a": "A"}), "b"),
        (Variable("y", "Y", VariableKind.YES_NO), "TRUE"),
    ],
)
def test_a_value_that_is_none_stops_the_script(tmp_path: Path, variable: Variable, cell: str) -> None:
    rows: list[Row] = [(cell, "x")]
    table = StatisticsTable("t", "", "", (variable, Variable("x", "X")), lambda: rows)
    with pytest.raises(AssertionError, match="a value is n"):
        loaded(tmp_path, table, "")


@pytest.mark.parametrize("rows", [[], [("only", *[None] * 9)]])
def test_an_empty_table_and_an_empty_row(tmp_path: Path, rows: list[Row]) -> None:
    [size] = loaded(tmp_path, made.table(rows=rows), "show(dim(annotations_long))")
    assert size == [str(len(rows)), "11"]


@settings(max_examples=8)
@given(st.lists(hostile, min_size=1, max_size=60))
def test_any_text_is_one_text_of_r(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("texts")
    script = f"texts <- c({', '.join(map(r_text, texts))})\n"
    made.run_r(folder, f'{script}writeBin(charToRaw(paste0(enc2utf8(texts), "\\x1d", collapse = "")), "said.bin")')
    said = (folder / "said.bin").read_bytes().decode().split("\x1d")[:-1]
    assert said == [text.replace("\0", "\ufffd") for text in texts if "\x1d" not in text] or "\x1d" in "".join(texts)


@settings(max_examples=8)
@given(label=hostile, title=hostile, words=st.lists(hostile.filter(str.strip), min_size=1, max_size=5, unique=True))
def test_no_label_breaks_the_script(
    tmp_path_factory: pytest.TempPathFactory, label: str, title: str, words: list[str]
) -> None:
    words = list(dict.fromkeys(word.replace("\0", "").replace("\r", "") or "x" for word in words))
    variables = (
        Variable("id", label),
        Variable("c", label, VariableKind.CHOICE, value_labels=dict.fromkeys(words, label)),
        Variable("n", label, VariableKind.INTEGER, value_labels={0: label, 1: label}),
    )
    rows: list[Row] = [("a", word, 0) for word in words] + [("b", None, None)]
    table = StatisticsTable("t", title, label, variables, lambda: rows)
    folder = tmp_path_factory.mktemp("labels")
    [counts] = loaded(
        folder, table, "show(c(nlevels(t$c), sum(is.na(t$c)), sum(is.na(t$n)), sum(t$n == 0, na.rm = TRUE)))"
    )
    assert counts == [str(len(words)), "1", "1", str(len(words))]
