# SPDX-License-Identifier: MIT
"""The candidates against every tuple there is, by the two bounds from their definitions."""

from itertools import combinations
from math import comb

import pytest
from agreement.gamma.continua_made import Unit, continuum, crowds
from agreement.gamma.naive import cost, dissimilarity
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.gamma import candidates as module
from annotator.agreement.gamma.candidates import Tuples, blocks, candidates
from annotator.agreement.gamma.dissimilarity import Dissimilarity, TooManyCandidates

EVEN = Dissimilarity(alpha=1, beta=1)
CLOSE = 1e-9


@settings(deadline=None, max_examples=80)
@given(data=st.data(), coders=st.integers(2, 5), block=st.sampled_from([1, 7, 200_000]))
def test_exactly_the_tuples_within_both_bounds(data: st.DataObject, coders: int, block: int) -> None:
    units = sorted(data.draw(crowds(coders=coders, most=10)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", block)
        found = candidates(continuum(units, coders="ABCDE"[:coders]), dissimilarity=EVEN)
    costs = {
        tuple(unit for unit in row if unit >= 0): value
        for row, value in zip(found.members.tolist(), found.costs.tolist(), strict=True)
    }
    assert len(costs) == len(found)
    for members in every_tuple(units):
        chosen = [units[place] for place in members]
        room = slack(chosen, coders=coders)
        if abs(room) > CLOSE:
            assert (members in costs) == (room > 0)
        if members in costs:
            assert costs.pop(members) == pytest.approx(float(cost(chosen, coders=coders, alpha=1, beta=1)))
    assert not costs


def every_tuple(units: list[Unit]) -> list[tuple[int, ...]]:
    return [
        members
        for size in range(2, 6)
        for members in combinations(range(len(units)), size)
        if len({units[place][0] for place in members}) == size
    ]


def slack(chosen: list[Unit], *, coders: int) -> float:
    """How far the tuple stays within the bound that it comes nearest to; below 0 it breaks one."""
    size = len(chosen)
    rooms = [float(size - cost(chosen, coders=coders, alpha=1, beta=1))]
    for one in chosen:
        away = sum(dissimilarity(one, other, alpha=1, beta=1) for other in chosen if other is not one)
        rooms.append(float(comb(coders, 2) + size - 1 - away))
    return min(rooms)


@pytest.mark.parametrize(("limit", "number"), [("MOST_CANDIDATES", 100), ("MOST_PAIRS", 500)])
def test_too_many_are_refused(monkeypatch: pytest.MonkeyPatch, limit: str, number: int) -> None:
    crowd = [(coder, float(start), start + 30.0, "x") for coder in "ABCD" for start in range(5)]
    assert len(candidates(continuum(crowd), dissimilarity=EVEN)) == 6**4 - 4 * 5 - 1
    monkeypatch.setattr(module, limit, number)
    with pytest.raises(TooManyCandidates):
        candidates(continuum(crowd), dissimilarity=EVEN)


def test_too_many_are_refused_before_the_last_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    crowd = [(coder, float(start), start + 30.0, "x") for coder in "ABC" for start in range(5)]
    # 5 + 25 + 5 tuples of the first two coders: too many only once those of one unit are counted.
    for limit in (20, 32):
        monkeypatch.setattr(module, "MOST_CANDIDATES", limit)
        with pytest.raises(TooManyCandidates):
            candidates(continuum(crowd), dissimilarity=EVEN)


def test_blocks_cover_everything_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK", 10)
    counts = continuum([("A", 0.0, 1.0, "x")]).homes.repeat(7) + 4
    found = blocks(counts)
    assert [place for block in found for place in range(7)[block]] == list(range(7))
    assert len(found) > 1
    assert blocks(counts[:0]) == []


def test_none_and_moved() -> None:
    assert len(Tuples.none(3)) == 0
    found = candidates(continuum([("A", 0.0, 5.0, "x"), ("B", 0.0, 5.0, "x")], coders="ABC"), dissimilarity=EVEN)
    assert found.moved(10).members.tolist() == [[10, 11, -1]]
    assert found.costs.tolist() == [pytest.approx(2 / 3)]
