# SPDX-License-Identifier: MIT
"""Columns for SPSS and Stata: kinds become numbers, days and texts; what is missing stays missing."""

from datetime import date

import pytest
from exchange.made_statistics import CHOICES, NAMES, table
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.domain.tables import Row, StatisticsTable, Variable, VariableKind
from annotator.exchange.statistics.statistics_columns import (
    Form,
    columns_of,
    cut_to_bytes,
    cut_to_characters,
    day_names,
    moment,
    one_line,
    whole_day,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def one(variable: Variable, *cells: str | float | bool | None) -> StatisticsTable:
    rows: list[Row] = [(cell,) for cell in cells]
    return StatisticsTable("table", "Table", "", (variable,), lambda: rows)


def test_every_kind_has_its_form_and_companion() -> None:
    columns = {column.name: column for column in columns_of(table())}
    assert [columns[name].form for name in NAMES[:6]] == [
        Form.WHOLE, Form.WHOLE, Form.DECIMAL, Form.WHOLE, Form.TEXT, Form.WHOLE,
    ]  # fmt: skip
    assert list(columns).index("variable_by_day") == list(columns).index("variable_by") + 1
    assert columns["variable_by_day"].cells[:4] == [None, date(2026, 3, 15), None, None]
    assert columns["variable_all"].labels == {0: "no", 1: "yes"}
    assert columns["variable_all"].cells[:4] == [None, 0, None, 1]
    assert list(columns["grosse"].labels.items()) == list(enumerate(CHOICES.values(), start=1))
    assert columns["grosse"].cells[:3] == [None, 1, 2]


def test_nothing_missing_becomes_a_value() -> None:
    plain = table()
    for index, column in enumerate(columns_of(one_by_one(plain))):
        assert [cell is None for cell in column.cells] == [row[index] is None for row in plain.rows()]


def one_by_one(plain: StatisticsTable) -> StatisticsTable:
    """Give a table without its date, so that columns and variables stand side by side."""
    variables = [
        variable
        if variable.kind is not VariableKind.DATE
        else Variable(variable.name, variable.label, VariableKind.TEXT)
        for variable in plain.variables
    ]
    return StatisticsTable(plain.name, "", "", tuple(variables), plain.rows)


def test_a_text_is_cut_at_the_end_of_a_character_and_a_companion_says_so() -> None:
    columns = columns_of(one(Variable("quote", "Quote"), "中" * 4, "abc", None, "abcdefghijkl"), longest_text=10)
    assert [(column.name, list(column.cells)) for column in columns] == [
        ("quote", ["中中中", "abc", None, "abcdefghij"]),
        ("quote_truncated", [1, 0, None, 1]),
    ]
    assert [column.is_truncated for column in columns] == [False, True]
    assert len(columns_of(one(Variable("quote", "Quote"), "abc"), longest_text=10)) == 1


def test_companions_take_no_name_that_is_there() -> None:
    variables = (Variable("d", "D", VariableKind.DATE), Variable("d_day", "Day"), Variable("d_truncated", "T"))
    rows: list[Row] = [("2026-03-15 and much more", "x", "y")]
    made = StatisticsTable("table", "", "", variables, lambda: rows)
    names = [column.name for column in columns_of(made, longest_text=12)]
    assert names == ["d", "d_truncated_2", "d_day_2", "d_day", "d_truncated"]
    assert day_names(made) == {"d": "d_day_2"}


def test_no_program_reads_past_a_nul() -> None:
    with pytest.raises(Refused, match="NUL"):
        columns_of(one(Variable("memo", "Memo"), "a\0b"))


def test_a_word_that_is_no_choice_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="is no value of"):
        columns_of(one(Variable("c", "C", VariableKind.CHOICE, value_labels={"a": "A"}), "b"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-15", date(2026, 3, 15)), ("2024-02-29", date(2024, 2, 29)), ("2023-02-29", None), ("2026-03", None),
        ("2026", None), ("", None), ("0000-01-01", None), ("2026-03-15T10:00", None), ("2026-3-5", None),
        ("٢٠٢٦-٠٣-١٥", None),
    ],
)  # fmt: skip
def test_only_a_whole_date_is_a_day(text: str, day: date | None) -> None:
    assert whole_day(text) == day


@given(texts, st.integers(3, 40))
def test_cut_texts_are_beginnings_that_fit(text: str, longest: int) -> None:
    short = cut_to_bytes(text, longest, ellipsis=False)
    assert text.startswith(short)
    assert len(short.encode()) <= longest
    assert short == text or len(text[: len(short) + 1].encode()) > longest
    assert len(cut_to_bytes(text, longest).encode()) <= longest
    assert len(cut_to_characters(text, longest)) <= longest


def test_cut_labels_show_it() -> None:
    assert cut_to_bytes("中中中", 8) == "中…"
    assert cut_to_characters("abcdef", 4) == "abc…"
    assert cut_to_characters("abcd", 4) == "abcd"


@given(texts)
def test_a_label_is_one_line(text: str) -> None:
    assert one_line(text).splitlines() in ([], [one_line(text)])


def test_the_time_is_that_of_the_last_change() -> None:
    assert moment("2026-03-01T01:30:00+02:00").isoformat() == "2026-02-28T23:30:00+00:00"
    assert moment("").year == 1980
