# SPDX-License-Identifier: MIT
from annotator.agreement import Interval, Result, Status
from annotator.reports.results_list import NOTHING, results_in_words, value_of


def result(
    measure: str = "percent", *, code: str | None = "trust", value: float | None = 0.5, **more: object
) -> Result:
    given = {
        "unit": "character", "coders": ("Anna", "Ben"), "documents": ("d1", "d2"), "n": 1200,
        "status": Status.OK if value is not None else Status.NO_VARIATION,
        "reason": "" if value is not None else "undefined (no variation: nobody used this code)",
    }  # fmt: skip
    return Result(measure=measure, code=code, value=value, **{**given, **more})  # type: ignore[arg-type]  # test shorthand


def test_one_line_each_with_its_interval() -> None:
    interval = Interval(low=0.4, high=0.61, level=0.95, method="documents")
    lines = results_in_words([result(interval=interval), result("u", code=None, value=1.0)]).split("\n")
    assert lines[0] == "Agreement of Anna and Ben, by character"
    assert lines[2].split() == ["measure", "code", "value", "95", "%", "interval", "n"]
    assert lines[3].split() == ["percent", "trust", ".500", "[.400,", ".610]", "1,200"]
    assert lines[4].split() == ["u", "all", "codes", "1.000", "1,200"]


def test_a_missing_value_is_a_word_with_its_reason_below() -> None:
    said = results_in_words([result(value=None), result("cohen_kappa", value=None)])
    assert said.count("undefined [1]") == 2
    assert said.endswith("[1] undefined (no variation: nobody used this code)")


def test_what_differs_has_a_column() -> None:
    said = results_in_words(
        [
            result(coders=("Anna", "Ben"), documents=("d1",)),
            result(coders=("Anna", "Cleo"), documents=("d2",)),
        ]
    )
    assert said.startswith("Agreement by character")
    assert "Anna and Cleo" in said
    assert "d2" in said


def test_counts_are_whole_numbers_and_settings_that_tell_apart_are_named() -> None:
    assert value_of(result("semeval_strict:missed", value=1234.0)) == "1,234"
    assert value_of(result("semeval_strict:precision", value=0.25)) == ".250"
    assert "span_f1_iou, threshold 0.5" in results_in_words([result("span_f1_iou", settings={"threshold": 0.5})])


def test_names_from_files_cannot_steer_the_terminal() -> None:
    said = results_in_words([result(code="\x1b[31mtrust", coders=("A\x07", "B\u202e"), settings={"batch": "\x1b"})])
    assert "\x1b" not in said
    assert "\x07" not in said
    assert "\u202e" not in said


def test_nothing_is_said() -> None:
    assert results_in_words([]) == NOTHING
