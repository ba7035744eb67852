# SPDX-License-Identifier: MIT
"""The best alignment against every alignment there is, and the laws that its disorder keeps."""

import random

import numpy as np
import pytest
from agreement.gamma.continua_made import Unit, continuum, crowds
from agreement.gamma.naive import best_cuts
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.gamma import alignment as module
from annotator.agreement.gamma.alignment import align, is_tied
from annotator.agreement.gamma.dissimilarity import Dissimilarity, TooManyCandidates

EVEN = Dissimilarity(alpha=1, beta=1)

sizes = st.sampled_from([(2, 9), (3, 8), (4, 7), (5, 6)])
weights = st.tuples(st.integers(0, 3), st.integers(0, 3))


def disorder(units: list[Unit], *, coders: str, dissimilarity: Dissimilarity = EVEN) -> float:
    (found,) = align(continuum(units, coders=coders), dissimilarity=dissimilarity).disorders
    return float(found)


@settings(deadline=None, max_examples=150)
@given(data=st.data(), size=sizes, given_weights=weights)
def test_disorder_and_fewest_alignments_are_those_of_all_alignments(
    data: st.DataObject, size: tuple[int, int], given_weights: tuple[int, int]
) -> None:
    coders, most = size
    alpha, beta = given_weights
    units = data.draw(crowds(coders=coders, most=most))
    least, cuts = best_cuts(units, coders=coders, alpha=alpha, beta=beta)
    dissimilarity = Dissimilarity(alpha=alpha, beta=beta)
    found = align(continuum(units, coders="ABCDEFGH"[:coders]), dissimilarity=dissimilarity)
    assert found.disorders[0] == pytest.approx(float(least), rel=0, abs=1e-9)
    assert found.number == min(map(len, cuts))


@settings(deadline=None, max_examples=100)
@given(data=st.data(), size=sizes)
def test_a_tie_is_told_exactly_where_there_is_one(data: st.DataObject, size: tuple[int, int]) -> None:
    coders, most = size
    units = data.draw(crowds(coders=coders, most=most))
    _, cuts = best_cuts(units, coders=coders)
    found = align(continuum(units, coders="ABCDEFGH"[:coders]), dissimilarity=EVEN)
    assert is_tied(found, dissimilarity=EVEN) == (len(cuts) > 1)


def test_two_units_too_unlike_for_a_pair_may_meet_in_a_larger_alignment() -> None:
    """Leaving out pairs of d above 2 is right for two coders and wrong for more."""
    generator = random.Random(8)
    wrong = 0
    for _ in range(60):
        units = [
            (coder, start, start + generator.randint(2, 9), generator.choice("xy"))
            for coder in "ABC"
            for start in generator.sample(range(12), 2)
        ]
        least, cuts = best_cuts(units, coders=3)
        assert disorder(units, coders="ABC") == pytest.approx(float(least), rel=0, abs=1e-9)
        near = [cut for cut in cuts if all(_near(unitary) for unitary in cut)]
        wrong += not near
    assert wrong > 0


def _near(unitary: tuple[Unit, ...]) -> bool:
    units = continuum(unitary, coders="ABC")
    indices = np.arange(len(units))
    one, two = np.meshgrid(indices, indices)
    return bool((EVEN.combined(units, one.ravel(), two.ravel()) <= 2).all())


@settings(deadline=None)
@given(data=st.data(), coders=st.integers(2, 4), offset=st.sampled_from([1, 1_000, 20_000_000, 10**12]))
def test_where_the_text_begins_changes_nothing(data: st.DataObject, coders: int, offset: int) -> None:
    """Not even far beyond what single precision holds."""
    units = data.draw(crowds(coders=coders, most=12))
    moved = [(coder, start + offset, end + offset, code) for coder, start, end, code in units]
    team = "ABCD"[:coders]
    assert disorder(moved, coders=team) == disorder(units, coders=team)


@settings(deadline=None)
@given(data=st.data(), coders=st.integers(2, 5))
def test_the_order_of_coders_changes_nothing(data: st.DataObject, coders: int) -> None:
    units = data.draw(crowds(coders=coders, most=14))
    team = "ABCDE"[:coders]
    names = dict(zip(team, data.draw(st.permutations(team)), strict=True))
    renamed = [(names[coder], start, end, code) for coder, start, end, code in units]
    assert disorder(renamed, coders=team) == pytest.approx(disorder(units, coders=team), rel=0, abs=1e-9)


@settings(deadline=None)
@given(units=crowds(coders=1, most=6), coders=st.integers(2, 5))
def test_identical_coders_have_no_disorder(units: list[Unit], coders: int) -> None:
    everyone = [(coder, start, end, code) for coder in "ABCDE"[:coders] for _, start, end, code in units]
    assert disorder(everyone, coders="") == 0


@settings(deadline=None)
@given(documents=st.lists(st.one_of(st.just([]), crowds(coders=3, most=8)), min_size=1, max_size=6))
def test_documents_are_aligned_each_by_itself(documents: list[list[Unit]]) -> None:
    together = align(continuum(*documents, coders="ABC"), dissimilarity=EVEN).disorders
    for found, units in zip(together, documents, strict=True):
        if units:
            assert found == pytest.approx(disorder(units, coders="ABC"), rel=0, abs=1e-12)
        else:
            assert np.isnan(found)


def test_documents_in_batches_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = random.Random(3)
    documents = [
        [(coder, float(start), float(start + 5), "x") for coder in "AB" for start in generator.sample(range(40), 5)]
        for _ in range(20)
    ]
    units = continuum(*documents)
    whole = align(units, dissimilarity=EVEN)
    monkeypatch.setattr(module, "UNITS_AT_ONCE", 25)
    assert 5 < len(module.batches(units)) < 20
    pieces = align(units, dissimilarity=EVEN)
    np.testing.assert_array_equal(pieces.disorders, whole.disorders)
    assert pieces.number == whole.number


def test_documents_too_large_together_are_halved(monkeypatch: pytest.MonkeyPatch) -> None:
    document = [(coder, float(start), start + 8.0, "x") for coder in "ABC" for start in range(0, 50, 5)]
    documents = [document] * 5
    whole = align(continuum(*documents), dissimilarity=EVEN)
    asked = []

    def counted(units: object, *, dissimilarity: Dissimilarity) -> object:
        asked.append(len(np.unique(units.homes)))  # type: ignore[attr-defined]  # a continuum
        if asked[-1] > 1:
            raise TooManyCandidates
        return found(units, dissimilarity=dissimilarity)  # type: ignore[arg-type]  # a continuum

    found = module.candidates
    monkeypatch.setattr(module, "candidates", counted)
    halved = align(continuum(*documents), dissimilarity=EVEN)
    np.testing.assert_array_equal(halved.disorders, whole.disorders)
    np.testing.assert_array_equal(halved.rows >= 0, whole.rows >= 0)
    assert max(asked) == 5
    monkeypatch.setattr(module, "candidates", _never)
    with pytest.raises(TooManyCandidates):
        align(continuum(document), dissimilarity=EVEN)


def _never(units: object, *, dissimilarity: Dissimilarity) -> object:
    raise TooManyCandidates
