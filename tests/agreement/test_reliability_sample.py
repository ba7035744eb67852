# SPDX-License-Identifier: MIT
from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.reliability_sample import Stratum, allocated, draw

NAMES = [f"d{number}" for number in range(40)]
sizes_of_strata = st.dictionaries(st.text(max_size=3), st.integers(1, 60), min_size=1, max_size=8)


def test_the_order_is_that_of_the_hashes() -> None:
    expected = sorted(NAMES, key=lambda name: sha256(f"7:{name}".encode()).hexdigest())
    assert draw(NAMES, number=40, seed=7).documents == tuple(expected)
    assert draw(NAMES, number=3, seed=7).documents == ("d21", "d18", "d17")


@given(st.sets(st.text(max_size=4), min_size=1, max_size=12), st.integers(), st.data())
def test_a_draw_is_repeatable_and_holds_the_smaller_ones(names: set[str], seed: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(names)))
    shuffled = data.draw(st.permutations(sorted(names)))
    drawn = draw(shuffled, number=number, seed=seed)
    assert drawn == draw(sorted(names), number=number, seed=seed)
    assert len(set(drawn.documents)) == number
    assert set(drawn.documents) <= names
    assert draw(names, number=len(names), seed=seed).documents[:number] == drawn.documents


def test_documents_that_are_added_move_no_other() -> None:
    before = draw(NAMES, number=40, seed=3).documents
    after = draw([*NAMES, "new"], number=41, seed=3).documents
    assert tuple(name for name in after if name != "new") == before


def test_every_document_is_drawn_about_as_often() -> None:
    drawn = Counter(name for seed in range(2000) for name in draw(NAMES, number=10, seed=seed).documents)
    assert set(drawn) == set(NAMES)
    assert all(400 < times < 600 for times in drawn.values())  # 500 expected, standard deviation 19


def test_strata_get_their_share() -> None:
    strata = {name: "weekly" if number < 10 else "daily" for number, name in enumerate(NAMES)}
    drawn = draw(NAMES, number=8, seed=1, strata=strata)
    assert drawn.strata == (Stratum("daily", 30, 6), Stratum("weekly", 10, 2))
    assert Counter(strata[name] for name in drawn.documents) == {"daily": 6, "weekly": 2}


@pytest.mark.parametrize(
    ("sizes", "number", "shares"),
    [
        ({"a": 10, "b": 10}, 5, {"a": 3, "b": 2}),
        ({"a": 50, "b": 30, "c": 20}, 10, {"a": 5, "b": 3, "c": 2}),
        ({"a": 47, "b": 16, "c": 37}, 10, {"a": 5, "b": 1, "c": 4}),
        ({"a": 98, "b": 1, "c": 1}, 10, {"a": 8, "b": 1, "c": 1}),
        ({"a": 1, "b": 1, "c": 98}, 3, {"a": 1, "b": 1, "c": 1}),
        ({"a": 2, "b": 3}, 5, {"a": 2, "b": 3}),
    ],
)
def test_largest_remainder(sizes: dict[str, int], number: int, shares: dict[str, int]) -> None:
    assert allocated(sizes, number=number) == shares


@given(sizes_of_strata, st.data())
def test_shares_add_up_and_every_stratum_has_one(sizes: dict[str, int], data: st.DataObject) -> None:
    number = data.draw(st.integers(len(sizes), sum(sizes.values())))
    shares = allocated(sizes, number=number)
    assert sum(shares.values()) == number
    for name, share in shares.items():
        quota = number * sizes[name] / sum(sizes.values())
        assert 1 <= share <= sizes[name]
        assert share < quota + 1 or share == 1


def test_of_near_identical_documents_one_can_be_drawn() -> None:
    group = ["d18", "d17", "d21"]  # the first three with this seed
    drawn = draw(NAMES, number=38, seed=7, near_identical=[group, ["elsewhere", "d2"]])
    assert set(drawn.documents).intersection(group) == {"d21"}
    assert drawn.strata == (Stratum("", 38, 38),)
    with pytest.raises(ValueError, match="the 38 documents can be drawn, not 39"):
        draw(NAMES, number=39, seed=7, near_identical=[group])


@pytest.mark.parametrize("number", [0, -1, 41])
def test_numbers_that_cannot_be_drawn(number: int) -> None:
    with pytest.raises(ValueError, match="can be drawn, not"):
        draw(NAMES, number=number, seed=1)


def test_wrong_arguments() -> None:
    with pytest.raises(ValueError, match="can be drawn, not"):
        draw([], number=1, seed=1)
    with pytest.raises(ValueError, match="given twice"):
        draw(["a", "a"], number=1, seed=1)
    with pytest.raises(ValueError, match="b has no stratum"):
        draw(["a", "b"], number=1, seed=1, strata={"a": "x"})
    with pytest.raises(ValueError, match="two groups"):
        draw(["a", "b", "c"], number=1, seed=1, near_identical=[["a", "b"], ["b", "c"]])
    with pytest.raises(ValueError, match="from 2 to 2 of the 2 documents of 2 strata"):
        draw(["a", "b"], number=1, seed=1, strata={"a": "x", "b": "y"})
