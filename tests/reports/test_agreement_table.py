# SPDX-License-Identifier: MIT
"""The table of agreement: rows, words and records; what does not exist is said and never a number."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.result import Result, Status
from annotator.reports.agreement_table import (
    AGREEMENT_COLUMNS,
    agreement_in_words,
    agreement_records,
    agreement_tables,
    remarks,
    value_in_words,
)

CODES = {"c1": "evidence of trust", "c2": "speculation"}
CODERS = {"a": "Coder 1", "b": "Coder 2"}
NO_VARIATION = "undefined (no variation: nobody used this code in the 5 shared articles)"


def _result(measure: str = "percent", value: float | None = 0.5, code: str | None = "c1", **changed: object) -> Result:
    status = Status.OK if value is not None else Status.NO_VARIATION
    fields: dict[str, object] = {
        "measure": measure, "code": code, "unit": "character", "coders": ("a", "b"),
        "documents": ("d1", "d2", "d3", "d4", "d5"), "n": 41618, "value": value, "status": status,
        "reason": "" if value is not None else NO_VARIATION,
    }  # fmt: skip
    return Result(**{**fields, **changed})  # type: ignore[arg-type]  # the fields are typed in Result


RESULTS = [
    _result("percent", 0.8716),
    _result("cohen_kappa", 0.7104),
    _result("fleiss_kappa", -0.0523),
    _result("krippendorff_alpha_nominal", 1.0),
    _result("percent", 1.0, "c2", reason="trivially: nobody used this code in the 5 shared articles"),
    _result("cohen_kappa", None, "c2"),
    _result("fleiss_kappa", None, "c2"),
    _result("krippendorff_alpha_nominal", None, "c2"),
]


WORDS = {
    0.7104: ".710", 0.0: ".000", -0.0004: ".000", 1.0: "1.000", 0.99951: ".999", 0.9994: ".999", 0.99949: ".999",
    -0.0523: "-.052", -1.0: "-1.000", -0.9999: "-1.000", 0.1: ".100", -1.25: "-1.250", None: "undefined",
}  # fmt: skip


@pytest.mark.parametrize(("value", "words"), WORDS.items())
def test_values_in_words(value: float | None, words: str) -> None:
    assert value_in_words(_result(value=value)) == words


@given(st.floats(-1, 1))
def test_no_value_is_shown_as_another(value: float) -> None:
    assert float(value_in_words(_result(value=value))) == pytest.approx(value, abs=0.0011)


def test_one_row_per_code_with_its_measures() -> None:
    (table,) = agreement_tables(RESULTS)
    assert table.measures == ("percent", "cohen_kappa", "fleiss_kappa", "krippendorff_alpha_nominal")
    assert [(row.code, row.n, row.documents) for row in table.rows] == [("c1", 41618, 5), ("c2", 41618, 5)]
    assert table.rows[0].results["cohen_kappa"].value == 0.7104
    assert table.rows[1].results["cohen_kappa"].value is None


def test_units_and_sets_of_coders_are_tables_of_their_own() -> None:
    results = [_result(), _result(unit="sentence"), _result(coders=("a", "c")), _result("cohen_kappa")]
    tables = agreement_tables(results)
    assert [(table.unit, table.coders) for table in tables] == [
        ("character", ("a", "b")),
        ("sentence", ("a", "b")),
        ("character", ("a", "c")),
    ]
    assert tables[0].measures == ("percent", "cohen_kappa")


def test_a_reason_is_given_once_for_all_measures_it_is_about() -> None:
    (table,) = agreement_tables(RESULTS)
    measures = ("cohen_kappa", "fleiss_kappa", "krippendorff_alpha_nominal")
    trivially = "trivially: nobody used this code in the 5 shared articles"
    assert remarks(table) == [("c2", ("percent",), trivially), ("c2", measures, NO_VARIATION)]


def test_words_for_the_terminal() -> None:
    assert agreement_in_words(RESULTS, code_names=CODES, coder_names=CODERS).split("\n") == [
        "Agreement of Coder 1 and Coder 2, by character",
        "",
        "code               percent  Cohen kappa  Fleiss kappa      alpha  characters  articles",
        "evidence of trust     .872         .710         -.052      1.000      41,618         5",
        "speculation          1.000    undefined     undefined  undefined      41,618         5",
        "",
        "speculation, percent: trivially: nobody used this code in the 5 shared articles",
        f"speculation, Cohen kappa, Fleiss kappa and alpha: {NO_VARIATION}",
    ]


def test_no_number_stands_for_what_does_not_exist() -> None:
    words = agreement_in_words([_result(value=None)], code_names=CODES, coder_names=CODERS)
    assert "undefined" in words
    assert "nan" not in words.casefold().replace("undefined", "")
    assert ".000" not in words
    assert "None" not in words


def test_a_measure_that_a_row_lacks_stays_empty_and_an_unknown_one_keeps_its_name() -> None:
    results = [_result(), _result("my_measure", 0.25), _result("percent", 0.5, None)]
    lines = agreement_in_words(results, code_names={}, coder_names={}).split("\n")
    assert lines[2].split() == ["code", "percent", "my_measure", "characters", "articles"]
    assert lines[3].split() == ["c1", ".500", ".250", "41,618", "5"]
    assert lines[4].split() == ["all", "codes", ".500", "41,618", "5"]
    assert lines[0] == "Agreement of a and b, by character"


def test_three_coders_are_named() -> None:
    words = agreement_in_words([_result(coders=("a", "b", "c"))], code_names=CODES, coder_names=CODERS)
    assert words.startswith("Agreement of Coder 1, Coder 2 and c, by character")


def test_nothing_to_measure() -> None:
    assert agreement_in_words([], code_names={}, coder_names={}) == "There is nothing to measure yet."


def test_where_nobody_has_finished_anything_nobody_is_named() -> None:
    words = agreement_in_words([_result(value=None, coders=())], code_names=CODES, coder_names={})
    assert words.split("\n")[0] == "Agreement by character"


def test_names_cannot_steer_the_terminal_or_break_the_table() -> None:
    codes = {"c1": "\x1b[2J\u202e\n" + "x" * 100, "c2": "信任" * 30}
    words = agreement_in_words(RESULTS, code_names=codes, coder_names={"a": "\x07", "b": "B"})
    assert "\x1b" not in words
    assert "\u202e" not in words
    assert "Agreement of \\x07 and B" in words
    assert all(len(line) < 120 for line in words.split("\n")[:5])


def test_records() -> None:
    records = list(agreement_records(RESULTS, code_names=CODES, coder_names={"a": 'Ann "A"', "b": "李"}))
    assert all(len(record) == len(AGREEMENT_COLUMNS) for record in records)
    first = dict(zip(AGREEMENT_COLUMNS, records[0], strict=True))
    assert first == {
        "measure": "percent", "code_id": "c1", "code": "evidence of trust", "unit": "character",
        "coder_ids": '["a","b"]', "coders": json.dumps(['Ann "A"', "李"], ensure_ascii=False, separators=(",", ":")),
        "documents": 5, "n": 41618, "value": 0.8716, "status": "ok", "reason": "",
    }  # fmt: skip
    undefined = dict(zip(AGREEMENT_COLUMNS, records[5], strict=True))
    assert undefined["value"] is None
    assert undefined["status"] == "no_variation"
    assert undefined["reason"] == NO_VARIATION


def test_a_negative_zero_is_recorded_as_zero_and_all_codes_as_nothing() -> None:
    (record,) = agreement_records([_result(value=-0.0, code=None)], code_names={}, coder_names={})
    assert str(record[AGREEMENT_COLUMNS.index("value")]) == "0.0"
    assert record[AGREEMENT_COLUMNS.index("code")] is None
