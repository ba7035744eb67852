# SPDX-License-Identifier: MIT
import pytest

from annotator.ui.text_view.metrics import metrics_for


def test_three_lanes_at_the_usual_size_take_thirteen_pixels() -> None:
    metrics = metrics_for(lanes=3, text_px=17, strong=False)
    assert (metrics.thickness, metrics.gap, metrics.pitch, metrics.room) == (3, 1, 4, 13)
    assert [metrics.lane_top(lane) for lane in range(3)] == [1, 5, 9]


def test_ten_lanes_take_forty_one() -> None:
    assert metrics_for(lanes=10, text_px=17, strong=False).room == 41


@pytest.mark.parametrize(("asked", "given"), [(0, 2), (6, 6), (40, 10)])
def test_the_number_of_lanes_is_held_in_bounds(asked: int, given: int) -> None:
    assert metrics_for(lanes=asked, text_px=17, strong=False).lanes == given


def test_lanes_grow_with_the_letters_and_in_high_contrast() -> None:
    assert metrics_for(lanes=3, text_px=34, strong=False).thickness > 3
    assert metrics_for(lanes=3, text_px=17, strong=True).thickness == 4
