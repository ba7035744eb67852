# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.gamma.continua_made import continuum

from annotator.agreement.gamma.sampler import Sampler, gaps_of

ONE = [
    ("A", 4.0, 10.0, "x"),
    ("A", 8.0, 12.0, "y"),
    ("A", 20.0, 30.0, "x"),
    ("B", 0.0, 10.0, "x"),
]
TWO = [("A", 5.0, 6.0, "z")]
UNITS = continuum(ONE, TWO, coders="AB")


def test_gaps_by_hand() -> None:
    # A begins at 4, steps back 2, forward 8; B begins at 0, which is no gap; and one 0 for each document.
    gaps, homes = gaps_of(UNITS)
    assert sorted(zip(homes.tolist(), gaps.tolist(), strict=True)) == [(0, -2), (0, 0), (0, 4), (0, 8), (1, 0), (1, 5)]


def test_means_and_deviations_by_hand() -> None:
    sampler = Sampler.of(UNITS)
    assert sampler.numbers.mean.tolist() == [2, 0.5]
    assert sampler.numbers.deviation.tolist() == [1, 0.5]
    assert sampler.gaps.mean.tolist() == [2.5, 2.5]
    assert sampler.gaps.deviation.tolist() == pytest.approx([np.std([-2, 0, 4, 8]), 2.5])
    assert sampler.lengths.mean.tolist() == [7.5, 1]
    assert sampler.lengths.deviation.tolist() == pytest.approx([np.std([6, 4, 10, 10]), 0])


def test_the_same_seed_and_index_give_the_same_whatever_came_before() -> None:
    sampler = Sampler.of(UNITS)
    alone = sampler.sample(7, seed=3)
    for index in range(7):
        assert sampler.sample(index, seed=3).starts.tolist() != alone.starts.tolist()
    again = Sampler.of(UNITS).sample(7, seed=3)
    for one, two in ((alone.starts, again.starts), (alone.ends, again.ends), (alone.kinds, again.kinds)):
        np.testing.assert_array_equal(one, two)
    assert sampler.sample(7, seed=4).starts.tolist() != alone.starts.tolist()


def test_what_is_drawn_follows_the_data() -> None:
    sampler = Sampler.of(UNITS)
    drawn = [sampler.sample(index, seed=1) for index in range(2000)]
    counts = np.array([sample.counts for sample in drawn])
    assert (counts[:, :, 0] >= 1).all()
    # Numbers are cut off towards 0: a mean of 2 becomes about 1.5; B draws a second one's place freely.
    numbers = np.abs(np.trunc(np.random.default_rng(0).normal(2, 1, 100_000)))
    assert counts[:, 0, 1].mean() == pytest.approx(numbers.mean(), abs=0.1)
    kinds = np.concatenate([sample.kinds[sample.homes == 0] for sample in drawn])
    assert np.bincount(kinds, minlength=3) / len(kinds) == pytest.approx([0.75, 0.25, 0], abs=0.03)
    others = np.concatenate([sample.kinds[sample.homes == 1] for sample in drawn])
    assert set(others.tolist()) == {2}
    lengths = np.concatenate([sample.lengths[sample.homes == 0] for sample in drawn])
    assert (lengths > 0).all()
    assert lengths.mean() == pytest.approx(7.5, abs=0.15)
    gaps = np.concatenate([gaps_within(sample.starts, sample.ends, sample.homes, sample.coders) for sample in drawn])
    assert gaps.mean() == pytest.approx(2.5, abs=0.2)
    assert gaps.std() == pytest.approx(np.std([-2, 0, 4, 8]), abs=0.2)


def gaps_within(starts: np.ndarray, ends: np.ndarray, homes: np.ndarray, coders: np.ndarray) -> np.ndarray:
    """Gaps between units of one coder of the first document, the first one from 0."""
    found = []
    for coder in (0, 1):
        own = (homes == 0) & (coders == coder)
        found.append(starts[own] - np.append(0, ends[own])[:-1])
    return np.concatenate(found)


def test_without_variation_all_coders_draw_alike() -> None:
    sampler = Sampler.of(continuum([(coder, 0.0, 7.0, "x") for coder in "ABC"]))
    sample = sampler.sample(0, seed=1)
    assert sample.starts.tolist() == [0, 0, 0]
    assert sample.ends.tolist() == [7, 7, 7]


def test_a_document_without_units_is_refused() -> None:
    with pytest.raises(ValueError, match="without units"):
        Sampler.of(continuum(ONE, []))
