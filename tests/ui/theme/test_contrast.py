# SPDX-License-Identifier: MIT
"""Contrast as WCAG counts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.theme.contrast import luminance, nudged, ratio

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_known_values() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert luminance("#FFFFFF") == pytest.approx(1)


@given(COLOURS, COLOURS)
def test_order_does_not_matter(one: str, other: str) -> None:
    assert ratio(one, other) == pytest.approx(ratio(other, one))
    assert 1 <= ratio(one, other) <= 21.0001


@given(COLOURS, st.sampled_from(["#FFFFFF", "#1F2023", "#FAF9F7"]))
def test_a_nudged_colour_has_enough(colour: str, ground: str) -> None:
    assert ratio(nudged(colour, against=ground), ground) >= 3


def test_a_colour_that_has_enough_is_left_alone() -> None:
    assert nudged("#009265", against="#FFFFFF") == "#009265"
