# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.made import document

from annotator.agreement import Question, Result
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.matrix_measuring import measure_matrix
from annotator.agreement.measuring import results
from annotator.agreement.other_intervals import WITH_ERROR, matrix_of, with_gwet, with_krippendorff
from annotator.agreement.swept import Swept, sweep

ASKED = Question(coders=("A", "B", "C"), codes=("trust",), unit="sentence", resamples=400)
SENTENCES = [(place, place + 10) for place in range(0, 100, 10)]


def swept(unit: str = "sentence") -> Swept:
    documents = [
        document(
            {("A", "trust"): [(0, 35)], ("B", "trust"): [(0, 25)], ("C", "trust"): [(20, 55)]},
            name="d1", length=100, finished="ABC", units=SENTENCES,
        ),
        document({("A", "trust"): [(0, 5)]}, name="d2", length=100, finished="AB", units=SENTENCES),
    ]  # fmt: skip
    return sweep(documents, coders="ABC", codes=["trust"], unit=unit)


def spelled_out() -> ReliabilityMatrix:
    """The same sentences by hand: A 0-3, B 0-2, C 2-5 of ten; then A the first of ten, C absent."""
    first = [[int(unit < 4), int(unit < 3), int(2 <= unit < 6)] for unit in range(10)]
    second = [[int(unit == 0), 0, None] for unit in range(10)]
    return ReliabilityMatrix.of([*first, *second], categories=[0, 1])


def by_measure(found: list[Result]) -> dict[str, Result]:
    return {result.measure: result for result in found}


def test_counted_rows_measure_like_the_units_spelled_out() -> None:
    names = (*WITH_ERROR, "fleiss_kappa:se_gwet", "gwet_ac1:se_gwet")
    counted = measure_matrix(matrix_of(swept().codes["trust"]), coders=("A", "B", "C"), measures=names)
    assert [result.value for result in counted] == pytest.approx(
        [result.value for result in measure_matrix(spelled_out(), coders=("A", "B", "C"), measures=names)]
    )


def test_gwet_gives_sentences_the_interval_of_the_matrix() -> None:
    made = with_gwet(results(swept()), swept(), ASKED)
    expected = by_measure(measure_matrix(spelled_out(), coders=("A", "B", "C")))
    for name in WITH_ERROR:
        interval, wanted = by_measure(made)[name].interval, expected[name].interval
        assert interval is not None
        assert wanted is not None
        assert (interval.low, interval.high) == (pytest.approx(wanted.low), pytest.approx(wanted.high))
    assert by_measure(made)["percent"].interval is None


def test_gwet_gives_characters_none() -> None:
    found = swept("character")
    assert all(result.interval is None for result in with_gwet(results(found), found, ASKED))


def test_krippendorff_draws_for_alpha_alone_and_keeps_the_seed() -> None:
    made = with_krippendorff(results(swept()), swept(), ASKED)
    with_interval = [result for result in made if result.interval is not None]
    assert [result.measure for result in with_interval] == ["krippendorff_alpha_nominal"]
    [alpha] = with_interval
    assert alpha.settings["seed"] == ASKED.seed
    assert alpha.interval is not None
    assert alpha.value is not None
    assert alpha.interval.low <= alpha.value <= alpha.interval.high


def test_nothing_is_drawn_for_what_is_undefined() -> None:
    empty = sweep([document({})], coders="AB", codes=["trust"], unit="character")
    assert all(result.interval is None for result in with_krippendorff(results(empty), empty, ASKED))
    assert matrix_of(empty.codes["trust"]).values.tolist() == [[0, 0]]
    assert np.array_equal(matrix_of(empty.codes["trust"]).weights, [300])


def test_krippendorffs_interval_tells_of_documents_with_fewer_coders() -> None:
    found = by_measure(with_krippendorff(results(swept()), swept(), ASKED))
    assert found["krippendorff_alpha_nominal"].reason.startswith("values are missing: this interval")
    assert found["percent"].reason == ""
