# SPDX-License-Identifier: MIT
import numpy as np
import pytest

from annotator.agreement import Status
from annotator.agreement.coefficient import Needs, has_variation, lacking, quotient
from annotator.agreement.sums import PairSums


@pytest.mark.parametrize(
    ("needs", "units", "values", "coded", "status"),
    [
        (Needs.UNITS, 0, 0, 0, Status.NO_UNITS),
        (Needs.UNITS, 1, 2, 0, Status.OK),
        (Needs.UNITS, 9, 18, 0, Status.OK),
        (Needs.USE, 0, 0, 0, Status.NO_UNITS),
        (Needs.USE, 9, 18, 0, Status.NO_VARIATION),
        (Needs.USE, 1, 2, 2, Status.OK),
        (Needs.USE, 9, 18, 18, Status.OK),
        (Needs.VARIATION, 0, 0, 0, Status.NO_UNITS),
        (Needs.VARIATION, 1, 2, 1, Status.ONE_UNIT),
        (Needs.VARIATION, 1, 2, 0, Status.ONE_UNIT),
        (Needs.VARIATION, 9, 18, 0, Status.NO_VARIATION),
        (Needs.VARIATION, 9, 18, 18, Status.NO_VARIATION),
        (Needs.VARIATION, 9, 18, 1, Status.OK),
        (Needs.VARIATION, 9, 18, 17, Status.OK),
    ],
)
def test_what_is_lacking(needs: Needs, units: int, values: int, coded: int, status: Status) -> None:
    assert lacking(needs, units=units, values=values, coded=coded) is status


def test_variation_is_exact_however_rare() -> None:
    number = 2**40
    units = np.array([number] * 4)
    coded = np.array([0, 1, 2 * number - 1, 2 * number])
    pair = PairSums(units=units, first=coded // 2, second=coded - coded // 2, both=coded // 2)
    assert has_variation(pair.as_sums()).tolist() == [False, True, True, False]


def test_quotients_that_do_not_exist_are_no_numbers() -> None:
    found = quotient(np.array([1.0, 1.0]), np.array([0.0, 4.0]), exists=np.array([False, True]))
    assert np.isnan(found[0])
    assert found[1] == 0.25
