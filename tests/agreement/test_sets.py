# SPDX-License-Identifier: MIT
"""Distances between sets of codes."""

from collections.abc import Collection
from fractions import Fraction

import numpy as np
import pytest
from agreement import naive_sets
from hypothesis import given, strategies

from annotator.agreement.sets import Distance, Sets

sets_of_codes = strategies.frozensets(strategies.sampled_from("ABCDE"))


def between(one: Collection[str], two: Collection[str], distance: Distance) -> float:
    sets = Sets.of([one, two])
    return float(sets.between(np.array([0]), np.array([1]))[distance.place, 0])


@pytest.mark.parametrize("distance", Distance)
def test_nltk_divides_by_zero_on_two_empty_sets_here_their_distance_is_zero(distance: Distance) -> None:
    assert between("", "", distance) == 0
    assert between("", "A", distance) == (1 / 3 if distance is Distance.MASI_DKPRO else 1)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("AB", "AB", Fraction(0)),
        ("A", "AB", Fraction(2, 3)),
        ("AB", "AC", Fraction(8, 9)),
        ("AB", "ABC", 1 - Fraction(2, 3) * Fraction(2, 3)),
        ("AB", "CD", Fraction(1)),
    ],
)
def test_nltk_rounds_thirds_to_hundredths_here_masi_has_exact_thirds(one: str, two: str, expected: Fraction) -> None:
    assert between(one, two, Distance.MASI) == pytest.approx(float(expected), rel=1e-15)


def test_masi_of_dkpro_is_another_distance() -> None:
    assert between("A", "AB", Distance.MASI_DKPRO) == pytest.approx(1 / 6, rel=1e-15)
    assert between("A", "AB", Distance.MASI) == pytest.approx(2 / 3, rel=1e-15)


@given(one=sets_of_codes, two=sets_of_codes)
def test_distances_are_those_of_their_definitions(one: frozenset[str], two: frozenset[str]) -> None:
    definitions = {Distance.NOMINAL: naive_sets.nominal, Distance.JACCARD: naive_sets.jaccard}
    definitions[Distance.MASI] = naive_sets.masi
    for distance, definition in definitions.items():
        assert between(one, two, distance) == pytest.approx(float(definition(one, two)), abs=1e-15)
        assert between(one, two, distance) == between(two, one, distance)


@pytest.mark.parametrize("distance", Distance)
def test_all_distances_at_once_are_those_one_by_one(distance: Distance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.agreement.sets._CELLS", 12)
    sets = Sets.of(["", "A", "B", "AB", "ABC", "CD"])
    square = np.concatenate([block for _, block in sets.rows(distance)])
    first, second = np.divmod(np.arange(36), 6)
    assert square.ravel() == pytest.approx(sets.between(first, second)[distance.place], abs=1e-15)


@given(totals=strategies.lists(strategies.lists(strategies.integers(0, 9), min_size=4, max_size=4), min_size=1))
def test_what_is_expected_by_chance(totals: list[list[int]]) -> None:
    kinds = [frozenset(""), frozenset("A"), frozenset("AB"), frozenset("BC")]
    found = Sets.of(kinds).expected(np.array(totals), distance=Distance.MASI)
    for line, value in zip(totals, found, strict=True):
        pairs = [(one, two) for one in range(4) for two in range(4)]
        expected = sum(line[one] * line[two] * naive_sets.masi(kinds[one], kinds[two]) for one, two in pairs)
        assert value == pytest.approx(float(expected))


def test_no_sets_at_all() -> None:
    sets = Sets.of([])
    assert len(sets) == 0
    assert sets.between(np.array([], dtype=np.int64), np.array([], dtype=np.int64)).shape == (4, 0)
    assert sets.expected(np.zeros(0), distance=Distance.MASI) == 0
