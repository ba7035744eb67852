# SPDX-License-Identifier: MIT
import pytest
from agreement.made import document

from annotator.agreement import Question
from annotator.agreement.by_name import RANKED, IntervalMethod, measured
from annotator.agreement.catalogue import NAMES, Family, head_of, measure_named

ASKED = Question(coders=("A", "B"), codes=("trust", "mistrust"), resamples=50)
DOCUMENTS = [
    document({("A", "trust"): [(0, 9)], ("B", "trust"): [(2, 9)], ("A", "mistrust"): [(20, 30)]}, name="d1", length=60),
    document({("A", "trust"): [(5, 9)], ("B", "trust"): [(5, 8)], ("B", "mistrust"): [(40, 44)]}, name="d2", length=60),
]


def test_every_name_of_the_catalogue_gives_results_of_its_own() -> None:
    found = {head_of(result.measure) for result in measured(DOCUMENTS, ASKED)}
    assert found == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_one_name_gives_nothing_else(name: str) -> None:
    found = measured(DOCUMENTS, ASKED, names=[name])
    assert {head_of(result.measure) for result in found} == {name}


def test_a_value_inside_a_measure_can_be_asked_for_alone() -> None:
    [found] = measured(DOCUMENTS, ASKED, names=["semeval_strict:recall"])
    assert found.measure == "semeval_strict:recall"


@pytest.mark.parametrize("name", RANKED)
def test_a_code_that_is_there_or_not_has_one_distance(name: str) -> None:
    source, settings = RANKED[name]
    ranked = measured(DOCUMENTS, ASKED, names=[name])
    nominal = measured(DOCUMENTS, ASKED, names=[source])
    assert [result.value for result in ranked] == [result.value for result in nominal]
    assert all(settings.items() <= result.settings.items() for result in ranked)
    family = measure_named(name)
    assert family is not None
    assert family.family in (Family.RANKED, Family.PER_CODE)


def test_intervals_by_method() -> None:
    alpha = "krippendorff_alpha_nominal"
    by = {method: measured(DOCUMENTS, ASKED, names=[alpha], method=method)[0].interval for method in IntervalMethod}
    assert by[IntervalMethod.NONE] is None
    assert by[IntervalMethod.GWET] is None
    drawn, krippendorff = by[IntervalMethod.DOCUMENTS], by[IntervalMethod.KRIPPENDORFF]
    assert drawn is not None
    assert krippendorff is not None
    assert krippendorff.method == "krippendorff_bootstrap"


def test_progress_goes_on_and_what_it_raises_ends_it() -> None:
    shares: list[float] = []
    measured(DOCUMENTS, ASKED, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0

    def cancel(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        measured(DOCUMENTS, ASKED, progress=cancel)
