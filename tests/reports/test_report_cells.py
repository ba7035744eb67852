# SPDX-License-Identifier: MIT
"""Cells of results: a number, or the reason why there is none, said once over all that it concerns."""

import pytest
from reports.test_agreement_table import NO_VARIATION, _result

from annotator.agreement.result import Interval
from annotator.reports.report_blocks import Cell, Drawn
from annotator.reports.report_cells import (
    NO_INTERVAL,
    below_cell,
    drawn_cell,
    interval_cell,
    lowest_drawn,
    merged,
    missing,
    remarks,
    short_cell,
    value_cell,
)

INTERVAL = Interval(-0.12, 0.779, 0.95, "percentile", 400, 2, {0.667: 0.14, 0.8: 1.0})
MEASURED = _result("krippendorff_alpha_nominal", 0.71, interval=INTERVAL)
UNDEFINED = _result("krippendorff_alpha_nominal", None)


def test_a_value_and_its_interval() -> None:
    assert value_cell(MEASURED).text == ".710"
    assert value_cell(MEASURED, as_percent=True).text == "71.0 %"
    assert interval_cell(MEASURED).text == "[-.120, .779]"
    assert [below_cell(MEASURED, threshold=at).text for at in (0.667, 0.8)] == [".140", "> .999"]
    assert drawn_cell(MEASURED).drawn == Drawn(0.71, -0.12, 0.779)


def test_what_is_undefined_is_said_once() -> None:
    cells = [
        value_cell(UNDEFINED),
        interval_cell(UNDEFINED),
        drawn_cell(UNDEFINED),
        below_cell(UNDEFINED, threshold=0.8),
    ]
    assert merged(cells) == (Cell(NO_VARIATION[0].upper() + NO_VARIATION[1:], span=4, missing=True),)
    assert short_cell(UNDEFINED) == Cell("no variation", missing=True)


def test_different_reasons_stay_apart() -> None:
    assert len(merged([missing("one"), missing("two"), Cell("3"), missing("two")])) == 4


@pytest.mark.parametrize(("status", "words"), NO_INTERVAL.items())
def test_a_missing_interval_says_why(status: str, words: str) -> None:
    result = _result(value=0.5, settings={"interval_status": status})
    assert interval_cell(result).text.casefold() == words.casefold()
    assert drawn_cell(result).drawn == Drawn(0.5)
    assert value_cell(result).text == ".500"


def test_what_was_not_measured_says_so() -> None:
    assert value_cell(None) == Cell("Not measured", missing=True)


def test_an_axis_begins_below_the_lowest_end() -> None:
    def row(low: float) -> tuple[Cell, ...]:
        return (Cell("a"), Cell("", drawn=Drawn(0.5, low, 0.6)))

    assert lowest_drawn([row(0.2)]) == 0.0
    assert lowest_drawn([row(0.2), row(-0.12)]) == -0.2
    assert lowest_drawn([row(-0.97)]) == -1.0
    assert lowest_drawn([]) == 0.0


def test_a_remark_names_the_measures_that_it_is_on() -> None:
    reason = "trivially: nobody used this code in the 5 shared articles"
    results = [_result("percent", 1.0, reason=reason), _result("gwet_ac1", 1.0, reason=reason), UNDEFINED]
    assert remarks(results) == (
        "(Percent and Gwet's AC1): trivial, since nobody used this code in the 5 shared articles.",
    )
