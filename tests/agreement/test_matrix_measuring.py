# SPDX-License-Identifier: MIT
from typing import Any

import pytest
from agreement import naive_matrix
from agreement.matrices import LIKERT, QUADRATIC_TABLE, Rows, declared, spelled_out, tables
from hypothesis import given, settings, strategies

from annotator.agreement import Interval, Result, Status
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.matrix_measuring import (
    MATRIX_COEFFICIENTS,
    MATRIX_MEASURES,
    IntervalKind,
    Intervals,
    measure_matrix,
)

NAMES = tuple(coefficient.name for coefficient in MATRIX_COEFFICIENTS)
TRIVIAL = ("brennan_prediger", "gwet_ac1", "gwet_ac2_linear", "gwet_ac2_quadratic")
"""Coefficients whose chance does not vanish where everyone says the same."""


def measured(matrix: ReliabilityMatrix, **asked: Any) -> dict[str, Result]:
    coders = tuple(f"coder {number}" for number in range(matrix.values.shape[1]))
    return {result.measure: result for result in measure_matrix(matrix, coders=coders, **asked)}


def naive_values(rows: Rows) -> dict[str, Any]:
    """All coefficients in fractions, by name; rows of coders' values on the scale of five."""
    linear, quadratic = naive_matrix.linear(LIKERT), naive_matrix.quadratic(LIKERT)
    found = {
        "percent_items": naive_matrix.agreement(rows),
        "percent_pairable": naive_matrix.percent_pairable(rows),
        "fleiss_kappa": naive_matrix.fleiss_kappa(rows),
        "conger_kappa": naive_matrix.conger_kappa(rows),
        "brennan_prediger": naive_matrix.brennan_prediger(rows, q=5),
        "gwet_ac1": naive_matrix.gwet(rows, categories=LIKERT),
        "gwet_ac2_linear": naive_matrix.gwet(rows, categories=LIKERT, weight=linear),
        "gwet_ac2_quadratic": naive_matrix.gwet(rows, categories=LIKERT, weight=quadratic),
    }
    for metric in ("nominal", "ordinal", "interval", "ratio"):
        found[f"krippendorff_alpha_{metric}"] = naive_matrix.alpha(rows, metric=metric)
    if len(rows[0]) == 2:
        found["cohen_kappa"] = naive_matrix.cohen_kappa(rows)
        found["cohen_kappa_linear"] = naive_matrix.weighted_kappa(rows, apart=lambda i, j: abs(i - j))
        found["cohen_kappa_quadratic"] = naive_matrix.weighted_kappa(rows, apart=lambda i, j: (i - j) ** 2)
        found["scott_pi"] = naive_matrix.scott_pi(rows)
    return found


@settings(deadline=None)
@given(rows=tables(least=1))
def test_every_coefficient_equals_the_slow_way(rows: Rows) -> None:
    expected = naive_values(rows)
    found = measured(declared(rows))
    assert {name for name in found if ":" not in name} == expected.keys()
    for name, value in expected.items():
        assert found[name].value == (None if value is None else pytest.approx(float(value), abs=1e-12)), name


@settings(deadline=None)
@given(rows=tables(least=1), orders=strategies.randoms(use_true_random=False))
def test_the_order_of_coders_and_of_units_does_not_matter(rows: Rows, orders: Any) -> None:
    columns = orders.sample(range(len(rows[0])), len(rows[0]))
    turned = [[row[column] for column in columns] for row in orders.sample(rows, len(rows))]
    same(measured(declared(rows)), measured(declared(turned)))


@settings(deadline=None)
@given(rows=tables(least=1, most=4), data=strategies.data())
def test_a_weight_is_so_many_rows(rows: Rows, data: Any) -> None:
    weights = data.draw(strategies.lists(strategies.integers(0, 4), min_size=len(rows), max_size=len(rows)))
    if any(weights):
        same(measured(declared(rows, weights=weights)), measured(declared(spelled_out(rows, weights=weights))))


@settings(deadline=None)
@given(
    values=strategies.lists(strategies.sampled_from(LIKERT), min_size=1, max_size=6), coders=strategies.integers(2, 4)
)
def test_identical_coders_give_one_or_nothing(values: list[int], coders: int) -> None:
    for result in measured(declared([[value] * coders for value in values])).values():
        if result.value is not None:
            assert result.value == pytest.approx(0 if ":" in result.measure else 1, abs=1e-9), result.measure
        assert result.interval is None or result.interval.low == pytest.approx(1, abs=1e-9)


