# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.matrices import Rows, declared, tables, value_of
from hypothesis import given

from annotator.agreement import Status
from annotator.agreement.cohen import cohen_of_matrix
from annotator.agreement.conger import conger_of_matrix, conger_of_sums
from annotator.agreement.matrix import ReliabilityMatrix
from annotator.agreement.sums import CoderSums, PairSums


def test_three_coders_by_hand() -> None:
    """Shares of "yes" 1/2, 1/2 and 1; p_e = (1/2 + 1/2 + 1/2) / 3, p_a = (1 + 1/3 + 1/3 + 1/3) / 4."""
    rows = [["yes", "yes", "yes"], ["yes", "no", "yes"], ["no", "yes", "yes"], ["no", "no", "yes"]]
    assert value_of(conger_of_matrix(ReliabilityMatrix.of(rows))) == pytest.approx((0.5 - 0.5) / 0.5)


@given(rows=tables(coders=(2, 2), least=2, missing=False))
def test_of_two_coders_it_is_cohens_kappa(rows: Rows) -> None:
    conger, cohen = conger_of_matrix(declared(rows)), cohen_of_matrix(declared(rows))
    if isinstance(cohen, Status):
        assert conger is cohen
    else:
        assert value_of(conger) == pytest.approx(cohen.value, abs=1e-12)


def test_each_coder_has_the_base_of_own_values() -> None:
    """The third coder gives a value for two of four units only, both "yes"."""
    rows = [["yes", "yes", "yes"], ["no", "no", "yes"], ["no", "no", None], ["yes", "yes", None]]
    chance = (1 / 2 + 1 / 2 + 1 / 2) / 3
    observed = (1 + 1 / 3 + 1 + 1) / 4
    found = conger_of_matrix(ReliabilityMatrix.of(rows))
    assert value_of(found) == pytest.approx((observed - chance) / (1 - chance))


def test_a_coder_without_values_is_no_coder() -> None:
    with_empty = ReliabilityMatrix.of([["a", "a", None], ["a", "b", None], ["b", "b", None]])
    without = ReliabilityMatrix.of([["a", "a"], ["a", "b"], ["b", "b"]])
    assert value_of(conger_of_matrix(with_empty)) == value_of(conger_of_matrix(without))
    pair = PairSums(*(np.array(number) for number in (100, 30, 50, 20)))
    two = pair.as_code_sums()
    three = CoderSums(values=np.append(two.each.values, 0), coded=np.append(two.each.coded, 0))
    assert float(conger_of_sums(two.sums, three)) == float(conger_of_sums(two.sums, two.each))


def test_one_silent_coder_of_a_code() -> None:
    for units, coded in ((300, 50), (240, 40), (9_999_991, 7)):
        pair = PairSums(*(np.array(number) for number in (units, coded, 0, 0)))
        # Exactly none, as Cohen's: a trace of either sign would be rounding taken for a finding.
        assert float(conger_of_sums(pair.as_sums(), pair.as_code_sums().each)) == 0


def test_matrix_without_variation_or_with_too_little() -> None:
    assert conger_of_matrix(ReliabilityMatrix.of([["a", "a"], ["a", "a"]])) is Status.NO_VARIATION
    assert conger_of_matrix(ReliabilityMatrix.of([["a", "b"], ["a", None]])) is Status.ONE_UNIT
    assert conger_of_matrix(ReliabilityMatrix.of([["a", None], [None, "a"]])) is Status.NO_UNITS
