# SPDX-License-Identifier: MIT
"""Measures by name over pieces of the work; the worked examples go through it in tests of the command line."""

import pytest
from agreement.made import document

from annotator.agreement import Question
from annotator.domain import UsageError
from annotator.operations import Compared, Piece, Wanted, measure_compared

ALPHA = "krippendorff_alpha_nominal"
CODINGS = [
    document(
        {("A", "trust"): [(0, 20)], ("B", "trust"): [(5, 20)], ("C", "trust"): [(0, 9)]}, name=name, finished="ABC"
    )
    for name in ("d1", "d2", "d3")
]
COMPARED = Compared(
    CODINGS,
    Question(coders=("A", "B", "C"), codes=("trust",), resamples=0),
    batches={"2026 week 2": ["d1", "d2"], "2026 week 3": ["d3"]},
    settings={"round": "main"},
)


def measured(by: str, *names: str):
    return measure_compared(COMPARED, wanted=Wanted(measures=names or (ALPHA,), by=by, intervals="none"))


def test_each_piece_is_measured_by_itself() -> None:
    assert [result.coders for result in measured("pair")] == [("A", "B"), ("A", "C"), ("B", "C")]
    assert [result.documents for result in measured("document")] == [("d1",), ("d2",), ("d3",)]
    assert [result.settings["batch"] for result in measured("batch")] == ["2026 week 2", "2026 week 3"]
    [together] = measured("together")
    assert (together.coders, together.documents) == (("A", "B", "C"), ("d1", "d2", "d3"))


def test_a_coder_against_the_rest_is_the_mean_of_that_coders_pairs() -> None:
    pairs = {result.coders: result.value for result in measured("pair")}
    rest = {result.coders[0]: result.value for result in measured("coder")}
    assert rest["A"] == pytest.approx((pairs["A", "B"] + pairs["A", "C"]) / 2)
    assert rest["C"] == pytest.approx((pairs["A", "C"] + pairs["B", "C"]) / 2)


def test_a_coder_against_the_rest_has_a_mean_at_each_threshold() -> None:
    pairs = {(result.coders, result.settings["threshold"]): result for result in measured("pair", "span_f1_iou")}
    rest = [result for result in measured("coder", "span_f1_iou") if result.coders[0] == "A" and result.code is None]
    assert [result.settings["threshold"] for result in rest] == [0.5, 0.75, 1e-9]
    for result in rest:
        assert len(result.coders) == 3
        own = [pairs[pair, result.settings["threshold"]].value for pair in (("A", "B"), ("A", "C"))]
        there = [value for value in own if value is not None]
        assert result.value == (pytest.approx(sum(there) / len(there)) if there else None)


def test_a_coder_against_the_rest_keeps_what_defines_the_figure() -> None:
    for result in measured("coder", "alpha_masi", "krippendorff_alpha_ordinal"):
        assert {"distance", "metric"} & result.settings.keys()
        assert result.settings["against"] == "the rest"


@pytest.mark.parametrize("by", Piece)
def test_every_family_can_be_asked_of_every_piece(by: Piece) -> None:
    found = measured(by, "alpha_masi", "u_alpha_2016", "span_f1_iou", "semeval_exact", "cohen_kappa", "gamma")
    assert found
    assert all(result.settings["round"] == "main" for result in found)
    assert all(result.value is not None or result.reason.startswith("undefined (") for result in found)


def test_an_unknown_measure_is_named() -> None:
    with pytest.raises(UsageError, match="No measure is called “kapa”"):
        Wanted(measures=("kapa",))


def test_what_the_listener_raises_ends_it() -> None:
    def cancel(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        measure_compared(COMPARED, wanted=Wanted(), progress=cancel)
