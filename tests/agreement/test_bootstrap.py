# SPDX-License-Identifier: MIT
"""Documents drawn with replacement: the draws, the interval, and whether it holds the truth as often as it says."""

import numpy as np
import pytest
from agreement.made import document

from annotator.agreement import DocumentCodings
from annotator.agreement.bootstrap import (
    METHOD,
    Drawing,
    IntervalStatus,
    Resampled,
    counts_drawn,
    interval_of,
    with_intervals,
)
from annotator.agreement.measuring import results, sweep
from annotator.agreement.question import Question
from annotator.agreement.sums import PairSums

ALPHA = "krippendorff_alpha_nominal"


def drawing(*, resamples: int = 2000, seed: int = 1, **clusters: str) -> Drawing:
    return Drawing(resamples=resamples, seed=seed, level=0.95, clusters=clusters)


def several(*, seed: int = 1, number: int = 12) -> list[DocumentCodings]:
    """Documents of one sentence run each, in which B misses and shifts some of A's spans."""
    generator = np.random.default_rng(seed)
    made = []
    for place in range(number):
        own = [(start, start + 8) for start in range(0, 90, 15) if generator.random() < 0.6]
        other = [(start + int(generator.integers(0, 4)), end) for start, end in own if generator.random() < 0.7]
        made.append(document({("A", "trust"): own, ("B", "trust"): other}, name=f"d{place}", length=100))
    return made


def alpha_of(documents: list[DocumentCodings], *, drawn: Drawing):
    swept = sweep(documents, coders="AB", codes=["trust"], unit="character")
    [found] = results(swept, measures=[ALPHA], drawing=drawn)
    return found


def test_every_line_of_counts_draws_as_many_clusters_as_there_are() -> None:
    drawn = np.concatenate(list(counts_drawn(7, resamples=500, seed=3)))
    assert drawn.shape == (500, 7)
    assert set(drawn.sum(axis=1)) == {7.0}
    assert drawn.mean() == pytest.approx(1)
    assert drawn.var() == pytest.approx(6 / 7, rel=0.1)


def test_the_stream_does_not_depend_on_how_much_is_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = np.concatenate(list(counts_drawn(9, resamples=100, seed=5)))
    monkeypatch.setattr("annotator.agreement.bootstrap._CELLS", 40)
    blocks = list(counts_drawn(9, resamples=100, seed=5))
    assert len(blocks) == 25
    assert np.array_equal(np.concatenate(blocks), whole)


def test_the_same_seed_gives_the_same_interval_and_another_one_another() -> None:
    documents = several()
    first, again = alpha_of(documents, drawn=drawing()), alpha_of(documents, drawn=drawing())
    assert first == again
    assert first.interval is not None
    assert first.interval.low < first.value < first.interval.high
    assert (first.interval.method, first.interval.resamples, first.interval.level) == (METHOD, 2000, 0.95)
    assert first.settings["seed"] == 1
    assert first.settings["clusters"] == 12
    assert first.settings["below_0.667"] == first.interval.below[0.667]
    assert alpha_of(documents, drawn=drawing(seed=2)).interval != first.interval


def test_resampled_sums_are_those_of_the_documents_drawn_by_hand() -> None:
    documents = several(number=4)
    [counts] = counts_drawn(4, resamples=50, seed=1)
    by_hand = []
    for line in counts.astype(int):
        drawn = [
            DocumentCodings(f"{place} {copy}", each.length, each.finished, each.spans)
            for place, each in enumerate(documents)
            for copy in range(line[place])
        ]
        by_hand.append(alpha_of(drawn, drawn=drawing(resamples=0)).value)
    low, high = np.quantile([value for value in by_hand if value is not None], [0.025, 0.975])
    interval = alpha_of(documents, drawn=drawing(resamples=50)).interval
    assert interval is not None
    assert (interval.low, interval.high) == (pytest.approx(low, abs=1e-12), pytest.approx(high, abs=1e-12))


def test_near_identical_documents_are_drawn_as_one() -> None:
    documents = several(number=6)
    alone = alpha_of(documents, drawn=drawing())
    paired = alpha_of(documents, drawn=drawing(d0="d0", d1="d0"))
    assert (alone.settings["clusters"], paired.settings["clusters"]) == (6, 5)
    assert alone.value == paired.value
    assert alone.interval != paired.interval