def same(first: dict[str, Result], second: dict[str, Result]) -> None:
    assert list(first) == list(second)
    for one, other in zip(first.values(), second.values(), strict=True):
        assert (one.status, one.reason, one.n, one.settings) == (other.status, other.reason, other.n, other.settings)
        assert one.value == (None if other.value is None else pytest.approx(other.value, abs=1e-9))
        assert ends(one.interval) == pytest.approx(ends(other.interval), abs=1e-9)


def ends(interval: Interval | None) -> list[float]:
    return [] if interval is None else [interval.low, interval.high]


def test_every_coefficient_of_two_coders_in_order() -> None:
    matrix = ReliabilityMatrix.of([["a", "a"], ["a", "b"], ["b", None]])
    found = measure_matrix(matrix, coders=("A", "B"), documents=("d1",), unit="document")
    assert tuple(result.measure for result in found) == MATRIX_MEASURES
    assert [result.measure for result in found if ":" not in result.measure] == [
        "percent_items",
        "percent_pairable",
        "cohen_kappa",
        "cohen_kappa_linear",
        "cohen_kappa_quadratic",
        "scott_pi",
        "fleiss_kappa",
        "conger_kappa",
        "brennan_prediger",
        "gwet_ac1",
        "gwet_ac2_linear",
        "gwet_ac2_quadratic",
        "krippendorff_alpha_nominal",
        "krippendorff_alpha_ordinal",
        "krippendorff_alpha_interval",
        "krippendorff_alpha_ratio",
    ]
    assert {(result.code, result.unit, result.coders, result.documents, result.n) for result in found} == {
        (None, "document", ("A", "B"), ("d1",), 2)
    }


def test_coefficients_of_two_coders_are_left_out_for_three() -> None:
    found = measured(ReliabilityMatrix.of([["a", "a", "b"], ["b", "b", "b"]]))
    left_out = {"cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic", "scott_pi"}
    assert {name.removesuffix(":se_gwet") for name in MATRIX_MEASURES if name not in found} == left_out


def test_measures_asked_for_by_name_are_given_alone_and_in_the_usual_order() -> None:
    matrix = declared([[1, 1], [1, 2], [2, 2]])
    assert list(measured(matrix, measures=["gwet_ac1", "percent_items"])) == ["percent_items", "gwet_ac1"]
    assert list(measured(matrix, measures=["gwet_ac1:se_gwet"])) == ["gwet_ac1:se_gwet"]


def test_a_measure_that_does_not_fit_is_refused() -> None:
    matrix = declared([[1, 1, 1], [1, 2, 2]])
    with pytest.raises(ValueError, match="kappa is no measure of a matrix"):
        measured(matrix, measures=["kappa"])
    with pytest.raises(ValueError, match="scott_pi is a coefficient of two coders, not of 3"):
        measured(matrix, measures=["scott_pi"])


def test_nothing_shared_is_said_for_every_coefficient() -> None:
    found = measured(ReliabilityMatrix.of([["a", None], [None, "b"]]))
    assert {(result.value, result.status, result.reason) for result in found.values()} == {
        (None, Status.NO_UNITS, "undefined (nothing shared: none of 2 units has values of two coders)")
    }


def test_one_unit_shows_percent_s_and_ac_without_an_interval() -> None:
    found = measured(declared([[1, 2], [None, 2]]))
    for name in NAMES:
        result = found[name]
        if name.startswith("percent"):
            assert (result.value, result.reason) == (0.0, "")
        elif name in TRIVIAL:
            assert (result.status, result.interval, result.reason) == (Status.OK, None, "no interval: one unit")
            assert found[f"{name}:se_gwet"].status is Status.ONE_UNIT
        else:
            assert (result.status, result.value) == (Status.ONE_UNIT, None)
            assert result.reason == "undefined (one unit: of 2 units only one has values of two coders)"


@pytest.mark.parametrize("value", LIKERT)
def test_no_variation_is_never_a_number_of_kappa_pi_or_alpha(value: int) -> None:
    """Other programs give 1.0, 0.0, NaN or an exception here."""
    found = measured(declared([[value, value]], weights=[10]))
    assert len(found) == len(MATRIX_MEASURES)
    for name in NAMES:
        result = found[name]
        if name.startswith("percent"):
            assert (result.value, result.status, result.reason) == (1.0, Status.OK, "")
        elif name in TRIVIAL:
            assert (result.value, result.status, result.interval) == (1.0, Status.OK, None)
            assert result.reason == "trivially: all values of 10 units are the same"
            assert found[f"{name}:se_gwet"].status is Status.NO_VARIATION
        else:
            assert (result.value, result.status) == (None, Status.NO_VARIATION)
            assert result.reason == "undefined (no variation: all values of 10 units are the same)"


