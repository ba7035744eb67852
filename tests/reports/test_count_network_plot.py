# SPDX-License-Identifier: MIT
from math import hypot

import pytest
from reports.made_counts import EDGES, EVERY

from annotator.reports.count_network_plot import MOST_ACTORS, actors_in_order, circle
from annotator.reports.count_plots import count_figure
from annotator.reports.count_table import DrawnTie


def test_the_heaviest_comes_first_and_who_is_tied_to_it_next():
    assert actors_in_order([tie for tie in EDGES if tie.coder == "Anna"])[:2] == ["Ada", "China"]
    assert actors_in_order([]) == []


def test_so_many_actors_as_can_be_told_apart():
    ties = [DrawnTie("Anna", f"{number}", "all", "Trust", None, number) for number in range(100)]
    found = actors_in_order(ties)
    assert len(found) == MOST_ACTORS
    assert found[0] == "all"
    assert found == actors_in_order(list(reversed(ties)))


def test_actors_lie_on_a_circle():
    places = circle(["a", "b", "c", "d"])
    assert places["a"] == pytest.approx((0, 1))
    assert places["b"] == pytest.approx((1, 0))
    assert all(hypot(*each) == pytest.approx(1) for each in places.values())
    assert circle([]) == {}


def test_ties_bear_their_weight():
    svg = count_figure(EVERY[-1], picture_format="svg").decode()
    for words in ("Trust 5", "Trust 1.5", "Ada", "China", "positive", "negative", "no sign"):
        assert words in svg