def test_a_cluster_named_like_a_document_is_not_that_document() -> None:
    groups = drawing(a="b").groups(["a", "b", "c"])
    assert len(set(groups.tolist())) == 3


@pytest.mark.parametrize("clusters", [{}, {"d3": "twins", "d7": "twins"}])
def test_the_order_in_which_documents_come_changes_no_interval(clusters: dict[str, str]) -> None:
    documents = several()
    found = alpha_of(documents, drawn=drawing(**clusters))
    again = alpha_of(documents[5:] + documents[4::-1], drawn=drawing(**clusters))
    assert found.interval is not None
    assert again.interval == found.interval


def test_one_document_has_no_interval_and_says_so() -> None:
    found = alpha_of(several(number=1), drawn=drawing())
    assert found.value is not None
    assert found.interval is None
    assert found.settings["interval_status"] == "no_interval_few_documents"
    together = alpha_of(several(number=2), drawn=drawing(d0="one", d1="one"))
    assert together.settings["interval_status"] == "no_interval_few_documents"


def test_undefined_resamples_are_dropped_and_counted_up_to_one_in_twenty() -> None:
    values = np.full(1000, 0.5)
    values[:50] = np.nan
    interval, status = interval_of(values, level=0.9)
    assert status is IntervalStatus.OK
    assert interval is not None
    assert (interval.resamples, interval.undefined, interval.low, interval.high) == (950, 50, 0.5, 0.5)
    values[:51] = np.nan
    assert interval_of(values, level=0.9) == (None, IntervalStatus.UNSTABLE)
    assert interval_of(np.full(3, np.nan), level=0.9) == (None, IntervalStatus.UNSTABLE)


def test_a_code_in_one_of_many_documents_is_unstable() -> None:
    documents = [document({("A", "trust"): [(0, 5)], ("B", "trust"): [(0, 4)]}, name="d0")]
    documents += [document({}, name=f"d{place}") for place in range(1, 20)]
    found = alpha_of(documents, drawn=drawing())
    assert found.value is not None
    assert found.interval is None
    assert found.settings["interval_status"] == "no_interval_unstable"


def test_nothing_is_drawn_where_nothing_is_asked() -> None:
    numbers = PairSums(*(np.array([1, 2]) for _ in range(4)))
    found = Resampled(drawing(resamples=0)).intervals([numbers], documents=["a", "b"], formulas=[lambda _: np.array(1)])
    assert found == [(None, IntervalStatus.NOT_ASKED)]


def test_a_question_says_how_to_draw() -> None:
    asked = Question(coders=("A",), codes=("trust",), resamples=7, seed=9, level=0.8, clusters={"a": "b"})
    assert Drawing.of(asked) == Drawing(resamples=7, seed=9, level=0.8, clusters={"a": "b"})


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    """A percentile interval of 40 clusters falls a little short of its level: 88 to 99 in 100 will do."""
    truth = alpha_of(several(seed=0, number=3000), drawn=drawing(resamples=0)).value
    assert truth is not None
    held = 0
    for seed in range(1, 201):
        interval = alpha_of(several(seed=seed, number=40), drawn=drawing(resamples=500, seed=seed)).interval
        assert interval is not None
        held += interval.low <= truth <= interval.high
    assert 0.88 <= held / 200 <= 0.99


def test_shares_below_the_thresholds_are_of_the_same_draws() -> None:
    interval, _ = interval_of(np.array([0.6, 0.7, 0.75, 0.9]), level=0.95)
    assert interval is not None
    assert interval.below == {0.667: 0.25, 0.8: 0.75}


def test_results_without_a_value_or_without_draws_stay_as_they_are() -> None:
    swept = sweep([document({})], coders="AB", codes=["trust"], unit="character")
    [silent] = results(swept, measures=[ALPHA])
    numbers = swept.codes["trust"].per_document()
    assert with_intervals([silent], numbers=numbers, formulas=[lambda sums: sums.share], drawing=drawing()) == [silent]
    [percent] = results(swept, measures=["percent"])
    assert with_intervals([percent], numbers=numbers, formulas=[lambda sums: sums.share], drawing=None) == [percent]