def test_likert_weighted_kappa_with_empty_corners_scales_both_disagreements_alike() -> None:
    """Another program divides the observed one by the largest seen, the expected by the largest possible: .3728."""
    rows, weights = zip(*QUADRATIC_TABLE, strict=True)
    found = measured(declared(list(rows), weights=weights))
    assert found["cohen_kappa_quadratic"].value == pytest.approx(0.8432, abs=5e-5)
    without_names = measured(ReliabilityMatrix.of(rows, weights=weights))
    assert without_names["cohen_kappa_quadratic"].value == found["cohen_kappa_quadratic"].value


def test_a_category_that_nobody_used_keeps_its_place_on_the_scale() -> None:
    """Nobody said 3: to the scale, 2 and 4 are still two steps apart."""
    rows = [[1, 1], [2, 4], [4, 4], [5, 5], [2, 2]]
    full, seen = measured(declared(rows)), measured(ReliabilityMatrix.of(rows))
    counted = measured(ReliabilityMatrix.of(rows, category_count=5))
    for name in ("cohen_kappa_linear", "cohen_kappa_quadratic", "gwet_ac2_linear", "gwet_ac2_quadratic"):
        assert full[name].value == pytest.approx(counted[name].value)
        assert full[name].value != pytest.approx(seen[name].value)


