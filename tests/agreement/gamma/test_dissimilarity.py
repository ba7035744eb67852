# SPDX-License-Identifier: MIT
"""The dissimilarity by hand, and the near pairs against all pairs."""

from itertools import product

import numpy as np
import pytest
from agreement.gamma.continua_made import Unit, continuum, crowds
from agreement.gamma.naive import dissimilarity as naive_dissimilarity
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.agreement.gamma import dissimilarity as module
from annotator.agreement.gamma.dissimilarity import Dissimilarity, TooManyCandidates, near_pairs, places_in_runs


def test_by_hand() -> None:
    # Offsets 2 and 4, lengths 10 and 12: (6 / 22)^2.
    units = continuum([("A", 10.0, 20.0, "x"), ("B", 12.0, 24.0, "y")])
    one, two = np.array([0]), np.array([1])
    assert module.positional(units, one, two).tolist() == [(6 / 22) ** 2]
    assert module.categorical(units, one, two).tolist() == [1]
    assert Dissimilarity(alpha=3, beta=2).combined(units, one, two).tolist() == [3 * (6 / 22) ** 2 + 2]


@settings(deadline=None, max_examples=200)
@given(
    documents=st.lists(st.one_of(st.just([]), crowds(coders=3, most=8)), min_size=1, max_size=4),
    alpha=st.sampled_from([0, 1, 3]),
    beta=st.sampled_from([0, 1]),
    most=st.sampled_from([2, 5, 9]),
)
@example(documents=[[("B", 0.0, 1.0, "x")], [("A", 0.0, 9.0, "x")]], alpha=1, beta=1, most=5)
def test_near_pairs_are_all_pairs_that_are_near(documents: list[list[Unit]], alpha: int, beta: int, most: int) -> None:
    units = continuum(*documents, coders="ABC")
    found = near_pairs(units, dissimilarity=Dissimilarity(alpha=alpha, beta=beta), most=most)
    rows = [(home, *unit) for home, document in enumerate(documents) for unit in sorted(document)]
    places = {row: place for place, row in enumerate(sorted(rows, key=lambda row: (row[0], row[1:])))}
    expected = {
        (places[one], places[two])
        for one, two in product(rows, rows)
        if one[0] == two[0] and one[1] < two[1]
        if naive_dissimilarity(one[1:], two[1:], alpha=alpha, beta=beta) <= most
    }
    pairs = list(zip(found.first.tolist(), found.second.tolist(), strict=True))
    # A pair that lies exactly on the bound may fall on either side of it.
    doubtful = {
        (places[one], places[two])
        for one, two in product(rows, rows)
        if abs(naive_dissimilarity(one[1:], two[1:], alpha=alpha, beta=beta) - most) < 1e-9
    }
    assert len(pairs) == len(set(pairs))
    assert set(pairs) - doubtful == expected - doubtful


def test_too_many_pairs_are_counted_and_not_built(monkeypatch: pytest.MonkeyPatch) -> None:
    units = continuum([(coder, float(start), start + 3.0, "x") for coder in "AB" for start in range(20)])
    monkeypatch.setattr(module, "MOST_PAIRS", 30)
    with pytest.raises(TooManyCandidates):
        near_pairs(units, dissimilarity=Dissimilarity(alpha=1, beta=1), most=2)


def test_places_in_runs() -> None:
    assert places_in_runs(np.array([2, 0, 3])).tolist() == [0, 1, 0, 1, 2]
