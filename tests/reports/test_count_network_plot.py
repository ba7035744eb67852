# SPDX-License-Identifier: MIT
from math import hypot
from xml.etree import ElementTree

import pytest
from reports.made_counts import EDGES, EVERY, counts

from annotator.reports.count_network_plot import MOST_ACTORS, actors_in_order, circle
from annotator.reports.count_plots import count_figure
from annotator.reports.count_table import CountKind, DrawnTie


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


def test_codes_that_begin_alike_are_told_apart_and_ties_to_oneself_lie_apart():
    codes = ("Evidence of trust", "Evidence of mistrust")
    ties = [DrawnTie("Anna", "Bo", "Bo", code, 1, 2) for code in codes]
    svg = count_figure(counts(CountKind.NETWORK, edges=ties), picture_format="svg")
    places = {
        "".join(each.itertext()): each.get("transform") or each.get("y")
        for each in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    }
    first, second = (places[f"{code} 2"] for code in codes)
    assert first != second


def test_actors_that_have_no_room_are_counted():
    ties = [DrawnTie("Anna", "Bo", f"actor {number}", "Trust", 1, 2) for number in range(29)]
    svg = count_figure(counts(CountKind.NETWORK, edges=ties), picture_format="svg").decode()
    assert "Shown: 24 of 30 actors; the table has all." in svg