def test_fleiss_and_s_with_missing_values_as_gwet_has_them() -> None:
    """Example C: another program gives .7373 and .7500."""
    rows = [
        [[1, 1, None, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4]],
        [[4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [None, 5, 5, 5], [None, None, 1, 1], [None, None, 3, None]],
    ]
    found = measured(declared([row for half in rows for row in half]))
    assert found["fleiss_kappa"].value == pytest.approx(0.7612, abs=5e-5)
    assert found["brennan_prediger"].value == pytest.approx(0.7727, abs=5e-5)
    assert found["conger_kappa"].value == pytest.approx(0.763, abs=5e-4)


def test_q_is_the_codebooks_and_not_the_number_of_categories_seen() -> None:
    rows = [["a", "a"], ["a", "b"], ["b", "b"], ["b", "b"]]
    seen = measured(ReliabilityMatrix.of(rows))
    for matrix in (ReliabilityMatrix.of(rows, categories="abcd"), ReliabilityMatrix.of(rows, category_count=4)):
        found = measured(matrix)
        assert seen["brennan_prediger"].value == pytest.approx((0.75 - 1 / 2) / (1 - 1 / 2))
        assert found["brennan_prediger"].value == pytest.approx((0.75 - 1 / 4) / (1 - 1 / 4))
        pi = 3 / 8
        assert seen["gwet_ac1"].value == pytest.approx((0.75 - 2 * pi * (1 - pi)) / (1 - 2 * pi * (1 - pi)))
        chance = 2 * pi * (1 - pi) / 3
        assert found["gwet_ac1"].value == pytest.approx((0.75 - chance) / (1 - chance))
        assert found["fleiss_kappa"].value == seen["fleiss_kappa"].value
        assert found["gwet_ac1"].settings == {"categories": 4}
        assert seen["brennan_prediger"].settings == {"categories": 2}


def test_numbers_from_zero_on_are_asked_for_where_they_are_needed() -> None:
    words = measured(ReliabilityMatrix.of([["low", "low"], ["high", "low"], ["high", "high"]]))
    wanting = {name: result for name, result in words.items() if result.status is Status.NOT_FOR_THESE_VALUES}
    assert {name.removesuffix(":se_gwet") for name in wanting} == {
        "cohen_kappa_linear",
        "cohen_kappa_quadratic",
        "gwet_ac2_linear",
        "gwet_ac2_quadratic",
        "krippendorff_alpha_ordinal",
        "krippendorff_alpha_interval",
        "krippendorff_alpha_ratio",
    }
    assert wanting["krippendorff_alpha_ordinal"].reason == (
        "undefined (not for these values: krippendorff_alpha_ordinal needs numbers, or categories named in their order)"
    )
    assert wanting["krippendorff_alpha_ratio"].reason == (
        "undefined (not for these values: krippendorff_alpha_ratio needs numbers, and some of the values are none)"
    )
    negative = measured(ReliabilityMatrix.of([[-1, -1], [2, -1], [2, 2]]))
    assert negative["krippendorff_alpha_interval"].status is Status.OK
    assert negative["krippendorff_alpha_ratio"].reason == (
        "undefined (not for these values: krippendorff_alpha_ratio needs numbers from zero on, "
        "and some of the values are negative)"
    )


def test_named_categories_have_ranks_but_are_no_numbers() -> None:
    scale = ("never", "sometimes", "always")
    rows = [["never", "always"], ["sometimes", "sometimes"], ["always", "always"], ["never", "sometimes"]]
    found = measured(declared(rows, categories=scale))
    numbered = measured(declared([[scale.index(value) for value in row] for row in rows], categories=(0, 1, 2)))
    for name in ("cohen_kappa_linear", "gwet_ac2_quadratic", "krippendorff_alpha_ordinal"):
        assert found[name].value == numbered[name].value
    assert found["krippendorff_alpha_interval"].status is Status.NOT_FOR_THESE_VALUES
    unknown = measured(ReliabilityMatrix.of(rows, category_count=5))["cohen_kappa_linear"]
    assert unknown.reason == (
        "undefined (not for these values: cohen_kappa_linear needs every category's place on the scale, "
        "and of 5 categories only 3 are known)"
    )


def test_settings_say_what_fixed_the_number() -> None:
    found = measured(declared([[1, 1], [2, 3]]))
    assert found["krippendorff_alpha_ordinal"].settings == {"metric": "ordinal"}
    assert found["cohen_kappa_quadratic"].settings == {"weights": "quadratic"}
    assert found["gwet_ac2_linear"].settings == {"weights": "linear", "categories": 5}
    assert found["fleiss_kappa"].settings == {}


def test_standard_errors_stand_beside_their_coefficients() -> None:
    rows, weights = zip(*QUADRATIC_TABLE, strict=True)
    found = measured(declared(list(rows), weights=weights), intervals=Intervals(level=0.9))
    for name in NAMES:
        interval = found[name].interval
        if name.startswith("percent") or name == "krippendorff_alpha_ordinal":
            assert interval is None
            assert f"{name}:se_gwet" not in found
            continue
        assert interval is not None
        assert (interval.method, interval.level, interval.resamples) == ("gwet_standard_error", 0.9, None)
        error = found[f"{name}:se_gwet"]
        assert error.interval == interval
        # Student's t of 88 degrees of freedom at .90.
        assert error.value == pytest.approx((interval.high - interval.low) / 2 / 1.662354, rel=1e-6)
    assert found["krippendorff_alpha_ordinal"].reason.startswith("no interval: no standard error is known")


def test_krippendorffs_bootstrap_is_of_alphas_and_repeats_with_its_seed() -> None:
    rows, weights = zip(*QUADRATIC_TABLE, strict=True)
    matrix = declared(list(rows), weights=weights)
    asked = Intervals(kind=IntervalKind.KRIPPENDORFF, resamples=500, seed=7)
    found = measured(matrix, intervals=asked)
    for name in NAMES:
        interval = found[name].interval
        assert (interval is not None) is name.startswith("krippendorff_alpha_")
        if interval is not None:
            assert (interval.method, interval.resamples) == ("krippendorff_bootstrap", 500)
            assert found[name].value == pytest.approx((interval.low + interval.high) / 2, abs=0.1)
    assert found == measured(matrix, intervals=asked)
    none = measured(matrix, intervals=Intervals(kind=IntervalKind.NONE))
    assert {result.interval for result in none.values()} == {None}


def test_krippendorffs_bootstrap_tells_where_missing_values_put_it_beside_alpha() -> None:
    """Pairs that agree less in units with fewer values: the draws take them as no weightier than the others."""
    asked = Intervals(kind=IntervalKind.KRIPPENDORFF, resamples=200)
    rows = [[1, 1, 1, 1], [2, 2, 2, 2], [1, 2, None, None], [2, 1, None, None]] * 50
    found = measured(ReliabilityMatrix.of(rows), intervals=asked)
    alpha = found["krippendorff_alpha_nominal"]
    assert alpha.interval is not None
    assert alpha.value is not None
    assert alpha.value < alpha.interval.low
    assert alpha.reason.startswith("values are missing: this interval")
    assert found["fleiss_kappa"].reason == ""
    whole = measured(ReliabilityMatrix.of([row for row in rows if None not in row]), intervals=asked)
    assert whole["krippendorff_alpha_nominal"].reason == ""


def test_every_column_has_a_name() -> None:
    with pytest.raises(ValueError, match="1 names for 2 coders"):
        measure_matrix(ReliabilityMatrix.of([["a", "a"]]), coders=("A",))
