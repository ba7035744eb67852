# SPDX-License-Identifier: MIT
import pytest
from agreement.made import by_measure, document

from annotator.agreement import Status


def test_two_coders_dice_on_coded_length() -> None:
    found = by_measure([document({("A", "trust"): [(10, 60)], ("B", "trust"): [(40, 80)]})])
    assert found["positive_specific_agreement"].value == pytest.approx(2 * 20 / (50 + 40))


def test_plain_text_does_not_raise_it() -> None:
    spans = {("A", "trust"): [(10, 60)], ("B", "trust"): [(40, 80)]}
    short, long = (by_measure([document(spans, length=length)]) for length in (100, 100_000))
    name = "positive_specific_agreement"
    assert short[name].value == long[name].value


def test_three_coders_sum_over_pairs_before_dividing() -> None:
    """A 10-60, B 40-80, C 50-55: overlaps 20, 5, 5; sums of lengths 90, 55, 45."""
    spans = {("A", "trust"): [(10, 60)], ("B", "trust"): [(40, 80)], ("C", "trust"): [(50, 55)]}
    found = by_measure([document(spans, finished="ABC")], coders="ABC")["positive_specific_agreement"]
    assert found.value == pytest.approx(2 * 30 / 190)


def test_a_code_that_nobody_used_has_none() -> None:
    found = by_measure([document({})])["positive_specific_agreement"]
    assert (found.value, found.status) == (None, Status.NO_VARIATION)


def test_a_code_on_everything_is_full_agreement() -> None:
    spans = {("A", "trust"): [(0, 300)], ("B", "trust"): [(0, 300)]}
    assert by_measure([document(spans)])["positive_specific_agreement"].value == 1.0
