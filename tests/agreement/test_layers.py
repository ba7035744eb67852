# SPDX-License-Identifier: MIT
"""Several codes cut at the same places."""

import numpy as np

from annotator.agreement.layers import added, common_cuts, coverage, homes_of
from annotator.agreement.sweep import Placed

TRUST = Placed(np.array([[2, 5], [4, 9], [12, 13]]), np.array([0, 0, 1]))
DOUBT = Placed(np.array([[5, 7]]), np.array([1]))
BOUNDS = np.array([0, 10, 10, 15])


def test_one_code_is_cut_where_the_other_is() -> None:
    cuts = common_cuts([TRUST, DOUBT], bounds=BOUNDS)
    assert cuts.tolist() == [0, 2, 4, 5, 7, 9, 10, 12, 13, 15]
    covered = coverage(TRUST, coders=2, cuts=cuts)
    assert covered.astype(int).tolist() == [[0, 1, 1, 1, 1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 1, 0]]
    covered = coverage(DOUBT, coders=2, cuts=cuts)
    assert covered.astype(int).tolist() == [[0] * 9, [0, 0, 0, 1, 0, 0, 0, 0, 0]]


def test_segments_know_their_document_and_add_up_to_its_length() -> None:
    cuts = common_cuts([TRUST, DOUBT], bounds=BOUNDS)
    homes = homes_of(cuts, bounds=BOUNDS)
    assert homes.tolist() == [0, 0, 0, 0, 0, 0, 2, 2, 2]
    assert added(np.diff(cuts), homes=homes, documents=3).tolist() == [10, 0, 5]
    assert added(np.diff(cuts), homes=homes, documents=3).sum() == 15


def test_a_span_of_one_character_has_the_length_one() -> None:
    cuts = common_cuts([Placed(np.array([[3, 4]]), np.array([0]))], bounds=np.array([0, 10]))
    covered = coverage(Placed(np.array([[3, 4]]), np.array([0])), coders=1, cuts=cuts)
    assert np.diff(cuts)[covered[0]].tolist() == [1]
    assert np.diff(cuts).sum() == 10
